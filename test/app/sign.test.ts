import { expect } from "chai";
import { zeroHash } from "viem";

import { effectsOf } from "#app/sign/effects.ts";
import { type Happening, next, START, type Stage, stepsDone } from "#app/sign/machine.ts";
import { mindOf } from "#app/sign/mind.ts";
import { type Entry, intentOf, readEntries, write } from "#app/sign/pending.ts";
import { ElectionStep } from "#sdk/chronicle/elections.ts";
import { ItemStep } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import { RulingStep, StrikePhase } from "#sdk/chronicle/rulings.ts";
import { Flags } from "#sdk/flags.ts";
import {
  ANCHOR,
  ANN,
  announcement,
  DAY,
  EVE,
  id,
  KITCHEN,
  NOW,
  nameOf,
  OPERATIONS,
  organisation,
  proposal,
  ZOE,
} from "./organisation.ts";

const trial = { ok: true, after: null, gas: 1n, block: 1n } as const;
const refusal = { name: "NotMember", args: [], sentence: "No.", hint: "Join." };
const run = (...happenings: readonly Happening[]): Stage => happenings.reduce(next, START);

describe("the way of an act", () => {
  it("is tried, signed, passed on and found in a block", () => {
    const stage = run(
      { is: "tried", trial },
      { is: "asked" },
      { is: "sent", hash: zeroHash },
      { is: "mined", block: 5n, altered: null },
    );
    expect(stage).to.deep.include({ at: "done", block: 5n, altered: null });
    expect(stepsDone(stage)).to.equal(3);
  });

  it("is never signed when it would be refused", () => {
    const stage = run({ is: "tried", trial: { ok: false, refusal } }, { is: "asked" });
    expect(stage).to.deep.equal({ at: "refused", refusal });
  });

  it("is never signed untried", () => {
    expect(run({ is: "asked" })).to.deep.equal(START);
    expect(run({ is: "not tried", why: "silence" }, { is: "asked" }).at).to.equal("untried");
  });

  it("can be signed after the wallet declined, and says so", () => {
    const stage = run({ is: "tried", trial }, { is: "asked" }, { is: "declined", note: "no" });
    expect(stage).to.deep.equal({ at: "ready", trial, note: "no" });
    expect(next(stage, { is: "asked" }).at).to.equal("asking");
  });

  it("is not tried again once the wallet was asked: it could be sent twice", () => {
    const asking = run({ is: "tried", trial }, { is: "asked" });
    expect(next(asking, { is: "try again" })).to.equal(asking);
    expect(next(asking, { is: "tried", trial: { ok: false, refusal } })).to.equal(asking);
    const sent = next(asking, { is: "sent", hash: zeroHash });
    expect(next(sent, { is: "asked" })).to.equal(sent);
  });

  it("tells a refusal in a block from one before it", () => {
    const stage = run(
      { is: "tried", trial },
      { is: "asked" },
      { is: "sent", hash: zeroHash },
      { is: "reverted", refusal },
    );
    expect(stage).to.deep.equal({ at: "reverted", hash: zeroHash, refusal });
  });
});

describe("the list of what was signed", () => {
  const request = { from: ANN, to: ZOE, data: "0x1234", value: 7n } as const;
  const entry = (state: Entry["state"], at = NOW): Entry => ({
    intent: intentOf(request),
    request,
    sentence: "I do.",
    at,
    hash: zeroHash,
    state,
  });

  it("knows an act by what it does, not by how addresses are spelled", () => {
    const shouted = { ...request, to: ZOE.toUpperCase().replace("0X", "0x") as `0x${string}` };
    expect(intentOf(shouted)).to.equal(intentOf(request));
    expect(intentOf({ ...request, data: "0x1235" })).not.to.equal(intentOf(request));
    expect(intentOf({ ...request, from: EVE })).not.to.equal(intentOf(request));
  });

  it("survives closing the page", () => {
    const kept = [entry({ is: "sent" })];
    expect(readEntries(write(kept), NOW)).to.deep.equal(kept);
  });

  it("forgets what has arrived, and what is a day old", () => {
    const kept = [
      entry({ is: "done", block: 4n, altered: null }),
      entry({ is: "sent" }, NOW - 25 * 60 * 60_000),
    ];
    expect(readEntries(write(kept), NOW)).to.deep.equal([]);
  });

  it("says so when a wallet was still asking", () => {
    const [kept] = readEntries(write([entry({ is: "asked" })]), NOW);
    expect(kept?.state.is).to.equal("lost");
  });
});

