// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Rulings: what rules and governance mean, and what breaks them
/// @notice A secretary interprets what is asked, and strikes governance that breaks a rule. Both stand in a circle, hold for
/// it and those inside it, and are appealed one circle further out each time, up to the anchor. An interpretation is a
/// precedent as long as what it is about stands as it stood. A strike takes effect after notice, when no appeal is open; an
/// appeal that nobody decides in time ends it.
/// @dev A process with `RECORD` and `ROLES`. Its events are links of the organisation's chain as those of `ICircles` are, with
/// the same first words. Secretaries act as `IOffices` says; a matter's id is the number of the event that asked.
interface IRulings {
    /// @notice Where a matter stands.
    /// None: never asked.
    /// Asked: from the asking, and again from an appeal of an interpretation; before the secretary of its rung.
    /// Ruled: interpreted there; a precedent. From Asked. Appealable but at the anchor.
    /// Refused: the secretary found no rule broken. From Asked, of a strike. Final.
    /// Seconding: struck by the anchor's secretary, waits for its facilitator. From Asked.
    /// Struck: waits for its deadline, until when it can be appealed. From Asked, Seconding, Appealed.
    /// Appealed: before the secretary of its rung, until its deadline. From Struck.
    /// Fallen: overturned. From Appealed. Final. (After its deadline Appealed is as good as that.)
    /// Done: carried out. From Struck, after its deadline. Final.
    enum Phase {
        None,
        Asked,
        Ruled,
        Refused,
        Seconding,
        Struck,
        Appealed,
        Fallen,
        Done
    }

    /// @notice Why something is struck.
    enum StrikeReason {
        OutsideAuthority,
        BreaksRules,
        NoValidOutput,
        WrongProcess
    }

    /// @notice One word a matter.
    /// @param circle The number of the circle in which it was asked.
    /// @param subject The number of the role or policy that it is about; 0 for the rules themselves.
    /// @param revision The subject's revision then.
    /// @param rung The number of the circle whose secretary it is before, or ruled last.
    /// @param deadline Until when it can be appealed or decided, in seconds; 0 for no such time.
    /// @param phase Where it stands, but for what time alone changes.
    /// @param strike Whether it asks for a strike.
    struct Matter {
        uint32 circle;
        uint32 subject;
        uint32 revision;
        uint32 rung;
        uint40 deadline;
        Phase phase;
        bool strike;
    }

    /// @notice The actor asked the secretary of `circle` what holds, or, with `strike`, to strike `subject`.
    event Asked(
        uint32 indexed organisation,
        uint64 indexed matter,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 circle,
        uint64 subject,
        uint32 revision,
        bool strike,
        string text
    );
    /// @notice The secretary of `rung` ruled what holds: a precedent there and in all circles inside.
    event Interpreted(
        uint32 indexed organisation,
        uint64 indexed matter,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 rung,
        string text
    );
    /// @notice The secretary found no rule broken.
    event StrikeRefused(
        uint32 indexed organisation,
        uint64 indexed matter,
        bytes32 previous,
        address actor,
        uint40 time,
        string text
    );
    /// @notice The secretary struck `subject`, with effect after `deadline`; 0 while the anchor's facilitator has not
    /// seconded it. Told to everybody there.
    event StrikeRuled(
        uint32 indexed organisation,
        uint64 indexed matter,
        bytes32 previous,
        address actor,
        uint40 time,
        StrikeReason reason,
        uint40 deadline,
        string text
    );
    /// @notice The anchor's facilitator seconded a strike.
    event StrikeSeconded(
        uint32 indexed organisation,
        uint64 indexed matter,
        bytes32 previous,
        address actor,
        uint40 time,
        uint40 deadline
    );
    /// @notice The actor appealed to the secretary of `rung`; a strike is decided until `deadline`, or falls.
    event RulingAppealed(
        uint32 indexed organisation,
        uint64 indexed matter,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 rung,
        uint40 deadline,
        string text
    );
    /// @notice The secretary of the rung decided a strike's appeal; upheld it can be appealed further until `deadline`.
    event StrikeDecided(
        uint32 indexed organisation,
        uint64 indexed matter,
        bytes32 previous,
        address actor,
        uint40 time,
        bool upheld,
        uint40 deadline,
        string text
    );
    /// @notice A strike was carried out: the subject is no longer in force. What changed follows.
    event StrikeCarriedOut(
        uint32 indexed organisation,
        uint64 indexed matter,
        bytes32 previous,
        address actor,
        uint40 time
    );

