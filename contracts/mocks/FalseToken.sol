// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title FalseToken: everybody has plenty, and every transfer returns false instead of reverting
contract FalseToken {
    /// @notice Refuses.
    function transfer(address, uint256) external pure returns (bool) {
        return false;
    }

    /// @notice Plenty.
    function balanceOf(address) external pure returns (uint256) {
        return type(uint128).max;
    }
}
