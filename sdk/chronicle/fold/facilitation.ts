import type { Address } from "viem";

import { Flags, has } from "../../flags.ts";
import type { Act, ActOf } from "../events.ts";
import type { Appeal, Judgement } from "../judgements.ts";
import { DiscardReason, DropReason, Phase, RemarkKind } from "../judgements.ts";
import { Status } from "../lifecycle.ts";
import { isInBreakdown } from "../mayAct.ts";
import { Office } from "../offices.ts";
import type { Due, Proposal } from "../organisation.ts";
import {
  currentVersion,
  isMember,
  isObjecting,
  judgementOf,
  lastObjectionOf,
  noticeOf,
  rulingOf,
  settingsIn,
} from "../organisation.ts";
import { phaseOf } from "../phaseOf.ts";
import { statusOf } from "../statusOf.ts";
import { checkMember, checkUndecided, proposalOf } from "./consent.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, someone } from "./draft.ts";
import { checkActing } from "./offices.ts";
import { follow } from "./unfinished.ts";

const OVER: ReadonlySet<Phase> = new Set([Phase.Overturned, Phase.Void, Phase.Settled]);

export const remarked: Apply<"Remarked"> = (draft, act) => {
  const proposal = load(draft, act);
  const { actor: by, time: at } = act;
  const { text } = act.args;
  const kind = oneOf(act, RemarkKind, act.args.kind);
  const about = someone(act.args.about);
  if (about !== null) checkObjects(act, proposal, about);
  const may =
    isMember(draft, proposal.circle, by) || by === proposal.proposer || isObjecting(proposal, by);
  check(act, may, `${by} is neither a member nor concerned`);
  const { version } = currentVersion(proposal);
  const remarks = [...proposal.remarks, { kind, by, about, text, at, version }];
  draft.proposals.set(proposal.id, { ...proposal, remarks });
};

export const meetingRequested: Apply<"MeetingRequested"> = (draft, act) => {
  const proposal = load(draft, act);
  const { actor: by, time: at } = act;
  const { suspendedUntil, text } = act.args;
  const { flags, notice } = settingsIn(draft, proposal.circle);
  checkMember(draft, act, proposal.circle);
  const before = proposal.meetingRequests.some((it) => it.by === by);
  check(act, !before, "the actor asked for a meeting before");
  check(act, !has(flags, Flags.ASYNC_ONLY), "the circle's settings allow no meetings");
  checkEqual(act, "suspendedUntil", suspendedUntil, at + 2 * notice);
  const meetingRequests = [...proposal.meetingRequests, { by, text, at, suspendedUntil }];
  draft.proposals.set(proposal.id, { ...proposal, meetingRequests });
  follow(draft, act, [due(act, "Suspended", suspendedUntil)]);
};

export const testRequested: Apply<"TestRequested"> = (draft, act) => {
  const proposal = load(draft, act);
  const { objector } = act.args;
  checkMember(draft, act, proposal.circle);
  checkObjects(act, proposal, objector);
  const testRequests = [...proposal.testRequests, { by: act.actor, objector, at: act.time }];
  draft.proposals.set(proposal.id, { ...proposal, testRequests });
};

export const objectionUpheld: Apply<"ObjectionUpheld"> = (draft, act) => {
  const proposal = load(draft, act);
  const { objector, text } = act.args;
  checkObjects(act, proposal, objector);
  checkOfficer(draft, act, proposal, Office.Facilitator, objector);
  const upheld = [...proposal.upheld, finding(act, proposal, objector, text)];
  draft.proposals.set(proposal.id, { ...proposal, upheld });
};

export const violationRuled: Apply<"ViolationRuled"> = (draft, act) => {
  const proposal = load(draft, act);
  const { objector, violates, text } = act.args;
  const { version: objectedTo, objection } = checkObjects(act, proposal, objector);
  check(act, objection.rule !== "", "the objection names no rule");
  checkOfficer(draft, act, proposal, Office.Secretary, objector);
  check(act, rulingOf(proposal, objector) === undefined, "it was ruled on before");
  const ruling = { ...finding(act, proposal, objector, text), violates, objectedTo };
  draft.proposals.set(proposal.id, { ...proposal, rulings: [...proposal.rulings, ruling] });
};

export const discardJudged: Apply<"DiscardJudged"> = (draft, act) => {
  const proposal = load(draft, act);
  const { objector, text } = act.args;
  const reason = oneOf(act, DiscardReason, act.args.reason);
  const { version: objectedTo, objection } = checkObjects(act, proposal, objector);
  checkOfficer(draft, act, proposal, Office.Facilitator, objector);
  const ruling = rulingOf(proposal, objector);
  const byRule = objection.rule !== "";
  const forRule = reason === DiscardReason.NoViolation;
  const fits = reason === DiscardReason.Abandoned || byRule === forRule;
  check(act, fits && (!forRule || ruling !== undefined), "there can be no such reason");
  const exceptional = reason === DiscardReason.Illogical || reason === DiscardReason.Irrelevant;
  const fallen = isInBreakdown(draft, proposal.circle);
  check(act, !exceptional || fallen, "the reason is one for a circle in breakdown");
  check(act, ruling?.violates !== true, "it was ruled that the rule is broken");
  checkFresh(act, proposal, objector);
  judge(draft, act, proposal, { kind: "discard", about: objector, reason, text, objectedTo });
  follow(draft, act, [due(act, "Held", act.args.deadline)]);
};

