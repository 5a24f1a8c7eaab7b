// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { IPartners } from "../interfaces/IPartners.sol";

/// @title Passer: one who comes by
contract Passer {
    /// @notice Agree to the rules of an organisation that admits everybody.
    constructor(IPartners partners, uint32 organisation, bytes32 rules) {
        partners.agree(organisation, rules, new uint64[](0));
    }
}
