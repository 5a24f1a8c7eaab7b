import type { Address, Hex } from "viem";
import {
  encodeAbiParameters,
  encodeFunctionData,
  keccak256,
  stringToHex,
  toFunctionSelector,
  zeroAddress,
} from "viem";

import { circlesAbi } from "#sdk/abi/circles.ts";
import { vaultFactoryAbi } from "#sdk/abi/vaultFactory.ts";
import { reasonsHash } from "#sdk/acts/content.ts";
import { encodeHolders } from "#sdk/acts/holders.ts";
import { peopleOf } from "#sdk/acts/people.ts";
import { propose } from "#sdk/acts/propose.ts";
import { budgetTerms, powerTerms } from "#sdk/acts/terms.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Budget, Change, Payment, Power } from "#sdk/chronicle/events.ts";
import { invitingTerms, linkTerms } from "#sdk/chronicle/links.ts";
import { currentVersion, idOf } from "#sdk/chronicle/organisation.ts";
import { PaymentKind } from "#sdk/chronicle/paymentKind.ts";
import { spendingTerms } from "#sdk/chronicle/spendingTerms.ts";
import { StandingRole } from "#sdk/chronicle/standingRole.ts";
import { Articles, Flags, Tags } from "#sdk/flags.ts";
import { Bakery, REASONS, RULES, SALT } from "./bakery.ts";
import {
  change,
  createWorld,
  DAY,
  guest,
  NO_WORDS,
  processesOf,
  settings,
  words,
} from "./world.ts";

/** The rules after the first amendment, and after the second. */
export const AMENDED = keccak256(stringToHex("the rules, amended"));
export const AGAIN = keccak256(stringToHex("the rules, amended again"));

const ALL_BUT_TWO = Articles.STRUCTURE | Articles.COOPERATION | Articles.MEETINGS;
const ALL = ALL_BUT_TWO | Articles.AUTHORITY | Articles.GOVERNANCE;

/**
 * An organisation that leads govern at first, Anna alone at the anchor; whose ratifier then adopts the articles of
 * authority and governance; and that changes its processes, its treasury and its rules.
 */
