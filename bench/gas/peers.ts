import type { Address, Hex } from "viem";
import {
  encodeAbiParameters,
  encodeFunctionData,
  keccak256,
  parseAbi,
  stringToHex,
  toFunctionSelector,
} from "viem";

import { type Measure, sum } from "./measure.ts";
import {
  accountOf,
  addressOf,
  call,
  house,
  measure,
  mine,
  mint,
  type Node,
  pass,
  put,
} from "./node.ts";
import type { Row } from "./targets.ts";
import { ONE_TEXT, REASON } from "./texts.ts";

/** A peer's way to do the same, measured in this run. */
export interface Peer {
  readonly who: string;
  readonly gas: number;
}

const VOTERS = ["voter 1", "voter 2", "voter 3", "voter 4"] as const;
const ADMIN = "admin";
const DAY = 86_400;
const AMOUNT = 380_000n;

const tokenAbi = parseAbi([
  "function delegate(address delegatee)",
  "function transfer(address to, uint256 amount) returns (bool)",
]);
const governorAbi = parseAbi([
  "function propose(address[] targets, uint256[] values, bytes[] calldatas, string description) returns (uint256)",
  "function hashProposal(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) view returns (uint256)",
  "function castVote(uint256 proposalId, uint8 support) returns (uint256)",
  "function castVoteBySig(uint256 proposalId, uint8 support, address voter, bytes signature) returns (uint256)",
  "function nonces(address owner) view returns (uint256)",
  "function castVoteWithReason(uint256 proposalId, uint8 support, string reason) returns (uint256)",
  "function execute(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) payable returns (uint256)",
]);
const managerAbi = parseAbi([
  "function grantRole(uint64 roleId, address account, uint32 executionDelay)",
  "function revokeRole(uint64 roleId, address account)",
  "function setTargetFunctionRole(address target, bytes4[] selectors, uint64 roleId)",
  "function schedule(address target, bytes data, uint48 when) returns (bytes32, uint32)",
  "function execute(address target, bytes data) payable returns (uint32)",
]);
const timelockAbi = parseAbi([
  "function schedule(address target, uint256 value, bytes data, bytes32 predecessor, bytes32 salt, uint256 delay)",
]);

/** What OpenZeppelin's Governor, TimelockController and AccessManager need for the same work, on the same chain. */
export async function measurePeers(node: Node): Promise<ReadonlyMap<Row, Peer>> {
  await house(node, [...VOTERS, ADMIN, "bank"]);
  const money = await put(node, "mocks/TestEuro");
  await mint(node, money, addressOf("a holder"), 1n);
  const governor = await measureGovernor(node, money);
  const manager = await measureManager(node, money);
  const timelock = await measureTimelock(node, money);
  const by = (who: string, { gas }: Measure): Peer => ({ who, gas });
  return new Map<Row, Peer>([
    ["propose", by("Governor", governor.propose)],
    ["object", by("Governor, vote with reason", governor.reasoned)],
    ["object-stopping", by("Governor, vote with reason", governor.reasoned)],
    ["confirm", by("Governor, vote", governor.vote)],
    ["confirm-relayed", by("Governor, vote by signature, one", governor.signedVote)],
    ["governance-cycle", by("Governor, 3 votes", governor.cycle)],
    ["announce", by("TimelockController, no words", timelock)],
    ["act-holder", by("AccessManager, scheduled", manager.executeHolder)],
    ["act-new", by("AccessManager, scheduled", manager.executeNew)],
    ["payout-cycle", by("Governor, 3 votes", governor.cycle)],
    ["assign-first", by("AccessManager", manager.grant)],
    ["assign-more", by("AccessManager", manager.grant)],
    ["leave", by("AccessManager", manager.revoke)],
    ["can-call", by("AccessManager", manager.guard)],
  ]);
}

