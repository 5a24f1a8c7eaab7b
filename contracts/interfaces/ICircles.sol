// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Mandate, Partner, Process, Role, Seat } from "./Types.sol";

/// @title Circles: the record of every organisation on this chain
/// @notice Organisations, roles, assignments and representation, and the one hash chain that
/// proves each organisation's history. It has no owner, no upgrade and no privileged caller: founding needs nobody's
/// permission, and only the processes that an organisation was founded with, or has consented to since, may write for it.
/// @dev Three contracts are a part of it, deployed with it and trusted for ever: `founding()`, through which
/// organisations begin (`IFounding`), `partners()`, through which people come and go (`IPartners`), and `structure()`,
/// through which governance changes roles, policies and settings (`IStructure`).
/// @dev Ids are `uint64`: the organisation in the upper 32 bits, in the lower the number of the event that created
/// the object. The anchor's number is 1. Ids are never reused.
///
/// Prose travels in events only. Storage holds authority: who fills what, who is a member, what may be changed.
///
/// Every event has three topics (signature, organisation, subject) and its data begins with the same three words:
/// `previous` (the head before it), `actor` (whose act it is) and `time` (the block's time in seconds).
///
/// Limits: 95 live roles in a circle (`CircleFull`), 64 fillers of a role (`RoleFull`), 32 levels
/// for a role that is created or moved (`TooDeep`; what is inside it moves along),
/// 32 changes in a list, 16 processes at founding. Numbers of events, members and organisations do not run out in
/// practice: 2^32 events an organisation, 2^24 members a circle, 2^16 at a time.
interface ICircles {
    /// @notice Let a vault belong to a circle. The contract `partners()` only, which has looked at all of it, and logs it.
    function setVault(address vault, uint64 circle) external;

    // ------------------------------------------------------------------ assignments

    /// @notice The actor offered `role` to `person`, who has not accepted yet.
    event Offered(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        address person
    );
    /// @notice An offer that was not accepted was taken back, or declined by `person`.
    event OfferWithdrawn(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        address person
    );
    /// @notice `person` fills `role` from now on. The actor is the person who accepted, or whoever offered it to
    /// somebody open to assignments.
    event Assigned(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        address person
    );
    /// @notice `person` no longer fills `role`: a resignation when the actor is the person, else a revocation.
    event Unassigned(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        address person
    );

    /// @notice The actor, who fills `role`, speaks for it in its circle from now on.
    event VoiceTaken(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time
    );
    /// @notice `person` represents `circle` in the circle around it from now on.
    event Represented(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        address person
    );
    /// @notice `person` no longer represents `circle`.
    event RepresentationEnded(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        address person
    );

    // ------------------------------------------------------------------ errors

