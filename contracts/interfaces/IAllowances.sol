// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Allowances: what a role may do with a vault without announcing each time
/// @notice A policy of the anchor stores the hash of what it allows. Whoever acts for the role brings the terms each time;
/// they count as long as the policy is in force with this hash. A budget: so much of a token in each period, some of it
/// only when somebody else confirms it too. It is taken once, and again after an amendment. A power: one function of one contract, so many times in each period, from the
/// vault; and, once it is taken, for whoever fills the role, at contracts that take the vault for their authority
/// (OpenZeppelin's `AccessManaged`).
/// @dev A part of `Treasury`, deployed with it, and a process with `RECORD`. Its events are links of the organisation's chain
/// as those of `ICircles` are, with the same first words.
interface IAllowances {
    /// @notice What a role may pay.
    /// @param vault The account that pays.
    /// @param token The ERC-20, or zero for ETH.
    /// @param role The role that pays.
    /// @param amount How much in each period, in the smallest unit.
    /// @param period How long a period is, in seconds; not 0.
    /// @param start When the first period begins, in seconds.
    /// @param alone Up to how much somebody pays alone; more is confirmed first by somebody else, for `second`.
    /// @param second The role that confirms; 0 where `alone` is not less than `amount`.
    /// @param payees Who may be paid, at most 16; empty for everybody.
    struct Budget {
        address vault;
        address token;
        uint64 role;
        uint128 amount;
        uint32 period;
        uint40 start;
        uint128 alone;
        uint64 second;
        address[] payees;
    }

    /// @notice What a role may call.
    /// @param vault The account that calls; and the authority at which `role` may call by itself, once it is taken.
    /// @param target The contract.
    /// @param selector The function.
    /// @param role The role.
    /// @param times How often in each period from the vault; 0 for never.
    /// @param period How long a period is, in seconds; not 0.
    /// @param start When the first period begins, in seconds.
    /// @param value The most ETH that goes along each time, in wei.
    struct Power {
        address vault;
        address target;
        bytes4 selector;
        uint64 role;
        uint32 times;
        uint32 period;
        uint40 start;
        uint128 value;
    }

    /// @notice A word a policy: what was used in the period that goes on.
    /// @param used How much was paid, or how often was called.
    /// @param endsAt When the period ends, in seconds.
    /// @param revision The revision of the policy at which a budget was taken; 0 for a power.
    struct Use {
        uint128 used;
        uint40 endsAt;
        uint32 revision;
    }

    /// @notice From now on whoever acts for the role pays from this budget.
    event BudgetTaken(
        uint32 indexed organisation,
        uint64 indexed policy,
        bytes32 previous,
        address actor,
        uint40 time,
        Budget budget
    );
    /// @notice The actor paid for a role from a budget; `confirmer` confirmed it, or nobody had to.
    event BudgetSpent(
        uint32 indexed organisation,
        uint64 indexed policy,
        bytes32 previous,
        address actor,
        uint40 time,
        address payee,
        uint128 amount,
        address confirmer,
        string purpose
    );
    /// @notice The actor confirmed for the second role that `payer` pays this from a budget, once.
    event SpendingConfirmed(
        uint32 indexed organisation,
        uint64 indexed policy,
        bytes32 previous,
        address actor,
        uint40 time,
        address payer,
        address payee,
        uint128 amount
    );
    /// @notice The actor called for a role, from the vault.
    event PowerUsed(
        uint32 indexed organisation,
        uint64 indexed policy,
        bytes32 previous,
        address actor,
        uint40 time,
        Power power,
        uint128 value,
        bytes data
    );

    /// @notice From now on whoever fills the role may call this by itself.
    event PowerTaken(
        uint32 indexed organisation,
        uint64 indexed policy,
        bytes32 previous,
        address actor,
        uint40 time,
        Power power
    );

