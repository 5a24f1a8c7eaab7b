// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC721 } from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @title TestItem: an ERC-721 that anybody mints
contract TestItem is ERC721 {
    /// @dev The name says all.
    constructor() ERC721("Test item", "ITEM") {}

    /// @notice Give an account a new token.
    function mint(address account, uint256 id) external {
        _mint(account, id);
    }
}
