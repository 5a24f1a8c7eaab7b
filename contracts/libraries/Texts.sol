// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Texts: bounds of what a person writes beside an act
library Texts {
    /// @notice The most bytes of a text.
    uint256 internal constant LONGEST = 4096;

    /// @notice The text has no bytes where some are needed, or more than 4,096.
    error WrongLength(uint256 length);

    /// @notice Refuse a text that is empty or too long.
    function check(string calldata text) internal pure {
        if (bytes(text).length == 0) revert WrongLength(0);
        checkAtMost(text);
    }

    /// @notice Refuse a text that is too long.
    function checkAtMost(string calldata text) internal pure {
        if (bytes(text).length > LONGEST) revert WrongLength(bytes(text).length);
    }
}
