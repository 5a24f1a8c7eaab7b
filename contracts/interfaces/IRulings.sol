// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IMatters } from "./IMatters.sol";

/// @title Rulings: what secretaries say the rules mean, and what they strike
/// @notice Partners who read a text differently ask the secretary of a circle that is affected; what the secretary
/// answers is precedent for that circle and those inside it, until the text changes. A secretary who finds that a
/// policy or a role breaks the rules strikes it: everybody is told what and why, can appeal one circle further out,
/// and afterwards anyone carries the strike out. What was struck stays in the history.
/// @dev A process with the bit `RECORD`; to carry a strike out it also needs `ROLES`. It is fixed to one `IOffices`.
///
/// An interpretation is bound to the revision of what it is about, and a strike too: whatever governance changes about
/// that makes the one outdated and the other impossible. What the interpretation is about is a role, a policy, or (0)
/// the rules that the organisation has agreed to, whose revision is their version.
///
/// Nobody acts twice in one matter, in whatever order others stand in: whoever asked, ruled, appealed or decided does
/// not rule or decide any more (`isBarred`). Anybody who is a partner appeals: a precedent and a strike reach more
/// than the two who disagreed.
///
/// Silence: an interpretation that nobody has ruled on says nothing; one that was ruled on binds while an appeal is
/// open. A strike that was appealed falls when nobody decides within the notice.
///
/// A text has 1 to 4,096 bytes. Times are those of the notice of the circle whose secretary rules.
interface IRulings is IMatters {
    /// @notice Where an interpretation stands.
    /// None: it was never asked for.
    /// Asked: from None.
    /// Ruled: from Asked, and from Appealed, upheld or overruled. Binding.
    /// Appealed: from Ruled, before the secretary of the next circle further out. What was ruled binds meanwhile.
    enum Step {
        None,
        Asked,
        Ruled,
        Appealed
    }

    /// @notice Where a request to strike stands.
    /// None: there is none.
    /// Requested: from None.
    /// Cleared: from Requested, when the secretary finds that no rule is broken. Final.
    /// Struck: from Requested. Until its time passes it can be appealed.
    /// Contested: from Struck, by an appeal. Fallen when its time passes.
    /// Due: from Struck when its time passes, from Contested when upheld. Anyone carries it out.
    /// Fallen: from Contested, when overturned or when its time passes. Final.
    /// Done: from Due, carried out. Final.
    enum Phase {
        None,
        Requested,
        Cleared,
        Struck,
        Contested,
        Due,
        Fallen,
        Done
    }

    /// @notice Why something is struck. The closed list.
    /// NotGovernance: it says what governance cannot decide.
    /// NoAuthority: the circle had no authority over it.
    /// AgainstOuterCircle: it contradicts a policy or a domain of a circle further out.
    /// AgainstRules: it breaks a rule that the organisation has agreed to.
    /// NoDueProcess: it did not come about as the rules ask.
    enum StrikeReason {
        NotGovernance,
        NoAuthority,
        AgainstOuterCircle,
        AgainstRules,
        NoDueProcess
    }

    /// @notice One word an interpretation.
    /// @param circle The number of the circle whose secretary was asked.
    /// @param object The number of the role or the policy that it is about; 0 for the rules.
    /// @param revision The revision of that, when it was asked about.
    /// @param rung The number of the circle whose secretary rules or has ruled last: so far the ruling reaches.
    /// @param step Where it stands.
    struct Interpretation {
        uint32 circle;
        uint32 object;
        uint32 revision;
        uint32 rung;
        Step step;
    }

    /// @notice One word a request to strike.
    /// @param circle The number of the circle whose secretary was asked.
    /// @param object The number of the role or the policy.
    /// @param revision The revision of that, when it was asked about.
    /// @param deadline The end of the time for an appeal or its decision, exclusive, in seconds.
    /// @param phase Where it stood after the last act; time may have moved it on: see `phaseAt`.
    struct Strike {
        uint32 circle;
        uint32 object;
        uint32 revision;
        uint40 deadline;
        Phase phase;
    }

    /// @notice A partner asked the secretary of `circle` what something means.
    event InterpretationAsked(
        uint32 indexed organisation,
        uint64 indexed interpretation,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 circle,
        uint64 object,
        uint32 revision,
        string question
    );
    /// @notice The secretary published what it means.
    event Interpreted(
        uint32 indexed organisation,
        uint64 indexed interpretation,
        bytes32 previous,
        address actor,
        uint40 time,
        string text
    );
    /// @notice A partner appealed to the secretary of the circle `rung`.
    event InterpretationAppealed(
        uint32 indexed organisation,
        uint64 indexed interpretation,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 rung,
        string text
    );
    /// @notice The secretary of the rung upheld what was ruled, or overruled it: then `text` is the ruling.
    event InterpretationReviewed(
        uint32 indexed organisation,
        uint64 indexed interpretation,
        bytes32 previous,
        address actor,
        uint40 time,
        bool upheld,
        string text
    );
    /// @notice A partner asked the secretary of `circle` whether governance breaks the rules.
    event StrikeRequested(
        uint32 indexed organisation,
        uint64 indexed strike,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 circle,
        uint64 object,
        uint32 revision,
        string text
    );
    /// @notice The secretary found that it breaks no rule.
    event GovernanceCleared(
        uint32 indexed organisation,
        uint64 indexed strike,
        bytes32 previous,
        address actor,
        uint40 time,
        string text
    );
    /// @notice The secretary struck it: notice to everybody there. `rule` is the rule that it breaks.
    event GovernanceStruck(
        uint32 indexed organisation,
        uint64 indexed strike,
        bytes32 previous,
        address actor,
        uint40 time,
        StrikeReason reason,
        uint40 deadline,
        string rule,
        string text
    );
    /// @notice A partner appealed against a strike, which waits.
    event StrikeAppealed(
        uint32 indexed organisation,
        uint64 indexed strike,
        bytes32 previous,
        address actor,
        uint40 time,
        uint40 deadline,
        string text
    );
    /// @notice It was decided whether a strike stands.
    event StrikeDecided(
        uint32 indexed organisation,
        uint64 indexed strike,
        bytes32 previous,
        address actor,
        uint40 time,
        bool upheld,
        string text
    );
    /// @notice A strike was carried out; what the structure logs follows.
    event StrikeCarriedOut(
        uint32 indexed organisation,
        uint64 indexed strike,
        bytes32 previous,
        address actor,
        uint40 time
    );

