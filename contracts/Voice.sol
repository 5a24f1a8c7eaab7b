// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Address } from "@openzeppelin/contracts/utils/Address.sol";
import { NoncesKeyed } from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import { MessageHashUtils } from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import { SignatureChecker } from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import { IVoice } from "./interfaces/IVoice.sol";
import { TypedData } from "./libraries/TypedData.sol";

/// @title Voice
/// @notice What it does, for whom and with which errors: see `IVoice`.
contract Voice is IVoice, NoncesKeyed {
    bytes32 private constant _DOMAIN = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant _NAME = keccak256("Consentric");
    bytes32 private constant _VERSION = keccak256("1");
    /// @dev What is needed besides an act's own gas, to begin with it and to tell that it was refused.
    uint256 private constant _OVERHEAD = 20_000;

    mapping(uint8 number => Shape) private _structures;
    mapping(bytes4 selector => Signable) private _signables;

    /// @param structures The structures that acts use, by their numbers.
    /// @param signables The acts.
    constructor(Shape[] memory structures, Signable[] memory signables) {
        // Safe cast: fewer than 64 structures; more would collide with what a shape says.
        for (uint256 i = 0; i < structures.length; ++i) _structures[uint8(i)] = structures[i];
        for (uint256 i = 0; i < signables.length; ++i) _signables[signables[i].selector] = signables[i];
    }

    /// @inheritdoc IVoice
    function speak(Signed calldata act) external {
        // Check: in time, an act, signed.
        if (block.timestamp >= act.deadline) revert Expired(act.deadline);
        address actor = actorOf(act.signer);
        (bytes32 digest, bool numbered) = _digest(act);
        if (!SignatureChecker.isValidSignatureNow(act.signer, digest, act.signature)) {
            revert WrongSignature(actor, digest);
        }

        // Effect: before any other code runs, so that it can be relayed once.
        if (numbered) _useCheckedNonce(actor, act.nonce);

        // Interaction: the core, which learns from the end of the calldata who speaks.
        Address.functionCall(act.core, abi.encodePacked(act.data, actor));
    }

    /// @inheritdoc IVoice
    function speakAll(Signed[] calldata acts) external returns (bool[] memory said) {
        said = new bool[](acts.length);
        for (uint256 i = 0; i < acts.length; ++i) {
            uint256 most = acts[i].gas;
            bytes memory data = abi.encodeCall(this.speak, (acts[i]));
            // Check: a call passes on 63 of 64 parts of what is left. Asked last, when nothing but the call is to be paid.
            if ((gasleft() * 63) / 64 < most + _OVERHEAD) revert GasMissing(i, most);

            // Interaction: this contract itself, so that what is refused has had no effect, and its check is paid from
            // the same gas.
            (bool success, bytes4 reason) = _call(data, most);
            said[i] = success;
            if (!success) emit Refused(i, reason);
        }
    }

    /// @inheritdoc IVoice
    function digestOf(Signed calldata act) external view returns (bytes32 digest) {
        (digest, ) = _digest(act);
    }

    /// @inheritdoc IVoice
    function actorOf(bytes calldata signer) public pure returns (address) {
        // A shorter one signs nothing. Deliberate truncation of the hash: an address has 20 bytes.
        if (signer.length <= 20) return address(bytes20(signer));
        return address(uint160(uint256(keccak256(signer))));
    }

    /// @inheritdoc IVoice
    function nonces(address actor, uint192 key) public view override(IVoice, NoncesKeyed) returns (uint256) {
        return super.nonces(actor, key);
    }

    /// @dev Call this contract with limited gas, whatever it returns left where it is but for four bytes.
    function _call(bytes memory data, uint256 most) private returns (bool success, bytes4 reason) {
        // Solidity would copy all that is returned, and the last to pay for it would be whoever relays.
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(0, 0)
            success := call(most, address(), 0, add(data, 32), mload(data), 0, 4)
            reason := mload(0)
        }
    }

    function _digest(Signed calldata act) private view returns (bytes32 digest, bool numbered) {
        bytes4 selector = bytes4(act.data[:4]);
        Signable memory signable = _signables[selector];
        // Check: an act that is known, with a nonce only where it has one.
        if (signable.shape.typeHash == 0) revert UnknownAct(selector);
        numbered = signable.numbered;
        if (!numbered && act.nonce != 0) revert UnusedNonce(act.nonce);

        uint256 more = numbered ? 2 : 1;
        bytes32[] memory words = TypedData.encode(_structures, signable.shape, act.data[4:], 0, more);
        if (numbered) words[words.length - 2] = bytes32(act.nonce);
        words[words.length - 1] = bytes32(uint256(act.deadline));
        bytes32 domain = keccak256(abi.encode(_DOMAIN, _NAME, _VERSION, block.chainid, act.core));
        digest = MessageHashUtils.toTypedDataHash(domain, keccak256(abi.encodePacked(words)));
    }
}
