// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Vault: a circle's account
/// @notice Receives ETH, ERC-20, ERC-721 and ERC-1155 at any time, from anybody; it has no storage. It pays only
/// when its controller says so: `ICircles.controllerOf(vault)`.
interface IVault {
    /// @notice The caller is not the contract that this vault obeys.
    error NotController(address caller);

    /// @notice Pay. The vault's controller only.
    /// @param token The ERC-20, or zero for ETH.
    /// @param payee Who is paid.
    /// @param amount In the token's smallest unit, or in wei.
    /// Errors: `NotController`; OpenZeppelin's `SafeERC20FailedOperation` and `FailedCall` when the token or the
    /// payee refuses.
    /// Warning: a payee's code runs with all remaining gas; the controller guards against re-entrance.
    function pay(address token, address payee, uint256 amount) external;
}
