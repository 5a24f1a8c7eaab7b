// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Change } from "./Types.sol";
import { Lifecycle } from "../libraries/Lifecycle.sol";

/// @title Consent: governance by objection round
/// @notice A member proposes changes to one circle's governance on behalf of a role. They stand adopted when
/// everybody expected has confirmed, or when the window has passed and no objection stands; in a windowless circle
/// only when everybody expected has confirmed.
/// @dev What facilitators and secretaries judge, and what meetings decide, comes from processes with the `ROUNDS` bit
/// (`IFacilitation`, `IMeetings`), through the functions under "rounds".
///
/// A proposal's id is `(organisation << 32) | number of the event that opened it`.
///
/// What an opening fixes (again when amended), nothing later changes: window, expected answers, epoch. An objection
/// stands until its objector withdraws it or confirms a later version: leaving or being removed silences nobody.
/// This departs from rules that end a say with the last role, on purpose.
interface IConsent {
    /// @notice Why a proposal came about. Each 1 to 4,096 bytes.
    /// @param tension The tension the proposer's role feels.
    /// @param example An actual case, past or present.
    /// @param explanation How the proposal would have reduced the tension in that case.
    struct Reasons {
        string tension;
        string example;
        string explanation;
    }

    /// @notice An objection: all of the first four, or only the fifth. Each 1 to 4,096 bytes.
    /// @param harm How the proposal would reduce the circle's capacity to enact its purpose or accountabilities.
    /// @param limits How it would limit a role that the objector represents in the circle.
    /// @param cause Why the concern would not exist without the proposal.
    /// @param certainty Why the harm would necessarily follow, or why there would be no time to adapt.
    /// @param rule The rule that adopting it would break.
    struct Objection {
        string harm;
        string limits;
        string cause;
        string certainty;
        string rule;
    }

    /// @notice A proposal's word.
    /// @param circle The number of the circle that decides.
    /// @param proposer The proposer's member number in it.
    /// @param standingFrom Whoever stopped being a member after this has standing, in seconds.
    /// @param closesAt The end of the window, exclusive, in seconds.
    /// @param version From 1; rises with every amendment.
    /// @param expected How many members are expected to answer this version.
    /// @param confirmed How many members have confirmed this version.
    /// @param objections How many objections stand.
    /// @param epoch The circle's epoch when this version opened.
    /// @param marks What opening this version fixed besides: `Marks.EARLY` and its kin.
    /// @param attention How many members have to have confirmed before the window alone adopts this version.
    /// @param outcome What was settled.
    struct Proposal {
        uint32 circle;
        uint24 proposer;
        uint40 standingFrom;
        uint40 closesAt;
        uint16 version;
        uint16 expected;
        uint16 confirmed;
        uint16 objections;
        uint32 epoch;
        uint8 marks;
        uint8 attention;
        Lifecycle.Outcome outcome;
    }

    /// @notice A proposal was opened. `adopted` when nobody else is expected to answer and nobody left lately.
    event Proposed(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 circle,
        uint64 asRole,
        uint8 slot,
        uint40 closesAt,
        uint16 expected,
        uint8 marks,
        uint8 attention,
        bool adopted,
        Change[] changes,
        Reasons reasons
    );
    /// @notice The proposer amended it: a new version, a full new window, earlier confirmations void.
    event Amended(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        uint16 version,
        uint40 closesAt,
        uint16 expected,
        uint8 marks,
        uint8 attention,
        bool adopted,
        Change[] changes,
        Reasons reasons,
        string integrates
    );
    /// @notice A member raised an objection to this version, for a role.
    event Objected(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        uint16 version,
        uint64 asRole,
        Objection objection
    );
    /// @notice The objector took the objection back. `closesAt` is the end of the window after it.
    event ObjectionWithdrawn(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        uint40 closesAt
    );
    /// @notice The objector confirmed that this version integrates the objection.
    event Resolved(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        uint16 version,
        bytes32 content,
        uint40 closesAt,
        bool adopted
    );
    /// @notice A member has no objection to the content with this hash.
    event Confirmed(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        uint16 version,
        bytes32 content,
        bool adopted
    );
    /// @notice Its window stays open at least until `closesAt`, because a judgement about it is open.
    event Held(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        uint40 closesAt
    );
    /// @notice Nothing adopts it before `suspendedUntil`, because of a meeting; then a full window runs, to `closesAt`.
    event Suspended(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        uint40 suspendedUntil,
        uint40 closesAt
    );
    /// @notice A meeting adopted this version.
    event AdoptedInMeeting(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        uint16 version,
        bytes32 content
    );
    /// @notice The objection of `objector` was discarded for good. `closesAt` is the end of the window after it.
    event ObjectionDiscarded(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        address objector,
        uint40 closesAt
    );
    /// @notice It is stopped, like by an objection, while it is judged whether it is valid at all.
    event Stopped(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time
    );
    /// @notice It goes on: it was not dropped after all. `closesAt` is the end of the window after it.
    event Released(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        uint40 closesAt
    );
    /// @notice It was dropped for good.
    event Dropped(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time
    );
    /// @notice The proposer withdrew it.
    event Withdrawn(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time
    );
    /// @notice It was enacted; what `Circles` wrote for it follows in the same transaction.
    event Enacted(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time
    );

