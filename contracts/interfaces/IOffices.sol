// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Offices: who speaks as what in a circle
/// @notice The elected offices of a circle and their terms, who stands in for them, and who is permitted to represent
/// a role. It says who may act; what an office may do is for the processes that ask.
/// @dev Facilitator and secretary are filled and emptied by election, resignation and nothing else. An incumbent whose
/// term has ended stays until replaced. Whoever is no longer a partner holds no office, whatever is stored.
///
/// Stand-ins, in order: whoever the holder named; the holder of the other office (facilitator and secretary for each
/// other); a lead of the circle, the first to declare; a member, the first to declare. A declaration is for one matter
/// and takes effect after the circle's notice; somebody who comes earlier in the order replaces it at any time. The
/// holder acts all the same, except in a matter of their own.
///
/// While a circle is in breakdown (`setBreakdown`), the process that said so also names who acts for its offices
/// (`IBreakdowns.replaces`). It is asked only about somebody who neither holds the office nor stands in.
interface IOffices {
    /// @notice The offices of a circle. A circle has one facilitator and one secretary, and one to three reps.
    enum Office {
        Facilitator,
        Secretary,
        Rep
    }

    /// @notice Who stands in for whom, best first.
    enum Rank {
        Named,
        Counterpart,
        Lead,
        Member,
        None
    }

    /// @notice Who holds an office.
    /// @param holder Zero for nobody.
    /// @param until When the term ends, in seconds; 0 for an office without a term.
    struct Tenure {
        address holder;
        uint40 until;
    }

    /// @notice A declaration to stand in.
    /// @param person Who declared it; zero for nobody.
    /// @param from From when on it has effect, in seconds.
    /// @param rank Where the person comes in the order.
    struct StandIn {
        address person;
        uint40 from;
        Rank rank;
    }

    /// @notice A permission to represent a role.
    /// @param by Who gave it, and must go on speaking for the role; zero for nobody.
    /// @param until When it ends, exclusive, in seconds.
    /// @param circle The number of the circle in which the role stood when it was given.
    struct Permission {
        address by;
        uint40 until;
        uint32 circle;
    }

    /// @notice `holder` holds the office from now on, until `until`, in the place of whoever held it.
    event Installed(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        Office office,
        uint8 index,
        address holder,
        uint40 until
    );
    /// @notice The actor, who held the office, resigned from it.
    event OfficeResigned(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        Office office,
        uint8 index
    );
    /// @notice The actor, who holds the office, named who stands in first; zero for nobody.
    event SurrogateNamed(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        Office office,
        address person
    );
    /// @notice The actor declared to stand in for the office in one matter, with effect from `effectiveFrom`. With the
    /// rank `None` the actor is the holder, and nobody has declared it any more.
    event StandInDeclared(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        Office office,
        address process,
        uint64 matter,
        Rank rank,
        uint40 effectiveFrom
    );
    /// @notice The actor, who speaks for `role`, permitted `person` to represent it, until `until`.
    event Permitted(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        address person,
        uint40 until
    );
    /// @notice The permission of `person` to represent `role` was taken back.
    event PermissionEnded(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        address person
    );

    /// @notice The caller is not a process of the organisation with the bits this needs.
    error NotProcess(uint32 organisation, address caller, uint8 needed);
    /// @notice The office has no such index: 0 for facilitator and secretary; below the number of representatives that
    /// the outer circle's settings allow for a rep.
    error WrongIndex(Office office, uint8 index);
    /// @notice The caller does not hold this office.
    error NotHolder(uint64 circle, Office office, address caller);
    /// @notice Representatives of this circle are elected; or the caller does not fill the role that appoints them.
    error NotAppointer(uint64 circle, address caller);
    /// @notice Representatives have no stand-ins: the circle elects another.
    error NoStandIn(Office office);
    /// @notice The caller comes nowhere in the order, or not before whoever has declared it.
    error OutOfOrder(uint64 circle, address caller, Rank rank);
    /// @notice The caller may not act in this matter: it is the caller's own.
    error Barred(uint64 matter, address caller);
    /// @notice The person may not be this: not a partner of the organisation, or an agent; or, to be permitted, not a
    /// member of the role's circle.
    error WrongPerson(address person);
    /// @notice The caller does not speak for this role.
    error NotInRole(uint64 role, address caller);
    /// @notice A permission ends in the future, and within a year.
    error WrongTime(uint40 until);
    /// @notice The circle is in breakdown already, by this process; or not, or not by the caller, so that the caller does
    /// not end it.
    error WrongBreakdown(uint64 circle, address process);
    /// @notice There is no such permission, or not by the caller.
    error NoPermission(uint64 role, address person);

