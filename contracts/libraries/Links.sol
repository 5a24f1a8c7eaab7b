// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Link } from "../interfaces/Types.sol";

/// @title Links: what a change that links a role says, and what a policy that invites it stands for
/// @notice The terms of such a change are one word: in the lowest 160 bits who, outside, chooses the role's fillers; or, in
/// the 32 bits above, the number of the role whose fillers fill it; then, in 8 bits, how many of them speak for it.
library Links {
    /// @notice At most as many speak for a role as fill one.
    uint8 private constant _MOST_VOICES = 64;

    /// @notice A link names one role or one appointer, and lets 1 to 64 speak.
    error WrongLinkTerms(bytes32 terms);

    /// @notice Refuse terms that say no link.
    function check(bytes32 terms) internal pure {
        (Link memory link, uint8 limit) = read(terms);
        bool one = (link.source == 0) != (link.appointer == address(0));
        bool few = limit != 0 && limit <= _MOST_VOICES && uint256(terms) >> 200 == 0;
        if (!one || !few) revert WrongLinkTerms(terms);
    }

    /// @notice What terms say, without the policy that invites.
    function read(bytes32 terms) internal pure returns (Link memory link, uint8 limit) {
        uint256 word = uint256(terms);
        // Deliberate truncations: each part is as wide as its type.
        link.appointer = address(uint160(word));
        link.source = uint32(word >> 160);
        limit = uint8(word >> 192);
    }

    /// @notice Whether one more can follow: a word of followers has room for four.
    function hasRoom(uint256 followers) internal pure returns (bool) {
        return followers >> 192 == 0;
    }

    /// @notice A word of followers without one of them, which is among them.
    function without(uint256 followers, uint64 role) internal pure returns (uint256 rest) {
        // Bounded shifts: at most three others are kept.
        uint256 shift = 0;
        for (; followers != 0; followers >>= 64) {
            if (uint64(followers) == role) continue;
            rest |= uint256(uint64(followers)) << shift;
            shift += 64;
        }
    }

    /// @notice The terms of a policy that invites such a link into a circle.
    function inviting(uint64 circle, bytes32 terms) internal pure returns (bytes32) {
        return keccak256(abi.encode("consentric.links", circle, terms));
    }

    /// @notice The terms of a policy of the circle in which a role stands, by which those who fill it cannot end its links.
    function binding(uint64 role) internal pure returns (bytes32) {
        return keccak256(abi.encode("consentric.binds", role));
    }
}
