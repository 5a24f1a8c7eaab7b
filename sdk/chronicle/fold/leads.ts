import { Articles, Flags, has } from "../../flags.ts";
import { assigns } from "../assignersOf.ts";
import type { Act } from "../events.ts";
import { fills, isInPerson, keyOf, redirectionKey, speaksFor } from "../organisation.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkGoing, roleAt } from "./draft.ts";
import { prove } from "./special.ts";

export const decreed: Apply<"Decreed"> = (draft, act) => {
  checkGoing(draft, act);
  const on = has(draft.articles, Articles.GOVERNANCE);
  check(act, !on, "governance is decided by its process, not by leads");
  checkLead(draft, act, act.subject, Flags.PLACES_DIRECTING);
  begin(draft, act, false);
};

export const directed: Apply<"Directed"> = (draft, act) => {
  checkGoing(draft, act);
  const on = has(draft.articles, Articles.AUTHORITY);
  check(act, !on, "whoever fills a role decides in it");
  const { circle } = roleAt(draft, act, act.subject);
  check(act, circle !== null, "nobody directs an anchor");
  checkLead(draft, act, circle, Flags.PLACES_DIRECTING);
};

export const redirected: Apply<"Redirected"> = (draft, act) => {
  const { subject: about, role } = act.args;
  const circle = act.subject;
  checkGoing(draft, act);
  checkLead(draft, act, circle, Flags.PLACES_REDIRECTING);
  check(act, role === 0n || roleAt(draft, act, role).circle === circle, "the role is elsewhere");
  const key = redirectionKey(circle, about);
  check(act, (draft.redirections.get(key) ?? 0n) !== role, "it changes nothing");
  if (role === 0n) draft.redirections.delete(key);
  else draft.redirections.set(key, role);
};

export const focused: Apply<"Focused"> = (draft, act) => {
  const { person, focus } = act.args;
  checkGoing(draft, act);
  check(act, assigns(draft, act.subject, act.actor), `${act.actor} does not assign there`);
  check(act, fills(draft, act.subject, person), `${person} does not fill the role`);
  if (focus === "") draft.focuses.delete(keyOf(act.subject, person));
  else draft.focuses.set(keyOf(act.subject, person), focus);
};

export const published: Apply<"Published"> = (draft, act) => {
  checkGoing(draft, act);
  const role = roleAt(draft, act, act.subject);
  check(act, !role.alive, "the role is alive as a circle");
  const voiced = role.circle !== null && role.voices.includes(act.actor);
  check(act, voiced, `${act.actor} does not fill the role with a voice`);
  begin(draft, act, true);
};

function begin(draft: Draft, act: Act, policies: boolean): void {
  const { transaction, actor, subject: circle } = act;
  prove(draft, act);
  draft.unfinished = { kind: "decree", transaction, actor, circle, policies, begun: false };
}

/**
 * Refuse whoever does not lead a circle. Where its own settings place that with who assigns there, persons and bodies who
 * fill that role do it instead, and at an anchor beside its leads: while anybody speaks for it where it was placed.
 */
function checkLead(draft: Draft, act: Act, circle: bigint, placing: number): void {
  const own = draft.settings.get(circle)?.settings;
  const placed = has(own?.flags ?? 0, placing) ? draft.roles.get(own?.assigner ?? 0n) : undefined;
  const inner = circle !== draft.anchor;
  if (placed !== undefined && placed.voices.length > 0 && (!inner || placed.circle === circle)) {
    if (isInPerson(draft, placed.id, act.actor)) return;
    check(act, !inner, "it is placed with who assigns there");
  }
  check(act, speaksFor(draft, circle, circle, act.actor), `${act.actor} does not lead the circle`);
}
