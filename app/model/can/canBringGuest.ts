import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { ongoing, presenceOf, present } from "#app/model/can/meeting.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import type { Meeting } from "#sdk/chronicle/meetings.ts";
import { Presence } from "#sdk/chronicle/meetings.ts";
import type { Role } from "#sdk/chronicle/organisation.ts";
import { represents } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can bring a guest for one tension. */
export function canBringGuest(view: Standpoint, meeting: Meeting): Can {
  return all(
    () => ongoing(view, meeting, "Guests come while the meeting goes on."),
    () => present(view, meeting),
    () => representative(view, meeting),
    () => oneGuest(view, meeting),
  );
}

/** The circles inside that whoever looks represents here. */
export function representedIn(
  { organisation, me }: Pick<Standpoint, "organisation" | "me">,
  circle: bigint,
): readonly Role[] {
  const inner = organisation.roles.get(circle)?.inner ?? [];
  return inner.flatMap((id) => {
    const role = organisation.roles.get(id);
    const mine = role !== undefined && me !== null && represents(organisation, id, me);
    return mine ? [role] : [];
  });
}

function representative(view: Standpoint, meeting: Meeting): Can {
  const { organisation, me, nameOf } = view;
  const mine = representedIn(view, meeting.circle);
  if (me === null) return YES;
  if (mine.length > 0 && presenceOf(view, meeting)?.presence === Presence.Member) return YES;
  return no(
    "Representatives of circles inside bring one guest each, for one tension.",
    `${nameOf(me)} represents no circle in ${roleName(organisation, meeting.circle)}.`,
    "Ask a representative who is present.",
  );
}

function oneGuest({ me }: Standpoint, meeting: Meeting): Can {
  const brought = meeting.attendance.some(
    ({ guestOf }) => guestOf !== null && me !== null && samePerson(guestOf.host, me),
  );
  if (!brought) return YES;
  return no("One guest each meeting.", "You have brought yours.", "Ask another representative.");
}
