// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IMatters } from "./IMatters.sol";

/// @title Meetings: governance in one room
/// @notice A secretary calls a circle's meeting with notice; those present build an agenda and take up proposals of the
/// circle step by step. A proposal is adopted in it when nothing stands against it and everybody present has confirmed;
/// the absent have had their chance. Governance only: no money moves in one.
/// Warning: without a quorum whoever comes decides, were it the proposer, a facilitator and nobody else. Settings set one.
/// @dev It has the `ROUNDS` bit, and is fixed to one `IConsent` and one `IOffices`. A meeting's id is that of the event
/// that scheduled it, an item's that of the event that put it on the agenda.
///
/// Present are members who checked in; the acting facilitator and secretary; and guests, one brought by each
/// representative for one tension. A proposal is opened, amended and objected to in `IConsent`, as ever; also by the
/// absent. Where somebody left the circle who keeps standing in it, no meeting adopts it: only its window does.
///
/// A meeting suspends a proposal once, when its notice names it or it comes on the agenda: no meeting after meeting
/// keeps the circle from deciding. Whoever acts for an office in a meeting does so in the matter with the meeting's id;
/// whoever schedules, in the one with the circle's id. Nobody is barred: meetings judge nobody.
interface IMeetings is IMatters {
    /// @notice Where an item stands. None -> Presenting, when no other item is in hand. Presenting -> Clarifying -> Reacting -> Amending -> Objecting -> Integrating ->
    /// Objecting; from Objecting -> Adopted. From None and any of these but Adopted -> Closed. The facilitator takes each
    /// step. An item without a proposal never comes to Objecting.
    /// Speaking: Presenting the proposer; Clarifying all; Reacting all but the proposer; Amending the proposer and the
    /// secretary; Objecting and Integrating all. Who put it on the agenda is the proposer of an item without a proposal.
    enum Step {
        None,
        Presenting,
        Clarifying,
        Reacting,
        Amending,
        Objecting,
        Integrating,
        Adopted,
        Closed
    }

    /// @notice A meeting.
    /// @param circle The number of the circle.
    /// @param startsAt In seconds.
    /// @param endsAt The end, exclusive, in seconds.
    /// @param extendedTo The end that the secretary proposed instead; 0 for none. It counts unless somebody refused.
    /// @param refused Whether a member present refused the extension.
    /// @param limited Whether it may only take up proposals that its notice named.
    /// @param quorum How many members have to be checked in for it to adopt, as set when it was scheduled.
    /// @param present How many members are checked in.
    /// @param participants How many are present: members, acting officers and guests.
    /// @param current The number of the item in hand; 0 for none.
    struct Meeting {
        uint32 circle;
        uint40 startsAt;
        uint40 endsAt;
        uint40 extendedTo;
        bool refused;
        bool limited;
        uint8 quorum;
        uint16 present;
        uint16 participants;
        uint32 current;
    }

    /// @notice A request for a special meeting.
    /// @param circle The number of the circle.
    /// @param dueAt From when on whoever asked may schedule it, in seconds.
    /// @param answered Whether a meeting was scheduled for it.
    /// @param by Who asked.
    struct Request {
        uint32 circle;
        uint40 dueAt;
        bool answered;
        address by;
    }

    /// @notice An item of the agenda.
    /// @param meeting The number of its meeting.
    /// @param step Where it stands.
    /// @param version The version of the proposal that the round is about.
    /// @param confirmed How many of those present have confirmed this version in this round.
    /// @param round Rises whenever a round opens; confirmations of earlier rounds are void.
    /// @param proposal The proposal; 0 for an item without one.
    struct Item {
        uint32 meeting;
        Step step;
        uint16 version;
        uint16 confirmed;
        uint16 round;
        uint64 proposal;
    }

    /// @notice How somebody is present.
    enum Presence {
        None,
        Member,
        Officer,
        Guest
    }

