// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IConsent } from "./interfaces/IConsent.sol";
import { IFacilitation } from "./interfaces/IFacilitation.sol";
import { IMatters } from "./interfaces/IMatters.sol";
import { IOffices } from "./interfaces/IOffices.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { ASYNC_ONLY } from "./interfaces/Types.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { Lifecycle } from "./libraries/Lifecycle.sol";
import { Marks } from "./libraries/Marks.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Facilitation
/// @notice What it does, for whom and with which errors: see `IFacilitation`.
/// @dev It calls `Circles`, `Offices` and `Consent`, which call nobody but each other: no function can be re-entered.
contract Facilitation is IFacilitation, ERC2771Context {
    using Marks for uint8;

    /// @dev What a secretary ruled about the rule that an objection names.
    /// @param version The version of the proposal that was ruled on; for another one the ruling is void.
    /// @param objectedTo The version to which the objection was raised; for another objection the ruling is void.
    /// @param violates Whether adopting would break the rule.
    struct Ruling {
        uint16 version;
        uint16 objectedTo;
        bool violates;
    }

    /// @dev A proposal as an act finds it, and whoever acts.
    struct Matter {
        uint64 circle;
        uint24 proposer;
        uint16 version;
        uint8 marks;
        ICircles.Standing who;
    }

    ICircles private immutable _CIRCLES;
    IOffices private immutable _OFFICES;
    IConsent private immutable _CONSENT;
    IStructure private immutable _STRUCTURE;

    mapping(uint64 proposal => mapping(address about => Judgement)) private _judgements;
    /// @dev The version of the last judgement that somebody has seconded or upheld.
    mapping(uint64 proposal => mapping(address about => mapping(address judge => uint16))) private _judged;
    mapping(uint64 proposal => mapping(address objector => Ruling)) private _rulings;
    /// @dev The last version of which it was ruled that adopting it would break a rule.
    mapping(uint64 proposal => uint16) private _ruledBroken;
    mapping(uint64 proposal => mapping(address member => bool)) private _hasRequested;

    /// @param circles The record.
    /// @param offices Who may act.
    /// @param consent Where what is decided takes effect.
    constructor(ICircles circles, IOffices offices, IConsent consent) ERC2771Context(circles.voice()) {
        _CIRCLES = circles;
        _OFFICES = offices;
        _CONSENT = consent;
        _STRUCTURE = IStructure(circles.structure());
    }

    // ------------------------------------------------------------------ members

    /// @inheritdoc IFacilitation
    function remark(uint64 id, RemarkKind kind, address about, string calldata text) external {
        // Check: somebody whose word it takes, about something undecided.
        Matter memory matter = _load(id);
        if (about != address(0)) _requireObjection(id, matter, about);
        bool asked = matter.who.number == matter.proposer || _objects(id, matter.who.number);
        if (!matter.who.member && !asked) revert NotMember(matter.circle, _msgSender());
        Texts.check(text);

        // Effect: a line of the record.
        _speak(
            Remarked.selector,
            id,
            abi.encode(matter.who.head, _msgSender(), block.timestamp, kind, about, text)
        );
    }

    /// @inheritdoc IFacilitation
    function requestMeeting(uint64 id, string calldata text) external {
        // Check: a member, for the first time, where meetings may be asked for.
        Matter memory matter = _load(id);
        if (!matter.who.member) revert NotMember(matter.circle, _msgSender());
        if (_hasRequested[id][_msgSender()]) revert AlreadyRequested(id, _msgSender());
        IStructure.Census memory census = _STRUCTURE.census(matter.circle);
        if (census.flags & ASYNC_ONLY != 0) revert NoMeetings(matter.circle);
        Texts.checkAtMost(text);

        // Effect.
        _hasRequested[id][_msgSender()] = true;
        // Safe cast: seconds since 1970 stay below 2^40, with any notice added.
        uint40 until = uint40(block.timestamp) + 2 * census.notice;
        _speak(
            MeetingRequested.selector,
            id,
            abi.encode(matter.who.head, _msgSender(), block.timestamp, until, text)
        );

        // Interaction: the proposal waits.
        _CONSENT.suspend(id, until, _msgSender());
    }

    /// @inheritdoc IFacilitation
    function requestTest(uint64 id, address objector) external {
        // Check: a member, about an objection that stands.
        Matter memory matter = _load(id);
        if (!matter.who.member) revert NotMember(matter.circle, _msgSender());
        _requireObjection(id, matter, objector);

        // Effect: a line of the record.
        _speak(
            TestRequested.selector,
            id,
            abi.encode(matter.who.head, _msgSender(), block.timestamp, objector)
        );
    }

    // ------------------------------------------------------------------ judging

    /// @inheritdoc IFacilitation
    function uphold(uint64 id, address objector, string calldata text) external {
        // Check: the facilitator, about another's objection that stands.
        Matter memory matter = _load(id);
        _requireObjection(id, matter, objector);
        _requireActing(id, matter, matter.circle, IOffices.Office.Facilitator, objector);
        Texts.check(text);

        // Effect: a line of the record; the objection stands as it stood.
        _speak(
            ObjectionUpheld.selector,
            id,
            abi.encode(matter.who.head, _msgSender(), block.timestamp, objector, text)
        );
    }

    /// @inheritdoc IFacilitation
    function rule(uint64 id, address objector, bool violates, string calldata text) external {
        // Check: the secretary, about another's objection that stands and names a rule; for the first time.
        Matter memory matter = _load(id);
        (bool byRule, uint16 objectedTo) = _requireObjection(id, matter, objector);
        if (!byRule) revert WrongKind(id, objector);
        _requireActing(id, matter, matter.circle, IOffices.Office.Secretary, objector);
        if (_ruling(id, objector, matter.version, objectedTo) != 0) revert AlreadyRuled(id, objector);
        Texts.check(text);

        // Effect.
        _rulings[id][objector] = Ruling(matter.version, objectedTo, violates);
        if (violates) _ruledBroken[id] = matter.version;
        _speak(
            ViolationRuled.selector,
            id,
            abi.encode(matter.who.head, _msgSender(), block.timestamp, objector, violates, text)
        );
    }

    /// @inheritdoc IFacilitation
    function discard(uint64 id, address objector, DiscardReason reason, string calldata text) external {
        // Check: the facilitator, about another's objection that stands, for a reason that there can be.
        Matter memory matter = _load(id);
        (bool byRule, uint16 objectedTo) = _requireObjection(id, matter, objector);
        _requireActing(id, matter, matter.circle, IOffices.Office.Facilitator, objector);
        uint8 ruling = _ruling(id, objector, matter.version, objectedTo);
        bool fits = reason == DiscardReason.Abandoned || byRule == (reason == DiscardReason.NoViolation);
        if (reason == DiscardReason.NoViolation && ruling == 0) fits = false;
        // While due process is broken down, what an argument says is judged too.
        if (reason > DiscardReason.Abandoned && _OFFICES.breakdownOf(matter.circle) == address(0)) {
            fits = false;
        }
        if (!fits || ruling == 2) revert WrongReason(id, uint8(reason));
        _requireFresh(id, matter, objector);
        Texts.check(text);

        // Effect.
        uint40 deadline = _open(id, matter, objector, uint8(reason), objectedTo);
        _speak(
            DiscardJudged.selector,
            id,
            abi.encode(matter.who.head, _msgSender(), block.timestamp, objector, reason, deadline, text)
        );

        // Interaction: nothing is adopted while it can be appealed.
        _CONSENT.hold(id, deadline, _msgSender());
    }

    /// @inheritdoc IFacilitation
    function drop(uint64 id, DropReason reason, string calldata text) external {
        // Check: the facilitator, about another's proposal, for a reason that there can be.
        Matter memory matter = _load(id);
        _requireActing(id, matter, matter.circle, IOffices.Office.Facilitator, address(0));
        bool fits = true;
        if (reason == DropReason.NoExample || reason == DropReason.NoExplanation) {
            fits = !matter.marks.has(Marks.REALITY);
        } else if (reason == DropReason.NotGovernance) {
            fits = _ruledBroken[id] == matter.version;
        }
        if (!fits) revert WrongReason(id, uint8(reason));
        _requireFresh(id, matter, address(0));
        Texts.check(text);

        // Effect.
        uint40 deadline = _open(id, matter, address(0), uint8(reason), 0);
        _speak(
            DropJudged.selector,
            id,
            abi.encode(matter.who.head, _msgSender(), block.timestamp, reason, deadline, text)
        );

        // Interaction: it is stopped until this is decided.
        _CONSENT.stop(id, _msgSender());
        _CONSENT.hold(id, deadline, _msgSender());
    }

    /// @inheritdoc IFacilitation
    function second(uint64 id, address about) external {
        // Check: the anchor's secretary, about another's judgement of what is a third person's.
        (Matter memory matter, Judgement memory judgement) = _loadJudgement(id, about, Phase.Seconding);
        _requireActing(id, matter, matter.circle, IOffices.Office.Secretary, about);
        if (_msgSender() == judgement.by) revert OwnMatter(id, _msgSender());

        // Effect.
        judgement.phase = Phase.Appealable;
        _judge(id, about, judgement);
        judgement.deadline = _deadline(matter.circle);
        _judgements[id][about] = judgement;
        _speak(
            Seconded.selector,
            id,
            abi.encode(matter.who.head, _msgSender(), block.timestamp, about, judgement.deadline)
        );

        // Interaction: nothing is adopted while it can be appealed.
        _CONSENT.hold(id, judgement.deadline, _msgSender());
    }

    // ------------------------------------------------------------------ appeals

    /// @inheritdoc IFacilitation
    function appeal(uint64 id, address about, string calldata text) external {
        // Check: whom it is against, in time.
        (Matter memory matter, Judgement memory judgement) = _loadJudgement(id, about, Phase.Appealable);
        bool affected = about == address(0) ? matter.who.number == matter.proposer : _msgSender() == about;
        if (!affected) revert NotAffected(id, about, _msgSender());
        Texts.check(text);

        // Effect: first to the circle itself, then one circle further out each time. The anchor's is the last: whatever
        // its secretary upholds is final.
        uint64 rung = matter.circle;
        if (judgement.rung != 0) rung = _CIRCLES.circleOf(_rungOf(id, judgement));
        judgement.rung = Ids.numberOf(rung);
        judgement.phase = Phase.Appealed;
        judgement.deadline = _deadline(matter.circle);
        _judgements[id][about] = judgement;
        _speak(
            Appealed.selector,
            id,
            abi.encode(matter.who.head, _msgSender(), block.timestamp, about, rung, judgement.deadline, text)
        );

        // Interaction: nothing is adopted while it is decided.
        _CONSENT.hold(id, judgement.deadline, _msgSender());
    }

    /// @inheritdoc IFacilitation
    function decide(uint64 id, address about, bool upheld, string calldata text) external {
        // Check: the secretary it is before, in time; somebody who has not judged it before.
        (Matter memory matter, Judgement memory judgement) = _loadJudgement(id, about, Phase.Appealed);
        uint64 rung = _rungOf(id, judgement);
        _requireActing(id, matter, rung, IOffices.Office.Secretary, about);
        bool before = _msgSender() == judgement.by || _judged[id][about][_msgSender()] == judgement.version;
        if (before) revert OwnMatter(id, _msgSender());
        Texts.check(text);

        // Effect: what the anchor's secretary has upheld is final.
        bool last = judgement.rung == Ids.ANCHOR;
        judgement.deadline = upheld && !last ? _deadline(matter.circle) : 0;
        if (!upheld) judgement.phase = Phase.Overturned;
        else if (last) judgement.phase = Phase.Final;
        else judgement.phase = Phase.Appealable;
        if (upheld) _judge(id, about, judgement);
        _judgements[id][about] = judgement;
        _speak(
            AppealDecided.selector,
            id,
            abi.encode(
                matter.who.head,
                _msgSender(),
                block.timestamp,
                about,
                upheld,
                judgement.deadline,
                text
            )
        );

        // Interaction: a proposal that is not dropped goes on; nothing is adopted while there can be an appeal.
        if (!upheld && about == address(0)) _CONSENT.release(id, _msgSender());
        if (upheld && !last) _CONSENT.hold(id, judgement.deadline, _msgSender());
    }

    /// @inheritdoc IFacilitation
    function settle(uint64 id, address about) external {
        Judgement memory judgement = _judgements[id][about];
        Phase phase = _phase(id, about, judgement);
        // Check: decided, by time or by whatever ended what it is about; and not settled yet.
        bool decided = phase == Phase.Final || phase == Phase.Overturned || phase == Phase.Void;
        bool done = judgement.phase == Phase.Overturned || judgement.phase == Phase.Void;
        if (!decided || done) revert WrongPhase(id, about, phase);
        bool stands = phase == Phase.Final;
        bool stopped = about == address(0) && _standsStopped(id);

        // Effect.
        _judgements[id][about].phase = phase == Phase.Void ? phase : Phase.Settled;
        bytes32 head = _CIRCLES.head(Ids.organisationOf(id));
        _speak(JudgementSettled.selector, id, abi.encode(head, _msgSender(), block.timestamp, about, stands));

        // Interaction: what was decided happens. A stop ends either way, unless the proposal is over.
        if (about != address(0)) {
            if (stands) _CONSENT.discardObjection(id, about, _msgSender());
        } else if (stands) _CONSENT.drop(id, _msgSender());
        else if (stopped) _CONSENT.release(id, _msgSender());
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc IFacilitation
    function judgementOf(uint64 id, address about) external view returns (Judgement memory) {
        return _judgements[id][about];
    }

    /// @inheritdoc IFacilitation
    function phaseOf(uint64 id, address about) external view returns (Phase) {
        return _phase(id, about, _judgements[id][about]);
    }

    /// @inheritdoc IFacilitation
    function rulingOf(uint64 id, address objector) external view returns (uint8) {
        IConsent.Proposal memory proposal = _CONSENT.proposalAt(id);
        uint64 circle = Ids.join(Ids.organisationOf(id), proposal.circle);
        uint24 number = _CIRCLES.standing(circle, objector, 0).number;
        return _ruling(id, objector, proposal.version, _CONSENT.objectedTo(id, number));
    }

    /// @inheritdoc IMatters
    function isBarred(uint64 id, address person) external view returns (bool) {
        IConsent.Proposal memory proposal = _CONSENT.proposalAt(id);
        uint64 circle = Ids.join(Ids.organisationOf(id), proposal.circle);
        uint24 number = _CIRCLES.standing(circle, person, 0).number;
        if (number == 0) return false;
        return number == proposal.proposer || _objects(id, number);
    }

    // ------------------------------------------------------------------ parts

    /// @dev Store a new judgement; at the anchor it waits for a second person.
    function _open(
        uint64 id,
        Matter memory matter,
        address about,
        uint8 reason,
        uint16 objectedTo
    ) private returns (uint40 deadline) {
        deadline = _deadline(matter.circle);
        bool anchor = Ids.numberOf(matter.circle) == Ids.ANCHOR;
        _judgements[id][about] = Judgement({
            by: _msgSender(),
            deadline: deadline,
            rung: 0,
            reason: reason,
            phase: anchor ? Phase.Seconding : Phase.Appealable,
            judge: address(0),
            version: matter.version,
            objectedTo: objectedTo
        });
    }

    /// @dev The caller has judged it, and so judges it no more.
    function _judge(uint64 id, address about, Judgement memory judgement) private {
        judgement.judge = _msgSender();
        _judged[id][about][_msgSender()] = judgement.version;
    }

    function _speak(bytes32 signature, uint64 id, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(id);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, id, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    /// @dev An undecided proposal, and the caller's standing in its circle.
    function _load(uint64 id) private view returns (Matter memory matter) {
        Lifecycle.Status status = _CONSENT.statusOf(id);
        bool undecided =
            status == Lifecycle.Status.Open ||
                status == Lifecycle.Status.Objected ||
                status == Lifecycle.Status.Suspended;
        if (!undecided) revert NotUndecided(id);
        IConsent.Proposal memory proposal = _CONSENT.proposalAt(id);
        matter.circle = Ids.join(Ids.organisationOf(id), proposal.circle);
        matter.proposer = proposal.proposer;
        matter.version = proposal.version;
        matter.marks = proposal.marks;
        matter.who = _CIRCLES.standing(matter.circle, _msgSender(), 0);
    }

    /// @dev A judgement in this phase, with its proposal.
    function _loadJudgement(
        uint64 id,
        address about,
        Phase needed
    ) private view returns (Matter memory matter, Judgement memory judgement) {
        matter = _load(id);
        judgement = _judgements[id][about];
        if (needed == Phase.Seconding && Ids.numberOf(matter.circle) != Ids.ANCHOR) {
            revert NotAnchor(matter.circle);
        }
        Phase phase = _phase(id, about, judgement);
        if (phase != needed) revert WrongPhase(id, about, phase);
    }

    /// @dev An objection of this person stands.
    function _requireObjection(
        uint64 id,
        Matter memory matter,
        address objector
    ) private view returns (bool byRule, uint16 objectedTo) {
        uint24 number = _CIRCLES.standing(matter.circle, objector, 0).number;
        bool stands;
        (stands, , , byRule) = _CONSENT.answerOf(id, number);
        if (!stands) revert NoObjection(id, objector);
        objectedTo = _CONSENT.objectedTo(id, number);
    }

    /// @dev The caller acts for the office, and judges neither the own proposal nor the own objection.
    function _requireActing(
        uint64 id,
        Matter memory matter,
        uint64 circle,
        IOffices.Office office,
        address objector
    ) private view {
        bool acts = _OFFICES.mayAct(address(this), id, circle, office, _msgSender());
        if (!acts) revert NotActing(circle, uint8(office), _msgSender());
        if (matter.who.number == matter.proposer || _msgSender() == objector) {
            revert OwnMatter(id, _msgSender());
        }
    }

    /// @dev It was not judged in this version, and no judgement of an earlier one is pending. An objection about which
    /// nothing was decided can be judged again; a proposal not, so that nobody alone stops it time and again.
    function _requireFresh(uint64 id, Matter memory matter, address about) private view {
        Judgement memory judgement = _judgements[id][about];
        Phase phase = _phase(id, about, judgement);
        if (phase == Phase.None || (phase == Phase.Void && about != address(0))) return;
        // What time has decided waits to be settled first: a stop may have to be released.
        bool over =
            judgement.phase == Phase.Overturned ||
                judgement.phase == Phase.Void ||
                judgement.phase == Phase.Settled;
        if (!over) revert WrongPhase(id, about, phase);
        if (judgement.version == matter.version) revert AlreadyJudged(id, about);
    }

    /// @dev The end of a rung that begins now.
    function _deadline(uint64 circle) private view returns (uint40) {
        // Safe cast: seconds since 1970 stay below 2^40, with any notice added.
        return uint40(block.timestamp) + _STRUCTURE.census(circle).notice;
    }

    /// @dev Where a judgement stands now: what the last act said, what time has made of it, and whether what it is about
    /// is still there.
    function _phase(uint64 id, address about, Judgement memory judgement) private view returns (Phase phase) {
        phase = judgement.phase;
        bool pending =
            phase == Phase.Seconding ||
                phase == Phase.Appealable ||
                phase == Phase.Appealed ||
                phase == Phase.Final;
        if (!pending) return phase;
        bool there = about == address(0) ? _standsStopped(id) : _standsJudged(id, about, judgement);
        if (!there) return Phase.Void;
        if (phase == Phase.Final || block.timestamp < judgement.deadline) return phase;
        if (phase == Phase.Seconding) return Phase.Void;
        return phase == Phase.Appealable ? Phase.Final : Phase.Overturned;
    }

    /// @dev Whether a proposal is stopped and not over.
    function _standsStopped(uint64 id) private view returns (bool) {
        if (_CONSENT.statusOf(id) != Lifecycle.Status.Objected) return false;
        return _CONSENT.proposalAt(id).marks.has(Marks.STOPPED);
    }

    /// @dev Whether the very objection that was judged stands, in a proposal that is not over. One that was ruled to
    /// name a broken rule always counts.
    function _standsJudged(
        uint64 id,
        address objector,
        Judgement memory judgement
    ) private view returns (bool) {
        if (_CONSENT.statusOf(id) != Lifecycle.Status.Objected) return false;
        IConsent.Proposal memory proposal = _CONSENT.proposalAt(id);
        uint64 circle = Ids.join(Ids.organisationOf(id), proposal.circle);
        uint24 number = _CIRCLES.standing(circle, objector, 0).number;
        uint16 objectedTo = _CONSENT.objectedTo(id, number);
        if (!_objects(id, number) || objectedTo != judgement.objectedTo) return false;
        return _ruling(id, objector, proposal.version, objectedTo) != 2;
    }

    function _objects(uint64 id, uint24 number) private view returns (bool stands) {
        (stands, , , ) = _CONSENT.answerOf(id, number);
    }

    /// @dev What was ruled about this objection to this version: 0 nothing, 1 not broken, 2 broken.
    function _ruling(
        uint64 id,
        address objector,
        uint16 version,
        uint16 objectedTo
    ) private view returns (uint8) {
        Ruling memory ruling = _rulings[id][objector];
        if (ruling.version != version || ruling.objectedTo != objectedTo) return 0;
        return ruling.violates ? 2 : 1;
    }

    /// @dev The circle whose secretary decides, or has decided last.
    function _rungOf(uint64 id, Judgement memory judgement) private pure returns (uint64) {
        return Ids.join(Ids.organisationOf(id), judgement.rung);
    }
}
