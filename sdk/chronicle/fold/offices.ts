import { Bits, has } from "../../flags.ts";
import { isBarred } from "../barred.ts";
import type { Act, ActOf } from "../events.ts";
import { mayAct } from "../mayAct.ts";
import type { StandIn, Tenure } from "../offices.ts";
import { Office, officeKey, Rank, standInKey } from "../offices.ts";
import type { Due } from "../organisation.ts";
import {
  fills,
  holderOf,
  isMember,
  keyOf,
  mayHoldOffice,
  noticeOf,
  settingsIn,
  speaksFor,
  standInOf,
  tenureOf,
} from "../organisation.ts";
import { isNameable, rankOf } from "../rankOf.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, roleAt, someone } from "./draft.ts";
import { follow, takeDue } from "./unfinished.ts";

const LONGEST_PERMISSION = 365 * 86_400;

export const installed: Apply<"Installed"> = (draft, act) => {
  const { office, index, holder, until } = act.args;
  const circle = act.subject;
  check(act, isOffice(office), `there is no office ${office}`);
  checkIndex(draft, act, circle, office, index);
  check(act, mayHoldOffice(draft, holder), `${holder} cannot hold an office`);
  const last = draft.acts.at(-1);
  const due = takeDue(draft, act);
  if (due === undefined) checkAppointer(draft, act, office);
  else {
    checkEqual(act, "holder", holder, due.person);
    checkEqual(act, "until", until, due.time);
  }
  const former = holderOf(draft, circle, office, index);
  const before = tenureOf(draft, circle, office, index);
  draft.tenures.set(officeKey(circle, office, index), {
    circle,
    office,
    index,
    holder,
    until,
    surrogate: null,
    installedAt: act.time,
    installedBy: act.actor,
    election: due === undefined || last === undefined ? null : last.subject,
    past: before === undefined ? [] : ended(before, act.time, "replaced"),
  });
  if (office !== Office.Rep || former === holder) return;
  const event = { subject: circle, time: null };
  const end: readonly Due[] =
    former === undefined ? [] : [{ ...event, name: "RepresentationEnded", person: former }];
  follow(draft, act, [...end, { ...event, name: "Represented", person: holder }]);
};

export const officeResigned: Apply<"OfficeResigned"> = (draft, act) => {
  const { office, index } = act.args;
  check(act, isOffice(office), `there is no office ${office}`);
  const tenure = checkHolder(draft, act, office, index);
  draft.tenures.set(officeKey(act.subject, office, index), {
    ...tenure,
    holder: null,
    until: 0,
    surrogate: null,
    past: ended(tenure, act.time, "resigned"),
  });
  if (office !== Office.Rep) return;
  const { subject, actor } = act;
  follow(draft, act, [{ name: "RepresentationEnded", subject, person: actor, time: null }]);
};

export const surrogateNamed: Apply<"SurrogateNamed"> = (draft, act) => {
  const { office } = act.args;
  const surrogate = someone(act.args.person);
  check(act, isOffice(office), `there is no office ${office}`);
  check(act, office !== Office.Rep, "representatives have no stand-ins");
  const tenure = checkHolder(draft, act, office, 0);
  const fit = surrogate === null || isNameable(draft, surrogate);
  check(act, fit, `${surrogate} cannot stand in`);
  draft.tenures.set(officeKey(act.subject, office, 0), { ...tenure, surrogate });
};

export const standInDeclared: Apply<"StandInDeclared"> = (draft, act) => {
  const { office, process, matter, rank, effectiveFrom } = act.args;
  const { subject: circle, actor, time } = act;
  check(act, isOffice(office) && office !== Office.Rep, "the office has no stand-ins");
  const bits = draft.processes.find((it) => it.process === process)?.bits ?? 0;
  check(act, has(bits, Bits.RECORD), `${process} is no process that records`);
  const barred = isBarred(draft, process, matter, actor) === true;
  check(act, !barred, "it is the actor's own matter");
  const comes = rankOf(draft, circle, office, actor);
  checkEqual(act, "rank", rank, comes);
  const declared = standInOf(draft, process, matter, circle, office);
  if (holderOf(draft, circle, office) === actor) {
    check(act, declared !== undefined, "nobody has declared to stand in");
    checkEqual(act, "effectiveFrom", effectiveFrom, time);
    draft.standIns.delete(standInKey(process, matter, circle, office));
    return;
  }
  const standing = declared !== undefined && stillStands(draft, declared);
  check(act, comes < (standing ? declared.rank : Rank.None), "somebody comes before the actor");
  checkEqual(act, "effectiveFrom", effectiveFrom, time + noticeOf(draft, circle));
  draft.standIns.set(standInKey(process, matter, circle, office), {
    process,
    matter,
    circle,
    office,
    person: actor,
    rank: comes,
    declaredAt: time,
    from: effectiveFrom,
  });
};

