// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Chronicle: how an event becomes a link of the hash chain
/// @notice Hashing and logging read the same bytes. A head is one word: 184 bits of hash, 40 of the block of the
/// last event, 32 counting events.
library Chronicle {
    /// @dev The bits of a head that hold the hash.
    uint256 private constant HASH_MASK = ~uint256((1 << 72) - 1);

    /// @notice Log an event of three topics and hash what was logged.
    /// @dev The caller builds `data` with `abi.encode` in the order of the event's declaration; a test decodes
    /// every event with its ABI. The data's first word is the head before the event.
    /// @return topicsHash keccak256 of the topics.
    /// @return dataHash keccak256 of the data.
    function log(
        bytes32 signature,
        uint32 organisation,
        uint64 subject,
        bytes memory data
    ) internal returns (bytes32 topicsHash, bytes32 dataHash) {
        topicsHash = keccak256(abi.encode(signature, organisation, subject));
        dataHash = keccak256(data);
        // Solidity can only emit an event by encoding its arguments anew; this logs the very bytes that were hashed.
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            log3(add(data, 32), mload(data), signature, organisation, subject)
        }
    }

    /// @notice The head after an event.
    function extend(
        bytes32 previous,
        address emitter,
        bytes32 topicsHash,
        bytes32 dataHash
    ) internal view returns (bytes32) {
        uint256 hash = uint256(keccak256(abi.encode(previous, emitter, topicsHash, dataHash)));
        // Block numbers stay below 2^40. `numberOf` refuses the 2^32nd event by checked addition.
        uint256 place = (uint256(uint40(block.number)) << 32) | (numberOf(previous) + 1);
        return bytes32((hash & HASH_MASK) | place);
    }

    /// @notice The head before an organisation's first event.
    function genesis(address circles, uint32 organisation) internal view returns (bytes32) {
        return bytes32(uint256(keccak256(abi.encode(block.chainid, circles, organisation))) & HASH_MASK);
    }

    /// @notice How many events a head has seen: the number of the last one.
    function numberOf(bytes32 head) internal pure returns (uint32) {
        // Deliberate truncation: the lower 32 bits count events.
        return uint32(uint256(head));
    }
}
