// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import { IBreakdowns } from "./interfaces/IBreakdowns.sol";
import { ICircles } from "./interfaces/ICircles.sol";
import { IMatters } from "./interfaces/IMatters.sol";
import { IOffices } from "./interfaces/IOffices.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import {
    BREAKDOWN,
    OFFICES,
    Partner,
    PartnerKind,
    PartnerStatus,
    RECORD,
    Settings
} from "./interfaces/Types.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";

/// @title Offices
/// @notice What it does, for whom and with which errors: see `IOffices`.
/// @dev It calls the record, which calls nobody, and, as views, the process in whose matter somebody declares to stand
/// in and the one that said that a circle is in breakdown, which the organisation has consented to: no function can be
/// re-entered.
contract Offices is IOffices, ERC2771Context {
    /// @dev The longest time for which a role may be represented by permission.
    uint40 private constant LONGEST_PERMISSION = 365 days;

    ICircles private immutable _CIRCLES;
    IStructure private immutable _STRUCTURE;

    mapping(uint64 circle => mapping(Office => mapping(uint8 index => Tenure))) private _tenures;
    mapping(uint64 circle => mapping(Office => address)) private _surrogates;
    mapping(bytes32 key => StandIn) private _standIns;
    mapping(uint64 role => mapping(address person => Permission)) private _permissions;
    /// @dev The process that said that a circle is in breakdown; zero for none.
    mapping(uint64 circle => address) private _breakdowns;

    /// @param circles The record.
    constructor(ICircles circles) ERC2771Context(circles.voice()) {
        _CIRCLES = circles;
        _STRUCTURE = IStructure(circles.structure());
    }

    // ------------------------------------------------------------------ offices

    /// @inheritdoc IOffices
    function install(
        uint64 circle,
        Office office,
        uint8 index,
        address person,
        uint40 until,
        address actor
    ) external {
        // Check: a process that may fill offices; the rest where it is installed.
        _requireProcess(Ids.organisationOf(circle), msg.sender, OFFICES);
        _install(circle, office, index, person, until, actor);
    }

    /// @inheritdoc IOffices
    function appoint(uint64 circle, uint8 index, address person, uint40 until) external {
        // Check: the circle has somebody appoint its representatives, and that is the caller.
        (Settings memory own, ) = _STRUCTURE.settingsOf(circle);
        if (own.appointer == 0 || !_CIRCLES.fills(own.appointer, _msgSender())) {
            revert NotAppointer(circle, _msgSender());
        }
        _install(circle, Office.Rep, index, person, until, _msgSender());
    }

    /// @inheritdoc IOffices
    function resign(uint64 circle, Office office, uint8 index) external {
        // Check: the holder.
        if (_holder(circle, office, index) != _msgSender()) revert NotHolder(circle, office, _msgSender());

        // Effect: nobody holds it, and whom nobody named stands in for nobody.
        delete _tenures[circle][office][index];
        _speak(
            OfficeResigned.selector,
            circle,
            abi.encode(_head(circle), _msgSender(), block.timestamp, office, index)
        );

        // Interaction: the record, which trusts this process.
        if (office == Office.Rep) _CIRCLES.endRepresentation(circle, _msgSender(), _msgSender());
    }

    // ------------------------------------------------------------------ stand-ins

    /// @inheritdoc IOffices
    function nameSurrogate(uint64 circle, Office office, address person) external {
        // Check: an office with stand-ins, its holder, somebody who can judge.
        if (office == Office.Rep) revert NoStandIn(office);
        if (_holder(circle, office, 0) != _msgSender()) revert NotHolder(circle, office, _msgSender());
        if (person != address(0) && !_maySurrogate(circle, person)) revert WrongPerson(person);

        // Effect.
        _surrogates[circle][office] = person;
        _speak(
            SurrogateNamed.selector,
            circle,
            abi.encode(_head(circle), _msgSender(), block.timestamp, office, person)
        );
    }

    /// @inheritdoc IOffices
    function standIn(address process, uint64 matter, uint64 circle, Office office) external {
        // Check: an office with stand-ins; a matter of a process of the organisation, not the caller's own; earlier in
        // the order than whoever has declared it.
        if (office == Office.Rep) revert NoStandIn(office);
        _requireProcess(Ids.organisationOf(circle), process, RECORD);
        if (IMatters(process).isBarred(matter, _msgSender())) revert Barred(matter, _msgSender());
        Rank rank = rankOf(circle, office, _msgSender());
        StandIn storage declared = _standIns[_key(process, matter, circle, office)];
        if (_msgSender() == _holder(circle, office, 0)) {
            _endStandIn(process, matter, circle, office);
            return;
        }
        // Whoever has declared it but cannot act any more is in nobody's way.
        bool standing =
            _comesAsDeclared(circle, office, declared) &&
                !IMatters(process).isBarred(matter, declared.person);
        if (rank >= (standing ? declared.rank : Rank.None)) revert OutOfOrder(circle, _msgSender(), rank);

        // Effect.
        // Safe cast: seconds since 1970 stay below 2^40, with any notice added.
        uint40 from = uint40(block.timestamp) + _STRUCTURE.settingsIn(circle).notice;
        declared.person = _msgSender();
        declared.from = from;
        declared.rank = rank;
        _speak(
            StandInDeclared.selector,
            circle,
            abi.encode(_head(circle), _msgSender(), block.timestamp, office, process, matter, rank, from)
        );
    }

    // ------------------------------------------------------------------ breakdowns

    /// @inheritdoc IOffices
    function setBreakdown(uint64 circle, bool stands) external {
        // Check: a process that may; not what another one has said that still may.
        _requireProcess(Ids.organisationOf(circle), msg.sender, BREAKDOWN);
        address process = breakdownOf(circle);
        if (process != (stands ? address(0) : msg.sender)) revert WrongBreakdown(circle, process);

        // Effect: the process itself logs why.
        _breakdowns[circle] = stands ? msg.sender : address(0);
    }

    // ------------------------------------------------------------------ permissions

    /// @inheritdoc IOffices
    function permit(uint64 role, address person, uint40 until) external {
        // Check: the caller speaks for the role where it stands, the person is a member there, within a year.
        // An anchor stands nowhere, and nobody speaks for it there.
        uint64 circle = _CIRCLES.circleOf(role);
        ICircles.Standing memory who = _CIRCLES.standing(circle, _msgSender(), role);
        if (!who.inRole) revert NotInRole(role, _msgSender());
        if (!_CIRCLES.standing(circle, person, 0).member) revert WrongPerson(person);
        bool soon = until > block.timestamp && until <= block.timestamp + LONGEST_PERMISSION;
        if (!soon) revert WrongTime(until);

        // Effect.
        _permissions[role][person] = Permission({
            by: _msgSender(),
            until: until,
            circle: Ids.numberOf(circle)
        });
        _speak(Permitted.selector, role, abi.encode(who.head, _msgSender(), block.timestamp, person, until));
    }

    /// @inheritdoc IOffices
    function endPermission(uint64 role, address person) external {
        // Check: there is one, and the caller is one of the two.
        address by = _permissions[role][person].by;
        bool concerned = _msgSender() == by || _msgSender() == person;
        if (by == address(0) || !concerned) revert NoPermission(role, person);

        // Effect.
        delete _permissions[role][person];
        _speak(
            PermissionEnded.selector,
            role,
            abi.encode(_head(role), _msgSender(), block.timestamp, person)
        );
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc IOffices
    function mayAct(
        address process,
        uint64 matter,
        uint64 circle,
        Office office,
        address person
    ) external view returns (bool) {
        if (person == address(0)) return false;
        if (_holder(circle, office, 0) == person) return true;
        StandIn memory declared = _standIns[_key(process, matter, circle, office)];
        bool declares = declared.person == person && block.timestamp >= declared.from;
        if (declares && _comesAsDeclared(circle, office, declared)) return true;
        address breakdown = breakdownOf(circle);
        return breakdown != address(0) && IBreakdowns(breakdown).replaces(circle, office, person);
    }

    /// @inheritdoc IOffices
    function mayRepresent(uint64 circle, uint64 role, address person) external view returns (bool) {
        Permission memory permission = _permissions[role][person];
        if (block.timestamp >= permission.until) return false;
        // The role stands there, and did when it was given.
        uint32 number = Ids.numberOf(circle);
        if (Ids.organisationOf(circle) != Ids.organisationOf(role)) return false;
        if (permission.circle != number || _CIRCLES.roleAt(role).circle != number) return false;
        return
            _CIRCLES.standing(circle, permission.by, role).inRole &&
            _CIRCLES.standing(circle, person, 0).member;
    }

    /// @inheritdoc IOffices
    function tenureOf(uint64 circle, Office office, uint8 index) external view returns (Tenure memory) {
        return _tenures[circle][office][index];
    }

    /// @inheritdoc IOffices
    function holderOf(uint64 circle, Office office) external view returns (address) {
        return _holder(circle, office, 0);
    }

    /// @inheritdoc IOffices
    function surrogateOf(uint64 circle, Office office) external view returns (address) {
        return _holder(circle, office, 0) == address(0) ? address(0) : _surrogates[circle][office];
    }

    /// @inheritdoc IOffices
    function standInOf(
        address process,
        uint64 matter,
        uint64 circle,
        Office office
    ) external view returns (StandIn memory) {
        return _standIns[_key(process, matter, circle, office)];
    }

    /// @inheritdoc IOffices
    function permissionOf(uint64 role, address person) external view returns (Permission memory) {
        return _permissions[role][person];
    }

    /// @inheritdoc IOffices
    function breakdownOf(uint64 circle) public view returns (address process) {
        process = _breakdowns[circle];
        if (process == address(0)) return process;
        if (_CIRCLES.bitsOf(Ids.organisationOf(circle), process) & BREAKDOWN == 0) process = address(0);
    }

    /// @inheritdoc IOffices
    function rankOf(uint64 circle, Office office, address person) public view returns (Rank) {
        if (office == Office.Rep || person == address(0)) return Rank.None;
        address holder = _holder(circle, office, 0);
        // Nobody stands in for themselves.
        if (person == holder) return Rank.None;
        bool named = holder != address(0) && _surrogates[circle][office] == person;
        if (named && _maySurrogate(circle, person)) return Rank.Named;
        Office counterpart = office == Office.Facilitator ? Office.Secretary : Office.Facilitator;
        if (person == _holder(circle, counterpart, 0)) return Rank.Counterpart;
        // Of leads too only those who are members: agents and associates that fill the circle are none.
        ICircles.Standing memory who = _CIRCLES.standing(circle, person, circle);
        if (!who.member) return Rank.None;
        return who.inRole ? Rank.Lead : Rank.Member;
    }

    // ------------------------------------------------------------------ parts

    function _install(
        uint64 circle,
        Office office,
        uint8 index,
        address person,
        uint40 until,
        address actor
    ) private {
        // Check: a place in a circle that exists, somebody who can hold it.
        _requireIndex(circle, office, index);
        if (!_mayHold(circle, person)) revert WrongPerson(person);

        // Effect: whoever held it named a surrogate of their own.
        address former = _holder(circle, office, index);
        _tenures[circle][office][index] = Tenure({ holder: person, until: until });
        delete _surrogates[circle][office];
        _speak(
            Installed.selector,
            circle,
            abi.encode(_head(circle), actor, block.timestamp, office, index, person, until)
        );

        // Interaction: the record, which trusts this process. Whoever comes first, so that an anchor never runs empty
        // between.
        if (office != Office.Rep || former == person) return;
        _CIRCLES.represent(circle, person, actor);
        if (former != address(0)) _CIRCLES.endRepresentation(circle, former, actor);
    }

    /// @dev The holder is there after all, and ends what somebody has declared.
    function _endStandIn(address process, uint64 matter, uint64 circle, Office office) private {
        bytes32 key = _key(process, matter, circle, office);
        // Check: somebody has.
        if (_standIns[key].person == address(0)) revert OutOfOrder(circle, _msgSender(), Rank.None);
        // Effect.
        delete _standIns[key];
        bytes memory data = abi.encode(
            _head(circle),
            _msgSender(),
            block.timestamp,
            office,
            process,
            matter,
            Rank.None,
            uint40(block.timestamp)
        );
        _speak(StandInDeclared.selector, circle, data);
    }

    function _speak(bytes32 signature, uint64 subject, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(subject);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, subject, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    /// @dev An anchor has no representatives: there is no circle around it.
    function _requireIndex(uint64 circle, Office office, uint8 index) private view {
        uint64 outer = _CIRCLES.circleOf(circle);
        uint8 places = 1;
        if (office == Office.Rep) {
            if (outer == 0) revert WrongIndex(office, index);
            uint8 reps = _STRUCTURE.settingsIn(outer).reps;
            if (reps > places) places = reps;
        }
        if (index >= places) revert WrongIndex(office, index);
    }

    function _requireProcess(uint32 organisation, address process, uint8 needed) private view {
        if (_CIRCLES.bitsOf(organisation, process) & needed == 0) {
            revert NotProcess(organisation, process, needed);
        }
    }

    function _head(uint64 id) private view returns (bytes32) {
        return _CIRCLES.head(Ids.organisationOf(id));
    }

    /// @dev Whoever is stored and can still hold it; zero for nobody.
    function _holder(uint64 circle, Office office, uint8 index) private view returns (address holder) {
        holder = _tenures[circle][office][index].holder;
        if (holder == address(0)) return holder;
        bool holds = office == Office.Rep ? _CIRCLES.represents(circle, holder) : _mayHold(circle, holder);
        if (!holds) holder = address(0);
    }

    /// @dev Whether somebody comes in the order at least where they came when they declared it.
    function _comesAsDeclared(
        uint64 circle,
        Office office,
        StandIn memory declared
    ) private view returns (bool) {
        Rank rank = rankOf(circle, office, declared.person);
        return rank != Rank.None && rank <= declared.rank;
    }

    /// @dev Partners of the kinds that can be members hold offices.
    function _mayHold(uint64 circle, address person) private view returns (bool) {
        Partner memory partner = _CIRCLES.partnerAt(Ids.organisationOf(circle), person);
        bool kind = partner.kind == PartnerKind.Person || partner.kind == PartnerKind.Body;
        return partner.status == PartnerStatus.Agreed && kind;
    }

    /// @dev Partners who are no agents stand in for whoever names them.
    function _maySurrogate(uint64 circle, address person) private view returns (bool) {
        Partner memory partner = _CIRCLES.partnerAt(Ids.organisationOf(circle), person);
        return partner.status == PartnerStatus.Agreed && partner.kind != PartnerKind.Agent;
    }

    function _key(
        address process,
        uint64 matter,
        uint64 circle,
        Office office
    ) private pure returns (bytes32) {
        return keccak256(abi.encode(process, matter, circle, office));
    }
}
