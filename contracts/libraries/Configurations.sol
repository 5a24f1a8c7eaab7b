// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IStructure } from "../interfaces/IStructure.sol";
import { ASYNC_ONLY, MEETING_RIGHT, Settings } from "../interfaces/Types.sol";
import { Ids } from "./Ids.sol";

/// @notice The settings of a circle and their revision, in one word: roles by their numbers.
struct Configuration {
    uint32 window;
    uint32 notice;
    uint16 flags;
    uint8 attention;
    uint8 quorum;
    uint8 reps;
    uint32 admission;
    uint32 assigner;
    uint32 appointer;
    uint32 revision;
}

/// @title Configurations: the bounds of settings, and their one word
library Configurations {
    /// @notice The shortest window of a circle.
    uint32 internal constant SHORTEST_WINDOW = 3 days;
    /// @notice The longest window of a circle.
    uint32 internal constant LONGEST_WINDOW = 60 days;
    /// @notice The shortest notice of a circle.
    uint32 internal constant SHORTEST_NOTICE = 1 days;
    /// @notice The longest notice of a circle.
    uint32 internal constant LONGEST_NOTICE = 14 days;
    /// @notice The most representatives that a circle takes in from each circle inside it.
    uint8 internal constant MOST_REPS = 3;
    /// @notice All flags of settings.
    uint16 internal constant ALL_FLAGS = 1023;

    /// @notice The word of settings, with the next revision. Their roles are the caller's to check.
    /// @param mayInherit Whether window and notice may be zero: in all circles but an anchor.
    function fromSettings(
        Settings memory settings,
        uint64 circle,
        bool mayInherit,
        uint32 revision
    ) internal pure returns (Configuration memory) {
        if (!isWithinBounds(settings.window, SHORTEST_WINDOW, LONGEST_WINDOW, mayInherit)) {
            revert IStructure.WindowOutOfBounds(circle, settings.window);
        }
        if (!isWithinBounds(settings.notice, SHORTEST_NOTICE, LONGEST_NOTICE, mayInherit)) {
            revert IStructure.NoticeOutOfBounds(circle, settings.notice);
        }
        uint16 both = ASYNC_ONLY | MEETING_RIGHT;
        if (settings.flags > ALL_FLAGS || settings.flags & both == both || settings.reps > MOST_REPS) {
            revert IStructure.WrongFlags(circle, settings.flags);
        }
        return
            Configuration({
                window: settings.window,
                notice: settings.notice,
                flags: settings.flags,
                attention: settings.attention,
                quorum: settings.quorum,
                reps: settings.reps,
                admission: Ids.numberOf(settings.admission),
                assigner: Ids.numberOf(settings.assigner),
                appointer: Ids.numberOf(settings.appointer),
                revision: revision
            });
    }

    /// @notice A configuration as it is written in changes and events.
    function toSettings(
        Configuration memory self,
        uint32 organisation
    ) internal pure returns (Settings memory) {
        return
            Settings({
                window: self.window,
                notice: self.notice,
                flags: self.flags,
                attention: self.attention,
                quorum: self.quorum,
                reps: self.reps,
                admission: roleId(organisation, self.admission),
                assigner: roleId(organisation, self.assigner),
                appointer: roleId(organisation, self.appointer)
            });
    }

    function roleId(uint32 organisation, uint32 number) private pure returns (uint64) {
        return number == 0 ? 0 : Ids.join(organisation, number);
    }

    function isWithinBounds(
        uint32 time,
        uint32 shortest,
        uint32 longest,
        bool mayInherit
    ) private pure returns (bool) {
        if (time == 0) return mayInherit;
        return time >= shortest && time <= longest;
    }
}
