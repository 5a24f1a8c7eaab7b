// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IFounding } from "./interfaces/IFounding.sol";
import { IPartners } from "./interfaces/IPartners.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { Change, Invitation, Offer, Process, Settings, Words } from "./interfaces/Types.sol";
import { Changes } from "./libraries/Changes.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";

/// @title Founding
/// @notice What it does, for whom and with which errors: see `IFounding`.
/// @dev `Circles` had it deployed and trusts it. It calls only `Circles` and what else it deploys: no
/// function can be re-entered.
contract Founding is IFounding, ERC2771Context {
    uint256 private constant _MOST_RATIFIERS = 32;

    ICircles private immutable _CIRCLES;
    IStructure private immutable _STRUCTURE;
    IPartners private immutable _PARTNERS;

    mapping(uint32 organisation => Progress) private _progress;
    mapping(uint32 organisation => mapping(address ratifier => uint64)) private _ratified;

    /// @param circles The record.
    /// @param structure Through which the initial structure is written; the record's own.
    /// @param partners Through which people come in; the record's own.
    /// @param voice Whom it believes who speaks.
    constructor(
        ICircles circles,
        IStructure structure,
        IPartners partners,
        address voice
    ) ERC2771Context(voice) {
        _CIRCLES = circles;
        _STRUCTURE = structure;
        _PARTNERS = partners;
    }

    /// @inheritdoc IFounding
    function found(
        Words calldata words,
        bytes32 ruleHash,
        Settings calldata settings,
        address[] calldata ratifiers,
        Process[] calldata processes,
        address treasury,
        bytes32 salt
    ) external returns (uint64 anchor) {
        // Check: the words and the ratifiers here, all else in the record.
        Changes.checkRole(words);
        if (ratifiers.length == 0 || ratifiers.length > _MOST_RATIFIERS) revert WrongRatifiers();

        // Interaction: the record, which calls back to nobody, gives the organisation its number.
        address vault;
        (anchor, vault) = _CIRCLES.found(_msgSender(), ruleHash, processes, treasury, salt);
        _STRUCTURE.configureInitially(anchor, settings);

        // Effect.
        uint32 organisation = Ids.organisationOf(anchor);
        for (uint256 i = 0; i < ratifiers.length; ++i) {
            bool twice = _ratified[organisation][ratifiers[i]] != 0;
            if (twice || ratifiers[i] == address(0)) revert WrongRatifiers();
            _ratified[organisation][ratifiers[i]] = 1;
        }
        // Safe cast: at most _MOST_RATIFIERS.
        _progress[organisation] = Progress(Ids.ANCHOR, uint8(ratifiers.length), 0);
        bytes memory data = abi.encode(
            _CIRCLES.head(organisation),
            _msgSender(),
            block.timestamp,
            words,
            ruleHash,
            settings,
            ratifiers,
            processes,
            treasury,
            salt,
            vault
        );
        _speak(Founded.selector, organisation, data);
    }

    /// @inheritdoc IFounding
    function write(
        uint32 organisation,
        uint32 afterNumber,
        Change[] calldata changes,
        address[] calldata people,
        Invitation[] calldata invited,
        Offer[] calldata offers
    ) external {
        Progress storage progress = _progress[organisation];
        // Check: a ratifier, after the last write, before the end, well-formed; there may be no changes.
        _requireRatifier(organisation, afterNumber);
        if (_CIRCLES.organisationAt(organisation).founded) revert ICircles.FoundingOver(organisation);
        if (changes.length != 0) Changes.check(changes);

        // Effect: the structure, and a write that voids earlier ratifications.
        uint64[] memory created = _STRUCTURE.write(organisation, _msgSender(), changes, people);
        for (uint256 i = 0; i < invited.length; ++i) {
            _PARTNERS.inviteInitially(organisation, _msgSender(), invited[i]);
        }
        for (uint256 i = 0; i < offers.length; ++i) {
            uint64 role = Changes.atPlace(created, offers[i].role);
            if (Ids.organisationOf(role) != organisation) revert ICircles.UnknownRole(role);
            _CIRCLES.offerInitially(role, _msgSender(), offers[i].person);
        }
        progress.ratified = 0;
        progress.lastWrite = _speak(
            Written.selector,
            organisation,
            abi.encode(_CIRCLES.head(organisation), _msgSender(), block.timestamp, afterNumber)
        );
    }

    /// @inheritdoc IFounding
    function ratify(uint32 organisation, uint32 number) external {
        Progress storage progress = _progress[organisation];
        // Check: a ratifier, the last write, not twice. After the end everybody has ratified it.
        _requireRatifier(organisation, number);
        uint64 mark = uint64(number) + 1;
        if (_ratified[organisation][_msgSender()] == mark) revert AlreadyRatified(organisation, _msgSender());

        // Effect: with the last one the founding is over, if somebody can decide.
        _ratified[organisation][_msgSender()] = mark;
        bool complete = ++progress.ratified == progress.ratifiers;
        _speak(
            Ratified.selector,
            organisation,
            abi.encode(_CIRCLES.head(organisation), _msgSender(), block.timestamp, number, complete)
        );
        if (complete) _CIRCLES.complete(organisation);
    }

    /// @inheritdoc IFounding
    function progressOf(uint32 organisation) external view returns (Progress memory) {
        return _progress[organisation];
    }

    /// @inheritdoc IFounding
    function ratifiedBy(uint32 organisation, address ratifier) external view returns (uint64) {
        return _ratified[organisation][ratifier];
    }

    function _speak(bytes32 signature, uint32 organisation, bytes memory data) private returns (uint32) {
        uint64 anchor = Ids.anchorOf(organisation);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, anchor, data);
        return _CIRCLES.speak(organisation, topicsHash, dataHash);
    }

    function _requireRatifier(uint32 organisation, uint32 named) private view {
        if (_ratified[organisation][_msgSender()] == 0) revert NotRatifier(organisation, _msgSender());
        uint32 last = _progress[organisation].lastWrite;
        if (named != last) revert StaleFounding(organisation, named, last);
    }
}