export const permitted: Apply<"Permitted"> = (draft, act) => {
  const { person, until } = act.args;
  const { subject: id, actor, time } = act;
  const { circle } = roleAt(draft, act, id);
  check(act, circle !== null, "nobody speaks for an anchor");
  check(act, speaksFor(draft, circle, id, actor), `${actor} does not speak for the role`);
  check(act, isMember(draft, circle, person), `${person} is not a member of the circle`);
  check(act, until > time && until <= time + LONGEST_PERMISSION, "it ends at no fit time");
  draft.permissions.set(keyOf(id, person), {
    role: id,
    person,
    by: actor,
    circle,
    givenAt: time,
    until,
  });
};

export const permissionEnded: Apply<"PermissionEnded"> = (draft, act) => {
  const { person } = act.args;
  const key = keyOf(act.subject, person);
  const given = draft.permissions.get(key);
  check(act, given !== undefined, `${person} has no permission`);
  check(act, act.actor === given.by || act.actor === person, "it is not the actor's to end");
  draft.permissions.delete(key);
};

/**
 * Whether whoever declared to stand in surely is in the way of those who come later: still comes in the order where
 * they came, and is known not to be barred.
 */
function stillStands(draft: Draft, declared: StandIn): boolean {
  const { process, matter, circle, office, person, rank } = declared;
  const comes = rankOf(draft, circle, office, person);
  if (comes === Rank.None || comes > rank) return false;
  return isBarred(draft, process, matter, person) === false;
}

/** Refuse an actor who does not act for an office in a matter: neither holds it nor stands in with effect. */
export function checkActing(
  draft: Draft,
  act: Act,
  matter: bigint,
  circle: bigint,
  office: Office,
): void {
  const may = mayAct(draft, act.emitter, matter, circle, office, act.actor, act.time);
  const name = office === Office.Facilitator ? "facilitator" : "secretary";
  check(act, may, `${act.actor} does not act as ${name} of ${circle}`);
}

function isOffice(office: number): office is Office {
  return Object.values<number>(Office).includes(office);
}

function ended(tenure: Tenure, time: number, how: "replaced" | "resigned"): Tenure["past"] {
  const { holder, installedAt, until, past } = tenure;
  if (holder === null) return past;
  return [...past, { holder, from: installedAt, until, endedAt: time, how }];
}

/** An anchor has no representatives: there is no circle around it. */
function checkIndex(draft: Draft, act: Act, circle: bigint, office: Office, index: number): void {
  const outer = roleAt(draft, act, circle).circle;
  let places = 1;
  if (office === Office.Rep) {
    check(act, outer !== null, "an anchor has no representatives");
    places = Math.max(1, settingsIn(draft, outer).reps);
  }
  check(act, index < places, `the office has no index ${index}`);
}

/** Only representatives are appointed, by who fills the role that the circle's own settings name. */
function checkAppointer(draft: Draft, act: ActOf<"Installed">, office: Office): void {
  check(act, office === Office.Rep, "nobody elected the holder");
  const appointer = draft.settings.get(act.subject)?.settings.appointer ?? 0n;
  check(act, fills(draft, appointer, act.actor), `${act.actor} appoints no representatives here`);
}

function checkHolder(draft: Draft, act: Act, office: Office, index: number): Tenure {
  const tenure = tenureOf(draft, act.subject, office, index);
  const holds = holderOf(draft, act.subject, office, index) === act.actor;
  check(act, tenure !== undefined && holds, `${act.actor} does not hold the office`);
  return tenure;
}
