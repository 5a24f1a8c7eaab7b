// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { ICircles } from "../interfaces/ICircles.sol";
import { Role, Seat } from "../interfaces/Types.sol";
import { Ids } from "./Ids.sol";
import { OneWord } from "./OneWord.sol";
import { Record, Records } from "./Record.sol";
import { Seats } from "./Seats.sol";

/// @title Tree: roles, as governance changes them
/// @notice Nothing can be created inside what does not exist, and a role moves one level only: into a sibling, or out to
/// its circle's circle, neither of which is inside it. So the tree is rooted at the anchor and has no cycles by
/// construction.
/// @dev `by` is the circle that decides; 0 for a founding write, which reaches all of its organisation.
library Tree {
    using OneWord for Role;
    using Records for Record;
    using Seats for Record;

    /// @notice How deep roles may stand; the anchor stands at 1. Nothing walks the tree: this bounds readers.
    uint8 internal constant MOST_DEPTH = 32;
    /// @notice Seats 1 to 95 belong to inner roles.
    uint8 internal constant LAST_SEAT = 95;

    /// @notice Create a role. See `ICircles.createRole`.
    function createRole(
        Record storage self,
        uint64 by,
        uint64 circle,
        address[] calldata people
    ) internal returns (uint64 id, uint256 used) {
        Role storage outer = self.roleOrRevert(circle);
        // Check: the deciding circle itself, or a role in it that has never had a role inside.
        bool reached = circle == by || by == 0 || (self.circleOf(circle) == by && !outer.alive);
        if (!reached) revert ICircles.UnknownRole(circle);
        if (outer.depth == MOST_DEPTH) revert ICircles.TooDeep(circle);

        // Effect: the circle comes alive, the role takes its lowest free seat.
        used = wake(self, circle, people);
        ++outer.inner;
        id = self.nextId(Ids.organisationOf(circle));
        self.role[id].create(Ids.numberOf(circle), takeSeat(self, circle), outer.depth + 1);
    }

    /// @notice Raise a role's revision. See `ICircles.amendRole`.
    function amendRole(Record storage self, uint64 by, uint64 id, uint32 revision) internal {
        Role storage role = roleWithin(self, by, id);
        requireRevision(id, revision, role.revision);
        ++role.revision;
    }

    /// @notice Remove a role. See `ICircles.removeRole`.
    function removeRole(
        Record storage self,
        uint64 by,
        uint64 id,
        uint32 revision,
        address[] calldata people
    ) internal returns (uint256 used) {
        // Check: in the deciding circle, not an anchor, at this revision, empty, with everybody listed. One that is no circle takes
        // along the policies it has: else whoever fills it would keep it by writing another.
        Role storage role = roleWithin(self, by, id);
        uint64 circle = self.circleOf(id);
        if (circle == 0) revert ICircles.UnknownRole(id);
        requireRevision(id, revision, role.revision);
        if (role.inner != 0 || (role.alive && role.policies != 0)) revert ICircles.NotEmpty(id);
        used = seatedBy(role, id, people);

        // Effect: everybody is unseated, so the seat is provably empty and can be taken again. Somebody listed twice
        // neither fills nor represents it the second time.
        for (uint256 i = 0; i < used; ++i) {
            if (self.fills(id, people[i])) self.unseat(id, people[i]);
            else if (self.represents(id, people[i])) self.endRep(id, people[i]);
            else revert ICircles.WrongPeople(id);
        }
        self.seatsTaken[circle] &= ~(uint256(1) << role.seat);
        --self.role[circle].inner;
        // Where it stood stays known: what it owned belongs there.
        uint32 outer = role.circle;
        delete self.role[id];
        role.circle = outer;
    }

    /// @notice Move a role. See `ICircles.moveRole`.
    function moveRole(
        Record storage self,
        uint64 id,
        uint64 to,
        uint32 revision,
        address[] calldata people
    ) internal returns (uint256 leads, uint256 used) {
        Role storage role = self.roleOrRevert(id);
        Role storage outer = self.roleOrRevert(to);
        uint64 from = self.circleOf(id);
        // Check: at this revision, not too deep, with everybody listed. That it is one level the structure has checked.
        requireRevision(id, revision, role.revision);
        if (outer.depth == MOST_DEPTH) revert ICircles.TooDeep(to);
        leads = wake(self, to, people);
        address[] calldata seated = people[leads:];
        used = seatedBy(role, id, seated);

        // Effect: a seat in the new circle, everybody's bits from the old one to it.
        uint8 seat = takeSeat(self, to);
        uint96 old = Seats.bit(role.seat);
        uint96 moved = Seats.bit(seat);
        for (uint256 i = 0; i < used; ++i) {
            Seat memory held = self.seat[from][seated[i]];
            // Somebody listed twice has nothing left of it the second time.
            if ((held.fills | held.voices) & old == 0) revert ICircles.WrongPeople(id);
            self.take(to, seated[i], held.fills & old != 0 ? moved : 0, held.voices & old != 0 ? moved : 0);
            self.free(from, seated[i], old);
        }
        self.seatsTaken[from] &= ~uint256(old);
        --self.role[from].inner;
        ++outer.inner;
        role.circle = Ids.numberOf(to);
        role.seat = seat;
        role.depth = outer.depth + 1;
        ++role.revision;
    }

    /// @notice Limit who speaks for a role. See `ICircles.limitRole`.
    function limitRole(Record storage self, uint64 by, uint64 id, uint8 limit, uint32 revision) internal {
        // Check: a role in the deciding circle; an anchor speaks nowhere.
        Role storage role = roleWithin(self, by, id);
        if (role.circle == 0) revert ICircles.UnknownRole(id);
        requireRevision(id, revision, role.revision);
        // Effect.
        role.limit = limit;
        ++role.revision;
    }

    /// @notice Refuse a move that is not one level: from the deciding circle into a role in it, or out of a role in it
    /// into the deciding circle. A founding write moves one level anywhere in its organisation.
    /// @param around The circle around `from`; 0 for an anchor.
    /// @param outside The circle around `to`; 0 for an anchor.
    function requireOneLevel(
        uint64 by,
        uint64 id,
        uint64 from,
        uint64 around,
        uint64 to,
        uint64 outside
    ) internal pure {
        bool inward = from != 0 && outside == from;
        bool outward = from != 0 && around == to;
        bool decides = by == 0 || by == (inward ? from : to);
        if (!(inward || outward) || !decides) revert ICircles.WrongMove(id, from, to);
    }

    /// @dev Bring a circle alive, unless it is: whoever fills it is seated inside it.
    /// @return used How many of the listed people that are, all who fill it; nobody when it is alive already.
    function wake(
        Record storage self,
        uint64 circle,
        address[] calldata people
    ) private returns (uint256 used) {
        Role storage outer = self.role[circle];
        if (outer.alive) return 0;
        used = outer.fillers;
        if (people.length < used) revert ICircles.WrongPeople(circle);
        outer.alive = true;
        for (uint256 i = 0; i < used; ++i) {
            bool twice = self.leads(circle, people[i]);
            if (twice || !self.fills(circle, people[i])) revert ICircles.WrongPeople(circle);
            self.seatLead(circle, people[i]);
        }
    }

    /// @dev The lowest seat that no live role of the circle takes.
    function takeSeat(Record storage self, uint64 circle) private returns (uint8) {
        uint256 taken = self.seatsTaken[circle] | 1;
        // All 256 bits are never taken, so that the lowest free one exists: seats above the last stay free.
        uint256 lowest = ~taken & (taken + 1);
        uint256 seat = Math.log2(lowest);
        if (seat > LAST_SEAT) revert ICircles.CircleFull(circle);
        self.seatsTaken[circle] = taken | lowest;
        // Safe cast: at most LAST_SEAT.
        return uint8(seat);
    }

    /// @dev How many people a role seats in its circle, all of whom must be listed.
    function seatedBy(
        Role storage role,
        uint64 id,
        address[] calldata people
    ) private view returns (uint256 used) {
        used = uint256(role.fillers) + role.reps;
        if (people.length < used) revert ICircles.WrongPeople(id);
    }

    /// @dev A role that the deciding circle may change as a part of it; an anchor is a part of itself.
    function roleWithin(Record storage self, uint64 by, uint64 id) private view returns (Role storage role) {
        role = self.roleOrRevert(id);
        uint64 circle = self.circleOf(id);
        bool within = by == 0 || (circle == 0 ? id == by : circle == by);
        if (!within) revert ICircles.UnknownRole(id);
    }

    function requireRevision(uint64 object, uint32 written, uint32 current) private pure {
        if (written != current) revert ICircles.StaleRevision(object, written, current);
    }
}