    /// @notice A member asked for a special meeting.
    event SpecialMeetingRequested(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        string purpose,
        uint64[] limits
    );
    /// @notice A meeting was scheduled, for the `request` of somebody or for none (0). `limits` are the proposals it may
    /// take up; empty for any.
    event MeetingScheduled(
        uint32 indexed organisation,
        uint64 indexed meeting,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 circle,
        uint64 request,
        uint40 startsAt,
        uint40 endsAt,
        uint8 quorum,
        string purpose,
        uint64[] limits
    );
    /// @notice It was called off before it began.
    event MeetingCancelled(
        uint32 indexed organisation,
        uint64 indexed meeting,
        bytes32 previous,
        address actor,
        uint40 time
    );
    /// @notice The actor is present.
    event CheckedIn(
        uint32 indexed organisation,
        uint64 indexed meeting,
        bytes32 previous,
        address actor,
        uint40 time,
        Presence presence
    );
    /// @notice The actor, a representative of `inner`, brought a guest for one tension.
    event GuestBrought(
        uint32 indexed organisation,
        uint64 indexed meeting,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 inner,
        address guest,
        string tension
    );
    /// @notice The actor left the meeting.
    event CheckedOut(
        uint32 indexed organisation,
        uint64 indexed meeting,
        bytes32 previous,
        address actor,
        uint40 time
    );
    /// @notice The secretary proposed to go on until `extendedTo`.
    event ExtensionProposed(
        uint32 indexed organisation,
        uint64 indexed meeting,
        bytes32 previous,
        address actor,
        uint40 time,
        uint40 extendedTo
    );
    /// @notice A member present refused the extension.
    event ExtensionRefused(
        uint32 indexed organisation,
        uint64 indexed meeting,
        bytes32 previous,
        address actor,
        uint40 time
    );
    /// @notice The actor put an item on the agenda.
    event ItemAdded(
        uint32 indexed organisation,
        uint64 indexed item,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 meeting,
        string label,
        uint64 proposal
    );
    /// @notice The facilitator went to a step. `version` is that of the proposal when the last round opened; 0 before.
    event StepTaken(
        uint32 indexed organisation,
        uint64 indexed item,
        bytes32 previous,
        address actor,
        uint40 time,
        Step step,
        uint16 version
    );
    /// @notice The actor spoke, in a step in which it was theirs to speak.
    event Spoken(
        uint32 indexed organisation,
        uint64 indexed item,
        bytes32 previous,
        address actor,
        uint40 time,
        Step step,
        string text
    );
    /// @notice The actor, present, has no objection.
    event ConfirmedInMeeting(
        uint32 indexed organisation,
        uint64 indexed item,
        bytes32 previous,
        address actor,
        uint40 time,
        uint16 version,
        bytes32 content
    );
    /// @notice Everybody present has confirmed: the circle has decided. `IConsent` records the adoption after it.
    event ItemAdopted(
        uint32 indexed organisation,
        uint64 indexed item,
        bytes32 previous,
        address actor,
        uint40 time,
        uint16 version
    );

    /// @notice No meeting has this id.
    error UnknownMeeting(uint64 meeting);
    /// @notice No item has this id.
    error UnknownItem(uint64 item);
    /// @notice The caller is not a member of the circle.
    error NotMember(uint64 circle, address caller);
    /// @notice The caller does not act as secretary here; nor has a request gone unanswered for the circle's notice. A
    /// meeting that somebody asked for is called off by whoever asked.
    error NotSecretary(uint64 circle, address caller);
    /// @notice The caller does not act as facilitator here.
    error NotFacilitator(uint64 circle, address caller);
    /// @notice A meeting is scheduled at least the circle's notice and at most 90 days ahead, and lasts up to 3 days. One
    /// that was asked for, or that is limited, begins at most 14 days after the notice. An extension is up to a day.
    error WrongTimes(uint40 startsAt, uint40 endsAt);
    /// @notice The meeting has not begun, is over, or has begun already.
    error WrongMoment(uint64 meeting);
    /// @notice The caller is not present, or is already.
    error WrongPresence(uint64 meeting, address caller);
    /// @notice Only a representative of a circle inside brings a guest, one each meeting: a partner, who is a person or a
    /// body and not present otherwise.
    error WrongGuest(uint64 meeting, address guest);
    /// @notice An extension was proposed before, or there is none to refuse.
    error WrongExtension(uint64 meeting);
    /// @notice An item's label has 1 to 80 bytes.
    error WrongLabel(uint256 length);
    /// @notice A guest comes for one tension.
    error OneTension(uint64 meeting, address guest);
    /// @notice The proposal is not one of the circle that is undecided, is not within the meeting's limits, or is on the
    /// agenda of another meeting that is not over.
    error WrongProposal(uint64 meeting, uint64 proposal);
    /// @notice Items do not go from the one step to the other.
    error WrongStep(uint64 item, Step from, Step to);
    /// @notice Items are taken up one by one: this one is in hand.
    error ItemInHand(uint64 meeting, uint64 item);
    /// @notice It is not for the caller to speak in this step.
    error NotToSpeak(uint64 item, address caller);
    /// @notice The caller has confirmed in this round.
    error AlreadyConfirmed(uint64 item, address caller);
    /// @notice A proposer's own consent is implied.
    error OwnProposal(uint64 item);
    /// @notice The content that was named is not that of the proposal.
    error WrongContent(uint64 item, bytes32 named, bytes32 current);
    /// @notice The proposal was amended after this round had opened: another round is due.
    error StaleRound(uint64 item, uint16 version, uint16 current);
    /// @notice Not everybody present has confirmed.
    error NotUnanimous(uint64 item, uint16 confirmed, uint16 needed);
    /// @notice Fewer members are present than the circle's quorum asks.
    error NoQuorum(uint64 meeting, uint16 present, uint8 quorum);
    /// @notice Somebody left the circle who keeps standing in the proposal: only its window adopts it.
    error StandingKept(uint64 item);
    /// @notice At most 32 limits.
    error TooManyLimits(uint256 length);
    /// @notice No such request of this circle, it was answered by a meeting, or these are not its limits.
    error WrongRequest(uint64 request);

