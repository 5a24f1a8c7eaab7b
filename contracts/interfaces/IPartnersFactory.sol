// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IStructure } from "./IStructure.sol";

/// @title PartnersFactory: the part of a record through which people come in
/// @notice Its code would not fit beside that of the record into one deployment.
interface IPartnersFactory {
    /// @notice Deploy that part of the calling record. Anyone may; whoever calls is the record that it serves.
    /// @param structure The structure of that record.
    /// @param voice Whom it believes who speaks (`IVoice`).
    /// @return partners Through which people come in (`IPartners`).
    function deploy(IStructure structure, address voice) external returns (address partners);
}
