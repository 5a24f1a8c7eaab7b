// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title TestToken: an ERC-20 that anybody mints, and burns from anybody
contract TestToken is ERC20 {
    /// @dev The name says all.
    constructor() ERC20("Test token", "TEST") {}

    /// @notice Give an account new tokens.
    function mint(address account, uint256 amount) external {
        _mint(account, amount);
    }

    /// @notice Shrink an account's balance, as a rebasing token may.
    function burn(address account, uint256 amount) external {
        _burn(account, amount);
    }
}