describe("before and after", () => {
  const namer = { nameOf, moneyOf: ({ amount }: { amount: bigint }) => `${amount} wei` };
  const effects = (before = organisation(), after = organisation()) =>
    effectsOf(before, after, NOW, namer);

  it("is nothing when nothing changes", () => {
    const same = organisation();
    expect(effects(same, same)).to.deep.equal([]);
  });

  it("shows a proposal that appears", () => {
    const before = organisation();
    const after = { ...before, proposals: new Map([[proposal().id, proposal()]]) };
    const [effect] = effects(before, after);
    expect(effect?.about).to.equal("Proposal 20");
    expect(effect?.before.is).to.equal("nothing");
    expect(effect?.after).to.deep.include({ is: "state", kind: "open", word: "Open" });
  });

  it("says that the last confirmation adopts", () => {
    const before = { ...organisation(), proposals: new Map([[proposal().id, proposal()]]) };
    const adopted = proposal({ outcome: 1, adoptedAt: NOW, closesAt: NOW });
    const after = { ...before, proposals: new Map([[adopted.id, adopted]]) };
    const found = effects(before, after);
    expect(found.map(({ about }) => about)).to.deep.equal([
      "Proposal 20",
      "Once somebody enacts it",
    ]);
    const [mind] = mindOf({ act: "confirm", before, after, now: NOW, nameOf, cost: "" });
    expect(mind?.text).to.contain("adopted at once");
  });

  it("shows each line of settings that changes, and no other", () => {
    const before = organisation();
    const old = before.settings.get(ANCHOR);
    if (!old) throw new Error("no settings");
    const settings = { ...old.settings, notice: 2 * DAY, flags: Flags.ELECTIVE };
    const after = { ...before, settings: new Map([[ANCHOR, { settings, revision: 2 }]]) };
    expect(effects(before, after)).to.deep.equal([
      {
        about: "Notice, in Bakery",
        before: { is: "text", text: "3 days" },
        after: { is: "text", text: "2 days" },
      },
      {
        about: "Besides, in Bakery",
        before: { is: "text", text: "nothing" },
        after: { is: "text", text: "roles are filled by election too" },
      },
    ]);
  });

  it("shows who speaks for a role and represents a circle, who holds an office, who is what kind", () => {
    const before = organisation();
    const operations = before.roles.get(OPERATIONS);
    const partner = before.partners.get(EVE);
    if (!operations || !partner) throw new Error("no role");
    const tenure = {
      ...{ circle: OPERATIONS, office: Office.Secretary, index: 0, holder: EVE, until: NOW },
      ...{ surrogate: null, installedAt: NOW, installedBy: EVE, election: null, past: [] },
    };
    const agent = { ...partner, status: "invited" as const, kind: PartnerKind.Agent };
    const after = {
      ...before,
      roles: new Map([...before.roles, [OPERATIONS, { ...operations, reps: [EVE], voices: [] }]]),
      partners: new Map([...before.partners, [EVE, agent]]),
      tenures: new Map([["", tenure]]),
    };
    const found = effects(before, after).map(({ about, after: side }) => [
      about,
      "text" in side ? side.text : "word" in side ? `${side.word} ${side.rest}`.trim() : "",
    ]);
    expect(found).to.deep.equal([
      ["Who speaks for Operations", "nobody"],
      ["Who represents Operations", "Eve"],
      ["Eve", "Invited as agent"],
      ["The secretary of Operations", "Eve until 15 Jan 2027"],
    ]);
  });

  it("shows the step of an election, a meeting and an item that appear", () => {
    const before = organisation();
    const election = { id: id(50), step: ElectionStep.Consenting, candidate: EVE, acted: 2 };
    const meeting = {
      ...{ id: id(60), circle: OPERATIONS, startsAt: NOW, endsAt: NOW + 3600 },
      ...{ cancelledAt: 0, extension: null, attendance: [] },
    };
    const item = { id: id(61), label: "ovens", step: ItemStep.Objecting, confirmed: [EVE] };
    const after = {
      ...before,
      elections: new Map([[election.id, election]]),
      meetings: new Map([[meeting.id, meeting]]),
      items: new Map([[item.id, item]]),
    } as unknown as typeof before;
    const found = effects(before, after);
    expect(found.map(({ about }) => about)).to.deep.equal([
      "Election 50",
      "Meeting 60",
      "Item “ovens”",
    ]);
    const texts = found.map(({ after: side }) => ("text" in side ? side.text : ""));
    expect(texts[0]).to.equal(
      "it is in its objection round, Eve is proposed; 2 have acted in this step",
    );
    expect(texts[1]).to.match(/^from .* to .*, no people are present$/);
    expect(texts[2]).to.equal("at the objection round, 1 have no objection");
  });

  it("shows what becomes of a ruling, a strike, a breakdown and an initiative", () => {
    const before = organisation();
    const interpretation = { id: id(70), step: RulingStep.Ruled };
    const strike = { id: id(71), phase: StrikePhase.Struck, deadline: NOW };
    const breakdown = { circle: OPERATIONS, due: NOW, taken: 3, lead: EVE, ended: null };
    const initiative = { id: id(72), requests: [{ liftedAt: 0 }, { liftedAt: 1 }] };
    const after = {
      ...before,
      interpretations: new Map([[interpretation.id, interpretation]]),
      strikes: new Map([[strike.id, strike]]),
      breakdowns: new Map([[OPERATIONS, breakdown]]),
      initiatives: new Map([[initiative.id, initiative]]),
    } as unknown as typeof before;
    const found = effects(before, after);
    const said = found.map(({ about, after: side }) => [
      about,
      "text" in side ? side.text : "rest" in side ? side.rest : "",
    ]);
    expect(said[0]).to.deep.equal(["Interpretation 70", "it is ruled on"]);
    expect(said[1]).to.deep.equal([
      "Request 71 to strike",
      "it is answered by a strike that is due",
    ]);
    expect(said[2]?.[0]).to.equal("Operations");
    expect(said[2]?.[1]).to.match(
      /^to be restored until .*; the facilitator is taken over; the secretary is taken over; Eve is an added lead$/,
    );
    expect(said[3]).to.deep.equal(["Initiative 72", "declared; 1 role asks to refrain"]);
    const ended = { ...breakdown, ended: { by: EVE, text: "", at: NOW, overturned: false } };
    const over = {
      ...after,
      breakdowns: new Map([[OPERATIONS, ended]]),
    } as unknown as typeof after;
    expect(effects(after, over).map(({ after: side }) => side)).to.deep.equal([
      { is: "nothing", text: "no breakdown" },
    ]);
  });

  it("shows who fills a role, and who loses a say by it", () => {
    const before = organisation();
    const kitchen = before.roles.get(KITCHEN);
    const operations = before.roles.get(OPERATIONS);
    if (!kitchen || !operations) throw new Error("no roles");
    const roles = new Map([
      ...before.roles,
      [KITCHEN, { ...kitchen, fillers: [] }] as const,
      [
        OPERATIONS,
        { ...operations, members: operations.members.filter((one) => one !== EVE) },
      ] as const,
    ]);
    const after = { ...before, roles };
    expect(effects(before, after)).to.deep.equal([
      {
        about: "Who fills Kitchen",
        before: { is: "text", text: "Eve" },
        after: { is: "nothing", text: "nobody" },
      },
    ]);
    const minds = mindOf({ act: "revoke", before, after, now: NOW, nameOf, cost: "" });
    expect(minds[1]).to.deep.include({
      title: "Somebody loses a say:",
      text: "Eve in Operations.",
    });
  });

  it("shows an escalation as nothing set aside", () => {
    const escalation = {
      by: ANN,
      circle: OPERATIONS,
      asRole: KITCHEN,
      inRole: true,
      reason: "why",
      at: NOW,
      reversed: null,
    };
    const was = announcement();
    const is = announcement({ escalations: [escalation] });
    const before = { ...organisation(), announcements: new Map([[was.id, was]]) };
    const after = { ...before, announcements: new Map([[is.id, is]]) };
    const [effect] = effects(before, after);
    expect(effect?.about).to.equal("Announcement 30, 1000000000000000000 wei to Zoe");
    expect(effect?.after).to.deep.include({ kind: "escalated", word: "Escalated" });
  });
});
