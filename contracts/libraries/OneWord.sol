// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IAllowances } from "../interfaces/IAllowances.sol";
import { IBreakdowns } from "../interfaces/IBreakdowns.sol";
import { IConsent } from "../interfaces/IConsent.sol";
import { IRulings } from "../interfaces/IRulings.sol";
import { ITreasury } from "../interfaces/ITreasury.sol";
import { Role, Seat } from "../interfaces/Types.sol";
import { Page } from "./Pages.sol";

/// @title OneWord: structures of one word, stored at once
/// @notice Solidity stores a structure field by field, which costs 200 gas for each, and a tenth of many acts in all. Each
/// function here lays the fields out as Solidity does, the first lowest, and stores them together; everything else reads
/// them as usual.
library OneWord {
    /// @notice Store a proposal.
    function store(IConsent.Proposal storage self, IConsent.Proposal memory value) internal {
        uint256 word = uint256(value.circle);
        word |= uint256(value.proposer) << 32;
        word |= uint256(value.standingFrom) << 56;
        word |= uint256(value.closesAt) << 96;
        word |= uint256(value.version) << 136;
        word |= uint256(value.expected) << 152;
        word |= uint256(value.confirmed) << 168;
        word |= uint256(value.objections) << 184;
        word |= uint256(value.epoch) << 200;
        word |= uint256(value.marks) << 232;
        word |= uint256(value.attention) << 240;
        word |= uint256(value.outcome) << 248;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            sstore(self.slot, word)
        }
    }

    /// @notice Store a page of answers.
    function store(Page storage self, Page memory value) internal {
        uint256 word = uint256(value.version);
        word |= uint256(value.objections) << 16;
        word |= uint256(value.confirmed) << 72;
        word |= uint256(value.objected) << 128;
        word |= uint256(value.rules) << 184;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            sstore(self.slot, word)
        }
    }

    /// @notice Store what a person holds in a circle.
    function store(Seat storage self, Seat memory value) internal {
        uint256 word = uint256(value.fills);
        word |= uint256(value.voices) << 96;
        word |= uint256(value.number) << 192;
        word |= uint256(value.endedAt) << 216;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            sstore(self.slot, word)
        }
    }

    /// @notice Store an announcement.
    function store(ITreasury.Announcement storage self, ITreasury.Announcement memory value) internal {
        uint256 word = uint256(value.role);
        word |= uint256(value.standingFrom) << 32;
        word |= uint256(value.closesAt) << 72;
        word |= uint256(value.window) << 112;
        word |= uint256(value.escalations) << 144;
        word |= uint256(value.outcome) << 160;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            sstore(self.slot, word)
        }
    }

    /// @notice Store what was used of a budget or power.
    function store(IAllowances.Use storage self, IAllowances.Use memory value) internal {
        uint256 word = uint256(value.used);
        word |= uint256(value.endsAt) << 128;
        word |= uint256(value.revision) << 168;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            sstore(self.slot, word)
        }
    }

    /// @notice Store an interpretation.
    function store(IRulings.Interpretation storage self, IRulings.Interpretation memory value) internal {
        uint256 word = uint256(value.circle);
        word |= uint256(value.object) << 32;
        word |= uint256(value.revision) << 64;
        word |= uint256(value.rung) << 96;
        word |= uint256(value.step) << 128;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            sstore(self.slot, word)
        }
    }

    /// @notice Store a request to strike.
    function store(IRulings.Strike storage self, IRulings.Strike memory value) internal {
        uint256 word = uint256(value.circle);
        word |= uint256(value.object) << 32;
        word |= uint256(value.revision) << 64;
        word |= uint256(value.deadline) << 96;
        word |= uint256(value.phase) << 136;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            sstore(self.slot, word)
        }
    }

    /// @notice Store a breakdown.
    function store(IBreakdowns.Breakdown storage self, IBreakdowns.Breakdown memory value) internal {
        uint256 word = uint256(value.due);
        word |= uint256(value.taken) << 40;
        word |= uint256(value.reason) << 48;
        word |= uint256(uint160(value.lead)) << 56;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            sstore(self.slot, word)
        }
    }

    /// @notice Store a new role, of which there is no more yet than that.
    function create(Role storage self, uint32 circle, uint8 seat, uint8 depth) internal {
        uint256 word = uint256(circle);
        // Its revision.
        word |= 1 << 32;
        word |= uint256(seat) << 232;
        word |= uint256(depth) << 240;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            sstore(self.slot, word)
        }
    }
}
