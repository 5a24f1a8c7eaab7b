// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { ILeads } from "./interfaces/ILeads.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import {
    APPOINTED,
    AUTHORITY_ARTICLE,
    Change,
    ChangeKind,
    DOMAIN,
    GOVERNANCE_ARTICLE,
    Link,
    LINKED,
    PLACES_DIRECTING,
    PLACES_REDIRECTING,
    Role,
    Settings
} from "./interfaces/Types.sol";
import { Changes } from "./libraries/Changes.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { Links } from "./libraries/Links.sol";
import { Outward } from "./libraries/Outward.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Leads
/// @notice What it does, for whom and with which errors: see `ILeads`.
/// @dev It calls only `Circles` and its structure, which call nobody: no function can be re-entered.
contract Leads is ILeads, ERC2771Context {
    uint256 private constant _LONGEST_FOCUS = 400;

    ICircles private immutable _CIRCLES;
    IStructure private immutable _STRUCTURE;

    mapping(uint64 circle => mapping(uint64 subject => uint64)) private _redirections;

    /// @param circles The record.
    constructor(ICircles circles) ERC2771Context(circles.voice()) {
        _CIRCLES = circles;
        _STRUCTURE = IStructure(circles.structure());
    }

    // ------------------------------------------------------------------ in the place of an article

    /// @inheritdoc ILeads
    function decree(
        uint64 circle,
        Change[] calldata changes,
        address[] calldata people,
        string calldata reason
    ) external {
        // Check: no governance but that of leads, one of them, well-formed changes of the circle's own.
        _requireGoing(circle);
        _requireOff(circle, GOVERNANCE_ARTICLE);
        _requireLead(circle, PLACES_DIRECTING);
        Changes.check(changes);
        if (Changes.isSpecial(changes[0].kind)) revert SpecialChange();
        Texts.check(reason);

        // Effect, and interaction with the record, which trusts this process and calls nobody.
        _speak(Decreed.selector, circle, abi.encode(_head(circle), _msgSender(), block.timestamp, reason));
        _STRUCTURE.enact(circle, _msgSender(), changes, people);
    }

    /// @inheritdoc ILeads
    function instruct(uint64 role, string calldata direction) external {
        // Check: roles follow leads here, and one who leads the circle around this one. Nobody directs an anchor: it has
        // no circle around it.
        _requireGoing(role);
        _requireOff(role, AUTHORITY_ARTICLE);
        _requireLead(_CIRCLES.circleOf(role), PLACES_DIRECTING);
        Texts.check(direction);
        // Effect.
        _speak(Directed.selector, role, abi.encode(_head(role), _msgSender(), block.timestamp, direction));
    }

    // ------------------------------------------------------------------ everywhere

    /// @inheritdoc ILeads
    function redirect(uint64 circle, uint64 subject, uint64 role) external {
        // Check: who leads the circle; a role in it, or none; something changes.
        _requireGoing(circle);
        _requireLead(circle, PLACES_REDIRECTING);
        bool within = role == 0 || _CIRCLES.circleOf(role) == circle;
        if (!within || _redirections[circle][subject] == role) revert WrongRedirection(circle, role);
        // Effect.
        _redirections[circle][subject] = role;
        bytes memory data = abi.encode(_head(circle), _msgSender(), block.timestamp, subject, role);
        _speak(Redirected.selector, circle, data);
    }

    /// @inheritdoc ILeads
    function focus(uint64 role, address person, string calldata focus_) external {
        // Check: who assigns there; an assignment; the words.
        _requireGoing(role);
        if (!_CIRCLES.assigns(role, _msgSender())) revert NotAssigner(role, _msgSender());
        if (!_CIRCLES.fills(role, person)) revert DoesNotFill(role, person);
        if (bytes(focus_).length > _LONGEST_FOCUS) revert Texts.WrongLength(bytes(focus_).length);
        // Effect: recorded; it ends with the assignment, which the record knows.
        bytes memory data = abi.encode(_head(role), _msgSender(), block.timestamp, person, focus_);
        _speak(Focused.selector, role, data);
    }

    /// @inheritdoc ILeads
    function publish(uint64 role, Change[] calldata changes) external {
        // Check: who fills it, as long as it is no circle; policies on a domain and nothing else.
        _requireGoing(role);
        uint64 circle = _CIRCLES.circleOf(role);
        bool voiced = circle != 0 && _CIRCLES.standing(circle, _msgSender(), role).inRole;
        if (!voiced || !_CIRCLES.fills(role, _msgSender())) revert NotLead(role, _msgSender());
        Role memory word = _CIRCLES.roleAt(role);
        if (word.alive) revert CircleAlive(role);
        if (word.links & (LINKED | APPOINTED) != 0) revert ICircles.LinkedRole(role);
        Changes.check(changes);
        for (uint256 i = 0; i < changes.length; ++i) {
            if (!_isDomainPolicy(role, changes[i])) revert NotDomainPolicy(i + 1);
        }

        // Effect, and interaction with the record, which trusts this process and calls nobody.
        _speak(Published.selector, role, abi.encode(_head(role), _msgSender(), block.timestamp));
        _STRUCTURE.enact(role, _msgSender(), changes, new address[](0));
    }

    /// @inheritdoc ILeads
    function unlink(uint64 role, address[] calldata people) external {
        Link memory link = _STRUCTURE.linkAt(role);
        uint64 source = Ids.join(Ids.organisationOf(role), link.source);
        // Check: while this process goes on; whoever appoints; or whoever fills the source as a person or body, unless a
        // policy of its circle binds it. Nobody fills what is no role.
        _requireGoing(role);
        if (_msgSender() != link.appointer) {
            if (!_CIRCLES.isInPerson(source, _msgSender())) revert NotLead(role, _msgSender());
            if (_STRUCTURE.holds(_CIRCLES.circleOf(source), Links.binding(source))) revert BoundLink(role);
        }

        // Effect, and interaction with the record, which trusts this process and calls nobody.
        _speak(LinkEnded.selector, role, abi.encode(_head(role), _msgSender(), block.timestamp));
        Change[] memory changes = new Change[](1);
        changes[0].kind = ChangeKind.UnlinkRole;
        changes[0].target = role;
        changes[0].revision = _CIRCLES.roleAt(role).revision;
        _STRUCTURE.enact(_CIRCLES.circleOf(role), _msgSender(), changes, people);
    }

    /// @inheritdoc ILeads
    function redirectionOf(uint64 circle, uint64 subject) external view returns (uint64) {
        return _redirections[circle][subject];
    }

    // ------------------------------------------------------------------ parts

    function _speak(bytes32 signature, uint64 subject, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(subject);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, subject, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    /// @dev Whether a change writes a policy of the kind `DOMAIN` in the role, or ends one. What is amended or repealed is in
    /// the role by the structure's own check, and of that kind by this one; nothing else is ever in a role that is no circle
    /// but what a founding write or a move has put there.
    function _isDomainPolicy(uint64 role, Change calldata change) private view returns (bool) {
        if (change.terms != 0) return false;
        if (change.kind == ChangeKind.AdoptPolicy) return change.target == 0 && change.tags == DOMAIN;
        bool amends = change.kind == ChangeKind.AmendPolicy;
        if (!amends && change.kind != ChangeKind.RepealPolicy) return false;
        bool kept = !amends || change.tags == DOMAIN;
        bool known = Ids.organisationOf(change.target) == Ids.organisationOf(role);
        return kept && known && _STRUCTURE.policyAt(change.target).tags == DOMAIN;
    }

    function _head(uint64 subject) private view returns (bytes32) {
        return _CIRCLES.head(Ids.organisationOf(subject));
    }

    /// @dev After the founding, and not while this process only finishes: none of its acts takes more than a moment.
    function _requireGoing(uint64 subject) private view {
        Outward.requireOpening(_CIRCLES, Ids.organisationOf(subject));
    }

    function _requireOff(uint64 subject, uint8 article) private view {
        uint32 organisation = Ids.organisationOf(subject);
        if (_CIRCLES.organisationAt(organisation).articles & article != 0) {
            revert ArticleOn(organisation, article);
        }
    }

    /// @dev Persons and bodies lead with a voice; associates and agents who fill a role do not. Where the circle's own
    /// settings place this with who assigns there, those do it instead, and at an anchor beside its leads: as long as a person
    /// or a body speaks for that role and, in an inner circle, it stands there.
    function _requireLead(uint64 circle, uint16 placing) private view {
        (Settings memory own, ) = _STRUCTURE.settingsOf(circle);
        uint64 role = own.flags & placing == 0 ? 0 : own.assigner;
        Role memory placed = _CIRCLES.roleAt(role);
        bool inner = Ids.numberOf(circle) != Ids.ANCHOR;
        if (placed.voices != 0 && !(inner && placed.circle != Ids.numberOf(circle))) {
            if (_CIRCLES.isInPerson(role, _msgSender())) return;
            if (inner) revert PlacedElsewhere(circle, role);
        }
        if (!_CIRCLES.standing(circle, _msgSender(), circle).inRole) revert NotLead(circle, _msgSender());
    }
}
