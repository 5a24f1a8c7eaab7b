// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IAllowances } from "./interfaces/IAllowances.sol";
import { ICircles } from "./interfaces/ICircles.sol";
import { IFounding } from "./interfaces/IFounding.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { IVault } from "./interfaces/IVault.sol";
import {
    APPOINTED,
    ASYNC_ONLY,
    Change,
    ChangeKind,
    Link,
    LINKED,
    MEETING_RIGHT,
    Policy,
    RATIFIERS_SIGN,
    Role,
    Settings,
    WINDOWLESS
} from "./interfaces/Types.sol";
import { Changes } from "./libraries/Changes.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Configuration, Configurations } from "./libraries/Configurations.sol";
import { Ids } from "./libraries/Ids.sol";
import { Links } from "./libraries/Links.sol";
import { Outward } from "./libraries/Outward.sol";
import { Tree } from "./libraries/Tree.sol";

/// @title Structure
/// @notice What it does, for whom and with which errors: see `IStructure`.
/// @dev Deployed for `Circles`, which trusts it, and calls only `Circles`: no function can be re-entered.
contract Structure is IStructure {
    using Configurations for Configuration;
    using Configurations for Settings;

    /// @dev What the application of one list carries from change to change.
    /// @param organisation Whose list it is.
    /// @param by The circle that decides; 0 for a founding write, which reaches the whole organisation.
    /// @param actor Whoever caused it.
    /// @param created The role or policy that each change so far has created; 0 for none.
    /// @param next How many of the listed people were used.
    struct Run {
        uint32 organisation;
        uint64 by;
        address actor;
        uint64[] created;
        uint256 next;
    }

    /// @dev One word a function for which a vault answers: by which policy, and to whom.
    struct Power {
        uint64 policy;
        uint64 role;
    }

    ICircles private immutable _CIRCLES;

    mapping(uint64 policy => Policy) private _policies;
    mapping(uint64 policy => bytes32) private _terms;
    /// @dev How many policies of a circle have these terms.
    mapping(uint64 circle => mapping(bytes32 terms => uint256)) private _holding;
    mapping(uint64 role => Link) private _links;
    mapping(uint64 circle => Configuration) private _configurations;
    mapping(uint64 circle => mapping(uint64 part => uint32 revision)) private _additions;
    mapping(bytes32 call => Power) private _powers;
    /// @dev For which call a vault answers by a policy.
    mapping(uint64 policy => bytes32) private _calls;
    mapping(uint32 organisation => uint256) private _powersIn;

    /// @param circles The record of which it is a part.
    constructor(ICircles circles) {
        _CIRCLES = circles;
    }

    /// @inheritdoc IStructure
    function enact(
        uint64 circle,
        address actor,
        Change[] calldata changes,
        address[] calldata people
    ) external {
        uint32 organisation = Ids.organisationOf(circle);
        // Check: a process that may do all of it and has looked at the words, after founding. A circle that does not
        // exist reaches nothing.
        _CIRCLES.proveBits(organisation, msg.sender, Changes.bitsNeeded(changes));
        // Effect.
        _apply(Run(organisation, circle, actor, new uint64[](changes.length), 0), changes, people);
    }

    /// @inheritdoc IStructure
    function write(
        uint32 organisation,
        address actor,
        Change[] calldata changes,
        address[] calldata people
    ) external returns (uint64[] memory created) {
        // Check: asked for through the founding, which has looked at the words, before its end.
        if (msg.sender != _CIRCLES.founding()) revert ICircles.NotFounding(msg.sender);
        // Effect.
        created = new uint64[](changes.length);
        _apply(Run(organisation, 0, actor, created, 0), changes, people);
    }

    /// @inheritdoc IStructure
    function configureInitially(uint64 anchor, Settings calldata settings) external {
        // Check: asked for through the founding; no role exists yet that could be named.
        if (msg.sender != _CIRCLES.founding()) revert ICircles.NotFounding(msg.sender);
        uint64 named = settings.admission | settings.assigner | settings.appointer;
        if (named != 0) revert WrongSettings(anchor, named);
        // Effect.
        _configurations[anchor] = settings.fromSettings(anchor, false, 1);
    }

    /// @inheritdoc IStructure
    function takePower(uint64 policy, bytes calldata power) external {
        (address vault, address target, bytes4 selector, uint64 role) = abi.decode(
            power,
            (address, address, bytes4, uint64)
        );
        // Check: whom the vault obeys, which has looked at who asks; a policy of its anchor in force with these terms; a
        // function for which none is in force.
        if (msg.sender != _CIRCLES.controllerOf(vault)) revert IVault.NotController(msg.sender);
        bool ours = Ids.organisationOf(_CIRCLES.circleOfVault(vault)) == Ids.organisationOf(policy);
        if (!ours || _policies[policy].circle != Ids.ANCHOR || _terms[policy] != keccak256(power))
            revert UnknownPolicy(policy);
        bytes32 called = _callOf(vault, target, selector);
        uint64 standing = _powers[called].policy;
        if (standing != 0) revert IAllowances.PowerHeld(standing);
        // Effect.
        _powers[called] = Power(policy, role);
        _calls[policy] = called;
        ++_powersIn[Ids.organisationOf(policy)];
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc IStructure
    function powerOf(
        address vault,
        address target,
        bytes4 selector
    ) external view returns (uint64 policy, uint64 role) {
        Power memory power = _powers[_callOf(vault, target, selector)];
        return (power.policy, power.role);
    }

    /// @inheritdoc IStructure
    function powersIn(uint32 organisation) external view returns (uint256) {
        return _powersIn[organisation];
    }

    /// @inheritdoc IStructure
    function letsCall(
        address vault,
        address caller,
        address target,
        bytes4 selector
    ) external view returns (bool) {
        uint64 role = _powers[_callOf(vault, target, selector)].role;
        return role != 0 && _CIRCLES.isInPerson(role, caller);
    }

    /// @inheritdoc IStructure
    function census(uint64 circle) external view returns (Census memory) {
        return _census(circle, _CIRCLES.crowd(circle));
    }

    /// @inheritdoc IStructure
    function opening(uint64 circle) external view returns (Census memory) {
        return _census(circle, _CIRCLES.opening(circle, msg.sender));
    }

    /// @inheritdoc IStructure
    function settingsOf(uint64 circle) external view returns (Settings memory settings, uint32 revision) {
        Configuration memory own = _configurations[circle];
        return (own.toSettings(Ids.organisationOf(circle)), own.revision);
    }

    /// @inheritdoc IStructure
    function settingsIn(uint64 circle) external view returns (Settings memory settings) {
        return _configurationIn(circle).toSettings(Ids.organisationOf(circle));
    }

    /// @inheritdoc IStructure
    function policyAt(uint64 policy) external view returns (Policy memory) {
        return _policies[policy];
    }

    /// @inheritdoc IStructure
    function assignerOf(uint64 circle) external view returns (uint64) {
        uint32 assigner = _configurations[circle].assigner;
        return assigner == 0 ? 0 : Ids.join(Ids.organisationOf(circle), assigner);
    }

    /// @inheritdoc IStructure
    function termsOf(uint64 policy) external view returns (bytes32) {
        return _terms[policy];
    }

    /// @inheritdoc IStructure
    function linkAt(uint64 role) external view returns (Link memory) {
        return _links[role];
    }

    /// @inheritdoc IStructure
    function additionsOf(uint64 circle, uint64 part) external view returns (uint32 revision) {
        return _additions[circle][part];
    }

    /// @inheritdoc IStructure
    function holds(uint64 circle, bytes32 terms) external view returns (bool) {
        return _holding[circle][terms] != 0;
    }

    // ------------------------------------------------------------------ parts

    /// @dev Apply a well-formed list, all or none.
    function _apply(Run memory run, Change[] calldata changes, address[] calldata people) private {
        for (uint256 i = 0; i < changes.length; ++i) {
            Change calldata change = changes[i];
            uint64 target = _resolve(run, change.target);
            ChangeKind kind = change.kind;
            if (kind == ChangeKind.CreateRole) run.created[i] = _createRole(run, target, change, people);
            else if (kind == ChangeKind.AmendRole) _amendRole(run, target, change);
            else if (kind == ChangeKind.RemoveRole) _removeRole(run, target, change.revision, people);
            else if (kind == ChangeKind.AdoptPolicy) run.created[i] = _adoptPolicy(run, target, change);
            else if (kind == ChangeKind.AmendPolicy) _amendPolicy(run, target, change);
            else if (kind == ChangeKind.RepealPolicy) _repealPolicy(run, target, change.revision, people);
            else if (kind == ChangeKind.Configure) _configure(run, target, change);
            else if (kind == ChangeKind.MoveRole) _moveRole(run, target, change, people);
            else if (kind == ChangeKind.MovePolicy) _movePolicy(run, target, change);
            else if (kind == ChangeKind.LimitRole) _limitRole(run, target, change);
            else if (kind == ChangeKind.LinkRole) run.created[i] = _linkRole(run, target, change, people);
            else if (kind == ChangeKind.UnlinkRole) _unlinkRole(run, target, change.revision, people);
            else if (kind == ChangeKind.AddToRole) _addToRole(run, target, change);
            else _changeSpecially(run, change);
        }
        if (run.next != people.length) revert ICircles.WrongPeople(0);
    }

    /// @dev 0 is the circle that decides (in a founding write the anchor), a small number a place in the list. A founding
    /// write reaches its own organisation; a circle reaches what `Circles` finds within it.
    function _resolve(Run memory run, uint64 target) private pure returns (uint64 id) {
        if (target == 0) return run.by == 0 ? Ids.anchorOf(run.organisation) : run.by;
        id = Changes.atPlace(run.created, target);
        if (Ids.organisationOf(id) != run.organisation) revert ICircles.UnknownRole(id);
    }

    function _createRole(
        Run memory run,
        uint64 circle,
        Change calldata change,
        address[] calldata people
    ) private returns (uint64) {
        _requireUnlinked(run, circle);
        (bytes32 before, uint64 id, uint256 used) = _CIRCLES.createRole(run.by, circle, people[run.next:]);
        address[] calldata leads = _next(run, people, used);
        _speak(
            run,
            RoleCreated.selector,
            id,
            abi.encode(before, run.actor, block.timestamp, circle, change.words, change.terms, leads)
        );
        return id;
    }

    function _amendRole(Run memory run, uint64 id, Change calldata change) private {
        bytes32 before = _CIRCLES.amendRole(run.by, id, change.revision);
        _speakWords(run, before, Inscribed.selector, id, uint64(change.revision) + 1, change);
    }

    function _removeRole(Run memory run, uint64 id, uint32 revision, address[] calldata people) private {
        _requireUnlinked(run, id);
        // Whatever follows it goes first, at most four, also what was linked after this was decided.
        for (uint256 rest = _CIRCLES.followersOf(id); rest != 0; rest >>= 64) {
            // Deliberate truncation: the lowest of the word's ids.
            _endLink(run, uint64(rest), people);
        }
        (bytes32 before, uint256 used) = _CIRCLES.removeRole(run.by, id, revision, people[run.next:]);
        address[] calldata seated = _next(run, people, used);
        _speak(run, RoleRemoved.selector, id, abi.encode(before, run.actor, block.timestamp, seated));
    }

    function _moveRole(Run memory run, uint64 id, Change calldata change, address[] calldata people) private {
        uint64 to = _resolve(run, change.place);
        uint64 from = _circleOf(id);
        uint64 around = from == 0 ? 0 : _circleOf(from);
        // Check: one level within the deciding circle, not into itself, neither linked.
        Tree.requireOneLevel(run.by, id, from, around, to, _circleOf(to));
        if (id == to) revert ICircles.WrongMove(id, from, to);
        _requireUnlinked(run, id);
        _requireUnlinked(run, to);
        (bytes32 before, uint256 leading, uint256 used) = _CIRCLES.moveRole(
            id,
            to,
            change.revision,
            people[run.next:]
        );
        address[] calldata leads = _next(run, people, leading);
        address[] calldata seated = _next(run, people, used);
        bytes memory data = abi.encode(
            before,
            run.actor,
            block.timestamp,
            to,
            change.revision + 1,
            seated,
            leads
        );
        _speak(run, RoleMoved.selector, id, data);
    }

    function _limitRole(Run memory run, uint64 id, Change calldata change) private {
        // Safe cast: `Changes` has bounded it by 64.
        uint8 limit = uint8(change.place);
        _requireUnlinked(run, id);
        bytes32 before = _CIRCLES.limitRole(run.by, id, limit, change.revision);
        _speak(
            run,
            RoleLimited.selector,
            id,
            abi.encode(before, run.actor, block.timestamp, limit, change.revision + 1)
        );
    }

    function _linkRole(
        Run memory run,
        uint64 circle,
        Change calldata change,
        address[] calldata people
    ) private returns (uint64 id) {
        uint64 policy = Changes.atPlace(run.created, change.place);
        (Link memory its, uint8 limit) = Links.read(change.terms);
        uint64 source = its.source == 0 ? 0 : Ids.join(run.organisation, its.source);
        // Check: the deciding circle alone, a founding write anywhere; invited; a source that can be followed.
        if (circle != run.by && run.by != 0) revert ICircles.UnknownRole(circle);
        _requireUnlinked(run, circle);
        _requireInvited(run, circle, policy, change.terms);
        (uint256 followers, uint256 fillers) = _followedBy(source, circle);

        // Effect: a role like any other there, which the source's fillers come to fill.
        bytes32 before;
        uint256 used;
        (before, id, used) = _CIRCLES.createRole(run.by, circle, people[run.next:]);
        address[] calldata leads = _next(run, people, used);
        if (people.length < run.next + fillers) revert ICircles.WrongPeople(source);
        address[] calldata seated = _next(run, people, fillers);
        _policies[policy].link = Ids.numberOf(id);
        its.policy = Ids.numberOf(policy);
        _links[id] = its;
        bytes memory data = abi.encode(
            before,
            run.actor,
            block.timestamp,
            circle,
            policy,
            change.terms,
            change.words,
            leads,
            seated
        );
        _speak(run, RoleLinked.selector, id, data);
        // Somebody listed twice fills it already the second time.
        for (uint256 i = 0; i < fillers; ++i) {
            if (!_CIRCLES.fills(source, seated[i])) revert ICircles.WrongPeople(source);
        }
        _CIRCLES.follow(source, (followers << 64) | id, id, limit, run.actor, seated);
    }

    function _unlinkRole(Run memory run, uint64 id, uint32 revision, address[] calldata people) private {
        Link memory its = _links[id];
        if (its.policy == 0) revert ICircles.UnknownRole(id);
        uint64 circle = _circleOf(id);
        uint32 inviting = _policies[Ids.join(run.organisation, its.policy)].circle;
        // Check: of the circle that decides, or in one inside it; or invited by it, or following a role in it.
        bool reached =
            run.by == 0 ||
                run.by == circle ||
                run.by == _circleOf(circle) ||
                run.by == Ids.join(run.organisation, inviting) ||
                (its.source != 0 && run.by == _circleOf(Ids.join(run.organisation, its.source)));
        if (!reached) revert ICircles.UnknownRole(id);
        uint32 current = _roleAt(id).revision;
        if (revision != current) revert ICircles.StaleRevision(id, revision, current);
        // Effect.
        _endLink(run, id, people);
    }

    /// @dev End a link: what is linked goes, with every seat by it.
    function _endLink(Run memory run, uint64 id, address[] calldata people) private {
        Link memory its = _links[id];
        uint32 revision = _roleAt(id).revision;
        delete _links[id];
        _policies[Ids.join(run.organisation, its.policy)].link = 0;
        (bytes32 before, uint256 used) = _CIRCLES.removeRole(_circleOf(id), id, revision, people[run.next:]);
        address[] calldata seated = _next(run, people, used);
        _speak(run, RoleUnlinked.selector, id, abi.encode(before, run.actor, block.timestamp, seated));
        if (its.source == 0) return;
        uint64 source = Ids.join(run.organisation, its.source);
        uint256 followers = Links.without(_CIRCLES.followersOf(source), id);
        _CIRCLES.follow(source, followers, id, 0, run.actor, new address[](0));
    }

    function _addToRole(Run memory run, uint64 circle, Change calldata change) private {
        // Check: its own alone, a founding write any circle's; at this revision.
        if (circle != run.by && run.by != 0) revert ICircles.UnknownRole(circle);
        _circleOf(circle);
        uint32 revision = _additions[circle][change.place];
        if (change.revision != revision) revert ICircles.StaleRevision(circle, change.revision, revision);
        // Effect.
        _additions[circle][change.place] = revision + 1;
        bytes memory data = abi.encode(
            _CIRCLES.head(run.organisation),
            run.actor,
            block.timestamp,
            change.place,
            revision + 1,
            change.words,
            change.terms
        );
        _speak(run, Added.selector, circle, data);
    }

    function _configure(Run memory run, uint64 circle, Change calldata change) private {
        Settings memory settings = change.settings[0];
        // Check: its own settings only, a founding write sets any circle's; at this revision; roles that it may name.
        if (circle != run.by && run.by != 0) revert ICircles.UnknownRole(circle);
        _circleOf(circle);
        uint32 revision = _configurations[circle].revision;
        if (change.revision != revision) revert ICircles.StaleRevision(circle, change.revision, revision);
        settings.admission = _named(run, circle, settings.admission, true, false);
        settings.assigner = _named(run, circle, settings.assigner, true, true);
        settings.appointer = _named(run, circle, settings.appointer, false, true);
        // A right to meetings is an anchor's from its founding, for ever, and then no circle goes without; whether the
        // ratifiers sign amendments of the rules is too.
        uint64 anchor = Ids.anchorOf(run.organisation);
        uint16 founded = _configurations[anchor].flags & (MEETING_RIGHT | RATIFIERS_SIGN);
        uint16 right = founded & MEETING_RIGHT;
        bool kept = settings.flags & (MEETING_RIGHT | RATIFIERS_SIGN) == (circle == anchor ? founded : 0);
        if (!kept || (right != 0 && settings.flags & ASYNC_ONLY != 0)) {
            revert WrongFlags(circle, settings.flags);
        }

        // Effect.
        _configurations[circle] = settings.fromSettings(circle, circle != anchor, revision + 1);
        bytes memory data = abi.encode(
            _CIRCLES.head(run.organisation),
            run.actor,
            block.timestamp,
            revision + 1,
            settings
        );
        _speak(run, SettingsSet.selector, circle, data);
    }

    function _adoptPolicy(Run memory run, uint64 circle, Change calldata change) private returns (uint64 id) {
        // Check: only the deciding circle holds it; a founding write places it anywhere.
        if (circle != run.by && run.by != 0) revert ICircles.UnknownRole(circle);
        _requireUnlinked(run, circle);
        // Effect.
        bytes32 before = _CIRCLES.countPolicy(circle, true);
        id = Ids.join(run.organisation, Chronicle.numberOf(before) + 1);
        _policies[id] = Policy(Ids.numberOf(circle), 1, change.reviewAt, change.tags, 0);
        _setTerms(id, circle, change.terms);
        _speakWords(run, before, PolicyAdopted.selector, id, circle, change);
    }

    function _amendPolicy(Run memory run, uint64 id, Change calldata change) private {
        Policy storage policy = _policyWithin(run, id, change.revision);
        policy.reviewAt = change.reviewAt;
        policy.tags = change.tags;
        _setTerms(id, Ids.join(run.organisation, policy.circle), change.terms);
        ++policy.revision;
        bytes32 before = _CIRCLES.head(run.organisation);
        _speakWords(run, before, Inscribed.selector, id, policy.revision, change);
    }

    function _repealPolicy(Run memory run, uint64 id, uint32 revision, address[] calldata people) private {
        // What it invites goes first, also what was linked after this was decided.
        uint32 link = _policies[id].link;
        if (link != 0) _endLink(run, Ids.join(run.organisation, link), people);
        Policy storage policy = _policyWithin(run, id, revision);
        uint64 circle = Ids.join(run.organisation, policy.circle);
        bytes32 before = _CIRCLES.countPolicy(circle, false);
        delete _policies[id];
        _setTerms(id, circle, 0);
        _speak(run, PolicyRepealed.selector, id, abi.encode(before, run.actor, block.timestamp));
    }

    function _movePolicy(Run memory run, uint64 id, Change calldata change) private {
        uint64 to = _resolve(run, change.place);
        _requireUnlinked(run, to);
        Policy storage policy = _policies[id];
        uint64 from = Ids.join(run.organisation, policy.circle);
        // Check: in force, at this revision, one level within the deciding circle.
        _requirePolicy(id, policy, change.revision);
        Tree.requireOneLevel(run.by, id, from, _circleOf(from), to, _circleOf(to));
        // Effect.
        _CIRCLES.countPolicy(from, false);
        bytes32 before = _CIRCLES.countPolicy(to, true);
        policy.circle = Ids.numberOf(to);
        ++policy.revision;
        bytes32 terms = _terms[id];
        if (terms != 0) {
            _endPower(id);
            --_holding[from][terms];
            ++_holding[to][terms];
        }
        _speak(
            run,
            PolicyMoved.selector,
            id,
            abi.encode(before, run.actor, block.timestamp, to, policy.revision)
        );
    }

    /// @dev One of the changes that stand alone, of an anchor; none that a founding writes.
    function _changeSpecially(Run memory run, Change calldata change) private {
        if (Ids.numberOf(run.by) != Ids.ANCHOR) revert Changes.NotOfAnchor(run.by);
        IFounding(_CIRCLES.founding()).changeSpecially(
            run.organisation,
            run.actor,
            change.kind,
            change.terms,
            change.tags,
            change.revision
        );
    }

    /// @dev A policy in force, in the circle or in one around it, that invites this very link, and by which none stands.
    function _requireInvited(Run memory run, uint64 circle, uint64 policy, bytes32 terms) private view {
        uint64 holder = Ids.join(run.organisation, _policies[policy].circle);
        // One that is not in force has no terms.
        bool invited =
            Ids.organisationOf(policy) == run.organisation &&
                _terms[policy] == Links.inviting(circle, terms) &&
                Outward.reaches(_CIRCLES, circle, holder);
        if (!invited) revert NoInvitation(policy, circle);
        if (_policies[policy].link != 0) revert StillLinked(policy);
    }

    /// @dev What follows a role that one more in `circle` may follow, and how many fill it: a role elsewhere that is no
    /// anchor and follows nothing itself. Nothing and nobody where there is none.
    function _followedBy(
        uint64 source,
        uint64 circle
    ) private view returns (uint256 followers, uint256 fillers) {
        if (source == 0) return (0, 0);
        Role memory role = _roleAt(source);
        followers = _CIRCLES.followersOf(source);
        bool elsewhere = role.depth != 0 && role.circle != 0 && role.circle != Ids.numberOf(circle);
        if (!elsewhere || role.links & (LINKED | APPOINTED) != 0 || !Links.hasRoom(followers)) {
            revert WrongLink(source);
        }
        return (followers, role.fillers);
    }

    /// @dev Nothing is inside a linked role, and governance neither moves nor limits it. The deciding circle is none.
    function _requireUnlinked(Run memory run, uint64 id) private view {
        if (id != run.by && _roleAt(id).links & (LINKED | APPOINTED) != 0) {
            revert ICircles.LinkedRole(id);
        }
    }

    /// @dev Most policies have none: words are written only where they change.
    function _setTerms(uint64 id, uint64 circle, bytes32 terms) private {
        bytes32 former = _terms[id];
        if (former != 0) _endPower(id);
        if (former == terms) return;
        _terms[id] = terms;
        if (former != 0) --_holding[circle][former];
        if (terms != 0) ++_holding[circle][terms];
    }

    /// @dev A power lasts as long as its policy stays as it is.
    function _endPower(uint64 policy) private {
        bytes32 called = _calls[policy];
        if (called == 0) return;
        delete _powers[called];
        delete _calls[policy];
        --_powersIn[Ids.organisationOf(policy)];
    }

    /// @dev A policy of the deciding circle; in a founding write of any circle.
    function _policyWithin(
        Run memory run,
        uint64 id,
        uint32 revision
    ) private view returns (Policy storage policy) {
        policy = _policies[id];
        _requirePolicy(id, policy, revision);
        uint64 circle = Ids.join(run.organisation, policy.circle);
        if (run.by != 0 && circle != run.by) revert UnknownPolicy(id);
        // A role that was removed took its policies along.
        _circleOf(circle);
    }

    function _requirePolicy(uint64 id, Policy storage policy, uint32 written) private view {
        uint32 current = policy.revision;
        if (current == 0) revert UnknownPolicy(id);
        if (written != current) revert ICircles.StaleRevision(id, written, current);
        // While a role is linked by it, it stays as it is.
        if (policy.link != 0) revert StillLinked(id);
    }

    /// @dev Asked for here and not in place, because the same call in many places does not fit into the contract.
    function _circleOf(uint64 role) private view returns (uint64) {
        return _CIRCLES.circleOf(role);
    }

    /// @dev See `_circleOf`.
    function _roleAt(uint64 role) private view returns (Role memory) {
        return _CIRCLES.roleAt(role);
    }

    /// @dev A role that settings name by its id or its place: none; at the anchor any live role of the organisation;
    /// in an inner circle one that stands in it.
    function _named(
        Run memory run,
        uint64 circle,
        uint64 named,
        bool byAnchor,
        bool byInner
    ) private view returns (uint64 role) {
        if (named == 0) return 0;
        role = Changes.atPlace(run.created, named);
        bool isAnchor = Ids.numberOf(circle) == Ids.ANCHOR;
        Role memory word = _roleAt(role);
        bool ours = Ids.organisationOf(role) == run.organisation && word.depth != 0;
        bool may = isAnchor ? byAnchor : byInner && word.circle == Ids.numberOf(circle);
        if (!ours || !may) revert WrongSettings(circle, role);
    }

    function _callOf(address vault, address target, bytes4 selector) private pure returns (bytes32) {
        return keccak256(abi.encode(vault, target, selector));
    }

    function _census(uint64 circle, ICircles.Crowd memory crowd) private view returns (Census memory) {
        Configuration memory settings = _configurationIn(circle);
        return
            Census({
                window: settings.window,
                notice: settings.notice,
                flags: settings.flags,
                attention: settings.attention,
                members: crowd.members,
                epoch: crowd.epoch,
                lastDeparture: crowd.lastDeparture
            });
    }

    /// @dev What holds in a circle: its own, with its anchor's window and notice where it has none; else its anchor's,
    /// without the roles that those name.
    function _configurationIn(uint64 circle) private view returns (Configuration memory own) {
        own = _configurations[circle];
        if (Ids.numberOf(circle) == Ids.ANCHOR) {
            own.flags &= ~WINDOWLESS;
            return own;
        }
        if (own.window != 0 && own.notice != 0) return own;
        Configuration memory outer = _configurations[Ids.anchorOf(Ids.organisationOf(circle))];
        if (own.revision == 0) {
            (outer.admission, outer.assigner, outer.appointer, outer.revision) = (0, 0, 0, 0);
            return outer;
        }
        if (own.window == 0) own.window = outer.window;
        if (own.notice == 0) own.notice = outer.notice;
    }

    /// @dev The next of the listed people, as many as were used.
    function _next(
        Run memory run,
        address[] calldata people,
        uint256 used
    ) private pure returns (address[] calldata) {
        uint256 start = run.next;
        run.next = start + used;
        return people[start:start + used];
    }

    /// @dev Log new words after one number: the circle of a policy, or the revision of what was amended.
    function _speakWords(
        Run memory run,
        bytes32 before,
        bytes32 signature,
        uint64 id,
        uint64 number,
        Change calldata change
    ) private {
        bytes memory data = abi.encode(
            before,
            run.actor,
            block.timestamp,
            number,
            change.words,
            change.reviewAt,
            change.tags,
            change.terms
        );
        _speak(run, signature, id, data);
    }

    function _speak(Run memory run, bytes32 signature, uint64 subject, bytes memory data) private {
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, run.organisation, subject, data);
        _CIRCLES.extendHistory(run.organisation, topicsHash, dataHash);
    }
}
