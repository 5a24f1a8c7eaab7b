// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import { ICircles } from "./interfaces/ICircles.sol";
import { IFounding } from "./interfaces/IFounding.sol";
import { IPartners } from "./interfaces/IPartners.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import {
    Change,
    ChangeKind,
    GOVERNANCE_ARTICLE,
    Invitation,
    LINKED,
    Offer,
    Process,
    RATIFIERS_SIGN,
    Settings,
    Words
} from "./interfaces/Types.sol";
import { Changes } from "./libraries/Changes.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { Texts } from "./libraries/Texts.sol";

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
    mapping(uint32 organisation => mapping(address person => Ratifier)) private _ratifiers;
    /// @dev A bit a ratifier's place.
    mapping(uint32 organisation => mapping(bytes32 amendment => uint32)) private _signed;

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
        uint8 articles,
        Settings calldata settings,
        address[] calldata ratifiers,
        Process[] calldata processes,
        address treasury,
        bytes32 salt
    ) external returns (uint64 anchor) {
        // Check: the words, the rules, the articles and the ratifiers here, all else in the record.
        Changes.checkRole(words);
        if (ruleHash == 0) revert ICircles.NoRules();
        Changes.checkArticles(articles);
        if (ratifiers.length == 0 || ratifiers.length > _MOST_RATIFIERS) revert WrongRatifiers();

        // Interaction: the record, which calls back to nobody, gives the organisation its number.
        address vault;
        (anchor, vault) = _CIRCLES.found(_msgSender(), ruleHash, articles, processes, treasury, salt);
        _STRUCTURE.configureInitially(anchor, settings);

        // Effect.
        uint32 organisation = Ids.organisationOf(anchor);
        for (uint256 i = 0; i < ratifiers.length; ++i) {
            bool twice = _ratifiers[organisation][ratifiers[i]].mark != 0;
            if (twice || ratifiers[i] == address(0)) revert WrongRatifiers();
            // Safe cast: below _MOST_RATIFIERS.
            _ratifiers[organisation][ratifiers[i]] = Ratifier(1, uint8(i));
        }
        // Safe cast: at most _MOST_RATIFIERS.
        _progress[organisation] = Progress(Ids.ANCHOR, uint8(ratifiers.length), 0, false);
        bytes memory data = abi.encode(
            _CIRCLES.head(organisation),
            _msgSender(),
            block.timestamp,
            words,
            ruleHash,
            articles,
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
            // Whoever fills what it follows comes to fill a linked role, and nobody else.
            if (_CIRCLES.roleAt(role).links & LINKED != 0) revert ICircles.LinkedRole(role);
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
        Ratifier storage ratifier = _ratifiers[organisation][_msgSender()];
        if (ratifier.mark == mark) revert AlreadyRatified(organisation, _msgSender());

        // Effect: with the last one the founding is over, if somebody can decide.
        ratifier.mark = mark;
        bool complete = ++progress.ratified == progress.ratifiers;
        _speak(
            Ratified.selector,
            organisation,
            abi.encode(_CIRCLES.head(organisation), _msgSender(), block.timestamp, number, complete)
        );
        if (complete) _CIRCLES.setFounded(organisation, true);
    }

    // ------------------------------------------------------------------ the rules afterwards

    /// @inheritdoc IFounding
    function signAmendment(uint32 organisation, bytes32 ruleHash, uint8 articles, uint32 revision) external {
        ICircles.Organisation memory known = _CIRCLES.organisationAt(organisation);
        Ratifier memory ratifier = _ratifiers[organisation][_msgSender()];
        // Check: a ratifier, after the founding, an amendment that can come into force, not twice.
        if (ratifier.mark == 0) revert NotRatifier(organisation, _msgSender());
        if (!known.founded) revert ICircles.FoundingNotOver(organisation);
        if (ruleHash == 0) revert ICircles.NoRules();
        Changes.checkArticles(articles);
        if (revision != known.revision) {
            revert ICircles.StaleRevision(Ids.anchorOf(organisation), revision, known.revision);
        }
        bytes32 amendment = keccak256(abi.encode(ruleHash, articles, revision));
        uint32 signed = _signed[organisation][amendment];
        // Bounded shift: places are below _MOST_RATIFIERS, which is 32.
        uint32 bit = uint32(1) << ratifier.place;
        if (signed & bit != 0) revert AlreadySigned(organisation, _msgSender());

        // Effect: where leads govern, the last signature alone amends the rules; elsewhere the anchor decides too.
        _signed[organisation][amendment] = signed | bit;
        _speak(
            AmendmentSigned.selector,
            organisation,
            abi.encode(
                _CIRCLES.head(organisation),
                _msgSender(),
                block.timestamp,
                ruleHash,
                articles,
                revision
            )
        );
        bool alone = known.articles & GOVERNANCE_ARTICLE == 0;
        if (alone && _isSigned(organisation, amendment)) {
            _amend(organisation, _msgSender(), ruleHash, articles, revision);
        }
    }

    /// @inheritdoc IFounding
    function succeed(uint32 organisation, address successor) external {
        Ratifier memory ratifier = _ratifiers[organisation][_msgSender()];
        // Check: a ratifier, after the founding; somebody who is none.
        if (ratifier.mark == 0) revert NotRatifier(organisation, _msgSender());
        if (!_CIRCLES.organisationAt(organisation).founded) revert ICircles.FoundingNotOver(organisation);
        bool wrong = successor == address(0) || _ratifiers[organisation][successor].mark != 0;
        if (wrong) revert WrongRatifiers();

        // Effect: the place, and what was signed from it, is the successor's.
        delete _ratifiers[organisation][_msgSender()];
        _ratifiers[organisation][successor] = ratifier;
        _speak(
            RatifierSucceeded.selector,
            organisation,
            abi.encode(_CIRCLES.head(organisation), _msgSender(), block.timestamp, successor)
        );
    }

    /// @inheritdoc IFounding
    function dissolve(uint32 organisation, string calldata destinations) external {
        uint64 anchor = Ids.anchorOf(organisation);
        // Check: after the founding, as the crowd asks; the only member left in the anchor, which always keeps a person; no
        // power, which needs nobody's leave; where the money goes.
        uint16 members = _CIRCLES.crowd(anchor).members;
        bool member = _CIRCLES.standing(anchor, _msgSender(), 0).member;
        if (!member || members != 1) revert NotLast(organisation, _msgSender(), members);
        uint256 powers = _STRUCTURE.powersIn(organisation);
        if (powers != 0) revert PowersStand(organisation, powers);
        Texts.check(destinations);

        // Effect: for ever. Vaults obey nobody from then on.
        _progress[organisation].dissolved = true;
        _speak(
            Dissolved.selector,
            organisation,
            abi.encode(_CIRCLES.head(organisation), _msgSender(), block.timestamp, destinations)
        );
        _CIRCLES.setFounded(organisation, false);
    }

    /// @inheritdoc IFounding
    function changeSpecially(
        uint32 organisation,
        address actor,
        ChangeKind kind,
        bytes32 terms,
        uint8 tags,
        uint32 revision
    ) external {
        // Check: asked for through the structure, which has seen it adopted.
        if (msg.sender != address(_STRUCTURE)) revert ICircles.NotStructure(msg.sender);
        // Effect.
        if (kind == ChangeKind.AmendRules) {
            _requireSigned(organisation, terms, tags, revision);
            _amend(organisation, actor, terms, tags, revision);
            return;
        }
        // Safe cast: `Changes` has bounded the terms by 2^160 where they are an address.
        address named = address(uint160(uint256(terms)));
        if (kind == ChangeKind.SetProcess) {
            (bytes32 before, uint40 endsAt) = _CIRCLES.setProcess(organisation, named, tags, revision);
            bytes memory data = abi.encode(before, actor, block.timestamp, named, tags, endsAt, revision + 1);
            _speak(ProcessSet.selector, organisation, data);
        } else {
            bytes32 before = _CIRCLES.setTreasury(organisation, named, revision);
            bytes memory data = abi.encode(before, actor, block.timestamp, named, revision + 1);
            _speak(TreasurySet.selector, organisation, data);
        }
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc IFounding
    function progressOf(uint32 organisation) external view returns (Progress memory) {
        return _progress[organisation];
    }

    /// @inheritdoc IFounding
    function ratifiedBy(uint32 organisation, address ratifier) external view returns (uint64) {
        return _ratifiers[organisation][ratifier].mark;
    }

    /// @inheritdoc IFounding
    function placeOf(uint32 organisation, address ratifier) external view returns (uint8) {
        return _ratifiers[organisation][ratifier].place;
    }

    /// @inheritdoc IFounding
    function signedBy(
        uint32 organisation,
        bytes32 ruleHash,
        uint8 articles,
        uint32 revision
    ) external view returns (uint32) {
        return _signed[organisation][keccak256(abi.encode(ruleHash, articles, revision))];
    }

    // ------------------------------------------------------------------ parts

    function _amend(
        uint32 organisation,
        address actor,
        bytes32 ruleHash,
        uint8 articles,
        uint32 revision
    ) private {
        uint16 version = _CIRCLES.amendRules(organisation, ruleHash, articles, revision);
        _speak(
            RulesAmended.selector,
            organisation,
            abi.encode(
                _CIRCLES.head(organisation),
                actor,
                block.timestamp,
                ruleHash,
                articles,
                version,
                revision + 1
            )
        );
    }

    /// @dev Where the ratifiers sign, all of them have.
    function _requireSigned(
        uint32 organisation,
        bytes32 ruleHash,
        uint8 articles,
        uint32 revision
    ) private view {
        uint16 flags = _STRUCTURE.settingsIn(Ids.anchorOf(organisation)).flags;
        bytes32 amendment = keccak256(abi.encode(ruleHash, articles, revision));
        if (flags & RATIFIERS_SIGN != 0 && !_isSigned(organisation, amendment)) {
            revert NotSigned(organisation, _signed[organisation][amendment]);
        }
    }

    /// @dev Whether every ratifier has signed.
    function _isSigned(uint32 organisation, bytes32 amendment) private view returns (bool) {
        // At most 32 ones. Safe cast: it is below 2^32.
        uint32 all = uint32((uint256(1) << _progress[organisation].ratifiers) - 1);
        return _signed[organisation][amendment] == all;
    }

    function _speak(bytes32 signature, uint32 organisation, bytes memory data) private returns (uint32) {
        uint64 anchor = Ids.anchorOf(organisation);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, anchor, data);
        return _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    function _requireRatifier(uint32 organisation, uint32 named) private view {
        if (_ratifiers[organisation][_msgSender()].mark == 0) revert NotRatifier(organisation, _msgSender());
        if (_progress[organisation].dissolved) revert ICircles.FoundingOver(organisation);
        uint32 last = _progress[organisation].lastWrite;
        if (named != last) revert StaleFounding(organisation, named, last);
    }
}
