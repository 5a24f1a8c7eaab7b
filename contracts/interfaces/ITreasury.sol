// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Lifecycle } from "../libraries/Lifecycle.sol";

/// @title Treasury: money moves by announcement
/// @notice Say what for, wait, and pay unless somebody with standing escalates. Payments in ETH or an ERC-20 from
/// the anchor's vault.
/// @dev An announcement's id is `(organisation << 32) | number of the event that opened it`. Its status is that of
/// `Lifecycle`: Objected is escalated, Adopted is ready, Enacted is paid, Withdrawn is revoked.
///
/// Safety assumes of a token that its `transfer` moves what it says; a token that takes a fee or rebases harms only
/// those who hold it. Liveness assumes that the payee can receive and that the token does not pause.
interface ITreasury {
    /// @notice One payment. Resent with every act, and with who announced it: the contract keeps the hash of both.
    /// @param vault The account that pays.
    /// @param token The ERC-20, or zero for ETH.
    /// @param payee Who is paid. Not zero, not the vault, not the token.
    /// @param amount In the token's smallest unit, or in wei. Not zero.
    struct Payment {
        address vault;
        address token;
        address payee;
        uint128 amount;
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

    /// @notice A payment was announced for a role, with its purpose.
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
    /// @notice It was paid.
    event Paid(
        uint32 indexed organisation,
        uint64 indexed announcement,
        bytes32 previous,
        address actor,
        uint40 time
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
    /// @notice The circle is not within the source of the money.
    error NotWithin(uint64 circle, uint32 organisation);
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
    /// @notice The amount is zero.
    error NoAmount();
    /// @notice Nothing can be paid to this address.
    error WrongPayee(address payee);
    /// @notice No vault of this organisation has this address, or it is not deployed yet.
    error WrongVault(address vault);
    /// @notice There is no contract at the token's address.
    error NoCode(address token);
    /// @notice The vault holds `free` beyond what is promised already; `amount` is more.
    error Overpromised(address vault, address token, uint256 amount, uint256 free);

    /// @notice Announce a payment. Whoever acts for `asRole` (`ICircles.acts`), anywhere in the organisation. Reserves the amount.
    /// @param asRole The role the payment serves.
    /// @param slot 0, 1 or 2: one of the caller's three in the organisation, whose last announcement is over.
    /// @param payment The payment.
    /// @param purpose What for; 1 to 4,096 bytes.
    /// @return announcement Its id.
    function announce(
        uint64 asRole,
        uint8 slot,
        Payment calldata payment,
        string calldata purpose
    ) external returns (uint64 announcement);

    /// @notice Escalate: the payment is blocked until it is reversed. Whoever has standing in `circle`, which is
    /// within the source, before the window closes. Releases the amount.
    /// @param circle The circle in which the caller speaks; any of the organisation.
    /// @param asRole The role the caller speaks for. Checked for members; recorded as said for whoever has standing
    /// but is no longer seated.
    /// @param announcer Who announced it.
    /// @param payment The payment announced.
    /// @param reason Why; 1 to 4,096 bytes.
    function escalate(
        uint64 announcement,
        uint64 circle,
        uint64 asRole,
        address announcer,
        Payment calldata payment,
        string calldata reason
    ) external;

    /// @notice Reverse an escalation, for good. Its author; or a lead of the source, but not for the lead's own announcement
    /// nor for one that serves a role the lead acts for. Restarts the window; the last one reserves the amount again.
    function reverse(
        uint64 announcement,
        address escalator,
        address announcer,
        Payment calldata payment
    ) external;

    /// @notice Take an unpaid announcement back. The announcer or a lead of the source. Releases the amount.
    function revoke(uint64 announcement, address announcer, Payment calldata payment) external;

    /// @notice Pay. Whoever acts for the role it serves, once, after the window and within 30 days of it.
    function act(uint64 announcement, address announcer, Payment calldata payment) external;

    /// @notice Close an expired announcement. Anyone. Releases the amount.
    function lapse(uint64 announcement, address announcer, Payment calldata payment) external;

    /// @notice Where an announcement stands now.
    function statusOf(uint64 announcement) external view returns (Lifecycle.Status);

    /// @notice An announcement's word; all zero when there is none.
    function announcementAt(uint64 announcement) external view returns (Announcement memory);

    /// @notice keccak256 of the announcer and the ABI-encoded payment; zero when there is none.
    function paymentHashOf(uint64 announcement) external view returns (bytes32);

    /// @notice How much of a token (or ETH, as zero) live announcements have promised from a vault.
    function promisedFrom(address vault, address token) external view returns (uint256);

    /// @notice Whether an escalation of this person stands.
    function isEscalatedBy(uint64 announcement, address escalator) external view returns (bool);

    /// @notice The announcements in a person's three slots; 0 for a slot never used.
    function slotsOf(uint32 organisation, address person) external view returns (uint64[3] memory);
}
