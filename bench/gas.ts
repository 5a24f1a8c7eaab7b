import { join } from "node:path";

import { network } from "hardhat";
import {
  type Address,
  custom,
  encodeDeployData,
  encodeFunctionData,
  keccak256,
  parseEventLogs,
  stringToHex,
  type TransactionReceipt,
} from "viem";

import { consentAbi } from "#sdk/abi/consent.ts";
import { foundingAbi } from "#sdk/abi/founding.ts";
import { treasuryAbi } from "#sdk/abi/treasury.ts";
import type { ActData, ActName } from "#sdk/acts/acts.ts";
import { contentHash, reasonsHash } from "#sdk/acts/content.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import { act as doAct } from "../scripts/chain/act.ts";
import { connectThrough, sign, signAs } from "../scripts/chain/connect.ts";
import { send } from "../scripts/chain/send.ts";
import { readArtifact } from "../scripts/deploy/artifact.ts";
import { deploy } from "../scripts/deploy/deploy.ts";
import { readFoundingFile } from "../scripts/found/file.ts";
import { concludeFounding, found, saltOf } from "../scripts/found/found.ts";
import { ROOT } from "../scripts/setup.mjs";
import { type Row, TARGETS, TOLERANCE } from "./targets.ts";

const DAY = 86_400;
const NOTHING = {
  revision: 0,
  words: { name: "", text: "", domains: [], accountabilities: [] },
  reviewAt: 0,
  place: 0n,
  tags: 0,
  settings: [],
} as const;
const words = (length: number) => "consent ".repeat(Math.ceil(length / 8)).slice(0, length);

/** 250 bytes of a role's words and 250 of reasons: 500 in a proposal. */
const ROLE = {
  name: words(20),
  text: words(80),
  domains: [words(60)],
  accountabilities: [words(90)],
};
const REASONS = { tension: words(80), example: words(90), explanation: words(80) };
/** 400 bytes. */
const NEW_ROLE = {
  name: words(20),
  text: words(120),
  domains: [words(110)],
  accountabilities: [words(150)],
};
/** 300 bytes. */
const OBJECTION = {
  harm: words(75),
  limits: words(75),
  cause: words(75),
  certainty: words(75),
  rule: "",
};
const PURPOSE = words(200);

const connection = await connectThrough(
  custom((await network.create()).provider),
  "http://127.0.0.1",
);
const bank = await sign(connection);
const file = await readFoundingFile(join(ROOT, "demo", "meander-commons.json"));
// People beyond the node's own accounts: it impersonates whoever the file names.
const addressOf = (person: string): Address => `0x${keccak256(stringToHex(person)).slice(26)}`;
for (const { id } of file.people) {
  await request("hardhat_impersonateAccount", [addressOf(id)]);
  await request("hardhat_setBalance", [addressOf(id), "0x56bc75e2d63100000"]);
}
const deployment = await deploy(bank, null, () => {});
const { founding } = deployment.contracts;
const gas = new Map<Row, number>();

const founder = signAs(connection, addressOf(file.founder));
// The first organisation of a chain pays for a counter.
await found(founder, deployment, { ...file, salt: "first" }, addressOf);
const foundation = await found(founder, deployment, file, addressOf);
await concludeFounding(
  founder,
  deployment,
  foundation,
  file.people.map(({ id }) => addressOf(id)),
  file.ratifiers.map(addressOf),
);
await measureFounding();
const token = await fillVault();

// The first of each pays for slots of its own; what is printed is what everyday acts cost.
await governanceCycle("p01", "grower-liaison", "grower-liaison", 1);
await measureGovernance();
await measureAssignments();
await measurePayments();
print();

function request(method: string, params: readonly unknown[]): Promise<unknown> {
  return connection.reader.request({ method, params } as never);
}

