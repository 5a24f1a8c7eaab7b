// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Refuser: takes no ETH while it refuses
contract Refuser {
    /// @notice Whether it refuses.
    bool public refuses = true;

    /// @notice The ETH was refused.
    error Refused();

    /// @notice ETH arrives, or not.
    receive() external payable {
        if (refuses) revert Refused();
    }

    /// @notice Change of mind.
    function relent() external {
        refuses = false;
    }
}
