// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Voice: acts that are signed instead of sent
/// @notice Anybody relays what somebody has signed: the act is theirs, as if they had sent it themselves. Every act that a
/// core takes from a person can be signed. What is signed is readable: typed data (EIP-712) whose fields are the
/// act's own, by name, under the domain `Consentric`, version 1, of this chain and of the core that takes it.
///
/// The primary type is the act's name with a capital. Its fields are the parameters of the core's function, then, for an
/// act that a core could take twice, a `nonce`, then a `deadline`: `Confirm(uint64 proposal,bytes32 content,uint40
/// deadline)`. Structures are encoded under their own names.
/// @dev Cores take this contract for their trusted forwarder (ERC-2771): it appends who speaks to the call. It has no
/// other power, no owner, and what it knows is fixed at its construction: for each function of a core the hash of its type
/// and how its arguments lie in calldata. It hashes the very bytes that the core decodes.
///
/// Signers are bytes, as in ERC-7913. Twenty of them are an address: of a key (ECDSA) or of a contract that validates
/// signatures (ERC-1271). More are a verifier's address and a key: such a signer is known to organisations by the last 20
/// bytes of the keccak256 of all of it, so that nobody else's verifier or key can speak as that address.
interface IVoice {
    /// @notice Something signed.
    /// @param core The contract that takes it.
    /// @param data The call of it, as if the signer sent it.
    /// @param nonce The next nonce of the signer, with its key in the upper 192 bits, of an act that a core could take
    /// twice; 0 for any other.
    /// @param deadline Until when it can be relayed, exclusive, in seconds.
    /// @param gas In a batch, the most gas that it may use, its check included. Whoever relays it chooses; not signed.
    /// @param signer Who signed it.
    /// @param signature The signature.
    struct Signed {
        address core;
        bytes data;
        uint256 nonce;
        uint40 deadline;
        uint32 gas;
        bytes signer;
        bytes signature;
    }

    /// @notice How a type of EIP-712 is hashed from calldata.
    /// @param typeHash keccak256 of the type as it is encoded.
    /// @param fields Its fields; see the library `TypedData`.
    struct Shape {
        bytes32 typeHash;
        bytes32 fields;
    }

    /// @notice A function of a core that people can sign.
    /// @param selector Its selector.
    /// @param numbered Whether it names a nonce, because a core could take the same act twice.
    /// @param shape Its type.
    struct Signable {
        bytes4 selector;
        bool numbered;
        Shape shape;
    }

    /// @notice The `place`-th act of a batch, counted from 0, was refused; `reason` is the selector of the error, or 0 for
    /// one without any, as of an act that ran out of its gas. It has had no effect, and its nonce is not used.
    event Refused(uint256 indexed place, bytes4 reason);

    /// @notice The act can no longer be relayed.
    error Expired(uint40 deadline);
    /// @notice No act that can be signed has this selector.
    error UnknownAct(bytes4 selector);
    /// @notice The signature is not this signer's, under this digest.
    error WrongSignature(address actor, bytes32 digest);
    /// @notice This act has no nonce, and one is named.
    error UnusedNonce(uint256 nonce);
    /// @notice Too little gas is left to give the `place`-th act what it states.
    /// Warning: the whole batch reverts, so that an act that was told to be refused had all the gas that it states. Whoever
    /// relays may state too little: that has no effect, uses no nonce, and anybody else relays it again.
    error GasMissing(uint256 place, uint256 gas);

    /// @notice Relay one act. Anyone may. Errors besides those here: the core's own, and `InvalidAccountNonce`.
    function speak(Signed calldata act) external;

    /// @notice Relay many acts, in their order, each under its own `gas`. What is refused is told and stops nothing else.
    /// @return said For each, whether it was taken.
    function speakAll(Signed[] calldata acts) external returns (bool[] memory said);

    /// @notice Who speaks when this signer has signed.
    function actorOf(bytes calldata signer) external pure returns (address);

    /// @notice What is to be signed. `signer`, `signature` and `gas` are not looked at.
    function digestOf(Signed calldata act) external view returns (bytes32);

    /// @notice The next nonce of somebody, under a key; it contains the key.
    function nonces(address actor, uint192 key) external view returns (uint256);
}
