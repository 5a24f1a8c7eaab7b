import { expect } from "chai";

import { circlesAbi } from "#sdk/abi/circles.ts";
import { consentAbi } from "#sdk/abi/consent.ts";
import { electionsAbi } from "#sdk/abi/elections.ts";
import { facilitationAbi } from "#sdk/abi/facilitation.ts";
import { meetingsAbi } from "#sdk/abi/meetings.ts";
import { officesAbi } from "#sdk/abi/offices.ts";
import { structureAbi } from "#sdk/abi/structure.ts";
import { compare } from "#sdk/chronicle/compare.ts";
import { ElectionStep } from "#sdk/chronicle/elections.ts";
import type { Act, ActOf, EventName } from "#sdk/chronicle/events.ts";
import { FoldError } from "#sdk/chronicle/fold/draft.ts";
import { replay } from "#sdk/chronicle/fold.ts";
import type { Origin } from "#sdk/chronicle/organisation.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import type { Reading } from "#sdk/chronicle/read.ts";
import { SEEN_HERE, SEEN_THERE } from "./bakery.ts";
import { Orchard } from "./orchard.ts";
import { args, by, refuses as refusesIn, stranger } from "./refusals.ts";
import { DAY } from "./world.ts";

const changed = (act: ActOf<"SettingsSet">, settings: object) =>
  args<"SettingsSet">({ settings: { ...act.args.settings, ...settings } })(act);

