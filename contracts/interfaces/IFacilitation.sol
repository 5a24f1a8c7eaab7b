// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IMatters } from "./IMatters.sol";

/// @title Facilitation: what is said and judged about a proposal and its objections
/// @notice Members ask, react and ask for tests and meetings; facilitators and secretaries judge, from closed lists of
/// reasons, and only whether arguments are given, never whether they are true (while the circle is in breakdown also
/// whether they follow and matter). Every judgement is open to appeal:
/// first to the circle's own secretary, then to the secretary of each circle further out. Silence through a rung's time
/// overturns the judgement. Nothing is adopted while a rung is open.
/// @dev It has the `ROUNDS` bit: what it decides takes effect in `IConsent`. It is fixed to one `IConsent` and one
/// `IOffices`.
///
/// Whoever proposed or objects does not declare to stand in (`IMatters.isBarred`), so that nobody keeps others from
/// judging what is their own.
///
/// A judgement about an objection is named by the proposal and the objector; one about the proposal itself (a drop) by
/// the proposal and the zero address. Nobody judges what is their own: the proposer, the objector and, in an appeal,
/// whoever judged before, through every step of the order in which others stand in.
///
/// A text has 1 to 4,096 bytes; that of a request for a meeting may be empty.
///
/// A rung lasts the notice of the proposal's circle, as it is when the rung opens. At the anchor a judgement needs two people: the
/// facilitator's counts once the secretary has seconded it.
interface IFacilitation is IMatters {
    /// @notice What somebody says about a proposal, beside the answers that count.
    enum RemarkKind {
        Question,
        Reply,
        Reaction,
        Amendment
    }

    /// @notice Why an objection is discarded. The closed list: nobody may discard one for being wrong.
    /// NoHarm, NoLimit, NoCause, NoCertainty: no argument was given for this criterion.
    /// NoViolation: it names a rule, and the secretary has ruled that the proposal does not break it.
    /// Abandoned: the objector does not seek an amendment in good faith.
    /// Illogical, Irrelevant: only while the circle is in breakdown (`IOffices.breakdownOf`). The arguments do not follow,
    /// or have nothing to do with the proposal.
    enum DiscardReason {
        NoHarm,
        NoLimit,
        NoCause,
        NoCertainty,
        NoViolation,
        Abandoned,
        Illogical,
        Irrelevant
    }

    /// @notice Why a proposal is dropped. The closed list.
    /// NoTension, NoExample, NoExplanation: what the proposer gave is none.
    /// Unanswered: the proposer does not answer questions about the tension in good faith.
    /// Unargued: the proposer does not argue why an offered amendment would fail in an example.
    /// NotGovernance: the secretary has ruled in an objection's matter that adopting it would break a rule.
    enum DropReason {
        NoTension,
        NoExample,
        NoExplanation,
        Unanswered,
        Unargued,
        NotGovernance
    }

    /// @notice Where a judgement stands.
    /// None: there is none.
    /// Seconding: from None, at the anchor; waits for the secretary. Void when its time passes.
    /// Appealable: from None, or from Seconding at the anchor, or from Appealed when upheld while a circle lies further
    /// out. Final when its time passes.
    /// Appealed: from Appealable; a secretary decides. Overturned when its time passes.
    /// Final: from Appealable by time, or from Appealed when the anchor's secretary upheld it; waits to be settled.
    /// Overturned: from Appealed, by the secretary or by time.
    /// Void: from Seconding by time; or what it is about is no longer there: the objection ended otherwise, was raised
    /// anew to a later version or was ruled to name a broken rule, or the proposal is over.
    /// Settled: from Final or Overturned. It has had its effect.
    enum Phase {
        None,
        Seconding,
        Appealable,
        Appealed,
        Final,
        Overturned,
        Void,
        Settled
    }

    /// @notice A judgement, in two words.
    /// @param by Who judged.
    /// @param deadline The end of the open rung, exclusive, in seconds.
    /// @param rung The number of the circle whose secretary decides or has decided last; 0 before an appeal.
    /// @param version The version of the proposal when it was judged.
    /// @param reason The `DiscardReason` or the `DropReason`.
    /// @param phase Where it stood after the last act; time may have moved it on: see `phaseOf`.
    /// @param judge Whoever seconded it or upheld it last; zero for nobody.
    /// @param objectedTo The version to which the objection was raised that it is about; 0 for a drop.
    struct Judgement {
        address by;
        uint40 deadline;
        uint32 rung;
        uint8 reason;
        Phase phase;
        address judge;
        uint16 version;
        uint16 objectedTo;
    }

