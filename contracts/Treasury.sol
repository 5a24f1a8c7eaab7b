// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import { IERC1155 } from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { IERC721 } from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import { Allowances } from "./Allowances.sol";
import { ICircles } from "./interfaces/ICircles.sol";
import { IController } from "./interfaces/IController.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { ITreasury } from "./interfaces/ITreasury.sol";
import { IVault } from "./interfaces/IVault.sol";
import { IVoice } from "./interfaces/IVoice.sol";
import { Policy } from "./interfaces/Types.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { Lifecycle } from "./libraries/Lifecycle.sol";
import { OneWord } from "./libraries/OneWord.sol";
import { Outward } from "./libraries/Outward.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Treasury
/// @notice What it does, for whom and with which errors: see `ITreasury`.
contract Treasury is ITreasury, ReentrancyGuardTransient, ERC2771Context {
    using OneWord for Announcement;

    uint256 private constant _MOST_HOLDERS = 8;

    ICircles private immutable _CIRCLES;
    IStructure private immutable _STRUCTURE;
    Allowances private immutable _ALLOWANCES;

    mapping(uint64 announcement => Announcement) private _announcements;
    mapping(uint64 announcement => bytes32) private _paymentHashes;
    /// @dev Only of those that name one.
    mapping(uint64 announcement => uint64) private _policies;
    /// @dev Only of calls.
    mapping(uint64 announcement => bytes32) private _codeHashes;
    mapping(uint64 announcement => mapping(address escalator => Escalation)) private _escalations;
    /// @dev By token, or for an item by `_assetOf`.
    mapping(address vault => mapping(bytes32 asset => uint256)) private _promised;
    mapping(uint64 grant => mapping(uint64 role => uint128)) private _granted;
    mapping(uint64 grant => uint128) private _left;
    mapping(address vault => mapping(bytes32 hash => uint40)) private _signedUntil;
    mapping(uint32 organisation => mapping(address person => uint64[3])) private _slots;

    /// @param circles The record.
    constructor(ICircles circles) ERC2771Context(circles.voice()) {
        _CIRCLES = circles;
        _STRUCTURE = IStructure(circles.structure());
        _ALLOWANCES = new Allowances(circles);
    }

    // ------------------------------------------------------------------ announce and wait

    /// @inheritdoc ITreasury
    function announce(
        uint64 asRole,
        uint8 slot,
        Payment calldata payment,
        uint64 policy,
        string calldata purpose
    ) external nonReentrant returns (uint64 id) {
        uint32 organisation = Ids.organisationOf(asRole);
        // Check: after founding, as the census asks, and while this process goes on; somebody who acts for the role,
        // something that can be done, a free slot, the words.
        Outward.requireGoing(_CIRCLES, organisation);
        if (!_CIRCLES.acts(asRole, _msgSender())) revert NotInRole(asRole, _msgSender());
        uint64 source = _checkPayment(organisation, payment);
        _requireSpending(source, policy);
        uint32 window = _STRUCTURE.census(source).window;
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
        if (policy != 0) _policies[id] = policy;
        if (payment.kind == Kind.Call) _codeHashes[id] = payment.token.codehash;
        _reserve(payment);
        _speak(
            Announced.selector,
            id,
            abi.encode(head, _msgSender(), time, asRole, slot, closesAt, window, payment, policy, purpose)
        );
    }

    /// @inheritdoc ITreasury
    function escalate(
        uint64 id,
        uint64 circle,
        uint64 asRole,
        uint64[] calldata path,
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
        if (payment.kind == Kind.Domain) {
            _requireHolder(asRole, payment.data);
        } else {
            _requireWithin(circle, path, _CIRCLES.circleOfVault(payment.vault), announcer);
            ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), asRole);
            if (who.member) {
                if (!who.inRole) revert NotInRole(asRole, _msgSender());
            } else if (!Lifecycle.keepsStanding(who.endedAt, announcement.standingFrom)) {
                revert NoStanding(id, _msgSender());
            }
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
            abi.encode(_head(id), _msgSender(), block.timestamp, circle, asRole, reason)
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
            bool interested = _CIRCLES.acts(_roleOf(id, announcement), _msgSender());
            if (interested || !_leadsSource(payment)) revert NotReverser(id, _msgSender());
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
        if (_msgSender() != announcer && !_leadsSource(payment)) revert NotRevoker(id, _msgSender());

        // Effect.
        _settle(id, announcement, payment, Lifecycle.Outcome.Withdrawn);
        _speak(Revoked.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp));
    }

    // ------------------------------------------------------------------ act

    /// @inheritdoc ITreasury
    function act(uint64 id, address announcer, Payment calldata payment) external nonReentrant {
        Announcement memory announcement = _load(id, announcer, payment);
        // Check: ready, somebody who acts for the role it serves, a source that may still spend.
        Lifecycle.Status status = _status(announcement);
        if (status != Lifecycle.Status.Adopted) revert WrongStatus(id, status);
        uint64 role = _roleOf(id, announcement);
        if (!_CIRCLES.acts(role, _msgSender())) revert NotInRole(role, _msgSender());
        Kind kind = payment.kind;
        if (kind != Kind.Domain) _requireSpending(_CIRCLES.circleOfVault(payment.vault), _policies[id]);

        // Effect: settled and recorded before any foreign code runs. A grant stays promised.
        if (kind == Kind.Grant) {
            // Safe cast: the lower half of a role's id is checked where it was announced.
            _granted[id][uint64(payment.id)] = payment.amount;
            _left[id] = payment.amount;
            _announcements[id].outcome = Lifecycle.Outcome.Enacted;
        } else {
            _settle(id, announcement, payment, Lifecycle.Outcome.Enacted);
        }
        _speak(Paid.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp));

        // Interaction: the vault pays or calls, all or nothing.
        if (kind == Kind.Money) IVault(payment.vault).pay(payment.token, payment.payee, payment.amount);
        else if (kind == Kind.Item) IVault(payment.vault).hand(payment.token, payment.payee, payment.id, 0);
        else if (kind == Kind.Items) _handItems(payment);
        else if (kind == Kind.Call) _call(id, payment);
        else if (kind == Kind.Hash) _sign(payment.vault, bytes32(payment.id));
        else if (kind == Kind.Speech) _sign(payment.vault, _digestOf(payment));
    }

    /// @inheritdoc ITreasury
    function draw(
        uint64 id,
        address announcer,
        Payment calldata payment,
        uint64 asRole,
        address payee,
        uint128 amount,
        string calldata purpose
    ) external nonReentrant {
        _load(id, announcer, payment);
        // Check: a role that has as much, somebody who acts for it, somebody who can be paid, the words.
        _takeGranted(id, asRole, amount);
        _checkPayee(payment.vault, payment.token, payee);
        Texts.check(purpose);

        // Effect.
        _left[id] -= amount;
        _release(payment.vault, _assetOf(payment), amount);
        _speak(
            Drawn.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, asRole, payee, amount, purpose)
        );

        // Interaction.
        IVault(payment.vault).pay(payment.token, payee, amount);
    }

    /// @inheritdoc ITreasury
    function passOn(
        uint64 id,
        address announcer,
        Payment calldata payment,
        uint64 asRole,
        uint64 role,
        uint128 amount
    ) external nonReentrant {
        _load(id, announcer, payment);
        // Check: a role that has as much, somebody who acts for it; another role of the organisation.
        _takeGranted(id, asRole, amount);
        _requireRole(Ids.organisationOf(id), role);
        // Effect.
        _granted[id][role] += amount;
        _speak(
            PassedOn.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, asRole, role, amount)
        );
    }

    /// @inheritdoc ITreasury
    function endGrant(uint64 id, address announcer, Payment calldata payment) external nonReentrant {
        _load(id, announcer, payment);
        // Check: something is left; a lead of the source.
        uint128 left = _left[id];
        if (left == 0) revert NotGranted(id, 0, 0);
        if (!_leadsSource(payment)) revert NotSource(id, _msgSender());
        // Effect: what each role has counts no more than what is left.
        _left[id] = 0;
        _release(payment.vault, _assetOf(payment), left);
        _speak(GrantEnded.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp, left));
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

    // ------------------------------------------------------------------ allowances

    /// @inheritdoc ITreasury
    function spend(address vault, address token, address payee, uint128 amount) external nonReentrant {
        // Check: asked for through the allowances, which have debited it; somebody who can be paid; promised to nobody.
        _requireAllowances();
        if (amount == 0) revert NoAmount();
        _checkPayee(vault, token, payee);
        uint256 balance = token == address(0) ? vault.balance : IERC20(token).balanceOf(vault);
        _requireFree(vault, token, _tokenKey(token), amount, balance);
        // Interaction.
        IVault(vault).pay(token, payee, amount);
    }

    /// @inheritdoc ITreasury
    function perform(
        address vault,
        address target,
        uint128 value,
        bytes calldata data
    ) external nonReentrant {
        // Check: asked for through the allowances, which have counted it; what may be called; ETH promised to nobody.
        _requireAllowances();
        _requireCallable(Ids.organisationOf(_CIRCLES.circleOfVault(vault)), target);
        _requireFree(vault, address(0), _tokenKey(address(0)), value, vault.balance);
        // Interaction.
        IVault(vault).execute(target, value, data);
    }

    /// @inheritdoc ITreasury
    function empower(uint64 policy, bytes calldata power) external {
        // Check: asked for through the allowances, which have looked at who asks; the record looks at the rest.
        _requireAllowances();
        // Interaction.
        _STRUCTURE.takePower(policy, power);
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
        return _promised[vault][_tokenKey(token)];
    }

    /// @inheritdoc ITreasury
    function promisedItems(address vault, address token, uint256 id) external view returns (uint256) {
        return _promised[vault][_itemKey(token, id)];
    }

    /// @inheritdoc ITreasury
    function grantedTo(uint64 id, uint64 role) external view returns (uint128) {
        return _left[id] == 0 ? 0 : _granted[id][role];
    }

    /// @inheritdoc ITreasury
    function grantLeft(uint64 id) external view returns (uint128) {
        return _left[id];
    }

    /// @inheritdoc ITreasury
    function signedUntil(address vault, bytes32 hash) external view returns (uint40) {
        return _signedUntil[vault][hash];
    }

    /// @inheritdoc IController
    function isSigned(address vault, bytes32 hash, bytes calldata) external view returns (bool) {
        return block.timestamp < _signedUntil[vault][hash];
    }

    /// @inheritdoc IController
    function isCalling(address vault, address target, bytes4 selector) external view returns (bool) {
        return _ALLOWANCES.isCalling(vault, target, selector);
    }

    /// @inheritdoc ITreasury
    function allowances() external view returns (address) {
        return address(_ALLOWANCES);
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

    /// @dev Promise what is announced, which the vault holds beyond what is promised already. A domain, a speech and a hash
    /// promise nothing.
    function _reserve(Payment calldata payment) private {
        uint256 amount = _amountOf(payment);
        if (amount == 0) return;
        bytes32 asset = _assetOf(payment);
        _requireFree(payment.vault, payment.token, asset, amount, _balanceOf(payment));
        _promised[payment.vault][asset] += amount;
    }

    function _release(Payment calldata payment) private {
        uint256 amount = _amountOf(payment);
        if (amount != 0) _release(payment.vault, _assetOf(payment), amount);
    }

    /// @dev Free a promised amount. Never below zero: each announcement releases what it has reserved, once.
    function _release(address vault, bytes32 asset, uint256 amount) private {
        _promised[vault][asset] -= amount;
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

    /// @dev Use up a part of what a role was granted, by somebody who acts for it.
    function _takeGranted(uint64 id, uint64 role, uint128 amount) private {
        if (!_CIRCLES.acts(role, _msgSender())) revert NotInRole(role, _msgSender());
        uint128 has = _left[id] == 0 ? 0 : _granted[id][role];
        if (amount == 0 || amount > has) revert NotGranted(id, role, amount);
        _granted[id][role] = has - amount;
    }

    /// @dev What a vault signs it has signed for one grace.
    function _sign(address vault, bytes32 hash) private {
        // Safe cast: seconds since 1970 stay below 2^40.
        _signedUntil[vault][hash] = uint40(block.timestamp) + Lifecycle.GRACE;
    }

    function _handItems(Payment calldata payment) private {
        IVault(payment.vault).hand(payment.token, payment.payee, payment.id, payment.amount);
    }

    function _call(uint64 id, Payment calldata payment) private {
        _requireCallable(Ids.organisationOf(id), payment.token);
        if (payment.token.codehash != _codeHashes[id]) revert CodeChanged(payment.token);
        IVault(payment.vault).execute(payment.token, payment.amount, payment.data);
    }

    function _speak(bytes32 signature, uint64 id, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(id);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, id, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    /// @dev What the organisation's deployed vault can do. That the vault obeys this contract is seen when it is asked to.
    /// @return source The circle whose vault it is; of a domain the anchor.
    function _checkPayment(
        uint32 organisation,
        Payment calldata payment
    ) private view returns (uint64 source) {
        Kind kind = payment.kind;
        if (kind == Kind.Domain) {
            _checkDomain(organisation, payment);
            return Ids.anchorOf(organisation);
        }
        source = _CIRCLES.circleOfVault(payment.vault);
        bool ours = Ids.organisationOf(source) == organisation;
        if (!ours || payment.vault.code.length == 0) revert WrongVault(payment.vault);
        bool counted = kind == Kind.Money || kind == Kind.Items || kind == Kind.Grant;
        if (counted ? payment.amount == 0 : kind != Kind.Call && payment.amount != 0) revert NoAmount();
        bool handed = kind == Kind.Money || kind == Kind.Item || kind == Kind.Items;
        bool named = kind != Kind.Money && kind != Kind.Call;
        bool told = kind == Kind.Call || kind == Kind.Speech;
        if (
            (!handed && payment.payee != address(0)) ||
            (!named && payment.id != 0) ||
            (!told && payment.data.length != 0)
        ) revert WrongDeed(kind);

        bool coded = payment.token.code.length != 0;
        if (kind == Kind.Money || kind == Kind.Grant) coded = coded || payment.token == address(0);
        else if (kind == Kind.Hash) coded = payment.token == address(0);
        else if (kind == Kind.Call) coded = coded || payment.data.length == 0;
        if (!coded) revert NoCode(payment.token);
        if (handed) _checkPayee(payment.vault, payment.token, payment.payee);
        if (kind == Kind.Call) _requireCallable(organisation, payment.token);
        if (kind == Kind.Speech) _digestOf(payment);
        if (kind == Kind.Grant) {
            if (payment.id > type(uint64).max) revert WrongDeed(kind);
            // Safe cast: just checked.
            _requireRole(organisation, uint64(payment.id));
        }
    }

    function _checkPayee(address vault, address token, address payee) private pure {
        if (payee == address(0) || payee == token || payee == vault) revert WrongPayee(payee);
    }

    /// @dev Roles that live, at least one and not many, and nothing else.
    function _checkDomain(uint32 organisation, Payment calldata payment) private view {
        uint256 more = uint160(payment.vault) | uint160(payment.token) | uint160(payment.payee);
        if (more != 0 || payment.amount != 0 || payment.id != 0) revert WrongDeed(Kind.Domain);
        uint64[] memory holders = abi.decode(payment.data, (uint64[]));
        if (holders.length == 0 || holders.length > _MOST_HOLDERS) revert WrongDeed(Kind.Domain);
        for (uint256 i = 0; i < holders.length; ++i) _requireRole(organisation, holders[i]);
    }

    function _requireRole(uint32 organisation, uint64 role) private view {
        if (Ids.organisationOf(role) != organisation) revert ICircles.UnknownRole(role);
        _CIRCLES.circleOf(role);
    }

    /// @dev Somebody who acts for a role that a domain announcement names.
    function _requireHolder(uint64 role, bytes calldata data) private view {
        uint64[] memory holders = abi.decode(data, (uint64[]));
        bool named = false;
        for (uint256 i = 0; i < holders.length; ++i) named = named || holders[i] == role;
        if (!named || !_CIRCLES.acts(role, _msgSender())) revert NotInRole(role, _msgSender());
    }

    /// @dev A circle within the source; or the circle around it, where fewer than two members of the source other than the
    /// announcer are there to escalate.
    function _requireWithin(
        uint64 circle,
        uint64[] calldata path,
        uint64 source,
        address announcer
    ) private view {
        if (Ids.numberOf(source) == Ids.ANCHOR) {
            // Within an anchor is every circle of its organisation.
            if (Ids.organisationOf(circle) != Ids.organisationOf(source)) revert NotWithin(circle, source);
            return;
        }
        uint64 reached = circle;
        for (uint256 i = 0; i < path.length; ++i) {
            if (_CIRCLES.circleOf(reached) != path[i]) revert NotWithin(circle, source);
            reached = path[i];
        }
        if (reached == source) return;
        uint256 others = _CIRCLES.crowd(source).members;
        if (others != 0 && _CIRCLES.standing(source, announcer, 0).member) --others;
        bool outward = others < 2 && circle == _CIRCLES.circleOf(source);
        if (!outward) revert NotWithin(circle, source);
    }

    /// @dev An anchor, or a circle that a policy of its anchor in force lets spend.
    function _requireSpending(uint64 source, uint64 policy) private view {
        if (Ids.numberOf(source) == Ids.ANCHOR) {
            if (policy != 0) revert NoSpending(source, policy);
            return;
        }
        bool ours = Ids.organisationOf(policy) == Ids.organisationOf(source);
        Policy memory held = _STRUCTURE.policyAt(policy);
        bytes32 terms = keccak256(abi.encode("consentric.spends", source));
        if (!ours || held.circle != Ids.ANCHOR || _STRUCTURE.termsOf(policy) != terms) {
            revert NoSpending(source, policy);
        }
    }

    /// @dev Not the record or a part of it, nor what the organisation decides by, nor what it owns: those obey nobody but
    /// whom they say.
    function _requireCallable(uint32 organisation, address target) private view {
        bool own =
            target == address(_CIRCLES) ||
                target == address(_STRUCTURE) ||
                target == address(this) ||
                target == address(_ALLOWANCES) ||
                target == _CIRCLES.partners() ||
                target == _CIRCLES.founding() ||
                target == _CIRCLES.voice();
        bool theirs =
            own ||
                _CIRCLES.mandateOf(organisation, target).bits != 0 ||
                Ids.organisationOf(_CIRCLES.circleOfVault(target)) == organisation;
        if (theirs || target == address(0)) revert ForbiddenTarget(target);
    }

    function _requireAllowances() private view {
        if (msg.sender != address(_ALLOWANCES)) revert NotAllowances(msg.sender);
    }

    /// @dev What a vault holds beyond what is promised.
    function _requireFree(
        address vault,
        address token,
        bytes32 asset,
        uint256 amount,
        uint256 balance
    ) private view {
        uint256 promised = _promised[vault][asset];
        // A token that shrinks its balances may hold less than was promised.
        uint256 free = balance > promised ? balance - promised : 0;
        if (amount > free) revert Overpromised(vault, token, amount, free);
    }

    /// @dev Whether the caller leads the source, whose vault it is. A domain has no vault, and nobody leads no circle: its
    /// holders alone speak for it.
    function _leadsSource(Payment calldata payment) private view returns (bool) {
        return _CIRCLES.leads(_CIRCLES.circleOfVault(payment.vault), _msgSender());
    }

    /// @dev What a speech says, as `IVoice` has it signed: an act of a core, by the vault, at any time.
    function _digestOf(Payment calldata payment) private view returns (bytes32) {
        return
            IVoice(_CIRCLES.voice()).digestOf(
                IVoice.Signed({
                    core: payment.token,
                    data: payment.data,
                    nonce: payment.id,
                    deadline: type(uint40).max,
                    gas: 0,
                    signer: abi.encodePacked(payment.vault),
                    signature: ""
                })
            );
    }

    function _balanceOf(Payment calldata payment) private view returns (uint256) {
        (address vault, address token) = (payment.vault, payment.token);
        if (payment.kind == Kind.Item) return IERC721(token).ownerOf(payment.id) == vault ? 1 : 0;
        if (payment.kind == Kind.Items) return IERC1155(token).balanceOf(vault, payment.id);
        bool eth = token == address(0) || payment.kind == Kind.Call;
        return eth ? vault.balance : IERC20(token).balanceOf(vault);
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

    function _roleOf(uint64 id, Announcement memory announcement) private pure returns (uint64) {
        return Ids.join(Ids.organisationOf(id), announcement.role);
    }

    /// @dev How much is promised of what.
    function _amountOf(Payment calldata payment) private pure returns (uint256) {
        return payment.kind == Kind.Item ? 1 : payment.amount;
    }

    function _assetOf(Payment calldata payment) private pure returns (bytes32) {
        if (payment.kind == Kind.Item || payment.kind == Kind.Items) {
            return _itemKey(payment.token, payment.id);
        }
        return _tokenKey(payment.kind == Kind.Call ? address(0) : payment.token);
    }

    function _tokenKey(address token) private pure returns (bytes32) {
        return bytes32(uint256(uint160(token)));
    }

    function _itemKey(address token, uint256 id) private pure returns (bytes32) {
        return keccak256(abi.encode(token, id));
    }
}
