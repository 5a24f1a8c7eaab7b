// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ICircles } from "../interfaces/ICircles.sol";
import { BREAKDOWN, OFFICES, Process, RECORD, ROLES, ROUNDS, SETTINGS } from "../interfaces/Types.sol";
import { Record, Records } from "./Record.sol";
import { Seats } from "./Seats.sol";

/// @title Admission: what may write for an organisation, and what is offered to whom
/// @notice Who may let them in is the caller's to check.
library Admission {
    using Records for Record;
    using Seats for Record;

    uint256 internal constant MOST_PROCESSES = 16;
    uint8 internal constant ALL_BITS = ROLES | SETTINGS | RECORD | OFFICES | ROUNDS | BREAKDOWN;
    /// @notice What it takes to govern: to change anything that governance changes, and to say so.
    uint8 internal constant GOVERNING = ROLES | SETTINGS | RECORD;

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
            bool twice = self.bits[organisation][process] != 0;
            if (twice || process == address(0) || bits == 0 || bits & ~ALL_BITS != 0)
                revert ICircles.WrongProcesses();
            if (bits & GOVERNING == GOVERNING) governed = true;
            self.bits[organisation][process] = bits;
        }
        if (!governed || self.bits[organisation][treasury] & RECORD == 0) revert ICircles.WrongProcesses();
    }

    /// @notice Record an offer of a role, which must exist.
    function offer(Record storage self, uint64 role, address actor, address person) internal {
        if (self.offered[role][person]) revert ICircles.AlreadyOffered(role, person);
        if (self.fills(role, person)) revert ICircles.AlreadyFills(role, person);
        self.offered[role][person] = true;
        self.say(ICircles.Offered.selector, role, actor, person);
    }
}
