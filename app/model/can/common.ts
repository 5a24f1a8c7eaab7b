import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { myRoles, rolesIn, samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { countText, listText } from "#app/words/lists.ts";
import { dayText, leftText, momentText } from "#app/words/time.ts";
import { Outcome, Status } from "#sdk/chronicle/lifecycle.ts";
import type { Announcement, Proposal } from "#sdk/chronicle/organisation.ts";
import {
  currentVersion,
  isMember,
  numberOf,
  standingEscalations,
  standingObjections,
} from "#sdk/chronicle/organisation.ts";
import { silentFromOf, statusOf } from "#sdk/chronicle/statusOf.ts";

/** Names, one after the other; nobody for none. */
export function peopleText(view: Standpoint, people: readonly Address[], most = 4): string {
  if (people.length === 0) return "nobody";
  return listText(
    people.map((person) => view.nameOf(person)),
    most,
  );
}

/** Founding must be over before anything is offered, proposed or spent. */
export function founded({ organisation }: Standpoint): Can {
  if (organisation.founding.dissolvedAt !== 0) {
    return no(
      "A dissolved organisation decides and spends nothing.",
      `It was dissolved on ${dayText(organisation.founding.dissolvedAt)}. Its record stays.`,
      "Nothing does: another one can be founded.",
    );
  }
  if (organisation.founding.endedAt !== 0) return YES;
  const { ratifiers, ratified, lastWrite } = organisation.founding;
  const done = ratifiers.filter((one) => ratified.get(one.toLowerCase()) === lastWrite).length;
  return no(
    "Before its founding is over, an organisation decides and spends nothing.",
    `${done} of ${ratifiers.length} ratifiers have ratified the first structure.`,
    "All ratifiers ratify the same structure.",
  );
}

/** Only a circle's members. */
export function member(view: Standpoint, circle: bigint, act: string): Can {
  const { organisation, me } = view;
  if (me === null || isMember(organisation, circle, me)) return YES;
  const name = roleName(organisation, circle);
  return no(
    `Only members of ${name} ${act}: whoever fills a role in it, or leads it.`,
    notIn(view, me),
    `Ask a member to speak for you: ${peopleText(view, organisation.roles.get(circle)?.members ?? [])}.`,
  );
}

/** What somebody is, who is not a member here. */
export function notIn(view: Standpoint, person: Address): string {
  const mine = myRoles(view);
  const name = view.nameOf(person);
  if (mine.length === 0) return `${name} fills no role.`;
  const names = mine.map((role) => role.words.name);
  return `${name} fills ${listText(names, 3)}, and ${mine.length === 1 ? "it is" : "they are"} not in this circle.`;
}

/** A member speaks for a role that they fill in the circle. */
export function inSomeRole(view: Standpoint, circle: bigint): Can {
  if (view.me === null || rolesIn(view, circle).length > 0) return YES;
  return no(
    "Whoever speaks, speaks for a role they fill in the circle.",
    notIn(view, view.me),
    "Fill a role here first.",
  );
}

/** Where a proposal stands, in a sentence. */
export function standsText(view: Standpoint, proposal: Proposal): string {
  const { version } = currentVersion(proposal);
  const left = leftText(proposal.closesAt - view.now);
  const objectors = standingObjections(proposal).map((objection) => objection.by);
  switch (statusOf(proposal, view.now)) {
    case Status.Open:
      return view.now < proposal.closesAt
        ? `Version ${version} is open, and the window has ${left} to go.`
        : `Version ${version} is open, and waits for more to confirm it.`;
    case Status.Objected:
      return objectors.length === 0
        ? "It is stopped while it is judged whether it is valid at all."
        : `The objection of ${peopleText(view, unique(objectors))} stands.`;
    case Status.Adopted:
      return `Version ${version} is adopted${adoption(proposal)}.`;
    case Status.Enacted:
      return `It was enacted on ${momentText(proposal.enactedAt)}.`;
    case Status.Withdrawn:
      return `${view.nameOf(proposal.proposer)} withdrew it on ${momentText(proposal.withdrawnAt)}.`;
    case Status.Lapsed:
      return "It has lapsed: nobody enacted it, or resolved its objections, within 30 days of its window.";
    case Status.Suspended:
      return `Nothing but a meeting adopts it before ${momentText(proposal.suspendedUntil)}.`;
    case Status.Discarded:
      return `It was dropped on ${momentText(proposal.droppedAt)}.`;
    case Status.None:
      return "It was never opened.";
  }
}

function adoption({ adoptedAt, adoptedInMeeting }: Proposal): string {
  if (adoptedInMeeting > 0) return " by a meeting";
  return adoptedAt > 0 ? ": everybody confirmed it" : ": its window closed without an objection";
}

/** Objections and confirmations come before silence is consent: the end of the window, unless it waits for more. */
export function windowOpen(view: Standpoint, proposal: Proposal, act: string): Can {
  const status = statusOf(proposal, view.now);
  const undecided = proposal.outcome === Outcome.None && status !== Status.Lapsed;
  const end = silentFromOf(proposal);
  if (undecided && view.now < end) return YES;
  const rule = `${act} come before silence is consent, while a proposal is undecided.`;
  if (undecided) {
    return no(
      rule,
      `The window closed on ${momentText(end)}. ${standsText(view, proposal)}`,
      status === Status.Objected
        ? "Its proposer can amend it, which opens a new window."
        : "Propose a change of what it does.",
    );
  }
  return no(rule, standsText(view, proposal), "Propose anew.");
}

/** Whether whoever looks made the proposal. */
export function isProposer({ me }: Standpoint, proposal: Proposal): boolean {
  return me !== null && samePerson(me, proposal.proposer);
}

/** Only its proposer. */
export function proposerOnly(view: Standpoint, proposal: Proposal, helps: string): Can {
  if (view.me === null || isProposer(view, proposal)) return YES;
  return no("Only its proposer may.", `${view.nameOf(proposal.proposer)} proposed it.`, helps);
}

/** Where an announcement stands, in a sentence. */
export function announcementText(view: Standpoint, announcement: Announcement): string {
  const escalators = standingEscalations(announcement).map(({ by }) => by);
  switch (statusOf(announcement, view.now)) {
    case Status.Open:
      return `Its window has ${leftText(announcement.closesAt - view.now)} to go.`;
    case Status.Objected:
      return `The escalation of ${peopleText(view, escalators)} blocks it.`;
    case Status.Adopted:
      return `It is ready to be paid since ${momentText(announcement.closesAt)}.`;
    case Status.Enacted:
      return `It was paid on ${momentText(announcement.paidAt)}.`;
    case Status.Withdrawn:
      return `It was revoked on ${momentText(announcement.revokedAt)}.`;
    case Status.Lapsed:
      return "It has lapsed: it was not paid within 30 days of its window.";
    // An announcement is neither suspended nor dropped.
    default:
      return "It was never announced.";
  }
}

/** Who leads the circle whose money it is. */
export function sourceLeads({ organisation }: Standpoint): readonly Address[] {
  return organisation.roles.get(organisation.anchor)?.fillers ?? [];
}

/** The live proposals or announcements that take somebody's slots. */
export function slotsText(kind: string, ids: readonly bigint[]): string {
  const numbers = ids.filter((id) => id !== 0n).map((id) => String(numberOf(id)));
  return `${countText(numbers.length, kind)} of yours ${numbers.length === 1 ? "is" : "are"} not over: ${listText(numbers)}.`;
}

export function unique(people: readonly Address[]): readonly Address[] {
  const seen = new Map(people.map((person) => [person.toLowerCase(), person]));
  return [...seen.values()];
}
