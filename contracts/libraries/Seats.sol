// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ICircles } from "../interfaces/ICircles.sol";
import { Role, Seat } from "../interfaces/Types.sol";
import { Ids } from "./Ids.sol";
import { Record, Records } from "./Record.sol";

/// @title Seats: who fills what, and so who is a member
/// @notice Filling a role seats a person in the role's circle and, once the role is alive as a circle, inside it as
/// a lead. A person is a member of a circle while holding any seat in it. Counts and epochs follow exactly.
library Seats {
    using Records for Record;

    /// @notice The seat of a circle's leads inside it.
    uint8 internal constant LEAD = 0;
    /// @notice How many people can fill a role, so that a list of them fits into a transaction.
    uint8 internal constant MOST_FILLERS = 64;

    /// @notice Make `person` fill `role`, which exists.
    function assign(Record storage self, address actor, uint64 role, address person) internal {
        uint32 organisation = Ids.organisationOf(role);
        Role storage filled = self.role[role];
        uint64 circle = self.circleOf(role);

        // Check: not filled by this person, room for one more.
        if (fills(self, role, person)) revert ICircles.AlreadyFills(role, person);
        if (filled.fillers == MOST_FILLERS) revert ICircles.RoleFull(role);

        // Effect: a seat in the circle, another inside a role that is alive.
        ++filled.fillers;
        ++self.partner[organisation][person].seats;
        if (circle != 0) take(self, circle, person, filled.seat);
        if (filled.alive) take(self, role, person, LEAD);
        self.say(ICircles.Assigned.selector, role, actor, person);
    }

    /// @notice Make `person` no longer fill `role`.
    function unassign(Record storage self, address actor, uint64 role, address person) internal {
        // Check: the person fills it. A role that does not exist is filled by nobody.
        if (!fills(self, role, person)) revert ICircles.DoesNotFill(role, person);

        // Effect: both seats end.
        --self.role[role].fillers;
        unseat(self, role, person);
        self.say(ICircles.Unassigned.selector, role, actor, person);
    }

    /// @notice End the seats that `person` holds by filling `role`; the count of fillers is the caller's.
    function unseat(Record storage self, uint64 role, address person) internal {
        Role storage filled = self.role[role];
        uint64 circle = self.circleOf(role);
        --self.partner[Ids.organisationOf(role)][person].seats;
        if (circle != 0) free(self, circle, person, filled.seat);
        if (filled.alive) free(self, role, person, LEAD);
    }

    /// @notice Seat `person` in `circle`. The seat must not be taken by this person already.
    function take(Record storage self, uint64 circle, address person, uint8 seat) internal {
        Seat memory held = self.seat[circle][person];
        if (held.seats == 0) {
            Role storage inside = self.role[circle];
            ++inside.members;
            ++inside.epoch;
            if (held.number == 0) held.number = ++inside.numbers;
        }
        held.seats |= bit(seat);
        self.seat[circle][person] = held;
    }

    /// @notice End a seat of `person` in `circle`. The seat must be taken by this person.
    function free(Record storage self, uint64 circle, address person, uint8 seat) internal {
        Seat memory held = self.seat[circle][person];
        held.seats &= ~bit(seat);
        if (held.seats == 0) {
            Role storage inside = self.role[circle];
            // Whoever leaves an anchor last would leave an organisation that nobody can decide in.
            bool last = Ids.numberOf(circle) == Ids.ANCHOR && inside.members == 1;
            if (last && self.organisation[Ids.organisationOf(circle)].founded) {
                revert ICircles.LastMember(circle);
            }
            // Safe cast: seconds since 1970 stay below 2^40.
            uint40 time = uint40(block.timestamp);
            --inside.members;
            ++inside.epoch;
            inside.lastDeparture = time;
            held.endedAt = time;
        }
        self.seat[circle][person] = held;
    }

    /// @notice Whether `person` fills `role`. Nobody fills a role that does not exist.
    function fills(Record storage self, uint64 role, address person) internal view returns (bool) {
        Role storage filled = self.role[role];
        if (filled.depth == 0) return false;
        uint64 circle = self.circleOf(role);
        return circle == 0 ? holds(self, role, person, LEAD) : holds(self, circle, person, filled.seat);
    }

    /// @notice Whether `person` holds this seat in `circle`.
    function holds(
        Record storage self,
        uint64 circle,
        address person,
        uint8 seat
    ) internal view returns (bool) {
        return self.seat[circle][person].seats & bit(seat) != 0;
    }

    /// @notice The bit of a seat. Seats are below 192: `Tree` gives out no other.
    function bit(uint8 seat) internal pure returns (uint192) {
        return uint192(1) << seat;
    }
}
