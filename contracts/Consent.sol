// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ICircles } from "./interfaces/ICircles.sol";
import { IConsent } from "./interfaces/IConsent.sol";
import { Change } from "./interfaces/Types.sol";
import { Changes } from "./libraries/Changes.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { Lifecycle } from "./libraries/Lifecycle.sol";
import { Page, Pages } from "./libraries/Pages.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Consent
/// @notice What it does, for whom and with which errors: see `IConsent`.
/// @dev It calls only `Circles`, which calls nobody: no function can be re-entered.
contract Consent is IConsent {
    using Pages for Page;

    ICircles private immutable _CIRCLES;

    mapping(uint64 proposal => Proposal) private _proposals;
    mapping(uint64 proposal => bytes32) private _contents;
    mapping(uint64 proposal => mapping(uint24 page => Page)) private _pages;
    mapping(uint64 circle => mapping(address member => uint64[3])) private _slots;

    /// @param circles The record.
    constructor(ICircles circles) {
        _CIRCLES = circles;
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
        ICircles.Standing memory who = _CIRCLES.standing(circle, msg.sender, asRole);
        if (!who.member) revert NotMember(circle, msg.sender);
        if (!who.inRole) revert NotInRole(asRole, msg.sender);
        Changes.check(changes);
        _checkReasons(reasons);
        id = Ids.join(Ids.organisationOf(circle), Chronicle.numberOf(who.head) + 1);
        _claimSlot(circle, slot, id);

        // Effect: two words, and the proposer's page, so that nobody else pays for it.
        Proposal memory proposal;
        proposal.circle = Ids.numberOf(circle);
        proposal.proposer = who.number;
        _open(proposal, circle);
        _proposals[id] = proposal;
        _contents[id] = _contentHash(changes, keccak256(abi.encode(reasons)));
        (uint24 page, ) = Pages.place(who.number);
        _pages[id][page].version = proposal.version;
        _speak(
            Proposed.selector,
            id,
            abi.encode(
                who.head,
                msg.sender,
                block.timestamp,
                circle,
                asRole,
                slot,
                proposal.closesAt,
                proposal.expected,
                proposal.early,
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
        // Check: the proposer, still a member; open or objected to; all the words.
        ICircles.Standing memory who = _CIRCLES.standing(circle, msg.sender, 0);
        if (who.number != proposal.proposer) revert NotProposer(id, msg.sender);
        if (!who.member) revert NotMember(circle, msg.sender);
        Lifecycle.Status status = _status(proposal);
        if (status != Lifecycle.Status.Open && status != Lifecycle.Status.Objected) {
            revert WrongStatus(id, status);
        }
        Changes.check(changes);
        _checkReasons(reasons);
        Texts.checkAtMost(integrates);

        // Effect: everything is fixed anew but who keeps standing; pages know by the version that they are void.
        _open(proposal, circle);
        _proposals[id] = proposal;
        _contents[id] = _contentHash(changes, keccak256(abi.encode(reasons)));
        _speak(
            Amended.selector,
            id,
            abi.encode(
                who.head,
                msg.sender,
                block.timestamp,
                proposal.version,
                proposal.closesAt,
                proposal.expected,
                proposal.early,
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
        ICircles.Standing memory who = _CIRCLES.standing(circle, msg.sender, 0);
        if (who.number != proposal.proposer) revert NotProposer(id, msg.sender);
        Lifecycle.Status status = _status(proposal);
        if (status != Lifecycle.Status.Open && status != Lifecycle.Status.Objected) {
            revert WrongStatus(id, status);
        }

        // Effect.
        _proposals[id].outcome = Lifecycle.Outcome.Withdrawn;
        _speak(Withdrawn.selector, id, abi.encode(who.head, msg.sender, block.timestamp));
    }

    // ------------------------------------------------------------------ answers

    /// @inheritdoc IConsent
    function object(uint64 id, uint16 version, uint64 asRole, Objection calldata objection) external {
        (Proposal memory proposal, uint64 circle) = _load(id);
        // Check: before the window closes; somebody with standing, in the role while seated; a whole objection.
        _requireWindow(id, proposal);
        _requireVersion(id, version, proposal.version);
        ICircles.Standing memory who = _CIRCLES.standing(circle, msg.sender, asRole);
        if (who.number == proposal.proposer) revert OwnProposal(id);
        if (who.member) {
            if (!who.inRole) revert NotInRole(asRole, msg.sender);
        } else if (!Lifecycle.keepsStanding(who.endedAt, proposal.standingFrom)) {
            revert NoStanding(id, msg.sender);
        }
        _checkObjection(objection);

        // Effect: the objection stands; the objector's own confirmation of this version is void.
        (Page memory page, uint24 index, uint80 bit) = _pageOf(id, who.number, proposal.version);
        if (page.objected & bit != 0) revert AlreadyObjected(id, msg.sender);
        if (page.objections & bit == 0) ++proposal.objections;
        if (page.confirmed & bit != 0) --proposal.confirmed;
        page.objections |= bit;
        page.objected |= bit;
        page.confirmed &= ~bit;
        _pages[id][index] = page;
        _proposals[id] = proposal;
        _speak(
            Objected.selector,
            id,
            abi.encode(who.head, msg.sender, block.timestamp, version, asRole, objection)
        );
    }

    /// @inheritdoc IConsent
    function withdrawObjection(uint64 id) external {
        (Proposal memory proposal, uint64 circle) = _load(id);
        // Check: one's own objection stands.
        _requireObjected(id, proposal);
        ICircles.Standing memory who = _CIRCLES.standing(circle, msg.sender, 0);
        (Page memory page, uint24 index, uint80 bit) = _pageOf(id, who.number, proposal.version);
        if (page.objections & bit == 0) revert NoObjection(id, msg.sender);

        // Effect.
        page.objections &= ~bit;
        _pages[id][index] = page;
        _endObjection(proposal);
        _proposals[id] = proposal;
        _speak(
            ObjectionWithdrawn.selector,
            id,
            abi.encode(who.head, msg.sender, block.timestamp, proposal.closesAt)
        );
    }

    /// @inheritdoc IConsent
    function resolve(uint64 id, uint16 version, bytes32 content) external {
        (Proposal memory proposal, uint64 circle) = _load(id);
        // Check: one's own objection stands, and was raised to an earlier version than the one that was read.
        _requireObjected(id, proposal);
        _requireVersion(id, version, proposal.version);
        _requireContent(id, content);
        ICircles.Standing memory who = _CIRCLES.standing(circle, msg.sender, 0);
        (Page memory page, uint24 index, uint80 bit) = _pageOf(id, who.number, proposal.version);
        if (page.objections & bit == 0) revert NoObjection(id, msg.sender);
        if (page.objected & bit != 0) revert NotAmended(id, version);

        // Effect: it ends, and counts as a member's confirmation.
        page.objections &= ~bit;
        if (who.member) {
            page.confirmed |= bit;
            ++proposal.confirmed;
        }
        _pages[id][index] = page;
        _endObjection(proposal);
        _adoptIfUnanimous(proposal, circle);
        _proposals[id] = proposal;
        _speak(
            Resolved.selector,
            id,
            abi.encode(
                who.head,
                msg.sender,
                block.timestamp,
                version,
                content,
                proposal.closesAt,
                proposal.outcome == Lifecycle.Outcome.Adopted
            )
        );
    }

    /// @inheritdoc IConsent
    function confirm(uint64 id, bytes32 content) external {
        (Proposal memory proposal, uint64 circle) = _load(id);
        // Check: before the window closes; a member other than the proposer, who has read this content.
        _requireWindow(id, proposal);
        _requireContent(id, content);
        ICircles.Standing memory who = _CIRCLES.standing(circle, msg.sender, 0);
        if (!who.member) revert NotMember(circle, msg.sender);
        if (who.number == proposal.proposer) revert OwnProposal(id);
        (Page memory page, uint24 index, uint80 bit) = _pageOf(id, who.number, proposal.version);
        if (page.objections & bit != 0) revert ObjectionStands(id, msg.sender);
        if (page.confirmed & bit != 0) revert AlreadyConfirmed(id, msg.sender);

        // Effect.
        page.confirmed |= bit;
        _pages[id][index] = page;
        ++proposal.confirmed;
        _adoptIfUnanimous(proposal, circle);
        _proposals[id] = proposal;
        _speak(
            Confirmed.selector,
            id,
            abi.encode(
                who.head,
                msg.sender,
                block.timestamp,
                proposal.version,
                content,
                proposal.outcome == Lifecycle.Outcome.Adopted
            )
        );
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
        Lifecycle.Status status = _status(proposal);
        if (status != Lifecycle.Status.Adopted) revert WrongStatus(id, status);
        _requireContent(id, _contentHash(changes, reasonsHash));

        // Effect: settled before the record is written, all or nothing.
        _proposals[id].outcome = Lifecycle.Outcome.Enacted;
        bytes32 head = _CIRCLES.head(Ids.organisationOf(id));
        _speak(Enacted.selector, id, abi.encode(head, msg.sender, block.timestamp));

        // Interaction: the record, which trusts this process and calls nobody.
        _CIRCLES.enact(circle, msg.sender, changes, people);
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc IConsent
    function statusOf(uint64 id) external view returns (Lifecycle.Status) {
        return _status(_proposals[id]);
    }

    /// @inheritdoc IConsent
    function proposalAt(uint64 id) external view returns (Proposal memory) {
        return _proposals[id];
    }

    /// @inheritdoc IConsent
    function contentOf(uint64 id) external view returns (bytes32) {
        return _contents[id];
    }

    /// @inheritdoc IConsent
    function answerOf(
        uint64 id,
        uint24 number
    ) external view returns (bool objection, bool confirmed, bool objected) {
        if (number == 0) return (false, false, false);
        (Page memory page, , uint80 bit) = _pageOf(id, number, _proposals[id].version);
        return (page.objections & bit != 0, page.confirmed & bit != 0, page.objected & bit != 0);
    }

    /// @inheritdoc IConsent
    function slotsOf(uint64 circle, address member) external view returns (uint64[3] memory) {
        return _slots[circle][member];
    }

    // ------------------------------------------------------------------ parts

    function _claimSlot(uint64 circle, uint8 slot, uint64 id) private {
        if (slot > 2) revert WrongSlot(slot);
        uint64[3] storage slots = _slots[circle][msg.sender];
        Lifecycle.Status status = _status(_proposals[slots[slot]]);
        if (
            status == Lifecycle.Status.Open ||
            status == Lifecycle.Status.Objected ||
            status == Lifecycle.Status.Adopted
        ) revert SlotTaken(slot, slots[slot]);
        slots[slot] = id;
    }

    function _speak(bytes32 signature, uint64 id, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(id);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, id, data);
        _CIRCLES.speak(organisation, topicsHash, dataHash);
    }

    /// @dev Everything that an opening fixes; the caller stores it. The first opening also fixes who keeps standing.
    function _open(Proposal memory proposal, uint64 circle) private view {
        ICircles.Census memory census = _CIRCLES.census(circle);
        // Safe cast: seconds since 1970 stay below 2^40, with any window added.
        uint40 time = uint40(block.timestamp);
        if (proposal.version == 0) proposal.standingFrom = time - Lifecycle.tail(census.window);
        ++proposal.version;
        proposal.closesAt = time + census.window;
        // The proposer is a member, so there is at least one.
        proposal.expected = census.members - 1;
        proposal.confirmed = 0;
        proposal.epoch = census.epoch;
        proposal.early = !Lifecycle.keepsStanding(census.lastDeparture, proposal.standingFrom);
        _adoptIfUnanimous(proposal, circle);
    }

    /// @dev Adopt at once, for good, when everybody expected has confirmed. While the epoch is that of the opening,
    /// the members are those who were expected, so that as many confirmations are all of them.
    function _adoptIfUnanimous(Proposal memory proposal, uint64 circle) private view {
        if (proposal.confirmed < proposal.expected || proposal.objections != 0 || !proposal.early) return;
        // Asked last, so that only the last confirmation pays for it.
        if (_CIRCLES.census(circle).epoch != proposal.epoch) return;
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

    function _status(Proposal memory proposal) private view returns (Lifecycle.Status) {
        return Lifecycle.status(proposal.outcome, proposal.closesAt, proposal.objections, block.timestamp);
    }

    /// @dev What the member with this number has said about this version. Number 0, nobody, has said nothing.
    function _pageOf(
        uint64 id,
        uint24 number,
        uint16 version
    ) private view returns (Page memory page, uint24 index, uint80 bit) {
        if (number == 0) return (page, 0, 0);
        (index, bit) = Pages.place(number);
        page = _pages[id][index];
        page = page.about(version);
    }

    /// @dev Objections and confirmations come before the end of the window.
    function _requireWindow(uint64 id, Proposal memory proposal) private view {
        Lifecycle.Status status = _status(proposal);
        bool undecided = proposal.outcome == Lifecycle.Outcome.None && status != Lifecycle.Status.Lapsed;
        if (!undecided) revert WrongStatus(id, status);
        if (block.timestamp >= proposal.closesAt) revert WindowClosed(id, proposal.closesAt);
    }

    function _requireObjected(uint64 id, Proposal memory proposal) private view {
        Lifecycle.Status status = _status(proposal);
        if (status == Lifecycle.Status.Objected) return;
        if (status == Lifecycle.Status.Open) revert NoObjection(id, msg.sender);
        revert WrongStatus(id, status);
    }

    function _requireContent(uint64 id, bytes32 named) private view {
        bytes32 current = _contents[id];
        if (named != current) revert WrongContent(id, named, current);
    }

    function _requireVersion(uint64 id, uint16 named, uint16 current) private pure {
        if (named != current) revert StaleVersion(id, named, current);
    }

    function _contentHash(Change[] calldata changes, bytes32 reasonsHash) private pure returns (bytes32) {
        return keccak256(abi.encode(keccak256(abi.encode(changes)), reasonsHash));
    }

    function _checkReasons(Reasons calldata reasons) private pure {
        Texts.check(reasons.tension);
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
