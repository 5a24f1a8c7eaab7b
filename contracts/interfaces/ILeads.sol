// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Change } from "./Types.sol";

/// @title Leads: what those who lead may do alone
/// @notice Where an organisation has not adopted an article, its leads decide in the place of it: they change the
/// governance of their circles (without the article of governance) and direct those who fill roles there (without the
/// article of distributed authority). Everywhere they redirect what is said of their circle to a role in it, and give an
/// assignment its focus; and whoever fills a role writes policies on what that role controls.
/// @dev A process with `ROLES`, `SETTINGS` and `RECORD`. Its events are links of the organisation's chain as those of
/// `ICircles` are, with the same first words. All acts are of persons and bodies who lead: those who have the voice of it.
interface ILeads {
    /// @notice The actor, who leads `circle`, changed its governance for this reason; what changed follows.
    event Decreed(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        string reason
    );
    /// @notice The actor, who leads the circle of `role`, directed whoever fills it.
    event Directed(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        string direction
    );
    /// @notice What governance outside says of `circle`, in `subject` (0: all that it says), means `role` in it from now
    /// on; 0: the circle itself again.
    event Redirected(
        uint32 indexed organisation,
        uint64 indexed circle,
        bytes32 previous,
        address actor,
        uint40 time,
        uint64 subject,
        uint64 role
    );
    /// @notice The assignment of `person` to `role` has this focus from now on; none when it is empty. It ends with the
    /// assignment.
    event Focused(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time,
        address person,
        string focus
    );
    /// @notice The actor, who fills `role`, wrote policies on what it controls; what changed follows.
    event Published(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time
    );

    /// @notice Whoever fills the role that `role` follows, or chooses who fills it, ended the link.
    event LinkEnded(
        uint32 indexed organisation,
        uint64 indexed role,
        bytes32 previous,
        address actor,
        uint40 time
    );

    /// @notice The organisation has adopted the article: its process decides, not the leads alone.
    error ArticleOn(uint32 organisation, uint8 article);
    /// @notice The caller does not lead this circle as a person or body.
    error NotLead(uint64 circle, address caller);
    /// @notice This circle has placed with a role in it what its leads would do.
    error PlacedElsewhere(uint64 circle, uint64 role);
    /// @notice The caller does not choose who fills this role (`ICircles.assigns`).
    error NotAssigner(uint64 role, address caller);
    /// @notice The person does not fill this role.
    error DoesNotFill(uint64 role, address person);
    /// @notice A circle's lead redirects to a role in that circle, or to nobody (0), and not to where it is redirected.
    error WrongRedirection(uint64 circle, uint64 role);
    /// @notice Special changes are not the leads' to make.
    error SpecialChange();
    /// @notice Whoever fills a role writes policies of the kind `DOMAIN` alone, and changes and repeals those.
    error NotDomainPolicy(uint256 place);
    /// @notice A policy of the circle in which the source stands forbids those who fill that to end its links.
    error BoundLink(uint64 role);
    /// @notice The role is alive as a circle, whose governance writes its policies.
    error CircleAlive(uint64 role);

    /// @notice Change the governance of a circle. Its leads, while the article of governance is not adopted; at once, all
    /// or nothing. Special changes excepted: the rules are the ratifiers' (`IFounding.signAmendment`).
    /// @param changes As in a proposal of the circle.
    /// @param people As in `IStructure.enact`.
    /// @param reason Why; 1 to 4,096 bytes.
    /// Errors: `ArticleOn`, `NotLead`, `SpecialChange`, `Texts.WrongLength`, those of `Changes` and of `IStructure.enact`.
    function decree(
        uint64 circle,
        Change[] calldata changes,
        address[] calldata people,
        string calldata reason
    ) external;

    /// @notice Direct whoever fills a role. Leads of its circle, while the article of distributed authority is not adopted.
    /// Recorded: what they may do against somebody who does not follow is revoke the role, and what it announced.
    /// @param direction What to do or not to do; 1 to 4,096 bytes.
    /// Errors: `ArticleOn`, `NotLead`, `Texts.WrongLength`, `UnknownRole`.
    function instruct(uint64 role, string calldata direction) external;

    /// @notice Say which role in a circle is meant where governance outside names the circle or a role in it. Leads of the
    /// circle. Changes no governance.
    /// @param subject The id of what names it: a policy, say; 0 for everything.
    /// @param role A role in the circle; 0 to take a redirection back.
    /// Errors: `NotLead`, `WrongRedirection`.
    function redirect(uint64 circle, uint64 subject, uint64 role) external;

    /// @notice Give an assignment a focus, or none. Whoever chooses who fills the role (`ICircles.assigns`).
    /// @param focus What the person fills the role for; up to 400 bytes.
    /// Errors: `NotAssigner`, `DoesNotFill`, `Texts.WrongLength`.
    function focus(uint64 role, address person, string calldata focus) external;

    /// @notice Write policies on what a role controls: adopt, amend and repeal policies of the kind `DOMAIN` in the role.
    /// Whoever fills it as a person or body, until the role is alive as a circle. Those of the circle around it win over
    /// them. What a role controls is prose: that a policy keeps within it is for readers to judge, and for objections.
    /// @param changes One to 32; no place, no terms.
    /// Errors: `NotLead` with the role, `CircleAlive`, `ICircles.LinkedRole`, `NotDomainPolicy`, those of `Changes` and of
    /// `IStructure.enact`.
    function publish(uint64 role, Change[] calldata changes) external;

    /// @notice End a link, removing the linked role. Whoever fills the role that it follows as a person or body, unless a
    /// policy of the circle in which that stands has the terms `Links.binding`; or whoever chooses its fillers from outside.
    /// @param people Everybody who fills the linked role.
    /// Errors: `NotLead`, `BoundLink`, `WrongPeople`, `LastMember`.
    function unlink(uint64 role, address[] calldata people) external;

    /// @notice The role in a circle that is meant where `subject` names it; 0 for the circle itself.
    function redirectionOf(uint64 circle, uint64 subject) external view returns (uint64);
}
