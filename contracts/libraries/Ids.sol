// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Ids: an organisation in the upper half, the number of the creating event in the lower
library Ids {
    /// @notice The number of every anchor: the first event of a history creates it.
    uint32 internal constant ANCHOR = 1;

    /// @notice The id of the object that event `number` created.
    function join(uint32 organisation, uint32 number) internal pure returns (uint64) {
        return (uint64(organisation) << 32) | number;
    }

    /// @notice The organisation of an id.
    function organisationOf(uint64 id) internal pure returns (uint32) {
        // Safe cast: 32 bits remain after the shift.
        return uint32(id >> 32);
    }

    /// @notice The number of an id within its organisation.
    function numberOf(uint64 id) internal pure returns (uint32) {
        // Deliberate truncation: the upper half is the organisation.
        return uint32(id);
    }

    /// @notice The id of an organisation's outermost circle.
    function anchorOf(uint32 organisation) internal pure returns (uint64) {
        return join(organisation, ANCHOR);
    }
}
