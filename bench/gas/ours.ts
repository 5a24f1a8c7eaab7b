import type { Address, Hex } from "viem";
import { encodeAbiParameters, parseEventLogs, toFunctionSelector, zeroHash } from "viem";

import { consentAbi } from "#sdk/abi/consent.ts";
import { structureAbi } from "#sdk/abi/structure.ts";
import { treasuryAbi } from "#sdk/abi/treasury.ts";
import { contentHash, reasonsHash } from "#sdk/acts/content.ts";
import { money } from "#sdk/acts/money.ts";
import { budgetTerms, powerTerms } from "#sdk/acts/terms.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { ownTerms } from "#sdk/chronicle/domains.ts";
import type { Budget, Change, Power } from "#sdk/chronicle/events.ts";
import { idOf } from "#sdk/chronicle/organisation.ts";
import { read } from "#sdk/chronicle/read.ts";
import { Tags } from "#sdk/flags.ts";
import { type Measure, type Measures, sum } from "./measure.ts";
import { act, addressOf, call, measure, type Node, pass, put } from "./node.ts";
import { NEW_ROLE, OBJECTION, PURPOSE, REASONS, ROLE } from "./texts.ts";

const DAY = 86_400;
const NOTHING = {
  place: 0n,
  revision: 0,
  words: { name: "", text: "", domains: [], accountabilities: [] },
  reviewAt: 0,
  tags: 0,
  settings: [],
  terms: zeroHash,
} as const;

/** A circle to measure in, and who acts in it. */
export interface Stage {
  readonly node: Node;
  readonly organisation: number;
  readonly circle: bigint;
  /** Leads the circle. */
  readonly lead: string;
  /** Five members, each with the role they fill there; the first proposes. Nobody of them has objected before. */
  readonly members: readonly [Member, Member, Member, Member, Member];
  /** A role of the circle that is amended, at its present revision. */
  readonly amended: { readonly role: bigint; readonly revision: number };
  /** Two roles of the circle with room for one more. */
  readonly free: readonly [bigint, bigint];
  /** A partner without any seat. */
  readonly newcomer: string;
  /** The circle's and the anchor's window, in days. */
  readonly windowDays: number;
  readonly vault: Address;
  readonly token: Address;
  /** Somebody who holds the token, and somebody new to it. */
  readonly payees: readonly [string, string];
}

export interface Member {
  readonly name: string;
  readonly role: bigint;
}

/**
 * Measures what everyday acts cost: everybody has acted before, so that nobody pays for a slot of their own, and in
 * the pages of answers somebody has spoken before.
 */
export async function measureActs(stage: Stage): Promise<Measures> {
  const measures: Measures = new Map();
  await measureGovernance(stage, measures);
  await measureAssignments(stage, measures);
  await measurePayments(stage, measures);
  await measureAllowances(stage, measures);
  return measures;
}

/** Opens proposals and withdraws them again, as many as that. */
export async function fillHistory(stage: Stage, proposals: number): Promise<void> {
  const [{ name }] = stage.members;
  for (let i = 0; i < proposals; i++) {
    const proposal = await propose(stage, amendment(stage, 1));
    await act(stage.node, name, "withdraw", { proposal: proposal.id });
  }
}

/** An uncontested change, by silence, so that those that follow find everything in use. */
export async function warmUp(stage: Stage): Promise<void> {
  const { node, members, amended, windowDays } = stage;
  const changes = amendment(stage, amended.revision);
  const proposal = await propose(stage, changes);
  await pass(node, windowDays * DAY);
  await enact(stage, members[0].name, proposal.id, changes);
}

