// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title SilentToken: a token whose `transfer` returns nothing, as some old ones do
contract SilentToken {
    /// @notice Balances.
    mapping(address account => uint256) public balanceOf;

    /// @notice Give an account new tokens.
    function mint(address account, uint256 amount) external {
        balanceOf[account] += amount;
    }

    /// @notice Move tokens and say nothing.
    function transfer(address payee, uint256 amount) external {
        balanceOf[msg.sender] -= amount;
        balanceOf[payee] += amount;
    }
}
