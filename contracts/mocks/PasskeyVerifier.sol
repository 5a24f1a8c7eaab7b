// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC7913WebAuthnVerifier } from "@openzeppelin/contracts/utils/cryptography/verifiers/ERC7913WebAuthnVerifier.sol";

/// @title PasskeyVerifier: checks what the passkey of a browser or a telephone has signed
// All of it is OpenZeppelin's.
// solhint-disable-next-line no-empty-blocks
contract PasskeyVerifier is ERC7913WebAuthnVerifier {}
