// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {
    ALL_ARTICLES,
    BINDING,
    Change,
    ChangeKind,
    CONSTRAINT,
    DEFAULT,
    DOMAIN,
    GRANT,
    HERE_ALONE,
    INSIDE_TOO,
    PROCESSES,
    RECORD,
    ROLES,
    SETTINGS,
    STRUCTURE_ARTICLE,
    Words
} from "../interfaces/Types.sol";
import { Ids } from "./Ids.sol";
import { Links } from "./Links.sol";

/// @title Changes: what a well-formed list of changes is
/// @notice Pure: looks at the list alone, not at the record. Asked where a list comes in: when it is proposed or
/// written. What is enacted is what was asked about, by its hash.
library Changes {
    /// @notice A list has 1 to 32 changes.
    uint256 internal constant MOST_CHANGES = 32;
    /// @notice A name has 1 to 80 bytes.
    uint256 internal constant LONGEST_NAME = 80;
    /// @notice A purpose or wording has up to 4,096 bytes.
    uint256 internal constant LONGEST_TEXT = 4096;
    /// @notice A role has up to 32 domains and up to 32 accountabilities.
    uint256 internal constant MOST_ITEMS = 32;
    /// @notice A domain or accountability has 1 to 400 bytes.
    uint256 internal constant LONGEST_ITEM = 400;

    /// @notice The shortest window of a special change.
    uint32 internal constant SPECIAL_WINDOW = 30 days;
    /// @notice The shortest window of a change of the treasury, and of any special change after a meeting was asked for.
    uint32 internal constant LONG_WINDOW = 60 days;

    /// @notice Lead, facilitator, secretary, representative.
    uint64 internal constant PARTS = 4;

    /// @notice A limit of those who speak for a role is at most the most who fill one.
    uint64 internal constant MOST_VOICES = 64;

    /// @notice The list is empty or too long.
    error WrongChanges(uint256 length);
    /// @notice A text of these words has too few or too many bytes.
    error BadWords(string part, uint256 length, uint256 most);
    /// @notice A role needs a purpose, a domain or an accountability besides its name; a policy needs a wording.
    error NothingSaid(string name);
    /// @notice The `place`-th change fills in a field that its kind does not use.
    error UnusedField(uint256 place);

    /// @notice A policy has one or more of the four kinds, and says of its reach only what its kinds leave open:
    /// `HERE_ALONE` of a constraint, a grant or a domain, `INSIDE_TOO` of a default, `BINDING` with that.
    error WrongTags(uint8 tags);
    /// @notice A role is limited to 1 to 64 who speak for it, or to none (0).
    error WrongLimit(uint64 limit);

    /// @notice A special change stands alone in its list.
    error NotAlone(ChangeKind kind);
    /// @notice Special changes are the anchor's.
    error NotOfAnchor(uint64 circle);
    /// @notice Setting a process or a treasury needs the address of a contract as terms, amending the rules the hash of
    /// their text.
    error WrongTerms(bytes32 terms);
    /// @notice Articles are of five, the first of which is always adopted.
    error WrongArticles(uint8 articles);

    /// @notice The `domain`-th domain of the `place`-th change says not of what it is a part; or there is no such domain.
    error NoOrigin(uint256 place, uint256 domain);
    /// @notice Every circle has four roles that are nobody's to create: 1 to 4.
    error WrongPart(uint64 part);

    /// @notice A change refers to the `place`-th change of its list, which created nothing before it.
    error UnknownPlace(uint64 place);

    /// @notice The bits that a process needs to enact a list.
    function bitsNeeded(Change[] calldata changes) internal pure returns (uint8 needed) {
        needed = RECORD;
        for (uint256 i = 0; i < changes.length; ++i) {
            ChangeKind kind = changes[i].kind;
            if (isSpecial(kind)) needed |= PROCESSES;
            else needed |= kind == ChangeKind.Configure ? SETTINGS : ROLES;
        }
    }

    /// @notice Refuse a malformed list.
    function check(Change[] calldata changes) internal pure {
        if (changes.length == 0 || changes.length > MOST_CHANGES) revert WrongChanges(changes.length);
        for (uint256 i = 0; i < changes.length; ++i) {
            Change calldata change = changes[i];
            ChangeKind kind = change.kind;
            bool special = isSpecial(kind);
            if (special) checkSpecial(change, changes.length);
            bool links = kind == ChangeKind.LinkRole;
            bool creates = kind == ChangeKind.CreateRole || kind == ChangeKind.AdoptPolicy || links;
            bool policy = kind == ChangeKind.AdoptPolicy || kind == ChangeKind.AmendPolicy;
            bool role = kind == ChangeKind.CreateRole || kind == ChangeKind.AmendRole || links;
            bool moves = kind == ChangeKind.MoveRole || kind == ChangeKind.MovePolicy;
            bool adds = kind == ChangeKind.AddToRole;

            if (role) checkRole(change.words);
            else if (adds) checkAddition(change.words, i + 1);
            else if (policy) checkPolicy(change.words, i + 1);
            else if (moves) checkWhy(change.words, i + 1);
            else if (!isEmpty(change.words)) revert UnusedField(i + 1);

            if (creates && change.revision != 0) revert UnusedField(i + 1);
            if (!policy && change.reviewAt != 0) revert UnusedField(i + 1);
            if (policy) checkTags(change.tags);
            else if (change.tags != 0 && !special) revert UnusedField(i + 1);
            if (kind == ChangeKind.LimitRole) {
                if (change.place > MOST_VOICES) revert WrongLimit(change.place);
            } else if (adds) {
                if (change.place == 0 || change.place > PARTS) revert WrongPart(change.place);
            } else if (!moves && !links && change.place != 0) {
                revert UnusedField(i + 1);
            }
            uint256 settings = kind == ChangeKind.Configure ? 1 : 0;
            if (change.settings.length != settings) revert UnusedField(i + 1);
            if (links) {
                Links.check(change.terms);
                // They are granted later, as part of something.
                if (change.words.domains.length != 0) revert UnusedField(i + 1);
            } else if (role || adds) {
                checkOrigins(change.terms, change.words.domains.length, i + 1);
            } else if (!(policy || special) && change.terms != 0) {
                revert UnusedField(i + 1);
            }
        }
    }

    /// @notice Whether changes of this kind are special: each alone, of the anchor, and slow.
    function isSpecial(ChangeKind kind) internal pure returns (bool) {
        return kind >= ChangeKind.SetProcess;
    }

    /// @notice How long the window of a well-formed list is, in a circle whose own is `window`.
    function windowOf(
        Change[] calldata changes,
        uint64 circle,
        uint32 window
    ) internal pure returns (uint32 its, bool special) {
        special = isSpecial(changes[0].kind);
        if (!special) return (window, false);
        if (Ids.numberOf(circle) != Ids.ANCHOR) revert NotOfAnchor(circle);
        uint32 least = changes[0].kind == ChangeKind.SetTreasury ? LONG_WINDOW : SPECIAL_WINDOW;
        return (window > least ? window : least, true);
    }

    /// @notice The role or policy that a reference means: one below 2^32 is a place, counted from 1, in a list that created.
    function atPlace(uint64[] memory created, uint64 target) internal pure returns (uint64) {
        if (Ids.organisationOf(target) != 0) return target;
        if (target == 0 || target > created.length || created[target - 1] == 0) {
            revert UnknownPlace(target);
        }
        return created[target - 1];
    }

    /// @notice Refuse words that cannot be a role's.
    function checkRole(Words calldata words) internal pure {
        checkLength("name", bytes(words.name).length, 1, LONGEST_NAME);
        checkLength("text", bytes(words.text).length, 0, LONGEST_TEXT);
        checkItems("domains", words.domains);
        checkItems("accountabilities", words.accountabilities);
        if (
            bytes(words.text).length == 0 && words.domains.length == 0 && words.accountabilities.length == 0
        ) {
            revert NothingSaid(words.name);
        }
    }

    /// @notice Refuse articles without the first, or beyond the last.
    function checkArticles(uint8 articles) internal pure {
        if (articles & STRUCTURE_ARTICLE == 0 || articles > ALL_ARTICLES) revert WrongArticles(articles);
    }

    /// @dev Refuse a special change that is not alone, or says too little or too much.
    function checkSpecial(Change calldata change, uint256 length) private pure {
        if (length != 1) revert NotAlone(change.kind);
        if (change.target != 0) revert UnusedField(1);
        bool rules = change.kind == ChangeKind.AmendRules;
        if (rules) checkArticles(change.tags);
        else if (change.kind == ChangeKind.SetTreasury && change.tags != 0) revert UnusedField(1);
        bool address_ = uint256(change.terms) <= type(uint160).max;
        if (change.terms == 0 || !(rules || address_)) revert WrongTerms(change.terms);
    }

    /// @dev Refuse what cannot be added: the names and purposes of those roles are fixed.
    function checkAddition(Words calldata words, uint256 place) private pure {
        checkItems("domains", words.domains);
        checkItems("accountabilities", words.accountabilities);
        if (bytes(words.name).length + bytes(words.text).length != 0) revert UnusedField(place);
    }

    /// @dev Refuse terms that do not say for each domain, and for nothing else, of what it is a part.
    function checkOrigins(bytes32 terms, uint256 domains, uint256 place) private pure {
        // At most 32 domains, as many as there are bytes.
        for (uint256 i = 0; i < domains; ++i) if (terms[i] == 0) revert NoOrigin(place, i + 1);
        if (terms << (8 * domains) != 0) revert NoOrigin(place, domains + 1);
    }

    /// @dev Refuse words that cannot be a policy's.
    function checkPolicy(Words calldata words, uint256 place) private pure {
        checkLength("name", bytes(words.name).length, 1, LONGEST_NAME);
        checkLength("text", bytes(words.text).length, 0, LONGEST_TEXT);
        if (bytes(words.text).length == 0) revert NothingSaid(words.name);
        if (words.domains.length + words.accountabilities.length != 0) revert UnusedField(place);
    }

    /// @dev Refuse what says not just why something moves.
    function checkWhy(Words calldata words, uint256 place) private pure {
        checkLength("text", bytes(words.text).length, 1, LONGEST_TEXT);
        bool more = bytes(words.name).length + words.domains.length + words.accountabilities.length != 0;
        if (more) revert UnusedField(place);
    }

    /// @dev Refuse tags that say no kind of policy, or contradict themselves.
    function checkTags(uint8 tags) private pure {
        bool wrong =
            tags & (CONSTRAINT | GRANT | DOMAIN | DEFAULT) == 0 ||
                tags > (CONSTRAINT | GRANT | DOMAIN | DEFAULT | HERE_ALONE | INSIDE_TOO | BINDING) ||
                (tags & HERE_ALONE != 0 && tags & (CONSTRAINT | GRANT | DOMAIN) == 0) ||
                (tags & INSIDE_TOO != 0 && tags & DEFAULT == 0) ||
                (tags & BINDING != 0 && tags & INSIDE_TOO == 0);
        if (wrong) revert WrongTags(tags);
    }

    function checkItems(string memory part, string[] calldata items) private pure {
        if (items.length > MOST_ITEMS) revert BadWords(part, items.length, MOST_ITEMS);
        for (uint256 i = 0; i < items.length; ++i) checkLength(part, bytes(items[i]).length, 1, LONGEST_ITEM);
    }

    function checkLength(string memory part, uint256 length, uint256 least, uint256 most) private pure {
        if (length < least || length > most) revert BadWords(part, length, most);
    }

    function isEmpty(Words calldata words) private pure returns (bool) {
        return
            bytes(words.name).length == 0 &&
            bytes(words.text).length == 0 &&
            words.domains.length == 0 &&
            words.accountabilities.length == 0;
    }
}
