// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { ICircles } from "../interfaces/ICircles.sol";
import { Change, ChangeKind, Policy, Role, Settings, Words } from "../interfaces/Types.sol";
import { Ids } from "./Ids.sol";
import { Configuration, Record, Records } from "./Record.sol";
import { Seats } from "./Seats.sol";

/// @title Tree: applying changes to roles, policies and settings
/// @notice A role's circle is fixed when it is created, and nothing can be created inside what does not exist: the
/// tree is rooted at the anchor and has no cycles by construction.
library Tree {
    using Records for Record;
    using Seats for Record;

    /// @dev What the application of one list carries from change to change.
    /// @param organisation Whose list it is.
    /// @param circle The circle that decides; 0 for a founding write, which reaches the whole organisation.
    /// @param actor Whoever caused it.
    /// @param created The role that each change so far has created; 0 for none.
    /// @param next How many of the listed people were used.
    struct Run {
        uint32 organisation;
        uint64 circle;
        address actor;
        uint64[] created;
        uint256 next;
    }

    /// @notice How deep roles may stand; the anchor stands at 1. Nothing walks the tree: this bounds readers.
    uint8 internal constant MOST_DEPTH = 32;
    /// @notice Seats 1 to 191 belong to inner roles.
    uint8 internal constant LAST_SEAT = 191;
    /// @notice The shortest window of a circle.
    uint32 internal constant SHORTEST_WINDOW = 3 days;
    /// @notice The longest window of a circle.
    uint32 internal constant LONGEST_WINDOW = 60 days;

    /// @notice Apply a well-formed list, all or none.
    /// @param circle The circle that decides; 0 for a founding write.
    /// @return created The role that each change created; 0 for none.
    function apply_(
        Record storage self,
        uint32 organisation,
        uint64 circle,
        address actor,
        Change[] calldata changes,
        address[] calldata people
    ) internal returns (uint64[] memory created) {
        created = new uint64[](changes.length);
        Run memory run = Run(organisation, circle, actor, created, 0);
        for (uint256 i = 0; i < changes.length; ++i) {
            Change calldata change = changes[i];
            uint64 target = resolve(run, change.target);
            ChangeKind kind = change.kind;
            if (kind == ChangeKind.CreateRole)
                created[i] = createRole(self, run, target, change.words, people);
            else if (kind == ChangeKind.AmendRole) amendRole(self, run, target, change);
            else if (kind == ChangeKind.RemoveRole) removeRole(self, run, target, change.revision, people);
            else if (kind == ChangeKind.AdoptPolicy) adoptPolicy(self, run, target, change);
            else if (kind == ChangeKind.AmendPolicy) amendPolicy(self, run, target, change);
            else if (kind == ChangeKind.RepealPolicy) repealPolicy(self, run, target, change.revision);
            else configure(self, run, target, change);
        }
        if (run.next != people.length) revert ICircles.WrongPeople(0);
    }

    /// @dev 0 is the circle that decides (in a founding write the anchor), a small number a place in the list.
    function resolve(Run memory run, uint64 target) private pure returns (uint64) {
        if (target == 0) return run.circle == 0 ? Ids.anchorOf(run.organisation) : run.circle;
        return atPlace(run.created, target);
    }

    /// @notice The role that a reference means: one below 2^32 is a place, counted from 1, in a list that created.
    function atPlace(uint64[] memory created, uint64 target) internal pure returns (uint64) {
        if (Ids.organisationOf(target) != 0) return target;
        if (target == 0 || target > created.length || created[target - 1] == 0) {
            revert ICircles.UnknownPlace(target);
        }
        return created[target - 1];
    }

    /// @dev Whether the deciding circle may change a role as a part of it; an anchor is a part of itself.
    function isWithin(Record storage self, Run memory run, uint64 role) private view returns (bool) {
        if (Ids.organisationOf(role) != run.organisation) return false;
        if (run.circle == 0) return true;
        uint64 circle = self.circleOf(role);
        return circle == 0 ? role == run.circle : circle == run.circle;
    }

    function roleWithin(
        Record storage self,
        Run memory run,
        uint64 id
    ) private view returns (Role storage role) {
        role = self.roleOrRevert(id);
        if (!isWithin(self, run, id)) revert ICircles.UnknownRole(id);
    }

    function policyWithin(
        Record storage self,
        Run memory run,
        uint64 id
    ) private view returns (Policy storage policy) {
        policy = self.policy[id];
        bool within = run.circle == 0 || Ids.join(run.organisation, policy.circle) == run.circle;
        if (policy.revision == 0 || Ids.organisationOf(id) != run.organisation || !within) {
            revert ICircles.UnknownPolicy(id);
        }
    }

    function requireRevision(uint64 object, uint32 written, uint32 current) private pure {
        if (written != current) revert ICircles.StaleRevision(object, written, current);
    }

    function createRole(
        Record storage self,
        Run memory run,
        uint64 circle,
        Words calldata words,
        address[] calldata people
    ) private returns (uint64 id) {
        Role storage outer = self.roleOrRevert(circle);
        // Check: the deciding circle itself, or a role in it that has never had a role inside.
        if (circle != run.circle && (!isWithin(self, run, circle) || (run.circle != 0 && outer.alive))) {
            revert ICircles.UnknownRole(circle);
        }
        if (outer.depth == MOST_DEPTH) revert ICircles.TooDeep(circle);

        // Effect: the circle comes alive, the role takes its lowest free seat.
        address[] calldata leads = people[0:0];
        if (!outer.alive) {
            leads = nextPeople(run, people, circle, outer.fillers);
            outer.alive = true;
            for (uint256 i = 0; i < leads.length; ++i) {
                bool twice = self.holds(circle, leads[i], Seats.LEAD);
                if (twice || !self.fills(circle, leads[i])) revert ICircles.WrongPeople(circle);
                self.take(circle, leads[i], Seats.LEAD);
            }
        }
        ++outer.inner;
        id = self.nextId(run.organisation);
        Role storage role = self.role[id];
        role.circle = Ids.numberOf(circle);
        role.revision = 1;
        role.seat = takeSeat(self, circle);
        role.depth = outer.depth + 1;
        self.log(
            ICircles.RoleCreated.selector,
            run.organisation,
            id,
            abi.encode(self.heads[run.organisation], run.actor, block.timestamp, circle, words, leads)
        );
    }

    /// @dev The lowest seat that no live role of the circle takes.
    function takeSeat(Record storage self, uint64 circle) private returns (uint8) {
        uint256 taken = self.seatsTaken[circle] | 1;
        // All 256 bits are never taken, so that the lowest free one exists: seats above the last stay free.
        uint256 lowest = ~taken & (taken + 1);
        uint256 seat = Math.log2(lowest);
        if (seat > LAST_SEAT) revert ICircles.CircleFull(circle);
        self.seatsTaken[circle] = taken | lowest;
        // Safe cast: at most LAST_SEAT.
        return uint8(seat);
    }

    function amendRole(Record storage self, Run memory run, uint64 id, Change calldata change) private {
        Role storage role = roleWithin(self, run, id);
        requireRevision(id, change.revision, role.revision);
        sayWords(self, run, ICircles.Inscribed.selector, id, ++role.revision, change);
    }

    function removeRole(
        Record storage self,
        Run memory run,
        uint64 id,
        uint32 revision,
        address[] calldata people
    ) private {
        // Check: in the deciding circle, not an anchor, at this revision, empty, with all its fillers listed.
        Role storage role = roleWithin(self, run, id);
        uint64 circle = self.circleOf(id);
        if (circle == 0) revert ICircles.UnknownRole(id);
        requireRevision(id, revision, role.revision);
        if (role.inner != 0 || role.policies != 0) revert ICircles.NotEmpty(id);
        address[] calldata fillers = nextPeople(run, people, id, role.fillers);

        // Effect: everybody is unseated, so the seat is provably empty and can be taken again.
        for (uint256 i = 0; i < fillers.length; ++i) {
            if (!self.fills(id, fillers[i])) revert ICircles.WrongPeople(id);
            self.unseat(id, fillers[i]);
        }
        self.seatsTaken[circle] &= ~(uint256(1) << role.seat);
        --self.role[circle].inner;
        delete self.role[id];
        self.log(
            ICircles.RoleRemoved.selector,
            run.organisation,
            id,
            abi.encode(self.heads[run.organisation], run.actor, block.timestamp, fillers)
        );
    }

    /// @dev The next `count` of the listed people, all who fill `role`.
    function nextPeople(
        Run memory run,
        address[] calldata people,
        uint64 role,
        uint8 count
    ) private pure returns (address[] calldata) {
        uint256 start = run.next;
        if (people.length - start < count) revert ICircles.WrongPeople(role);
        run.next = start + count;
        return people[start:start + count];
    }

    function adoptPolicy(Record storage self, Run memory run, uint64 circle, Change calldata change) private {
        // Check: only the deciding circle holds it; a founding write places it anywhere.
        Role storage holder = self.roleOrRevert(circle);
        if (circle != run.circle && (run.circle != 0 || !isWithin(self, run, circle))) {
            revert ICircles.UnknownRole(circle);
        }
        // Effect.
        ++holder.policies;
        uint64 id = self.nextId(run.organisation);
        self.policy[id] = Policy(Ids.numberOf(circle), 1, change.reviewAt);
        sayWords(self, run, ICircles.PolicyAdopted.selector, id, circle, change);
    }

    function amendPolicy(Record storage self, Run memory run, uint64 id, Change calldata change) private {
        Policy storage policy = policyWithin(self, run, id);
        requireRevision(id, change.revision, policy.revision);
        policy.reviewAt = change.reviewAt;
        sayWords(self, run, ICircles.Inscribed.selector, id, ++policy.revision, change);
    }

    function repealPolicy(Record storage self, Run memory run, uint64 id, uint32 revision) private {
        Policy storage policy = policyWithin(self, run, id);
        requireRevision(id, revision, policy.revision);
        --self.role[Ids.join(run.organisation, policy.circle)].policies;
        delete self.policy[id];
        self.say(ICircles.PolicyRepealed.selector, id, run.actor);
    }

    /// @dev Log new words after one number: the circle of a policy, or the revision of what was amended.
    function sayWords(
        Record storage self,
        Run memory run,
        bytes32 signature,
        uint64 id,
        uint64 number,
        Change calldata change
    ) private {
        bytes memory data = abi.encode(
            self.heads[run.organisation],
            run.actor,
            block.timestamp,
            number,
            change.words,
            change.reviewAt
        );
        self.log(signature, run.organisation, id, data);
    }

    function configure(Record storage self, Run memory run, uint64 circle, Change calldata change) private {
        // Check: its own settings only; a founding write sets any circle's.
        self.roleOrRevert(circle);
        if (circle != run.circle && (run.circle != 0 || !isWithin(self, run, circle))) {
            revert ICircles.UnknownRole(circle);
        }
        requireRevision(circle, change.revision, self.configuration[circle].revision);
        Settings memory settings = change.settings;
        settings.admission = settingRole(self, run, circle, settings.admission);
        settings.assigner = settingRole(self, run, circle, settings.assigner);
        // Effect.
        setSettings(self, circle, settings);
        self.log(
            ICircles.SettingsSet.selector,
            run.organisation,
            circle,
            abi.encode(
                self.heads[run.organisation],
                run.actor,
                block.timestamp,
                self.configuration[circle].revision,
                settings
            )
        );
    }

    /// @dev A role that settings name: none, or a live role of the organisation, named by its anchor.
    function settingRole(
        Record storage self,
        Run memory run,
        uint64 circle,
        uint64 named
    ) private view returns (uint64 role) {
        if (named == 0) return 0;
        role = atPlace(run.created, named);
        bool isAnchor = Ids.numberOf(circle) == Ids.ANCHOR;
        if (!isAnchor || Ids.organisationOf(role) != run.organisation || self.role[role].depth == 0) {
            revert ICircles.WrongSettings(circle, role);
        }
    }

    /// @notice Store the settings of a circle and raise their revision. The roles in them are the caller's to check.
    function setSettings(Record storage self, uint64 circle, Settings memory settings) internal {
        bool isAnchor = Ids.numberOf(circle) == Ids.ANCHOR;
        uint32 window = settings.window;
        if ((window < SHORTEST_WINDOW || window > LONGEST_WINDOW) && (window != 0 || isAnchor)) {
            revert ICircles.WindowOutOfBounds(circle, window);
        }
        self.configuration[circle] = Configuration({
            window: window,
            admission: settings.admission,
            assigner: settings.assigner,
            revision: self.configuration[circle].revision + 1
        });
    }
}
