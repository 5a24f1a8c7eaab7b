// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Marks: what opening a version of a proposal fixes, as bits of a byte
library Marks {
    /// @notice Confirmations alone can adopt it: nobody had left who keeps standing in it.
    uint8 internal constant EARLY = 1;
    /// @notice Silence is no consent to it: the circle is windowless, and confirmations alone can adopt it.
    uint8 internal constant WINDOWLESS = 2;
    /// @notice It claims only to make the record say what happens already.
    uint8 internal constant REALITY = 4;
    /// @notice A meeting stood or stands in its way at some time, in this version or an earlier one.
    uint8 internal constant SUSPENDED = 8;
    /// @notice It is stopped while it is judged whether it is valid at all, in this version or an earlier one.
    uint8 internal constant STOPPED = 16;

    /// @notice It is a special change: a meeting does not adopt it, and its window is long.
    uint8 internal constant SPECIAL = 32;

    /// @notice Whether a mark is set.
    function has(uint8 marks, uint8 mark) internal pure returns (bool) {
        return marks & mark != 0;
    }
}
