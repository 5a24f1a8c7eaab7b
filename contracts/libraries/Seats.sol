// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ICircles } from "../interfaces/ICircles.sol";
import {
    APPOINTED,
    FOLLOWED,
    GOVERNANCE_ARTICLE,
    LINKED,
    Partner,
    PartnerKind,
    Role,
    Seat
} from "../interfaces/Types.sol";
import { Ids } from "./Ids.sol";
import { OneWord } from "./OneWord.sol";
import { Record, Records } from "./Record.sol";

/// @title Seats: who fills and who represents what, and so who is a member
/// @notice Filling a role seats a person in the role's circle and, once the role is alive as a circle, inside it as
/// a lead. A seat has a voice unless the role's limit leaves no room for one, or the kind of partner has none. A
/// representative of a circle has the voice of its role in the outer circle without filling the role. A person is a
/// member of a circle while having any voice in it. Counts and epochs follow exactly.
library Seats {
    using OneWord for Seat;
    using Records for Record;

    /// @notice The seat of a circle's leads inside it.
    uint8 internal constant LEAD = 0;
    /// @notice How many people can fill a role, so that a list of them fits into a transaction.
    uint8 internal constant MOST_FILLERS = 64;

    /// @notice Make `person` fill `role`, which exists.
    function assign(Record storage self, address actor, uint64 role, address person) internal {
        Role storage filled = self.role[role];
        // Check: not filled nor represented by this person, room for one more.
        if (fills(self, role, person)) revert ICircles.AlreadyFills(role, person);
        if (represents(self, role, person)) revert ICircles.IsRep(role, person);
        if (filled.fillers == MOST_FILLERS) revert ICircles.RoleFull(role);

        // Effect: an earlier offer is used up.
        if (self.offered[role][person]) self.offered[role][person] = false;
        fill(self, role, person);
        self.say(ICircles.Assigned.selector, role, actor, person);

        // Effect: whoever fills it fills the roles that follow it, at most four, none of which is followed itself.
        uint256 next = filled.links & FOLLOWED == 0 ? 0 : self.followers[role];
        for (; next != 0; next >>= 64) assign(self, actor, uint64(next), person);
    }

    /// @notice Seat somebody who does not fill a role in its circle, and inside it where it is alive.
    function fill(Record storage self, uint64 role, address person) internal {
        Partner storage partner = self.partner[Ids.organisationOf(role)][person];
        Role storage filled = self.role[role];
        uint64 circle = self.circleOf(role);
        ++filled.fillers;
        ++partner.seats;
        if (circle != 0) {
            bool heard = isOfVoice(self, role, person) && hasRoom(filled);
            if (heard) ++filled.voices;
            take(self, circle, person, bit(filled.seat), heard ? bit(filled.seat) : 0);
        } else if (partner.kind == PartnerKind.Person) {
            ++filled.voices;
        }
        if (filled.alive) seatLead(self, role, person);
    }

    /// @notice Seat somebody who fills a role as a lead inside it.
    function seatLead(Record storage self, uint64 circle, address person) internal {
        bool speaks = isOfVoice(self, circle, person);
        take(self, circle, person, bit(LEAD), speaks ? bit(LEAD) : 0);
    }

    /// @notice Make `person` no longer fill `role`.
    function unassign(Record storage self, address actor, uint64 role, address person) internal {
        // Check: the person fills it. A role that does not exist is filled by nobody.
        if (!fills(self, role, person)) revert ICircles.DoesNotFill(role, person);

        // Effect: both seats end.
        --self.role[role].fillers;
        unseat(self, role, person);
        self.say(ICircles.Unassigned.selector, role, actor, person);

        // Effect: nor those that follow it.
        uint256 next = self.role[role].links & FOLLOWED == 0 ? 0 : self.followers[role];
        for (; next != 0; next >>= 64) unassign(self, actor, uint64(next), person);
    }

    /// @notice End the seats that `person` holds by filling `role`; the count of fillers is the caller's.
    function unseat(Record storage self, uint64 role, address person) internal {
        Role storage filled = self.role[role];
        uint64 circle = self.circleOf(role);
        --self.partner[Ids.organisationOf(role)][person].seats;
        if (circle != 0) {
            if (self.seat[circle][person].voices & bit(filled.seat) != 0) --filled.voices;
            free(self, circle, person, bit(filled.seat));
        } else if (self.partner[Ids.organisationOf(role)][person].kind == PartnerKind.Person) {
            --filled.voices;
            ICircles.Organisation storage known = self.organisation[Ids.organisationOf(role)];
            if (known.founded && isLeaderless(known, filled)) revert ICircles.LastMember(role);
        }
        if (filled.alive) free(self, role, person, bit(LEAD));
    }

    /// @notice Give a person who fills `role` the voice of it.
    function takeVoice(Record storage self, uint64 role, address person) internal {
        Role storage filled = self.role[role];
        uint64 circle = self.circleOf(role);
        // Check: the person fills it, does not speak for it yet, may, and there is room.
        if (!fills(self, role, person)) revert ICircles.DoesNotFill(role, person);
        bool open =
            circle != 0 &&
                self.seat[circle][person].voices & bit(filled.seat) == 0 &&
                isOfVoice(self, role, person) &&
                hasRoom(filled);
        if (!open) revert ICircles.NoVoice(role, person);

        // Effect.
        ++filled.voices;
        take(self, circle, person, 0, bit(filled.seat));
        self.say(ICircles.VoiceTaken.selector, role, person);
    }

    /// @notice Make a member of `circle` represent it in the circle around it.
    function represent(Record storage self, address actor, uint64 circle, address person) internal {
        Role storage inside = self.roleOrRevert(circle);
        uint64 outer = self.circleOf(circle);
        // Check: a partner, a member inside who does not lead it, not a representative yet, a circle around it.
        self.requirePartner(Ids.organisationOf(circle), person);
        if (outer == 0 || self.seat[circle][person].voices == 0) revert ICircles.NotMember(circle, person);
        if (fills(self, circle, person)) revert ICircles.IsLead(circle, person);
        if (represents(self, circle, person)) revert ICircles.AlreadyFills(circle, person);

        // Effect.
        ++inside.reps;
        ++self.partner[Ids.organisationOf(circle)][person].seats;
        take(self, outer, person, 0, bit(inside.seat));
        self.say(ICircles.Represented.selector, circle, actor, person);
    }

    /// @notice Make a person no longer represent `circle`.
    function endRepresentation(Record storage self, address actor, uint64 circle, address person) internal {
        // Check: nobody represents a circle that does not exist.
        if (!represents(self, circle, person)) revert ICircles.DoesNotFill(circle, person);
        // Effect.
        --self.role[circle].reps;
        endRep(self, circle, person);
        self.say(ICircles.RepresentationEnded.selector, circle, actor, person);
    }

    /// @notice End the voice that `person` has as representative of `circle`; the count is the caller's.
    function endRep(Record storage self, uint64 circle, address person) internal {
        --self.partner[Ids.organisationOf(circle)][person].seats;
        free(self, self.circleOf(circle), person, bit(self.role[circle].seat));
    }

    /// @notice Give `person` these bits of `circle`, none of which the person has.
    function take(Record storage self, uint64 circle, address person, uint96 filled, uint96 voiced) internal {
        Seat memory held = self.seat[circle][person];
        if (held.voices == 0 && voiced != 0) {
            Role storage inside = self.role[circle];
            ++inside.members;
            ++inside.epoch;
            if (held.number == 0) held.number = ++inside.numbers;
            if (isBodyAtAnchor(self, circle, person)) ++self.organisation[Ids.organisationOf(circle)].bodies;
        }
        held.fills |= filled;
        held.voices |= voiced;
        self.seat[circle][person].store(held);
    }

    /// @notice End what `person` has of this bit in `circle`.
    function free(Record storage self, uint64 circle, address person, uint96 ended) internal {
        Seat memory held = self.seat[circle][person];
        bool member = held.voices != 0;
        held.fills &= ~ended;
        held.voices &= ~ended;
        if (member && held.voices == 0) {
            Role storage inside = self.role[circle];
            if (Ids.numberOf(circle) == Ids.ANCHOR) leaveAnchor(self, circle, person);
            // Safe cast: seconds since 1970 stay below 2^40.
            uint40 time = uint40(block.timestamp);
            --inside.members;
            ++inside.epoch;
            inside.lastDeparture = time;
            held.endedAt = time;
        }
        self.seat[circle][person].store(held);
    }

    /// @dev Whoever leaves an anchor as its last person would leave an organisation that nobody can decide in, or bodies
    /// alone, which might be each other's.
    function leaveAnchor(Record storage self, uint64 anchor, address person) private {
        ICircles.Organisation storage known = self.organisation[Ids.organisationOf(anchor)];
        if (isBodyAtAnchor(self, anchor, person)) {
            --known.bodies;
        } else if (known.founded && self.role[anchor].members - known.bodies == 1) {
            revert ICircles.LastMember(anchor);
        }
    }

    /// @notice Whether `person` fills `role`. Nobody fills a role that does not exist.
    function fills(Record storage self, uint64 role, address person) internal view returns (bool) {
        (Seat storage held, uint96 its) = seatFor(self, role, person);
        return held.fills & its != 0;
    }

    /// @notice Whether `person` fills `role` as a person or a body. One who speaks for it is either.
    function isInPerson(Record storage self, uint64 role, address person) internal view returns (bool) {
        (Seat storage held, uint96 its) = seatFor(self, role, person);
        (uint96 filled, uint96 voiced) = (held.fills & its, held.voices & its);
        return filled != 0 && (voiced != 0 || isOfVoice(self, role, person));
    }

    /// @notice Whether `person` stands in for those who should fill `role`: leads its circle, as a person or a body, while
    /// none of those speaks for the role. One level, never chained, and nobody covers an anchor, nor a linked role, which is
    /// not there while nobody fills it.
    function covers(Record storage self, uint64 role, address person) internal view returns (bool) {
        Role storage covered = self.role[role];
        uint64 circle = self.circleOf(role);
        if (circle == 0 || covered.voices != 0 || covered.links & (LINKED | APPOINTED) != 0) return false;
        return self.seat[circle][person].voices & bit(LEAD) != 0;
    }

    /// @notice Whether `person` leads `circle`: fills it as a role and is seated inside it.
    function leads(Record storage self, uint64 circle, address person) internal view returns (bool) {
        return self.seat[circle][person].fills & bit(LEAD) != 0;
    }

    /// @notice Whether `person` represents `circle` in the circle around it: has its voice there and does not fill it.
    function represents(Record storage self, uint64 circle, address person) internal view returns (bool) {
        uint64 outer = self.circleOf(circle);
        if (outer == 0) return false;
        Seat storage held = self.seat[outer][person];
        return held.voices & ~held.fills & bit(self.role[circle].seat) != 0;
    }

    /// @notice Whether leads decide alone, and no person leads the anchor.
    function isLeaderless(
        ICircles.Organisation storage known,
        Role storage anchor
    ) internal view returns (bool) {
        return known.articles & GOVERNANCE_ARTICLE == 0 && anchor.voices == 0;
    }

    /// @notice The bit of a seat. Seats are below 96: `Tree` gives out no other.
    function bit(uint8 seat) internal pure returns (uint96) {
        return uint96(1) << seat;
    }

    /// @dev Where somebody would be seated who fills a role: bit 0 of an anchor itself, else the role's bit in its circle.
    /// No bit of a role that does not exist.
    function seatFor(
        Record storage self,
        uint64 role,
        address person
    ) private view returns (Seat storage held, uint96 its) {
        Role storage filled = self.role[role];
        (uint32 circle, uint8 seat, uint8 depth) = (filled.circle, filled.seat, filled.depth);
        uint64 where = circle == 0 ? role : Ids.join(Ids.organisationOf(role), circle);
        held = self.seat[where][person];
        // An anchor's own seat is that of its leads.
        its = depth == 0 ? 0 : bit(seat);
    }

    /// @dev Whether a partner is of a kind that is ever a member.
    function isOfVoice(Record storage self, uint64 role, address person) private view returns (bool) {
        PartnerKind kind = self.partner[Ids.organisationOf(role)][person].kind;
        return kind == PartnerKind.Person || kind == PartnerKind.Body;
    }

    /// @dev Whether a circle is an anchor, and a person who is a member of it a body. Bodies are counted there.
    function isBodyAtAnchor(Record storage self, uint64 circle, address person) private view returns (bool) {
        return
            Ids.numberOf(circle) == Ids.ANCHOR &&
            self.partner[Ids.organisationOf(circle)][person].kind == PartnerKind.Body;
    }

    /// @dev Whether one more of those who fill a role may speak for it.
    function hasRoom(Role storage filled) private view returns (bool) {
        return filled.limit == 0 || filled.voices < filled.limit;
    }
}
