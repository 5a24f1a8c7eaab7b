// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ICircles } from "../interfaces/ICircles.sol";
import { IStructure } from "../interfaces/IStructure.sol";
import { Change } from "../interfaces/Types.sol";
import { Chronicle } from "../libraries/Chronicle.sol";
import { Ids } from "../libraries/Ids.sol";

/// @title Acclamation: another way to decide
/// @notice A member of a circle moves, and when another one cheers it is done. Not a process for any organisation: it shows
/// that the record takes decisions from whatever process an organisation has let in, and from no other.
contract Acclamation {
    struct Motion {
        uint64 circle;
        address mover;
        bytes32 changes;
    }

    ICircles private immutable _CIRCLES;
    IStructure private immutable _STRUCTURE;

    mapping(uint64 motion => Motion) public motions;

    event Moved(
        uint32 indexed organisation,
        uint64 indexed motion,
        bytes32 previous,
        address actor,
        uint40 time,
        bytes32 changes
    );
    event Cheered(
        uint32 indexed organisation,
        uint64 indexed motion,
        bytes32 previous,
        address actor,
        uint40 time
    );

    error NotMember(address caller);
    error NotTheMotion(uint64 motion);

    constructor(ICircles circles) {
        _CIRCLES = circles;
        _STRUCTURE = IStructure(circles.structure());
    }

    function move(uint64 circle, Change[] calldata changes) external returns (uint64 id) {
        _requireMember(circle);
        // Refuses a process that only finishes.
        _STRUCTURE.opening(circle);
        uint32 organisation = Ids.organisationOf(circle);
        bytes32 head = _CIRCLES.head(organisation);
        id = Ids.join(organisation, Chronicle.numberOf(head) + 1);
        bytes32 hash = keccak256(abi.encode(changes));
        motions[id] = Motion(circle, msg.sender, hash);
        _speak(Moved.selector, id, abi.encode(head, msg.sender, block.timestamp, hash));
    }

    function cheer(uint64 id, Change[] calldata changes, address[] calldata people) external {
        Motion memory motion = motions[id];
        _requireMember(motion.circle);
        bool other = msg.sender != motion.mover && motion.changes == keccak256(abi.encode(changes));
        if (!other) revert NotTheMotion(id);
        delete motions[id];
        bytes32 head = _CIRCLES.head(Ids.organisationOf(id));
        _speak(Cheered.selector, id, abi.encode(head, msg.sender, block.timestamp));
        _STRUCTURE.enact(motion.circle, msg.sender, changes, people);
    }

    function _speak(bytes32 signature, uint64 id, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(id);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, id, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    function _requireMember(uint64 circle) private view {
        if (!_CIRCLES.standing(circle, msg.sender, 0).member) revert NotMember(msg.sender);
    }
}
