import type { Address } from "viem";

import { ChangeKind } from "../changeKind.ts";
import type { Act, Change } from "../events.ts";
import { revisionOf, strikeHolderOf, surrounds } from "../governance.ts";
import { Office } from "../offices.ts";
import { noticeOf } from "../organisation.ts";
import type { Interpretation, Strike } from "../rulings.ts";
import { RulingStep, StrikePhase, StrikeReason, strikePhaseAt } from "../rulings.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, checkFounded, checkPartner, roleAt } from "./draft.ts";
import { checkActing } from "./offices.ts";
import { prove } from "./special.ts";
import { impose } from "./unfinished.ts";

export const NO_WORDS = { name: "", text: "", domains: [], accountabilities: [] };
export const NO_TERMS = `0x${"0".repeat(64)}` as const;

export const interpretationAsked: Apply<"InterpretationAsked"> = (draft, act) => {
  const { circle, object, revision, question } = act.args;
  checkAsker(draft, act);
  roleAt(draft, act, circle);
  checkObject(draft, act, object, revision);
  draft.interpretations.set(act.subject, {
    id: act.subject,
    circle,
    object,
    revision,
    asked: said(act, question),
    step: RulingStep.Asked,
    rung: circle,
    readings: [],
    appeals: [],
    acted: [act.actor],
  });
};

export const interpreted: Apply<"Interpreted"> = (draft, act) => {
  const about = interpretationOf(draft, act, RulingStep.Asked);
  checkOfficer(draft, act, about, about.rung, Office.Secretary);
  rule(draft, act, about, false, act.args.text);
};

export const interpretationAppealed: Apply<"InterpretationAppealed"> = (draft, act) => {
  const about = interpretationOf(draft, act, RulingStep.Ruled);
  const { rung, text } = act.args;
  checkAsker(draft, act);
  const { circle } = roleAt(draft, act, about.rung);
  check(act, circle !== null, "nobody is further out");
  checkEqual(act, "rung", rung, circle);
  draft.interpretations.set(about.id, {
    ...about,
    step: RulingStep.Appealed,
    rung,
    appeals: [...about.appeals, said(act, text)],
    acted: [...about.acted, act.actor],
  });
};

export const interpretationReviewed: Apply<"InterpretationReviewed"> = (draft, act) => {
  const about = interpretationOf(draft, act, RulingStep.Appealed);
  checkOfficer(draft, act, about, about.rung, Office.Secretary);
  rule(draft, act, about, act.args.upheld, act.args.text);
};

export const strikeRequested: Apply<"StrikeRequested"> = (draft, act) => {
  const { circle, object, revision, text } = act.args;
  checkAsker(draft, act);
  const holder = strikeHolderOf(draft, object);
  check(act, holder !== null, "there is nothing that could be struck");
  check(act, surrounds(draft, holder, circle), "the circle is not around it");
  checkObject(draft, act, object, revision);
  draft.strikes.set(act.subject, {
    id: act.subject,
    circle,
    object,
    revision,
    requested: said(act, text),
    phase: StrikePhase.Requested,
    deadline: 0,
    answer: null,
    appeal: null,
    decision: null,
    carriedOutAt: 0,
    acted: [act.actor],
  });
};

export const governanceCleared: Apply<"GovernanceCleared"> = (draft, act) => {
  const strike = strikeOf(draft, act, StrikePhase.Requested);
  checkOfficer(draft, act, strike, strike.circle, Office.Secretary);
  const answer = { ...said(act, act.args.text), struck: null };
  put(draft, act, strike, { phase: StrikePhase.Cleared, answer });
};

export const governanceStruck: Apply<"GovernanceStruck"> = (draft, act) => {
  const strike = strikeOf(draft, act, StrikePhase.Requested);
  const { deadline, rule: broken, text } = act.args;
  const reason = Object.values(StrikeReason).find((it) => it === act.args.reason);
  check(act, reason !== undefined, `there is no reason ${act.args.reason}`);
  checkOfficer(draft, act, strike, strike.circle, Office.Secretary);
  checkDeadline(draft, act, strike, deadline);
  const answer = { ...said(act, text), struck: { reason, rule: broken } };
  put(draft, act, strike, { phase: StrikePhase.Struck, deadline, answer });
};