export async function assemble(): Promise<Bakery> {
  const bakery = new Bakery(await createWorld());
  const { anna, ben, cleo } = bakery;
  const { contracts, people } = bakery.world;
  const dan = people[3] as Address;
  await bakery.act(anna, "found", {
    words: words("Assembly"),
    ruleHash: RULES,
    articles: ALL_BUT_TWO,
    settings: settings({ flags: Flags.RATIFIERS_SIGN }),
    ratifiers: [anna],
    processes: processesOf(contracts),
    treasury: contracts.treasury,
    salt: SALT,
  });
  const anchor = idOf(1, 1);
  await bakery.act(anna, "write", {
    organisation: 1,
    afterNumber: 1,
    changes: [
      change({ kind: ChangeKind.CreateRole, words: words("Operations") }),
      change({ kind: ChangeKind.CreateRole, words: words("Secretary") }),
      configured(1, { admission: 2n }),
    ],
    people: [],
    invited: [guest(anna), guest(ben), guest(cleo), guest(dan)],
    offers: [
      { role: anchor, person: anna },
      { role: 1n, person: ben },
      { role: 2n, person: cleo },
    ],
  });
  const [operations, secretary] = await bakery.roles();
  const agree = (person: Address, ruleHash: typeof RULES, offers: readonly bigint[]) =>
    bakery.act(person, "agree", { organisation: 1, ruleHash, offers });
  await agree(anna, RULES, [anchor]);
  await agree(ben, RULES, [operations]);
  await agree(cleo, RULES, [secretary]);
  const { founding } = (await bakery.read()).state;
  await bakery.act(anna, "ratify", { organisation: 1, number: founding.lastWrite });

  // Leads decide alone.
  const reason = "It was late";
  const changes = [
    change({ kind: ChangeKind.CreateRole, words: words("Till") }),
    change({ kind: ChangeKind.AdoptPolicy, words: words("Open books"), tags: Tags.CONSTRAINT }),
    change({
      kind: ChangeKind.AddToRole,
      place: BigInt(StandingRole.Lead),
      words: { ...NO_WORDS, domains: ["The till"], accountabilities: ["Counting the till"] },
    }),
  ];
  await bakery.act(anna, "decree", { circle: anchor, changes, people: [], reason });
  const oven = change({ kind: ChangeKind.CreateRole, target: operations, words: words("Oven") });
  await bakery.act(anna, "decree", { circle: anchor, changes: [oven], people: [ben], reason });
  await bakery.act(anna, "instruct", { role: operations, direction: "Bake less" });
  await bakery.act(ben, "redirect", {
    circle: operations,
    subject: 0n,
    role: (await bakery.read()).state.roles.get(operations)?.inner[0] ?? 0n,
  });
  await bakery.act(anna, "focus", { role: secretary, person: cleo, focus: "Minutes" });
  await bakery.act(anna, "focus", { role: operations, person: ben, focus: "Bread" });
  const keys = change({ kind: ChangeKind.AdoptPolicy, words: words("Keys"), tags: Tags.DOMAIN });
  await bakery.act(cleo, "publish", { role: secretary, changes: [keys] });
  await bakery.act(cleo, "expel", { organisation: 1, person: dan, reason: "No answer" });

  // The ratifier adopts the other articles, and names a successor.
  await bakery.act(anna, "signAmendment", {
    organisation: 1,
    ruleHash: AMENDED,
    articles: ALL,
    revision: 1,
  });
  await agree(ben, AMENDED, []);
  await bakery.act(anna, "succeed", { organisation: 1, successor: ben });

  await spend(bakery);
  await allow(bakery);
  await connect(bakery);

  // A second objection round beside the first, then in its place.
  const second = await bakery.world.deploy("Consent", [contracts.circles, contracts.offices]);
  await decide(bakery, contracts.consent, special(ChangeKind.SetProcess, second, 39, 2));
  await bakery.propose(ben, operations, [
    change({ kind: ChangeKind.CreateRole, words: words("Left") }),
  ]);
  const treasury = await bakery.world.deploy("Treasury", [contracts.circles]);
  await decide(bakery, second, special(ChangeKind.SetProcess, treasury, 4, 3));
  const end = special(ChangeKind.SetProcess, contracts.consent, 0, 4);
  await decide(bakery, contracts.consent, end);
  await decide(bakery, second, special(ChangeKind.SetTreasury, treasury, 0, 5));
  // Another contract for what leads do: the first one ends, and what it knew is known no more.
  const leads = await bakery.world.deploy("Leads", [contracts.circles]);
  await decide(bakery, second, special(ChangeKind.SetProcess, leads, 7, 6));
  await decide(bakery, second, special(ChangeKind.SetProcess, contracts.leads, 0, 7));
  const focus = { role: operations, person: ben, focus: "Rolls" };
  const { to: _, ...call } = bakery.call("focus", focus);
  await bakery.world.act(anna, { ...call, to: leads });
  // Other rules, which the successor signs.
  const rules = { ...special(ChangeKind.AmendRules, anna, ALL, 8), terms: AGAIN };
  await bakery.act(ben, "signAmendment", {
    organisation: 1,
    ruleHash: AGAIN,
    articles: ALL,
    revision: 8,
  });
  await decide(bakery, second, rules);
  await agree(cleo, AGAIN, []);
  return bakery;
}

