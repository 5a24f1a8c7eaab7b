// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What 80 members have said about a proposal: a bit a member, three rows.
/// @param version The version that `confirmed` and `objected` are about; for another one they are void.
/// @param objections Whose objection stands, whatever the version.
/// @param confirmed Who has confirmed this version.
/// @param objected Who has objected to this version.
struct Page {
    uint16 version;
    uint80 objections;
    uint80 confirmed;
    uint80 objected;
}

/// @title Pages: answers as bits by member number
library Pages {
    uint24 internal constant MEMBERS = 80;

    /// @notice Where the bits of a member are. Member numbers count from 1.
    /// @return page Which page.
    /// @return bit The member's bit in each of its rows.
    function place(uint24 number) internal pure returns (uint24 page, uint80 bit) {
        page = (number - 1) / MEMBERS;
        // Safe shift: the remainder is below 80.
        bit = uint80(1) << ((number - 1) % MEMBERS);
    }

    /// @notice The page as it is about this version: what was said about another one is void.
    function about(Page memory self, uint16 version) internal pure returns (Page memory) {
        if (self.version == version) return self;
        return Page({ version: version, objections: self.objections, confirmed: 0, objected: 0 });
    }
}