    /// @notice No organisation has this number.
    error UnknownOrganisation(uint32 organisation);
    /// @notice No live role has this id (or the role is not in the circle that was named).
    error UnknownRole(uint64 role);
    /// @notice The change was written against another revision of the object.
    error StaleRevision(uint64 object, uint32 written, uint32 current);
    /// @notice The role still holds roles or policies inside; it cannot be removed.
    error NotEmpty(uint64 role);
    /// @notice The circle has as many live roles as it can seat.
    error CircleFull(uint64 circle);
    /// @notice The role has as many fillers as it can have.
    error RoleFull(uint64 role);
    /// @notice The new role would stand deeper than the limit.
    error TooDeep(uint64 circle);
    /// @notice The list of people that an enactment brings is too short, too long, or names somebody twice or
    /// somebody who does not fill `role`.
    error WrongPeople(uint64 role);
    /// @notice A role moves one level: from the deciding circle into a role in it, or out of one into it.
    error WrongMove(uint64 object, uint64 from, uint64 to);
    /// @notice The caller is not a process of the organisation with the bits this needs.
    error NotProcess(uint32 organisation, address caller, uint8 needed);
    /// @notice Only the contract `founding()` founds, writes initial structures and completes them.
    error NotFounding(address caller);
    /// @notice Only the contract `partners()` says who is a partner.
    error NotPartners(address caller);
    /// @notice Only the contract `structure()` changes roles.
    error NotStructure(address caller);
    /// @notice Founding names 1 to 16 different processes with known bits, one of which can change roles and
    /// policies and settings, and a treasury that can record.
    /// Later: the bits are unknown, the process that ends is none or ends already, or the treasury could not record.
    error WrongProcesses();
    /// @notice Of the processes that have changed governance, one that can change processes always goes on.
    error LastProcess(address process);
    /// @notice The process finishes what it has opened, until it ends; it opens and amends nothing.
    error ProcessEnding(uint32 organisation, address process);
    /// @notice The organisation has not adopted the article that this needs.
    error ArticleOff(uint32 organisation, uint8 article);
    /// @notice Founding needs the hash of a rule text.
    error NoRules();
    /// @notice Founding is over: the initial structure can only be changed by governance now.
    error FoundingOver(uint32 organisation);
    /// @notice Founding is not over: nothing is offered, proposed or spent yet.
    error FoundingNotOver(uint32 organisation);
    /// @notice Founding ends when somebody can decide: the anchor has a member, and a lead where leads decide alone.
    error AnchorEmpty(uint32 organisation);
    /// @notice This founder has used this salt before; or this circle has its vault already, or one that is a partner.
    error VaultTaken(address vault);
    /// @notice The role is linked, so that its fillers are chosen elsewhere, nothing is inside it and only unlinking removes
    /// it; or others follow it, so that it stays.
    error LinkedRole(uint64 role);
    /// @notice The person is not a partner of the organisation.
    error NotPartner(uint32 organisation, address person);
    /// @notice The caller does not assign in this circle: its leads do, at the anchor also the fillers of the role
    /// that its settings name (`IStructure`). Nobody assigns an anchor itself after founding.
    error NotAssigner(uint64 circle, address caller);
    /// @notice Nobody revokes at the anchor alone: a seat there ends by resignation or by governance.
    error AnchorSeat(uint64 role);
    /// @notice The role was not offered to this person.
    error NotOffered(uint64 role, address person);
    /// @notice The role is offered to this person already.
    error AlreadyOffered(uint64 role, address person);
    /// @notice The person fills the role already.
    error AlreadyFills(uint64 role, address person);
    /// @notice The person does not fill the role.
    error DoesNotFill(uint64 role, address person);
    /// @notice The person fills this role, and so represents the circle inside it in no other way.
    error IsLead(uint64 circle, address person);
    /// @notice The person represents the circle inside this role: first that ends, then the person can fill it.
    error IsRep(uint64 circle, address person);
    /// @notice Only a member of a circle represents it, and an anchor is represented nowhere.
    error NotMember(uint64 circle, address person);
    /// @notice The role has as many people who speak for it as it may have; or the person speaks for it already, or
    /// is of a kind of partner that is never a member.
    error NoVoice(uint64 role, address person);
    /// @notice Once founded, an organisation keeps at least one member of its anchor, and one who is a person.
    error LastMember(uint64 anchor);

    // ------------------------------------------------------------------ founding

    /// @notice Found an organisation. The contract `founding()` only, where anyone may ask for it, and which logs the
    /// first event; see `IFounding`.
    /// @param founder Whoever asked; part of the vault's address.
    /// @param articles The articles adopted, which the caller has checked.
    /// @return anchor The id of the organisation's outermost circle.
    /// @return vault The address of its vault.
    /// Errors: `NotFounding`, `WrongProcesses`, `VaultTaken`.
    function found(
        address founder,
        bytes32 ruleHash,
        uint8 articles,
        Process[] calldata processes,
        address treasury,
        bytes32 salt
    ) external returns (uint64 anchor, address vault);

    /// @notice Offer a role of the initial structure. The contract `founding()` only, until it is completed.
    function offerInitially(uint64 role, address actor, address person) external;