    /// @notice No policy of the vault's anchor is in force with the hash of these terms; or the budget was not taken so since.
    error NotInForce(uint64 policy);
    /// @notice The terms are of no vault of the organisation, or contradict themselves: no period, too many payees, a
    /// selector that moves tokens or lets others move them.
    error WrongAllowance(uint64 policy);
    /// @notice The caller does not act for this role.
    error NotForRole(uint64 role, address caller);
    /// @notice The first period begins later.
    error PeriodNotBegun(uint64 policy, uint40 start);
    /// @notice In this period less is left.
    error Exhausted(uint64 policy, uint256 asked, uint256 left);
    /// @notice The budget pays only whom it names.
    error NotPayee(uint64 policy, address payee);
    /// @notice More than one may pay alone: somebody else confirms it first.
    error NotConfirmed(uint64 policy, uint128 amount);
    /// @notice It is confirmed already.
    error AlreadyConfirmedSpending(uint64 policy);
    /// @notice The confirmation is for what is paid alone, or one's own.
    error NoConfirmation(uint64 policy);
    /// @notice The calldata is of another function, or more ETH would go along than may.
    error OutsidePower(uint64 policy);
    /// @notice Another policy in force answers for this function, or this one already does; or the budget is taken.
    error PowerHeld(uint64 policy);

    /// @notice Take a budget, and again after its policy was amended: from then on it is paid from. Whoever acts for its
    /// role. Errors: `NotInForce`, `WrongAllowance`, `NotForRole`, `PowerHeld`.
    function takeBudget(uint64 policy, Budget calldata budget) external;

    /// @notice Pay from a budget, at once. Whoever acts for its role. What is promised to others is never paid.
    /// @param purpose What for; 1 to 4,096 bytes.
    /// Errors: `NotInForce`, `NotForRole`, `PeriodNotBegun`, `Exhausted`, `NotPayee`, `NotConfirmed`,
    /// `Texts.WrongLength`, those of `ITreasury.spend`.
    /// Warning: a period begins at its start, not with the first payment: at its edge two can be spent shortly after each
    /// other. An amendment of the policy never gives back what was spent in the period that goes on.
    function spendBudget(
        uint64 policy,
        Budget calldata budget,
        address payee,
        uint128 amount,
        string calldata purpose
    ) external;

    /// @notice Confirm that somebody pays more from a budget than they may alone. Whoever acts for its second role, other
    /// than `payer`; it counts for one payment of this amount to this payee.
    /// Errors: `NotInForce`, `WrongAllowance`, `NotForRole`, `NoConfirmation`, `AlreadyConfirmedSpending`.
    function confirmSpending(
        uint64 policy,
        Budget calldata budget,
        address payer,
        address payee,
        uint128 amount
    ) external;

    /// @notice Call from the vault. Whoever acts for the role. Errors: `NotInForce`, `WrongAllowance`, `NotForRole`,
    /// `PeriodNotBegun`, `Exhausted`, `OutsidePower`, those of `ITreasury.perform`.
    /// Warning: what a contract does is not known here. A power over a function that gives away what the vault has, or
    /// lets somebody do so, gives that.
    function usePower(uint64 policy, Power calldata power, uint128 value, bytes calldata data) external;

    /// @notice Let the vault answer for this function: whoever fills the role may call it by themselves, as long as the
    /// policy is in force at this revision, whatever treasury the organisation has. Whoever acts for the role; see
    /// `IStructure.powerOf`. Errors: `NotInForce`, `WrongAllowance`, `NotForRole`, `PowerHeld`.
    function takePower(uint64 policy, Power calldata power) external;

    /// @notice What was used of a policy in the period that began last.
    function useOf(uint64 policy) external view returns (Use memory);

    /// @notice Who has confirmed a payment from a budget that was not made yet; zero for nobody.
    function confirmedBy(
        uint64 policy,
        address payer,
        address payee,
        uint128 amount
    ) external view returns (address);

    /// @notice Whether the vault calls at this moment, by `usePower`, for the role that may call this function.
    function isCalling(address vault, address target, bytes4 selector) external view returns (bool);
}
