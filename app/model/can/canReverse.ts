import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { announcementText, peopleText, sourceLeads } from "#app/model/can/common.ts";
import { leads, samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { actsFor } from "#sdk/chronicle/actsFor.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Announcement, Escalation } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** Whether somebody can reverse an escalation, which restarts the window. */
export function canReverse(
  view: Standpoint,
  announcement: Announcement,
  escalation: Escalation,
): Can {
  return all(
    () => escalated(view, announcement, escalation),
    () => reverser(view, announcement, escalation),
  );
}

function escalated(view: Standpoint, announcement: Announcement, { reversed }: Escalation): Can {
  if (reversed === null && statusOf(announcement, view.now) === Status.Objected) return YES;
  return no(
    "Only an escalation that stands is reversed.",
    announcementText(view, announcement),
    "Nothing to do.",
  );
}

function reverser(view: Standpoint, announcement: Announcement, { by }: Escalation): Can {
  const { organisation, me, nameOf } = view;
  if (me === null) return YES;
  const rule =
    "Whoever escalated reverses it, or a lead of the source; nobody for their own announcement or a role they act for.";
  const helps = [nameOf(by), ...sourceLeads(view).map((lead) => nameOf(lead))];
  const ask = `Ask ${[...new Set(helps)].join(" or ")}.`;
  if (samePerson(me, announcement.announcer)) return no(rule, "You announced it.", ask);
  if (samePerson(me, by)) return YES;
  if (actsFor(organisation, announcement.asRole, me)) {
    return no(
      rule,
      `You act for ${roleName(organisation, announcement.asRole)}, which it serves.`,
      ask,
    );
  }
  if (leads(view, organisation.anchor)) return YES;
  const who = peopleText(view, sourceLeads(view));
  return no(rule, `${nameOf(by)} escalated it. Leads of the source: ${who}.`, ask);
}
