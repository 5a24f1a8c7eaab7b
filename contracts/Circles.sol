// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IFoundingFactory } from "./interfaces/IFoundingFactory.sol";
import { IPartnersFactory } from "./interfaces/IPartnersFactory.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { IStructureFactory } from "./interfaces/IStructureFactory.sol";
import { IVaultFactory } from "./interfaces/IVaultFactory.sol";
import {
    APPOINTED,
    FOLLOWED,
    GOVERNANCE_ARTICLE,
    LINKED,
    Mandate,
    OFFICES,
    Partner,
    Process,
    RECORD,
    Role,
    Seat
} from "./interfaces/Types.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Admission } from "./libraries/Admission.sol";
import { Ids } from "./libraries/Ids.sol";
import { OneWord } from "./libraries/OneWord.sol";
import { Record, Records } from "./libraries/Record.sol";
import { Seats } from "./libraries/Seats.sol";
import { Tree } from "./libraries/Tree.sol";

/// @title Circles
/// @notice What it does, for whom and with which errors: see `ICircles`.
/// @dev Calls nobody but the vault factory, for an address, and its own structure, for settings; neither calls anybody.
/// So no function can be re-entered.
contract Circles is ICircles, ERC2771Context {
    using Admission for Record;
    using OneWord for Role;
    using Records for Record;
    using Seats for Record;
    using Tree for Record;

    IVaultFactory private immutable _VAULTS;
    IStructure private immutable _STRUCTURE;
    address private immutable _PARTNERS;
    address private immutable _FOUNDING;

    Record private _record;

    /// @param vaults The factory of the vaults of all organisations.
    /// @param structureFactory Of the part that governance changes.
    /// @param partnersFactory Of the part through which people come in.
    /// @param foundingFactory Of the part through which organisations begin.
    /// @param voice_ Whom all who take people's acts believe who speaks.
    constructor(
        IVaultFactory vaults,
        IStructureFactory structureFactory,
        IPartnersFactory partnersFactory,
        IFoundingFactory foundingFactory,
        address voice_
    ) ERC2771Context(voice_) {
        _VAULTS = vaults;
        _STRUCTURE = structureFactory.deploy();
        _PARTNERS = partnersFactory.deploy(_STRUCTURE, voice_);
        _FOUNDING = foundingFactory.deploy(_STRUCTURE, _PARTNERS, voice_);
    }

    // ------------------------------------------------------------------ founding

    /// @inheritdoc ICircles
    function found(
        address founder,
        bytes32 ruleHash,
        uint8 articles,
        Process[] calldata processes,
        address treasury,
        bytes32 salt
    ) external returns (uint64 anchor, address vault) {
        uint32 organisation = ++_record.organisations;
        anchor = Ids.anchorOf(organisation);
        vault = vaultFor(founder, salt);
        // Check: asked for through the founding, which has looked at the words and the rules; a vault of its own.
        _requireFounding();
        if (_record.circleOfVault[vault] != 0) revert VaultTaken(vault);

        // Effect. The founding logs the first event.
        _record.addProcesses(organisation, processes, treasury);
        Role storage role = _record.role[anchor];
        role.create(0, 0, 1);
        role.alive = true;
        _record.ruleHash[organisation] = ruleHash;
        _record.circleOfVault[vault] = anchor;
        _record.organisation[organisation] = Organisation(treasury, false, articles, 0, 1, 1, 0);
        _record.heads[organisation] = genesis(organisation);
    }

    /// @inheritdoc ICircles
    function offerInitially(uint64 role, address actor, address person) external {
        // Check: asked for through the founding, which has written before its end in the same call; a role that exists.
        _requireFounding();
        _record.roleOrRevert(role);
        // Effect.
        _record.offer(role, actor, person);
    }

    /// @inheritdoc ICircles
    function setFounded(uint32 organisation, bool founded) external {
        // Check: asked for through the founding, which has looked at who asks; somebody who can decide, as whoever dissolves
        // it can.
        _requireFounding();
        _requireDecider(organisation);
        // Effect.
        _record.organisation[organisation].founded = founded;
    }

    /// @inheritdoc ICircles
    function amendRules(
        uint32 organisation,
        bytes32 ruleHash,
        uint8 articles,
        uint32 revision
    ) external returns (uint16 version) {
        // Check: asked for through the founding, which has looked at who signed; at this revision; somebody who can decide.
        _requireFounding();
        Organisation storage known = _nextRevision(organisation, revision);
        // Effect.
        known.articles = articles;
        _requireDecider(organisation);
        version = ++known.version;
        _record.ruleHash[organisation] = ruleHash;
    }

    // ------------------------------------------------------------------ partners

    /// @inheritdoc ICircles
    function setPartner(uint32 organisation, address person, Partner calldata partner) external {
        // Check: asked for through the partners, who have looked at all of it.
        _requirePartners();
        // Effect: the seats are counted here.
        Partner storage known = _record.partner[organisation][person];
        uint16 seats = known.seats;
        _record.partner[organisation][person] = partner;
        known.seats = seats;
    }

    /// @inheritdoc ICircles
    function acceptFor(uint64 role, address person) external {
        // Check: asked for through the partners, for somebody who has agreed.
        _requirePartners();
        // Effect.
        _accept(role, person);
    }

    /// @inheritdoc ICircles
    function resignFor(uint64 role, address person) external {
        // Check: asked for through the partners, by the person.
        _requirePartners();
        // Effect.
        _resign(role, person);
    }

    /// @inheritdoc ICircles
    function setVault(address vault, uint64 circle) external {
        // Check: asked for through the partners, who have looked at all of it.
        _requirePartners();
        // Effect.
        _record.circleOfVault[vault] = circle;
    }

    // ------------------------------------------------------------------ assignments

    /// @inheritdoc ICircles
    function offer(uint64 role, address person) external {
        uint32 organisation = Ids.organisationOf(role);
        // Check: somebody who assigns here, to a partner; that the partner does not fill it is checked below.
        _requireAssigner(role);
        _record.requirePartner(organisation, person);
        // Effect.
        if (_record.partner[organisation][person].open) {
            _record.assign(_msgSender(), role, person);
        } else {
            _record.offer(role, _msgSender(), person);
        }
    }

    /// @inheritdoc ICircles
    function withdrawOffer(uint64 role, address person) external {
        // Check: the person, or somebody who assigns here.
        if (!_record.offered[role][person]) revert NotOffered(role, person);
        if (_msgSender() != person) _requireAssigner(role);
        // Effect.
        _record.offered[role][person] = false;
        _record.say(OfferWithdrawn.selector, role, _msgSender(), person);
    }

    /// @inheritdoc ICircles
    function accept(uint64 role) external {
        // Check: a partner; that it was offered is checked where it is used up.
        _record.requirePartner(Ids.organisationOf(role), _msgSender());
        // Effect.
        _accept(role, _msgSender());
    }

    /// @inheritdoc ICircles
    function resign(uint64 role) external {
        _resign(role, _msgSender());
    }

    /// @inheritdoc ICircles
    function takeVoice(uint64 role) external {
        _record.takeVoice(role, _msgSender());
    }

    /// @inheritdoc ICircles
    function revoke(uint64 role, address person) external {
        // Check: somebody who assigns here, which is not the anchor, but for a role whose fillers somebody outside chooses.
        uint64 circle = _record.circleOf(role);
        bool inAnchor = Ids.numberOf(circle) == Ids.ANCHOR || Ids.numberOf(role) == Ids.ANCHOR;
        if (inAnchor && !_isLinked(role)) revert AnchorSeat(role);
        _requireAssigner(role);
        // Effect.
        _record.unassign(_msgSender(), role, person);
    }

    // ------------------------------------------------------------------ structure

    /// @inheritdoc ICircles
    function createRole(
        uint64 by,
        uint64 circle,
        address[] calldata people
    ) external returns (bytes32 before, uint64 role, uint256 used) {
        before = _requireStructure(circle);
        (role, used) = _record.createRole(by, circle, people);
    }

    /// @inheritdoc ICircles
    function amendRole(uint64 by, uint64 role, uint32 revision) external returns (bytes32 before) {
        before = _requireStructure(role);
        _record.amendRole(by, role, revision);
    }

    /// @inheritdoc ICircles
    function removeRole(
        uint64 by,
        uint64 role,
        uint32 revision,
        address[] calldata people
    ) external returns (bytes32 before, uint256 used) {
        before = _requireStructure(role);
        used = _record.removeRole(by, role, revision, people);
    }

    /// @inheritdoc ICircles
    function moveRole(
        uint64 role,
        uint64 to,
        uint32 revision,
        address[] calldata people
    ) external returns (bytes32 before, uint256 led, uint256 used) {
        before = _requireStructure(role);
        (led, used) = _record.moveRole(role, to, revision, people);
    }

    /// @inheritdoc ICircles
    function limitRole(
        uint64 by,
        uint64 role,
        uint8 limit,
        uint32 revision
    ) external returns (bytes32 before) {
        before = _requireStructure(role);
        _record.limitRole(by, role, limit, revision);
    }

    /// @inheritdoc ICircles
    function follow(
        uint64 source,
        uint256 followers,
        uint64 role,
        uint8 limit,
        address actor,
        address[] calldata people
    ) external {
        _requireStructure(role);
        // Effect: those who fill the source fill the role that follows it from now on, or somebody outside chooses.
        if (limit != 0) {
            _record.role[role].limit = limit;
            _record.role[role].links = source == 0 ? APPOINTED : LINKED;
            for (uint256 i = 0; i < people.length; ++i) _record.assign(actor, role, people[i]);
        }
        if (source != 0) {
            _record.followers[source] = followers;
            _record.role[source].links = followers == 0 ? 0 : FOLLOWED;
        }
    }

    /// @inheritdoc ICircles
    function countPolicy(uint64 circle, bool more) external returns (bytes32 before) {
        before = _requireStructure(circle);
        Role storage holder = _record.roleOrRevert(circle);
        if (more) ++holder.policies;
        else --holder.policies;
    }

    // ------------------------------------------------------------------ special changes

    /// @inheritdoc ICircles
    function proveBits(uint32 organisation, address process, uint8 needed) external {
        _requireStructure(Ids.anchorOf(organisation));
        _record.proveBits(organisation, process, needed);
    }

    /// @inheritdoc ICircles
    function setProcess(
        uint32 organisation,
        address process,
        uint8 bits,
        uint32 revision
    ) external returns (bytes32 before, uint40 endsAt) {
        // Check: asked for through the founding, which has seen it decided.
        _requireFounding();
        before = _record.heads[organisation];
        _nextRevision(organisation, revision);
        endsAt = _record.setProcess(organisation, process, bits);
    }

    /// @inheritdoc ICircles
    function setTreasury(
        uint32 organisation,
        address treasury,
        uint32 revision
    ) external returns (bytes32 before) {
        before = _record.heads[organisation];
        // Check: asked for through the founding, which has seen it decided; it can record, and goes on doing so.
        _requireFounding();
        bool records = _record.bitsOf(organisation, treasury) & RECORD != 0;
        if (!records || _record.mandate[organisation][treasury].endsAt != 0) revert WrongProcesses();
        // Effect.
        _nextRevision(organisation, revision).treasury = treasury;
    }

    // ------------------------------------------------------------------ processes

    /// @inheritdoc ICircles
    function represent(uint64 circle, address person, address actor) external {
        uint32 organisation = Ids.organisationOf(circle);
        // Check: a process that may, after founding.
        _record.requireBits(organisation, msg.sender, OFFICES);
        _record.requireFounded(organisation);
        // Effect.
        _record.represent(actor, circle, person);
    }

    /// @inheritdoc ICircles
    function endRepresentation(uint64 circle, address person, address actor) external {
        _record.requireBits(Ids.organisationOf(circle), msg.sender, OFFICES);
        _record.endRepresentation(actor, circle, person);
    }

    /// @inheritdoc ICircles
    function elect(uint64 role, address person, address replaced, address actor) external {
        uint32 organisation = Ids.organisationOf(role);
        // Check: a process that may, after founding, a role that is no anchor, a partner.
        _record.requireBits(organisation, msg.sender, OFFICES);
        _record.requireFounded(organisation);
        if (_record.circleOf(role) == 0 || _isLinked(role)) revert UnknownRole(role);
        // Effect: whoever goes first, so that the seat and the voice of a full or limited role are free.
        if (replaced != address(0)) _record.unassign(actor, role, replaced);
        if (person == address(0)) return;
        _record.requirePartner(organisation, person);
        _record.assign(actor, role, person);
    }

    /// @inheritdoc ICircles
    function extendHistory(
        uint32 organisation,
        bytes32 topicsHash,
        bytes32 dataHash
    ) external returns (uint32 number) {
        // Check.
        bool ours = msg.sender == address(_STRUCTURE) || msg.sender == _PARTNERS || msg.sender == _FOUNDING;
        if (!ours) _record.requireBits(organisation, msg.sender, RECORD);
        // Effect.
        return _record.link(organisation, msg.sender, topicsHash, dataHash);
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc ICircles
    function voice() external view returns (address) {
        return trustedForwarder();
    }

    /// @inheritdoc ICircles
    function founding() external view returns (address) {
        return _FOUNDING;
    }

    /// @inheritdoc ICircles
    function partners() external view returns (address) {
        return _PARTNERS;
    }

    /// @inheritdoc ICircles
    function structure() external view returns (address) {
        return address(_STRUCTURE);
    }

    /// @inheritdoc ICircles
    function head(uint32 organisation) external view returns (bytes32) {
        return _record.heads[organisation];
    }

    /// @inheritdoc ICircles
    function genesis(uint32 organisation) public view returns (bytes32) {
        return Chronicle.genesis(address(this), organisation);
    }

    /// @inheritdoc ICircles
    function organisations() external view returns (uint32) {
        return _record.organisations;
    }

    /// @inheritdoc ICircles
    function organisationAt(uint32 organisation) external view returns (Organisation memory) {
        return _record.organisation[organisation];
    }

    /// @inheritdoc ICircles
    function ruleHashOf(uint32 organisation) external view returns (bytes32) {
        return _record.ruleHash[organisation];
    }

    /// @inheritdoc ICircles
    function standing(uint64 circle, address person, uint64 asRole) external view returns (Standing memory) {
        Seat memory held = _record.seat[circle][person];
        return
            Standing({
                head: _record.heads[Ids.organisationOf(circle)],
                number: held.number,
                member: held.voices != 0,
                inRole: _isInRole(circle, held.voices, asRole),
                endedAt: held.endedAt
            });
    }

    /// @inheritdoc ICircles
    function crowd(uint64 circle) public view returns (Crowd memory) {
        _record.requireFounded(Ids.organisationOf(circle));
        Role storage role = _record.roleOrRevert(circle);
        return Crowd({ members: role.members, epoch: role.epoch, lastDeparture: role.lastDeparture });
    }

    /// @inheritdoc ICircles
    function opening(uint64 circle, address process) external view returns (Crowd memory) {
        uint32 organisation = Ids.organisationOf(circle);
        if (_record.organisation[organisation].articles & GOVERNANCE_ARTICLE == 0) {
            revert ArticleOff(organisation, GOVERNANCE_ARTICLE);
        }
        if (_record.mandate[organisation][process].endsAt != 0) revert ProcessEnding(organisation, process);
        return crowd(circle);
    }

    /// @inheritdoc ICircles
    function fills(uint64 role, address person) external view returns (bool) {
        return _record.fills(role, person);
    }

    /// @inheritdoc ICircles
    function isInPerson(uint64 role, address person) external view returns (bool) {
        return _record.isInPerson(role, person);
    }

    /// @inheritdoc ICircles
    function acts(uint64 role, address person) external view returns (bool) {
        return _record.fills(role, person) || _record.covers(role, person);
    }

    /// @inheritdoc ICircles
    function assigns(uint64 role, address person) external view returns (bool) {
        return _assigns(role, person);
    }

    /// @inheritdoc ICircles
    function leads(uint64 circle, address person) external view returns (bool) {
        return _record.leads(circle, person);
    }

    /// @inheritdoc ICircles
    function represents(uint64 circle, address person) external view returns (bool) {
        return _record.represents(circle, person);
    }

    /// @inheritdoc ICircles
    function circleOf(uint64 role) external view returns (uint64) {
        _record.roleOrRevert(role);
        return _record.circleOf(role);
    }

    /// @inheritdoc ICircles
    function roleAt(uint64 role) external view returns (Role memory) {
        return _record.role[role];
    }

    /// @inheritdoc ICircles
    function followersOf(uint64 role) external view returns (uint256) {
        return _record.followers[role];
    }

    /// @inheritdoc ICircles
    function seatOf(uint64 circle, address person) external view returns (Seat memory) {
        return _record.seat[circle][person];
    }

    /// @inheritdoc ICircles
    function seatsTaken(uint64 circle) external view returns (uint256) {
        return _record.seatsTaken[circle];
    }

    /// @inheritdoc ICircles
    function partnerAt(uint32 organisation, address person) external view returns (Partner memory) {
        return _record.partner[organisation][person];
    }

    /// @inheritdoc ICircles
    function isOffered(uint64 role, address person) external view returns (bool) {
        return _record.offered[role][person];
    }

    /// @inheritdoc ICircles
    function bitsOf(uint32 organisation, address process) external view returns (uint8) {
        return _record.bitsOf(organisation, process);
    }

    /// @inheritdoc ICircles
    function mandateOf(uint32 organisation, address process) external view returns (Mandate memory) {
        return _record.mandate[organisation][process];
    }

    /// @inheritdoc ICircles
    function circleOfVault(address vault) external view returns (uint64) {
        return _record.circleOfVault[vault];
    }

    /// @inheritdoc ICircles
    function controllerOf(address vault) external view returns (address) {
        uint32 organisation = Ids.organisationOf(_record.circleOfVault[vault]);
        _record.requireFounded(organisation);
        return _record.organisation[organisation].treasury;
    }

    /// @inheritdoc ICircles
    function vaultFor(address founder, bytes32 salt) public view returns (address) {
        return _VAULTS.vaultAt(address(this), keccak256(abi.encode(founder, salt)));
    }

    /// @inheritdoc ICircles
    function vaultOf(uint64 circle) public view returns (address) {
        // One word: no founder and salt, which are two, have the same hash.
        return _VAULTS.vaultAt(address(this), keccak256(abi.encode(circle)));
    }

    // ------------------------------------------------------------------ parts

    /// @dev Use up an offer to a person who is a partner.
    function _accept(uint64 role, address person) private {
        // Check: offered, and an anchor only while it is founded, so that no offer of it waits for years.
        Role storage offered = _record.roleOrRevert(role);
        bool late = offered.circle == 0 && _record.organisation[Ids.organisationOf(role)].founded;
        if (late || !_record.offered[role][person]) revert NotOffered(role, person);
        // Effect.
        _record.assign(person, role, person);
    }

    /// @dev Somebody is in the anchor who can decide: a person, and where leads decide a person who leads it.
    function _requireDecider(uint32 organisation) private view {
        Organisation storage known = _record.organisation[organisation];
        Role storage anchor = _record.role[Ids.anchorOf(organisation)];
        if (anchor.members == known.bodies || Seats.isLeaderless(known, anchor)) {
            revert AnchorEmpty(organisation);
        }
    }

    function _requireFounding() private view {
        if (msg.sender != _FOUNDING) revert NotFounding(msg.sender);
    }

    function _requirePartners() private view {
        if (msg.sender != _PARTNERS) revert NotPartners(msg.sender);
    }

    /// @dev Whoever chooses who fills a role, which exists: the leads of its circle, or who covers them. An inner circle's own settings may
    /// place that at a role in it instead, for as long as a person or a body speaks for that role; those of an anchor
    /// name a role that does so beside its leads. An anchor itself is filled while founding only: whoever leads it could
    /// otherwise be chosen by those whom it should choose.
    function _assigns(uint64 role, address who) private view returns (bool) {
        _record.requireFounded(Ids.organisationOf(role));
        _record.roleOrRevert(role);
        uint64 circle = _record.circleOf(role);
        if (circle == 0) return false;
        // Nobody in the circle assigns a linked role: who fills the source does, or whoever appoints.
        if (_isLinked(role)) return _STRUCTURE.linkAt(role).appointer == who;
        uint64 assigner = _STRUCTURE.assignerOf(circle);
        bool inner = Ids.numberOf(circle) != Ids.ANCHOR;
        // A role that was removed, or moved elsewhere, assigns nothing here any more.
        if (inner && assigner != 0 && _record.circleOf(assigner) != circle) assigner = 0;
        if (assigner != 0 && _record.fills(assigner, who)) return true;
        if (inner && assigner != 0 && _record.role[assigner].voices != 0) return false;
        return _record.leads(circle, who) || _record.covers(circle, who);
    }

    function _resign(uint64 role, address person) private {
        // Check: no role that follows another, which is the one to leave.
        if (_record.role[role].links & LINKED != 0) revert LinkedRole(role);
        // Effect.
        _record.unassign(person, role, person);
    }

    function _isLinked(uint64 role) private view returns (bool) {
        return _record.role[role].links & (LINKED | APPOINTED) != 0;
    }

    function _requireAssigner(uint64 role) private view {
        if (_assigns(role, _msgSender())) return;
        // Nobody assigns an anchor: it stands in no circle.
        uint64 circle = _record.circleOf(role);
        revert NotAssigner(circle == 0 ? role : circle, _msgSender());
    }

    /// @dev Refuse a special change that was written against another revision; raise it.
    function _nextRevision(uint32 organisation, uint32 written) private returns (Organisation storage known) {
        known = _record.organisation[organisation];
        if (written != known.revision) {
            revert StaleRevision(Ids.anchorOf(organisation), written, known.revision);
        }
        ++known.revision;
    }

    /// @return before The head before the event that the structure logs next.
    function _requireStructure(uint64 id) private view returns (bytes32 before) {
        if (msg.sender != address(_STRUCTURE)) revert NotStructure(msg.sender);
        return _record.heads[Ids.organisationOf(id)];
    }

    /// @dev Whether these voices in `circle` are those of somebody who speaks for `asRole` there.
    function _isInRole(uint64 circle, uint96 voices, uint64 asRole) private view returns (bool) {
        if (asRole == 0) return false;
        if (asRole == circle) return voices & Seats.bit(Seats.LEAD) != 0;
        if (_record.circleOf(asRole) != circle) return false;
        return voices & Seats.bit(_record.role[asRole].seat) != 0;
    }
}
