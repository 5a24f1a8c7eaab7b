// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Structure } from "./Structure.sol";
import { ICircles } from "./interfaces/ICircles.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { IStructureFactory } from "./interfaces/IStructureFactory.sol";

/// @title StructureFactory
/// @notice What it does: see `IStructureFactory`. It stores nothing and trusts nobody.
contract StructureFactory is IStructureFactory {
    /// @inheritdoc IStructureFactory
    function deploy() external returns (IStructure) {
        return new Structure(ICircles(msg.sender));
    }
}
