// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { Founding } from "./Founding.sol";
import { Partners } from "./Partners.sol";
import { ICircles } from "./interfaces/ICircles.sol";
import { IFoundingFactory } from "./interfaces/IFoundingFactory.sol";
import { IStructure } from "./interfaces/IStructure.sol";

/// @title FoundingFactory
/// @notice What it does: see `IFoundingFactory`. It stores nothing and trusts nobody.
contract FoundingFactory is IFoundingFactory {
    /// @inheritdoc IFoundingFactory
    function deploy(
        IStructure structure,
        address voice
    ) external returns (address partners, address founding) {
        ICircles circles = ICircles(msg.sender);
        Partners through = new Partners(circles, structure, voice);
        return (address(through), address(new Founding(circles, structure, through, voice)));
    }
}
