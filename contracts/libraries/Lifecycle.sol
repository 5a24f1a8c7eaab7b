// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Lifecycle: the one function that says where a proposal or an announcement stands
/// @notice Pure and scalar, so that contracts, readers and proofs use the same lines.
/// @dev For an announcement read: Objected as escalated, Adopted as ready, Enacted as acted on, Withdrawn as revoked.
library Lifecycle {
    /// @notice What an act has settled for good, or for now.
    /// None -> Adopted (everybody expected has confirmed this version, or a meeting has decided).
    /// None, Adopted -> Enacted. None -> Withdrawn, Lapsed (an announcement also from ready). None -> Discarded.
    /// These four are final.
    enum Outcome {
        None,
        Adopted,
        Enacted,
        Withdrawn,
        Lapsed,
        Discarded
    }

    /// @notice Where it stands at a moment.
    /// None: never opened.
    /// Open: from opening, and again whenever the last standing objection goes; ends at `closesAt`.
    /// Objected: from Open, while at least one objection stands; time does not adopt it.
    /// Suspended: from Open or Objected, for a meeting, while no objection stands; nothing but the meeting adopts it.
    /// Adopted: from Open when silence is consent (`silentFrom` is reached); from Open or Objected at once, when
    /// everybody expected has confirmed and the last objection is resolved; from Open or Suspended by a meeting.
    /// Enacted: from Adopted. Final.
    /// Withdrawn: from Open, Objected; an announcement also from Adopted. Final.
    /// Lapsed: from Open, Objected, Adopted, one grace after `closesAt`. Final.
    /// Discarded: from Objected, when it was stopped and dropped for good. Final.
    enum Status {
        None,
        Open,
        Objected,
        Adopted,
        Enacted,
        Withdrawn,
        Lapsed,
        Suspended,
        Discarded
    }

    /// @notice How long after `closesAt` something can still be enacted, or its objections be resolved.
    uint40 internal constant GRACE = 30 days;
    /// @notice Whenever the number of standing objections returns to zero, the window stays open at least so long.
    uint40 internal constant LAST_CALL = 2 days;
    /// @notice The shortest tail: whoever left so shortly before an opening still has standing.
    uint40 internal constant SHORTEST_TAIL = 3 days;

    /// @notice How much longer than its window something waits for the attention it lacks. Then silence adopts it even
    /// so: attention delays, and never locks.
    uint40 internal constant PATIENCE = 14 days;

    /// @notice Where something stands at `time`.
    /// @param outcome What was settled.
    /// @param closesAt The end of its window, exclusive, in seconds; 0 for something that never opened.
    /// @param objections How many objections stand.
    /// @param suspendedUntil Until when only a meeting adopts it, in seconds; 0 for no such time.
    /// @param silence From when on silence is consent, in seconds; see `silentFrom`.
    /// @param time The moment asked about, in seconds.
    function status(
        Outcome outcome,
        uint40 closesAt,
        uint16 objections,
        uint40 suspendedUntil,
        uint40 silence,
        uint256 time
    ) internal pure returns (Status) {
        if (closesAt == 0) return Status.None;
        if (outcome == Outcome.Enacted) return Status.Enacted;
        if (outcome == Outcome.Withdrawn) return Status.Withdrawn;
        if (outcome == Outcome.Discarded) return Status.Discarded;
        if (outcome == Outcome.Lapsed) return Status.Lapsed;
        if (time >= uint256(closesAt) + GRACE) return Status.Lapsed;
        if (outcome == Outcome.Adopted) return Status.Adopted;
        if (objections > 0) return Status.Objected;
        if (time < suspendedUntil) return Status.Suspended;
        return time < silence ? Status.Open : Status.Adopted;
    }

    /// @notice From when on silence is consent: never where it is none; from the end of the window, if as many have
    /// confirmed as should; else one patience later.
    /// @param windowless Whether silence is no consent.
    /// @param confirmed How many have confirmed.
    /// @param attention How many should have.
    function silentFrom(
        uint40 closesAt,
        bool windowless,
        uint16 confirmed,
        uint8 attention
    ) internal pure returns (uint40) {
        if (windowless) return type(uint40).max;
        return confirmed < attention ? closesAt + PATIENCE : closesAt;
    }

    /// @notice The tail: whoever stopped being a member less than this before an opening still has standing.
    function tail(uint32 window) internal pure returns (uint40) {
        return window > SHORTEST_TAIL ? window : SHORTEST_TAIL;
    }

    /// @notice Whether somebody whose membership ended at `endedAt` keeps standing in what counts departures
    /// after `standingFrom`.
    function keepsStanding(uint40 endedAt, uint40 standingFrom) internal pure returns (bool) {
        return endedAt > standingFrom;
    }
}
