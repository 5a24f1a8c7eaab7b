// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IInitiatives } from "./interfaces/IInitiatives.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { PartnerKind } from "./interfaces/Types.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { Outward } from "./libraries/Outward.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Initiatives
/// @notice What it does, for whom and with which errors: see `IInitiatives`.
/// @dev It reads `Circles` and its `Structure`, and extends the history: no function can be re-entered.
contract Initiatives is IInitiatives, ERC2771Context {
    /// @dev The most roles that an initiative names as affected, so that their numbers fill one word.
    uint256 private constant MOST_AFFECTED = 8;

    ICircles private immutable _CIRCLES;
    IStructure private immutable _STRUCTURE;

    mapping(uint64 initiative => Initiative) private _initiatives;
    mapping(uint64 initiative => mapping(uint64 role => address)) private _askedBy;

    /// @param circles The record.
    constructor(ICircles circles) ERC2771Context(circles.voice()) {
        _CIRCLES = circles;
        _STRUCTURE = IStructure(circles.structure());
    }

    /// @inheritdoc IInitiatives
    function declareInitiative(
        uint64 asRole,
        uint64 breaks,
        uint64[] calldata affected,
        Statements calldata statements
    ) external returns (uint64 id) {
        uint32 organisation = Ids.organisationOf(asRole);
        // Check: founded; somebody who acts for the role, and is no agent; every statement that it takes.
        Outward.requireOpening(_CIRCLES, organisation);
        bool agent = _CIRCLES.partnerAt(organisation, _msgSender()).kind == PartnerKind.Agent;
        if (agent || !_CIRCLES.acts(asRole, _msgSender())) revert NotInRole(asRole, _msgSender());
        _requireObject(organisation, breaks);
        _requireStatements(breaks, statements);
        uint256 packed = _pack(organisation, affected);

        // Effect.
        bytes32 head = _CIRCLES.head(organisation);
        id = Ids.join(organisation, Chronicle.numberOf(head) + 1);
        _initiatives[id] = Initiative(_msgSender(), packed);
        _speak(
            InitiativeDeclared.selector,
            id,
            abi.encode(head, _msgSender(), block.timestamp, asRole, breaks, affected, statements)
        );
    }

    /// @inheritdoc IInitiatives
    function askToRefrain(uint64 id, uint64 role, string calldata text) external {
        // Check: a role that it affects, somebody who acts for that, for the first time.
        if (!_isAffected(id, role)) revert NotAffectedRole(id, role);
        if (!_CIRCLES.acts(role, _msgSender())) revert NotInRole(role, _msgSender());
        if (_askedBy[id][role] != address(0)) revert AlreadyAsked(id, role);
        Texts.check(text);

        // Effect.
        _askedBy[id][role] = _msgSender();
        _speak(RefrainAsked.selector, id, abi.encode(_head(id), _msgSender(), block.timestamp, role, text));
    }

    /// @inheritdoc IInitiatives
    function liftRefrain(uint64 id, uint64 role) external {
        // Check: whoever asked, or whoever came after that person.
        address asker = _askedBy[id][role];
        address who = _msgSender();
        bool after_ = asker != address(0) && !_CIRCLES.acts(role, asker) && _CIRCLES.acts(role, who);
        if (who != asker && !after_) revert NotAsker(id, role, who);

        // Effect.
        delete _askedBy[id][role];
        _speak(RefrainLifted.selector, id, abi.encode(_head(id), who, block.timestamp, role));
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc IInitiatives
    function initiativeAt(uint64 id) external view returns (Initiative memory) {
        return _initiatives[id];
    }

    /// @inheritdoc IInitiatives
    function askedBy(uint64 id, uint64 role) external view returns (address) {
        return _askedBy[id][role];
    }

    // ------------------------------------------------------------------ parts

    function _speak(bytes32 signature, uint64 id, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(id);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, id, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    /// @dev Nothing, or a live role or a policy in force of this organisation.
    function _requireObject(uint32 organisation, uint64 object) private view {
        if (object == 0) return;
        bool ours = Ids.organisationOf(object) == organisation;
        bool there = _CIRCLES.roleAt(object).revision != 0 || _STRUCTURE.policyAt(object).revision != 0;
        if (!ours || !there) revert UnknownObject(object);
    }

    /// @dev The numbers of the affected roles in one word.
    function _pack(uint32 organisation, uint64[] calldata affected) private view returns (uint256 packed) {
        if (affected.length == 0 || affected.length > MOST_AFFECTED) revert WrongRoles(affected.length, 0);
        for (uint256 i = 0; i < affected.length; ++i) {
            bool ours = Ids.organisationOf(affected[i]) == organisation;
            if (!ours || _CIRCLES.roleAt(affected[i]).revision == 0) {
                revert WrongRoles(affected.length, affected[i]);
            }
            packed |= uint256(Ids.numberOf(affected[i])) << (32 * i);
        }
    }

    function _isAffected(uint64 id, uint64 role) private view returns (bool) {
        if (Ids.organisationOf(id) != Ids.organisationOf(role)) return false;
        uint32 number = Ids.numberOf(role);
        // No role has the number 0, with which the word is filled up.
        if (number == 0) return false;
        for (uint256 rest = _initiatives[id].affected; rest != 0; rest >>= 32) {
            // Deliberate truncation: the lowest number.
            if (uint32(rest) == number) return true;
        }
        return false;
    }

    function _head(uint64 id) private view returns (bytes32) {
        return _CIRCLES.head(Ids.organisationOf(id));
    }

    function _requireStatements(uint64 breaks, Statements calldata statements) private pure {
        Texts.check(statements.what);
        Texts.check(statements.goodFaith);
        Texts.check(statements.tension);
        Texts.check(statements.spending);
        if ((breaks != 0) != (bytes(statements.waiting).length != 0)) revert WrongWaiting(breaks);
        Texts.checkAtMost(statements.waiting);
    }
}
