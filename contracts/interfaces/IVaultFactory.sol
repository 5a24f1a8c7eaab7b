// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title VaultFactory: vaults at addresses known before they exist
interface IVaultFactory {
    /// @notice Deploy a vault. Anyone; its address binds `circles` and `salt`, so nobody can take it for others.
    function deploy(address circles, bytes32 salt) external returns (address vault);

    /// @notice Where the vault for this record and salt is, deployed or not.
    function vaultAt(address circles, bytes32 salt) external view returns (address vault);
}