    /// @notice Somebody said something about a proposal. `about` is the objector whose objection it is about, or zero.
    event Remarked(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        RemarkKind kind,
        address about,
        string text
    );
    /// @notice A member asked for a meeting about it.
    event MeetingRequested(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        uint40 suspendedUntil,
        string text
    );
    /// @notice A member asked the facilitator to test an objection.
    event TestRequested(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        address objector
    );
    /// @notice The facilitator found that the objection of `objector` gives every argument it needs.
    event ObjectionUpheld(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        address objector,
        string text
    );
    /// @notice The secretary ruled whether the proposal breaks the rule that an objection names.
    event ViolationRuled(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        address objector,
        bool violates,
        string text
    );
    /// @notice The facilitator judged that an objection is to be discarded.
    event DiscardJudged(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        address objector,
        DiscardReason reason,
        uint40 deadline,
        string text
    );
    /// @notice The facilitator judged that a proposal is to be dropped.
    event DropJudged(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        DropReason reason,
        uint40 deadline,
        string text
    );
    /// @notice The anchor's secretary seconded a judgement.
    event Seconded(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        address about,
        uint40 deadline
    );
    /// @notice Whoever a judgement is against appealed, to the secretary of the circle `rung`.
    event Appealed(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        address about,
        uint64 rung,
        uint40 deadline,
        string text
    );
    /// @notice A secretary decided an appeal.
    event AppealDecided(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        address about,
        bool upheld,
        uint40 deadline,
        string text
    );
    /// @notice A judgement that time had decided took its effect: `final_` when it stands, else it was overturned or
    /// had become void.
    event JudgementSettled(
        uint32 indexed organisation,
        uint64 indexed proposal,
        bytes32 previous,
        address actor,
        uint40 time,
        address about,
        bool final_
    );

    /// @notice The caller is not a member of the circle.
    error NotMember(uint64 circle, address caller);
    /// @notice The caller does not act for this office in this matter: not its holder, nor a stand-in whose declaration
    /// has effect.
    error NotActing(uint64 circle, uint8 office, address caller);
    /// @notice The caller may not judge this: it is the caller's own, or the caller has judged it before.
    error OwnMatter(uint64 proposal, address caller);
    /// @notice The proposal is decided already, or over.
    error NotUndecided(uint64 proposal);
    /// @notice No objection of this person stands.
    error NoObjection(uint64 proposal, address objector);
    /// @notice The judgement is not in a phase in which this is possible.
    error WrongPhase(uint64 proposal, address about, Phase phase);
    /// @notice It was judged in this version already.
    error AlreadyJudged(uint64 proposal, address about);
    /// @notice This reason is not one for this: of an objection that names a rule only `NoViolation` (after the
    /// secretary's ruling) and `Abandoned`, of one with four arguments any other, the last two only in a breakdown; none once
    /// the secretary has ruled that the rule is broken. Of a proposal that claims only to make the record say what happens, neither `NoExample` nor
    /// `NoExplanation`; `NotGovernance` only after a ruling that a rule is broken.
    error WrongReason(uint64 proposal, uint8 reason);
    /// @notice The objection names no rule (to be ruled on), or names one.
    error WrongKind(uint64 proposal, address objector);
    /// @notice It was ruled on already.
    error AlreadyRuled(uint64 proposal, address objector);
    /// @notice Only whom the judgement is against appeals.
    error NotAffected(uint64 proposal, address about, address caller);
    /// @notice The member has asked for a meeting about this proposal before.
    error AlreadyRequested(uint64 proposal, address member);
    /// @notice The circle's settings say that nobody stops a proposal by asking for a meeting.
    error NoMeetings(uint64 circle);
    /// @notice Only the anchor's judgements are seconded.
    error NotAnchor(uint64 circle);

    /// @notice Say something about an undecided proposal. Members of its circle; its proposer and whoever's objection
    /// stands, members or not.
    /// @param about The objector whose objection it is about; zero for the proposal.
    function remark(uint64 proposal, RemarkKind kind, address about, string calldata text) external;

    /// @notice Ask for a meeting about an undecided proposal: nothing but a meeting adopts it for two notices, then a
    /// full window runs. Members of its circle, once each a proposal, unless the settings have `ASYNC_ONLY`.
    function requestMeeting(uint64 proposal, string calldata text) external;

    /// @notice Ask the facilitator to test a standing objection. Members of the circle.
    function requestTest(uint64 proposal, address objector) external;

    /// @notice Find that a standing objection gives every argument it needs. The acting facilitator.
    function uphold(uint64 proposal, address objector, string calldata text) external;

    /// @notice Rule whether adopting would break the rule that an objection names. The acting secretary, once a version.
    function rule(uint64 proposal, address objector, bool violates, string calldata text) external;

    /// @notice Judge that a standing objection is to be discarded. The acting facilitator, once a version unless the
    /// judgement became void, and not while one is pending.
    function discard(uint64 proposal, address objector, DiscardReason reason, string calldata text) external;

    /// @notice Judge that an undecided proposal is to be dropped; stops it meanwhile. The acting facilitator, once a
    /// version, and not while a judgement about it is pending.
    function drop(uint64 proposal, DropReason reason, string calldata text) external;

    /// @notice Second a judgement of the anchor's facilitator. The anchor's acting secretary, another person.
    function second(uint64 proposal, address about) external;

    /// @notice Appeal against a judgement. The objector; the proposer against a drop. Before the rung's deadline.
    function appeal(uint64 proposal, address about, string calldata text) external;

    /// @notice Decide an appeal. The acting secretary of the circle it is before. Before the rung's deadline.
    /// @param upheld Whether the judgement stands.
    function decide(uint64 proposal, address about, bool upheld, string calldata text) external;

    /// @notice Let a judgement that is final, overturned or void take its effect. Anyone.
    function settle(uint64 proposal, address about) external;

    /// @notice A judgement, as stored; all zero for none.
    function judgementOf(uint64 proposal, address about) external view returns (Judgement memory);

    /// @notice Where a judgement stands now.
    function phaseOf(uint64 proposal, address about) external view returns (Phase);

    /// @notice What the secretary ruled about the rule an objection names: 0 nothing, 1 not broken, 2 broken.
    function rulingOf(uint64 proposal, address objector) external view returns (uint8);
}