async function measureGovernance(stage: Stage, measures: Measures): Promise<void> {
  const { node, members, amended, windowDays } = stage;
  const [proposer, first, second, third, fourth] = members;
  const changes = amendment(stage, amended.revision + 1);
  const proposal = await propose(stage, changes);
  measures.set("propose", proposal.measure);

  const answer = { proposal: proposal.id, version: 1, content: contentHash(changes, REASONS) };
  await act(node, first.name, "confirm", answer);
  const confirmed = await act(node, second.name, "confirm", answer);
  measures.set("confirm", await measure(node, confirmed));
  const object = async ({ name, role }: Member) => {
    const objection = { proposal: proposal.id, version: 1, asRole: role, objection: OBJECTION };
    return await measure(node, await act(node, name, "object", objection));
  };
  measures.set("object-stopping", await object(third));
  measures.set("object", await object(fourth));
  for (const { name } of [third, fourth]) {
    await act(node, name, "withdrawObjection", { proposal: proposal.id });
  }
  await pass(node, windowDays * DAY);
  measures.set("enact", await enact(stage, proposer.name, proposal.id, changes));
  measures.set("governance-cycle", sum(measures.get("propose"), measures.get("enact")));

  const creation = {
    ...NOTHING,
    kind: ChangeKind.CreateRole,
    target: 0n,
    words: NEW_ROLE,
    terms: ownTerms(NEW_ROLE),
  };
  const created = await propose(stage, [creation]);
  await pass(node, windowDays * DAY);
  measures.set("create-role", await enact(stage, proposer.name, created.id, [creation]));
}

async function measureAssignments(stage: Stage, measures: Measures): Promise<void> {
  const { node, organisation, lead, newcomer, free } = stage;
  const person = addressOf(newcomer);
  await act(node, newcomer, "declareOpenness", { organisation, open: true });
  const first = await act(node, lead, "offer", { role: free[0], person });
  measures.set("assign-first", await measure(node, first));
  const more = await act(node, lead, "offer", { role: free[1], person });
  measures.set("assign-more", await measure(node, more));
  await act(node, newcomer, "resign", { role: free[1] });
  const left = await act(node, newcomer, "resign", { role: free[0] });
  measures.set("leave", await measure(node, left));
}

async function measurePayments(stage: Stage, measures: Measures): Promise<void> {
  const { node, members, vault, token, payees, windowDays } = stage;
  const [{ name, role }] = members;
  const announcer = addressOf(name);
  const payment = (payee: string) =>
    money({ vault, token, payee: addressOf(payee), amount: 380_000n });
  const announce = async (payee: string, slot: number) => {
    const announcement = {
      asRole: role,
      slot,
      payment: payment(payee),
      policy: 0n,
      purpose: PURPOSE,
    };
    const receipt = await act(node, name, "announce", announcement);
    const [event] = parseEventLogs({
      abi: treasuryAbi,
      logs: receipt.logs,
      eventName: "Announced",
    });
    if (event === undefined) throw new Error("no announcement");
    return { id: event.args.announcement, measure: await measure(node, receipt) };
  };
  const pay = async (announcement: bigint, payee: string) => {
    const paid = { announcement, announcer, payment: payment(payee) };
    return await measure(node, await act(node, name, "pay", paid));
  };
  // One announcement stays open throughout, as in an organisation that lives.
  await announce(payees[0], 0);
  const holder = await announce(payees[0], 1);
  const stranger = await announce(payees[1], 2);
  await pass(node, windowDays * DAY);
  measures.set("announce", holder.measure);
  measures.set("act-holder", await pay(holder.id, payees[0]));
  measures.set("act-new", await pay(stranger.id, payees[1]));
  measures.set("payout-cycle", sum(measures.get("announce"), measures.get("act-holder")));
}

