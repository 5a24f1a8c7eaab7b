// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Shouter: a core of its own that answers every call by failing with very much to say
contract Shouter {
    /// @notice Whatever is asked.
    fallback() external {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            revert(0, 100000)
        }
    }
}
