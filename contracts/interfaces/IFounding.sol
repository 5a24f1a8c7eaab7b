// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Change, ChangeKind, Invitation, Offer, Process, Settings, Words } from "./Types.sol";

/// @title Founding: how an organisation begins
/// @notice Ratifiers write the initial structure in batches, as offers, and people agree to the rules and accept
/// theirs. Founding ends when all ratifiers have ratified the same write; before that nothing is proposed or spent.
/// Afterwards the ratifiers, or whom they name as their successors, sign amendments of the rules where the anchor's
/// settings say so (`RATIFIERS_SIGN`, for ever as founded); by default the anchor is their successor, and amends the rules
/// by a special change. Without the article of governance they alone amend them.
/// @dev Its events are links of the organisation's chain as those of `ICircles` are, with the same first words.
interface IFounding {
    /// @notice An organisation was founded; its anchor is `anchor`, `(organisation << 32) | 1`. The first event of its
    /// history.
    event Founded(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time,
        Words words,
        bytes32 ruleHash,
        uint8 articles,
        Settings settings,
        address[] ratifiers,
        Process[] processes,
        address treasury,
        bytes32 salt,
        address vault
    );
    /// @notice A ratifier finished a batch of the initial structure. `afterNumber` is the event number of the
    /// founding write before it; this event's own number is what ratifiers ratify.
    event Written(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time,
        uint32 afterNumber
    );
    /// @notice A ratifier ratified everything up to the founding write `number`; `complete` when founding ended.
    event Ratified(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time,
        uint32 number,
        bool complete
    );

    /// @notice A ratifier signed an amendment: these rules, with these articles, for this `revision` of the organisation.
    event AmendmentSigned(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time,
        bytes32 ruleHash,
        uint8 articles,
        uint32 revision
    );
    /// @notice `successor` signs in the actor's place from now on.
    event RatifierSucceeded(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time,
        address successor
    );
    /// @notice Other rules are in force: their `version`, in this `revision` of the organisation. What is open goes on as
    /// it was opened; partners are asked to agree again.
    event RulesAmended(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time,
        bytes32 ruleHash,
        uint8 articles,
        uint16 version,
        uint32 revision
    );

    /// @notice From now on `process` may do what these `bits` say, in this `revision` of the organisation; without any it
    /// finishes what it has opened, and ends at `endsAt`.
    event ProcessSet(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time,
        address process,
        uint8 bits,
        uint40 endsAt,
        uint32 revision
    );
    /// @notice From now on the organisation's vaults obey `treasury`, in this `revision` of the organisation.
    event TreasurySet(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time,
        address treasury,
        uint32 revision
    );

    /// @notice The last person dissolved the organisation; `destinations` say where its money went and goes.
    event Dissolved(
        uint32 indexed organisation,
        uint64 indexed anchor,
        bytes32 previous,
        address actor,
        uint40 time,
        string destinations
    );

    /// @notice The caller is not the only member left in the anchor, where there are so many.
    error NotLast(uint32 organisation, address caller, uint16 members);
    /// @notice So many powers have been taken and are in force: the policies that give them go first.
    error PowersStand(uint32 organisation, uint256 powers);
    /// @notice The caller is not a ratifier of the organisation.
    error NotRatifier(uint32 organisation, address caller);
    /// @notice Founding names 1 to 32 different ratifiers.
    error WrongRatifiers();
    /// @notice The founding write or ratification names another number than that of the last founding write.
    error StaleFounding(uint32 organisation, uint32 named, uint32 last);
    /// @notice The ratifier already ratified this number.
    error AlreadyRatified(uint32 organisation, address ratifier);
    /// @notice The ratifier, or a predecessor, has signed this amendment.
    error AlreadySigned(uint32 organisation, address ratifier);
    /// @notice Not every ratifier has signed this amendment; `signed` has a bit for each place that has.
    error NotSigned(uint32 organisation, uint32 signed);

    /// @notice A word a ratifier.
    /// @param mark 1, and once something was ratified one more than its event number.
    /// @param place Which ratifier, from 0; kept by successors.
    struct Ratifier {
        uint64 mark;
        uint8 place;
    }

    /// @notice Where a founding stands.
    /// @param lastWrite The event number of the last founding write; before the first that of `Founded`, which is 1.
    /// @param ratifiers How many people must ratify.
    /// @param ratified How many have ratified `lastWrite`.
    /// @param dissolved Whether the organisation was dissolved since.
    struct Progress {
        uint32 lastWrite;
        uint8 ratifiers;
        uint8 ratified;
        bool dissolved;
    }

