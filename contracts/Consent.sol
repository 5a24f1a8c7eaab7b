// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import { Address } from "@openzeppelin/contracts/utils/Address.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IConsent } from "./interfaces/IConsent.sol";
import { IOffices } from "./interfaces/IOffices.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { Change, REALITY, ROUNDS, WINDOWLESS } from "./interfaces/Types.sol";
import { Changes } from "./libraries/Changes.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { Lifecycle } from "./libraries/Lifecycle.sol";
import { Marks } from "./libraries/Marks.sol";
import { OneWord } from "./libraries/OneWord.sol";
import { Page, Pages } from "./libraries/Pages.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Consent
/// @notice What it does, for whom and with which errors: see `IConsent`.
/// @dev It calls only `Circles` and `Offices`, which call nobody but each other and their parts: no function can be re-entered.
contract Consent is IConsent, ERC2771Context {
    using OneWord for Page;
    using OneWord for Proposal;
    using Marks for uint8;
    using Pages for Page;

    /// @dev The marks that an amendment leaves as they are; all others are fixed anew by an opening.
    uint8 private constant LASTING = Marks.SUSPENDED | Marks.STOPPED;

    /// @dev How many bytes stand before the lists in a call of `IStructure.enact`: four words.
    uint256 private constant _HEAD = 4 * 32;

    ICircles private immutable _CIRCLES;
    IOffices private immutable _OFFICES;
    IStructure private immutable _STRUCTURE;

    mapping(uint64 proposal => Proposal) private _proposals;
    mapping(uint64 proposal => bytes32) private _contents;
    mapping(uint64 proposal => mapping(uint24 page => Page)) private _pages;
    /// @dev Read only where the mark `SUSPENDED` says that there is something to read.
    mapping(uint64 proposal => uint40) private _suspendedUntil;
    /// @dev The version to which the last objection was raised, where it is not the first.
    mapping(uint64 proposal => mapping(uint24 number => uint16)) private _objectedTo;
    mapping(uint64 circle => mapping(address member => uint64[3])) private _slots;

    /// @param circles The record.
    /// @param offices Who is permitted to represent a role.
    constructor(ICircles circles, IOffices offices) ERC2771Context(circles.voice()) {
        _CIRCLES = circles;
        _OFFICES = offices;
        _STRUCTURE = IStructure(circles.structure());
    }

    // ------------------------------------------------------------------ proposals

    /// @inheritdoc IConsent
    function propose(
        uint64 circle,
        uint64 asRole,
        uint8 slot,
        Change[] calldata changes,
        Reasons calldata reasons
    ) external returns (uint64 id) {
        // Check: a member, in the role, with a free slot and all the words.
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), asRole);
        if (!who.member) revert NotMember(circle, _msgSender());
        _requireRole(who, circle, asRole);
        (IStructure.Census memory census, uint8 claim) = _checkContent(circle, changes, reasons);
        id = Ids.join(Ids.organisationOf(circle), Chronicle.numberOf(who.head) + 1);
        _claimSlot(circle, slot, id);

        // Effect: two words, and the proposer's page, so that nobody else pays for it.
        Proposal memory proposal;
        proposal.circle = Ids.numberOf(circle);
        proposal.proposer = who.number;
        _open(id, proposal, census, claim);
        _store(id, proposal);
        _contents[id] = _contentHash(abi.encode(changes), keccak256(abi.encode(reasons)));
        (uint24 page, ) = Pages.place(who.number);
        _pages[id][page].version = proposal.version;
        _speak(
            Proposed.selector,
            id,
            abi.encode(
                who.head,
                _msgSender(),
                block.timestamp,
                circle,
                asRole,
                slot,
                proposal.closesAt,
                proposal.expected,
                proposal.marks,
                proposal.attention,
                proposal.outcome == Lifecycle.Outcome.Adopted,
                changes,
                reasons
            )
        );
    }

    /// @inheritdoc IConsent
    function amend(
        uint64 id,
        Change[] calldata changes,
        Reasons calldata reasons,
        string calldata integrates
    ) external {
        (Proposal memory proposal, uint64 circle) = _load(id);
        // Check: the proposer, still a member; undecided; all the words.
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), 0);
        if (who.number != proposal.proposer) revert NotProposer(id, _msgSender());
        if (!who.member) revert NotMember(circle, _msgSender());
        _requireUndecided(id, proposal);
        (IStructure.Census memory census, uint8 claim) = _checkContent(circle, changes, reasons);
        Texts.checkAtMost(integrates);

        // Effect: everything is fixed anew but who keeps standing and what stands against it; pages know by the version
        // that they are void.
        _open(id, proposal, census, claim);
        _store(id, proposal);
        _contents[id] = _contentHash(abi.encode(changes), keccak256(abi.encode(reasons)));
        _speak(
            Amended.selector,
            id,
            abi.encode(
                who.head,
                _msgSender(),
                block.timestamp,
                proposal.version,
                proposal.closesAt,
                proposal.expected,
                proposal.marks,
                proposal.attention,
                proposal.outcome == Lifecycle.Outcome.Adopted,
                changes,
                reasons,
                integrates
            )
        );
    }

    /// @inheritdoc IConsent
    function withdraw(uint64 id) external {
        (Proposal memory proposal, uint64 circle) = _load(id);
        // Check: the proposer, member or not; the circle has not decided yet.
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), 0);
        if (who.number != proposal.proposer) revert NotProposer(id, _msgSender());
        _requireUndecided(id, proposal);

        // Effect.
        _proposals[id].outcome = Lifecycle.Outcome.Withdrawn;
        _speakOf(Withdrawn.selector, id, _msgSender());
    }

    // ------------------------------------------------------------------ answers

    /// @inheritdoc IConsent
    function object(uint64 id, uint16 version, uint64 asRole, Objection calldata objection) external {
        (Proposal memory proposal, uint64 circle) = _load(id);
        // Check: before the window closes; somebody with standing, in the role while seated; a whole objection.
        _requireWindow(id, proposal);
        _requireVersion(id, version, proposal.version);
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), asRole);
        if (who.number == proposal.proposer) revert OwnProposal(id);
        if (who.member) {
            _requireRole(who, circle, asRole);
        } else if (!Lifecycle.keepsStanding(who.endedAt, proposal.standingFrom)) {
            revert NoStanding(id, _msgSender());
        }
        _checkObjection(objection);

        // Effect: the objection stands; the objector's own confirmation of this version is void.
        (Page memory page, uint24 index, uint56 bit) = _pageOf(id, who.number, proposal.version);
        if (page.objected & bit != 0) revert AlreadyObjected(id, _msgSender());
        if (page.objections & bit == 0) ++proposal.objections;
        if (page.confirmed & bit != 0) --proposal.confirmed;
        page.objections |= bit;
        page.objected |= bit;
        page.confirmed &= ~bit;
        if (bytes(objection.rule).length == 0) page.rules &= ~bit;
        else page.rules |= bit;
        _pages[id][index].store(page);
        if (version > 1) _objectedTo[id][who.number] = version;
        _store(id, proposal);
        _speak(
            Objected.selector,
            id,
            abi.encode(who.head, _msgSender(), block.timestamp, version, asRole, objection)
        );
    }

    /// @inheritdoc IConsent
    function withdrawObjection(uint64 id) external {
        (Proposal memory proposal, uint64 circle) = _load(id);
        // Check: one's own objection stands.
        _requireObjected(id, proposal, _msgSender());
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), 0);
        (Page memory page, uint24 index, uint56 bit) = _pageOf(id, who.number, proposal.version);
        if (page.objections & bit == 0) revert NoObjection(id, _msgSender());

        // Effect.
        page.objections &= ~bit;
        _pages[id][index].store(page);
        _endObjection(proposal);
        _store(id, proposal);
        _speakOf(ObjectionWithdrawn.selector, id, _msgSender(), proposal.closesAt);
    }

    /// @inheritdoc IConsent
    function resolve(uint64 id, uint16 version, bytes32 content) external {
        (Proposal memory proposal, uint64 circle) = _load(id);
        // Check: one's own objection stands, and was raised to an earlier version than the one that was read.
        _requireObjected(id, proposal, _msgSender());
        _requireVersion(id, version, proposal.version);
        _requireContent(id, content);
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), 0);
        (Page memory page, uint24 index, uint56 bit) = _pageOf(id, who.number, proposal.version);
        if (page.objections & bit == 0) revert NoObjection(id, _msgSender());
        if (page.objected & bit != 0) revert NotAmended(id, version);

        // Effect: it ends, and counts as a member's confirmation.
        page.objections &= ~bit;
        if (who.member) {
            page.confirmed |= bit;
            ++proposal.confirmed;
        }
        _pages[id][index].store(page);
        _endObjection(proposal);
        _adoptIfUnanimous(id, proposal, circle);
        _store(id, proposal);
        _speak(
            Resolved.selector,
            id,
            abi.encode(
                who.head,
                _msgSender(),
                block.timestamp,
                version,
                content,
                proposal.closesAt,
                proposal.outcome == Lifecycle.Outcome.Adopted
            )
        );
    }

    /// @inheritdoc IConsent
    function confirm(uint64 id, bytes32 content, bool afterObjecting) external {
        (Proposal memory proposal, uint64 circle) = _load(id);
        // Check: before the window closes; a member other than the proposer, who has read this content.
        _requireWindow(id, proposal);
        _requireContent(id, content);
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), 0);
        if (!who.member) revert NotMember(circle, _msgSender());
        if (who.number == proposal.proposer) revert OwnProposal(id);
        (Page memory page, uint24 index, uint56 bit) = _pageOf(id, who.number, proposal.version);
        if (page.objections & bit != 0) revert ObjectionStands(id, _msgSender());
        if (page.confirmed & bit != 0) revert AlreadyConfirmed(id, _msgSender());
        if (afterObjecting != (page.objected & bit != 0)) revert WrongTurn(id, _msgSender());

        // Effect.
        page.confirmed |= bit;
        _pages[id][index].store(page);
        ++proposal.confirmed;
        _adoptIfUnanimous(id, proposal, circle);
        _store(id, proposal);
        _speak(
            Confirmed.selector,
            id,
            abi.encode(
                who.head,
                _msgSender(),
                block.timestamp,
                proposal.version,
                content,
                proposal.outcome == Lifecycle.Outcome.Adopted
            )
        );
    }

    // ------------------------------------------------------------------ rounds

    /// @inheritdoc IConsent
    function hold(uint64 id, uint40 until, address actor) external {
        // Check: a process of rounds; undecided.
        (Proposal memory proposal, ) = _loadForRounds(id);
        _requireUndecided(id, proposal);

        // Effect.
        if (proposal.closesAt < until) proposal.closesAt = until;
        _store(id, proposal);
        _speakOf(Held.selector, id, actor, proposal.closesAt);
    }

    /// @inheritdoc IConsent
    function suspend(uint64 id, uint40 until, address actor) external {
        // Check: a process of rounds; undecided.
        (Proposal memory proposal, uint64 circle) = _loadForRounds(id);
        _requireUndecided(id, proposal);

        // Effect: never sooner than before, and then a full window.
        uint40 before = _suspension(id, proposal);
        if (until < before) until = before;
        uint32 window = _STRUCTURE.census(circle).window;
        if (proposal.marks.has(Marks.SPECIAL)) window = Changes.LONG_WINDOW;
        uint40 closesAt = until + window;
        if (proposal.closesAt < closesAt) proposal.closesAt = closesAt;
        proposal.marks |= Marks.SUSPENDED;
        _suspendedUntil[id] = until;
        _store(id, proposal);
        _speak(
            Suspended.selector,
            id,
            abi.encode(_head(id), actor, block.timestamp, until, proposal.closesAt)
        );
    }

    /// @inheritdoc IConsent
    function adopt(uint64 id, uint16 version, bytes32 content, address actor) external {
        // Check: a process of rounds; nothing stands against exactly what was decided on.
        (Proposal memory proposal, ) = _loadForRounds(id);
        Lifecycle.Status status = _requireUndecided(id, proposal);
        if (status == Lifecycle.Status.Objected) revert WrongStatus(id, status);
        _requireVersion(id, version, proposal.version);
        _requireContent(id, content);
        if (proposal.marks.has(Marks.SPECIAL)) revert NotInMeeting(id);

        // Effect.
        _settleAdopted(proposal);
        _store(id, proposal);
        _speak(
            AdoptedInMeeting.selector,
            id,
            abi.encode(_head(id), actor, block.timestamp, version, content)
        );
    }

    /// @inheritdoc IConsent
    function discardObjection(uint64 id, address objector, address actor) external {
        // Check: a process of rounds; the objection stands, whether or not the objector is still a member.
        (Proposal memory proposal, uint64 circle) = _loadForRounds(id);
        _requireObjected(id, proposal, objector);
        ICircles.Standing memory who = _CIRCLES.standing(circle, objector, 0);
        (Page memory page, uint24 index, uint56 bit) = _pageOf(id, who.number, proposal.version);
        if (page.objections & bit == 0) revert NoObjection(id, objector);

        // Effect.
        page.objections &= ~bit;
        _pages[id][index].store(page);
        _endObjection(proposal);
        _store(id, proposal);
        _speak(
            ObjectionDiscarded.selector,
            id,
            abi.encode(who.head, actor, block.timestamp, objector, proposal.closesAt)
        );
    }

    /// @inheritdoc IConsent
    function stop(uint64 id, address actor) external {
        // Check: a process of rounds; undecided; not stopped yet.
        (Proposal memory proposal, ) = _loadForRounds(id);
        _requireUndecided(id, proposal);
        if (proposal.marks.has(Marks.STOPPED)) revert WrongStop(id);

        // Effect: it counts like an objection, so that whatever an objection blocks is blocked.
        proposal.marks |= Marks.STOPPED;
        ++proposal.objections;
        _store(id, proposal);
        _speakOf(Stopped.selector, id, actor);
    }

    /// @inheritdoc IConsent
    function release(uint64 id, address actor) external {
        // Check: a process of rounds; stopped.
        Proposal memory proposal = _loadStopped(id);

        // Effect: like the end of an objection.
        proposal.marks &= ~Marks.STOPPED;
        _endObjection(proposal);
        _store(id, proposal);
        _speakOf(Released.selector, id, actor, proposal.closesAt);
    }

    /// @inheritdoc IConsent
    function drop(uint64 id, address actor) external {
        // Check: a process of rounds; stopped.
        _loadStopped(id);

        // Effect.
        _proposals[id].outcome = Lifecycle.Outcome.Discarded;
        _speakOf(Dropped.selector, id, actor);
    }

    // ------------------------------------------------------------------ enactment

    /// @inheritdoc IConsent
    function enact(
        uint64 id,
        Change[] calldata changes,
        bytes32 reasonsHash,
        address[] calldata people
    ) external {
        (Proposal memory proposal, uint64 circle) = _load(id);
        // Check: adopted, and exactly what was adopted. Anyone may: the circle has decided.
        Lifecycle.Status status = _status(id, proposal);
        if (status != Lifecycle.Status.Adopted) revert WrongStatus(id, status);
        bytes memory list = abi.encode(changes);
        _requireContent(id, _contentHash(list, reasonsHash));

        // Effect: settled before the record is written, all or nothing.
        _proposals[id].outcome = Lifecycle.Outcome.Enacted;
        address actor = _msgSender();
        _speakOf(Enacted.selector, id, actor);

        // Interaction: the record, which trusts this process and calls nobody. What was hashed is passed on as it is, not
        // read from the calldata again: it costs less, and nothing else can be enacted whatever the calldata points to.
        // Four words, of which two say where the lists begin; the people; a word that nobody reads, for it said where the
        // changes began; the changes.
        bytes memory data = abi.encodePacked(
            IStructure.enact.selector,
            uint256(circle),
            uint256(uint160(actor)),
            _HEAD + 64 + people.length * 32,
            _HEAD,
            people.length,
            people,
            list
        );
        Address.functionCall(address(_STRUCTURE), data);
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc IConsent
    function statusOf(uint64 id) external view returns (Lifecycle.Status) {
        return _status(id, _proposals[id]);
    }

    /// @inheritdoc IConsent
    function proposalAt(uint64 id) external view returns (Proposal memory) {
        return _proposals[id];
    }

    /// @inheritdoc IConsent
    function suspendedUntil(uint64 id) external view returns (uint40) {
        return _suspendedUntil[id];
    }

    /// @inheritdoc IConsent
    function contentOf(uint64 id) external view returns (bytes32) {
        return _contents[id];
    }

    /// @inheritdoc IConsent
    function answerOf(
        uint64 id,
        uint24 number
    ) external view returns (bool objection, bool confirmed, bool objected, bool byRule) {
        (Page memory page, , uint56 bit) = _pageOf(id, number, _proposals[id].version);
        return (
            page.objections & bit != 0,
            page.confirmed & bit != 0,
            page.objected & bit != 0,
            page.rules & bit != 0
        );
    }

    /// @inheritdoc IConsent
    function objectedTo(uint64 id, uint24 number) external view returns (uint16) {
        uint16 later = _objectedTo[id][number];
        return later == 0 ? 1 : later;
    }

    /// @inheritdoc IConsent
    function slotsOf(uint64 circle, address member) external view returns (uint64[3] memory) {
        return _slots[circle][member];
    }

    // ------------------------------------------------------------------ parts

    function _claimSlot(uint64 circle, uint8 slot, uint64 id) private {
        if (slot > 2) revert WrongSlot(slot);
        uint64[3] storage slots = _slots[circle][_msgSender()];
        uint64 last = slots[slot];
        Lifecycle.Status status = _status(last, _proposals[last]);
        bool live = _isUndecided(status) || status == Lifecycle.Status.Adopted;
        if (live) revert SlotTaken(slot, last);
        slots[slot] = id;
    }

    function _store(uint64 id, Proposal memory proposal) private {
        _proposals[id].store(proposal);
    }

    /// @dev An event that says no more than who acted.
    function _speakOf(bytes32 signature, uint64 id, address actor) private {
        _speak(signature, id, abi.encode(_head(id), actor, block.timestamp));
    }

    /// @dev An event that says when the window ends now.
    function _speakOf(bytes32 signature, uint64 id, address actor, uint40 closesAt) private {
        _speak(signature, id, abi.encode(_head(id), actor, block.timestamp, closesAt));
    }

    function _speak(bytes32 signature, uint64 id, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(id);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, id, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    /// @dev What is proposed, well-formed, with what the circle fixes when it opens.
    /// @return census Of the circle, with the window that such changes have.
    /// @return claim What kind of version it is: `Marks.REALITY`, `Marks.SPECIAL`.
    function _checkContent(
        uint64 circle,
        Change[] calldata changes,
        Reasons calldata reasons
    ) private view returns (IStructure.Census memory census, uint8 claim) {
        Changes.check(changes);
        census = _STRUCTURE.opening(circle);
        claim = _checkReasons(reasons, census.flags);
        bool special;
        (census.window, special) = Changes.windowOf(changes, circle, census.window);
        if (special) claim |= Marks.SPECIAL;
    }

    /// @dev Everything that an opening fixes; the caller stores it. The first opening also fixes who keeps standing.
    /// @param claim What kind of version it is.
    function _open(
        uint64 id,
        Proposal memory proposal,
        IStructure.Census memory census,
        uint8 claim
    ) private view {
        // Safe cast: seconds since 1970 stay below 2^40, with any window added.
        uint40 time = uint40(block.timestamp);
        uint40 from = time - Lifecycle.tail(census.window);
        // An amendment into what takes longer looks back further, none looks back less.
        if (proposal.version == 0 || from < proposal.standingFrom) proposal.standingFrom = from;
        ++proposal.version;
        // A window that a meeting stands in the way of begins when that is over.
        uint40 free = _suspension(id, proposal);
        proposal.closesAt = (free > time ? free : time) + census.window;
        // The proposer is a member, so there is at least one.
        proposal.expected = census.members - 1;
        proposal.confirmed = 0;
        proposal.epoch = census.epoch;
        proposal.marks = (proposal.marks & LASTING) | claim;
        if (!Lifecycle.keepsStanding(census.lastDeparture, proposal.standingFrom)) {
            proposal.marks |= Marks.EARLY;
            // Silence adopts nothing only where confirmations can.
            if (census.flags & WINDOWLESS != 0) proposal.marks |= Marks.WINDOWLESS;
        }
        // So many that they can be had. Safe cast: below 2^8 where it is the smaller one.
        bool attainable = census.attention <= proposal.expected;
        proposal.attention = attainable ? census.attention : uint8(proposal.expected);
        _adoptIfUnanimous(id, proposal, Ids.join(Ids.organisationOf(id), proposal.circle));
    }

    /// @dev Adopt at once, for good, when everybody expected has confirmed and no meeting stands in the way. While the
    /// epoch is that of the opening, the members are those who were expected, so that as many confirmations are all of
    /// them.
    function _adoptIfUnanimous(uint64 id, Proposal memory proposal, uint64 circle) private view {
        if (proposal.confirmed < proposal.expected || proposal.objections != 0) return;
        if (!proposal.marks.has(Marks.EARLY) || block.timestamp < _suspension(id, proposal)) return;
        // Asked last, so that only the last confirmation pays for it.
        if (_CIRCLES.crowd(circle).epoch != proposal.epoch) return;
        _settleAdopted(proposal);
    }

    function _settleAdopted(Proposal memory proposal) private view {
        proposal.outcome = Lifecycle.Outcome.Adopted;
        // Safe cast: seconds since 1970 stay below 2^40.
        proposal.closesAt = uint40(block.timestamp);
    }

    /// @dev One standing objection less; after the last one nobody may be surprised: a last call.
    function _endObjection(Proposal memory proposal) private view {
        --proposal.objections;
        if (proposal.objections != 0) return;
        // Safe cast: seconds since 1970 stay below 2^40.
        uint40 lastCall = uint40(block.timestamp) + Lifecycle.LAST_CALL;
        if (proposal.closesAt < lastCall) proposal.closesAt = lastCall;
    }

    function _load(uint64 id) private view returns (Proposal memory proposal, uint64 circle) {
        proposal = _proposals[id];
        if (proposal.closesAt == 0) revert UnknownProposal(id);
        circle = Ids.join(Ids.organisationOf(id), proposal.circle);
    }

    /// @dev Check that a process of rounds asks, and load what it asks about.
    function _loadForRounds(uint64 id) private view returns (Proposal memory proposal, uint64 circle) {
        uint32 organisation = Ids.organisationOf(id);
        bool rounds = _CIRCLES.bitsOf(organisation, msg.sender) & ROUNDS != 0;
        if (!rounds) revert NotRounds(organisation, msg.sender);
        return _load(id);
    }

    /// @dev The same, for a proposal that is stopped and may still go on.
    function _loadStopped(uint64 id) private view returns (Proposal memory proposal) {
        (proposal, ) = _loadForRounds(id);
        _requireUndecided(id, proposal);
        if (!proposal.marks.has(Marks.STOPPED)) revert WrongStop(id);
    }

    function _head(uint64 id) private view returns (bytes32) {
        return _CIRCLES.head(Ids.organisationOf(id));
    }

    function _status(uint64 id, Proposal memory proposal) private view returns (Lifecycle.Status) {
        return
            Lifecycle.status(
                proposal.outcome,
                proposal.closesAt,
                proposal.objections,
                _suspension(id, proposal),
                _silentFrom(proposal),
                block.timestamp
            );
    }

    /// @dev Until when only a meeting adopts it; 0 where none ever stood in its way.
    function _suspension(uint64 id, Proposal memory proposal) private view returns (uint40) {
        return proposal.marks.has(Marks.SUSPENDED) ? _suspendedUntil[id] : 0;
    }

    /// @dev What the member with this number has said about this version. Number 0, nobody, has said nothing.
    function _pageOf(
        uint64 id,
        uint24 number,
        uint16 version
    ) private view returns (Page memory page, uint24 index, uint56 bit) {
        if (number == 0) return (page, 0, 0);
        (index, bit) = Pages.place(number);
        page = _pages[id][index];
        page = page.about(version);
    }

    /// @dev Objections and confirmations come before silence has adopted it.
    function _requireWindow(uint64 id, Proposal memory proposal) private view {
        Lifecycle.Status status = _status(id, proposal);
        bool undecided = proposal.outcome == Lifecycle.Outcome.None && status != Lifecycle.Status.Lapsed;
        if (!undecided) revert WrongStatus(id, status);
        uint40 silentFrom = _silentFrom(proposal);
        if (block.timestamp >= silentFrom) revert WindowClosed(id, silentFrom);
    }

    function _requireUndecided(
        uint64 id,
        Proposal memory proposal
    ) private view returns (Lifecycle.Status status) {
        status = _status(id, proposal);
        if (!_isUndecided(status)) revert WrongStatus(id, status);
    }

    function _requireObjected(uint64 id, Proposal memory proposal, address objector) private view {
        Lifecycle.Status status = _requireUndecided(id, proposal);
        if (status != Lifecycle.Status.Objected) revert NoObjection(id, objector);
    }

    /// @dev A member speaks for a role there, or is permitted to by somebody who does.
    function _requireRole(ICircles.Standing memory who, uint64 circle, uint64 asRole) private view {
        if (who.inRole || _OFFICES.mayRepresent(circle, asRole, _msgSender())) return;
        revert NotInRole(asRole, _msgSender());
    }

    function _requireContent(uint64 id, bytes32 named) private view {
        bytes32 current = _contents[id];
        if (named != current) revert WrongContent(id, named, current);
    }

    function _isUndecided(Lifecycle.Status status) private pure returns (bool) {
        return
            status == Lifecycle.Status.Open ||
            status == Lifecycle.Status.Objected ||
            status == Lifecycle.Status.Suspended;
    }

    function _silentFrom(Proposal memory proposal) private pure returns (uint40) {
        bool windowless = proposal.marks.has(Marks.WINDOWLESS);
        return Lifecycle.silentFrom(proposal.closesAt, windowless, proposal.confirmed, proposal.attention);
    }

    function _requireVersion(uint64 id, uint16 named, uint16 current) private pure {
        if (named != current) revert StaleVersion(id, named, current);
    }

    /// @param list The changes, ABI-encoded.
    function _contentHash(bytes memory list, bytes32 reasonsHash) private pure returns (bytes32) {
        return keccak256(abi.encode(keccak256(list), reasonsHash));
    }

    /// @dev All three, unless it claims only to make the record say what happens, where that is enough.
    /// @return claim `Marks.REALITY` for such a claim, else 0.
    function _checkReasons(Reasons calldata reasons, uint16 flags) private pure returns (uint8 claim) {
        Texts.check(reasons.tension);
        bool alone = bytes(reasons.example).length == 0 && bytes(reasons.explanation).length == 0;
        if (alone && flags & REALITY != 0) return Marks.REALITY;
        Texts.check(reasons.example);
        Texts.check(reasons.explanation);
    }

    function _checkObjection(Objection calldata objection) private pure {
        if (bytes(objection.rule).length != 0) {
            uint256 others =
                bytes(objection.harm).length +
                    bytes(objection.limits).length +
                    bytes(objection.cause).length +
                    bytes(objection.certainty).length;
            if (others != 0) revert IncompleteObjection();
            Texts.check(objection.rule);
            return;
        }
        bool complete =
            bytes(objection.harm).length != 0 &&
                bytes(objection.limits).length != 0 &&
                bytes(objection.cause).length != 0 &&
                bytes(objection.certainty).length != 0;
        if (!complete) revert IncompleteObjection();
        Texts.checkAtMost(objection.harm);
        Texts.checkAtMost(objection.limits);
        Texts.checkAtMost(objection.cause);
        Texts.checkAtMost(objection.certainty);
    }
}