/** A grant from the vault of Operations, a domain that is touched, and the vault of a role that is removed. */
async function spend(bakery: Bakery): Promise<void> {
  const { anna, ben, cleo, world } = bakery;
  const { contracts } = world;
  const [operations, secretary] = await bakery.roles();
  const { state } = await bakery.read();
  const till = state.roles.get(state.anchor)?.inner[2] ?? 0n;
  const account = { ...words("An account"), text: "Operations pays by itself" };
  const terms = spendingTerms(operations);
  const policy = { kind: ChangeKind.AdoptPolicy, words: account, tags: Tags.GRANT, terms };
  await decide(bakery, contracts.consent, change(policy));
  const held = [...(await bakery.read()).state.policies.keys()].at(-1) ?? 0n;
  await bakery.act(ben, "openVault", { circle: operations });
  const vault = (await world.client.readContract({
    address: contracts.circles,
    abi: circlesAbi,
    functionName: "vaultOf",
    args: [operations],
  })) as Address;
  const types = [{ type: "uint64" }] as const;
  const salt = keccak256(encodeAbiParameters(types, [operations]));
  await world.act(ben, {
    to: contracts.vaultFactory,
    data: encodeFunctionData({
      abi: vaultFactoryAbi,
      functionName: "deploy",
      args: [contracts.circles, salt],
    }),
  });
  await world.act(anna, { to: vault, data: "0x", value: 10n });
  const none = { payee: zeroAddress, id: 0n, data: "0x" } as const;
  const grant: Payment = {
    ...none,
    ...{ kind: PaymentKind.Grant, vault, token: zeroAddress, amount: 9n, id: secretary },
  };
  const announce = async (slot: number, payment: Payment, by: bigint) => {
    const purpose = "for the books";
    await bakery.act(cleo, "announce", { asRole: secretary, slot, payment, policy: by, purpose });
    const { number } = (await bakery.read()).state.head;
    return { announcement: idOf(1, number), announcer: cleo, payment };
  };
  const granted = await announce(0, grant, held);
  const hash: Payment = {
    ...none,
    ...{ kind: PaymentKind.Hash, vault, token: zeroAddress, amount: 0n, id: 7n },
  };
  const signed = await announce(1, hash, held);
  const data = encodeHolders([operations]);
  const domain: Payment = {
    ...none,
    ...{ kind: PaymentKind.Domain, vault: zeroAddress, token: zeroAddress, amount: 0n, data },
  };
  const touched = await announce(2, domain, 0n);
  const reason = "Not the oven";
  const spoken = { ...touched, circle: 0n, asRole: operations, path: [], reason };
  await bakery.act(ben, "escalate", spoken);
  await world.wait(6 * DAY);
  await bakery.act(cleo, "pay", granted);
  await bakery.act(cleo, "pay", signed);
  await bakery.act(cleo, "draw", {
    ...{ ...granted, asRole: secretary, payee: anna, amount: 2n, purpose: "A ledger" },
  });
  await bakery.act(cleo, "passOn", { ...granted, asRole: secretary, role: operations, amount: 3n });
  await bakery.act(ben, "endGrant", granted);

  await bakery.act(ben, "openVault", { circle: till });
  const remove = change({ kind: ChangeKind.RemoveRole, target: till, revision: 1 });
  await decide(bakery, contracts.consent, remove);
  const left = [...(await bakery.read()).state.vaults].find(([, circle]) => circle === till);
  await bakery.act(ben, "inheritVault", { vault: (left?.[0] ?? "0x") as Address });
}

/** A budget that a role pays from, and a power that it uses. */
async function allow(bakery: Bakery): Promise<void> {
  const { anna, ben, cleo, world } = bakery;
  const { contracts } = world;
  const [operations, secretary] = await bakery.roles();
  const { state } = await bakery.read();
  const { vault } = state;
  const salt = { founder: anna, salt: SALT };
  await bakery.act(anna, "deployVault", salt);
  await world.act(anna, { to: vault, data: "0x", value: 100n });
  const period = { period: 7 * DAY, start: state.head.time } as const;
  const budget: Budget = {
    ...{ vault, token: zeroAddress, role: secretary, ...period, amount: 30n },
    ...{ alone: 10n, second: operations, payees: [] },
  };
  const adopt = async (name: string, terms: Hex) => {
    const policy = { kind: ChangeKind.AdoptPolicy, words: words(name), tags: Tags.GRANT, terms };
    await decide(bakery, contracts.consent, change(policy));
    return [...(await bakery.read()).state.policies.keys()].at(-1) ?? 0n;
  };
  const policy = await adopt("Paper", budgetTerms(budget));
  await bakery.act(cleo, "takeBudget", { policy, budget });
  const payment = { policy, budget, payee: anna };
  await bakery.act(cleo, "spendBudget", { ...payment, amount: 10n, purpose: "paper" });
  await bakery.act(ben, "confirmSpending", { ...payment, payer: cleo, amount: 11n });
  await bakery.act(cleo, "spendBudget", { ...payment, amount: 11n, purpose: "ink" });
  const bell = await world.deploy("Bell", [vault]);
  const power: Power = {
    ...{ vault, target: bell, selector: toFunctionSelector("ring()"), role: secretary },
    ...{ times: 1, ...period, value: 1n },
  };
  const ringing = await adopt("Ringing", powerTerms(power));
  const data = power.selector;
  await bakery.act(cleo, "usePower", { policy: ringing, power, value: 1n, data });
  await bakery.act(cleo, "takePower", { policy: ringing, power });
}

