// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Lifecycle } from "../libraries/Lifecycle.sol";

/// @title LifecycleHarness: the pure functions of `Lifecycle`, callable by a test that compares them with another
/// language
contract LifecycleHarness {
    /// @notice See `Lifecycle.status`.
    function status(
        Lifecycle.Outcome outcome,
        uint40 closesAt,
        uint16 objections,
        uint40 suspendedUntil,
        uint40 silentFrom_,
        uint256 time
    ) external pure returns (Lifecycle.Status) {
        return Lifecycle.status(outcome, closesAt, objections, suspendedUntil, silentFrom_, time);
    }

    /// @notice See `Lifecycle.silentFrom`.
    function silentFrom(
        uint40 closesAt,
        bool windowless,
        uint16 confirmed,
        uint8 attention
    ) external pure returns (uint40) {
        return Lifecycle.silentFrom(closesAt, windowless, confirmed, attention);
    }

    /// @notice See `Lifecycle.tail`.
    function tail(uint32 window) external pure returns (uint40) {
        return Lifecycle.tail(window);
    }

    /// @notice See `Lifecycle.keepsStanding`.
    function keepsStanding(uint40 endedAt, uint40 standingFrom) external pure returns (bool) {
        return Lifecycle.keepsStanding(endedAt, standingFrom);
    }

    /// @notice The constants.
    function constants()
        external
        pure
        returns (uint40 grace, uint40 lastCall, uint40 shortestTail, uint40 patience)
    {
        return (Lifecycle.GRACE, Lifecycle.LAST_CALL, Lifecycle.SHORTEST_TAIL, Lifecycle.PATIENCE);
    }
}