export const dropJudged: Apply<"DropJudged"> = (draft, act) => {
  const proposal = load(draft, act);
  const { text } = act.args;
  const reason = oneOf(act, DropReason, act.args.reason);
  const { version, reality } = currentVersion(proposal);
  checkOfficer(draft, act, proposal, Office.Facilitator, null);
  const about = reason === DropReason.NoExample || reason === DropReason.NoExplanation;
  check(act, !(about && reality), "it claims only to make the record say what happens");
  const broken = proposal.rulings.some((it) => it.violates && it.version === version);
  const unruled = reason === DropReason.NotGovernance && !broken;
  check(act, !unruled, "it was not ruled that it breaks a rule");
  checkFresh(act, proposal, null);
  judge(draft, act, proposal, { kind: "drop", about: null, reason, text, objectedTo: 0 });
  follow(draft, act, [due(act, "Stopped"), due(act, "Held", act.args.deadline)]);
};

export const seconded: Apply<"Seconded"> = (draft, act) => {
  const proposal = load(draft, act);
  const { actor, args } = act;
  const judgement = loadJudgement(act, proposal, args.about, Phase.Seconding);
  check(act, proposal.circle === draft.anchor, "only the anchor's judgements are seconded");
  checkOfficer(draft, act, proposal, Office.Secretary, judgement.about);
  check(act, actor !== judgement.by, "it is the actor's own judgement");
  checkDeadline(draft, act, proposal, args.deadline);
  replace(draft, proposal, judgement, {
    phase: Phase.Appealable,
    deadline: args.deadline,
    judges: [...judgement.judges, actor],
    secondedAt: act.time,
  });
  follow(draft, act, [due(act, "Held", args.deadline)]);
};

export const appealed: Apply<"Appealed"> = (draft, act) => {
  const proposal = load(draft, act);
  const { actor: by, time: at } = act;
  const { about, rung, deadline, text } = act.args;
  const judgement = loadJudgement(act, proposal, about, Phase.Appealable);
  const affected = judgement.about ?? proposal.proposer;
  check(act, by === affected, "the judgement is not against the actor");
  const last = judgement.rung;
  const next = last === null ? proposal.circle : (draft.roles.get(last)?.circle ?? null);
  checkEqual(act, "rung", rung, next);
  checkDeadline(draft, act, proposal, deadline);
  const appeal: Appeal = { rung, by, text, at, decided: null };
  const appeals = [...judgement.appeals, appeal];
  replace(draft, proposal, judgement, { phase: Phase.Appealed, rung, deadline, appeals });
  follow(draft, act, [due(act, "Held", deadline)]);
};

export const appealDecided: Apply<"AppealDecided"> = (draft, act) => {
  const proposal = load(draft, act);
  const { actor: by, time: at } = act;
  const { about, upheld, deadline, text } = act.args;
  const judgement = loadJudgement(act, proposal, about, Phase.Appealed);
  const { rung, judges } = judgement;
  check(act, rung !== null, "it is before nobody");
  checkOfficer(draft, act, proposal, Office.Secretary, judgement.about, rung);
  // Also who judged it in this version before it became void and was judged again.
  const same = proposal.judgements.filter(
    (it) => it.about === judgement.about && it.version === judgement.version,
  );
  const judgedIt = by === judgement.by || same.some((it) => it.judges.includes(by));
  check(act, !judgedIt, "the actor has judged it before");
  const last = rung === draft.anchor;
  if (upheld && !last) checkDeadline(draft, act, proposal, deadline);
  else checkEqual(act, "deadline", deadline, 0);
  const decided = { by, upheld, text, at };
  replace(draft, proposal, judgement, {
    phase: upheld ? (last ? Phase.Final : Phase.Appealable) : Phase.Overturned,
    deadline,
    judges: upheld ? [...judges, by] : judges,
    appeals: judgement.appeals.map((it, i, all) =>
      i === all.length - 1 ? { ...it, decided } : it,
    ),
    stands: upheld ? null : false,
  });
  if (!upheld && judgement.about === null) follow(draft, act, [due(act, "Released")]);
  if (upheld && !last) follow(draft, act, [due(act, "Held", deadline)]);
};