/** A role of Operations is linked into the anchor, and one whose filler somebody outside chooses. */
async function connect(bakery: Bakery): Promise<void> {
  const { anna, ben, cleo, world } = bakery;
  const { consent } = world.contracts;
  const [operations] = await bakery.roles();
  const { state } = await bakery.read();
  const { anchor } = state;
  const source = state.roles.get(operations)?.inner[0] ?? 0n;
  await bakery.act(ben, "offer", { role: source, person: anna });
  await bakery.act(anna, "accept", { role: source });
  const invited = (terms: Hex) => [
    change({
      ...{ kind: ChangeKind.AdoptPolicy, words: words("Link"), tags: Tags.GRANT },
      terms: invitingTerms(anchor, terms),
    }),
    change({ kind: ChangeKind.LinkRole, place: 1n, words: words("Oven, at the table"), terms }),
  ];
  const last = async () => [...(await bakery.read()).state.roles.values()].at(-1)?.id ?? 0n;
  const later = change({ kind: ChangeKind.CreateRole, words: words("Later") });
  const followed = linkTerms({ source, appointer: null, limit: 1 });
  await decide(bakery, consent, ...invited(followed));
  const link = await last();
  await bakery.act(ben, "offer", { role: source, person: cleo });
  await bakery.act(cleo, "accept", { role: source });
  await bakery.act(ben, "revoke", { role: source, person: anna });
  await bakery.act(cleo, "takeVoice", { role: link });
  await bakery.act(cleo, "unlink", { role: link, people: [cleo] });

  // Again, with more in the list; and by somebody outside.
  const outside = linkTerms({ source: null, appointer: ben, limit: 2 });
  await decide(bakery, consent, ...invited(followed), later);
  await decide(bakery, consent, ...invited(outside));
  const appointed = await last();
  await bakery.act(ben, "offer", { role: appointed, person: anna });
  await bakery.act(anna, "accept", { role: appointed });
  await bakery.act(ben, "revoke", { role: appointed, person: anna });
  const { link: its } = (await bakery.read()).state.roles.get(appointed) ?? {};
  const target = its?.policy ?? 0n;
  const unlink = change({ kind: ChangeKind.UnlinkRole, target: appointed, revision: 1 });
  const repeal = change({ kind: ChangeKind.RepealPolicy, target, revision: 1 });
  await decide(bakery, consent, unlink, repeal);

  // What follows goes with what invites it, and with what it follows.
  const { roles } = (await bakery.read()).state;
  const standing = [...roles.values()].find((role) => role.link?.source === source);
  const inviting = standing?.link?.policy ?? 0n;
  const ends = change({ kind: ChangeKind.RepealPolicy, target: inviting, revision: 1 });
  await decide(bakery, consent, ends);
  await decide(bakery, consent, ...invited(followed));
  await decide(bakery, consent, ...invited(followed), later);
  const { revision = 0 } = roles.get(source) ?? {};
  const remove = change({ kind: ChangeKind.RemoveRole, target: source, revision });
  const removal = await bakery.proposeIn(operations, ben, operations, [remove]);
  await world.wait(5 * DAY);
  await bakery.enact(ben, removal);
}

/** Anna decides at the anchor by a process, all others confirming. */
async function decide(bakery: Bakery, consent: Address, ...changes: Change[]): Promise<void> {
  const { anna, ben, cleo, world } = bakery;
  const contracts = { ...world.contracts, consent };
  const { state } = await bakery.read();
  const { anchor } = state;
  // What is enacted frees its slot at once.
  const data = { circle: anchor, asRole: anchor, slot: 0, changes, reasons: REASONS };
  await world.act(anna, propose.call(data, contracts));
  const after = (await bakery.read()).state;
  const proposal = [...after.proposals.values()].at(-1);
  if (proposal === undefined) throw new Error("Nothing was proposed.");
  const { contentHash: content, version } = currentVersion(proposal);
  for (const person of [ben, cleo]) {
    const { to: _, ...call } = bakery.call("confirm", { proposal: proposal.id, version, content });
    await world.act(person, { ...call, to: consent });
  }
  const enact = {
    proposal: proposal.id,
    changes,
    reasonsHash: reasonsHash(REASONS),
    people: peopleOf(after, anchor, changes),
  };
  const { to: _, ...call } = bakery.call("enact", enact);
  await world.act(anna, { ...call, to: consent });
  await world.wait(DAY);
}

function special(kind: ChangeKind, contract: Address, tags: number, revision: number): Change {
  return change({ kind, terms: `0x${contract.slice(2).padStart(64, "0")}`, tags, revision });
}

function configured(revision: number, fields: Parameters<typeof settings>[0]): Change {
  const flags = Flags.RATIFIERS_SIGN;
  return change({
    kind: ChangeKind.Configure,
    revision,
    settings: [settings({ flags, ...fields })],
  });
}
