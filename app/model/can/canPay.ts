import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { announcementText, peopleText } from "#app/model/can/common.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { momentText } from "#app/words/time.ts";
import { actsFor } from "#sdk/chronicle/actsFor.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Announcement } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** Whether an announced payment can be paid. */
export function canPay(view: Standpoint, announcement: Announcement): Can {
  return all(
    () => ready(view, announcement),
    () => filler(view, announcement),
  );
}

function ready(view: Standpoint, announcement: Announcement): Can {
  const status = statusOf(announcement, view.now);
  if (status === Status.Adopted) return YES;
  const helps: { readonly [status in Status]?: string } = {
    [Status.Open]: `${momentText(announcement.closesAt)}, if nobody escalates.`,
    [Status.Objected]: "The escalation is reversed, which restarts the window.",
    [Status.Enacted]: "Nothing to do.",
  };
  return no(
    "A payment is made once, after its window has closed with nothing standing, within 30 days.",
    announcementText(view, announcement),
    helps[status] ?? "Announce it anew.",
  );
}

function filler(view: Standpoint, { asRole }: Announcement): Can {
  const { organisation, me } = view;
  if (me === null || actsFor(organisation, asRole, me)) return YES;
  const fillers = organisation.roles.get(asRole)?.fillers ?? [];
  const people = peopleText(view, fillers);
  const name = roleName(organisation, asRole);
  return no(
    "Whoever fills the role it serves pays it; while nobody does, the leads of its circle.",
    `It serves ${name}, filled by ${people}.`,
    fillers.length > 0 ? `Ask ${people}.` : `Somebody is assigned to ${name} first.`,
  );
}
