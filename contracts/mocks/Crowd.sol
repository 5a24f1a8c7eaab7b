// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IPartners } from "../interfaces/IPartners.sol";
import { Passer } from "./Passer.sol";

/// @title Crowd: makes many partners in one transaction
contract Crowd {
    /// @notice Everybody so far.
    address[] private _people;

    /// @notice Let `count` more become partners.
    function gather(IPartners partners, uint32 organisation, bytes32 rules, uint256 count) external {
        for (uint256 i = 0; i < count; ++i) {
            _people.push(address(new Passer(partners, organisation, rules)));
        }
    }

    /// @notice Everybody so far.
    function people() external view returns (address[] memory) {
        return _people;
    }
}
