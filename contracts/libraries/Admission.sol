// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ICircles } from "../interfaces/ICircles.sol";
import {
    BREAKDOWN,
    Mandate,
    OFFICES,
    Process,
    PROCESSES,
    RECORD,
    ROLES,
    ROUNDS,
    SETTINGS
} from "../interfaces/Types.sol";
import { Record, Records } from "./Record.sol";
import { Seats } from "./Seats.sol";

/// @title Admission: what may write for an organisation, and what is offered to whom
/// @notice Who may let them in is the caller's to check.
library Admission {
    using Records for Record;
    using Seats for Record;

    uint256 internal constant MOST_PROCESSES = 16;
    uint8 internal constant ALL_BITS = ROLES | SETTINGS | RECORD | OFFICES | ROUNDS | PROCESSES | BREAKDOWN;
    /// @notice What it takes to govern: to change anything that governance changes, and to say so.
    uint8 internal constant GOVERNING = ROLES | SETTINGS | RECORD;
    /// @notice What it takes to change who decides, and to say so.
    uint8 internal constant DECIDING = PROCESSES | RECORD;
    /// @notice How long a process that was ended may finish what it has opened.
    uint40 internal constant FINISHING = 90 days;

    /// @notice Give the processes of a new organisation their bits.
    function addProcesses(
        Record storage self,
        uint32 organisation,
        Process[] calldata processes,
        address treasury
    ) internal {
        if (processes.length == 0 || processes.length > MOST_PROCESSES) revert ICircles.WrongProcesses();
        bool governed = false;
        for (uint256 i = 0; i < processes.length; ++i) {
            (address process, uint8 bits) = (processes[i].process, processes[i].bits);
            bool twice = self.mandate[organisation][process].bits != 0;
            if (twice || process == address(0) || bits == 0 || bits & ~ALL_BITS != 0)
                revert ICircles.WrongProcesses();
            if (bits & GOVERNING == GOVERNING) governed = true;
            self.mandate[organisation][process].bits = bits;
        }
        if (!governed || bitsOf(self, organisation, treasury) & RECORD == 0) revert ICircles.WrongProcesses();
    }

    /// @notice Let a process write from now on with these bits; without any, let it finish and end.
    /// @return endsAt When it ends; 0 for one that goes on.
    function setProcess(
        Record storage self,
        uint32 organisation,
        address process,
        uint8 bits
    ) internal returns (uint40 endsAt) {
        ICircles.Organisation storage known = self.organisation[organisation];
        Mandate storage mandate = self.mandate[organisation][process];
        // Check: known bits; only what goes on ends; the treasury goes on recording.
        bool going = mandate.bits != 0 && mandate.endsAt == 0;
        bool mute = process == known.treasury && bits & RECORD == 0;
        if (bits > ALL_BITS || (bits == 0 && !going) || mute) revert ICircles.WrongProcesses();

        // Effect: what has decided and still can is counted, and never becomes nothing.
        if (isDeciding(mandate)) --known.deciding;
        if (bits == 0) {
            // Safe cast: seconds since 1970 stay below 2^40.
            endsAt = uint40(block.timestamp) + FINISHING;
        } else {
            mandate.bits = bits;
        }
        mandate.endsAt = endsAt;
        if (isDeciding(mandate)) ++known.deciding;
        if (known.deciding == 0) revert ICircles.LastProcess(process);
    }

    /// @notice Note that a process changes governance, which it may with these bits, after the founding.
    function proveBits(Record storage self, uint32 organisation, address process, uint8 needed) internal {
        requireBits(self, organisation, process, needed);
        self.requireFounded(organisation);
        Mandate storage mandate = self.mandate[organisation][process];
        bool decides = needed & PROCESSES != 0 && !mandate.decided;
        if (mandate.proven && !decides) return;
        mandate.proven = true;
        if (!decides) return;
        mandate.decided = true;
        if (isDeciding(mandate)) ++self.organisation[organisation].deciding;
    }

    /// @notice Record an offer of a role, which must exist.
    function offer(Record storage self, uint64 role, address actor, address person) internal {
        if (self.offered[role][person]) revert ICircles.AlreadyOffered(role, person);
        if (self.fills(role, person)) revert ICircles.AlreadyFills(role, person);
        self.offered[role][person] = true;
        self.say(ICircles.Offered.selector, role, actor, person);
    }

    /// @notice Refuse a process without all of these bits.
    function requireBits(
        Record storage self,
        uint32 organisation,
        address process,
        uint8 needed
    ) internal view {
        if (bitsOf(self, organisation, process) & needed != needed) {
            revert ICircles.NotProcess(organisation, process, needed);
        }
    }

    /// @notice What a process may do now.
    function bitsOf(Record storage self, uint32 organisation, address process) internal view returns (uint8) {
        // Read at once: it is asked for every event.
        Mandate memory mandate = self.mandate[organisation][process];
        bool over = mandate.endsAt != 0 && block.timestamp >= mandate.endsAt;
        return over ? 0 : mandate.bits;
    }

    /// @dev Whether a process goes on, has made a special change, and can make the next.
    function isDeciding(Mandate storage mandate) private view returns (bool) {
        return mandate.decided && mandate.endsAt == 0 && mandate.bits & DECIDING == DECIDING;
    }
}
