// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ICircles } from "../interfaces/ICircles.sol";
import { Mandate, Partner, PartnerStatus, Role, Seat } from "../interfaces/Types.sol";
import { Chronicle } from "./Chronicle.sol";
import { Ids } from "./Ids.sol";

/// @notice All that `Circles` stores.
/// @param organisations How many organisations were founded.
/// @param heads The head of each organisation's history.
/// @param organisation Where each organisation stands.
/// @param ruleHash The hash of each organisation's rules.
/// @param role A word a role.
/// @param seatsTaken The seats that live roles of a circle take, as bits; bit 0 belongs to its leads.
/// @param seat A word a circle and person.
/// @param offered Roles offered and not accepted yet.
/// @param partner A word an organisation and person.
/// @param mandate A word an organisation and process.
/// @param circleOfVault The circle to which a vault belongs.
/// @param followers The linked roles that follow a role: up to four ids in one word, the last in its lowest bits.
struct Record {
    uint32 organisations;
    mapping(uint32 organisation => bytes32) heads;
    mapping(uint32 organisation => ICircles.Organisation) organisation;
    mapping(uint32 organisation => bytes32) ruleHash;
    mapping(uint64 role => Role) role;
    mapping(uint64 circle => uint256) seatsTaken;
    mapping(uint64 circle => mapping(address person => Seat)) seat;
    mapping(uint64 role => mapping(address person => bool)) offered;
    mapping(uint32 organisation => mapping(address person => Partner)) partner;
    mapping(uint32 organisation => mapping(address process => Mandate)) mandate;
    mapping(address vault => uint64) circleOfVault;
    mapping(uint64 role => uint256) followers;
}

/// @title Records: what every part of `Circles` asks of its storage
library Records {
    /// @notice Log an event of `Circles` itself and link it.
    /// @return number The number of the event.
    function log(
        Record storage self,
        bytes32 signature,
        uint32 organisation,
        uint64 subject,
        bytes memory data
    ) internal returns (uint32 number) {
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, subject, data);
        return link(self, organisation, address(this), topicsHash, dataHash);
    }

    /// @notice Log an event that says no more than who acted.
    function say(
        Record storage self,
        bytes32 signature,
        uint64 subject,
        address actor
    ) internal returns (uint32 number) {
        uint32 organisation = Ids.organisationOf(subject);
        bytes memory data = abi.encode(self.heads[organisation], actor, block.timestamp);
        return log(self, signature, organisation, subject, data);
    }

    /// @notice Log an event with one word of its own.
    function say(
        Record storage self,
        bytes32 signature,
        uint64 subject,
        address actor,
        uint256 word
    ) internal returns (uint32 number) {
        uint32 organisation = Ids.organisationOf(subject);
        bytes memory data = abi.encode(self.heads[organisation], actor, block.timestamp, word);
        return log(self, signature, organisation, subject, data);
    }

    /// @notice Log an event about a person.
    function say(
        Record storage self,
        bytes32 signature,
        uint64 subject,
        address actor,
        address person
    ) internal returns (uint32 number) {
        return say(self, signature, subject, actor, uint256(uint160(person)));
    }

    /// @notice Link an event that `emitter` has just logged.
    /// @return number The number of the event.
    function link(
        Record storage self,
        uint32 organisation,
        address emitter,
        bytes32 topicsHash,
        bytes32 dataHash
    ) internal returns (uint32 number) {
        bytes32 head = Chronicle.extend(self.heads[organisation], emitter, topicsHash, dataHash);
        self.heads[organisation] = head;
        return Chronicle.numberOf(head);
    }

    /// @notice The id of what the next event of an organisation creates.
    function nextId(Record storage self, uint32 organisation) internal view returns (uint64) {
        return Ids.join(organisation, Chronicle.numberOf(self.heads[organisation]) + 1);
    }

    /// @notice The circle in which a role stands; 0 for an anchor, and for a role that was removed.
    function circleOf(Record storage self, uint64 role) internal view returns (uint64) {
        Role storage found = self.role[role];
        (uint32 circle, uint8 depth) = (found.circle, found.depth);
        return circle == 0 || depth == 0 ? 0 : Ids.join(Ids.organisationOf(role), circle);
    }

    /// @notice A role that must exist.
    function roleOrRevert(Record storage self, uint64 role) internal view returns (Role storage found) {
        found = self.role[role];
        if (found.depth == 0) revert ICircles.UnknownRole(role);
    }

    /// @notice Refuse a person who is not a partner.
    function requirePartner(Record storage self, uint32 organisation, address person) internal view {
        if (self.partner[organisation][person].status != PartnerStatus.Agreed) {
            revert ICircles.NotPartner(organisation, person);
        }
    }

    /// @notice Refuse what may only happen after founding.
    function requireFounded(Record storage self, uint32 organisation) internal view {
        if (!self.organisation[organisation].founded) revert ICircles.FoundingNotOver(organisation);
    }
}
