// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IMatters } from "./interfaces/IMatters.sol";
import { IOffices } from "./interfaces/IOffices.sol";
import { IRulings } from "./interfaces/IRulings.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { Change, ChangeKind, Role } from "./interfaces/Types.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { OneWord } from "./libraries/OneWord.sol";
import { Outward } from "./libraries/Outward.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Rulings
/// @notice What it does, for whom and with which errors: see `IRulings`.
/// @dev It calls `Circles`, its `Structure` and `Offices`, which call nobody but each other and, as views, processes that
/// the organisation has consented to: no function can be re-entered.
contract Rulings is IRulings, ERC2771Context {
    using OneWord for Interpretation;
    using OneWord for Strike;

    ICircles private immutable _CIRCLES;
    IOffices private immutable _OFFICES;
    IStructure private immutable _STRUCTURE;

    mapping(uint64 interpretation => Interpretation) private _interpretations;
    mapping(uint64 strike => Strike) private _strikes;
    /// @dev Who has acted in a matter, and so rules on it no more.
    mapping(uint64 matter => mapping(address person => bool)) private _hasActed;

    /// @param circles The record.
    /// @param offices Who may act.
    constructor(ICircles circles, IOffices offices) ERC2771Context(circles.voice()) {
        _CIRCLES = circles;
        _OFFICES = offices;
        _STRUCTURE = IStructure(circles.structure());
    }

    // ------------------------------------------------------------------ interpretations

    /// @inheritdoc IRulings
    function askInterpretation(
        uint64 circle,
        uint64 object,
        string calldata question
    ) external returns (uint64 id) {
        uint32 organisation = Ids.organisationOf(circle);
        // Check: a partner, a circle that exists, something that there is to be read.
        _requireOpening(organisation);
        _CIRCLES.circleOf(circle);
        uint32 revision = _revisionOf(organisation, object);
        if (revision == 0) revert UnknownObject(object);
        Texts.check(question);

        // Effect.
        bytes32 head;
        (id, head) = _next(organisation);
        uint32 number = Ids.numberOf(circle);
        _interpretations[id].store(
            Interpretation(number, Ids.numberOf(object), revision, number, Step.Asked)
        );
        _say(
            InterpretationAsked.selector,
            id,
            abi.encode(head, _msgSender(), block.timestamp, circle, object, revision, question)
        );
    }

    /// @inheritdoc IRulings
    function interpret(uint64 id, string calldata text) external {
        // Check: asked, the secretary, about what others asked.
        _requireStep(id, Step.Asked);
        _requireActing(id, _rungOf(id), IOffices.Office.Secretary);
        Texts.check(text);

        // Effect.
        _interpretations[id].step = Step.Ruled;
        _say(Interpreted.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp, text));
    }

    /// @inheritdoc IRulings
    function appealInterpretation(uint64 id, string calldata text) external {
        // Check: ruled, a partner, and somebody further out.
        _requireStep(id, Step.Ruled);
        Outward.requirePartner(_CIRCLES, Ids.organisationOf(id), _msgSender());
        uint64 rung = _CIRCLES.circleOf(_rungOf(id));
        if (rung == 0) revert LastRung(id);
        Texts.check(text);

        // Effect.
        Interpretation memory about = _interpretations[id];
        about.rung = Ids.numberOf(rung);
        about.step = Step.Appealed;
        _interpretations[id].store(about);
        _say(
            InterpretationAppealed.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, rung, text)
        );
    }

    /// @inheritdoc IRulings
    function reviewInterpretation(uint64 id, bool upheld, string calldata text) external {
        // Check: appealed, the secretary that it is before, who has not acted in it.
        _requireStep(id, Step.Appealed);
        _requireActing(id, _rungOf(id), IOffices.Office.Secretary);
        Texts.check(text);

        // Effect: a ruling of this circle now, either way.
        _interpretations[id].step = Step.Ruled;
        _say(
            InterpretationReviewed.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, upheld, text)
        );
    }

    // ------------------------------------------------------------------ strikes

    /// @inheritdoc IRulings
    function requestStrike(uint64 circle, uint64 object, string calldata text) external returns (uint64 id) {
        uint32 organisation = Ids.organisationOf(circle);
        // Check: a partner, governance that there is, in the circle or below.
        _requireOpening(organisation);
        uint64 holder = _holderOf(organisation, object);
        if (holder == 0) revert UnknownObject(object);
        if (!Outward.reaches(_CIRCLES, holder, circle)) revert OutOfReach(object, circle);
        Texts.check(text);

        // Effect.
        bytes32 head;
        (id, head) = _next(organisation);
        uint32 revision = _revisionOf(organisation, object);
        _strikes[id].store(Strike(Ids.numberOf(circle), Ids.numberOf(object), revision, 0, Phase.Requested));
        _say(
            StrikeRequested.selector,
            id,
            abi.encode(head, _msgSender(), block.timestamp, circle, object, revision, text)
        );
    }

    /// @inheritdoc IRulings
    function clearGovernance(uint64 id, string calldata text) external {
        // Check: requested, the secretary.
        uint64 circle = _requirePhase(id, Phase.Requested);
        _requireActing(id, circle, IOffices.Office.Secretary);
        Texts.check(text);

        // Effect.
        _strikes[id].phase = Phase.Cleared;
        _say(GovernanceCleared.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp, text));
    }

    /// @inheritdoc IRulings
    function strikeGovernance(
        uint64 id,
        StrikeReason reason,
        string calldata rule,
        string calldata text
    ) external {
        // Check: requested, the secretary, with the rule and the reason.
        uint64 circle = _requirePhase(id, Phase.Requested);
        _requireActing(id, circle, IOffices.Office.Secretary);
        Texts.check(rule);
        Texts.check(text);

        // Effect.
        uint40 deadline = _wait(id, circle, Phase.Struck);
        _say(
            GovernanceStruck.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, reason, deadline, rule, text)
        );
    }

    /// @inheritdoc IRulings
    function appealStrike(uint64 id, string calldata text) external {
        // Check: struck, in time, a partner.
        uint64 circle = _requirePhase(id, Phase.Struck);
        Outward.requirePartner(_CIRCLES, Ids.organisationOf(id), _msgSender());
        Texts.check(text);

        // Effect: the strike waits.
        uint40 deadline = _wait(id, circle, Phase.Contested);
        _say(
            StrikeAppealed.selector,
            id,
            abi.encode(_head(id), _msgSender(), block.timestamp, deadline, text)
        );
    }

    /// @inheritdoc IRulings
    function decideStrike(uint64 id, bool upheld, string calldata text) external {
        // Check: appealed, in time; one circle further out, or at the anchor by its other officer.
        uint64 circle = _requirePhase(id, Phase.Contested);
        uint64 outer = _CIRCLES.circleOf(circle);
        if (outer == 0) _requireActing(id, circle, IOffices.Office.Facilitator);
        else _requireActing(id, outer, IOffices.Office.Secretary);
        Texts.check(text);

        // Effect.
        _strikes[id].phase = upheld ? Phase.Due : Phase.Fallen;
        _say(StrikeDecided.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp, upheld, text));
    }

    /// @inheritdoc IRulings
    function carryOutStrike(uint64 id, address[] calldata people) external {
        // Check: due, by decision or by time; governance that is still there.
        _requirePhase(id, Phase.Due);
        uint32 organisation = Ids.organisationOf(id);
        Strike memory struck = _strikes[id];
        uint64 object = Ids.join(organisation, struck.object);
        uint64 holder = _holderOf(organisation, object);
        if (holder == 0) revert UnknownObject(object);

        // Effect.
        _strikes[id].phase = Phase.Done;
        _speak(StrikeCarriedOut.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp));

        // Interaction: the structure, which trusts this process, and refuses another revision. What whoever fills a role writes
        // in it they amend at once and alone: that does not save it.
        Change[] memory changes = new Change[](1);
        bool role = _CIRCLES.roleAt(object).revision != 0;
        bool linked = role && _STRUCTURE.linkAt(object).policy != 0;
        if (linked) changes[0].kind = ChangeKind.UnlinkRole;
        else changes[0].kind = role ? ChangeKind.RemoveRole : ChangeKind.RepealPolicy;
        changes[0].target = object;
        bool published = !role && !_CIRCLES.roleAt(holder).alive;
        changes[0].revision = published ? _STRUCTURE.policyAt(object).revision : struck.revision;
        _STRUCTURE.enact(holder, _msgSender(), changes, people);
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc IRulings
    function interpretationAt(uint64 id) external view returns (Interpretation memory) {
        return _interpretations[id];
    }

    /// @inheritdoc IRulings
    function strikeAt(uint64 id) external view returns (Strike memory) {
        return _strikes[id];
    }

    /// @inheritdoc IRulings
    function phaseAt(uint64 id) external view returns (Phase) {
        return _phase(_strikes[id]);
    }

    /// @inheritdoc IRulings
    function rulingStands(uint64 id) external view returns (bool) {
        Interpretation memory about = _interpretations[id];
        if (about.step != Step.Ruled && about.step != Step.Appealed) return false;
        uint32 organisation = Ids.organisationOf(id);
        uint64 object = about.object == 0 ? 0 : Ids.join(organisation, about.object);
        return _revisionOf(organisation, object) == about.revision;
    }

    /// @inheritdoc IMatters
    function isBarred(uint64 matter, address person) external view returns (bool) {
        return _hasActed[matter][person];
    }

    // ------------------------------------------------------------------ parts

    /// @dev A notice begins, at the end of which the phase has come to something.
    function _wait(uint64 id, uint64 circle, Phase phase) private returns (uint40 deadline) {
        // Safe cast: seconds since 1970 stay below 2^40, with any notice added.
        deadline = uint40(block.timestamp) + _STRUCTURE.settingsIn(circle).notice;
        Strike memory struck = _strikes[id];
        struck.deadline = deadline;
        struck.phase = phase;
        _strikes[id].store(struck);
    }

    /// @dev Log what somebody asks, rules, appeals against or decides: whoever does rules on it no more.
    function _say(bytes32 signature, uint64 id, bytes memory data) private {
        _hasActed[id][_msgSender()] = true;
        _speak(signature, id, data);
    }

    function _speak(bytes32 signature, uint64 id, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(id);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, id, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    /// @dev The caller acts for the office, and has not acted in this matter before.
    function _requireActing(uint64 id, uint64 circle, IOffices.Office office) private view {
        bool acts = _OFFICES.mayAct(address(this), id, circle, office, _msgSender());
        if (!acts) revert NotActing(circle, uint8(office), _msgSender());
        if (_hasActed[id][_msgSender()]) revert OwnMatter(id, _msgSender());
    }

    /// @dev A partner, of an organisation in which something can be opened here.
    function _requireOpening(uint32 organisation) private view {
        Outward.requireOpening(_CIRCLES, organisation);
        Outward.requirePartner(_CIRCLES, organisation, _msgSender());
    }

    function _requireStep(uint64 id, Step needed) private view {
        Step step = _interpretations[id].step;
        if (step != needed) revert WrongRulingStep(id, step);
    }

    /// @return circle The circle whose secretary was asked.
    function _requirePhase(uint64 id, Phase needed) private view returns (uint64 circle) {
        Strike memory struck = _strikes[id];
        Phase phase = _phase(struck);
        if (phase != needed) revert WrongStrikePhase(id, phase);
        return Ids.join(Ids.organisationOf(id), struck.circle);
    }

    /// @dev The circle whose secretary rules on an interpretation, or has ruled last.
    function _rungOf(uint64 id) private view returns (uint64) {
        return Ids.join(Ids.organisationOf(id), _interpretations[id].rung);
    }

    /// @dev The id of what the next event creates, and the head before it.
    function _next(uint32 organisation) private view returns (uint64 id, bytes32 head) {
        head = _CIRCLES.head(organisation);
        id = Ids.join(organisation, Chronicle.numberOf(head) + 1);
    }

    function _head(uint64 id) private view returns (bytes32) {
        return _CIRCLES.head(Ids.organisationOf(id));
    }

    /// @dev The revision of a live role, a policy in force or (0) the rules; 0 where there is no such thing.
    function _revisionOf(uint32 organisation, uint64 object) private view returns (uint32 revision) {
        if (object == 0) return _CIRCLES.organisationAt(organisation).version;
        if (Ids.organisationOf(object) != organisation) return 0;
        revision = _CIRCLES.roleAt(object).revision;
        if (revision == 0) revision = _STRUCTURE.policyAt(object).revision;
    }

    /// @dev The circle in which a role stands, or which holds a policy; 0 for an anchor, and where there is neither.
    function _holderOf(uint32 organisation, uint64 object) private view returns (uint64) {
        if (Ids.organisationOf(object) != organisation) return 0;
        // A role that was removed keeps the number of the circle in which it stood.
        Role memory role = _CIRCLES.roleAt(object);
        uint32 number = role.depth == 0 ? 0 : role.circle;
        if (number == 0) number = _STRUCTURE.policyAt(object).circle;
        return number == 0 ? 0 : Ids.join(organisation, number);
    }

    /// @dev Where a strike stands now: what the last act said, and what time has made of it.
    function _phase(Strike memory struck) private view returns (Phase phase) {
        phase = struck.phase;
        bool waits = phase == Phase.Struck || phase == Phase.Contested;
        if (!waits || block.timestamp < struck.deadline) return phase;
        return phase == Phase.Struck ? Phase.Due : Phase.Fallen;
    }
}
