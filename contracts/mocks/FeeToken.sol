// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import { Pausable } from "@openzeppelin/contracts/utils/Pausable.sol";

/// @title FeeToken: a token that keeps a tenth of what is moved, and pauses for whoever asks
contract FeeToken is ERC20, Pausable {
    /// @dev The name says all.
    constructor() ERC20("Fee token", "FEE") {}

    /// @notice Give an account new tokens, without a fee.
    function mint(address account, uint256 amount) external {
        _mint(account, amount);
    }

    /// @notice Stop all transfers, or let them go on.
    function pause(bool stopped) external {
        if (stopped) _pause();
        else _unpause();
    }

    function _update(address from, address to, uint256 amount) internal override whenNotPaused {
        super._update(from, to, amount);
        if (from != address(0) && to != address(0)) super._update(to, address(0), amount / 10);
    }
}
