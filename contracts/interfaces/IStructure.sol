// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Change, Link, Policy, Settings, Words } from "./Types.sol";

/// @title Structure: what governance changes
/// @notice Applies adopted changes to roles, policies and settings, in the order of their list, all or none. It keeps
/// policies and settings; `Circles`, of which it is a part, keeps the roles.
/// @dev Its events are links of the organisation's chain as those of `ICircles` are, with the same first words. Errors
/// that `Circles` declares and this contract raises too: `UnknownRole`, `StaleRevision`,
/// `WrongPeople`, `WrongMove`, `NotFounding`. And `Changes.UnknownPlace`.
interface IStructure {
    /// @notice `role` was created in `circle`. `leads` is empty unless this is the first role inside `circle`:
    /// then they are the people who fill `circle`, in the order in which they were seated inside it. `terms` say of what each
    /// domain is a part, as in `Change`.
    event RoleCreated(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 circle,
        Words words,
        bytes32 terms,
        address[] leads
    );
    /// @notice `role` was removed; `people` filled it or represented it until now, and were unseated in this order.
    event RoleRemoved(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        address[] people
    );
    /// @notice `policy` was adopted in `circle`; `reviewAt` is when it asks to be looked at again, 0 for never; `terms` is
    /// the hash of what it means for contracts, 0 for nothing.
    event PolicyAdopted(
        uint32 indexed organisation,
        uint64 indexed policy,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 circle,
        Words words,
        uint40 reviewAt,
        uint8 tags,
        bytes32 terms
    );
    /// @notice `policy` was repealed.
    event PolicyRepealed(
        uint32 indexed organisation,
        uint64 indexed policy,
        bytes32 previous,
        address actor,
        uint40 time
    );
    /// @notice The words of a role or a policy were replaced, which made it `revision`.
    event Inscribed(
        uint32 indexed organisation,
        uint64 indexed object,
        bytes32 previous,
        address actor,
        uint40 time,
        uint32 revision,
        Words words,
        uint40 reviewAt,
        uint8 tags,
        bytes32 terms
    );
    /// @notice `role` was moved into `circle`, which made it `revision`. `people` fill or represent it, and were seated
    /// there in this order; `leads` as in `RoleCreated`, when it is the first role inside `circle`.
    event RoleMoved(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 circle,
        uint32 revision,
        address[] people,
        address[] leads
    );
    /// @notice `policy` was moved into `circle`, which made it `revision`.
    event PolicyMoved(
        uint32 indexed organisation,
        uint64 indexed policy,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 circle,
        uint32 revision
    );
    /// @notice From now on at most `limit` of those who fill `role` speak for it (0: all), which made it `revision`.
    event RoleLimited(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        uint8 limit,
        uint32 revision
    );
    /// @notice `role` was created in `circle`, invited by `policy`: it is filled by those who fill another role, or by whom
    /// somebody outside chooses, as `terms` say (`Links`). `people` fill the role that it follows, and are assigned in this
    /// order next; `leads` as in `RoleCreated`.
    event RoleLinked(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 circle,
        uint64 policy,
        bytes32 terms,
        Words words,
        address[] leads,
        address[] people
    );
    /// @notice The linked `role` was removed. `people` filled it, and were unseated in this order.
    event RoleUnlinked(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        address[] people
    );
    /// @notice `circle` replaced what it adds to one of the four roles that every circle has: 1 its leads, and those of every
    /// circle inside it; 2 its facilitator, 3 its secretary, 4 its representatives. `terms` as in `RoleCreated`.
    event Added(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 part,
        uint32 revision,
        Words words,
        bytes32 terms
    );
    /// @notice The settings of a circle were replaced, which made them `revision`.
    event SettingsSet(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        uint32 revision,
        Settings settings
    );

    /// @notice No policy in force has this id (or it is not a policy of the circle that was named).
    error UnknownPolicy(uint64 policy);
    /// @notice No policy of this circle or of one around it, with this id, invites this very link.
    error NoInvitation(uint64 policy, uint64 circle);
    /// @notice Only a role elsewhere that is no anchor is followed, by at most 4, and none that follows another itself.
    error WrongLink(uint64 source);
    /// @notice A role is linked by this policy: until it is unlinked the policy stays as it is, and invites no other.
    error StillLinked(uint64 policy);
    /// @notice Windows last from 3 to 60 days; only an inner circle may have none of its own (0).
    error WindowOutOfBounds(uint64 circle, uint32 window);
    /// @notice Notices last from 1 to 14 days; only an inner circle may have none of its own (0).
    error NoticeOutOfBounds(uint64 circle, uint32 notice);
    /// @notice These flags are unknown, contradict each other or an anchor's `MEETING_RIGHT`, or the number of
    /// representatives is above 3.
    error WrongFlags(uint64 circle, uint16 flags);
    /// @notice Only the anchor's settings name who admits partners. They name any role of the organisation; an inner
    /// circle's settings name a role in the circle itself: who assigns there, and who appoints its representatives.
    error WrongSettings(uint64 circle, uint64 role);