    /// @notice No proposal has this id.
    error UnknownProposal(uint64 proposal);
    /// @notice The act is not possible while the proposal stands so.
    error WrongStatus(uint64 proposal, Lifecycle.Status status);
    /// @notice Silence is consent to this proposal from `closesAt` on; objections and confirmations come before it.
    error WindowClosed(uint64 proposal, uint40 closesAt);
    /// @notice The caller is not a member of the circle.
    error NotMember(uint64 circle, address caller);
    /// @notice The caller is neither a member nor left the circle late enough to have standing.
    error NoStanding(uint64 proposal, address caller);
    /// @notice The caller does not speak for this role in the circle, nor is permitted to.
    error NotInRole(uint64 role, address caller);
    /// @notice Only the proposer may do this.
    error NotProposer(uint64 proposal, address caller);
    /// @notice The proposer's own consent is implied; it is neither confirmed nor objected to.
    error OwnProposal(uint64 proposal);
    /// @notice The slot is one of three: 0, 1, 2.
    error WrongSlot(uint8 slot);
    /// @notice The proposal that the member opened in this slot is not over.
    error SlotTaken(uint8 slot, uint64 proposal);
    /// @notice The act names another version than the current one.
    error StaleVersion(uint64 proposal, uint16 named, uint16 current);
    /// @notice The content that was named or sent is not that of the current version.
    error WrongContent(uint64 proposal, bytes32 named, bytes32 current);
    /// @notice One objection a member and version.
    error AlreadyObjected(uint64 proposal, address member);
    /// @notice The member has confirmed this version already.
    error AlreadyConfirmed(uint64 proposal, address member);
    /// @notice The member has objected to this version and confirms as if not, or the other way round.
    error WrongTurn(uint64 proposal, address member);
    /// @notice The member's own objection stands: resolve or withdraw it first.
    error ObjectionStands(uint64 proposal, address member);
    /// @notice No objection of this member stands.
    error NoObjection(uint64 proposal, address member);
    /// @notice The objection was raised to this very version; only a later one can have integrated it.
    error NotAmended(uint64 proposal, uint16 version);
    /// @notice A special change is adopted by its long window, or by everybody; never by a meeting.
    error NotInMeeting(uint64 proposal);
    /// @notice Only a process with the `ROUNDS` bit may do this.
    error NotRounds(uint32 organisation, address caller);
    /// @notice The proposal is stopped already, or is not.
    error WrongStop(uint64 proposal);
    /// @notice An objection gives all four arguments and no rule, or a rule and no argument.
    error IncompleteObjection();

    /// @notice Open a proposal. Members of the circle, for a role they speak for in it (or the circle they lead), or are
    /// permitted to represent (`IOffices.permit`).
    /// @param circle The circle that decides.
    /// @param asRole The role that feels the tension.
    /// @param slot 0, 1 or 2: one of the caller's three in this circle, whose last proposal is over.
    /// @param changes What would change, 1 to 32 changes; see `ICircles.enact` for what they may touch.
    /// @param reasons Tension, example, explanation. Where the circle's settings have `REALITY`, example and explanation
    /// may both be empty: then the proposal claims only to make the record say what happens already.
    /// @return proposal Its id.
    /// Errors: `NotMember`, `NotInRole`, `WrongSlot`, `SlotTaken`, `UnknownRole`, `FoundingNotOver`, and those of
    /// the library `Changes` for words that are empty or too long.
    /// Warning: whether the changes fit the record is seen when they are enacted; a change against a revision
    /// that is no longer current never gets enacted.
    function propose(
        uint64 circle,
        uint64 asRole,
        uint8 slot,
        Change[] calldata changes,
        Reasons calldata reasons
    ) external returns (uint64 proposal);

    /// @notice Replace a proposal's content by a new version. The proposer, while it is undecided and while still a
    /// member. A meeting that stands in its way still does, and so does a stop.
    /// @param integrates What the new version means to integrate; may be empty.
    function amend(
        uint64 proposal,
        Change[] calldata changes,
        Reasons calldata reasons,
        string calldata integrates
    ) external;

    /// @notice Withdraw a proposal. The proposer, member or not, while it is undecided: what the circle has adopted is
    /// the circle's. Errors: `UnknownProposal`, `NotProposer`, `WrongStatus`.
    function withdraw(uint64 proposal) external;

    /// @notice Object. Whoever has standing, other than the proposer, before silence is consent, once a version.
    /// Voids the caller's own confirmation of this version.
    /// Errors: `UnknownProposal`, `WrongStatus`, `WindowClosed`, `StaleVersion`, `OwnProposal`, `NotInRole`,
    /// `NoStanding`, `IncompleteObjection`, `WrongLength`, `AlreadyObjected`.
    /// @param version The version objected to, the current one.
    /// @param asRole The role whose capacity is at stake. Checked for members; recorded as said for whoever has
    /// standing but is no longer seated.
    function object(uint64 proposal, uint16 version, uint64 asRole, Objection calldata objection) external;

