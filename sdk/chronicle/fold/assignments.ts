import type { Address } from "viem";

import { assigns } from "../assignersOf.ts";
import type { Act } from "../events.ts";
import { fills, isFounded, keyOf, partnerOf } from "../organisation.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkFounded, checkPartner, roleAt } from "./draft.ts";
import { followOn } from "./links.ts";
import { assign, endRepresentation, represent, takeVoice, unassign } from "./seats.ts";
import { during, requireDue, takeDue } from "./unfinished.ts";

export const offered: Apply<"Offered"> = (draft, act) => {
  const { person } = act.args;
  const { link } = roleAt(draft, act, act.subject);
  check(act, (link?.source ?? null) === null, "the role follows another, which is offered");
  if (draft.founding.endedAt === 0) during(draft, act, 2);
  else {
    checkAssigner(draft, act);
    checkPartner(draft, act, person);
    check(act, partnerOf(draft, person)?.open === false, `${person} is open, no offer is needed`);
  }
  check(act, !fills(draft, act.subject, person), `${person} fills the role already`);
  const key = keyOf(act.subject, person);
  check(act, !draft.offers.has(key), `the role is offered to ${person} already`);
  draft.offers.set(key, { role: act.subject, person, by: act.actor, at: act.time });
};

export const offerWithdrawn: Apply<"OfferWithdrawn"> = (draft, act) => {
  const { person } = act.args;
  if (act.actor !== person) checkAssigner(draft, act);
  const existed = draft.offers.delete(keyOf(act.subject, person));
  check(act, existed, `the role was not offered to ${person}`);
};

export const assigned: Apply<"Assigned"> = (draft, act) => {
  const { person } = act.args;
  checkPartner(draft, act, person);
  if (takeDue(draft, act) === undefined) {
    checkAssigned(draft, act, person);
  }
  // However somebody comes to a role, an offer of it is used up.
  draft.offers.delete(keyOf(act.subject, person));
  assign(draft, act, act.subject, person);
  followOn(draft, act, "Assigned", person);
};

/** Refuse what was neither offered and accepted nor assigned at once to somebody open to it. */
function checkAssigned(draft: Draft, act: Act, person: Address): void {
  const late = act.subject === draft.anchor && isFounded(draft);
  check(act, !late, "an anchor is filled while it is founded only");
  const wasOffered = draft.offers.has(keyOf(act.subject, person));
  if (act.actor !== person || !wasOffered) checkAssignedAtOnce(draft, act, person);
}

function checkAssignedAtOnce(draft: Draft, act: Act, person: Address): void {
  checkFounded(draft, act);
  checkAssigner(draft, act);
  check(act, partnerOf(draft, person)?.open === true, `${person} did not accept it`);
}

export const unassigned: Apply<"Unassigned"> = (draft, act) => {
  const { person } = act.args;
  const { circle, link } = roleAt(draft, act, act.subject);
  const due = takeDue(draft, act) !== undefined;
  check(act, due || (link?.source ?? null) === null, "the role follows another, which is left");
  if (act.actor !== person && !due) {
    checkFounded(draft, act);
    const anchored = link === null && (circle === null || circle === draft.anchor);
    check(act, !anchored, "nobody revokes at the anchor alone");
    checkAssigner(draft, act);
  }
  unassign(draft, act, act.subject, person);
  followOn(draft, act, "Unassigned", person);
};

export const voiceTaken: Apply<"VoiceTaken"> = (draft, act) =>
  takeVoice(draft, act, act.subject, act.actor);

export const represented: Apply<"Represented"> = (draft, act) => {
  requireDue(draft, act);
  represent(draft, act, act.subject, act.args.person);
};

export const representationEnded: Apply<"RepresentationEnded"> = (draft, act) => {
  requireDue(draft, act);
  endRepresentation(draft, act, act.subject, act.args.person);
};

/** Refuse an actor who does not choose who fills the role. */
function checkAssigner(draft: Draft, act: Act): void {
  checkFounded(draft, act);
  const { circle } = roleAt(draft, act, act.subject);
  check(act, circle !== null, "nobody assigns an anchor");
  const may = assigns(draft, act.subject, act.actor);
  check(act, may, `${act.actor} does not assign here`);
}
