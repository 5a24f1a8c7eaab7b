// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IVoice } from "../interfaces/IVoice.sol";

/// @title TypedData: the EIP-712 hash of a call, from its calldata
/// @notice Walks the arguments of a call as the core's decoder does: head first, offsets from the start of their tuple.
/// So what is hashed is what is decoded, wherever in the calldata it lies. Whatever points outside reverts.
///
/// A shape is a word: in its first byte the number of fields, with `FLAT` for a structure that holds no offsets (its
/// fields are all words); then a byte a field.
library TypedData {
    /// @notice A field of one word: a number, an address, a truth, an enumeration, fixed bytes.
    uint8 internal constant WORD = 1;
    /// @notice A text, or bytes of any length.
    uint8 internal constant TEXT = 2;
    /// @notice A list of words.
    uint8 internal constant WORDS = 3;
    /// @notice A list of texts.
    uint8 internal constant TEXTS = 4;
    /// @notice A structure; added to its number, below 64.
    uint8 internal constant STRUCT = 64;
    /// @notice A list of structures; added to their number, below 64.
    uint8 internal constant STRUCTS = 128;
    /// @notice In the first byte of a shape.
    uint8 internal constant FLAT = 128;

    /// @notice The encoded fields of a tuple after the hash of its type, with room for more words at the end.
    /// @param types The structures by their numbers.
    /// @param shape The tuple's own type.
    /// @param args The arguments, without selector.
    /// @param start Where the tuple begins in them.
    /// @param more How many words of room.
    function encode(
        mapping(uint8 number => IVoice.Shape) storage types,
        IVoice.Shape memory shape,
        bytes calldata args,
        uint256 start,
        uint256 more
    ) internal view returns (bytes32[] memory words) {
        uint256 count = uint8(shape.fields[0]) & ~FLAT;
        words = new bytes32[](1 + count + more);
        words[0] = shape.typeHash;
        uint256 place = start;
        for (uint256 i = 1; i <= count; ++i) {
            uint8 field = uint8(shape.fields[i]);
            if (field == WORD) {
                words[i] = wordAt(args, place);
            } else if (field >= STRUCT && field < STRUCTS && isFlat(types[field - STRUCT])) {
                // It lies in the head itself, with all its words.
                IVoice.Shape memory inner = types[field - STRUCT];
                words[i] = hashTuple(types, inner, args, place);
                place += 32 * (sizeOf(inner) - 1);
            } else {
                words[i] = hashAt(types, field, args, start + uint256(wordAt(args, place)));
            }
            place += 32;
        }
    }

    /// @notice The EIP-712 hash of a structure.
    function hashTuple(
        mapping(uint8 number => IVoice.Shape) storage types,
        IVoice.Shape memory shape,
        bytes calldata args,
        uint256 start
    ) internal view returns (bytes32) {
        return keccak256(abi.encodePacked(encode(types, shape, args, start, 0)));
    }

    /// @dev The hash of what lies at an offset: a text, a list, or a structure with offsets of its own.
    function hashAt(
        mapping(uint8 number => IVoice.Shape) storage types,
        uint8 field,
        bytes calldata args,
        uint256 place
    ) private view returns (bytes32) {
        if (field >= STRUCT && field < STRUCTS) return hashTuple(types, types[field - STRUCT], args, place);
        uint256 length = uint256(wordAt(args, place));
        uint256 first = place + 32;
        if (field == TEXT) return keccak256(args[first:first + length]);
        // Each member takes a word at least: a length that the calldata does not hold reverts here.
        bytes calldata list = args[first:first + 32 * length];
        if (field == WORDS) return keccak256(list);
        bytes32[] memory hashes = new bytes32[](length);
        if (field == TEXTS) {
            for (uint256 i = 0; i < length; ++i) {
                hashes[i] = hashAt(types, TEXT, args, first + uint256(wordAt(args, first + 32 * i)));
            }
        } else {
            IVoice.Shape memory inner = types[field - STRUCTS];
            uint256 size = 32 * sizeOf(inner);
            for (uint256 i = 0; i < length; ++i) {
                uint256 start =
                    isFlat(inner) ? first + size * i : first + uint256(wordAt(args, first + 32 * i));
                hashes[i] = hashTuple(types, inner, args, start);
            }
        }
        return keccak256(abi.encodePacked(hashes));
    }

    function wordAt(bytes calldata args, uint256 place) private pure returns (bytes32) {
        return bytes32(args[place:place + 32]);
    }

    function isFlat(IVoice.Shape memory shape) private pure returns (bool) {
        return uint8(shape.fields[0]) & FLAT != 0;
    }

    /// @dev How many words a flat structure has.
    function sizeOf(IVoice.Shape memory shape) private pure returns (uint256) {
        return uint8(shape.fields[0]) & ~FLAT;
    }
}
