// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Lifecycle } from "../libraries/Lifecycle.sol";
import { IController } from "./IController.sol";

/// @title Treasury: money moves by announcement
/// @notice Say what for, wait, and act unless somebody with standing escalates: a payment or another deed from the vault of
/// a circle, the source. Without a policy the anchor's vault alone is a source; another circle's is one while a policy of
/// the anchor says so, whose terms are `keccak256(abi.encode("consentric.spends", circle))`.
/// @dev An announcement's id is `(organisation << 32) | number of the event that opened it`. Its status is that of
/// `Lifecycle`: Objected is escalated, Adopted is ready, Enacted is acted on, Withdrawn is revoked.
///
/// Safety assumes of a token that its `transfer` moves what it says; a token that takes a fee or rebases harms only
/// those who hold it. Liveness assumes that the payee can receive and that the token does not pause.
interface ITreasury is IController {
    /// @notice What is announced. Money: ETH or an ERC-20 to a payee. Item: a token of an ERC-721. Items: an amount of one
    /// of an ERC-1155. Grant: ETH or an ERC-20 that a role controls from then on. Call: another contract. Domain: an action
    /// that touches what other roles control; it moves nothing. Speech: an act of a core, in an organisation of which the
    /// vault is a partner, which it signs. Hash: a hash that it signs.
    enum Kind {
        Money,
        Item,
        Items,
        Grant,
        Call,
        Domain,
        Speech,
        Hash
    }

    /// @notice One payment, or another deed. Resent with every act, and with who announced it: the contract keeps the hash
    /// of both. What its kind does not use is empty.
    /// @param kind What it is.
    /// @param vault The account that pays or acts. Zero for a domain.
    /// @param token Money, a grant: the ERC-20, or zero for ETH. An item, items: the contract. A call: the target. A speech:
    /// the core.
    /// @param payee Money, an item, items: who is paid. Not zero, not the vault, not the token.
    /// @param amount Money, a grant, items: in the smallest unit. A call: in wei. Else zero; where it is used, zero only for
    /// a call.
    /// @param id An item, items: the token's. A grant: the role. A speech: its nonce, 0 without. A hash: the hash.
    /// @param data A call: its calldata. A domain: the roles whose domains it touches, `abi.encode(uint64[])`, 1 to 8. A
    /// speech: its calldata.
    struct Payment {
        Kind kind;
        address vault;
        address token;
        address payee;
        uint128 amount;
        uint256 id;
        bytes data;
    }

    /// @notice An announcement's word.
    /// @param role The number of the role it serves.
    /// @param standingFrom Whoever stopped being a member of their circle after this has standing, in seconds.
    /// @param closesAt The end of the window, exclusive, in seconds.
    /// @param window The window in seconds, which a reversal restarts.
    /// @param escalations How many escalations stand.
    /// @param outcome What was settled.
    struct Announcement {
        uint32 role;
        uint40 standingFrom;
        uint40 closesAt;
        uint32 window;
        uint16 escalations;
        Lifecycle.Outcome outcome;
    }

    /// @notice A person's escalation of one announcement. None -> Standing (escalate) -> Reversed (reverse). Final.
    enum Escalation {
        None,
        Standing,
        Reversed
    }

    /// @notice A payment or another deed was announced for a role, with its purpose; `policy` lets the source spend, 0 for an
    /// anchor's vault.
    event Announced(
        uint32 indexed organisation,
        uint64 indexed announcement,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 asRole,
        uint8 slot,
        uint40 closesAt,
        uint32 window,
        Payment payment,
        uint64 policy,
        string purpose
    );
    /// @notice Somebody with standing in `circle` escalated: it is blocked.
    event Escalated(
        uint32 indexed organisation,
        uint64 indexed announcement,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 circle,
        uint64 asRole,
        string reason
    );
    /// @notice The escalation of `escalator` was reversed; `closesAt` is the end of the new window.
    event Reversed(
        uint32 indexed organisation,
        uint64 indexed announcement,
        bytes32 previous,
        address actor,
        uint40 time,
        address escalator,
        uint40 closesAt
    );
    /// @notice The announcer or a lead of the source took it back.
    event Revoked(
        uint32 indexed organisation,
        uint64 indexed announcement,
        bytes32 previous,
        address actor,
        uint40 time
    );
    /// @notice It was paid, or done. A grant is the role's from now on; what a vault signs it has signed for 30 days.
    event Paid(
        uint32 indexed organisation,
        uint64 indexed announcement,
        bytes32 previous,
        address actor,
        uint40 time
    );
    /// @notice Who fills a role that was granted something paid this from it, for this purpose.
    event Drawn(
        uint32 indexed organisation,
        uint64 indexed announcement,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 asRole,
        address payee,
        uint128 amount,
        string purpose
    );
    /// @notice A part of what `asRole` was granted is that of `role` from now on, for the same purpose.
    event PassedOn(
        uint32 indexed organisation,
        uint64 indexed announcement,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 asRole,
        uint64 role,
        uint128 amount
    );
    /// @notice A lead of the source took back what was not spent of a grant.
    event GrantEnded(
        uint32 indexed organisation,
        uint64 indexed announcement,
        bytes32 previous,
        address actor,
        uint40 time,
        uint128 amount
    );
    /// @notice It expired, and what it had promised is free again.
    event Lapsed(
        uint32 indexed organisation,
        uint64 indexed announcement,
        bytes32 previous,
        address actor,
        uint40 time
    );

