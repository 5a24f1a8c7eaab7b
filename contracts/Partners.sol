// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IPartners } from "./interfaces/IPartners.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { Invitation, Partner, PartnerKind, PartnerStatus, Role } from "./interfaces/Types.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Partners
/// @notice What it does, for whom and with which errors: see `IPartners`.
/// @dev `Circles` had it deployed and trusts it. It calls only `Circles` and its structure: no function can be re-entered.
contract Partners is IPartners, ERC2771Context {
    ICircles private immutable _CIRCLES;
    IStructure private immutable _STRUCTURE;

    /// @param circles The record.
    /// @param structure Where settings name who admits; the record's own.
    /// @param voice Whom it believes who speaks.
    constructor(ICircles circles, IStructure structure, address voice) ERC2771Context(voice) {
        _CIRCLES = circles;
        _STRUCTURE = structure;
    }

    /// @inheritdoc IPartners
    function invite(uint32 organisation, Invitation calldata invitation) external {
        // Check: after founding, a filler of the role that admits.
        _requireFounded(organisation);
        if (!_admits(organisation, invitation.kind)) revert NotAdmitter(organisation, _msgSender());
        if (invitation.kind == PartnerKind.Agent) {
            Partner memory custodian = _CIRCLES.partnerAt(organisation, invitation.custodian);
            bool answers = custodian.status == PartnerStatus.Agreed && custodian.kind == PartnerKind.Person;
            if (!answers) revert WrongCustodian(invitation.custodian);
        }
        // Effect.
        _invite(organisation, _msgSender(), invitation);
    }

    /// @inheritdoc IPartners
    function inviteInitially(uint32 organisation, address actor, Invitation calldata invitation) external {
        // Check: asked for through the founding, which has written before its end in the same call.
        if (msg.sender != _CIRCLES.founding()) revert NotAdmitter(organisation, msg.sender);
        // Effect.
        _invite(organisation, actor, invitation);
    }

    /// @inheritdoc IPartners
    function agree(uint32 organisation, bytes32 ruleHash, uint64[] calldata offers) external {
        Partner memory partner = _CIRCLES.partnerAt(organisation, _msgSender());
        // Check: an organisation with these rules, somebody who is invited or needs no invitation.
        bytes32 inForce = _CIRCLES.ruleHashOf(organisation);
        if (inForce == 0) revert ICircles.UnknownOrganisation(organisation);
        if (ruleHash != inForce) revert WrongRules(ruleHash, inForce);
        ICircles.Organisation memory known = _CIRCLES.organisationAt(organisation);
        bool again = partner.status == PartnerStatus.Agreed;
        if (again && partner.version == known.version) revert AlreadyPartner(organisation, _msgSender());
        // While it is founded, only the ratifiers' guests come in: the role that will admit may not be named yet.
        bool admitted =
            again ||
                partner.status == PartnerStatus.Invited ||
                (known.founded && _admission(organisation) == 0);
        if (!admitted) revert NotInvited(organisation, _msgSender());
        if (Ids.organisationOf(_CIRCLES.circleOfVault(_msgSender())) == organisation)
            revert OwnVault(_msgSender());

        // Effect.
        partner.status = PartnerStatus.Agreed;
        partner.version = known.version;
        _CIRCLES.setPartner(organisation, _msgSender(), partner);
        _speak(
            Agreed.selector,
            organisation,
            abi.encode(_CIRCLES.head(organisation), _msgSender(), block.timestamp, ruleHash)
        );
        for (uint256 i = 0; i < offers.length; ++i) {
            if (Ids.organisationOf(offers[i]) != organisation) {
                revert ICircles.NotOffered(offers[i], _msgSender());
            }
            _CIRCLES.acceptFor(offers[i], _msgSender());
        }
    }

    /// @inheritdoc IPartners
    function leaveOrganisation(uint32 organisation, uint64[] calldata roles) external {
        // Check: a partner; each role is checked where it ends.
        _requirePartner(organisation);
        // Effect.
        for (uint256 i = 0; i < roles.length; ++i) {
            if (Ids.organisationOf(roles[i]) != organisation) revert ICircles.UnknownRole(roles[i]);
            _CIRCLES.resignFor(roles[i], _msgSender());
        }
        uint16 seats = _CIRCLES.partnerAt(organisation, _msgSender()).seats;
        if (seats != 0) revert StillSeated(organisation, _msgSender(), seats);
        Partner memory nobody;
        _CIRCLES.setPartner(organisation, _msgSender(), nobody);
        _speak(
            Left.selector,
            organisation,
            abi.encode(_CIRCLES.head(organisation), _msgSender(), block.timestamp)
        );
    }

    /// @inheritdoc IPartners
    function expel(uint32 organisation, address person, string calldata reason) external {
        // Check: after founding, a filler of the role that admits; a partner without a seat; the words.
        _requireFounded(organisation);
        uint64 admission = _admission(organisation);
        if (admission == 0 || !_CIRCLES.fills(admission, _msgSender())) {
            revert NotAdmitter(organisation, _msgSender());
        }
        Partner memory partner = _CIRCLES.partnerAt(organisation, person);
        if (partner.status == PartnerStatus.None) revert ICircles.NotPartner(organisation, person);
        if (partner.seats != 0) revert StillSeated(organisation, person, partner.seats);
        Texts.check(reason);
        // Effect.
        Partner memory nobody;
        _CIRCLES.setPartner(organisation, person, nobody);
        _speak(
            Expelled.selector,
            organisation,
            abi.encode(_CIRCLES.head(organisation), _msgSender(), block.timestamp, person, reason)
        );
    }

    /// @inheritdoc IPartners
    function declareOpenness(uint32 organisation, bool open) external {
        // Check: a partner, who said otherwise until now.
        Partner memory partner = _requirePartner(organisation);
        if (partner.open == open) revert NoChange(organisation, _msgSender());
        // Effect.
        partner.open = open;
        _CIRCLES.setPartner(organisation, _msgSender(), partner);
        _speak(
            OpennessDeclared.selector,
            organisation,
            abi.encode(_CIRCLES.head(organisation), _msgSender(), block.timestamp, open)
        );
    }

    /// @inheritdoc IPartners
    function openVault(uint64 circle) external returns (address vault) {
        uint32 organisation = Ids.organisationOf(circle);
        // Check: a partner; a circle that there is or was (what was sent to one that was removed is not lost), not opened.
        _requirePartner(organisation);
        Role memory role = _CIRCLES.roleAt(circle);
        if (role.circle == 0 && role.depth == 0) revert ICircles.UnknownRole(circle);
        vault = _CIRCLES.vaultOf(circle);
        bool own = Ids.numberOf(circle) == Ids.ANCHOR;
        // It is no partner, for before this it cannot act nor sign; afterwards it is refused when agreeing.
        if (own || _CIRCLES.circleOfVault(vault) != 0) revert ICircles.VaultTaken(vault);
        // Effect.
        _CIRCLES.setVault(vault, circle);
        _speakOfVault(VaultOpened.selector, circle, vault);
    }

    /// @inheritdoc IPartners
    function inheritVault(address vault) external {
        // Check: a partner; the circle to which it belongs was removed.
        uint64 removed = _CIRCLES.circleOfVault(vault);
        uint32 organisation = Ids.organisationOf(removed);
        _requirePartner(organisation);
        Role memory gone = _CIRCLES.roleAt(removed);
        if (gone.depth != 0) revert NotRemoved(removed);
        // Effect: one step out; where that circle was removed too, the next step is the same.
        uint64 heir = Ids.join(organisation, gone.circle);
        _CIRCLES.setVault(vault, heir);
        _speakOfVault(VaultInherited.selector, heir, vault);
    }

    // ------------------------------------------------------------------ parts

    function _invite(uint32 organisation, address actor, Invitation calldata invitation) private {
        Partner memory partner = _CIRCLES.partnerAt(organisation, invitation.person);
        // Check: not a partner, not invited, a custodian for an agent and for nobody else.
        if (partner.status == PartnerStatus.Agreed) revert AlreadyPartner(organisation, invitation.person);
        if (partner.status == PartnerStatus.Invited) revert NoChange(organisation, invitation.person);
        // What an organisation owns decides nothing in it.
        if (Ids.organisationOf(_CIRCLES.circleOfVault(invitation.person)) == organisation)
            revert OwnVault(invitation.person);
        bool agent = invitation.kind == PartnerKind.Agent;
        if (agent != (invitation.custodian != address(0))) revert WrongCustodian(invitation.custodian);

        // Effect. Whoever is neither invited nor a partner fills nothing, so the kind can change.
        partner.status = PartnerStatus.Invited;
        partner.kind = invitation.kind;
        partner.custodian = invitation.custodian;
        _CIRCLES.setPartner(organisation, invitation.person, partner);
        _speak(
            Invited.selector,
            organisation,
            abi.encode(
                _CIRCLES.head(organisation),
                actor,
                block.timestamp,
                invitation.person,
                invitation.kind,
                invitation.custodian
            )
        );
    }

    function _speakOfVault(bytes32 signature, uint64 circle, address vault) private {
        uint32 organisation = Ids.organisationOf(circle);
        bytes memory data = abi.encode(_CIRCLES.head(organisation), _msgSender(), block.timestamp, vault);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, circle, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    function _speak(bytes32 signature, uint32 organisation, bytes memory data) private {
        uint64 anchor = Ids.anchorOf(organisation);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, anchor, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    /// @dev Whether the caller admits partners of this kind: fills the role that admits; where everybody is admitted as a
    /// person, a member of the anchor brings in whoever is none.
    function _admits(uint32 organisation, PartnerKind kind) private view returns (bool) {
        uint64 admission = _admission(organisation);
        if (admission != 0) return _CIRCLES.fills(admission, _msgSender());
        if (kind == PartnerKind.Person || kind == PartnerKind.Body) return false;
        return _CIRCLES.standing(Ids.anchorOf(organisation), _msgSender(), 0).member;
    }

    function _admission(uint32 organisation) private view returns (uint64) {
        return _STRUCTURE.settingsIn(Ids.anchorOf(organisation)).admission;
    }

    function _requireFounded(uint32 organisation) private view {
        if (!_CIRCLES.organisationAt(organisation).founded) revert ICircles.FoundingNotOver(organisation);
    }

    function _requirePartner(uint32 organisation) private view returns (Partner memory partner) {
        partner = _CIRCLES.partnerAt(organisation, _msgSender());
        if (partner.status != PartnerStatus.Agreed) revert ICircles.NotPartner(organisation, _msgSender());
    }
}