    /// @notice Found an organisation. Anyone may, ratifier or not.
    /// @param words The anchor's name, purpose, domains and accountabilities.
    /// @param ruleHash keccak256 of the rule text that partners agree to; not zero.
    /// @param articles The articles of the rules that are adopted, `STRUCTURE_ARTICLE` and its kin: always the first, each
    /// other as founders wish.
    /// @param settings The anchor's settings: a window of 3 to 60 days in seconds; admission and assigner must be
    /// 0 here (no role exists yet): admission 0 lets everybody in until a founding write names a role.
    /// @param ratifiers 1 to 32 people who write and ratify the initial structure.
    /// @param processes The contracts that may write for the organisation, with their bits.
    /// @param treasury The contract that the organisation's vaults obey; one of `processes`, with `RECORD`.
    /// @param salt With the caller it fixes the address of the anchor's vault, on every chain alike.
    /// @return anchor The id of the organisation's outermost circle.
    /// Errors: those of `ICircles.found` and of the library `Changes`, `WrongRatifiers`.
    /// Warning: a process with bits can do all that its bits allow, for ever, and the vaults obey whatever treasury
    /// is named. Founders read their code.
    /// Warning: the vault's address is the same on every chain, but belongs there to whoever founds there with this
    /// account and salt. Send money only on a chain where the organisation is founded.
    function found(
        Words calldata words,
        bytes32 ruleHash,
        uint8 articles,
        Settings calldata settings,
        address[] calldata ratifiers,
        Process[] calldata processes,
        address treasury,
        bytes32 salt
    ) external returns (uint64 anchor);

    /// @notice Write a batch of the initial structure. Ratifiers only, until founding ends; voids every
    /// ratification so far.
    /// @param organisation The organisation.
    /// @param afterNumber The event number of the founding write before this one, `Progress.lastWrite`.
    /// @param changes Changes anywhere in the organisation; may be empty. A creation's target is the circle it
    /// happens in, 0 for the anchor.
    /// @param people The people seated or unseated by the changes, in order; see `ICircles.enact`.
    /// @param invited People who may become partners.
    /// @param offers Offers of roles, which people accept as they agree. A role may be named by its place.
    function write(
        uint32 organisation,
        uint32 afterNumber,
        Change[] calldata changes,
        address[] calldata people,
        Invitation[] calldata invited,
        Offer[] calldata offers
    ) external;

    /// @notice Ratify everything up to the last founding write. Ratifiers only, once each. The last one ends the
    /// founding, for which the anchor needs a member (`AnchorEmpty`).
    /// Warning: from then on whoever is seated decides, by consent of whoever is seated. Ratify when those who shall
    /// decide have accepted their roles; offers may be unanswered.
    /// @param number The event number of the last founding write, `Progress.lastWrite`.
    function ratify(uint32 organisation, uint32 number) external;

    /// @notice Sign an amendment of the rules, once founding is over. Ratifiers or their successors, once each place.
    /// Where the article of governance is not adopted, the last signature puts it in force; elsewhere the anchor's special
    /// change does, which needs all signatures where the settings say so.
    /// @param ruleHash keccak256 of the amended rule text; not zero.
    /// @param articles The articles adopted then.
    /// @param revision The organisation's revision against which it was written.
    /// Errors: `NotRatifier`, `FoundingNotOver`, `NoRules`, `Changes.WrongArticles`, `StaleRevision`, `AlreadySigned`.
    function signAmendment(uint32 organisation, bytes32 ruleHash, uint8 articles, uint32 revision) external;

    /// @notice Name somebody who signs in the caller's place from now on. Ratifiers or their successors, once founding is
    /// over. Errors: `NotRatifier`, `FoundingNotOver`, `WrongRatifiers` for somebody who is one, or nobody.
    function succeed(uint32 organisation, address successor) external;

    /// @notice Dissolve the organisation, for ever: nothing is offered, proposed, decided or spent from then on, and whoever is
    /// in it leaves. The last member of the anchor, which is a person.
    /// @param destinations Where its money went and goes; 1 to 4,096 bytes.
    /// Errors: `FoundingNotOver`, `NotLast`, `PowersStand`, `Texts.WrongLength`.
    /// Warning: vaults obey nobody afterwards: announce and pay out everything before, each for its destination.
    function dissolve(uint32 organisation, string calldata destinations) external;

    /// @notice Apply a special change that the anchor has decided: of a process, the treasury or the rules. The contract
    /// `ICircles.structure()` only.
    /// @param terms The address of the process or treasury, or the hash of the rules.
    /// @param tags The bits of the process, or the articles adopted.
    /// @param revision The organisation's revision against which it was written.
    /// Errors: `NotStructure`, `NotSigned`, `ICircles.StaleRevision`, `ICircles.WrongProcesses`, `ICircles.LastProcess`,
    /// `ICircles.AnchorEmpty`.
    function changeSpecially(
        uint32 organisation,
        address actor,
        ChangeKind kind,
        bytes32 terms,
        uint8 tags,
        uint32 revision
    ) external;

    /// @notice Where a founding stands; all zero for an unknown organisation.
    function progressOf(uint32 organisation) external view returns (Progress memory);

    /// @notice The number that a ratifier ratified last: 0 for nobody, 1 for a ratifier who has not ratified,
    /// and one more than the ratified event number otherwise.
    function ratifiedBy(uint32 organisation, address ratifier) external view returns (uint64);

    /// @notice The place of a ratifier, from 0; also 0 for nobody.
    function placeOf(uint32 organisation, address ratifier) external view returns (uint8);

    /// @notice Who has signed an amendment, as a bit a place.
    function signedBy(
        uint32 organisation,
        bytes32 ruleHash,
        uint8 articles,
        uint32 revision
    ) external view returns (uint32);
}
