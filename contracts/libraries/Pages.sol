// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What 56 members have said about a proposal: a bit a member, four rows.
/// @param version The version that `confirmed` and `objected` are about; for another one they are void.
/// @param objections Whose objection stands, whatever the version.
/// @param confirmed Who has confirmed this version.
/// @param objected Who has objected to this version.
/// @param rules Whose objection, standing or last, names a rule.
struct Page {
    uint16 version;
    uint56 objections;
    uint56 confirmed;
    uint56 objected;
    uint56 rules;
}

/// @title Pages: answers as bits by member number
library Pages {
    uint24 internal constant MEMBERS = 56;

    /// @notice Where the bits of a member are. Member numbers count from 1.
    /// @return page Which page.
    /// @return bit The member's bit in each of its rows.
    function place(uint24 number) internal pure returns (uint24 page, uint56 bit) {
        page = (number - 1) / MEMBERS;
        // Safe shift: the remainder is below 56.
        bit = uint56(1) << ((number - 1) % MEMBERS);
    }

    /// @notice The page as it is about this version: what was said about another one is void.
    function about(Page memory self, uint16 version) internal pure returns (Page memory) {
        if (self.version == version) return self;
        return
            Page({
                version: version,
                objections: self.objections,
                confirmed: 0,
                objected: 0,
                rules: self.rules
            });
    }
}
