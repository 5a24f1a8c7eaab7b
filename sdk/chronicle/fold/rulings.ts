import type { Act } from "../events.ts";
import { mayAct } from "../mayAct.ts";
import { Office } from "../offices.ts";
import type { RulingMatter } from "../organisation.ts";
import { idOf, noticeOf, pathTo } from "../organisation.ts";
import { revisionOf } from "../precedentsFor.ts";
import { RulingPhase } from "../rulingPhase.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, checkPartner, roleAt } from "./draft.ts";
import { prove } from "./special.ts";

export const asked: Apply<"Asked"> = (draft, act) => {
  const { circle, subject, revision, strike, text } = act.args;
  checkEqual(act, "the new id", act.subject, idOf(draft.number, act.number));
  checkPartner(draft, act, act.actor);
  roleAt(draft, act, circle);
  checkEqual(act, "revision", revision, revisionOf(draft, subject));
  if (strike) {
    const holder = holderOf(draft, subject);
    const within = holder !== undefined && pathTo(draft, holder, circle) !== undefined;
    check(act, within, "it is not within the circle");
  }
  draft.matters.set(act.subject, {
    id: act.subject,
    circle,
    subject,
    revision,
    strike,
    text,
    by: act.actor,
    askedAt: act.time,
    rung: circle,
    deadline: 0,
    phase: RulingPhase.Asked,
    rulings: [],
    concerned: new Set([act.actor.toLowerCase()]),
  });
};

export const interpreted: Apply<"Interpreted"> = (draft, act) => {
  const matter = load(draft, act, RulingPhase.Asked, false);
  checkEqual(act, "rung", act.args.rung, matter.rung);
  checkRuler(draft, act, matter, Office.Secretary);
  put(draft, act, { ...judged(act, matter, act.args.text), phase: RulingPhase.Ruled });
};

export const strikeRefused: Apply<"StrikeRefused"> = (draft, act) => {
  const matter = load(draft, act, RulingPhase.Asked, true);
  checkRuler(draft, act, matter, Office.Secretary);
  const rulings = [...matter.rulings, { by: act.actor, rung: matter.rung, text: act.args.text }];
  put(draft, act, { ...matter, rulings, phase: RulingPhase.Refused });
};

export const strikeRuled: Apply<"StrikeRuled"> = (draft, act) => {
  const matter = load(draft, act, RulingPhase.Asked, true);
  checkRuler(draft, act, matter, Office.Secretary);
  const last = matter.rung === draft.anchor;
  const deadline = last ? 0 : deadlineOf(draft, act, matter);
  checkEqual(act, "deadline", act.args.deadline, deadline);
  const phase = last ? RulingPhase.Seconding : RulingPhase.Struck;
  put(draft, act, { ...judged(act, matter, act.args.text), phase, deadline });
};

export const strikeSeconded: Apply<"StrikeSeconded"> = (draft, act) => {
  const matter = load(draft, act, RulingPhase.Seconding, true);
  checkRuler(draft, act, matter, Office.Facilitator);
  const deadline = deadlineOf(draft, act, matter);
  checkEqual(act, "deadline", act.args.deadline, deadline);
  put(draft, act, { ...matter, phase: RulingPhase.Struck, deadline });
};

export const rulingAppealed: Apply<"RulingAppealed"> = (draft, act) => {
  const matter = matterOf(draft, act);
  checkPartner(draft, act, act.actor);
  const ruled = matter.phase === RulingPhase.Ruled;
  const struck = matter.phase === RulingPhase.Struck && act.time < matter.deadline;
  check(act, ruled || struck, "it cannot be appealed");
  const outer = roleAt(draft, act, matter.rung).circle;
  check(act, outer !== null, "no circle is further out");
  checkEqual(act, "rung", act.args.rung, outer);
  const deadline = ruled ? 0 : deadlineOf(draft, act, matter);
  checkEqual(act, "deadline", act.args.deadline, deadline);
  const phase = ruled ? RulingPhase.Asked : RulingPhase.Appealed;
  put(draft, act, { ...matter, rung: outer, phase, deadline });
};

export const strikeDecided: Apply<"StrikeDecided"> = (draft, act) => {
  const { upheld, text } = act.args;
  const matter = load(draft, act, RulingPhase.Appealed, true);
  check(act, act.time < matter.deadline, "the time for it is over");
  checkRuler(draft, act, matter, Office.Secretary);
  const last = matter.rung === draft.anchor;
  const further = last ? act.time : deadlineOf(draft, act, matter);
  const deadline = upheld ? further : 0;
  checkEqual(act, "deadline", act.args.deadline, deadline);
  const phase = upheld ? RulingPhase.Struck : RulingPhase.Fallen;
  put(draft, act, { ...judged(act, matter, text), phase, deadline });
};

export const strikeCarriedOut: Apply<"StrikeCarriedOut"> = (draft, act) => {
  const matter = load(draft, act, RulingPhase.Struck, true);
  check(act, act.time >= matter.deadline, "it can still be appealed");
  checkEqual(act, "revision", matter.revision, revisionOf(draft, matter.subject));
  put(draft, act, { ...matter, phase: RulingPhase.Done });
  prove(draft, act);
  const circle = holderOf(draft, matter.subject) ?? 0n;
  const { transaction, actor } = act;
  draft.unfinished = {
    ...{ kind: "decree", transaction, actor, circle, policies: false, begun: false },
  };
};

function judged(act: Act, matter: RulingMatter, text: string): RulingMatter {
  const rulings = [...matter.rulings, { by: act.actor, rung: matter.rung, text }];
  return { ...matter, rulings, concerned: new Set([...matter.concerned, act.actor.toLowerCase()]) };
}

function matterOf(draft: Draft, act: Act): RulingMatter {
  const matter = draft.matters.get(act.subject);
  check(act, matter !== undefined, `there is no matter ${act.subject}`);
  return matter;
}

function load(draft: Draft, act: Act, phase: RulingPhase, strike: boolean): RulingMatter {
  const matter = matterOf(draft, act);
  check(act, matter.phase === phase && matter.strike === strike, "it does not stand so");
  return matter;
}

function put(draft: Draft, act: Act, matter: RulingMatter): void {
  draft.matters.set(act.subject, matter);
}

function checkRuler(draft: Draft, act: Act, matter: RulingMatter, office: Office): void {
  const { actor, emitter, time, subject } = act;
  const acts = mayAct(draft, emitter, subject, matter.rung, office, actor, time);
  check(act, acts, `${actor} does not act for the office`);
  check(act, !matter.concerned.has(actor.toLowerCase()), "it is the actor's own matter");
}

function deadlineOf(draft: Draft, act: Act, { circle }: RulingMatter): number {
  return act.time + noticeOf(draft, circle);
}

/** The circle that holds a policy, or in which a role stands. */
function holderOf(draft: Draft, subject: bigint): bigint | undefined {
  return draft.policies.get(subject)?.circle ?? draft.roles.get(subject)?.circle ?? undefined;
}