    /// @notice There is no role or policy of this organisation with this id that could be ruled on. An anchor is never
    /// struck.
    error UnknownObject(uint64 object);
    /// @notice The object does not lie in this circle, nor in one inside it.
    error OutOfReach(uint64 object, uint64 circle);
    /// @notice The caller does not act for this office in this matter: not its holder, nor a stand-in whose declaration
    /// has effect.
    error NotActing(uint64 circle, uint8 office, address caller);
    /// @notice The caller may not do this: it is the caller's own matter, or the caller has ruled on it before.
    error OwnMatter(uint64 matter, address caller);
    /// @notice The interpretation does not stand where this is possible.
    error WrongRulingStep(uint64 interpretation, Step step);
    /// @notice The strike is not in a phase in which this is possible.
    error WrongStrikePhase(uint64 strike, Phase phase);
    /// @notice There is no circle further out: the anchor's secretary has ruled.
    error LastRung(uint64 interpretation);

    /// @notice Ask a secretary what a text means. Partners.
    /// @param circle A circle that is affected: any of the organisation, which the secretary judges.
    /// @param object The role or the policy it is about; 0 for the rules.
    /// @return interpretation Its id.
    /// Errors: `ICircles.NotPartner`, `UnknownObject`, `Texts.WrongLength`, and `ICircles.UnknownRole`.
    function askInterpretation(
        uint64 circle,
        uint64 object,
        string calldata question
    ) external returns (uint64 interpretation);

    /// @notice Publish what it means. The acting secretary of the circle. Errors: `WrongRulingStep`, `NotActing`, `OwnMatter`.
    function interpret(uint64 interpretation, string calldata text) external;

    /// @notice Appeal to the secretary of the circle around the one whose secretary ruled last. Partners.
    /// Errors: `WrongRulingStep`, `LastRung`, `ICircles.NotPartner`.
    function appealInterpretation(uint64 interpretation, string calldata text) external;

    /// @notice Uphold what was ruled, or overrule it with a ruling of one's own. The acting secretary of the rung.
    /// Errors: `WrongRulingStep`, `NotActing`, `OwnMatter`.
    function reviewInterpretation(uint64 interpretation, bool upheld, string calldata text) external;

    /// @notice Ask a secretary to rule whether a policy or a role breaks the rules. Partners.
    /// @param circle The circle that the object lies in, or one around that, at most 31 further out.
    /// @return strike Its id.
    /// Errors: `ICircles.NotPartner`, `UnknownObject`, `OutOfReach`.
    function requestStrike(
        uint64 circle,
        uint64 object,
        string calldata text
    ) external returns (uint64 strike);

    /// @notice Find that it breaks no rule. The acting secretary. Errors: `WrongStrikePhase`, `NotActing`, `OwnMatter`.
    function clearGovernance(uint64 strike, string calldata text) external;

    /// @notice Strike it. The acting secretary. Errors: `WrongStrikePhase`, `NotActing`, `OwnMatter`.
    /// @param rule The rule that it breaks, in words.
    function strikeGovernance(
        uint64 strike,
        StrikeReason reason,
        string calldata rule,
        string calldata text
    ) external;

    /// @notice Appeal against a strike, within the notice. Partners. Errors: `WrongStrikePhase`, `ICircles.NotPartner`.
    function appealStrike(uint64 strike, string calldata text) external;

    /// @notice Decide an appeal against a strike, within the notice: the acting secretary of the circle around the one
    /// whose secretary struck; of a strike of the anchor, the anchor's acting facilitator. Errors: `WrongStrikePhase`,
    /// `NotActing`, `OwnMatter`.
    function decideStrike(uint64 strike, bool upheld, string calldata text) external;

    /// @notice Carry out a strike that is due: the policy is repealed, the role is removed. Anyone. Warning: a role
    /// with inner roles, or as a circle with policies, is not removed (`ICircles.NotEmpty`) before these are moved or removed; one that governance has
    /// changed meanwhile is not removed any more (`ICircles.StaleRevision`).
    /// @param people Everybody who fills or represents the role; nobody for a policy.
    /// Errors: `WrongStrikePhase`, those of `IStructure.enact`.
    function carryOutStrike(uint64 strike, address[] calldata people) external;

    /// @notice An interpretation, as stored; all zero for none.
    function interpretationAt(uint64 interpretation) external view returns (Interpretation memory);

    /// @notice A request to strike, as stored; all zero for none.
    function strikeAt(uint64 strike) external view returns (Strike memory);

    /// @notice Where a request to strike stands now.
    function phaseAt(uint64 strike) external view returns (Phase);

    /// @notice Whether a ruling binds now: it was made, and what it is about is still at that revision.
    function rulingStands(uint64 interpretation) external view returns (bool);
}
