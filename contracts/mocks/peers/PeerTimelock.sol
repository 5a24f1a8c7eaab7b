// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { TimelockController } from "@openzeppelin/contracts/governance/TimelockController.sol";

/// @title PeerTimelock: OpenZeppelin's TimelockController as it comes, for benchmarks
contract PeerTimelock is TimelockController {
    constructor(
        address[] memory proposers,
        address[] memory executors
    ) TimelockController(5 days, proposers, executors, address(0)) {}
}