    /// @notice End the founding, or dissolve the organisation: then as before its founding nothing is offered, proposed,
    /// decided or spent. The contract `founding()` only. Errors: `NotFounding`, `AnchorEmpty`.
    function setFounded(uint32 organisation, bool founded) external;

    /// @notice Put other rules in force. The contract `founding()` only, which has seen that whoever must has signed, and
    /// logs it. Errors: `NotFounding`, `StaleRevision`.
    /// @return version Their version.
    function amendRules(
        uint32 organisation,
        bytes32 ruleHash,
        uint8 articles,
        uint32 revision
    ) external returns (uint16 version);

    // ------------------------------------------------------------------ partners

    /// @notice Say what is known of a person, but for the seats, which are counted here. The contract `partners()` only.
    function setPartner(uint32 organisation, address person, Partner calldata partner) external;

    /// @notice Accept a role for a person who has just agreed. The contract `partners()` only. Errors as `accept`.
    function acceptFor(uint64 role, address person) external;

    /// @notice Resign from a role for a person who leaves. The contract `partners()` only. Errors as `resign`.
    function resignFor(uint64 role, address person) external;

    // ------------------------------------------------------------------ assignments

    /// @notice Offer a role to a partner, who fills it by accepting, or at once when open to assignments.
    /// Leads of the role's circle, or whoever covers it (`acts`). An inner circle's settings may place that at a role in it: then its fillers, and no
    /// lead while a person or a body speaks for it. For the anchor's roles also fillers of the role that its settings name.
    /// Errors: `FoundingNotOver`, `UnknownRole`, `NotAssigner`, `NotPartner`, `AlreadyFills`, `AlreadyOffered`,
    /// `RoleFull`.
    /// Warning: whoever is seated at the anchor stays until resignation, governance or election; choose the
    /// assigner role accordingly. A role that settings name can be removed by its circle; then nobody fills it until
    /// the anchor configures another.
    function offer(uint64 role, address person) external;

    /// @notice Take back an offer (whoever may offer, after founding), or decline it (the person, at any time).
    /// Errors: `NotOffered`, `FoundingNotOver`, `UnknownRole`, `NotAssigner`.
    function withdrawOffer(uint64 role, address person) external;

    /// @notice Accept a role that was offered to the caller, who is a partner. An anchor itself only while it is
    /// founded. Errors: `NotPartner`, `UnknownRole`, `NotOffered`, `AlreadyFills`, `RoleFull`.
    function accept(uint64 role) external;

    /// @notice Give up a role. Anyone, at any time. Error: `LastMember` for the last member of the anchor.
    function resign(uint64 role) external;

    /// @notice Speak for a role that one fills: where a limit left room, or took it and somebody has left. Persons and
    /// bodies. Errors: `DoesNotFill`, `NoVoice`.
    function takeVoice(uint64 role) external;

    /// @notice End somebody's assignment. Whoever may offer the role, after founding; nobody at the anchor.
    /// Errors: `FoundingNotOver`, `UnknownRole`, `AnchorSeat`, `NotAssigner`, `DoesNotFill`.
    function revoke(uint64 role, address person) external;

    // ------------------------------------------------------------------ structure

    // Only the contract `structure()` calls these, which has checked that the change was adopted, or is written by a
    // ratifier, and logs it right afterwards. `by` is the circle that decides: it reaches itself and the roles in it; 0
    // for a founding write, which reaches all of the organisation, as the caller has checked. `people` are the rest of
    // those who were listed; of which the first are used. All return the head before the event.

    /// @notice Create a role in a circle, which comes alive with its first.
    /// @return before The head before the event.
    /// @return role Its id.
    /// @return used How many of the listed people lead the circle that came alive.
    /// Errors: `UnknownRole`, `TooDeep`, `CircleFull`, `WrongPeople`.
    function createRole(
        uint64 by,
        uint64 circle,
        address[] calldata people
    ) external returns (bytes32 before, uint64 role, uint256 used);