    /// @notice No announcement has this id.
    error UnknownAnnouncement(uint64 announcement);
    /// @notice The act is not possible while the announcement stands so.
    error WrongStatus(uint64 announcement, Lifecycle.Status status);
    /// @notice The window of this announcement closed at `closesAt`; escalations come before it.
    error WindowClosed(uint64 announcement, uint40 closesAt);
    /// @notice The caller does not act for this role: neither fills nor covers it.
    error NotInRole(uint64 role, address caller);
    /// @notice The caller is neither a member of the circle nor left it late enough to have standing.
    error NoStanding(uint64 announcement, address caller);
    /// @notice The circle is not within the source, by the path that was given.
    error NotWithin(uint64 circle, uint64 source);
    /// @notice Announcers revoke their own announcement instead of escalating or reversing it.
    error OwnAnnouncement(uint64 announcement);
    /// @notice Only the escalator, or a lead of the source who does not act for the role it serves, may reverse.
    error NotReverser(uint64 announcement, address caller);
    /// @notice Only the announcer or a lead of the source may revoke.
    error NotRevoker(uint64 announcement, address caller);
    /// @notice This person has escalated this announcement before; once each, whether it stands or was reversed.
    error AlreadyEscalated(uint64 announcement, address escalator);
    /// @notice No escalation of this person stands.
    error NotEscalated(uint64 announcement, address escalator);
    /// @notice The slot is one of three: 0, 1, 2.
    error WrongSlot(uint8 slot);
    /// @notice The announcement that the caller opened in this slot is not over: if it has expired, lapse it first; if
    /// it was revoked, its window has to pass.
    error SlotTaken(uint8 slot, uint64 announcement);
    /// @notice The announcer and payment that were sent are not those of the announcement.
    error WrongPayment(uint64 announcement);
    /// @notice The amount is zero, or there is one where none is used.
    error NoAmount();
    /// @notice Something is filled in that this kind does not use, or that is not what it needs.
    error WrongDeed(Kind kind);
    /// @notice No policy of the anchor in force lets this circle spend from its vault.
    error NoSpending(uint64 circle, uint64 policy);
    /// @notice Nothing may call this: the record, its parts, the organisation's processes and its vaults.
    error ForbiddenTarget(address target);
    /// @notice There is other code at the target than when it was announced.
    error CodeChanged(address target);
    /// @notice The role was granted less than this, or the grant has ended.
    error NotGranted(uint64 announcement, uint64 role, uint128 amount);
    /// @notice Only the contract `allowances()` pays from budgets and calls by powers.
    error NotAllowances(address caller);
    /// @notice Only a lead of the source ends a grant.
    error NotSource(uint64 announcement, address caller);
    /// @notice Nothing can be paid to this address.
    error WrongPayee(address payee);
    /// @notice No vault of this organisation has this address, or it is not deployed yet.
    error WrongVault(address vault);
    /// @notice There is no contract at the token's address.
    error NoCode(address token);
    /// @notice The vault holds `free` beyond what is promised already; `amount` is more.
    error Overpromised(address vault, address token, uint256 amount, uint256 free);

    /// @notice Announce a payment, or another deed. Whoever acts for `asRole` (`ICircles.acts`), anywhere in the organisation.
    /// Reserves what it names. The window is that of the source; of a domain, the anchor's.
    /// @param asRole The role it serves.
    /// @param slot 0, 1 or 2: one of the caller's three in the organisation, whose last announcement is over.
    /// @param payment The payment.
    /// @param policy The policy that lets the source spend; 0 for an anchor's vault, and for a domain.
    /// @param purpose What for; 1 to 4,096 bytes.
    /// @return announcement Its id.
    function announce(
        uint64 asRole,
        uint8 slot,
        Payment calldata payment,
        uint64 policy,
        string calldata purpose
    ) external returns (uint64 announcement);

    /// @notice Escalate: it is blocked until the escalation is reversed. Whoever has standing in `circle`, which is
    /// within the source, before the window closes; where fewer than two members of the source other than the announcer
    /// are there to do it, also in the circle around the source. Of a domain, whoever acts for one of the roles that it
    /// names. Releases the amount.
    /// @param circle The circle in which the caller speaks. Of a domain, 0.
    /// @param path The circles around `circle`, one after the other, up to the source; empty for the source itself, for the
    /// circle around it, and where the source is an anchor, which is around all.
    /// @param asRole The role the caller speaks for. Checked for members; recorded as said for whoever has standing
    /// but is no longer seated.
    /// @param announcer Who announced it.
    /// @param payment The payment announced.
    /// @param reason Why; 1 to 4,096 bytes.
    function escalate(
        uint64 announcement,
        uint64 circle,
        uint64 asRole,
        uint64[] calldata path,
        address announcer,
        Payment calldata payment,
        string calldata reason
    ) external;