    /// @notice Let somebody hold an office, in the place of whoever does. Processes with `OFFICES`.
    /// @param index 0; for reps 0 to 2.
    /// @param until When the term ends, in seconds.
    /// @param actor Whoever caused it; recorded.
    /// Errors: `NotProcess`, `WrongIndex`, `WrongPerson`, those of `ICircles.represent` for a rep.
    function install(
        uint64 circle,
        Office office,
        uint8 index,
        address person,
        uint40 until,
        address actor
    ) external;

    /// @notice Appoint a representative, in the place of whoever represents the circle. Fillers of the role that the
    /// circle's own settings name (`Settings.appointer`). Errors: `NotAppointer`, `WrongIndex`, as `install`.
    function appoint(uint64 circle, uint8 index, address person, uint40 until) external;

    /// @notice Resign from an office. Its holder. Error: `NotHolder`, `LastMember`.
    function resign(uint64 circle, Office office, uint8 index) external;

    /// @notice Name who stands in first. The holder, a partner who is no agent; zero takes it back.
    /// Errors: `NoStandIn`, `NotHolder`, `WrongPerson`.
    function nameSurrogate(uint64 circle, Office office, address person) external;

    /// @notice Declare to stand in for an office in one matter. Whoever comes in the order, before whoever declared it
    /// already; the first of a rank stays. The holder, whose matter it is not, ends a declaration so: with the rank `None`,
    /// at once. Errors: `NoStandIn`, `NotProcess`, `Barred`, `OutOfOrder`.
    /// @param process The process whose matter it is (`IMatters`), with the `RECORD` bit.
    function standIn(address process, uint64 matter, uint64 circle, Office office) external;

    /// @notice Say that a circle is in breakdown, or no longer. Processes with `BREAKDOWN`; only the one that said it ends
    /// it, while it has that bit. It is the process that logs it.
    /// Errors: `NotProcess`, `WrongBreakdown`.
    function setBreakdown(uint64 circle, bool stands) external;

    /// @notice Permit a member of its circle to represent a role there: to propose, to object and to escalate for it.
    /// Whoever speaks for the role. Replaces an earlier permission. Errors: `NotInRole`, `WrongPerson`, `WrongTime`.
    function permit(uint64 role, address person, uint40 until) external;

    /// @notice End a permission. Whoever gave it, or the person. Error: `NoPermission`.
    function endPermission(uint64 role, address person) external;

    /// @notice Who holds an office, as stored.
    function tenureOf(uint64 circle, Office office, uint8 index) external view returns (Tenure memory);

    /// @notice Who holds an office and is still a partner; zero for nobody. Reps: the one of index 0.
    function holderOf(uint64 circle, Office office) external view returns (address);

    /// @notice Whom the present holder named to stand in first; zero for nobody.
    function surrogateOf(uint64 circle, Office office) external view returns (address);

    /// @notice Who declared to stand in for an office in one matter.
    function standInOf(
        address process,
        uint64 matter,
        uint64 circle,
        Office office
    ) external view returns (StandIn memory);

    /// @notice Where a person comes in the order of those who stand in.
    function rankOf(uint64 circle, Office office, address person) external view returns (Rank);

    /// @notice Whether a person may act for an office in a matter of the calling process now: its holder, or whoever has
    /// declared to stand in and still comes in the order, once that has effect; or whoever has taken the office over in a
    /// breakdown. Whether the person is barred is the caller's to check.
    function mayAct(
        address process,
        uint64 matter,
        uint64 circle,
        Office office,
        address person
    ) external view returns (bool);

    /// @notice The process that said that a circle is in breakdown, and has the bit `BREAKDOWN`; zero for none.
    function breakdownOf(uint64 circle) external view returns (address process);

    /// @notice A permission, as stored.
    function permissionOf(uint64 role, address person) external view returns (Permission memory);

    /// @notice Whether a person is permitted to represent a role in a circle now: the role stands there, whoever gave
    /// the permission still speaks for it, the person is a member, the time is not over.
    function mayRepresent(uint64 circle, uint64 role, address person) external view returns (bool);
}
