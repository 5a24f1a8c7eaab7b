// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Founding } from "./Founding.sol";
import { ICircles } from "./interfaces/ICircles.sol";
import { IFoundingFactory } from "./interfaces/IFoundingFactory.sol";
import { IPartners } from "./interfaces/IPartners.sol";
import { IStructure } from "./interfaces/IStructure.sol";

/// @title FoundingFactory
/// @notice What it does: see `IFoundingFactory`. It stores nothing and trusts nobody.
contract FoundingFactory is IFoundingFactory {
    /// @inheritdoc IFoundingFactory
    function deploy(IStructure structure, address partners, address voice) external returns (address) {
        return address(new Founding(ICircles(msg.sender), structure, IPartners(partners), voice));
    }
}
