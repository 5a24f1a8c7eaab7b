// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IMatters } from "./interfaces/IMatters.sol";
import { IOffices } from "./interfaces/IOffices.sol";
import { IRulings } from "./interfaces/IRulings.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { Change, ChangeKind, PartnerStatus, Policy, Role, Settings, Words } from "./interfaces/Types.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Rulings
/// @notice What it does, for whom and with which errors: see `IRulings`.
/// @dev It calls only `Circles`, its structure and `Offices`, which call nobody but each other: no function can be re-entered.
contract Rulings is IRulings, IMatters, ERC2771Context {
    ICircles private immutable _CIRCLES;
    IOffices private immutable _OFFICES;
    IStructure private immutable _STRUCTURE;

    mapping(uint64 matter => Matter) private _matters;
    /// @dev Whoever asked, and whoever has judged it: nobody of them judges it again.
    mapping(uint64 matter => mapping(address person => bool)) private _concerned;

    /// @param circles The record.
    /// @param offices Who acts as secretary.
    constructor(ICircles circles, IOffices offices) ERC2771Context(circles.voice()) {
        _CIRCLES = circles;
        _OFFICES = offices;
        _STRUCTURE = IStructure(circles.structure());
    }

    // ------------------------------------------------------------------ asking

    /// @inheritdoc IRulings
    function askRuling(
        uint64 circle,
        uint64 subject,
        uint32 revision,
        string calldata text
    ) external returns (uint64 id) {
        // Check: a circle; something in force, or the rules of this version.
        _CIRCLES.circleOf(circle);
        if (!_isInForce(circle, subject, revision)) revert WrongMatter(subject, revision);
        // Effect.
        return _ask(circle, subject, revision, false, text);
    }

    /// @inheritdoc IRulings
    function askStrike(
        uint64 circle,
        uint64 subject,
        uint32 revision,
        uint64[] calldata path,
        string calldata text
    ) external returns (uint64 id) {
        // Check: something in force, in the circle or in one inside it.
        bool named = subject != 0 && _isInForce(circle, subject, revision);
        uint64 reached = named ? _holderOf(subject) : 0;
        for (uint256 i = 0; i < path.length && named; ++i) {
            named = _CIRCLES.circleOf(reached) == path[i];
            reached = path[i];
        }
        if (!named || reached == 0 || reached != circle) revert WrongMatter(subject, revision);
        // Effect.
        return _ask(circle, subject, revision, true, text);
    }

    // ------------------------------------------------------------------ ruling

    /// @inheritdoc IRulings
    function interpret(uint64 id, string calldata text) external {
        // Check: a question that waits, and the secretary it is before.
        Matter memory matter = _load(id, Phase.Asked, false);
        _requireRuler(id, matter, IOffices.Office.Secretary);
        Texts.check(text);
        // Effect.
        _matters[id].phase = Phase.Ruled;
        _concerned[id][_msgSender()] = true;
        bytes memory data = abi.encode(
            _head(id),
            _msgSender(),
            block.timestamp,
            _circle(id, matter.rung),
            text
        );
        _speak(Interpreted.selector, id, data);
    }

    /// @inheritdoc IRulings
    function refuseStrike(uint64 id, string calldata text) external {
        // Check: a strike that was asked for, and the secretary it is before.
        Matter memory matter = _load(id, Phase.Asked, true);
        _requireRuler(id, matter, IOffices.Office.Secretary);
        Texts.check(text);
        // Effect.
        _matters[id].phase = Phase.Refused;
        _speak(StrikeRefused.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp, text));
    }

    /// @inheritdoc IRulings
    function strike(uint64 id, StrikeReason reason, string calldata text) external {
        // Check: a strike that was asked for, and the secretary it is before.
        Matter memory matter = _load(id, Phase.Asked, true);
        _requireRuler(id, matter, IOffices.Office.Secretary);
        Texts.check(text);
        // Effect: nobody is further out than the anchor, so that there a second person judges.
        bool last = matter.rung == Ids.ANCHOR;
        uint40 deadline = last ? 0 : _deadline(id, matter);
        _matters[id].phase = last ? Phase.Seconding : Phase.Struck;
        _matters[id].deadline = deadline;
        _concerned[id][_msgSender()] = true;
        _speak(
            StrikeRuled.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, reason, deadline, text)
        );
    }

    /// @inheritdoc IRulings
    function secondStrike(uint64 id) external {
        // Check: struck by the anchor's secretary; its facilitator, another person.
        Matter memory matter = _load(id, Phase.Seconding, true);
        _requireRuler(id, matter, IOffices.Office.Facilitator);
        // Effect: notice is given all the same.
        uint40 deadline = _deadline(id, matter);
        _matters[id].phase = Phase.Struck;
        _matters[id].deadline = deadline;
        bytes memory data = abi.encode(_head(id), _msgSender(), block.timestamp, deadline);
        _speak(StrikeSeconded.selector, id, data);
    }

    // ------------------------------------------------------------------ appeals

    /// @inheritdoc IRulings
    function appealRuling(uint64 id, string calldata text) external {
        Matter memory matter = _matters[id];
        // Check: a partner; ruled, or struck and in time; a circle further out.
        _requirePartner(Ids.organisationOf(id));
        bool ruled = matter.phase == Phase.Ruled;
        if (!ruled && matter.phase != Phase.Struck) revert WrongRulingPhase(id, matter.phase);
        if (!ruled && block.timestamp >= matter.deadline) revert WrongRulingTime(id, matter.deadline);
        uint64 outer = _CIRCLES.circleOf(_circle(id, matter.rung));
        if (outer == 0) revert NoFurther(id);
        Texts.check(text);
        // Effect.
        matter.rung = Ids.numberOf(outer);
        matter.phase = ruled ? Phase.Asked : Phase.Appealed;
        matter.deadline = ruled ? 0 : _deadline(id, matter);
        _matters[id] = matter;
        _speak(
            RulingAppealed.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, outer, matter.deadline, text)
        );
    }

    /// @inheritdoc IRulings
    function decideStrike(uint64 id, bool upheld, string calldata text) external {
        // Check: appealed, in time; the secretary it is before.
        Matter memory matter = _load(id, Phase.Appealed, true);
        if (block.timestamp >= matter.deadline) revert WrongRulingTime(id, matter.deadline);
        _requireRuler(id, matter, IOffices.Office.Secretary);
        Texts.check(text);
        // Effect: upheld at the anchor it is final at once, elsewhere when nobody appeals further.
        bool last = matter.rung == Ids.ANCHOR;
        uint40 deadline = 0;
        if (upheld) deadline = last ? uint40(block.timestamp) : _deadline(id, matter);
        _matters[id].phase = upheld ? Phase.Struck : Phase.Fallen;
        _matters[id].deadline = deadline;
        _concerned[id][_msgSender()] = true;
        _speak(
            StrikeDecided.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, upheld, deadline, text)
        );
    }

    /// @inheritdoc IRulings
    function carryOut(uint64 id, address[] calldata people) external {
        // Check: struck, no appeal in time, and what was struck stands as it stood. Anyone may: it is decided.
        Matter memory matter = _load(id, Phase.Struck, true);
        if (block.timestamp < matter.deadline) revert WrongRulingTime(id, matter.deadline);
        uint64 subject = _circle(id, matter.subject);
        if (!_isInForce(subject, subject, matter.revision)) revert WrongMatter(subject, matter.revision);

        // Effect.
        _matters[id].phase = Phase.Done;
        _speak(StrikeCarriedOut.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp));

        // Interaction: the record, which trusts this process and calls nobody.
        Words memory nothing;
        Change[] memory changes = new Change[](1);
        changes[0] = Change({
            kind: _isPolicy(subject) ? ChangeKind.RepealPolicy : ChangeKind.RemoveRole,
            target: subject,
            place: 0,
            revision: matter.revision,
            words: nothing,
            reviewAt: 0,
            tags: 0,
            settings: new Settings[](0),
            terms: 0
        });
        _STRUCTURE.enact(_holderOf(subject), _msgSender(), changes, people);
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc IRulings
    function phaseOfRuling(uint64 id) external view returns (Phase) {
        Matter memory matter = _matters[id];
        bool silent = matter.phase == Phase.Appealed && block.timestamp >= matter.deadline;
        return silent ? Phase.Fallen : matter.phase;
    }

    /// @inheritdoc IRulings
    function matterAt(uint64 id) external view returns (Matter memory) {
        return _matters[id];
    }

    /// @inheritdoc IRulings
    function standsAsPrecedent(uint64 id) external view returns (bool) {
        Matter memory matter = _matters[id];
        if (matter.phase != Phase.Ruled) return false;
        uint64 subject = matter.subject == 0 ? 0 : _circle(id, matter.subject);
        return _isInForce(_circle(id, matter.circle), subject, matter.revision);
    }

    /// @inheritdoc IMatters
    function isBarred(uint64 id, address person) external view returns (bool) {
        return _concerned[id][person];
    }

    // ------------------------------------------------------------------ parts

    function _ask(
        uint64 circle,
        uint64 subject,
        uint32 revision,
        bool toStrike,
        string calldata text
    ) private returns (uint64 id) {
        uint32 organisation = Ids.organisationOf(circle);
        _requirePartner(organisation);
        Texts.check(text);
        bytes32 head = _CIRCLES.head(organisation);
        id = Ids.join(organisation, Chronicle.numberOf(head) + 1);
        _matters[id] = Matter({
            circle: Ids.numberOf(circle),
            subject: Ids.numberOf(subject),
            revision: revision,
            rung: Ids.numberOf(circle),
            deadline: 0,
            phase: Phase.Asked,
            strike: toStrike
        });
        _concerned[id][_msgSender()] = true;
        _speak(
            Asked.selector,
            id,
            abi.encode(head, _msgSender(), block.timestamp, circle, subject, revision, toStrike, text)
        );
    }

    function _speak(bytes32 signature, uint64 id, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(id);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, id, data);
        _CIRCLES.speak(organisation, topicsHash, dataHash);
    }

    function _load(uint64 id, Phase phase, bool toStrike) private view returns (Matter memory matter) {
        matter = _matters[id];
        if (matter.phase != phase || matter.strike != toStrike) revert WrongRulingPhase(id, matter.phase);
    }

    /// @dev Whoever acts for an office of the rung in this matter, and is not concerned in it.
    function _requireRuler(uint64 id, Matter memory matter, IOffices.Office office) private view {
        uint64 rung = _circle(id, matter.rung);
        if (!_OFFICES.mayAct(address(this), id, rung, office, _msgSender())) {
            revert NotRuler(rung, _msgSender());
        }
        if (_concerned[id][_msgSender()]) revert OwnRuling(id, _msgSender());
    }

    function _requirePartner(uint32 organisation) private view {
        bool agreed = _CIRCLES.partnerAt(organisation, _msgSender()).status == PartnerStatus.Agreed;
        if (!agreed) revert NotAPartner(organisation, _msgSender());
    }

    /// @dev Whether a role or policy of the organisation is in force at this revision; without one, whether its rules are of
    /// this version.
    function _isInForce(uint64 circle, uint64 subject, uint32 revision) private view returns (bool) {
        uint32 organisation = Ids.organisationOf(circle);
        if (subject == 0) return _CIRCLES.organisationAt(organisation).version == revision;
        if (Ids.organisationOf(subject) != organisation || revision == 0) return false;
        uint32 current = _STRUCTURE.policyAt(subject).revision;
        return (current == 0 ? _CIRCLES.roleAt(subject).revision : current) == revision;
    }

    function _isPolicy(uint64 subject) private view returns (bool) {
        return _STRUCTURE.policyAt(subject).revision != 0;
    }

    /// @dev The circle that holds a policy, or in which a role stands; 0 for an anchor, which nobody strikes.
    function _holderOf(uint64 subject) private view returns (uint64) {
        Policy memory policy = _STRUCTURE.policyAt(subject);
        if (policy.revision != 0) return Ids.join(Ids.organisationOf(subject), policy.circle);
        Role memory role = _CIRCLES.roleAt(subject);
        return role.circle == 0 ? 0 : Ids.join(Ids.organisationOf(subject), role.circle);
    }

    function _deadline(uint64 id, Matter memory matter) private view returns (uint40) {
        // Safe cast: seconds since 1970 stay below 2^40, with any notice added.
        return uint40(block.timestamp) + _STRUCTURE.census(_circle(id, matter.circle)).notice;
    }

    function _head(uint64 id) private view returns (bytes32) {
        return _CIRCLES.head(Ids.organisationOf(id));
    }

    function _circle(uint64 id, uint32 number) private pure returns (uint64) {
        return Ids.join(Ids.organisationOf(id), number);
    }
}
