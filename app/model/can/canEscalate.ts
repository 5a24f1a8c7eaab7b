import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { announcementText } from "#app/model/can/common.ts";
import { keepsStandingIn, samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { momentText } from "#app/words/time.ts";
import { Outcome, Status } from "#sdk/chronicle/lifecycle.ts";
import type { Announcement } from "#sdk/chronicle/organisation.ts";
import { isMember } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** Whether somebody can escalate an announcement, which blocks it. */
export function canEscalate(view: Standpoint, announcement: Announcement): Can {
  return all(
    () => windowOpen(view, announcement),
    () => notOwn(view, announcement),
    () => standing(view, announcement),
    () => notTwice(view, announcement),
  );
}

function windowOpen(view: Standpoint, announcement: Announcement): Can {
  const status = statusOf(announcement, view.now);
  const undecided = announcement.outcome === Outcome.None && status !== Status.Lapsed;
  if (undecided && view.now < announcement.closesAt) return YES;
  return no(
    "Escalations come before the window closes, while a payment is undecided.",
    undecided
      ? `The window closed on ${momentText(announcement.closesAt)}. ${announcementText(view, announcement)}`
      : announcementText(view, announcement),
    undecided
      ? "A lead of the outermost circle can revoke it until it is paid."
      : "Bring it up with whoever fills the role.",
  );
}

function notOwn({ me }: Standpoint, { announcer }: Announcement): Can {
  if (me === null || !samePerson(me, announcer)) return YES;
  return no("Nobody escalates their own announcement.", "You announced it.", "Revoke it.");
}

function standing(view: Standpoint, { standingFrom }: Announcement): Can {
  const { organisation, me, nameOf } = view;
  if (me === null) return YES;
  const circles = [...organisation.roles.keys()];
  const stands = (circle: bigint) =>
    isMember(organisation, circle, me) || keepsStandingIn(view, circle, standingFrom);
  if (circles.some(stands)) return YES;
  return no(
    "Members of a circle within the source escalate, and whoever was one until shortly before.",
    `${nameOf(me)} is a member of no circle.`,
    "Tell a member of any circle.",
  );
}

function notTwice({ me }: Standpoint, announcement: Announcement): Can {
  const mine = announcement.escalations.find(({ by }) => me !== null && samePerson(by, me));
  if (mine === undefined) return YES;
  const rule = "Each person escalates an announcement once.";
  return mine.reversed === null
    ? no(rule, "Yours stands.", "Nothing to do: it is blocked.")
    : no(rule, "Yours was reversed.", "Somebody else with standing may escalate it.");
}