    /// @notice Raise a role's revision: its words change. Errors: `UnknownRole`, `StaleRevision`.
    function amendRole(uint64 by, uint64 role, uint32 revision) external returns (bytes32 before);

    /// @notice Remove an empty role; whoever fills or represents it is unseated.
    /// @return before The head before the event.
    /// @return used How many of the listed people that were.
    /// Errors: `UnknownRole`, `StaleRevision`, `NotEmpty`, `WrongPeople`, `LastMember`.
    function removeRole(
        uint64 by,
        uint64 role,
        uint32 revision,
        address[] calldata people
    ) external returns (bytes32 before, uint256 used);

    /// @notice Move a role, with all that is inside it; that it is one level the caller has checked. People keep the voices they have for it.
    /// @return before The head before the event.
    /// @return led How many of the listed people lead the circle that came alive.
    /// @return used How many after them fill or represent the role.
    /// Errors: `UnknownRole`, `StaleRevision`, `TooDeep`, `CircleFull`, `WrongPeople`, `LastMember`.
    function moveRole(
        uint64 role,
        uint64 to,
        uint32 revision,
        address[] calldata people
    ) external returns (bytes32 before, uint256 led, uint256 used);

    /// @notice Limit how many of those who fill a role speak for it. Binds who comes; nobody who speaks is silenced.
    /// Errors: `UnknownRole`, `StaleRevision`.
    function limitRole(
        uint64 by,
        uint64 role,
        uint8 limit,
        uint32 revision
    ) external returns (bytes32 before);

    /// @notice Let linked roles follow `source`, which whoever fills it fills too. With a `limit` the new role `role` is one
    /// of them, in which at most so many speak, and people come to fill it; without a source somebody outside chooses who
    /// does (`IStructure.linkAt`). The caller has looked at all of it, and has logged it.
    /// @param followers All that follow the source from now on, as `followersOf`.
    /// @param people All who fill the source, where a role comes to follow it. Errors: `AlreadyFills`, `IsRep`.
    function follow(
        uint64 source,
        uint256 followers,
        uint64 role,
        uint8 limit,
        address actor,
        address[] calldata people
    ) external;

    /// @notice Count a policy that a circle holds from now on, or no longer. Error: `UnknownRole`.
    function countPolicy(uint64 circle, bool more) external returns (bytes32 before);

    // ------------------------------------------------------------------ special changes

    /// @notice Refuse a process without all of these bits, and an organisation whose founding is not over; else note that
    /// the process changes governance. The contract `structure()` only. Errors: `NotStructure`, `NotProcess`,
    /// `FoundingNotOver`.
    function proveBits(uint32 organisation, address process, uint8 needed) external;

    /// @notice Let a contract write for the organisation from now on with these bits; without any, let it finish and end in
    /// 90 days. The contract `founding()` only.
    /// @return before The head before the event.
    /// @return endsAt When it ends; 0 for one that goes on.
    /// Errors: `NotFounding`, `StaleRevision`, `WrongProcesses`, `LastProcess`.
    function setProcess(
        uint32 organisation,
        address process,
        uint8 bits,
        uint32 revision
    ) external returns (bytes32 before, uint40 endsAt);

    /// @notice Let the organisation's vaults obey another treasury, one of its processes with `RECORD`. The contract
    /// `founding()` only.
    /// @return before The head before the event.
    /// Errors: `NotFounding`, `StaleRevision`, `WrongProcesses`.
    function setTreasury(
        uint32 organisation,
        address treasury,
        uint32 revision
    ) external returns (bytes32 before);

    // ------------------------------------------------------------------ processes

    /// @notice Make a member of a circle its representative in the circle around it. Processes with `OFFICES`.
    /// @param actor Whoever caused it; recorded.
    /// Errors: `NotProcess`, `FoundingNotOver`, `UnknownRole`, `NotPartner`, `NotMember`, `IsLead`, `AlreadyFills` for a
    /// representative.
    function represent(uint64 circle, address person, address actor) external;

