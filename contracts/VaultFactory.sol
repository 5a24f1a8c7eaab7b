// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Create2 } from "@openzeppelin/contracts/utils/Create2.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IVaultFactory } from "./interfaces/IVaultFactory.sol";
import { Vault } from "./Vault.sol";

/// @title VaultFactory
/// @notice What it does, for whom and with which errors: see `IVaultFactory`.
contract VaultFactory is IVaultFactory {
    /// @inheritdoc IVaultFactory
    function deploy(address circles, bytes32 salt) external returns (address vault) {
        return address(new Vault{ salt: salt }(ICircles(circles)));
    }

    /// @inheritdoc IVaultFactory
    function vaultAt(address circles, bytes32 salt) external view returns (address vault) {
        bytes32 codeHash = keccak256(abi.encodePacked(type(Vault).creationCode, abi.encode(circles)));
        return Create2.computeAddress(salt, codeHash);
    }
}