    /// @notice Reverse an escalation, for good. Its author; or a lead of the source, but not for the lead's own announcement
    /// nor for one that serves a role the lead acts for; of a domain its author alone. Restarts the window; the last one reserves the amount again.
    function reverse(
        uint64 announcement,
        address escalator,
        address announcer,
        Payment calldata payment
    ) external;

    /// @notice Take an unpaid announcement back. The announcer or a lead of the source; of a domain the announcer alone. Releases the amount.
    function revoke(uint64 announcement, address announcer, Payment calldata payment) external;

    /// @notice Pay, or do it. Whoever acts for the role it serves, once, after the window and within 30 days of it. What may
    /// not be called is looked at again, and whether the policy still lets the source spend.
    function act(uint64 announcement, address announcer, Payment calldata payment) external;

    /// @notice Pay from a grant, for its purpose. Whoever acts for a role that has as much of it. Errors: `WrongPayment`,
    /// `NotInRole`, `NotGranted`, `WrongPayee`, `Texts.WrongLength`.
    /// @param purpose What for, within the purpose of the grant; 1 to 4,096 bytes.
    function draw(
        uint64 announcement,
        address announcer,
        Payment calldata payment,
        uint64 asRole,
        address payee,
        uint128 amount,
        string calldata purpose
    ) external;

    /// @notice Let another role have a part of a grant, for the same purpose. Whoever acts for a role that has as much of
    /// it. Errors: `WrongPayment`, `NotInRole`, `NotGranted`, `UnknownRole`.
    function passOn(
        uint64 announcement,
        address announcer,
        Payment calldata payment,
        uint64 asRole,
        uint64 role,
        uint128 amount
    ) external;

    /// @notice Take back what is not spent of a grant. Leads of the source, at any time. Errors: `WrongPayment`,
    /// `NotSource`, `NotGranted` where nothing is left.
    function endGrant(uint64 announcement, address announcer, Payment calldata payment) external;

    /// @notice Close an expired announcement. Anyone. Releases the amount.
    function lapse(uint64 announcement, address announcer, Payment calldata payment) external;

    /// @notice Pay from a budget. The contract `allowances()` only. Errors: `NotAllowances`, `NoAmount`, `WrongPayee`,
    /// `Overpromised` where it is promised to others, and what the vault refuses with.
    function spend(address vault, address token, address payee, uint128 amount) external;

    /// @notice Call by a power. The contract `allowances()` only. Errors: `NotAllowances`, `ForbiddenTarget`,
    /// `Overpromised`, and what the vault refuses with.
    function perform(address vault, address target, uint128 value, bytes calldata data) external;

    /// @notice Let a vault answer for a function. The contract `allowances()` only. Errors: `NotAllowances`, those of
    /// `IStructure.takePower`.
    function empower(uint64 policy, bytes calldata power) external;

    /// @notice The contract of budgets and powers (`IAllowances`), a part of this one.
    function allowances() external view returns (address);

    /// @notice Where an announcement stands now.
    function statusOf(uint64 announcement) external view returns (Lifecycle.Status);

    /// @notice An announcement's word; all zero when there is none.
    function announcementAt(uint64 announcement) external view returns (Announcement memory);

    /// @notice keccak256 of the announcer and the ABI-encoded payment; zero when there is none.
    function paymentHashOf(uint64 announcement) external view returns (bytes32);

    /// @notice How much of a token (or ETH, as zero) live announcements and grants have promised from a vault.
    function promisedFrom(address vault, address token) external view returns (uint256);

    /// @notice How many of a token of an ERC-721 (1 or 0) or ERC-1155 live announcements have promised from a vault.
    function promisedItems(address vault, address token, uint256 id) external view returns (uint256);

    /// @notice How much of a grant a role has.
    function grantedTo(uint64 announcement, uint64 role) external view returns (uint128);

    /// @notice How much of a grant is left, of all roles together; 0 where it has ended.
    function grantLeft(uint64 announcement) external view returns (uint128);

    /// @notice Until when a vault has signed a hash, in seconds; 0 for never.
    function signedUntil(address vault, bytes32 hash) external view returns (uint40);

    /// @notice Whether an escalation of this person stands.
    function isEscalatedBy(uint64 announcement, address escalator) external view returns (bool);

    /// @notice The announcements in a person's three slots; 0 for a slot never used.
    function slotsOf(uint32 organisation, address person) external view returns (uint64[3] memory);
}