export const strikeAppealed: Apply<"StrikeAppealed"> = (draft, act) => {
  const strike = strikeOf(draft, act, StrikePhase.Struck);
  const { deadline, text } = act.args;
  checkAsker(draft, act);
  checkDeadline(draft, act, strike, deadline);
  put(draft, act, strike, { phase: StrikePhase.Contested, deadline, appeal: said(act, text) });
};

export const strikeDecided: Apply<"StrikeDecided"> = (draft, act) => {
  const strike = strikeOf(draft, act, StrikePhase.Contested);
  const { upheld, text } = act.args;
  const outer = roleAt(draft, act, strike.circle).circle;
  if (outer === null) checkOfficer(draft, act, strike, strike.circle, Office.Facilitator);
  else checkOfficer(draft, act, strike, outer, Office.Secretary);
  const phase = upheld ? StrikePhase.Due : StrikePhase.Fallen;
  put(draft, act, strike, { phase, decision: { ...said(act, text), upheld } });
};

export const strikeCarriedOut: Apply<"StrikeCarriedOut"> = (draft, act) => {
  const strike = strikeOf(draft, act, StrikePhase.Due);
  const { object: target } = strike;
  const holder = strikeHolderOf(draft, target);
  check(act, holder !== null, "what was struck is gone");
  // Policies in a role that is no circle are amended at once by whoever fills it: that does not save them.
  const policy = draft.policies.get(target);
  const published = policy !== undefined && draft.roles.get(holder)?.alive === false;
  const revision = published ? policy.revision : strike.revision;
  draft.strikes.set(strike.id, { ...strike, phase: StrikePhase.Done, carriedOutAt: act.time });
  const role = draft.roles.get(target);
  const removing = role?.link == null ? ChangeKind.RemoveRole : ChangeKind.UnlinkRole;
  const kind = role === undefined ? ChangeKind.RepealPolicy : removing;
  const change: Change = {
    ...{ kind, target, revision, place: 0n, reviewAt: 0, tags: 0 },
    ...{ words: NO_WORDS, settings: [], terms: NO_TERMS },
  };
  impose(draft, act, holder, change);
  prove(draft, act);
};

/** A text of the actor's. */
export function said(act: Act, text: string) {
  return { by: act.actor, text, at: act.time };
}

function checkAsker(draft: Draft, act: Act): void {
  checkFounded(draft, act);
  checkPartner(draft, act, act.actor);
}

function checkObject(draft: Draft, act: Act, object: bigint, revision: number): void {
  const current = revisionOf(draft, object);
  check(act, current !== 0, `there is no role and no policy ${object}`);
  checkEqual(act, "revision", revision, current);
}

function interpretationOf(draft: Draft, act: Act, step: RulingStep): Interpretation {
  const found = draft.interpretations.get(act.subject);
  check(act, found !== undefined, "there is no such interpretation");
  checkEqual(act, "its step", found.step, step);
  return found;
}

function strikeOf(draft: Draft, act: Act, phase: StrikePhase): Strike {
  const found = draft.strikes.get(act.subject);
  check(act, found !== undefined, "there is no such request to strike");
  checkEqual(act, "its phase", strikePhaseAt(found, act.time), phase);
  return found;
}

/** Refuse an actor who does not act for the office, or has acted in the matter before. */
function checkOfficer(
  draft: Draft,
  act: Act,
  { id, acted }: { readonly id: bigint; readonly acted: readonly Address[] },
  circle: bigint,
  office: Office,
): void {
  checkActing(draft, act, id, circle, office);
  check(act, !acted.includes(act.actor), "the actor has acted in it before");
}

function checkDeadline(draft: Draft, act: Act, { circle }: Strike, deadline: number): void {
  checkEqual(act, "deadline", deadline, act.time + noticeOf(draft, circle));
}

function rule(draft: Draft, act: Act, about: Interpretation, upholds: boolean, text: string): void {
  const reading = { ...said(act, text), rung: about.rung, upholds };
  draft.interpretations.set(about.id, {
    ...about,
    step: RulingStep.Ruled,
    readings: [...about.readings, reading],
    acted: [...about.acted, act.actor],
  });
}

function put(draft: Draft, act: Act, strike: Strike, changes: Partial<Strike>): void {
  const acted = [...strike.acted, act.actor];
  draft.strikes.set(strike.id, { ...strike, ...changes, acted });
}
