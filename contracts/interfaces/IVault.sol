// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IAuthority } from "@openzeppelin/contracts/access/manager/IAuthority.sol";
import { IERC1271 } from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @title Vault: a circle's account
/// @notice Receives ETH, ERC-20, ERC-721 and ERC-1155 at any time, from anybody; it has no storage. It pays, hands over and
/// calls only when its controller says so: `ICircles.controllerOf(vault)`. It passes on what others ask: to its controller
/// whether it has signed a hash (ERC-1271), and to `ICircles.structure()` whether somebody may call a function of a contract
/// that takes it for its authority (OpenZeppelin's `AccessManaged`); whether it may itself, to its controller again. Where
/// that gives no answer, it is no.
interface IVault is IERC1271, IAuthority {
    /// @notice The caller is not the contract that this vault obeys.
    error NotController(address caller);
    /// @notice There is no contract at this address, and there is something to call it with.
    error NoCode(address target);
    /// @notice The contract at this address refused the call; `reason` are the first bytes of what it said, at most 256.
    error CallFailed(address target, bytes reason);

    /// @notice Pay. The vault's controller only.
    /// @param token The ERC-20, or zero for ETH.
    /// @param payee Who is paid.
    /// @param amount In the token's smallest unit, or in wei.
    /// Errors: `NotController`; OpenZeppelin's `SafeERC20FailedOperation` and `FailedCall` when the token or the
    /// payee refuses.
    /// Warning: a payee's code runs with all remaining gas; the controller guards against re-entrance.
    function pay(address token, address payee, uint256 amount) external;

    /// @notice Hand over a token of an ERC-721, or an amount of one of an ERC-1155. The vault's controller only.
    /// @param amount 0 for an ERC-721.
    /// Errors: `NotController`, `NoCode`, and what the token or the payee refuses with.
    /// Warning: as `pay`.
    function hand(address token, address payee, uint256 id, uint256 amount) external;

    /// @notice Call another contract. The vault's controller only, which decides what may be called.
    /// @param value In wei.
    /// Errors: `NotController`, `NoCode`, `CallFailed`. What it returns is not looked at, however much it is.
    /// Warning: as `pay`.
    function execute(address target, uint256 value, bytes calldata data) external;
}