/** A budget of the first member's role, and a function that whoever fills it may call. The lead decides at the anchor. */
async function measureAllowances(stage: Stage, measures: Measures): Promise<void> {
  const { node, members, lead, vault, token, payees } = stage;
  const [{ name, role }] = members;
  const { timestamp } = await node.bank.reader.getBlock();
  const period = { period: 30 * DAY, start: Number(timestamp) } as const;
  const amount = 380_000n;
  const budget: Budget = {
    ...{ vault, token, role, ...period, amount: 10n * amount },
    ...{ alone: amount, second: 0n, payees: [] },
  };
  const policy = await adoptTerms(stage, lead, budgetTerms(budget));
  const payee = addressOf(payees[0]);
  const payment = { policy, budget, payee, amount, purpose: PURPOSE };
  await act(node, name, "takeBudget", { policy, budget });
  // The first payment of a period pays for the word that counts.
  await act(node, name, "spendBudget", payment);
  measures.set("budget", await measure(node, await act(node, name, "spendBudget", payment)));

  const bell = await put(node, "mocks/Bell", encodeAbiParameters([{ type: "address" }], [vault]));
  const selector = toFunctionSelector("toll()");
  const power: Power = {
    ...{ vault, target: bell, selector, role, ...period },
    ...{ times: 0, value: 0n },
  };
  const held = await adoptTerms(stage, lead, powerTerms(power));
  await act(node, name, "takePower", { policy: held, power });
  const guarded = async () => await measure(node, await call(node, name, bell, selector));
  await guarded();
  const free = await measure(node, await call(node, name, bell, toFunctionSelector("chime()")));
  const { gas, calldata } = await guarded();
  measures.set("can-call", { gas: gas - free.gas, calldata });
}

/** Adopts a policy of the anchor with these terms, of which the lead is the only member. */
async function adoptTerms(
  { node, organisation }: Stage,
  lead: string,
  terms: Hex,
): Promise<bigint> {
  const anchor = idOf(organisation, 1);
  const words = { ...NOTHING.words, name: "Allowed", text: PURPOSE };
  const changes: Change[] = [
    { ...NOTHING, kind: ChangeKind.AdoptPolicy, target: 0n, words, tags: Tags.GRANT, terms },
  ];
  const { circles } = node.deployment.contracts;
  const { state } = await read({
    client: node.bank.reader,
    circles: circles.address,
    organisation,
    startBlock: BigInt(circles.block),
  });
  const role = state.roles.get(anchor)?.inner[0] ?? 0n;
  const proposal = { circle: anchor, asRole: role, slot: 0, changes, reasons: REASONS };
  const receipt = await act(node, lead, "propose", proposal);
  const [event] = parseEventLogs({ abi: consentAbi, logs: receipt.logs, eventName: "Proposed" });
  const adopted = { proposal: event?.args.proposal ?? 0n, changes };
  const enacted = await act(node, lead, "enact", {
    ...{ ...adopted, reasonsHash: reasonsHash(REASONS), people: [] },
  });
  const logs = { abi: structureAbi, logs: enacted.logs, eventName: "PolicyAdopted" } as const;
  return parseEventLogs(logs)[0]?.args.policy ?? 0n;
}

/** A change of the words of the stage's role at this revision. */
export function amendment({ amended }: Stage, revision: number): Change[] {
  return [
    {
      ...NOTHING,
      kind: ChangeKind.AmendRole,
      target: amended.role,
      revision,
      words: ROLE,
      terms: ownTerms(ROLE),
    },
  ];
}

/** Opens a proposal by the first member. */
export async function propose(
  { node, circle, members }: Stage,
  changes: readonly Change[],
): Promise<{ id: bigint; measure: Measure }> {
  const [{ name, role }] = members;
  const proposal = { circle, asRole: role, slot: 0, changes, reasons: REASONS };
  const receipt = await act(node, name, "propose", proposal);
  const [event] = parseEventLogs({ abi: consentAbi, logs: receipt.logs, eventName: "Proposed" });
  if (event === undefined) throw new Error("no proposal");
  return { id: event.args.proposal, measure: await measure(node, receipt) };
}

async function enact(
  { node }: Stage,
  person: string,
  proposal: bigint,
  changes: readonly Change[],
): Promise<Measure> {
  const adopted = { proposal, changes, reasonsHash: reasonsHash(REASONS), people: [] };
  return await measure(node, await act(node, person, "enact", adopted));
}
