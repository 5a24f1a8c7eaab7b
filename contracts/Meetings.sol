// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IConsent } from "./interfaces/IConsent.sol";
import { IMatters } from "./interfaces/IMatters.sol";
import { IMeetings } from "./interfaces/IMeetings.sol";
import { IOffices } from "./interfaces/IOffices.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { Partner, PartnerKind, PartnerStatus } from "./interfaces/Types.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { Lifecycle } from "./libraries/Lifecycle.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Meetings
/// @notice What it does, for whom and with which errors: see `IMeetings`.
/// @dev It calls `Circles`, `Offices` and `Consent`, which call nobody but each other: no function can be re-entered.
contract Meetings is IMeetings, ERC2771Context {
    /// @dev How somebody attends a meeting. What was brought stays said when the person leaves and comes back.
    struct Attendance {
        Presence presence;
        bool broughtGuest;
        bool broughtTension;
    }

    uint40 private constant FARTHEST = 90 days;
    uint40 private constant PROMPTLY = 14 days;
    uint40 private constant LONGEST = 3 days;
    uint40 private constant LONGEST_EXTENSION = 1 days;
    uint256 private constant MOST_LIMITS = 32;
    uint256 private constant LONGEST_LABEL = 80;

    ICircles private immutable _CIRCLES;
    IStructure private immutable _STRUCTURE;
    IOffices private immutable _OFFICES;
    IConsent private immutable _CONSENT;

    mapping(uint64 request => Request) private _requests;
    mapping(uint64 request => bytes32) private _requestedLimits;
    mapping(uint64 meeting => Meeting) private _meetings;
    mapping(uint64 meeting => uint64 request) private _requestOf;
    mapping(uint64 meeting => mapping(uint64 proposal => bool)) private _isNamed;
    mapping(uint64 meeting => mapping(address person => Attendance)) private _attendances;
    mapping(uint64 meeting => mapping(uint24 number => bool)) private _isIn;
    mapping(uint64 item => Item) private _items;
    mapping(uint64 item => address) private _bringers;
    mapping(uint64 item => mapping(address person => uint16 round)) private _confirmedIn;
    mapping(uint64 proposal => uint64 meeting) private _takenUpIn;
    mapping(uint64 proposal => bool) private _wasSuspended;

    /// @param circles The record.
    /// @param offices Who acts as facilitator and secretary.
    /// @param consent Where proposals are.
    constructor(ICircles circles, IOffices offices, IConsent consent) ERC2771Context(circles.voice()) {
        _CIRCLES = circles;
        _STRUCTURE = IStructure(circles.structure());
        _OFFICES = offices;
        _CONSENT = consent;
    }

    // ------------------------------------------------------------------ calling a meeting

    /// @inheritdoc IMeetings
    function request(
        uint64 circle,
        string calldata purpose,
        uint64[] calldata limits
    ) external returns (uint64 id) {
        // Check: a member, after founding; proposals that a meeting can be about.
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), 0);
        if (!who.member) revert NotMember(circle, _msgSender());
        uint32 notice = _STRUCTURE.opening(circle).notice;
        Texts.checkAtMost(purpose);
        id = _next(circle, who.head);
        _checkLimits(id, circle, limits, false);

        // Effect: fixed now is from when on it counts as unanswered.
        _requests[id] = Request({
            circle: Ids.numberOf(circle),
            // Safe cast: seconds since 1970 stay below 2^40, with any notice added.
            dueAt: uint40(block.timestamp) + notice,
            answered: false,
            by: _msgSender()
        });
        _requestedLimits[id] = keccak256(abi.encode(limits));
        _speak(
            SpecialMeetingRequested.selector,
            circle,
            abi.encode(who.head, _msgSender(), block.timestamp, purpose, limits)
        );
    }

    /// @inheritdoc IMeetings
    function schedule(
        uint64 circle,
        uint64 requested,
        uint40 startsAt,
        uint40 endsAt,
        string calldata purpose,
        uint64[] calldata limits
    ) external returns (uint64 id) {
        // Check: after founding; whoever may schedule, with notice; proposals that a meeting can be about.
        uint32 notice = _STRUCTURE.opening(circle).notice;
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), 0);
        _requireScheduler(circle, requested, who.member);
        if (requested != 0 && _requestedLimits[requested] != keccak256(abi.encode(limits))) {
            revert WrongRequest(requested);
        }
        _checkTimes(startsAt, endsAt, notice, requested != 0 || limits.length != 0);
        Texts.checkAtMost(purpose);
        id = _next(circle, who.head);
        _checkLimits(id, circle, limits, requested != 0);

        // Effect.
        Meeting memory meeting;
        meeting.circle = Ids.numberOf(circle);
        meeting.startsAt = startsAt;
        meeting.endsAt = endsAt;
        meeting.limited = limits.length != 0;
        meeting.quorum = _STRUCTURE.settingsIn(circle).quorum;
        _meetings[id] = meeting;
        if (requested != 0) {
            _requests[requested].answered = true;
            _requestOf[id] = requested;
        }
        _speak(
            MeetingScheduled.selector,
            id,
            abi.encode(
                who.head,
                _msgSender(),
                block.timestamp,
                circle,
                requested,
                startsAt,
                endsAt,
                meeting.quorum,
                purpose,
                limits
            )
        );

        // Interaction: at most 32 times.
        for (uint256 i = 0; i < limits.length; ++i) {
            _isNamed[id][limits[i]] = true;
            if (_isUndecided(limits[i])) _suspend(limits[i], endsAt);
        }
    }

    /// @inheritdoc IMeetings
    function cancel(uint64 id) external {
        (Meeting memory meeting, uint64 circle) = _load(id);
        // Check: before it begins. A secretary does not call off what somebody had to ask for.
        if (block.timestamp >= meeting.startsAt) revert WrongMoment(id);
        uint64 requested = _requestOf[id];
        bool may =
            requested == 0
                ? _mayAct(id, circle, IOffices.Office.Secretary)
                : _requests[requested].by == _msgSender();
        if (!may) revert NotSecretary(circle, _msgSender());

        // Effect.
        delete _meetings[id];
        _say(MeetingCancelled.selector, id);
    }

    // ------------------------------------------------------------------ being there

    /// @inheritdoc IMeetings
    function checkIn(uint64 id) external {
        (Meeting memory meeting, uint64 circle) = _loadOngoing(id);
        // Check: a member, or in office here; not present yet.
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), 0);
        bool may =
            who.member ||
                _mayAct(id, circle, IOffices.Office.Facilitator) ||
                _mayAct(id, circle, IOffices.Office.Secretary);
        if (!may) revert NotMember(circle, _msgSender());
        if (_attendances[id][_msgSender()].presence != Presence.None) revert WrongPresence(id, _msgSender());
        Presence presence = who.member ? Presence.Member : Presence.Officer;

        // Effect.
        _enter(id, meeting, _msgSender(), who.number, presence);
        _speak(CheckedIn.selector, id, abi.encode(who.head, _msgSender(), block.timestamp, presence));
    }

    /// @inheritdoc IMeetings
    function bringGuest(uint64 id, uint64 inner, address guest, string calldata tension) external {
        (Meeting memory meeting, uint64 circle) = _loadOngoing(id);
        // Check: a representative who is present and has brought nobody; somebody who can be a member for a while.
        Attendance storage own = _attendances[id][_msgSender()];
        if (own.presence != Presence.Member) revert WrongPresence(id, _msgSender());
        bool may =
            !own.broughtGuest &&
                _CIRCLES.circleOf(inner) == circle &&
                _CIRCLES.represents(inner, _msgSender()) &&
                _canBeMember(id, guest) &&
                _attendances[id][guest].presence == Presence.None;
        if (!may) revert WrongGuest(id, guest);
        Texts.check(tension);

        // Effect.
        own.broughtGuest = true;
        ICircles.Standing memory standing = _CIRCLES.standing(circle, guest, 0);
        _enter(id, meeting, guest, standing.number, Presence.Guest);
        _speak(
            GuestBrought.selector,
            id,
            abi.encode(standing.head, _msgSender(), block.timestamp, inner, guest, tension)
        );
    }

    /// @inheritdoc IMeetings
    function checkOut(uint64 id) external {
        (Meeting memory meeting, uint64 circle) = _loadOngoing(id);
        // Check.
        Presence presence = _requirePresent(id);

        // Effect: in the round that is open only those who are there count.
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), 0);
        _attendances[id][_msgSender()].presence = Presence.None;
        _isIn[id][who.number] = false;
        --meeting.participants;
        if (presence == Presence.Member) --meeting.present;
        _meetings[id] = meeting;
        if (meeting.current != 0) _voidConfirmation(Ids.join(Ids.organisationOf(id), meeting.current));
        _speak(CheckedOut.selector, id, abi.encode(who.head, _msgSender(), block.timestamp));
    }

    /// @inheritdoc IMeetings
    function extend(uint64 id, uint40 extendedTo) external {
        (Meeting memory meeting, uint64 circle) = _loadOngoing(id);
        // Check: the secretary, once, by a day at most.
        _requireSecretary(id, circle);
        if (meeting.extendedTo != 0) revert WrongExtension(id);
        if (extendedTo <= meeting.endsAt || extendedTo > meeting.endsAt + LONGEST_EXTENSION) {
            revert WrongTimes(meeting.startsAt, extendedTo);
        }

        // Effect.
        _meetings[id].extendedTo = extendedTo;
        _speak(
            ExtensionProposed.selector,
            id,
            abi.encode(_headOf(id), _msgSender(), block.timestamp, extendedTo)
        );
    }

    /// @inheritdoc IMeetings
    function refuseExtension(uint64 id) external {
        (Meeting memory meeting, ) = _loadOngoing(id);
        // Check: a member who is there; an extension that nobody has refused.
        if (_attendances[id][_msgSender()].presence != Presence.Member)
            revert WrongPresence(id, _msgSender());
        if (meeting.extendedTo == 0 || meeting.refused) revert WrongExtension(id);

        // Effect.
        _meetings[id].refused = true;
        _say(ExtensionRefused.selector, id);
    }

    // ------------------------------------------------------------------ the agenda

    /// @inheritdoc IMeetings
    function addItem(uint64 id, string calldata label, uint64 proposal) external returns (uint64 item) {
        (Meeting memory meeting, uint64 circle) = _loadOngoing(id);
        // Check: somebody present, a guest once; a label; a proposal that this meeting may take up.
        Presence presence = _requirePresent(id);
        if (bytes(label).length == 0 || bytes(label).length > LONGEST_LABEL) {
            revert WrongLabel(bytes(label).length);
        }
        if (presence == Presence.Guest && _attendances[id][_msgSender()].broughtTension) {
            revert OneTension(id, _msgSender());
        }
        if (proposal != 0) _requireFree(id, meeting, circle, proposal);
        bytes32 head = _headOf(id);
        item = _next(circle, head);

        // Effect: who has the word is known by the proposal, else kept.
        _items[item].meeting = Ids.numberOf(id);
        _items[item].proposal = proposal;
        if (proposal == 0) _bringers[item] = _msgSender();
        else _takenUpIn[proposal] = id;
        if (presence == Presence.Guest) _attendances[id][_msgSender()].broughtTension = true;
        _speak(
            ItemAdded.selector,
            item,
            abi.encode(head, _msgSender(), block.timestamp, id, label, proposal)
        );

        // Interaction.
        if (proposal != 0) _suspend(proposal, _endOf(meeting));
    }

    /// @inheritdoc IMeetings
    function take(uint64 id, Step step) external {
        (Item memory item, uint64 meetingId, uint64 circle) = _loadItem(id);
        // Check: the facilitator, there; a step that follows; one item after the other.
        _requireFacilitator(meetingId, circle);
        if (!_follows(item, step)) revert WrongStep(id, item.step, step);
        uint32 number = Ids.numberOf(id);
        uint32 current = _meetings[meetingId].current;
        if (step == Step.Presenting && current != 0) {
            revert ItemInHand(meetingId, Ids.join(Ids.organisationOf(id), current));
        }

        // Effect: a round is about the version that is current when it opens.
        if (step == Step.Presenting) _meetings[meetingId].current = number;
        if (step == Step.Closed && current == number) _meetings[meetingId].current = 0;
        item.step = step;
        if (step == Step.Objecting) {
            ++item.round;
            item.confirmed = 0;
            item.version = _CONSENT.proposalAt(item.proposal).version;
        }
        _items[id] = item;
        _speak(
            StepTaken.selector,
            id,
            abi.encode(_headOf(id), _msgSender(), block.timestamp, step, item.version)
        );
    }

    /// @inheritdoc IMeetings
    function say(uint64 id, string calldata text) external {
        (Item memory item, uint64 meetingId, uint64 circle) = _loadItem(id);
        // Check: present, and with the word.
        _requirePresent(meetingId);
        if (!_hasTheWord(id, item, meetingId, circle)) revert NotToSpeak(id, _msgSender());
        Texts.check(text);

        // Effect.
        _speak(Spoken.selector, id, abi.encode(_headOf(id), _msgSender(), block.timestamp, item.step, text));
    }

    /// @inheritdoc IMeetings
    function confirmItem(uint64 id, bytes32 content) external {
        (Item memory item, uint64 meetingId, uint64 circle) = _loadItem(id);
        // Check: present, in a round about what is proposed now; not the proposer, not twice.
        _requirePresent(meetingId);
        if (item.step != Step.Objecting) revert WrongStep(id, item.step, Step.Objecting);
        if (_isProposer(id, item, circle)) revert OwnProposal(id);
        if (_confirmedIn[id][_msgSender()] == item.round) revert AlreadyConfirmed(id, _msgSender());
        _requireFresh(id, item, _CONSENT.proposalAt(item.proposal));
        bytes32 current = _CONSENT.contentOf(item.proposal);
        if (content != current) revert WrongContent(id, content, current);

        // Effect.
        _confirmedIn[id][_msgSender()] = item.round;
        _items[id].confirmed = item.confirmed + 1;
        _speak(
            ConfirmedInMeeting.selector,
            id,
            abi.encode(_headOf(id), _msgSender(), block.timestamp, item.version, content)
        );
    }

    /// @inheritdoc IMeetings
    function adopt(uint64 id) external {
        (Item memory item, uint64 meetingId, uint64 circle) = _loadItem(id);
        // Check: the facilitator, there, and not in a matter of their own; everybody there but the proposer has confirmed,
        // so at least the facilitator; nobody had to go.
        _requireFacilitator(meetingId, circle);
        if (_isProposer(id, item, circle)) revert OwnProposal(id);
        if (item.step != Step.Objecting) revert WrongStep(id, item.step, Step.Adopted);
        IConsent.Proposal memory proposal = _CONSENT.proposalAt(item.proposal);
        _requireFresh(id, item, proposal);
        Meeting memory meeting = _meetings[meetingId];
        if (meeting.present < meeting.quorum) {
            revert NoQuorum(meetingId, meeting.present, meeting.quorum);
        }
        uint16 needed = meeting.participants;
        if (_isIn[meetingId][proposal.proposer]) --needed;
        if (item.confirmed != needed) revert NotUnanimous(id, item.confirmed, needed);
        if (Lifecycle.keepsStanding(_CIRCLES.crowd(circle).lastDeparture, proposal.standingFrom)) {
            revert StandingKept(id);
        }

        // Effect.
        _items[id].step = Step.Adopted;
        _meetings[meetingId].current = 0;
        _speak(
            ItemAdopted.selector,
            id,
            abi.encode(_headOf(id), _msgSender(), block.timestamp, item.version)
        );

        // Interaction: it refuses what is decided already and what an objection stands against.
        _CONSENT.adopt(item.proposal, item.version, _CONSENT.contentOf(item.proposal), _msgSender());
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc IMatters
    function isBarred(uint64, address) external pure returns (bool) {
        return false;
    }

    /// @inheritdoc IMeetings
    function meetingAt(uint64 id) external view returns (Meeting memory) {
        return _meetings[id];
    }

    /// @inheritdoc IMeetings
    function endOf(uint64 id) external view returns (uint40) {
        return _endOf(_meetings[id]);
    }

    /// @inheritdoc IMeetings
    function requestAt(uint64 id) external view returns (Request memory) {
        return _requests[id];
    }

    /// @inheritdoc IMeetings
    function itemAt(uint64 id) external view returns (Item memory) {
        return _items[id];
    }

    /// @inheritdoc IMeetings
    function presenceOf(uint64 id, address person) external view returns (Presence) {
        return _attendances[id][person].presence;
    }

    // ------------------------------------------------------------------ parts

    function _speak(bytes32 signature, uint64 id, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(id);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, id, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    /// @dev An event that says no more than who and when.
    function _say(bytes32 signature, uint64 id) private {
        _speak(signature, id, abi.encode(_headOf(id), _msgSender(), block.timestamp));
    }

    /// @dev Only once a proposal, so that no meeting after meeting keeps the circle from deciding.
    function _suspend(uint64 proposal, uint40 until) private {
        if (_wasSuspended[proposal]) return;
        _wasSuspended[proposal] = true;
        _CONSENT.suspend(proposal, until, _msgSender());
    }

    function _enter(
        uint64 id,
        Meeting memory meeting,
        address person,
        uint24 number,
        Presence presence
    ) private {
        _attendances[id][person].presence = presence;
        // Number 0, somebody who never was a member, is no proposer's.
        _isIn[id][number] = number != 0;
        ++meeting.participants;
        if (presence == Presence.Member) ++meeting.present;
        _meetings[id] = meeting;
    }

    /// @dev Whoever leaves has not confirmed in the round that is open. Earlier rounds are void anyway.
    function _voidConfirmation(uint64 id) private {
        Item memory item = _items[id];
        if (item.step != Step.Objecting || _confirmedIn[id][_msgSender()] != item.round) return;
        _confirmedIn[id][_msgSender()] = 0;
        _items[id].confirmed = item.confirmed - 1;
    }

    function _load(uint64 id) private view returns (Meeting memory meeting, uint64 circle) {
        meeting = _meetings[id];
        if (meeting.endsAt == 0) revert UnknownMeeting(id);
        circle = Ids.join(Ids.organisationOf(id), meeting.circle);
    }

    function _loadOngoing(uint64 id) private view returns (Meeting memory meeting, uint64 circle) {
        (meeting, circle) = _load(id);
        if (block.timestamp < meeting.startsAt || block.timestamp >= _endOf(meeting)) revert WrongMoment(id);
    }

    function _loadItem(uint64 id) private view returns (Item memory item, uint64 meeting, uint64 circle) {
        item = _items[id];
        if (item.meeting == 0) revert UnknownItem(id);
        meeting = Ids.join(Ids.organisationOf(id), item.meeting);
        (, circle) = _loadOngoing(meeting);
    }

    function _headOf(uint64 id) private view returns (bytes32) {
        return _CIRCLES.head(Ids.organisationOf(id));
    }

    function _mayAct(uint64 matter, uint64 circle, IOffices.Office office) private view returns (bool) {
        return _OFFICES.mayAct(address(this), matter, circle, office, _msgSender());
    }

    function _requireSecretary(uint64 matter, uint64 circle) private view {
        if (!_mayAct(matter, circle, IOffices.Office.Secretary)) revert NotSecretary(circle, _msgSender());
    }

    /// @dev The secretary; or whoever asked for the meeting, is still a member and has waited for a notice.
    function _requireScheduler(uint64 circle, uint64 requested, bool member) private view {
        if (requested != 0) {
            Request memory asked = _requests[requested];
            bool open =
                !asked.answered &&
                    asked.circle == Ids.numberOf(circle) &&
                    Ids.organisationOf(requested) == Ids.organisationOf(circle);
            if (!open) revert WrongRequest(requested);
            if (asked.by == _msgSender() && block.timestamp >= asked.dueAt) {
                if (!member) revert NotMember(circle, _msgSender());
                return;
            }
        }
        _requireSecretary(circle, circle);
    }

    function _requireFacilitator(uint64 meeting, uint64 circle) private view {
        if (!_mayAct(meeting, circle, IOffices.Office.Facilitator))
            revert NotFacilitator(circle, _msgSender());
        _requirePresent(meeting);
    }

    function _requirePresent(uint64 meeting) private view returns (Presence presence) {
        presence = _attendances[meeting][_msgSender()].presence;
        if (presence == Presence.None) revert WrongPresence(meeting, _msgSender());
    }

    /// @dev With notice, and so soon and so short that what it suspends is not put off for long.
    function _checkTimes(uint40 startsAt, uint40 endsAt, uint32 notice, bool special) private view {
        uint256 earliest = block.timestamp + notice;
        uint256 latest = special ? earliest + PROMPTLY : block.timestamp + FARTHEST;
        bool right =
            startsAt >= earliest &&
                startsAt <= latest &&
                endsAt > startsAt &&
                // The first condition keeps the sum far below 2^40.
                endsAt <= uint256(startsAt) + LONGEST;
        if (!right) revert WrongTimes(startsAt, endsAt);
    }

    /// @param id What is asked for or scheduled.
    /// @param asked Whether somebody asked for them, when they were undecided: since then the circle may have decided.
    function _checkLimits(uint64 id, uint64 circle, uint64[] calldata limits, bool asked) private view {
        if (limits.length > MOST_LIMITS) revert TooManyLimits(limits.length);
        for (uint256 i = 0; i < limits.length; ++i) {
            bool right = _isOf(circle, limits[i]) && (asked || _isUndecided(limits[i]));
            if (!right) revert WrongProposal(id, limits[i]);
        }
    }

    /// @dev A proposal of the circle, undecided, within the limits, and in no other meeting now.
    function _requireFree(uint64 id, Meeting memory meeting, uint64 circle, uint64 proposal) private view {
        uint64 other = _takenUpIn[proposal];
        bool right =
            _isOf(circle, proposal) &&
                _isUndecided(proposal) &&
                (!meeting.limited || _isNamed[id][proposal]) &&
                (other == id || block.timestamp >= _endOf(_meetings[other]));
        if (!right) revert WrongProposal(id, proposal);
    }

    function _isOf(uint64 circle, uint64 proposal) private view returns (bool) {
        return
            Ids.organisationOf(proposal) == Ids.organisationOf(circle) &&
            _CONSENT.proposalAt(proposal).circle == Ids.numberOf(circle);
    }

    function _isUndecided(uint64 proposal) private view returns (bool) {
        Lifecycle.Status status = _CONSENT.statusOf(proposal);
        return
            status == Lifecycle.Status.Open ||
            status == Lifecycle.Status.Objected ||
            status == Lifecycle.Status.Suspended;
    }

    /// @dev Associates and agents are never members, not for the time of a meeting either.
    function _canBeMember(uint64 id, address person) private view returns (bool) {
        Partner memory partner = _CIRCLES.partnerAt(Ids.organisationOf(id), person);
        return
            partner.status == PartnerStatus.Agreed &&
            (partner.kind == PartnerKind.Person || partner.kind == PartnerKind.Body);
    }

    function _isProposer(uint64 id, Item memory item, uint64 circle) private view returns (bool) {
        if (item.proposal == 0) return _bringers[id] == _msgSender();
        uint24 number = _CIRCLES.standing(circle, _msgSender(), 0).number;
        return number == _CONSENT.proposalAt(item.proposal).proposer;
    }

    function _hasTheWord(
        uint64 id,
        Item memory item,
        uint64 meeting,
        uint64 circle
    ) private view returns (bool) {
        if (item.step == Step.Presenting) return _isProposer(id, item, circle);
        if (item.step == Step.Reacting) return !_isProposer(id, item, circle);
        if (item.step == Step.Amending) {
            return _isProposer(id, item, circle) || _mayAct(meeting, circle, IOffices.Office.Secretary);
        }
        return item.step == Step.Clarifying || item.step == Step.Objecting || item.step == Step.Integrating;
    }

    /// @dev A round is about one version, and void when the proposal is amended.
    function _requireFresh(uint64 id, Item memory item, IConsent.Proposal memory proposal) private pure {
        if (proposal.version != item.version) revert StaleRound(id, item.version, proposal.version);
    }

    function _follows(Item memory item, Step step) private pure returns (bool) {
        if (item.step == Step.Adopted || item.step == Step.Closed) return false;
        if (step == Step.Closed) return true;
        if (step == Step.Objecting) {
            bool due = item.step == Step.Amending || item.step == Step.Integrating;
            return due && item.proposal != 0;
        }
        // Adopted is taken by adopting alone.
        return step != Step.Adopted && uint8(step) == uint8(item.step) + 1;
    }

    function _endOf(Meeting memory meeting) private pure returns (uint40) {
        return meeting.extendedTo == 0 || meeting.refused ? meeting.endsAt : meeting.extendedTo;
    }

    /// @dev The id of what the next event creates.
    function _next(uint64 circle, bytes32 head) private pure returns (uint64) {
        return Ids.join(Ids.organisationOf(circle), Chronicle.numberOf(head) + 1);
    }
}
