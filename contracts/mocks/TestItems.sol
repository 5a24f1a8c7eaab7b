// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC1155 } from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";

/// @title TestItems: an ERC-1155 that anybody mints
contract TestItems is ERC1155 {
    /// @dev The name says all.
    constructor() ERC1155("") {}

    /// @notice Give an account new tokens.
    function mint(address account, uint256 id, uint256 amount) external {
        _mint(account, id, amount, "");
    }
}
