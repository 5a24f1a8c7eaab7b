import { type Address, parseEventLogs, type TransactionReceipt } from "viem";

import { consentAbi } from "#sdk/abi/consent.ts";
import { structureAbi } from "#sdk/abi/structure.ts";
import { treasuryAbi } from "#sdk/abi/treasury.ts";
import type { ActData, ActName } from "#sdk/acts/acts.ts";
import { contentHash, reasonsHash } from "#sdk/acts/content.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Change, Reasons } from "#sdk/chronicle/events.ts";
import type { Deployment } from "#sdk/deployment.ts";
import { act as doAct } from "../chain/act.ts";
import { type Signer, signAs } from "../chain/connect.ts";
import type { Foundation } from "../found/found.ts";
import type { Clock } from "./clock.ts";

/** What the past of the worked organisation needs. */
export interface Stage {
  readonly signer: Signer;
  readonly deployment: Deployment;
  readonly foundation: Foundation;
  readonly clock: Clock;
  readonly addressOf: (person: string) => Address;
  /** The token that the account holds. */
  readonly token: Address;
  /** Who sells doors and awnings. */
  readonly supplier: Address;
  /** The moment at which the past ends, in seconds. */
  readonly end: number;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;
const CENTS = 100n;

const NOTHING = {
  revision: 0,
  words: { name: "", text: "", domains: [], accountabilities: [] },
  place: 0n,
  reviewAt: 0,
  tags: 0,
  settings: [],
} as const;

/**
 * Plays what happened in Meander Commons, each act by its own person and at its time, up to the end: a role adopted,
 * a domain objected to and integrated, a payment announced and made, a proposal and an announcement that are open.
 */
export async function playPast(stage: Stage): Promise<void> {
  await adoptAllergens(stage);
  await integrateMachines(stage);
  await payForTheDoor(stage);
  await leaveOpen(stage);
}

/** Quality & Allergens: everybody confirms within a day and a half, so it is adopted before its window closes. */
async function adoptAllergens(stage: Stage): Promise<void> {
  const opened = stage.end - 30 * DAY;
  const changes: Change[] = [
    {
      ...NOTHING,
      kind: ChangeKind.CreateRole,
      target: 0n,
      words: {
        name: "Quality & Allergens",
        text: "Nobody harmed by our food",
        domains: ["Allergen labelling"],
        accountabilities: ["Checking allergen labels before dispatch", "Running recalls"],
      },
    },
  ];
  const reasons = {
    tension:
      "I plan boxes, and nobody checks what the labels say about allergens before they leave.",
    example:
      "In the second week a box with walnut bread went out labelled free of nuts. A neighbour noticed.",
    explanation:
      "With this role somebody would have compared label and recipe on Tuesday, before dispatch.",
  };
  const id = await propose(stage, opened, "p05", "food", "box-planner", changes, reasons);
  for (const [index, person] of ["p01", "p04", "p09", "p03", "p23"].entries()) {
    await confirm(stage, opened + (5 + index * 6) * HOUR, person, id);
  }
  const receipt = await enact(stage, opened + 31 * HOUR, "p05", id, changes, reasons);
  const [created] = parseEventLogs({
    abi: structureAbi,
    logs: receipt.logs,
    eventName: "RoleCreated",
  });
  const role = created?.args.role ?? 0n;
  const esra = stage.addressOf("p05");
  await act(stage, opened + 33 * HOUR, "p01", "offer", { role, person: esra });
  await act(stage, opened + 40 * HOUR, "p05", "accept", { role });
}

/** The Workshop Keeper's domain: objected to for the Parts Librarian, amended, confirmed over the same text. */
async function integrateMachines(stage: Stage): Promise<void> {
  const opened = stage.end - 26 * DAY;
  const workshop = idOf(stage, "workshop");
  const withDomain = (domain: string): Change[] => [
    {
      ...NOTHING,
      kind: ChangeKind.AmendRole,
      target: workshop,
      revision: 1,
      words: {
        name: "Workshop Keeper",
        text: "A safe, tidy, open workshop",
        domains: [domain],
        accountabilities: ["Granting and revoking machine access", "Maintaining machines"],
      },
    },
  ];
  const reasons = {
    tension:
      "I keep the workshop, but have no say that holds over its machines and keys. Anyone may hand a key to anyone.",
    example:
      "On a Wednesday three lathe keys were out. Nobody knew with whom, and the lathe had run all night.",
    explanation: "With the domain I would have refused the third key until the first came back.",
  };
  const id = await propose(
    stage,
    opened,
    "p07",
    "make",
    "workshop",
    withDomain("Workshop machines and access keys"),
    reasons,
  );
  await act(stage, opened + 9 * HOUR, "p18", "object", {
    proposal: id,
    version: 1,
    asRole: idOf(stage, "parts"),
    objection: {
      harm: "Reclaimed parts stand on the shelves beside the lathe. If every reach for a shelf needs leave, deliveries pile up at the door and repairs wait.",
      limits:
        "Parts Librarian catalogues reclaimed parts. I need those shelves every day, whatever else I do here.",
      cause: "Today nobody controls the shelves, and nothing goes wrong with them.",
      certainty:
        "Parts arrive on Tuesdays. The first delivery would be turned away two days after adoption, before the circle could change the rule.",
      rule: "",
    },
  });
  const amended = withDomain(
    "Workshop machines and access keys, except the reclaimed-parts shelves",
  );
  await act(stage, opened + 29 * HOUR, "p07", "amend", {
    proposal: id,
    changes: amended,
    reasons,
    integrates: "The shelves with reclaimed parts stay open to whoever needs them.",
  });
  const content = contentHash(amended, reasons);
  await act(stage, opened + 34 * HOUR, "p18", "resolve", { proposal: id, version: 2, content });
  await confirm(stage, opened + 47 * HOUR, "p12", id);
  await confirm(stage, opened + 52 * HOUR, "p15", id);
  await enact(stage, opened + 53 * HOUR, "p12", id, amended, reasons);
}

/** The cold-store door: announced, nobody escalates for seven days, paid. */
async function payForTheDoor(stage: Stage): Promise<void> {
  const announced = stage.end - 20 * DAY;
  const purpose =
    "A new door for the cold store. The old one loses two degrees a day and cannot be sealed any more.";
  const payment = paymentOf(stage, 3_800n * CENTS);
  const id = await announce(stage, announced, "p04", "cold-store", payment, purpose);
  const announcer = stage.addressOf("p04");
  await act(stage, announced + 8 * DAY, "p04", "pay", { announcement: id, announcer, payment });
}

/** What is open now: a change of Box Planner with one answer, and an awning that somebody would like. */
async function leaveOpen(stage: Stage): Promise<void> {
  const payment = paymentOf(stage, 480n * CENTS);
  const purpose = "An awning for the Saturday stall, so that the bread stays dry.";
  await announce(stage, stage.end - 2 * DAY, "p09", "market", payment, purpose);

  const opened = stage.end - 28 * HOUR;
  const changes: Change[] = [
    {
      ...NOTHING,
      kind: ChangeKind.AmendRole,
      target: idOf(stage, "box-planner"),
      revision: 1,
      words: {
        name: "Box Planner",
        text: "Boxes people finish",
        domains: [],
        accountabilities: [
          "Planning weekly box contents",
          "Publishing the box list by Monday noon",
        ],
      },
    },
  ];
  const reasons = {
    tension:
      "As Grower Liaison I tell growers on Tuesday evening what to harvest on Wednesday. That is too late for them.",
    example:
      "Last week the South fields had cut forty lettuces before the list came, and twelve stayed over.",
    explanation: "A list on Monday would have reached them before they cut.",
  };
  const id = await propose(stage, opened, "p03", "food", "grower-liaison", changes, reasons);
  await confirm(stage, opened + 8 * HOUR, "p01", id);
}

function idOf({ foundation }: Stage, name: string): bigint {
  const id = foundation.ids.get(name);
  if (id === undefined) throw new Error(`the worked organisation has no ${name}`);
  return id;
}

function paymentOf({ foundation, token, supplier }: Stage, amount: bigint) {
  return { vault: foundation.vault, token, payee: supplier, amount };
}

async function act<name extends ActName>(
  { signer, deployment, clock, addressOf }: Stage,
  time: number,
  person: string,
  name: name,
  data: ActData<name>,
): Promise<TransactionReceipt> {
  await clock.set(time);
  return await doAct(signAs(signer, addressOf(person)), deployment, name, data);
}

async function propose(
  stage: Stage,
  time: number,
  person: string,
  circle: string,
  asRole: string,
  changes: readonly Change[],
  reasons: Reasons,
): Promise<bigint> {
  const receipt = await act(stage, time, person, "propose", {
    circle: idOf(stage, circle),
    asRole: idOf(stage, asRole),
    slot: 0,
    changes,
    reasons,
  });
  const [event] = parseEventLogs({ abi: consentAbi, logs: receipt.logs, eventName: "Proposed" });
  return event?.args.proposal ?? 0n;
}

async function confirm(stage: Stage, time: number, person: string, id: bigint): Promise<void> {
  const { signer, deployment } = stage;
  const content = await signer.reader.readContract({
    address: deployment.contracts.consent.address,
    abi: consentAbi,
    functionName: "contentOf",
    args: [id],
  });
  const { version } = await signer.reader.readContract({
    address: deployment.contracts.consent.address,
    abi: consentAbi,
    functionName: "proposalAt",
    args: [id],
  });
  await act(stage, time, person, "confirm", { proposal: id, version, content });
}

function enact(
  stage: Stage,
  time: number,
  person: string,
  id: bigint,
  changes: readonly Change[],
  reasons: Reasons,
): Promise<TransactionReceipt> {
  const adopted = { proposal: id, changes, reasonsHash: reasonsHash(reasons), people: [] };
  return act(stage, time, person, "enact", adopted);
}

async function announce(
  stage: Stage,
  time: number,
  person: string,
  asRole: string,
  payment: ReturnType<typeof paymentOf>,
  purpose: string,
): Promise<bigint> {
  const announcement = { asRole: idOf(stage, asRole), slot: 0, payment, purpose };
  const receipt = await act(stage, time, person, "announce", announcement);
  const [event] = parseEventLogs({ abi: treasuryAbi, logs: receipt.logs, eventName: "Announced" });
  return event?.args.announcement ?? 0n;
}
