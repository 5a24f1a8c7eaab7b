// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IStructure } from "./IStructure.sol";

/// @title StructureFactory: the part of a record that governance changes
/// @notice Its code would not fit beside that of the record into one deployment.
interface IStructureFactory {
    /// @notice Deploy that part of the calling record. Anyone may; whoever calls is the record that it serves.
    function deploy() external returns (IStructure structure);
}
