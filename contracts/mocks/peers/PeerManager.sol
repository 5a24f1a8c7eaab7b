// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { AccessManager } from "@openzeppelin/contracts/access/manager/AccessManager.sol";

/// @title PeerManager: OpenZeppelin's AccessManager as it comes, for benchmarks
contract PeerManager is AccessManager {
    constructor(address admin) AccessManager(admin) {}
}
