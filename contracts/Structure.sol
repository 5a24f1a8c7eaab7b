// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ICircles } from "./interfaces/ICircles.sol";
import { IFounding } from "./interfaces/IFounding.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import {
    ASYNC_ONLY,
    Change,
    ChangeKind,
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
import { Tree } from "./libraries/Tree.sol";

/// @title Structure
/// @notice What it does, for whom and with which errors: see `IStructure`.
/// @dev Deployed by `Circles`, which trusts it, and calls only `Circles`: no function can be re-entered.
contract Structure is IStructure {
    using Configurations for Configuration;
    using Configurations for Settings;

    /// @dev What the application of one list carries from change to change.
    /// @param organisation Whose list it is.
    /// @param by The circle that decides; 0 for a founding write, which reaches the whole organisation.
    /// @param actor Whoever caused it.
    /// @param created The role that each change so far has created; 0 for none.
    /// @param next How many of the listed people were used.
    struct Run {
        uint32 organisation;
        uint64 by;
        address actor;
        uint64[] created;
        uint256 next;
    }

    ICircles private immutable _CIRCLES;

    mapping(uint64 policy => Policy) private _policies;
    mapping(uint64 policy => bytes32) private _terms;
    mapping(uint64 circle => Configuration) private _configurations;

    /// @dev The deployer is the record.
    constructor() {
        _CIRCLES = ICircles(msg.sender);
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
        _CIRCLES.exercise(organisation, msg.sender, Changes.bitsNeeded(changes));
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

    // ------------------------------------------------------------------ what is true

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
            else if (kind == ChangeKind.AdoptPolicy) _adoptPolicy(run, target, change);
            else if (kind == ChangeKind.AmendPolicy) _amendPolicy(run, target, change);
            else if (kind == ChangeKind.RepealPolicy) _repealPolicy(run, target, change.revision);
            else if (kind == ChangeKind.Configure) _configure(run, target, change);
            else if (kind == ChangeKind.MoveRole) _moveRole(run, target, change, people);
            else if (kind == ChangeKind.MovePolicy) _movePolicy(run, target, change);
            else if (kind == ChangeKind.LimitRole) _limitRole(run, target, change);
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
        (bytes32 before, uint64 id, uint256 used) = _CIRCLES.createRole(run.by, circle, people[run.next:]);
        address[] calldata leads = _next(run, people, used);
        _speak(
            run,
            RoleCreated.selector,
            id,
            abi.encode(before, run.actor, block.timestamp, circle, change.words, leads)
        );
        return id;
    }

    function _amendRole(Run memory run, uint64 id, Change calldata change) private {
        bytes32 before = _CIRCLES.amendRole(run.by, id, change.revision);
        _speakWords(run, before, Inscribed.selector, id, uint64(change.revision) + 1, change);
    }

    function _removeRole(Run memory run, uint64 id, uint32 revision, address[] calldata people) private {
        (bytes32 before, uint256 used) = _CIRCLES.removeRole(run.by, id, revision, people[run.next:]);
        address[] calldata seated = _next(run, people, used);
        _speak(run, RoleRemoved.selector, id, abi.encode(before, run.actor, block.timestamp, seated));
    }

    function _moveRole(Run memory run, uint64 id, Change calldata change, address[] calldata people) private {
        uint64 to = _resolve(run, change.place);
        (bytes32 before, uint256 leading, uint256 used) = _CIRCLES.moveRole(
            run.by,
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
        bytes32 before = _CIRCLES.limitRole(run.by, id, limit, change.revision);
        _speak(
            run,
            RoleLimited.selector,
            id,
            abi.encode(before, run.actor, block.timestamp, limit, change.revision + 1)
        );
    }

    function _configure(Run memory run, uint64 circle, Change calldata change) private {
        Settings memory settings = change.settings[0];
        // Check: its own settings only, a founding write sets any circle's; at this revision; roles that it may name.
        if (circle != run.by && run.by != 0) revert ICircles.UnknownRole(circle);
        _CIRCLES.circleOf(circle);
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

    function _adoptPolicy(Run memory run, uint64 circle, Change calldata change) private {
        // Check: only the deciding circle holds it; a founding write places it anywhere.
        if (circle != run.by && run.by != 0) revert ICircles.UnknownRole(circle);
        // Effect.
        bytes32 before = _CIRCLES.countPolicy(circle, true);
        uint64 id = Ids.join(run.organisation, Chronicle.numberOf(before) + 1);
        _policies[id] = Policy(Ids.numberOf(circle), 1, change.reviewAt, change.tags);
        _setTerms(id, change.terms);
        _speakWords(run, before, PolicyAdopted.selector, id, circle, change);
    }

    function _amendPolicy(Run memory run, uint64 id, Change calldata change) private {
        Policy storage policy = _policyWithin(run, id, change.revision);
        policy.reviewAt = change.reviewAt;
        policy.tags = change.tags;
        _setTerms(id, change.terms);
        ++policy.revision;
        bytes32 before = _CIRCLES.head(run.organisation);
        _speakWords(run, before, Inscribed.selector, id, policy.revision, change);
    }

    function _repealPolicy(Run memory run, uint64 id, uint32 revision) private {
        Policy storage policy = _policyWithin(run, id, revision);
        bytes32 before = _CIRCLES.countPolicy(Ids.join(run.organisation, policy.circle), false);
        delete _policies[id];
        _setTerms(id, 0);
        _speak(run, PolicyRepealed.selector, id, abi.encode(before, run.actor, block.timestamp));
    }

    function _movePolicy(Run memory run, uint64 id, Change calldata change) private {
        uint64 to = _resolve(run, change.place);
        Policy storage policy = _policies[id];
        uint64 from = Ids.join(run.organisation, policy.circle);
        // Check: in force, at this revision, one level within the deciding circle.
        _requirePolicy(id, policy, change.revision);
        Tree.requireOneLevel(run.by, id, from, _CIRCLES.circleOf(from), to, _CIRCLES.circleOf(to));
        // Effect.
        _CIRCLES.countPolicy(from, false);
        bytes32 before = _CIRCLES.countPolicy(to, true);
        policy.circle = Ids.numberOf(to);
        ++policy.revision;
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
        uint32 organisation = run.organisation;
        uint32 revision = change.revision;
        // Safe casts: `Changes` has bounded the terms by 2^160 where they are an address.
        address named = address(uint160(uint256(change.terms)));
        if (change.kind == ChangeKind.SetProcess) {
            (bytes32 before, uint40 endsAt) = _CIRCLES.setProcess(organisation, named, change.tags, revision);
            bytes memory data = abi.encode(
                before,
                run.actor,
                block.timestamp,
                named,
                change.tags,
                endsAt,
                revision + 1
            );
            _speak(run, ProcessSet.selector, run.by, data);
        } else if (change.kind == ChangeKind.SetTreasury) {
            bytes32 before = _CIRCLES.setTreasury(organisation, named, revision);
            bytes memory data = abi.encode(before, run.actor, block.timestamp, named, revision + 1);
            _speak(run, TreasurySet.selector, run.by, data);
        } else {
            bytes32 terms = change.terms;
            IFounding(_CIRCLES.founding()).amend(organisation, run.actor, terms, change.tags, revision);
        }
    }

    /// @dev Most policies have none: a word is written only where it changes.
    function _setTerms(uint64 id, bytes32 terms) private {
        if (_terms[id] != terms) _terms[id] = terms;
    }

    /// @dev A policy of the deciding circle; in a founding write of any circle.
    function _policyWithin(
        Run memory run,
        uint64 id,
        uint32 revision
    ) private view returns (Policy storage policy) {
        policy = _policies[id];
        _requirePolicy(id, policy, revision);
        bool within = run.by == 0 || Ids.join(run.organisation, policy.circle) == run.by;
        if (!within) revert UnknownPolicy(id);
    }

    function _requirePolicy(uint64 id, Policy storage policy, uint32 written) private view {
        uint32 current = policy.revision;
        if (current == 0) revert UnknownPolicy(id);
        if (written != current) revert ICircles.StaleRevision(id, written, current);
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
        Role memory word = _CIRCLES.roleAt(role);
        bool ours = Ids.organisationOf(role) == run.organisation && word.depth != 0;
        bool may = isAnchor ? byAnchor : byInner && word.circle == Ids.numberOf(circle);
        if (!ours || !may) revert WrongSettings(circle, role);
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
        _CIRCLES.speak(run.organisation, topicsHash, dataHash);
    }
}
