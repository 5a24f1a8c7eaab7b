// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IERC1271 } from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import { IAuthority } from "@openzeppelin/contracts/access/manager/IAuthority.sol";
import { IERC1155 } from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import { ERC1155Holder } from "@openzeppelin/contracts/token/ERC1155/utils/ERC1155Holder.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { IERC721 } from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import { ERC721Holder } from "@openzeppelin/contracts/token/ERC721/utils/ERC721Holder.sol";
import { Address } from "@openzeppelin/contracts/utils/Address.sol";
import { LowLevelCall } from "@openzeppelin/contracts/utils/LowLevelCall.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IController } from "./interfaces/IController.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { IVault } from "./interfaces/IVault.sol";

/// @title Vault
/// @notice What it does, for whom and with which errors: see `IVault`.
contract Vault is IVault, ERC721Holder, ERC1155Holder {
    /// @dev So much of what a call that failed has said is passed on.
    uint256 private constant _MOST_SAID = 256;

    ICircles private immutable _CIRCLES;
    IStructure private immutable _STRUCTURE;

    /// @param circles The record that names this vault's controller.
    constructor(ICircles circles) {
        _CIRCLES = circles;
        _STRUCTURE = IStructure(circles.structure());
    }

    /// @notice ETH arrives from anybody, at any time.
    receive() external payable {}

    /// @inheritdoc IVault
    function pay(address token, address payee, uint256 amount) external {
        // Check.
        _requireController();
        // Interaction.
        if (token == address(0)) Address.sendValue(payable(payee), amount);
        else SafeERC20.safeTransfer(IERC20(token), payee, amount);
    }

    /// @inheritdoc IVault
    function hand(address token, address payee, uint256 id, uint256 amount) external {
        // Check.
        _requireController();
        if (token.code.length == 0) revert NoCode(token);
        // Interaction.
        if (amount == 0) IERC721(token).safeTransferFrom(address(this), payee, id);
        else IERC1155(token).safeTransferFrom(address(this), payee, id, amount, "");
    }

    /// @inheritdoc IVault
    function execute(address target, uint256 value, bytes calldata data) external {
        // Check.
        _requireController();
        if (data.length != 0 && target.code.length == 0) revert NoCode(target);
        // Interaction: nothing of what is returned is copied, so that no amount of it costs anything.
        if (LowLevelCall.callNoReturn(target, value, data)) return;
        revert CallFailed(target, _said());
    }

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        bool signed = _ask(abi.encodeCall(IController.isSigned, (address(this), hash, signature)));
        return signed ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }

    /// @inheritdoc IAuthority
    function canCall(address caller, address target, bytes4 selector) external view returns (bool) {
        if (caller == address(this)) {
            return _ask(abi.encodeCall(IController.isCalling, (caller, target, selector)));
        }
        return _STRUCTURE.letsCall(address(this), caller, target, selector);
    }

    /// @dev What the controller answers; no, where there is none, or none that knows the question.
    function _ask(bytes memory question) private view returns (bool) {
        try _CIRCLES.controllerOf(address(this)) returns (address controller) {
            (bool success, bytes32 answer, ) = LowLevelCall.staticcallReturn64Bytes(controller, question);
            return success && LowLevelCall.returnDataSize() >= 32 && uint256(answer) == 1;
        } catch {
            return false;
        }
    }

    function _requireController() private view {
        if (msg.sender != _CIRCLES.controllerOf(address(this))) revert NotController(msg.sender);
    }

    /// @dev The first bytes of what the last call returned.
    function _said() private pure returns (bytes memory said) {
        uint256 size = LowLevelCall.returnDataSize();
        said = new bytes(size > _MOST_SAID ? _MOST_SAID : size);
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            returndatacopy(add(said, 32), 0, mload(said))
        }
    }
}
