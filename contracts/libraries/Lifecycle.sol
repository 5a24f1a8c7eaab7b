// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Lifecycle: the one function that says where a proposal or an announcement stands
/// @notice Pure and scalar, so that contracts, readers and proofs use the same lines.
/// @dev For an announcement read: Objected as escalated, Adopted as ready, Enacted as acted on, Withdrawn as revoked.
library Lifecycle {
    /// @notice What an act has settled for good, or for now.
    /// None -> Adopted (everybody expected has confirmed this version).
    /// None, Adopted -> Enacted. None -> Withdrawn, Lapsed (an announcement also from ready). These three are final.
    enum Outcome {
        None,
        Adopted,
        Enacted,
        Withdrawn,
        Lapsed
    }

    /// @notice Where it stands at a moment.
    /// None: never opened.
    /// Open: from opening, and again whenever the last standing objection goes; ends at `closesAt`.
    /// Objected: from Open, while at least one objection stands; time does not adopt it.
    /// Adopted: from Open when `closesAt` is reached; from Open or Objected at once, when everybody expected has
    /// confirmed and the last objection is resolved.
    /// Enacted: from Adopted. Final.
    /// Withdrawn: from Open, Objected; an announcement also from Adopted. Final.
    /// Lapsed: from Open, Objected, Adopted, one grace after `closesAt`. Final.
    enum Status {
        None,
        Open,
        Objected,
        Adopted,
        Enacted,
        Withdrawn,
        Lapsed
    }

    /// @notice How long after `closesAt` something can still be enacted, or its objections be resolved.
    uint40 internal constant GRACE = 30 days;
    /// @notice Whenever the number of standing objections returns to zero, the window stays open at least so long.
    uint40 internal constant LAST_CALL = 2 days;
    /// @notice The shortest tail: whoever left so shortly before an opening still has standing.
    uint40 internal constant SHORTEST_TAIL = 3 days;

    /// @notice Where something stands at `time`.
    /// @param outcome What was settled.
    /// @param closesAt The end of its window, exclusive, in seconds; 0 for something that never opened.
    /// @param objections How many objections stand.
    /// @param time The moment asked about, in seconds.
    function status(
        Outcome outcome,
        uint40 closesAt,
        uint16 objections,
        uint256 time
    ) internal pure returns (Status) {
        if (closesAt == 0) return Status.None;
        if (outcome == Outcome.Enacted) return Status.Enacted;
        if (outcome == Outcome.Withdrawn) return Status.Withdrawn;
        if (outcome == Outcome.Lapsed) return Status.Lapsed;
        if (time >= uint256(closesAt) + GRACE) return Status.Lapsed;
        if (outcome == Outcome.Adopted) return Status.Adopted;
        if (objections > 0) return Status.Objected;
        return time < closesAt ? Status.Open : Status.Adopted;
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