async function measureGovernor(node: Node, money: Address) {
  const votes = await put(node, "mocks/peers/PeerVotes");
  const governor = await put(node, "mocks/peers/PeerGovernor", addressArg(votes));
  await mint(node, money, governor, 10n ** 9n);
  for (const voter of VOTERS) {
    await mint(node, votes, addressOf(voter), 10n ** 18n);
    const args = [addressOf(voter)] as const;
    await call(
      node,
      voter,
      votes,
      encodeFunctionData({ abi: tokenAbi, functionName: "delegate", args }),
    );
  }
  // The first round pays for what the second finds in use.
  await round(`first ${ONE_TEXT.slice(6)}`);
  return await round(ONE_TEXT);

  async function round(text: string) {
    const actions = [[money], [0n], [transferTo("a holder")]] as const;
    const hash = keccak256(stringToHex(text));
    const propose = await send(VOTERS[0], "propose", [...actions, text]);
    const id = await node.bank.reader.readContract({
      address: governor,
      abi: governorAbi,
      functionName: "hashProposal",
      args: [...actions, hash],
    });
    await mine(node, 2);
    const first = await send(VOTERS[0], "castVote", [id, 1]);
    const vote = await send(VOTERS[1], "castVote", [id, 1]);
    const reasoned = await send(VOTERS[2], "castVoteWithReason", [id, 1, REASON]);
    const signedVote = await castBySignature(id);
    await mine(node, 101);
    const execute = await send(VOTERS[0], "execute", [...actions, hash]);
    // Three votes without words, as the recorded cycles have them.
    return { propose, vote, reasoned, signedVote, cycle: sum(propose, first, vote, vote, execute) };
  }

  /** One vote that somebody else sends: the Governor has no batches. */
  async function castBySignature(proposalId: bigint) {
    const voter = accountOf(VOTERS[3]);
    const nonce = await node.bank.reader.readContract({
      address: governor,
      abi: governorAbi,
      functionName: "nonces",
      args: [voter.address],
    });
    const signature = await voter.signTypedData({
      domain: {
        ...{ name: "Peer", version: "1" },
        ...{ chainId: node.bank.chain.id, verifyingContract: governor },
      },
      types: {
        Ballot: [
          { name: "proposalId", type: "uint256" },
          { name: "support", type: "uint8" },
          { name: "voter", type: "address" },
          { name: "nonce", type: "uint256" },
        ],
      },
      primaryType: "Ballot",
      message: { proposalId, support: 1, voter: voter.address, nonce },
    });
    return await send(VOTERS[0], "castVoteBySig", [proposalId, 1, voter.address, signature]);
  }

  async function send(voter: string, functionName: string, args: readonly unknown[]) {
    const data = encodeFunctionData({ abi: governorAbi, functionName, args } as never);
    return await measure(node, await call(node, voter, governor, data));
  }
}

async function measureManager(node: Node, money: Address) {
  const manager = await put(node, "mocks/peers/PeerManager", addressArg(addressOf(ADMIN)));
  await mint(node, money, manager, 10n ** 9n);
  const send = async (functionName: string, args: readonly unknown[]) => {
    const data = encodeFunctionData({ abi: managerAbi, functionName, args } as never);
    return await measure(node, await call(node, ADMIN, manager, data));
  };
  const role = 7n;
  const delay = 5 * DAY;
  await send("setTargetFunctionRole", [money, [TRANSFER], role]);
  await send("grantRole", [role, addressOf(ADMIN), delay]);
  const grant = await send("grantRole", [role, addressOf(VOTERS[0]), 0]);
  const revoke = await send("revokeRole", [role, addressOf(VOTERS[0])]);
  const pay = async (payee: string) => {
    await send("schedule", [money, transferTo(payee), 0]);
    await pass(node, delay);
    return await send("execute", [money, transferTo(payee)]);
  };
  // The first round pays for what the second finds in use.
  await pay("a holder");
  // A call that the manager guards, less the same that nobody guards.
  const bell = await put(node, "mocks/Bell", addressArg(manager));
  await send("setTargetFunctionRole", [bell, [TOLL], role]);
  await send("grantRole", [role, addressOf(VOTERS[1]), 0]);
  const rings = async (selector: Hex) =>
    await measure(node, await call(node, VOTERS[1], bell, selector));
  await rings(TOLL);
  const [guarded, free] = [await rings(TOLL), await rings(toFunctionSelector("chime()"))];
  return {
    guard: { gas: guarded.gas - free.gas, calldata: guarded.calldata },
    grant,
    revoke,
    executeHolder: await pay("a holder"),
    executeNew: await pay("a stranger"),
  };
}

async function measureTimelock(node: Node, money: Address): Promise<Measure> {
  const people = [addressOf(ADMIN)];
  const args = encodeAbiParameters(
    [{ type: "address[]" }, { type: "address[]" }],
    [people, people],
  );
  const timelock = await put(node, "mocks/peers/PeerTimelock", args);
  const nothing = `0x${"0".repeat(64)}` as const;
  const data = encodeFunctionData({
    abi: timelockAbi,
    functionName: "schedule",
    args: [money, 0n, transferTo("a holder"), nothing, nothing, BigInt(5 * DAY)],
  });
  return await measure(node, await call(node, ADMIN, timelock, data));
}

const TRANSFER = "0xa9059cbb";
const TOLL = toFunctionSelector("toll()");

function transferTo(payee: string): Hex {
  const args = [addressOf(payee), AMOUNT] as const;
  return encodeFunctionData({ abi: tokenAbi, functionName: "transfer", args });
}

function addressArg(address: Address): Hex {
  return encodeAbiParameters([{ type: "address" }], [address]);
}
