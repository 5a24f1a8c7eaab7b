// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import { ERC2771Context } from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import { IERC1155 } from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { IERC20Permit } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import { IERC721 } from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { SlotDerivation } from "@openzeppelin/contracts/utils/SlotDerivation.sol";
import { TransientSlot } from "@openzeppelin/contracts/utils/TransientSlot.sol";

import { IAllowances } from "./interfaces/IAllowances.sol";
import { ICircles } from "./interfaces/ICircles.sol";
import { IStructure } from "./interfaces/IStructure.sol";
import { ITreasury } from "./interfaces/ITreasury.sol";
import { Chronicle } from "./libraries/Chronicle.sol";
import { Ids } from "./libraries/Ids.sol";
import { OneWord } from "./libraries/OneWord.sol";
import { Outward } from "./libraries/Outward.sol";
import { Texts } from "./libraries/Texts.sol";

/// @title Allowances
/// @notice What it does, for whom and with which errors: see `IAllowances`.
contract Allowances is IAllowances, ReentrancyGuardTransient, ERC2771Context {
    using OneWord for Use;
    using SlotDerivation for string;
    using TransientSlot for *;

    uint256 private constant _MOST_PAYEES = 16;
    /// @dev Where the role for which a vault acts is kept while it does.
    string private constant _ACTING = "consentric.acting";

    ICircles private immutable _CIRCLES;
    IStructure private immutable _STRUCTURE;
    ITreasury private immutable _TREASURY;

    mapping(uint64 policy => Use) private _uses;
    mapping(uint64 policy => bytes32) private _terms;
    mapping(bytes32 spending => address) private _confirmations;

    /// @dev The deployer is the treasury.
    /// @param circles The record.
    constructor(ICircles circles) ERC2771Context(circles.voice()) {
        _CIRCLES = circles;
        _STRUCTURE = IStructure(circles.structure());
        _TREASURY = ITreasury(msg.sender);
    }

    // ------------------------------------------------------------------ budgets

    /// @inheritdoc IAllowances
    function takeBudget(uint64 policy, Budget calldata budget) external nonReentrant {
        // Check: while this process goes on; a budget in force, somebody who acts for its role, not taken so already.
        Outward.requireGoing(_CIRCLES, Ids.organisationOf(policy));
        bytes32 terms = keccak256(abi.encode(budget));
        _requireInForce(policy, terms, budget.vault, budget.role, budget.period);
        if (budget.payees.length > _MOST_PAYEES) revert WrongAllowance(policy);
        _requireActing(budget.role);
        uint32 revision = _STRUCTURE.policyAt(policy).revision;
        if (_uses[policy].revision == revision) revert PowerHeld(policy);
        // Effect: what was used in the period that goes on stays used.
        _terms[policy] = terms;
        _uses[policy].revision = revision;
        _speak(
            BudgetTaken.selector,
            policy,
            abi.encode(_head(policy), _msgSender(), block.timestamp, budget)
        );
    }

    /// @inheritdoc IAllowances
    function spendBudget(
        uint64 policy,
        Budget calldata budget,
        address payee,
        uint128 amount,
        string calldata purpose
    ) external nonReentrant {
        // Check: a budget in force, somebody who acts for its role, a payee of it, so much left, confirmed where it must be.
        _requireTaken(policy, budget);
        _requireActing(budget.role);
        _requirePayee(policy, budget.payees, payee);
        Texts.check(purpose);
        address confirmer = address(0);
        if (amount > budget.alone) {
            bytes32 spending = _spending(policy, _msgSender(), payee, amount);
            confirmer = _confirmations[spending];
            if (confirmer == address(0)) revert NotConfirmed(policy, amount);
            // Effect: it counts once.
            delete _confirmations[spending];
        }

        // Effect: debited before anything is paid.
        _use(policy, amount, budget.amount, budget.period, budget.start);
        _speak(
            BudgetSpent.selector,
            policy,
            abi.encode(_head(policy), _msgSender(), block.timestamp, payee, amount, confirmer, purpose)
        );

        // Interaction: the treasury pays what it has promised to nobody.
        _TREASURY.spend(budget.vault, budget.token, payee, amount);
    }

    /// @inheritdoc IAllowances
    function confirmSpending(
        uint64 policy,
        Budget calldata budget,
        address payer,
        address payee,
        uint128 amount
    ) external nonReentrant {
        // Check: a budget in force, somebody else who acts for its second role, something that needs it.
        _requireTaken(policy, budget);
        _requireActing(budget.second);
        if (payer == _msgSender() || amount <= budget.alone) revert NoConfirmation(policy);
        bytes32 spending = _spending(policy, payer, payee, amount);
        if (_confirmations[spending] != address(0)) revert AlreadyConfirmedSpending(policy);
        // Effect.
        _confirmations[spending] = _msgSender();
        _speak(
            SpendingConfirmed.selector,
            policy,
            abi.encode(_head(policy), _msgSender(), block.timestamp, payer, payee, amount)
        );
    }

    // ------------------------------------------------------------------ powers

    /// @inheritdoc IAllowances
    function usePower(
        uint64 policy,
        Power calldata power,
        uint128 value,
        bytes calldata data
    ) external nonReentrant {
        // Check: a power in force, somebody who acts for its role, this function and no more ETH, so often in the period.
        _requirePower(policy, power);
        _requireActing(power.role);
        if (data.length < 4 || bytes4(data[:4]) != power.selector || value > power.value) {
            revert OutsidePower(policy);
        }

        // Effect: counted before anything is called; while it is, the vault acts for the role.
        _use(policy, 1, power.times, power.period, power.start);
        _speak(
            PowerUsed.selector,
            policy,
            abi.encode(_head(policy), _msgSender(), block.timestamp, power, value, data)
        );
        _ACTING.erc7201Slot().asUint256().tstore(power.role);

        // Interaction: the treasury lets the vault call, but nothing that is forbidden.
        _TREASURY.perform(power.vault, power.target, value, data);
        _ACTING.erc7201Slot().asUint256().tstore(0);
    }

    /// @inheritdoc IAllowances
    function takePower(uint64 policy, Power calldata power) external nonReentrant {
        // Check: while this process goes on; a power in force, somebody who acts for its role. That none is in force for this
        // function the record checks.
        Outward.requireGoing(_CIRCLES, Ids.organisationOf(policy));
        _requirePower(policy, power);
        _requireActing(power.role);
        // Effect.
        _TREASURY.empower(policy, abi.encode(power));
        _speak(PowerTaken.selector, policy, abi.encode(_head(policy), _msgSender(), block.timestamp, power));
    }

    // ------------------------------------------------------------------ what is true

    /// @inheritdoc IAllowances
    function useOf(uint64 policy) external view returns (Use memory) {
        return _uses[policy];
    }

    /// @inheritdoc IAllowances
    function confirmedBy(
        uint64 policy,
        address payer,
        address payee,
        uint128 amount
    ) external view returns (address) {
        return _confirmations[_spending(policy, payer, payee, amount)];
    }

    /// @inheritdoc IAllowances
    function isCalling(address vault, address target, bytes4 selector) external view returns (bool) {
        (, uint64 role) = _STRUCTURE.powerOf(vault, target, selector);
        return role != 0 && _ACTING.erc7201Slot().asUint256().tload() == role;
    }

    // ------------------------------------------------------------------ parts

    /// @dev Use up a part of what a period allows. A period that began goes on to its end, whatever an amendment says.
    function _use(uint64 policy, uint128 asked, uint256 most, uint32 period, uint40 start) private {
        if (block.timestamp < start) revert PeriodNotBegun(policy, start);
        Use memory use = _uses[policy];
        if (block.timestamp >= use.endsAt) {
            uint256 gone = (block.timestamp - start) / period;
            // Safe cast: seconds since 1970 stay below 2^40, with any period added.
            (use.used, use.endsAt) = (0, uint40(start + (gone + 1) * period));
        }
        uint256 left = most > use.used ? most - use.used : 0;
        if (asked > left) revert Exhausted(policy, asked, left);
        use.used += asked;
        _uses[policy].store(use);
    }

    function _speak(bytes32 signature, uint64 policy, bytes memory data) private {
        uint32 organisation = Ids.organisationOf(policy);
        (bytes32 topicsHash, bytes32 dataHash) = Chronicle.log(signature, organisation, policy, data);
        _CIRCLES.extendHistory(organisation, topicsHash, dataHash);
    }

    /// @dev A budget that was taken as it is, by a policy in force at the revision at which it was.
    function _requireTaken(uint64 policy, Budget calldata budget) private view {
        uint32 revision = _uses[policy].revision;
        bool taken = revision != 0 && _terms[policy] == keccak256(abi.encode(budget));
        if (!taken || _STRUCTURE.policyAt(policy).revision != revision) revert NotInForce(policy);
    }

    function _requirePower(uint64 policy, Power calldata power) private view {
        _requireInForce(policy, keccak256(abi.encode(power)), power.vault, power.role, power.period);
        if (_movesTokens(power.selector)) revert WrongAllowance(policy);
    }

    /// @dev A policy of the anchor with the hash of these terms, of a vault and a role of the same organisation.
    function _requireInForce(
        uint64 policy,
        bytes32 terms,
        address vault,
        uint64 role,
        uint32 period
    ) private view {
        uint32 organisation = Ids.organisationOf(policy);
        bool held = _STRUCTURE.policyAt(policy).circle == Ids.ANCHOR;
        if (!held || _STRUCTURE.termsOf(policy) != terms) revert NotInForce(policy);
        bool ours =
            Ids.organisationOf(_CIRCLES.circleOfVault(vault)) == organisation &&
                Ids.organisationOf(role) == organisation;
        if (!ours || period == 0) revert WrongAllowance(policy);
    }

    function _requireActing(uint64 role) private view {
        if (!_CIRCLES.acts(role, _msgSender())) revert NotForRole(role, _msgSender());
    }

    function _requirePayee(uint64 policy, address[] calldata payees, address payee) private pure {
        if (payees.length == 0) return;
        for (uint256 i = 0; i < payees.length; ++i) if (payees[i] == payee) return;
        revert NotPayee(policy, payee);
    }

    function _head(uint64 policy) private view returns (bytes32) {
        return _CIRCLES.head(Ids.organisationOf(policy));
    }

    function _spending(
        uint64 policy,
        address payer,
        address payee,
        uint128 amount
    ) private pure returns (bytes32) {
        return keccak256(abi.encode(policy, payer, payee, amount));
    }

    /// @dev Whether a function moves tokens, or lets somebody move them: that takes a budget or an announcement.
    function _movesTokens(bytes4 selector) private pure returns (bool) {
        return
            selector == IERC20.transfer.selector ||
            selector == IERC20.transferFrom.selector ||
            selector == IERC20.approve.selector ||
            selector == IERC20Permit.permit.selector ||
            selector == bytes4(keccak256("increaseAllowance(address,uint256)")) ||
            selector == bytes4(keccak256("decreaseAllowance(address,uint256)")) ||
            selector == bytes4(keccak256("transferAndCall(address,uint256)")) ||
            selector == bytes4(keccak256("transferAndCall(address,uint256,bytes)")) ||
            selector == bytes4(keccak256("approveAndCall(address,uint256)")) ||
            selector == bytes4(keccak256("approveAndCall(address,uint256,bytes)")) ||
            selector == bytes4(keccak256("transferFromAndCall(address,address,uint256)")) ||
            selector == bytes4(keccak256("transferFromAndCall(address,address,uint256,bytes)")) ||
            selector == IERC721.setApprovalForAll.selector ||
            selector == bytes4(keccak256("safeTransferFrom(address,address,uint256)")) ||
            selector == bytes4(keccak256("safeTransferFrom(address,address,uint256,bytes)")) ||
            selector == IERC1155.safeTransferFrom.selector ||
            selector == IERC1155.safeBatchTransferFrom.selector;
    }
}
