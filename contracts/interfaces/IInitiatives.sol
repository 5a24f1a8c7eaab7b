// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Initiatives: what somebody did beyond the own authority, and why
/// @notice Whoever acts beyond what a role may, or against a policy or a domain, says so to the roles that it affects,
/// with the four statements that such an initiative takes. Whoever acts for an affected role may ask the declarer to
/// refrain from such acts from then on.
/// @dev A process with the bit `RECORD` and no other: it writes down what was done, and can do nothing itself. No money
/// moves by an initiative, and nothing else changes by it. Whether a statement is true is for people to judge.
///
/// A text has 1 to 4,096 bytes.
interface IInitiatives {
    /// @notice Two words an initiative.
    /// @param declarer Who declared it, and is bound by what is asked about it.
    /// @param affected The numbers of the affected roles, 32 bits each, the first lowest.
    struct Initiative {
        address declarer;
        uint256 affected;
    }

    /// @notice What an initiative takes.
    /// @param what What was done, or will be.
    /// @param goodFaith How it serves the role in good faith.
    /// @param tension Which tension it solves, and why it creates less.
    /// @param spending That it spends nothing beyond what is authorised, and how.
    /// @param waiting Why waiting would have lost much value; empty when it breaks neither a policy nor a domain.
    struct Statements {
        string what;
        string goodFaith;
        string tension;
        string spending;
        string waiting;
    }

    /// @notice A partner declared an initiative for the role `asRole`. `breaks` is the policy that it breaks, or the role
    /// whose domain; 0 for none.
    event InitiativeDeclared(
        uint32 indexed organisation,
        uint64 indexed initiative,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 asRole,
        uint64 breaks,
        uint64[] affected,
        Statements statements
    );
    /// @notice The actor, for an affected role, asked the declarer to refrain from such acts.
    event RefrainAsked(
        uint32 indexed organisation,
        uint64 indexed initiative,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 role,
        string text
    );
    /// @notice What was asked for that role is asked no more.
    event RefrainLifted(
        uint32 indexed organisation,
        uint64 indexed initiative,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 role
    );

    /// @notice The caller does not act for this role: neither fills it nor covers it; or is an agent, who takes no
    /// initiative.
    error NotInRole(uint64 role, address caller);
    /// @notice It affects one to eight roles, each live and of this organisation.
    error WrongRoles(uint256 length, uint64 role);
    /// @notice There is no policy and no role of this organisation with this id.
    error UnknownObject(uint64 object);
    /// @notice Why waiting would lose value is said when a policy or a domain is broken, and only then.
    error WrongWaiting(uint64 breaks);
    /// @notice The initiative did not say that it affects this role.
    error NotAffectedRole(uint64 initiative, uint64 role);
    /// @notice Somebody has asked this for the role already.
    error AlreadyAsked(uint64 initiative, uint64 role);
    /// @notice Nobody has asked this for the role; or not the caller, and whoever did still acts for the role.
    error NotAsker(uint64 initiative, uint64 role, address caller);

    /// @notice Declare an initiative. Whoever acts for `asRole`, agents excepted.
    /// @param breaks The policy that it breaks, or the role whose domain; 0 for none.
    /// @param affected The roles that it affects most, 1 to 8.
    /// @return initiative Its id.
    /// Errors: `NotInRole`, `WrongRoles`, `UnknownObject`, `WrongWaiting`, `Texts.WrongLength`.
    function declareInitiative(
        uint64 asRole,
        uint64 breaks,
        uint64[] calldata affected,
        Statements calldata statements
    ) external returns (uint64 initiative);

    /// @notice Ask the declarer to refrain from such acts. Whoever acts for an affected role.
    /// Errors: `NotAffectedRole`, `NotInRole`, `AlreadyAsked`, `Texts.WrongLength`.
    function askToRefrain(uint64 initiative, uint64 role, string calldata text) external;

    /// @notice Lift what was asked. Whoever asked; once that person no longer acts for the role, whoever does.
    /// Error: `NotAsker`.
    function liftRefrain(uint64 initiative, uint64 role) external;

    /// @notice An initiative, as stored; all zero for none.
    function initiativeAt(uint64 initiative) external view returns (Initiative memory);

    /// @notice Who has asked the declarer, for this role, to refrain from such acts; zero for nobody.
    function askedBy(uint64 initiative, uint64 role) external view returns (address);
}