    /// @notice End a representation. Processes with `OFFICES`. Errors: `NotProcess`, `DoesNotFill`, `LastMember`.
    function endRepresentation(uint64 circle, address person, address actor) external;

    /// @notice Let an elected person fill a role, in the place of somebody or beside others. Processes with `OFFICES`,
    /// after founding. At the anchor too, but never an anchor itself.
    /// @param person Who fills it from now on; zero for nobody.
    /// @param replaced Who no longer does; zero for nobody. Not the last member of an anchor, who is joined first.
    /// Errors: `NotProcess`, `FoundingNotOver`, `UnknownRole`, `NotPartner`, `AlreadyFills`, `RoleFull`, `IsRep`,
    /// `DoesNotFill`, `LastMember`.
    function elect(uint64 role, address person, address replaced, address actor) external;

    /// @notice Extend the organisation's hash chain by an event that the caller has just logged. Processes with
    /// the `RECORD` bit, and the contract `founding()`.
    /// @param organisation The organisation whose history it is.
    /// @param topicsHash keccak256 of the event's topics, 32 bytes each.
    /// @param dataHash keccak256 of the event's data, whose first word was the head before it.
    /// @return number The number of the event.
    function extendHistory(
        uint32 organisation,
        bytes32 topicsHash,
        bytes32 dataHash
    ) external returns (uint32 number);

    // ------------------------------------------------------------------ what is true

    /// @notice What a process must know of somebody who speaks in a circle.
    /// @param head The organisation's head, for the first word of the event.
    /// @param number The member number in the circle, from 1, never reused; 0 for somebody never seated there.
    /// @param member Whether the person is a member now.
    /// @param inRole Whether the person speaks for the role that was named, in this circle, as one who fills it or as
    /// representative of the circle inside it (or leads the circle, when the circle itself was named).
    /// @param endedAt When membership last ended, in seconds; 0 for never.
    struct Standing {
        bytes32 head;
        uint24 number;
        bool member;
        bool inRole;
        uint40 endedAt;
    }

    /// @notice Who is in a circle.
    /// @param members How many members the circle has.
    /// @param epoch A number that rises with every change of membership.
    /// @param lastDeparture When somebody last stopped being a member, in seconds; 0 for never.
    struct Crowd {
        uint16 members;
        uint32 epoch;
        uint40 lastDeparture;
    }

    /// @notice Where an organisation stands.
    /// @param treasury The contract that its vaults obey.
    /// @param founded Whether founding is over, and it is not dissolved.
    /// @param articles The articles adopted, `STRUCTURE_ARTICLE` and its kin.
    /// @param deciding How many processes go on that have made a special change and can make the next.
    /// @param version The version of the rules, from 1.
    /// @param revision From 1; rises with every special change.
    /// @param bodies How many members of the anchor are bodies.
    struct Organisation {
        address treasury;
        bool founded;
        uint8 articles;
        uint8 deciding;
        uint16 version;
        uint32 revision;
        uint16 bodies;
    }

    /// @notice Whom every contract that takes people's acts believes who speaks, besides whoever calls it (`IVoice`).
    function voice() external view returns (address);

    /// @notice The contract through which organisations are founded.
    function founding() external view returns (address);

    /// @notice The contract through which people become partners and leave.
    function partners() external view returns (address);

    /// @notice The contract through which governance changes the record.
    function structure() external view returns (address);

    /// @notice The head of an organisation's history: 184 bits of hash, 40 of the block of the last event, 32
    /// counting events. Zero for an unknown organisation.
    function head(uint32 organisation) external view returns (bytes32);

    /// @notice The head before the first event: it binds the chain, this contract and the organisation.
    function genesis(uint32 organisation) external view returns (bytes32);

    /// @notice How many organisations were founded; the last one's number.
    function organisations() external view returns (uint32);

