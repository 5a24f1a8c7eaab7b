// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ICircles } from "./interfaces/ICircles.sol";
import { IElections } from "./interfaces/IElections.sol";
import { IOffices } from "./interfaces/IOffices.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import {
    ANY_PARTNER,
    APPOINTED,
    ELECTIVE,
    LINKED,
    NO_LEAD_FACILITATOR,
    Partner,
    PartnerKind,
    PartnerStatus,
    Settings
} from "./interfaces/Types.sol";
import { Ids } from "./libraries/Ids.sol";

/// @title Candidacy: what is elected, and who may be
/// @notice What `Elections` asks about the record and the offices. It stores nothing and writes nothing: deployed by
/// `Elections`, where there is no room for it.
contract Candidacy {
    ICircles private immutable _CIRCLES;
    IStructure private immutable _STRUCTURE;
    IOffices private immutable _OFFICES;

    /// @param circles The record.
    /// @param offices Who holds which office.
    constructor(ICircles circles, IOffices offices) {
        _CIRCLES = circles;
        _STRUCTURE = IStructure(circles.structure());
        _OFFICES = offices;
    }

    /// @notice Whether this is something that is elected now; see `IElections.WrongSubject`.
    function isSubject(IElections.Subject calldata subject) external view returns (bool) {
        uint64 outer = _CIRCLES.circleOf(subject.circle);
        if (subject.role != 0) {
            // Written in one way only, so that there is one election about it.
            bool plain = subject.office == IOffices.Office.Facilitator && subject.index == 0;
            bool here = _CIRCLES.circleOf(subject.role) == subject.circle;
            bool elective = _STRUCTURE.settingsIn(subject.circle).flags & ELECTIVE != 0;
            bool seated = subject.replaced == address(0) || _CIRCLES.fills(subject.role, subject.replaced);
            // Who fills a linked role is not its circle's to choose.
            bool linked = _CIRCLES.roleAt(subject.role).links & (LINKED | APPOINTED) != 0;
            return plain && here && elective && seated && !linked;
        }
        if (subject.replaced != address(0)) return false;
        if (subject.office != IOffices.Office.Rep) return subject.index == 0;
        // A representative: of a circle in another, that elects them, in one of the places that the other has.
        (Settings memory own, ) = _STRUCTURE.settingsOf(subject.circle);
        if (outer == 0 || own.appointer != 0) return false;
        return subject.index == 0 || subject.index < _STRUCTURE.settingsIn(outer).reps;
    }

    /// @notice Whether a person may be elected now; see `IElections.share`.
    function isEligible(IElections.Subject calldata subject, address person) external view returns (bool) {
        Partner memory partner = _CIRCLES.partnerAt(Ids.organisationOf(subject.circle), person);
        if (partner.status != PartnerStatus.Agreed) return false;
        if (subject.role != 0) {
            bool fills = person != subject.replaced && _CIRCLES.fills(subject.role, person);
            // Whoever represents the circle inside the role does not fill it.
            return !fills && !_CIRCLES.represents(subject.role, person);
        }
        ICircles.Standing memory who = _CIRCLES.standing(subject.circle, person, subject.circle);
        if (subject.office == IOffices.Office.Rep) {
            // Nobody represents a circle in two places.
            bool elsewhere = person != incumbentOf(subject) && _CIRCLES.represents(subject.circle, person);
            return who.member && !who.inRole && !elsewhere;
        }
        uint16 flags = _STRUCTURE.settingsIn(subject.circle).flags;
        bool ledBy = who.inRole && subject.office == IOffices.Office.Facilitator;
        if (ledBy && flags & NO_LEAD_FACILITATOR != 0) return false;
        bool able = partner.kind == PartnerKind.Person || partner.kind == PartnerKind.Body;
        return who.member || (able && flags & ANY_PARTNER != 0);
    }

    /// @notice Who holds the office, or whose seat in the role is elected; zero for nobody.
    function incumbentOf(IElections.Subject calldata subject) public view returns (address) {
        if (subject.role != 0) return subject.replaced;
        if (subject.office != IOffices.Office.Rep) return _OFFICES.holderOf(subject.circle, subject.office);
        address holder = _OFFICES.tenureOf(subject.circle, subject.office, subject.index).holder;
        return _CIRCLES.represents(subject.circle, holder) ? holder : address(0);
    }
}
