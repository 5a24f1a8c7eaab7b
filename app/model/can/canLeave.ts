import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { onlySeatInAnchor } from "#app/model/can/lastMember.ts";
import { partner } from "#app/model/can/partner.ts";
import { myRoles, samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { listText } from "#app/words/lists.ts";

/** Whether somebody can leave the organisation, and with it all their roles. */
export function canLeave(view: Standpoint): Can {
  const { me } = view;
  const roles = myRoles(view).map(({ id }) => id);
  return all(
    () => partner(view),
    () => noRepresentative(view),
    () => (me === null ? YES : onlySeatInAnchor(view, roles, me)),
  );
}

/** A representative resigns from that office first. */
function noRepresentative({ organisation, me }: Standpoint): Can {
  const circles = [...organisation.roles.values()].filter(({ reps }) =>
    reps.some((rep) => me !== null && samePerson(rep, me)),
  );
  if (circles.length === 0) return YES;
  const names = listText(circles.map(({ words }) => words.name));
  return no(
    "A representative resigns from that office before leaving.",
    `You represent ${names}.`,
    "Resign as representative on the circle’s page.",
  );
}
