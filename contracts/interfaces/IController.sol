// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Controller: what a vault asks the contract that it obeys
interface IController {
    /// @notice Whether a vault has signed a hash.
    /// @param signature What was given as its signature.
    function isSigned(address vault, bytes32 hash, bytes calldata signature) external view returns (bool);

    /// @notice Whether the vault acts at this moment for a role that may call a function of a contract whose authority is
    /// this vault.
    function isCalling(address vault, address target, bytes4 selector) external view returns (bool);
}
