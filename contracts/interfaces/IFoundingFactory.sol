// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IStructure } from "./IStructure.sol";

/// @title FoundingFactory: the parts of a record through which people and organisations come in
/// @notice Their code would not fit beside that of the record into one deployment.
interface IFoundingFactory {
    /// @notice Deploy the two parts of the calling record. Anyone may; whoever calls is the record that they serve.
    /// @param structure The structure of that record.
    /// @param voice Whom the parts believe who speaks (`IVoice`).
    /// @return partners Through which people come in (`IPartners`).
    /// @return founding Through which organisations begin (`IFounding`).
    function deploy(
        IStructure structure,
        address voice
    ) external returns (address partners, address founding);
}