function id(name: string): bigint {
  const found = foundation.ids.get(name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

async function act<name extends ActName>(
  person: string,
  name: name,
  data: ActData<name>,
  row?: Row,
): Promise<TransactionReceipt> {
  const receipt = await doAct(signAs(connection, addressOf(person)), deployment, name, data);
  if (row !== undefined) gas.set(row, Number(receipt.gasUsed));
  return receipt;
}

async function pass(seconds: number): Promise<void> {
  await request("evm_increaseTime", [seconds]);
  await request("evm_mine", []);
}

async function measureFounding(): Promise<void> {
  const small = await found(
    founder,
    deployment,
    {
      ...file,
      ratifiers: [file.founder],
      circles: [],
      roles: [],
      policies: [],
      salt: "small",
      admission: undefined,
      assigner: undefined,
    },
    addressOf,
  );
  const logs = await connection.reader.getContractEvents({
    address: founding.address,
    abi: foundingAbi,
    eventName: "Founded",
    args: { organisation: small.organisation },
    fromBlock: 0n,
  });
  const [founded] = logs;
  if (founded === undefined) throw new Error("the founding is not there");
  const receipt = await connection.reader.getTransactionReceipt({ hash: founded.transactionHash });
  gas.set("found", Number(receipt.gasUsed));
}

async function propose(
  person: string,
  asRole: string,
  changes: readonly Change[],
  slot: number,
  row?: Row,
) {
  const proposal = { circle: id("food"), asRole: id(asRole), slot, changes, reasons: REASONS };
  const receipt = await act(person, "propose", proposal, row);
  const [event] = parseEventLogs({ abi: consentAbi, logs: receipt.logs, eventName: "Proposed" });
  if (event === undefined) throw new Error("no proposal");
  return event.args.proposal;
}

function enact(person: string, proposal: bigint, changes: readonly Change[], row?: Row) {
  const adopted = { proposal, changes, reasonsHash: reasonsHash(REASONS), people: [] };
  return act(person, "enact", adopted, row);
}

function amendment(role: string, revision: number): Change[] {
  return [{ ...NOTHING, kind: ChangeKind.AmendRole, target: id(role), revision, words: ROLE }];
}

/** An uncontested change, by silence. */
async function governanceCycle(person: string, asRole: string, role: string, revision: number) {
  const changes = amendment(role, revision);
  const proposal = await propose(person, asRole, changes, 0);
  await pass(5 * DAY);
  return enact(person, proposal, changes);
}

async function measureGovernance(): Promise<void> {
  const changes = amendment("grower-liaison", 2);
  const proposal = await propose("p01", "grower-liaison", changes, 0, "propose");
  const answer = { proposal, version: 1, content: contentHash(changes, REASONS) };
  await act("p03", "confirm", answer);
  await act("p05", "confirm", answer, "confirm");
  const objection = (asRole: string) => ({
    proposal,
    version: 1,
    asRole: id(asRole),
    objection: OBJECTION,
  });
  await act("p04", "object", objection("cold-store"), "object-stopping");
  await act("p09", "object", objection("market"), "object");
  await act("p04", "withdrawObjection", { proposal });
  await act("p09", "withdrawObjection", { proposal });
  await pass(5 * DAY);
  await enact("p01", proposal, changes, "enact");

  const created: Change[] = [
    { ...NOTHING, kind: ChangeKind.CreateRole, target: 0n, words: NEW_ROLE },
  ];
  const second = await propose("p01", "grower-liaison", created, 0);
  await pass(5 * DAY);
  await enact("p01", second, created, "create-role");
  gas.set("governance-cycle", (gas.get("propose") ?? 0) + (gas.get("enact") ?? 0));
}

async function measureAssignments(): Promise<void> {
  const { organisation } = foundation;
  const person = addressOf("p20");
  await act("p20", "declareOpenness", { organisation, open: true });
  await act("p01", "offer", { role: id("cold-store"), person }, "assign-first");
  await act("p01", "offer", { role: id("market"), person }, "assign-more");
  await act("p20", "resign", { role: id("market") });
  await act("p20", "resign", { role: id("cold-store") }, "leave");
}

async function fillVault(): Promise<Address> {
  const { bytecode } = await readArtifact("mocks/TestEuro");
  const hash = await bank.writer.sendTransaction({ data: encodeDeployData({ abi: [], bytecode }) });
  const { contractAddress } = await connection.reader.waitForTransactionReceipt({ hash });
  if (contractAddress == null) throw new Error("no token");
  const mintAbi = [
    {
      type: "function",
      name: "mint",
      stateMutability: "nonpayable",
      inputs: [
        { name: "to", type: "address" },
        { name: "amount", type: "uint256" },
      ],
      outputs: [],
    },
  ] as const;
  const mint = (to: Address, amount: bigint) =>
    send(
      bank,
      {
        to: contractAddress,
        data: encodeFunctionData({ abi: mintAbi, functionName: "mint", args: [to, amount] }),
      },
      "Minting",
    );
  await mint(foundation.vault, 10n ** 9n);
  await mint(addressOf("holder"), 1n);
  const account = { founder: addressOf(file.founder), salt: saltOf(file) };
  await doAct(bank, deployment, "deployVault", account);
  return contractAddress;
}

async function measurePayments(): Promise<void> {
  const payment = (payee: string) => ({
    vault: foundation.vault,
    token,
    payee: addressOf(payee),
    amount: 380_000n,
  });
  const announce = async (payee: string, slot: number, row?: Row) => {
    const announcement = {
      asRole: id("cold-store"),
      slot,
      payment: payment(payee),
      purpose: PURPOSE,
    };
    const receipt = await act("p04", "announce", announcement, row);
    const [event] = parseEventLogs({
      abi: treasuryAbi,
      logs: receipt.logs,
      eventName: "Announced",
    });
    if (event === undefined) throw new Error("no announcement");
    return event.args.announcement;
  };
  const announcer = addressOf("p04");
  const pay = (announcement: bigint, payee: string, row: Row) =>
    act("p04", "pay", { announcement, announcer, payment: payment(payee) }, row);
  // One announcement stays open throughout, as in an organisation that lives.
  await announce("holder", 0);
  const holder = await announce("holder", 1, "announce");
  const stranger = await announce("stranger", 2);
  await pass(7 * DAY);
  await pay(holder, "holder", "act-holder");
  await pay(stranger, "stranger", "act-new");
  gas.set("payout-cycle", (gas.get("announce") ?? 0) + (gas.get("act-holder") ?? 0));
}

function print(): void {
  const pad = (text: string | number, width: number) => String(text).padStart(width);
  console.log(`${"act".padEnd(18)}${pad("gas", 10)}${pad("target", 10)}${pad("ratio", 8)}`);
  const above: string[] = [];
  for (const [row, target] of Object.entries(TARGETS) as [Row, number][]) {
    const used = gas.get(row);
    if (used === undefined) throw new Error(`${row} was not measured`);
    const ratio = used / target;
    if (ratio > TOLERANCE) above.push(row);
    console.log(
      `${row.padEnd(18)}${pad(used.toLocaleString("en"), 10)}${pad(target.toLocaleString("en"), 10)}${pad(ratio.toFixed(2), 8)}`,
    );
  }
  if (above.length === 0) return;
  console.error(`More than ${TOLERANCE} times their targets: ${above.join(", ")}.`);
  process.exitCode = 1;
}
