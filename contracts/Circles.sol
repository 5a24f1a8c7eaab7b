// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Founding } from "./Founding.sol";
import { ICircles } from "./interfaces/ICircles.sol";
import { IVaultFactory } from "./interfaces/IVaultFactory.sol";
import {
    Change,
    Offer,
    Partner,
    PartnerStatus,
    Policy,
    Process,
    RECORD,
    Role,
    Seat,
    Settings,
    Words
} from "./interfaces/Types.sol";
import { Changes } from "./libraries/Changes.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Admission } from "./libraries/Admission.sol";
import { Ids } from "./libraries/Ids.sol";
import { Record, Records } from "./libraries/Record.sol";
import { Seats } from "./libraries/Seats.sol";
import { Tree } from "./libraries/Tree.sol";

/// @title Circles
/// @notice What it does, for whom and with which errors: see `ICircles`.
/// @dev Calls nobody but the vault factory, for an address, while founding. So no function can be re-entered.
contract Circles is ICircles {
    using Admission for Record;
    using Records for Record;
    using Seats for Record;
    using Tree for Record;

    IVaultFactory private immutable _VAULTS;
    Founding private immutable _FOUNDING;

    Record private _record;

    /// @param vaults The factory of the vaults of all organisations.
    constructor(IVaultFactory vaults) {
        _VAULTS = vaults;
        _FOUNDING = new Founding();
    }

    // ------------------------------------------------------------------ founding

    /// @inheritdoc ICircles
    function found(
        address founder,
        Words calldata words,
        bytes32 ruleHash,
        Settings calldata settings,
        Process[] calldata processes,
        address treasury,
        bytes32 salt
    ) external returns (uint64 anchor) {
        uint32 organisation = ++_record.organisations;
        anchor = Ids.anchorOf(organisation);
        address vault = vaultFor(founder, salt);
        // Check: asked for through the founding, which has looked at the words; rules; settings that name no role
        // yet; a vault of its own.
        _requireFounding();
        if (ruleHash == 0) revert NoRules();
        uint64 named = settings.admission | settings.assigner;
        if (named != 0) revert WrongSettings(anchor, named);
        if (_record.organisationOf[vault] != 0) revert VaultTaken(vault);

        // Effect.
        _record.addProcesses(organisation, processes, treasury);
        Role storage role = _record.role[anchor];
        role.revision = 1;
        role.depth = 1;
        role.alive = true;
        _record.setSettings(anchor, settings);
        _record.ruleHash[organisation] = ruleHash;
        _record.organisationOf[vault] = organisation;
        _record.organisation[organisation].treasury = treasury;
        bytes32 start = genesis(organisation);
        _record.heads[organisation] = start;
        _record.log(
            Founded.selector,
            organisation,
            anchor,
            abi.encode(
                start,
                founder,
                block.timestamp,
                words,
                ruleHash,
                settings,
                processes,
                treasury,
                salt,
                vault
            )
        );
    }

    /// @inheritdoc ICircles
    function write(
        uint32 organisation,
        address actor,
        Change[] calldata changes,
        address[] calldata people,
        address[] calldata invited,
        Offer[] calldata offers
    ) external {
        // Check: asked for through the founding, which has looked at the words, before its end.
        _requireFounding();
        if (_record.organisation[organisation].founded) revert FoundingOver(organisation);

        // Effect: the structure, the invitations, the offers.
        uint64[] memory created = _record.apply_(organisation, 0, actor, changes, people);
        for (uint256 i = 0; i < invited.length; ++i) _record.invite(organisation, actor, invited[i]);
        for (uint256 i = 0; i < offers.length; ++i) {
            uint64 role = Tree.atPlace(created, offers[i].role);
            _record.roleOrRevert(role);
            if (Ids.organisationOf(role) != organisation) revert UnknownRole(role);
            _record.offer(role, actor, offers[i].person);
        }
    }

    /// @inheritdoc ICircles
    function complete(uint32 organisation) external {
        // Check: asked for through the founding, somebody who can decide.
        _requireFounding();
        if (_record.role[Ids.anchorOf(organisation)].members == 0) revert AnchorEmpty(organisation);
        // Effect.
        _record.organisation[organisation].founded = true;
    }

    // ------------------------------------------------------------------ partners

    /// @inheritdoc ICircles
    function invite(uint32 organisation, address person) external {
        // Check: after founding, a filler of the role that admits.
        _record.requireFounded(organisation);
        uint64 admission = _record.configuration[Ids.anchorOf(organisation)].admission;
        if (!_record.fills(admission, msg.sender)) revert NotAdmitter(organisation, msg.sender);
        // Effect.
        _record.invite(organisation, msg.sender, person);
    }

    /// @inheritdoc ICircles
    function agree(uint32 organisation, bytes32 ruleHash, uint64[] calldata offers) external {
        Partner storage partner = _record.partner[organisation][msg.sender];
        uint64 anchor = Ids.anchorOf(organisation);
        // Check: an organisation with these rules, somebody who is invited or needs no invitation.
        bytes32 inForce = _record.ruleHash[organisation];
        if (inForce == 0) revert UnknownOrganisation(organisation);
        if (ruleHash != inForce) revert WrongRules(ruleHash, inForce);
        if (partner.status == PartnerStatus.Agreed) revert AlreadyPartner(organisation, msg.sender);
        // While it is founded, only the ratifiers' guests come in: the role that will admit may not be named yet.
        bool everybody =
            _record.organisation[organisation].founded && _record.configuration[anchor].admission == 0;
        bool admitted = everybody || partner.status == PartnerStatus.Invited;
        if (!admitted) revert NotInvited(organisation, msg.sender);

        // Effect.
        partner.status = PartnerStatus.Agreed;
        _record.say(Agreed.selector, anchor, msg.sender, uint256(ruleHash));
        for (uint256 i = 0; i < offers.length; ++i) {
            if (Ids.organisationOf(offers[i]) != organisation) revert NotOffered(offers[i], msg.sender);
            _accept(offers[i]);
        }
    }

    /// @inheritdoc ICircles
    function leaveOrganisation(uint32 organisation, uint64[] calldata roles) external {
        // Check: a partner; each role is checked where it ends.
        _record.requirePartner(organisation, msg.sender);
        // Effect.
        for (uint256 i = 0; i < roles.length; ++i) {
            if (Ids.organisationOf(roles[i]) != organisation) revert UnknownRole(roles[i]);
            _record.unassign(msg.sender, roles[i], msg.sender);
        }
        uint16 seats = _record.partner[organisation][msg.sender].seats;
        if (seats != 0) revert StillSeated(organisation, msg.sender, seats);
        delete _record.partner[organisation][msg.sender];
        _record.say(Left.selector, Ids.anchorOf(organisation), msg.sender);
    }

    /// @inheritdoc ICircles
    function declareOpenness(uint32 organisation, bool open) external {
        // Check: a partner, who said otherwise until now.
        _record.requirePartner(organisation, msg.sender);
        if (_record.partner[organisation][msg.sender].open == open) revert NoChange(organisation, msg.sender);
        // Effect.
        _record.partner[organisation][msg.sender].open = open;
        uint64 anchor = Ids.anchorOf(organisation);
        _record.say(OpennessDeclared.selector, anchor, msg.sender, open ? 1 : 0);
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
            // An earlier offer is used up by this one.
            if (_record.offered[role][person]) _record.offered[role][person] = false;
            _record.assign(msg.sender, role, person);
        } else {
            _record.offer(role, msg.sender, person);
        }
    }

    /// @inheritdoc ICircles
    function withdrawOffer(uint64 role, address person) external {
        // Check: the person, or somebody who assigns here.
        if (!_record.offered[role][person]) revert NotOffered(role, person);
        if (msg.sender != person) _requireAssigner(role);
        // Effect.
        _record.offered[role][person] = false;
        _record.say(OfferWithdrawn.selector, role, msg.sender, person);
    }

    /// @inheritdoc ICircles
    function accept(uint64 role) external {
        // Check: a partner; that it was offered is checked where it is used up.
        _record.requirePartner(Ids.organisationOf(role), msg.sender);
        // Effect.
        _accept(role);
    }

    /// @inheritdoc ICircles
    function resign(uint64 role) external {
        _record.unassign(msg.sender, role, msg.sender);
    }

    /// @inheritdoc ICircles
    function revoke(uint64 role, address person) external {
        // Check: after founding, a lead of the role's circle, which is not the anchor.
        _record.requireFounded(Ids.organisationOf(role));
        _record.roleOrRevert(role);
        uint64 circle = _record.circleOf(role);
        if (circle == 0 || Ids.numberOf(circle) == Ids.ANCHOR) revert AnchorSeat(role);
        if (!_record.holds(circle, msg.sender, Seats.LEAD)) revert NotAssigner(circle, msg.sender);
        // Effect.
        _record.unassign(msg.sender, role, person);
    }

    // ------------------------------------------------------------------ processes

    /// @inheritdoc ICircles
    function enact(
        uint64 circle,
        address actor,
        Change[] calldata changes,
        address[] calldata people
    ) external {
        uint32 organisation = Ids.organisationOf(circle);
        // Check: a process that may do all of it and has looked at the words, after founding, a circle that exists.
        _requireBits(organisation, Changes.bitsNeeded(changes));
        _record.requireFounded(organisation);
        _record.roleOrRevert(circle);
        // Effect.
        _record.apply_(organisation, circle, actor, changes, people);
    }

    /// @inheritdoc ICircles
    function speak(
        uint32 organisation,
        bytes32 topicsHash,
        bytes32 dataHash
    ) external returns (uint32 number) {
        // Check.
        if (msg.sender != address(_FOUNDING)) _requireBits(organisation, RECORD);
        // Effect.
        return _record.link(organisation, msg.sender, topicsHash, dataHash);
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc ICircles
    function founding() external view returns (address) {
        return address(_FOUNDING);
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
                member: held.seats != 0,
                inRole: _isInRole(circle, held.seats, asRole),
                endedAt: held.endedAt
            });
    }

    /// @inheritdoc ICircles
    function census(uint64 circle) external view returns (Census memory) {
        uint32 organisation = Ids.organisationOf(circle);
        _record.requireFounded(organisation);
        Role storage role = _record.roleOrRevert(circle);
        uint32 window = _record.configuration[circle].window;
        if (window == 0) window = _record.configuration[Ids.anchorOf(organisation)].window;
        return
            Census({
                window: window,
                members: role.members,
                epoch: role.epoch,
                lastDeparture: role.lastDeparture
            });
    }

    /// @inheritdoc ICircles
    function fills(uint64 role, address person) external view returns (bool) {
        return _record.fills(role, person);
    }

    /// @inheritdoc ICircles
    function leads(uint64 circle, address person) external view returns (bool) {
        return _record.holds(circle, person, Seats.LEAD);
    }

    /// @inheritdoc ICircles
    function roleAt(uint64 role) external view returns (Role memory) {
        return _record.role[role];
    }

    /// @inheritdoc ICircles
    function policyAt(uint64 policy) external view returns (Policy memory) {
        return _record.policy[policy];
    }

    /// @inheritdoc ICircles
    function settingsOf(uint64 circle) external view returns (Settings memory settings, uint32 revision) {
        return (_record.settingsOf(circle), _record.configuration[circle].revision);
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
        return _record.bits[organisation][process];
    }

    /// @inheritdoc ICircles
    function organisationOf(address vault) external view returns (uint32) {
        return _record.organisationOf[vault];
    }

    /// @inheritdoc ICircles
    function controllerOf(address vault) external view returns (address) {
        uint32 organisation = _record.organisationOf[vault];
        if (organisation == 0) revert UnknownOrganisation(0);
        _record.requireFounded(organisation);
        return _record.organisation[organisation].treasury;
    }

    /// @inheritdoc ICircles
    function vaultFor(address founder, bytes32 salt) public view returns (address) {
        return _VAULTS.vaultAt(address(this), keccak256(abi.encode(founder, salt)));
    }

    // ------------------------------------------------------------------ parts

    /// @dev Use up an offer to the caller, who is a partner.
    function _accept(uint64 role) private {
        // Check: offered, and an anchor only while it is founded, so that no offer of it waits for years.
        Role storage offered = _record.roleOrRevert(role);
        bool late = offered.circle == 0 && _record.organisation[Ids.organisationOf(role)].founded;
        if (late || !_record.offered[role][msg.sender]) revert NotOffered(role, msg.sender);
        // Effect.
        _record.offered[role][msg.sender] = false;
        _record.assign(msg.sender, role, msg.sender);
    }

    function _requireFounding() private view {
        if (msg.sender != address(_FOUNDING)) revert NotFounding(msg.sender);
    }

    /// @dev Refuse a caller who does not choose who fills `role`. An anchor itself is filled while founding only:
    /// whoever leads it could otherwise be chosen by those whom it should choose.
    function _requireAssigner(uint64 role) private view {
        _record.requireFounded(Ids.organisationOf(role));
        _record.roleOrRevert(role);
        uint64 circle = _record.circleOf(role);
        if (circle == 0) revert NotAssigner(role, msg.sender);
        if (_record.holds(circle, msg.sender, Seats.LEAD)) return;
        // Only an anchor's settings can name one; nobody fills role 0.
        uint64 assigner = _record.configuration[circle].assigner;
        if (!_record.fills(assigner, msg.sender)) revert NotAssigner(circle, msg.sender);
    }

    function _requireBits(uint32 organisation, uint8 needed) private view {
        if (_record.bits[organisation][msg.sender] & needed != needed) {
            revert NotProcess(organisation, msg.sender, needed);
        }
    }

    /// @dev Whether these seats of `circle` are those of somebody who fills `asRole` there.
    function _isInRole(uint64 circle, uint192 seats, uint64 asRole) private view returns (bool) {
        if (asRole == 0) return false;
        if (asRole == circle) return seats & Seats.bit(Seats.LEAD) != 0;
        if (_record.circleOf(asRole) != circle) return false;
        return seats & Seats.bit(_record.role[asRole].seat) != 0;
    }
}