describe("fold of offices, elections, judgements and meetings", function () {
  this.timeout(60_000);
  let orchard: Orchard;
  let reading: Reading;
  let acts: readonly Act[];
  let origin: Origin;

  before(async () => {
    orchard = await Orchard.busy();
    reading = await orchard.read();
    ({ acts } = reading.state);
    origin = { circles: reading.state.circles, chainId: reading.chainId };
  });

  it("has seen every event", () => {
    const abis = [
      ...[...officesAbi, ...facilitationAbi, ...electionsAbi, ...meetingsAbi],
      ...[...circlesAbi, ...structureAbi, ...consentAbi],
    ];
    const names = abis.filter((item) => item.type === "event").map(({ name }) => name);
    const seen: ReadonlySet<string> = new Set([
      ...acts.map(({ name }) => name),
      ...SEEN_HERE,
      ...SEEN_THERE,
    ]);
    expect(names.filter((name) => !seen.has(name))).to.deep.equal([]);
  });

  it("ends at what the contracts store", async () => {
    const { client } = orchard.world;
    const { state, block } = reading;
    const { differences, comparisons } = await compare({ client, state, block });
    expect(differences).to.deep.equal([]);
    expect(comparisons).to.be.greaterThan(300);
  });

  it("names the view that answers otherwise", async () => {
    const { client } = orchard.world;
    const { state, block } = reading;
    const tenures = new Map(state.tenures);
    const [key, tenure] = [...tenures][0] ?? [];
    if (key === undefined || tenure === undefined) throw new Error("No office was ever held.");
    tenures.set(key, { ...tenure, until: 7 });
    const { differences } = await compare({ client, state: { ...state, tenures }, block });
    const { circle, office } = tenure;
    const views = differences.map(({ view }) => view);
    expect(views).to.deep.equal([`Offices.tenureOf(${circle}, ${office}, 0)`]);
  });

  const refuses = <name extends EventName>(
    name: name,
    change: (act: ActOf<name>) => Partial<Act>,
    reason: RegExp,
  ) => refusesIn({ acts, origin }, name, change, reason);
  const later = (seconds: number) => (act: Act) => ({ time: act.time + seconds });

  it("refuses what the record does not allow", () => {
    refuses("Invited", args({ kind: PartnerKind.Agent }), /custodian/);
    refuses("Invited", args({ kind: 9 }), /kind/);
    refuses("VoiceTaken", by, /does not fill/);
    refuses("Represented", args({ person: stranger }), /person/);
    refuses("RepresentationEnded", args({ person: stranger }), /person/);
    refuses("RoleLimited", args({ limit: 9 }), /limit/);
    refuses("RoleMoved", args({ people: [] }), /list of people/);
    refuses("RoleMoved", args({ circle: orchard.anchor }), /circle/);
    refuses("RoleMoved", args({ revision: 9 }), /revision/);
    refuses("PolicyMoved", args({ circle: orchard.anchor }), /circle/);
    refuses("PolicyAdopted", args({ tags: 2 }), /tags/);
    refuses("SettingsSet", (act) => changed(act, { notice: 60 }), /notice/);
    refuses("SettingsSet", (act) => changed(act, { reps: 4 }), /representatives/);
    refuses("SettingsSet", (act) => changed(act, { flags: 1024 }), /flags/);
    refuses("SettingsSet", (act) => changed(act, { flags: 64 }), /right to meetings/);
    refuses("SettingsSet", (act) => changed(act, { appointer: 1n }), /./);
  });

  it("refuses what the offices do not allow", () => {
    refuses("Installed", args({ holder: stranger }), /cannot hold/);
    refuses("Installed", args({ index: 1 }), /index/);
    refuses("Installed", args({ until: 7 }), /until/);
    refuses("OfficeResigned", by, /does not hold/);
    refuses("SurrogateNamed", by, /does not hold/);
    refuses("SurrogateNamed", args({ person: stranger }), /cannot stand in/);
    refuses("StandInDeclared", by, /rank/);
    refuses("StandInDeclared", args({ effectiveFrom: 1 }), /effectiveFrom/);
    refuses("StandInDeclared", args({ process: stranger }), /no process/);
    refuses("Permitted", by, /does not speak/);
    refuses("Permitted", args({ person: stranger }), /not a member/);
    refuses("Permitted", args({ until: 1 }), /no fit time/);
    refuses("PermissionEnded", by, /not the actor's/);
  });

  it("refuses what facilitation does not allow", () => {
    refuses("Remarked", by, /neither a member/);
    refuses("MeetingRequested", by, /not a member/);
    refuses("MeetingRequested", args({ suspendedUntil: 1 }), /suspendedUntil/);
    refuses("TestRequested", args({ objector: stranger }), /no objection/);
    refuses("ObjectionUpheld", by, /facilitator/);
    refuses("ViolationRuled", by, /secretary/);
    refuses("DiscardJudged", by, /facilitator/);
    refuses("DiscardJudged", args({ reason: 4 }), /no such reason/);
    refuses("DiscardJudged", args({ deadline: 1 }), /deadline/);
    refuses("DropJudged", by, /facilitator/);
    refuses("DropJudged", args({ reason: 5 }), /not ruled/);
    refuses("DropJudged", args({ reason: 6 }), /no kind or reason/);
    refuses("Seconded", by, /secretary/);
    refuses("Seconded", later(4 * DAY), /Void/);
    refuses("Appealed", by, /not against/);
    refuses("Appealed", args({ rung: orchard.oven }), /rung/);
    refuses("AppealDecided", by, /secretary/);
    refuses("AppealDecided", args({ deadline: 1 }), /deadline/);
    refuses("JudgementSettled", args({ final_: false }), /final_/);
    refuses("JudgementSettled", (act) => ({ time: act.time - 2 * DAY }), /older|not decided/);
  });

  it("refuses effects in the round that nothing has caused, or other ones", () => {
    refuses("Held", args({ closesAt: 1 }), /closesAt/);
    refuses("Suspended", args({ suspendedUntil: 1 }), /suspendedUntil/);
    refuses("ObjectionDiscarded", args({ objector: stranger }), /objector/);
    refuses("Released", args({ closesAt: 1 }), /closesAt/);
    refuses("AdoptedInMeeting", args({ version: 9 }), /version/);
    refuses("Dropped", by, /missing/);
    const index = acts.findLastIndex(({ name }) => name === "JudgementSettled");
    expect(() => replay(acts.slice(0, index + 1), origin)).to.throw(FoldError, /not finished/);
    // The act without what caused it: all that was said of the judgement is left out.
    const lone = acts.findIndex(({ name }) => name === "Held");
    const before = acts.slice(0, lone - 1);
    const last = before.at(-1);
    const alone = { ...acts[lone], number: lone, previous: last?.head } as Act;
    expect(() => replay([...before, alone], origin)).to.throw(FoldError, /makes it due/);
  });

  it("refuses what elections do not allow", () => {
    refuses("Called", by, /not a member/);
    refuses(
      "Called",
      (act) => args({ subject: { ...act.args.subject, index: 1 } })(act),
      /elected/,
    );
    refuses("Called", args({ opensFrom: 1 }), /opensFrom/);
    refuses("Opened", by, /facilitator/);
    refuses("Opened", args({ expected: 99 }), /expected/);
    refuses("Opened", args({ term: 60 }), /out of bounds/);
    refuses("Nominated", by, /not a member/);
    refuses("Nominated", later(9 * DAY), /Sharing|Changing|Failed/);
    refuses("Shared", by, /no nomination/);
    refuses("Shared", args({ nominee: stranger }), /seal/);
    refuses("NominationChanged", args({ nominee: stranger }), /may not be elected/);
    refuses("NominationChanged", by, /shared no nomination/);
    refuses("Tied", args({ tied: [] }), /tied/);
    refuses("Chosen", args({ nominee: stranger }), /not one of the tied/);
    refuses("Counted", args({ nominations: 9 }), /nominations/);
    refuses("Counted", args({ candidate: stranger }), /candidate/);
    refuses("CandidateConfirmed", by, /shared no nomination/);
    refuses("CandidateObjected", by, /shared no nomination/);
    refuses("CandidateObjectionWithdrawn", by, /no objection/);
    refuses("CandidateDiscarded", by, /facilitator/);
    refuses("CandidateDiscarded", args({ reason: "" }), /not to be passed over/);
    refuses("WillingnessDeclared", by, /not the candidate/);
    refuses("Elected", args({ until: 1 }), /until/);
    refuses("Elected", args({ person: stranger }), /person/);
  });

  it("refuses what meetings do not allow", () => {
    refuses("SpecialMeetingRequested", by, /not a member/);
    refuses("SpecialMeetingRequested", args({ limits: [9n] }), /no undecided proposal/);
    refuses("MeetingScheduled", by, /secretary/);
    refuses("MeetingScheduled", args({ startsAt: 1 }), /too soon/);
    refuses("MeetingScheduled", args({ quorum: 9 }), /quorum/);
    refuses("MeetingScheduled", args({ limits: [] }), /limits/);
    refuses("MeetingCancelled", by, /secretary/);
    refuses("CheckedIn", by, /neither a member/);
    refuses("CheckedIn", args({ presence: 2 }), /presence/);
    refuses("GuestBrought", by, /no member who is present/);
    refuses("GuestBrought", args({ guest: stranger }), /cannot be a guest/);
    refuses("CheckedOut", by, /not present/);
    refuses("ExtensionProposed", by, /secretary/);
    refuses("ExtensionProposed", args({ extendedTo: 1 }), /too long/);
    refuses("ExtensionRefused", by, /no member who is present/);
    refuses("ItemAdded", by, /not present/);
    refuses("ItemAdded", args({ proposal: 9n }), /no undecided proposal/);
    refuses("StepTaken", by, /facilitator/);
    refuses("StepTaken", args({ step: 7 }), /another order/);
    refuses("Spoken", by, /not present/);
    refuses("Spoken", args({ step: 1 }), /step/);
    refuses("ConfirmedInMeeting", by, /not present/);
    refuses("ConfirmedInMeeting", args({ content: `0x${"11".repeat(32)}` }), /content/);
    refuses("ItemAdopted", by, /facilitator/);
    refuses("ItemAdopted", args({ version: 9 }), /version/);
  });

  it("refuses an event from another contract, and tells contracts apart by their first event", () => {
    const { contracts } = reading.state;
    for (const name of ["Installed", "Remarked", "Nominated", "CheckedIn", "RoleMoved"] as const) {
      refuses(name, () => ({ emitter: stranger }), /its contract/);
    }
    refuses("Installed", () => ({ emitter: contracts.elections ?? stranger }), /its contract/);
    const first = acts.findIndex(({ name }) => name === "Installed");
    const other = { ...acts[first], emitter: contracts.elections ?? stranger } as Act;
    const told = /known for something else/;
    expect(() => replay(acts.with(first, other), origin)).to.throw(FoldError, told);
  });

  it("uses up an offer by an election to the role", async () => {
    await orchard.electToRole();
    const { state, block } = await orchard.read();
    const [elected] = [...state.elections.values()].slice(-1);
    expect(elected?.step).to.equal(ElectionStep.Elected);
    expect(elected?.subject.role).to.equal(orchard.secretary);
    expect(state.offers.size).to.equal(0);
    const { differences } = await compare({ client: orchard.world.client, state, block });
    expect(differences).to.deep.equal([]);
  });
});
