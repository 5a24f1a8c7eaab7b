// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import { IBreakdowns } from "./interfaces/IBreakdowns.sol";
import { ICircles } from "./interfaces/ICircles.sol";
import { IMatters } from "./interfaces/IMatters.sol";
import { IOffices } from "./interfaces/IOffices.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { OneWord } from "./libraries/OneWord.sol";
import { Outward } from "./libraries/Outward.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Breakdowns
/// @notice What it does, for whom and with which errors: see `IBreakdowns`.
/// @dev It calls `Circles` and `Offices`, which call back only its views: no function can be re-entered.
contract Breakdowns is IBreakdowns, ERC2771Context {
    using OneWord for Breakdown;

    /// @dev How long there is to restore due process before anyone carries it further out.
    uint40 private constant TIME_TO_RESTORE = 30 days;

    ICircles private immutable _CIRCLES;
    IOffices private immutable _OFFICES;

    mapping(uint64 circle => Breakdown) private _breakdowns;

    /// @param circles The record.
    /// @param offices Who may act, and who is told.
    constructor(ICircles circles, IOffices offices) ERC2771Context(circles.voice()) {
        _CIRCLES = circles;
        _OFFICES = offices;
    }

    // ------------------------------------------------------------------ declaring

    /// @inheritdoc IBreakdowns
    function askAudit(uint64 circle, string calldata text) external {
        uint32 organisation = Ids.organisationOf(circle);
        // Check: a partner of an organisation that is founded, a circle that exists.
        Outward.requireOpening(_CIRCLES, organisation);
        Outward.requirePartner(_CIRCLES, organisation, _msgSender());
        _CIRCLES.circleOf(circle);
        Texts.check(text);

        // Effect: a line of the record.
        _speak(AuditAsked.selector, circle, abi.encode(_head(circle), _msgSender(), block.timestamp, text));
    }

    /// @inheritdoc IBreakdowns
    function declareBreakdown(
        uint64 circle,
        uint64 by,
        BreakdownReason reason,
        string calldata text
    ) external {
        // Check: not yet; a reason that somebody declares; whose word it takes, in the circle or further out.
        Outward.requireOpening(_CIRCLES, Ids.organisationOf(circle));
        if (_breakdowns[circle].due != 0) revert AlreadyInBreakdown(circle);
        if (reason == BreakdownReason.Unresolved) revert UndeclarableReason(circle, reason);
        bool declares = _acts(circle, by, IOffices.Office.Facilitator);
        if (reason == BreakdownReason.FailedGovernance) declares = declares && by == circle;
        else declares = declares || _acts(circle, by, IOffices.Office.Secretary);
        if (!declares || !Outward.reaches(_CIRCLES, circle, by)) {
            revert NotDeclarer(circle, by, _msgSender());
        }
        Texts.check(text);

        // Effect.
        _begin(circle, by, reason, text);
    }

    /// @inheritdoc IBreakdowns
    function escalateBreakdown(uint64 circle) external {
        // Check: lasting too long, in a circle that another is around, which is not in breakdown yet.
        Breakdown memory standing = _load(circle);
        if (block.timestamp < standing.due) revert NotDue(circle, standing.due);
        uint64 outer = _CIRCLES.circleOf(circle);
        if (outer == 0) revert IsAnchor(circle);
        if (_breakdowns[outer].due != 0) revert AlreadyInBreakdown(outer);

        // Effect: whoever restores the outer circle has as long for this one.
        _breakdowns[circle].due = _dueFromNow();
        _begin(outer, circle, BreakdownReason.Unresolved, "");
    }

    // ------------------------------------------------------------------ restoring

    /// @inheritdoc IBreakdowns
    function takeOver(uint64 circle, IOffices.Office office) external {
        // Check: in breakdown, the restorer, an office that is not the restorer's already.
        Breakdown memory standing = _load(circle);
        uint64 restoring = _restoringOf(circle);
        _requireActing(circle, restoring, IOffices.Office.Facilitator);
        uint8 bit = _bitOf(office);
        bool own = restoring == circle && office == IOffices.Office.Facilitator;
        if (bit == 0 || own || standing.taken & bit != 0) revert WrongOffice(circle, office);

        // Effect.
        _breakdowns[circle].taken = standing.taken | bit;
        _speak(
            OfficeTakenOver.selector,
            circle,
            abi.encode(_head(circle), _msgSender(), block.timestamp, office)
        );
    }

    /// @inheritdoc IBreakdowns
    function addLead(uint64 circle, address person) external {
        // Check: in breakdown, a circle that people are assigned to, the restorer.
        Breakdown memory standing = _load(circle);
        uint64 restoring = _restoringOf(circle);
        if (restoring == circle) revert IsAnchor(circle);
        _requireActing(circle, restoring, IOffices.Office.Facilitator);

        // Effect.
        _breakdowns[circle].lead = person;
        _speak(LeadAdded.selector, circle, abi.encode(_head(circle), _msgSender(), block.timestamp, person));

        // Interaction: the record, which trusts this process.
        _CIRCLES.elect(circle, person, _leading(circle, standing.lead), _msgSender());
    }

    /// @inheritdoc IBreakdowns
    function declareRestored(uint64 circle, string calldata text) external {
        // Check: in breakdown, the restorer.
        Breakdown memory standing = _load(circle);
        _requireActing(circle, _restoringOf(circle), IOffices.Office.Facilitator);
        Texts.check(text);
        // Effect and interaction.
        _end(circle, standing.lead, false, text);
    }

    /// @inheritdoc IBreakdowns
    function overturnBreakdown(uint64 circle, string calldata text) external {
        // Check: in breakdown, the secretary one circle further out than the restorer's; the anchor's is the last.
        Breakdown memory standing = _load(circle);
        _requireActing(circle, _restoringOf(_restoringOf(circle)), IOffices.Office.Secretary);
        Texts.check(text);
        // Effect and interaction.
        _end(circle, standing.lead, true, text);
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc IBreakdowns
    function breakdownAt(uint64 circle) external view returns (Breakdown memory) {
        return _breakdowns[circle];
    }

    /// @inheritdoc IBreakdowns
    function replaces(uint64 circle, IOffices.Office office, address person) external view returns (bool) {
        if (_breakdowns[circle].taken & _bitOf(office) == 0) return false;
        // Nobody restores a circle that was removed.
        if (_CIRCLES.roleAt(circle).depth == 0) return false;
        // Each step asks about a circle further out; an anchor's facilitator is never taken over, so that it ends.
        return
            _OFFICES.mayAct(address(this), circle, _restoringOf(circle), IOffices.Office.Facilitator, person);
    }

    /// @inheritdoc IMatters
    /// @dev A breakdown is nobody's own matter: it is judged of a circle.
    function isBarred(uint64, address) external pure returns (bool) {
        return false;
    }

    // ------------------------------------------------------------------ parts

    function _begin(uint64 circle, uint64 by, BreakdownReason reason, string memory text) private {
        uint40 due = _dueFromNow();
        _breakdowns[circle].store(Breakdown(due, 0, reason, address(0)));
        _speak(
            BreakdownDeclared.selector,
            circle,
            abi.encode(_head(circle), _msgSender(), block.timestamp, by, reason, due, text)
        );

        // Interaction: others ask there.
        _OFFICES.setBreakdown(circle, true);
    }

    function _end(uint64 circle, address lead, bool overturned, string calldata text) private {
        delete _breakdowns[circle];
        _speak(
            BreakdownEnded.selector,
            circle,
            abi.encode(_head(circle), _msgSender(), block.timestamp, overturned, text)
        );

        // Interaction: others ask there; the record, which trusts this process.
        _OFFICES.setBreakdown(circle, false);
        address leading = _leading(circle, lead);
        if (leading != address(0)) _CIRCLES.elect(circle, address(0), leading, _msgSender());
    }

    function _speak(bytes32 signature, uint64 circle, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(circle);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, circle, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    function _load(uint64 circle) private view returns (Breakdown memory standing) {
        standing = _breakdowns[circle];
        if (standing.due == 0) revert NotInBreakdown(circle);
    }

    function _requireActing(uint64 circle, uint64 of_, IOffices.Office office) private view {
        if (!_acts(circle, of_, office)) revert NotActing(of_, uint8(office), _msgSender());
    }

    /// @dev Whether the caller acts for an office of the circle `of_` in the matter of `circle`.
    function _acts(uint64 circle, uint64 of_, IOffices.Office office) private view returns (bool) {
        return _OFFICES.mayAct(address(this), circle, of_, office, _msgSender());
    }

    /// @dev The circle whose facilitator restores this one: the one around it; an anchor restores itself.
    function _restoringOf(uint64 circle) private view returns (uint64 restoring) {
        restoring = _CIRCLES.circleOf(circle);
        if (restoring == 0) restoring = circle;
    }

    /// @dev The added lead, unless there is none or somebody has ended that already.
    function _leading(uint64 circle, address lead) private view returns (address) {
        return _CIRCLES.fills(circle, lead) ? lead : address(0);
    }

    function _head(uint64 id) private view returns (bytes32) {
        return _CIRCLES.head(Ids.organisationOf(id));
    }

    function _dueFromNow() private view returns (uint40) {
        // Safe cast: seconds since 1970 stay below 2^40.
        return uint40(block.timestamp) + TIME_TO_RESTORE;
    }

    /// @dev 0 for an office that is not taken over: representatives have no stand-ins either.
    function _bitOf(IOffices.Office office) private pure returns (uint8) {
        if (office == IOffices.Office.Facilitator) return 1;
        return office == IOffices.Office.Secretary ? 2 : 0;
    }
}