export const judgementSettled: Apply<"JudgementSettled"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  const about = someone(act.args.about);
  const judgement = judgementOf(proposal, about);
  check(act, judgement !== undefined, "there is no such judgement");
  const phase = phaseOf(proposal, judgement, act.time);
  const decided = phase === Phase.Final || phase === Phase.Overturned || phase === Phase.Void;
  const done = judgement.phase === Phase.Overturned || judgement.phase === Phase.Void;
  check(act, decided && !done, "the judgement is not decided, or was settled before");
  const stands = phase === Phase.Final;
  checkEqual(act, "final_", act.args.final_, stands);
  const stopped = about === null && isStopped(proposal, act.time);
  replace(draft, proposal, judgement, {
    phase: phase === Phase.Void ? phase : Phase.Settled,
    settledAt: act.time,
    stands,
  });
  if (about !== null) {
    if (stands) follow(draft, act, [{ ...due(act, "ObjectionDiscarded"), person: about }]);
  } else if (stands) follow(draft, act, [due(act, "Dropped")]);
  else if (stopped) follow(draft, act, [due(act, "Released")]);
};

/** The proposal that an event is about, undecided. */
function load(draft: Draft, act: Act): Proposal {
  const proposal = proposalOf(draft, act);
  checkUndecided(act, proposal);
  return proposal;
}

function loadJudgement(act: Act, proposal: Proposal, about: Address, needed: Phase): Judgement {
  const judgement = judgementOf(proposal, someone(about));
  check(act, judgement !== undefined, "there is no such judgement");
  const phase = phaseOf(proposal, judgement, act.time);
  const name = Object.entries(Phase).find(([, value]) => value === phase)?.[0];
  check(act, phase === needed, `the judgement stands at ${name}`);
  return judgement;
}

function due(act: Act, name: Due["name"], time: number | null = null): Due {
  return { name, subject: act.subject, person: null, time };
}

function oneOf<kind extends number>(
  act: Act,
  kinds: Readonly<Record<string, kind>>,
  value: number,
): kind {
  const found = Object.values(kinds).find((kind) => kind === value);
  check(act, found !== undefined, `there is no kind or reason ${value}`);
  return found;
}

function checkObjects(act: Act, proposal: Proposal, objector: Address) {
  const objection = lastObjectionOf(proposal, objector);
  const stands = objection?.ended === null;
  check(act, objection !== undefined && stands, `no objection of ${objector} stands`);
  return objection;
}

/** Refuse an actor who does not act for the office, or in whose own matter it is. */
function checkOfficer(
  draft: Draft,
  act: Act,
  proposal: Proposal,
  office: Office,
  objector: Address | null,
  circle = proposal.circle,
): void {
  checkActing(draft, act, proposal.id, circle, office);
  const own = act.actor === proposal.proposer || act.actor === objector;
  check(act, !own, "it is the actor's own matter");
}

/**
 * Refuse a second judgement of the same in the same version, or while one of an earlier version is pending. An
 * objection about which nothing was decided can be judged again; a proposal not: nobody alone stops it time and again.
 */
function checkFresh(act: Act, proposal: Proposal, about: Address | null): void {
  const judgement = judgementOf(proposal, about);
  if (judgement === undefined) return;
  const phase = phaseOf(proposal, judgement, act.time);
  if (phase === Phase.Void && about !== null) return;
  check(act, OVER.has(judgement.phase), "a judgement about it is pending, or waits to be settled");
  const { version } = currentVersion(proposal);
  check(act, judgement.version !== version, "it was judged in this version before");
}

function checkDeadline(draft: Draft, act: Act, proposal: Proposal, deadline: number): void {
  checkEqual(act, "deadline", deadline, act.time + noticeOf(draft, proposal.circle));
}

function finding(act: Act, proposal: Proposal, objector: Address, text: string) {
  const { version } = currentVersion(proposal);
  return { objector, by: act.actor, text, at: act.time, version };
}

/** A new judgement; at the anchor it waits for a second person. */
function judge(
  draft: Draft,
  act: ActOf<"DiscardJudged"> | ActOf<"DropJudged">,
  proposal: Proposal,
  said: Pick<Judgement, "kind" | "about" | "reason" | "text" | "objectedTo">,
): void {
  const { deadline } = act.args;
  checkDeadline(draft, act, proposal, deadline);
  const judgement: Judgement = {
    ...said,
    by: act.actor,
    version: currentVersion(proposal).version,
    at: act.time,
    phase: proposal.circle === draft.anchor ? Phase.Seconding : Phase.Appealable,
    deadline,
    rung: null,
    judges: [],
    secondedAt: 0,
    appeals: [],
    settledAt: 0,
    stands: null,
  };
  const judgements = [...proposal.judgements, judgement];
  draft.proposals.set(proposal.id, { ...proposal, judgements });
}

function replace(
  draft: Draft,
  proposal: Proposal,
  judgement: Judgement,
  changes: Partial<Judgement>,
): void {
  const judgements = proposal.judgements.map((it) =>
    it === judgement ? { ...it, ...changes } : it,
  );
  draft.proposals.set(proposal.id, { ...proposal, judgements });
}

function isStopped(proposal: Proposal, time: number): boolean {
  return proposal.stopped && statusOf(proposal, time) === Status.Objected;
}
