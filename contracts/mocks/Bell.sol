// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { AccessManaged } from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

/// @title Bell: something to call
/// @notice It rings for anybody, tolls for whoever its authority lets, breaks, and returns as much as it is asked for.
contract Bell is AccessManaged {
    /// @notice How often it rang, and with how much.
    uint256 public rung;
    /// @notice How often it tolled.
    uint256 public tolled;

    /// @notice It is broken, and says so at length.
    error Broken(bytes why);

    /// @param authority Who decides for whom it tolls.
    constructor(address authority) AccessManaged(authority) {}

    /// @notice Ring.
    function ring() external payable {
        ++rung;
    }

    /// @notice Toll, for whoever may.
    function toll() external restricted {
        ++tolled;
    }

    /// @notice The same as tolling, for anybody.
    function chime() external {
        ++tolled;
    }

    /// @notice Break.
    function smash(uint256 size) external pure {
        revert Broken(new bytes(size));
    }

    /// @notice Return this many bytes.
    function drone(uint256 size) external pure {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            return(0, size)
        }
    }
}