    /// @notice What a process fixes when something opens in a circle.
    /// @param window The circle's window in seconds: its own, else the anchor's.
    /// @param notice The circle's notice in seconds: its own, else the anchor's.
    /// @param flags The circle's flags: its own settings', else the anchor's; `WINDOWLESS` never for an anchor.
    /// @param attention The circle's attention: its own settings', else the anchor's.
    /// @param members How many members the circle has.
    /// @param epoch A number that rises with every change of membership.
    /// @param lastDeparture When somebody last stopped being a member, in seconds; 0 for never.
    struct Census {
        uint32 window;
        uint32 notice;
        uint16 flags;
        uint8 attention;
        uint16 members;
        uint32 epoch;
        uint40 lastDeparture;
    }

    /// @notice Apply adopted changes to a circle, all or none. Processes with the bits the changes need.
    /// @param circle The circle whose governance changed. Roles and policies of this circle may change, its own
    /// settings, and a role in it may get its first inner role. An anchor may also inscribe itself.
    /// @param actor Whoever caused the enactment; recorded.
    /// @param changes The changes. A target of 0 is the circle; one below 2^32 is the `target`-th change of the
    /// list, which must have created a role; any other is an id.
    /// @param people For each change that brings a circle alive or removes a filled role, that role's fillers:
    /// all of them, one list after the other in the order of the changes. Roles that follow one which is removed, the last
    /// that came first, and the one that a repealed policy invites go before it, with theirs. Outside what people consented to, for
    /// nobody can know it beforehand; checked against the record.
    /// Errors: `NotProcess`, `FoundingNotOver`, `UnknownRole`, `UnknownPolicy`, `UnknownPlace`, `StaleRevision`,
    /// `NotEmpty`, `CircleFull`, `TooDeep`, `WrongPeople`, `WindowOutOfBounds`, `WrongSettings`, `LastMember`.
    /// Warning: words only travel through. That they are well-formed (`Changes`) is for the process to have checked.
    function enact(
        uint64 circle,
        address actor,
        Change[] calldata changes,
        address[] calldata people
    ) external;

    /// @notice Write a part of the initial structure. The contract `ICircles.founding()` only, which has checked that
    /// founding is not over. Error: `ICircles.NotFounding`.
    /// @param actor The ratifier who writes; recorded.
    /// @return created The role that each change created; 0 for none. See `IFounding.write` for the rest.
    function write(
        uint32 organisation,
        address actor,
        Change[] calldata changes,
        address[] calldata people
    ) external returns (uint64[] memory created);

    /// @notice Set the settings with which an anchor is founded. The contract `ICircles.founding()` only, once.
    /// Errors: `NotFounding`, `WindowOutOfBounds`, `NoticeOutOfBounds`, `WrongFlags`, `WrongSettings` for naming a role.
    function configureInitially(uint64 anchor, Settings calldata settings) external;

    /// @notice Let a vault answer for a function, as `IAllowances.takePower` says. The contract that the vault obeys, which has
    /// looked at who asks and says so.
    /// @param power The terms, an encoded `IAllowances.Power`.
    /// Errors: `IVault.NotController`, `UnknownPolicy` where no policy of the vault's anchor has these terms,
    /// `IAllowances.PowerHeld`.
    function takePower(uint64 policy, bytes calldata power) external;

    /// @notice The policy by which a vault answers for a function, as long as that is in force as it was when it was taken, and
    /// the role whose fillers may call it; 0 for none.
    function powerOf(
        address vault,
        address target,
        bytes4 selector
    ) external view returns (uint64 policy, uint64 role);

    /// @notice How many powers have been taken in an organisation and are in force.
    function powersIn(uint32 organisation) external view returns (uint256);

    /// @notice Whether somebody, other than the vault, may call a function of a contract whose authority is this vault: a
    /// person or body who fills the role.
    function letsCall(
        address vault,
        address caller,
        address target,
        bytes4 selector
    ) external view returns (bool);

    /// @notice The census of a circle in an organisation whose founding is over. Errors: `UnknownRole`,
    /// `FoundingNotOver`.
    function census(uint64 circle) external view returns (Census memory);

    /// @notice The same, for the process that asks and opens a round of governance there. Errors: `UnknownRole`,
    /// `FoundingNotOver`, `ArticleOff` where the leads govern alone, `ProcessEnding`.
    function opening(uint64 circle) external view returns (Census memory);

    /// @notice A circle's own settings and their revision; all zero for a circle that never had any.
    function settingsOf(uint64 circle) external view returns (Settings memory settings, uint32 revision);

    /// @notice The settings that hold in a circle: its own, with the anchor's window and notice where it has none; else
    /// the anchor's, without the roles that those name.
    function settingsIn(uint64 circle) external view returns (Settings memory settings);

    /// @notice A policy's word; all zero when there is none.
    function policyAt(uint64 policy) external view returns (Policy memory);

    /// @notice The role whose fillers choose who fills the roles of a circle, as the circle's own settings name it; 0 for
    /// none. Whether it still stands where it was named is for whoever asks.
    function assignerOf(uint64 circle) external view returns (uint64);

    /// @notice The hash of what a policy in force means for contracts; 0 for nothing. They take its terms when somebody
    /// brings them, and look at the policy's revision at every use.
    function termsOf(uint64 policy) external view returns (bytes32);

    /// @notice A linked role's word; empty for any other.
    function linkAt(uint64 role) external view returns (Link memory);

    /// @notice The revision of what a circle has added to one of the four roles that every circle has; 0 for nothing yet.
    function additionsOf(uint64 circle, uint64 part) external view returns (uint32 revision);

    /// @notice Whether a policy in force of this very circle has these terms.
    function holds(uint64 circle, bytes32 terms) external view returns (bool);
}