    /// @notice Where an organisation stands. All zero for an unknown one.
    function organisationAt(uint32 organisation) external view returns (Organisation memory);

    /// @notice The hash of the rules in force.
    function ruleHashOf(uint32 organisation) external view returns (bytes32);

    /// @notice The standing of `person` in `circle`, speaking for `asRole` (0 to name none).
    function standing(uint64 circle, address person, uint64 asRole) external view returns (Standing memory);

    /// @notice Who is in a circle of an organisation whose founding is over. Errors: `UnknownRole`, `FoundingNotOver`.
    function crowd(uint64 circle) external view returns (Crowd memory);

    /// @notice The same, for a process that opens a round of governance there. Errors: `UnknownRole`, `FoundingNotOver`,
    /// `ArticleOff` where the leads govern alone, `ProcessEnding`.
    function opening(uint64 circle, address process) external view returns (Crowd memory);

    /// @notice Whether `person` represents `circle` in the circle around it.
    function represents(uint64 circle, address person) external view returns (bool);

    /// @notice Whether `person` fills `role`. For an anchor: leads it.
    function fills(uint64 role, address person) external view returns (bool);

    /// @notice Whether `person` fills `role` as a person or a body, not as an associate or an agent.
    function isInPerson(uint64 role, address person) external view returns (bool);

    /// @notice Whether `person` acts for `role` outside governance: fills it, or covers it. Leads of a circle who are persons
    /// or bodies cover the roles in it for which no person or body speaks: they assign inside them and announce for them,
    /// and have no voice by it. One level, never chained.
    function acts(uint64 role, address person) external view returns (bool);

    /// @notice Whether `person` chooses who fills `role`: may offer and, but at the anchor, revoke it; see `offer`. Errors:
    /// `FoundingNotOver`, `UnknownRole`.
    function assigns(uint64 role, address person) external view returns (bool);

    /// @notice Whether `person` leads `circle`, that is fills it as a role and is seated inside it.
    function leads(uint64 circle, address person) external view returns (bool);

    /// @notice A role's word; all zero when there is none, but for the circle where a role stood that was removed.
    function roleAt(uint64 role) external view returns (Role memory);

    /// @notice The circle in which a role stands; 0 for an anchor. Error: `UnknownRole`.
    function circleOf(uint64 role) external view returns (uint64);

    /// @notice The linked roles that follow a role: up to four ids in one word, the last that came in its lowest 64 bits.
    function followersOf(uint64 role) external view returns (uint256);

    /// @notice The seat of a person in a circle.
    function seatOf(uint64 circle, address person) external view returns (Seat memory);

    /// @notice The seats that live roles of a circle take, as bits.
    function seatsTaken(uint64 circle) external view returns (uint256);

    /// @notice What an organisation knows of a person.
    function partnerAt(uint32 organisation, address person) external view returns (Partner memory);

    /// @notice Whether the role is offered to the person and not accepted yet.
    function isOffered(uint64 role, address person) external view returns (bool);

    /// @notice The bits that a process has in an organisation now.
    function bitsOf(uint32 organisation, address process) external view returns (uint8);

    /// @notice What is kept of a process in an organisation; all zero for one that never was.
    function mandateOf(uint32 organisation, address process) external view returns (Mandate memory);

    /// @notice The circle to which a vault belongs; 0 for an address that is no vault, or not opened.
    function circleOfVault(address vault) external view returns (uint64);

    /// @notice The address of an inner circle's vault, before and after it exists.
    function vaultOf(uint64 circle) external view returns (address);

    /// @notice The contract that a vault obeys. Error: `FoundingNotOver`, with 0 for an address that is no vault.
    function controllerOf(address vault) external view returns (address);

    /// @notice The address of the anchor's vault of an organisation that `founder` founds with `salt`, before
    /// and after it exists.
    function vaultFor(address founder, bytes32 salt) external view returns (address);
}
