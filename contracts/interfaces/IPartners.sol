// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Invitation, PartnerKind } from "./Types.sol";

/// @title Partners: how people come into an organisation, and leave it
/// @notice Nobody fills a role without having agreed to the rules. A part of `Circles`, which keeps what is known
/// of a person and trusts this contract for it.
/// @dev Its events are links of the organisation's chain as those of `ICircles` are, with the same first words.
interface IPartners {
    /// @notice `person` may become a partner of this kind by agreeing to the rules.
    event Invited(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time,
        address person,
        PartnerKind kind,
        address custodian
    );
    /// @notice The actor agreed to the rules with this hash and is a partner, or has agreed again after they were amended.
    event Agreed(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time,
        bytes32 ruleHash
    );
    /// @notice The actor is no longer a partner.
    event Left(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time
    );
    /// @notice `person`, who had no seat, is no longer a partner, or no longer invited, for this reason.
    event Expelled(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time,
        address person,
        string reason
    );
    /// @notice The actor declared to be open to assignments, or no longer.
    event OpennessDeclared(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time,
        bool open
    );

    /// @notice The circle has `vault` for its account from now on.
    event VaultOpened(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        address vault
    );
    /// @notice `vault` belongs to `circle` from now on, in which the circle stood to which it belonged.
    event VaultInherited(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        address vault
    );

    /// @notice The circle stands: its vault is its own.
    error NotRemoved(uint64 circle);
    /// @notice The hash that was agreed to is not that of the organisation's rules.
    error WrongRules(bytes32 agreed, bytes32 inForce);
    /// @notice The person is not invited, and the organisation does not admit everybody.
    error NotInvited(uint32 organisation, address person);
    /// @notice The address is a vault of the organisation itself, which is never its partner.
    error OwnVault(address vault);
    /// @notice The person is a partner already, and has agreed to these rules.
    error AlreadyPartner(uint32 organisation, address person);
    /// @notice The person still fills roles, or represents circles (when leaving: that the list does not name).
    error StillSeated(uint32 organisation, address person, uint16 seats);
    /// @notice The act would leave everything as it is: invited already, or declared so already.
    error NoChange(uint32 organisation, address person);
    /// @notice The caller may not admit partners.
    error NotAdmitter(uint32 organisation, address caller);
    /// @notice An agent has a custodian who is a person and a partner (while founding: somebody); nobody else has one.
    error WrongCustodian(address custodian);

    /// @notice Invite somebody to become a partner. Fillers of the role that the anchor's settings name for
    /// admission; nobody where everybody is admitted, but for associates and agents, whom there anybody who is a member
    /// of the anchor invites.
    /// Errors: `FoundingNotOver`, `NotAdmitter`, `AlreadyPartner`, `NoChange`, `WrongCustodian`.
    function invite(uint32 organisation, Invitation calldata invitation) external;

    /// @notice Invite somebody in a founding write. The contract `ICircles.founding()` only.
    function inviteInitially(uint32 organisation, address actor, Invitation calldata invitation) external;

    /// @notice Become a partner by agreeing to the rules, and accept the listed offers; or agree again, once for each
    /// version of the rules. Whoever is invited, as the kind
    /// of partner that the invitation says; after founding everybody as a person, where the anchor's settings name no
    /// role that admits. Errors: `UnknownOrganisation`, `WrongRules`, `AlreadyPartner`, `NotInvited`, and those of
    /// `ICircles.accept`.
    /// @param ruleHash The hash of the rules in force.
    /// @param offers Roles that were offered to the caller.
    function agree(uint32 organisation, bytes32 ruleHash, uint64[] calldata offers) external;

    /// @notice Stop being a partner, resigning from the listed roles. They must be all the caller fills; a
    /// representative resigns from that office first (`IOffices.resign`).
    /// Errors: `NotPartner`, `UnknownRole`, `DoesNotFill`, `LastMember`, `StillSeated`.
    function leaveOrganisation(uint32 organisation, uint64[] calldata roles) external;

    /// @notice End somebody's partnership or invitation. Fillers of the role that the anchor's settings name for admission;
    /// nobody where everybody is admitted. Whoever is seated is first unseated, by those who may: so nobody loses a seat, or
    /// the standing it gives, by being expelled.
    /// @param reason Why; 1 to 4,096 bytes.
    /// Errors: `FoundingNotOver`, `NotAdmitter`, `NotPartner`, `StillSeated`, `Texts.WrongLength`.
    function expel(uint32 organisation, address person, string calldata reason) external;

    /// @notice Declare that whoever may offer the caller a role may assign it at once, or take that back. Partners.
    /// Errors: `NotPartner`, `NoChange`.
    function declareOpenness(uint32 organisation, bool open) external;

    /// @notice Open the vault of an inner circle, whose address is known before: from then on it belongs to the circle and
    /// obeys the organisation's treasury. Also of a circle that was removed, so that what was sent there is not lost. Anyone deploys it (`IVaultFactory`), before or after. Partners, once.
    /// Errors: `ICircles.NotPartner`, `ICircles.UnknownRole`, `ICircles.VaultTaken`.
    function openVault(uint64 circle) external returns (address vault);

    /// @notice Let the vault of a circle that was removed belong to the circle in which it stood then. Partners.
    /// Errors: `ICircles.NotPartner`, `NotRemoved`.
    function inheritVault(address vault) external;
}
