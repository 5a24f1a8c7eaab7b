// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Partners } from "./Partners.sol";
import { ICircles } from "./interfaces/ICircles.sol";
import { IPartnersFactory } from "./interfaces/IPartnersFactory.sol";
import { IStructure } from "./interfaces/IStructure.sol";

/// @title PartnersFactory
/// @notice What it does: see `IPartnersFactory`. It stores nothing and trusts nobody.
contract PartnersFactory is IPartnersFactory {
    /// @inheritdoc IPartnersFactory
    function deploy(IStructure structure, address voice) external returns (address) {
        return address(new Partners(ICircles(msg.sender), structure, voice));
    }
}