    /// @notice Ask for a special meeting. Members of the circle. The secretary schedules it promptly: from one notice
    /// later on whoever asked may do so.
    /// @param purpose What for; may be empty.
    /// @param limits The proposals it is about; empty for no limit.
    /// @return id The request's id.
    /// Errors: `NotMember`, `WrongProposal`, `TooManyLimits`, `WrongLength`, those of `IStructure.census`.
    function request(
        uint64 circle,
        string calldata purpose,
        uint64[] calldata limits
    ) external returns (uint64 id);

    /// @notice Schedule a meeting. The acting secretary of the circle; for a request that has gone unanswered for the
    /// circle's notice also whoever made it, while a member. Suspends the proposals it is limited to until its end, those
    /// that no meeting has suspended before.
    /// @param requested The request it answers, whose limits hold; 0 for a regular meeting.
    /// @param purpose What for; may be empty.
    /// @param limits The proposals it may take up: of the circle and undecided, or decided since they were asked for.
    /// @return id The meeting's id.
    /// Errors: `NotSecretary`, `NotMember`, `WrongRequest`, `WrongTimes`, `WrongProposal`, `TooManyLimits`,
    /// `WrongLength`, those of `IStructure.census`.
    function schedule(
        uint64 circle,
        uint64 requested,
        uint40 startsAt,
        uint40 endsAt,
        string calldata purpose,
        uint64[] calldata limits
    ) external returns (uint64 id);

    /// @notice Call a meeting off before it begins; afterwards there is none. The acting secretary; one that was asked
    /// for only whoever asked. Errors: `UnknownMeeting`, `NotSecretary`, `WrongMoment`.
    function cancel(uint64 meeting) external;

    /// @notice Be present. Members, and whoever acts as facilitator or secretary, while it goes on.
    /// @dev From here on: errors `UnknownMeeting` or `UnknownItem`, `WrongMoment` and `WrongPresence`.
    function checkIn(uint64 meeting) external;

    /// @notice Bring one guest for one tension. Members present who represent a circle inside. Error also: `WrongGuest`.
    /// @param inner The circle inside that the caller represents.
    /// @param tension Which one; 1 to 4,096 bytes.
    function bringGuest(uint64 meeting, uint64 inner, address guest, string calldata tension) external;

    /// @notice Leave; a confirmation in the round that is open goes too. Whoever is present; guests too.
    function checkOut(uint64 meeting) external;

    /// @notice Propose a later end, while it goes on, once. The acting secretary. At most another day.
    /// Errors also: `NotSecretary`, `WrongExtension`, `WrongTimes`.
    function extend(uint64 meeting, uint40 extendedTo) external;

    /// @notice Refuse the extension, at any time before it is over: then it ends as scheduled, at once when that is past.
    /// Members present. Errors also: `WrongExtension`.
    function refuseExtension(uint64 meeting) external;

    /// @notice Put an item on the agenda, while the meeting goes on. Whoever is present; a guest once. A proposal that no
    /// meeting has suspended before is suspended until the meeting's end.
    /// Errors also: `WrongLabel`, `OneTension`, `WrongProposal`.
    /// @param label A short label; no discussion.
    /// @param proposal The proposal it is about; 0 for none.
    /// @return id The item's id.
    function addItem(uint64 meeting, string calldata label, uint64 proposal) external returns (uint64 id);

    /// @notice Take an item to a step. The acting facilitator, present. Taking it to Objecting opens a round.
    /// Errors also: `NotFacilitator`, `WrongStep`, `ItemInHand`.
    function take(uint64 item, Step step) external;

    /// @notice Speak about an item, for the record. Whoever is present and has the word in this step.
    /// Errors also: `NotToSpeak`, `WrongLength`.
    function say(uint64 item, string calldata text) external;

    /// @notice Have no objection, in an item's objection round. Whoever is present but the proposer.
    /// Errors also: `WrongStep`, `OwnProposal`, `AlreadyConfirmed`, `StaleRound`, `WrongContent`.
    /// @param content The hash of the content that the caller has read.
    function confirmItem(uint64 item, bytes32 content) external;

    /// @notice Adopt an item's proposal: everybody present but the proposer has confirmed this version in this round,
    /// nothing stands against it, the quorum is there, nobody left who keeps standing. The acting facilitator, present, who
    /// is not the proposer: so at least the facilitator has confirmed.
    /// Errors also: `NotFacilitator`, `OwnProposal`, `WrongStep`, `StaleRound`, `NoQuorum`, `NotUnanimous`, `StandingKept`, those of
    /// `IConsent.adopt`.
    function adopt(uint64 item) external;

    /// @notice A meeting; all zero for none, and for one that was called off.
    function meetingAt(uint64 meeting) external view returns (Meeting memory);

    /// @notice When a meeting ends: as scheduled, or as extended when nobody has refused.
    function endOf(uint64 meeting) external view returns (uint40);

    /// @notice A request for a meeting; all zero for none.
    function requestAt(uint64 requested) external view returns (Request memory);

    /// @notice An item; all zero for none.
    function itemAt(uint64 item) external view returns (Item memory);

    /// @notice How somebody is present.
    function presenceOf(uint64 meeting, address person) external view returns (Presence);
}