    /// @notice Take one's own objection back. With the last one the window stays open for a last call.
    /// Errors: `UnknownProposal`, `NoObjection`, `WrongStatus`.
    function withdrawObjection(uint64 proposal) external;

    /// @notice Confirm that the current version, later than the objection, integrates one's own objection. Counts
    /// as the caller's confirmation of it (of a member's); with the last one the window stays open for a last call.
    /// @param content The hash of the content that the caller has read.
    function resolve(uint64 proposal, uint16 version, bytes32 content) external;

    /// @notice Confirm to have no objection. Members other than the proposer, before silence is consent.
    /// While it is suspended confirmations count, but adopt nothing: a later one does, or silence; where silence never
    /// does and everybody has confirmed, the proposer amends it and asks anew.
    /// Errors: `UnknownProposal`, `WrongStatus`, `WindowClosed`, `WrongContent`, `NotMember`, `OwnProposal`,
    /// `ObjectionStands`, `AlreadyConfirmed`, `WrongTurn`.
    /// @param content The hash of the content that the caller has read.
    /// @param afterObjecting Whether the caller has objected to this version before. So that nobody can relay again what
    /// was signed before an objection: a version is confirmed once before it and once after.
    function confirm(uint64 proposal, bytes32 content, bool afterObjecting) external;

    // ------------------------------------------------------------------ rounds

    /// @notice Keep the window open at least until `until`. Processes with `ROUNDS`, for an undecided proposal.
    /// @dev All of these: `actor` is recorded; errors `NotRounds`, `UnknownProposal`, `WrongStatus`.
    function hold(uint64 proposal, uint40 until, address actor) external;

    /// @notice Let nothing adopt the proposal before `until`, and then run a full window. Processes with `ROUNDS`.
    /// Never shortens a suspension.
    function suspend(uint64 proposal, uint40 until, address actor) external;

    /// @notice Adopt this version now. Processes with `ROUNDS`, while nothing stands against it. Errors also
    /// `StaleVersion`, `WrongContent`.
    function adopt(uint64 proposal, uint16 version, bytes32 content, address actor) external;

    /// @notice End an objection for good. Processes with `ROUNDS`. Error also `NoObjection`.
    function discardObjection(uint64 proposal, address objector, address actor) external;

    /// @notice Stop a proposal, like an objection would, until `release` or `drop`. Processes with `ROUNDS`. Error also
    /// `WrongStop`.
    function stop(uint64 proposal, address actor) external;

    /// @notice Let a stopped proposal go on. Processes with `ROUNDS`. Error also `WrongStop`.
    function release(uint64 proposal, address actor) external;

    /// @notice Drop a stopped proposal for good. Processes with `ROUNDS`. Error also `WrongStop`.
    function drop(uint64 proposal, address actor) external;

    // ------------------------------------------------------------------ enactment

    /// @notice Enact an adopted proposal: all its changes or none. Anyone.
    /// Errors: `UnknownProposal`, `WrongStatus`, `WrongContent`, and those of `ICircles.enact`.
    /// @param changes The changes, as proposed.
    /// @param reasonsHash keccak256 of the ABI-encoded reasons.
    /// @param people See `ICircles.enact`.
    function enact(
        uint64 proposal,
        Change[] calldata changes,
        bytes32 reasonsHash,
        address[] calldata people
    ) external;

    /// @notice Where a proposal stands now.
    function statusOf(uint64 proposal) external view returns (Lifecycle.Status);

    /// @notice A proposal's word; all zero when there is none.
    function proposalAt(uint64 proposal) external view returns (Proposal memory);

    /// @notice Until when nothing adopts a proposal, in seconds; 0 where no meeting ever stood in its way.
    function suspendedUntil(uint64 proposal) external view returns (uint40);

    /// @notice The hash of a proposal's current content: keccak256 of the hashes of the ABI-encoded changes and
    /// of the ABI-encoded reasons.
    function contentOf(uint64 proposal) external view returns (bytes32);

    /// @notice What the member with this number has said: whether an objection stands, whether the current version
    /// was confirmed, whether it was objected to, and whether the objection that stands (or stood last) names a rule.
    function answerOf(
        uint64 proposal,
        uint24 number
    ) external view returns (bool objection, bool confirmed, bool objected, bool byRule);

    /// @notice The version to which the objection of the member with this number was raised that stands or stood last.
    /// A member objects to a version once: so number and version name an objection.
    function objectedTo(uint64 proposal, uint24 number) external view returns (uint16);

    /// @notice The proposals in a member's three slots of a circle; 0 for a slot never used.
    function slotsOf(uint64 circle, address member) external view returns (uint64[3] memory);
}
