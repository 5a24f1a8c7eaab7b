// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ERC1155Holder } from "@openzeppelin/contracts/token/ERC1155/utils/ERC1155Holder.sol";
import { ERC721Holder } from "@openzeppelin/contracts/token/ERC721/utils/ERC721Holder.sol";
import { Address } from "@openzeppelin/contracts/utils/Address.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IVault } from "./interfaces/IVault.sol";

/// @title Vault
/// @notice What it does, for whom and with which errors: see `IVault`.
contract Vault is IVault, ERC721Holder, ERC1155Holder {
    ICircles private immutable _CIRCLES;

    /// @param circles The record that names this vault's controller.
    constructor(ICircles circles) {
        _CIRCLES = circles;
    }

    /// @notice ETH arrives from anybody, at any time.
    receive() external payable {}

    /// @inheritdoc IVault
    function pay(address token, address payee, uint256 amount) external {
        // Check.
        if (msg.sender != _CIRCLES.controllerOf(address(this))) revert NotController(msg.sender);
        // Interaction.
        if (token == address(0)) Address.sendValue(payable(payee), amount);
        else SafeERC20.safeTransfer(IERC20(token), payee, amount);
    }
}
