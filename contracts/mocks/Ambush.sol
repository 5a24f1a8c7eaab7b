// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Ambush: calls a target when money moves, and remembers how that went
/// @notice A payee when ETH arrives; a token when it is transferred. Also sends calls on demand, so that it can fill
/// roles.
contract Ambush {
    /// @notice Whom to call.
    address public target;
    /// @notice With what.
    bytes public call;
    /// @notice How often it was called from here.
    uint256 public calls;
    /// @notice Whether the last call went through.
    bool public succeeded;
    /// @notice What the last call returned or reverted with.
    bytes public answer;

    /// @notice Balances, for when this is a token.
    mapping(address account => uint256) public balanceOf;

    /// @notice ETH springs the ambush.
    receive() external payable {
        _spring();
    }

    /// @notice Lay the ambush.
    function lay(address target_, bytes calldata call_) external {
        (target, call) = (target_, call_);
    }

    /// @notice Call anything in this contract's name.
    function send(address to, bytes calldata data) external {
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory result) = to.call(data);
        require(success, string(result));
    }

    /// @notice Give an account new tokens.
    function mint(address account, uint256 amount) external {
        balanceOf[account] += amount;
    }

    /// @notice Moving tokens springs the ambush first.
    function transfer(address payee, uint256 amount) external returns (bool) {
        _spring();
        balanceOf[msg.sender] -= amount;
        balanceOf[payee] += amount;
        return true;
    }

    function _spring() private {
        ++calls;
        // solhint-disable-next-line avoid-low-level-calls
        (succeeded, answer) = target.call(call);
    }
}
