// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { ITreasury } from "./interfaces/ITreasury.sol";
import { IVault } from "./interfaces/IVault.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { Lifecycle } from "./libraries/Lifecycle.sol";
import { OneWord } from "./libraries/OneWord.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Treasury
/// @notice What it does, for whom and with which errors: see `ITreasury`.
contract Treasury is ITreasury, ReentrancyGuardTransient, ERC2771Context {
    using OneWord for Announcement;

    ICircles private immutable _CIRCLES;
    IStructure private immutable _STRUCTURE;

    mapping(uint64 announcement => Announcement) private _announcements;
    mapping(uint64 announcement => bytes32) private _paymentHashes;
    mapping(uint64 announcement => mapping(address escalator => Escalation)) private _escalations;
    mapping(address vault => mapping(address token => uint256)) private _promised;
    mapping(uint32 organisation => mapping(address person => uint64[3])) private _slots;

    /// @param circles The record.
    constructor(ICircles circles) ERC2771Context(circles.voice()) {
        _CIRCLES = circles;
        _STRUCTURE = IStructure(circles.structure());
    }

    // ------------------------------------------------------------------ announce and wait

    /// @inheritdoc ITreasury
    function announce(
        uint64 asRole,
        uint8 slot,
        Payment calldata payment,
        string calldata purpose
    ) external nonReentrant returns (uint64 id) {
        uint32 organisation = Ids.organisationOf(asRole);
        // Check: after founding, somebody who acts for the role, a payment that can be made, a free slot, the words.
        uint32 window = _STRUCTURE.census(Ids.anchorOf(organisation)).window;
        if (!_CIRCLES.acts(asRole, _msgSender())) revert NotInRole(asRole, _msgSender());
        _checkPayment(organisation, payment);
        Texts.check(purpose);
        bytes32 head = _CIRCLES.head(organisation);
        id = Ids.join(organisation, Chronicle.numberOf(head) + 1);
        _claimSlot(organisation, slot, id);

        // Effect: two words, and the amount is promised.
        // Safe casts: seconds since 1970 stay below 2^40, with any window added.
        uint40 time = uint40(block.timestamp);
        uint40 closesAt = time + window;
        _announcements[id].store(
            Announcement({
                role: Ids.numberOf(asRole),
                standingFrom: time - Lifecycle.tail(window),
                closesAt: closesAt,
                window: window,
                escalations: 0,
                outcome: Lifecycle.Outcome.None
            })
        );
        _paymentHashes[id] = keccak256(abi.encode(_msgSender(), payment));
        _reserve(payment);
        _speak(
            Announced.selector,
            id,
            abi.encode(head, _msgSender(), time, asRole, slot, closesAt, window, payment, purpose)
        );
    }

    /// @inheritdoc ITreasury
    function escalate(
        uint64 id,
        uint64 circle,
        uint64 asRole,
        address announcer,
        Payment calldata payment,
        string calldata reason
    ) external nonReentrant {
        Announcement memory announcement = _load(id, announcer, payment);
        // Check: before the window closes; somebody with standing within the source, not the announcer, not twice.
        Lifecycle.Status status = _status(announcement);
        bool undecided = announcement.outcome == Lifecycle.Outcome.None && status != Lifecycle.Status.Lapsed;
        if (!undecided) revert WrongStatus(id, status);
        if (block.timestamp >= announcement.closesAt) revert WindowClosed(id, announcement.closesAt);
        if (_msgSender() == announcer) revert OwnAnnouncement(id);
        // The source is the anchor: within it is every circle of the organisation.
        if (Ids.organisationOf(circle) != Ids.organisationOf(id)) {
            revert NotWithin(circle, Ids.organisationOf(id));
        }
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), asRole);
        if (who.member) {
            if (!who.inRole) revert NotInRole(asRole, _msgSender());
        } else if (!Lifecycle.keepsStanding(who.endedAt, announcement.standingFrom)) {
            revert NoStanding(id, _msgSender());
        }
        if (_escalations[id][_msgSender()] != Escalation.None) revert AlreadyEscalated(id, _msgSender());
        Texts.check(reason);

        // Effect: blocked; the first escalation releases the amount.
        _escalations[id][_msgSender()] = Escalation.Standing;
        if (announcement.escalations == 0) _release(payment);
        ++announcement.escalations;
        _announcements[id].store(announcement);
        _speak(
            Escalated.selector,
            id,
            abi.encode(who.head, _msgSender(), block.timestamp, circle, asRole, reason)
        );
    }

    /// @inheritdoc ITreasury
    function reverse(
        uint64 id,
        address escalator,
        address announcer,
        Payment calldata payment
    ) external nonReentrant {
        Announcement memory announcement = _load(id, announcer, payment);
        // Check: escalated by this person; the author, or a lead of the source with no part in it.
        Lifecycle.Status status = _status(announcement);
        if (status != Lifecycle.Status.Objected) revert WrongStatus(id, status);
        if (_escalations[id][escalator] != Escalation.Standing) revert NotEscalated(id, escalator);
        if (_msgSender() == announcer) revert OwnAnnouncement(id);
        if (_msgSender() != escalator) {
            uint32 organisation = Ids.organisationOf(id);
            bool interested = _CIRCLES.acts(Ids.join(organisation, announcement.role), _msgSender());
            if (interested || !_CIRCLES.leads(Ids.anchorOf(organisation), _msgSender())) {
                revert NotReverser(id, _msgSender());
            }
        }

        // Effect: the window starts again; after the last escalation the amount is promised again, if it is there.
        _escalations[id][escalator] = Escalation.Reversed;
        --announcement.escalations;
        // Safe cast: seconds since 1970 stay below 2^40, with any window added.
        announcement.closesAt = uint40(block.timestamp) + announcement.window;
        if (announcement.escalations == 0) _reserve(payment);
        _announcements[id].store(announcement);
        _speak(
            Reversed.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, escalator, announcement.closesAt)
        );
    }

    /// @inheritdoc ITreasury
    function revoke(uint64 id, address announcer, Payment calldata payment) external nonReentrant {
        Announcement memory announcement = _load(id, announcer, payment);
        // Check: not settled; the announcer or a lead of the source.
        Lifecycle.Status status = _status(announcement);
        if (
            status != Lifecycle.Status.Open &&
            status != Lifecycle.Status.Objected &&
            status != Lifecycle.Status.Adopted
        ) revert WrongStatus(id, status);
        if (
            _msgSender() != announcer && !_CIRCLES.leads(Ids.anchorOf(Ids.organisationOf(id)), _msgSender())
        ) {
            revert NotRevoker(id, _msgSender());
        }

        // Effect.
        _settle(id, announcement, payment, Lifecycle.Outcome.Withdrawn);
        _speak(Revoked.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp));
    }

    // ------------------------------------------------------------------ act

    /// @inheritdoc ITreasury
    function act(uint64 id, address announcer, Payment calldata payment) external nonReentrant {
        Announcement memory announcement = _load(id, announcer, payment);
        // Check: ready, and somebody who acts for the role it serves.
        Lifecycle.Status status = _status(announcement);
        if (status != Lifecycle.Status.Adopted) revert WrongStatus(id, status);
        uint64 role = Ids.join(Ids.organisationOf(id), announcement.role);
        if (!_CIRCLES.acts(role, _msgSender())) revert NotInRole(role, _msgSender());

        // Effect: settled and recorded before any foreign code runs.
        _settle(id, announcement, payment, Lifecycle.Outcome.Enacted);
        _speak(Paid.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp));

        // Interaction: the vault pays, all or nothing.
        IVault(payment.vault).pay(payment.token, payment.payee, payment.amount);
    }

    /// @inheritdoc ITreasury
    function lapse(uint64 id, address announcer, Payment calldata payment) external nonReentrant {
        Announcement memory announcement = _load(id, announcer, payment);
        // Check: expired and not closed yet. Anyone may: it only frees what is free.
        Lifecycle.Status status = _status(announcement);
        bool expired = status == Lifecycle.Status.Lapsed && announcement.outcome == Lifecycle.Outcome.None;
        if (!expired) revert WrongStatus(id, status);

        // Effect.
        _settle(id, announcement, payment, Lifecycle.Outcome.Lapsed);
        _speak(Lapsed.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp));
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc ITreasury
    function statusOf(uint64 id) external view returns (Lifecycle.Status) {
        return _status(_announcements[id]);
    }

    /// @inheritdoc ITreasury
    function announcementAt(uint64 id) external view returns (Announcement memory) {
        return _announcements[id];
    }

    /// @inheritdoc ITreasury
    function paymentHashOf(uint64 id) external view returns (bytes32) {
        return _paymentHashes[id];
    }

    /// @inheritdoc ITreasury
    function promisedFrom(address vault, address token) external view returns (uint256) {
        return _promised[vault][token];
    }

    /// @inheritdoc ITreasury
    function isEscalatedBy(uint64 id, address escalator) external view returns (bool) {
        return _escalations[id][escalator] == Escalation.Standing;
    }

    /// @inheritdoc ITreasury
    function slotsOf(uint32 organisation, address person) external view returns (uint64[3] memory) {
        return _slots[organisation][person];
    }

    // ------------------------------------------------------------------ parts

    /// @dev Promise an amount that the vault holds beyond what is promised already.
    function _reserve(Payment calldata payment) private {
        uint256 promised = _promised[payment.vault][payment.token];
        uint256 balance =
            payment.token == address(0)
                ? payment.vault.balance
                : IERC20(payment.token).balanceOf(payment.vault);
        // A token that shrinks its balances may hold less than was promised.
        uint256 free = balance > promised ? balance - promised : 0;
        if (payment.amount > free) {
            revert Overpromised(payment.vault, payment.token, payment.amount, free);
        }
        _promised[payment.vault][payment.token] = promised + payment.amount;
    }

    /// @dev Free a promised amount. Never below zero: each announcement releases what it has reserved, once.
    function _release(Payment calldata payment) private {
        _promised[payment.vault][payment.token] -= payment.amount;
    }

    /// @dev Settle for good; an escalated announcement has released its amount before.
    function _settle(
        uint64 id,
        Announcement memory announcement,
        Payment calldata payment,
        Lifecycle.Outcome outcome
    ) private {
        if (announcement.escalations == 0) _release(payment);
        _announcements[id].outcome = outcome;
    }

    function _claimSlot(uint32 organisation, uint8 slot, uint64 id) private {
        if (slot > 2) revert WrongSlot(slot);
        uint64[3] storage slots = _slots[organisation][_msgSender()];
        uint64 last = slots[slot];
        Announcement storage before = _announcements[last];
        // An expired one still holds its promise until somebody lapses it; a revoked one keeps its slot until its
        // window is over, so that nobody blocks an account by announcing and revoking in turn.
        bool live = last != 0 && before.outcome == Lifecycle.Outcome.None;
        bool recent = before.outcome == Lifecycle.Outcome.Withdrawn && block.timestamp < before.closesAt;
        if (live || recent) revert SlotTaken(slot, last);
        slots[slot] = id;
    }

    function _speak(bytes32 signature, uint64 id, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(id);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, id, data);
        _CIRCLES.speak(organisation, topicsHash, dataHash);
    }

    /// @dev A payment that the organisation's deployed vault can make. That the vault obeys this contract is seen
    /// when it is asked to pay.
    function _checkPayment(uint32 organisation, Payment calldata payment) private view {
        if (payment.amount == 0) revert NoAmount();
        bool ours = _CIRCLES.organisationOf(payment.vault) == organisation;
        if (!ours || payment.vault.code.length == 0) revert WrongVault(payment.vault);
        if (payment.token != address(0) && payment.token.code.length == 0) revert NoCode(payment.token);
        bool lost = payment.payee == address(0) || payment.payee == payment.token;
        if (lost || payment.payee == payment.vault) revert WrongPayee(payment.payee);
    }

    function _head(uint64 id) private view returns (bytes32) {
        return _CIRCLES.head(Ids.organisationOf(id));
    }

    function _load(
        uint64 id,
        address announcer,
        Payment calldata payment
    ) private view returns (Announcement memory announcement) {
        announcement = _announcements[id];
        if (announcement.closesAt == 0) revert UnknownAnnouncement(id);
        if (_paymentHashes[id] != keccak256(abi.encode(announcer, payment))) revert WrongPayment(id);
    }

    function _status(Announcement memory announcement) private view returns (Lifecycle.Status) {
        return
            Lifecycle.status(
                announcement.outcome,
                announcement.closesAt,
                announcement.escalations,
                0,
                announcement.closesAt,
                block.timestamp
            );
    }
}
