// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IMatters } from "./IMatters.sol";
import { IOffices } from "./IOffices.sol";

/// @title Breakdowns: when due process fails in a circle, who restores it, and with which powers
/// @notice A facilitator or a secretary declares that due process has broken down in the own circle or in one inside it.
/// Then the facilitator of the circle around it restores due process there: may act as its facilitator and secretary, and
/// may add a lead to it. All of that ends when that facilitator declares due process restored. What is not restored
/// within 30 days can be carried to the circle around, which then is in breakdown too.
/// @dev A process with the bits `RECORD`, `BREAKDOWN`, and `OFFICES` to add a lead. It is fixed to one `IOffices`, which
/// asks it who has taken over, and which tells others that a circle is in breakdown (`IOffices.breakdownOf`): while it is,
/// `IFacilitation.discard` takes two more reasons.
///
/// An anchor has no circle around it: its own facilitator restores it, may act as its secretary, and adds no lead, since
/// nobody is ever assigned to an anchor.
///
/// The restorer is whoever acts as facilitator of the circle around at that moment, not who did when it was declared.
/// Stand-ins declare themselves for the matter with the id of the circle that is in breakdown.
///
/// The one check on all this power is one circle further out: the secretary of the circle around the restorer's ends a
/// breakdown too (`overturnBreakdown`); where the restorer's is the anchor, the anchor's secretary. A departure from the
/// rules, which know no appeal here.
///
/// The added lead leads as others do: assigns and takes back assignments in the circle, whoever made them, and covers
/// roles that nobody fills. Warning: where the circle's settings name a role that assigns instead of its leads, that role
/// goes on doing so; and whoever assigns the circle's leads can take back the added one, whom the restorer adds anew. Should
/// they assign that person again themselves before the breakdown ends, the end unseats the person even so.
///
/// A text has 1 to 4,096 bytes.
interface IBreakdowns is IMatters {
    /// @notice Why a circle is in breakdown. The closed list.
    /// Pattern: its people do not keep the rules, again and again. Declared by the facilitator or the secretary of the
    /// circle or of one around it.
    /// FailedGovernance: a proposal could not be processed in reasonable time, whatever its facilitator did. Declared by
    /// the circle's facilitator.
    /// Unresolved: a circle inside it was not restored in time. By `escalateBreakdown` alone.
    enum BreakdownReason {
        Pattern,
        FailedGovernance,
        Unresolved
    }

    /// @notice One word a circle.
    /// @param due From when on anyone carries it to the circle around, in seconds; 0 for no breakdown.
    /// @param taken The offices that the restorer has taken over, as bits: 1 the facilitator's, 2 the secretary's.
    /// @param reason Why it is in breakdown.
    /// @param lead Whom the restorer has added as a lead; zero for nobody.
    struct Breakdown {
        uint40 due;
        uint8 taken;
        BreakdownReason reason;
        address lead;
    }

    /// @notice A partner asked the facilitator of a circle to look whether the circle keeps the rules.
    event AuditAsked(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        string text
    );
    /// @notice `circle` is in breakdown. The actor acts for an office of the circle `by`; with the reason `Unresolved`,
    /// `by` is the circle inside that was not restored, which is due again at `due` too.
    event BreakdownDeclared(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 by,
        BreakdownReason reason,
        uint40 due,
        string text
    );
    /// @notice Whoever restores the circle acts for this office of it from now on.
    event OfficeTakenOver(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        IOffices.Office office
    );
    /// @notice The restorer added `lead` to those who lead the circle, in the place of whom was added before; zero takes
    /// that one back. What `Circles` logs follows.
    event LeadAdded(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        address lead
    );
    /// @notice Due process is restored, or (`overturned`) there was no breakdown in the eyes of one circle further out. If
    /// the added lead still leads, `Circles` logs the end of that next.
    event BreakdownEnded(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        bool overturned,
        string text
    );

    /// @notice The caller acts neither as facilitator nor as secretary of that circle; for `FailedGovernance` not as
    /// facilitator of the circle itself.
    error NotDeclarer(uint64 circle, uint64 by, address caller);
    /// @notice The caller does not act for the office whose word it takes: facilitator to restore, secretary to overturn.
    error NotActing(uint64 circle, uint8 office, address caller);
    /// @notice The circle is in breakdown already.
    error AlreadyInBreakdown(uint64 circle);
    /// @notice The circle is not in breakdown.
    error NotInBreakdown(uint64 circle);
    /// @notice Nobody declares this: it comes by time.
    error UndeclarableReason(uint64 circle, BreakdownReason reason);
    /// @notice This office is not taken over: a representative's, the facilitator's of an anchor, or one that was.
    error WrongOffice(uint64 circle, IOffices.Office office);
    /// @notice An anchor cannot be led by somebody more, and nothing is around it.
    error IsAnchor(uint64 circle);
    /// @notice There is still time to restore due process.
    error NotDue(uint64 circle, uint40 due);

    /// @notice Ask the facilitator of a circle to look whether it keeps the rules. Partners.
    /// Errors: `ICircles.NotPartner`, `ICircles.UnknownRole`.
    function askAudit(uint64 circle, string calldata text) external;

    /// @notice Declare that due process has broken down in a circle.
    /// @param by The circle for whose office the caller acts: `circle`, or one around it, at most 31 further out.
    /// Errors: `AlreadyInBreakdown`, `UndeclarableReason`, `NotDeclarer`.
    function declareBreakdown(
        uint64 circle,
        uint64 by,
        BreakdownReason reason,
        string calldata text
    ) external;

    /// @notice Act for an office of the circle until due process is restored. The restorer. The holder acts all the same.
    /// Errors: `NotInBreakdown`, `NotActing`, `WrongOffice`.
    function takeOver(uint64 circle, IOffices.Office office) external;

    /// @notice Add a lead to the circle, in the place of whom was added before. The restorer.
    /// @param person A partner; zero takes the added lead back.
    /// Errors: `NotInBreakdown`, `IsAnchor`, `NotActing`, those of `ICircles.elect`.
    function addLead(uint64 circle, address person) external;

    /// @notice Declare due process restored: everything that the restorer may do in the circle ends, and the added lead
    /// leads it no more. The restorer. Errors: `NotInBreakdown`, `NotActing`.
    function declareRestored(uint64 circle, string calldata text) external;

    /// @notice End a breakdown with the same effect, against its restorer. The acting secretary of the circle around the
    /// restorer's, or of the anchor. Errors: `NotInBreakdown`, `NotActing`.
    function overturnBreakdown(uint64 circle, string calldata text) external;

    /// @notice Carry a breakdown that lasts to the circle around, which is in breakdown too, and gives the circle 30 days
    /// more. Anyone. Errors: `NotInBreakdown`, `NotDue`, `IsAnchor`, `AlreadyInBreakdown`.
    function escalateBreakdown(uint64 circle) external;

    /// @notice A circle's breakdown, as stored; all zero for none.
    function breakdownAt(uint64 circle) external view returns (Breakdown memory);

    /// @notice Whether a person acts for an office that was taken over in a breakdown.
    function replaces(uint64 circle, IOffices.Office office, address person) external view returns (bool);
}
