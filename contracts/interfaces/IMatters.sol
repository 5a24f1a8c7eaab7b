// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IMatters: a process whose matters stand-ins may act in
interface IMatters {
    /// @notice Whether `person` is barred from acting for an office in this matter, because it is their own.
    /// @param matter The id of a proposal, an election or a meeting of this process.
    function isBarred(uint64 matter, address person) external view returns (bool);
}
