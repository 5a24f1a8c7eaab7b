// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IERC1271 } from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import { SignatureChecker } from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import { IPartners } from "../interfaces/IPartners.sol";

/// @title SharedWallet: a contract that signs by ERC-1271 what its owner has signed, in the mood it is in
contract SharedWallet is IERC1271 {
    /// @notice How it answers.
    enum Mood {
        Honest,
        Wasteful,
        Verbose
    }

    address public owner;
    Mood public mood;

    /// @param owner_ Whose signatures count.
    constructor(address owner_) {
        owner = owner_;
    }

    /// @notice Change hands.
    function setOwner(address owner_) external {
        owner = owner_;
    }

    /// @notice Change how it answers.
    function setMood(Mood mood_) external {
        mood = mood_;
    }

    /// @notice Agree to the rules of an organisation.
    function agree(IPartners partners, uint32 organisation, bytes32 rules) external {
        partners.agree(organisation, rules, new uint64[](0));
    }

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        uint256 spent = 0;
        while (mood == Mood.Wasteful) ++spent;
        if (mood == Mood.Verbose) {
            // As much as the gas allows.
            // solhint-disable-next-line no-inline-assembly
            assembly ("memory-safe") {
                revert(0, 1000000)
            }
        }
        bool valid = SignatureChecker.isValidSignatureNow(owner, hash, signature);
        return valid ? IERC1271.isValidSignature.selector : bytes4(0);
    }
}