    /// @notice The caller is not a partner of the organisation.
    error NotAPartner(uint32 organisation, address caller);
    /// @notice No role or policy in force has this id at this revision, or it is not within the circle by this path.
    error WrongMatter(uint64 subject, uint32 revision);
    /// @notice The act is not possible while the matter stands so.
    error WrongRulingPhase(uint64 matter, Phase phase);
    /// @notice The caller does not act as secretary (or, to second, facilitator) of this circle.
    error NotRuler(uint64 circle, address caller);
    /// @notice The caller asked for this, or has judged it before.
    error OwnRuling(uint64 matter, address caller);
    /// @notice The time for this is over, or not over yet.
    error WrongRulingTime(uint64 matter, uint40 deadline);
    /// @notice No circle is further out than the anchor.
    error NoFurther(uint64 matter);

    /// @notice Ask what a rule, a role or a policy means. Partners.
    /// @param circle The circle whose secretary is asked: one that it affects.
    /// @param subject The role or policy, in force at `revision`; 0 for the rules themselves, with their version.
    /// @param text The question; 1 to 4,096 bytes.
    function askRuling(
        uint64 circle,
        uint64 subject,
        uint32 revision,
        string calldata text
    ) external returns (uint64 matter);

    /// @notice Ask to strike a role or policy that breaks a rule. Partners.
    /// @param circle The circle whose secretary is asked: it holds the subject, or is around the circle that does.
    /// @param path The circles around the one that holds it, up to `circle`; empty where it holds it itself.
    /// @param text Which rule, and why; 1 to 4,096 bytes.
    function askStrike(
        uint64 circle,
        uint64 subject,
        uint32 revision,
        uint64[] calldata path,
        string calldata text
    ) external returns (uint64 matter);

    /// @notice Rule on a question. Whoever acts as secretary of its rung, but whoever asked or has ruled on it before.
    function interpret(uint64 matter, string calldata text) external;

    /// @notice Find no rule broken. As `strike`.
    function refuseStrike(uint64 matter, string calldata text) external;

    /// @notice Strike what was asked about. Whoever acts as secretary of the circle, but whoever asked.
    /// @param text Which rule it breaks; 1 to 4,096 bytes.
    function strike(uint64 matter, StrikeReason reason, string calldata text) external;

    /// @notice Second a strike of the anchor's secretary. Whoever acts as its facilitator; another person.
    function secondStrike(uint64 matter) external;

    /// @notice Appeal, one circle further out. Partners; an interpretation at any time, a strike before its deadline.
    function appealRuling(uint64 matter, string calldata text) external;

    /// @notice Decide the appeal of a strike. Whoever acts as secretary of the rung and has not judged it before.
    function decideStrike(uint64 matter, bool upheld, string calldata text) external;

    /// @notice Carry out a strike whose time for appeals is over. Anyone: the policy is repealed, the role removed.
    /// @param people Of a role: who fills or represents it. See `ICircles.removeRole`.
    /// Errors besides: those of `IStructure.enact`; `WrongMatter` where it was changed since.
    function carryOut(uint64 matter, address[] calldata people) external;

    /// @notice Where a matter stands now, after what time alone has changed: an appeal that nobody decided has `Fallen`.
    function phaseOfRuling(uint64 matter) external view returns (Phase);

    /// @notice A matter's word; all zero when there is none.
    function matterAt(uint64 matter) external view returns (Matter memory);

    /// @notice Whether a ruling is a precedent: interpreted, and what it is about stands as it stood.
    function standsAsPrecedent(uint64 matter) external view returns (bool);
}
