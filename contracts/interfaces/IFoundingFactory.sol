// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IStructure } from "./IStructure.sol";

/// @title FoundingFactory: the part of a record through which organisations begin
/// @notice Its code would not fit beside that of the record into one deployment.
interface IFoundingFactory {
    /// @notice Deploy that part of the calling record. Anyone may; whoever calls is the record that it serves.
    /// @param structure The structure of that record.
    /// @param partners Through which people come in; the record's own.
    /// @param voice Whom it believes who speaks (`IVoice`).
    /// @return founding Through which organisations begin (`IFounding`).
    function deploy(
        IStructure structure,
        address partners,
        address voice
    ) external returns (address founding);
}
