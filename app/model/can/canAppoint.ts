import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { peopleText } from "#app/model/can/common.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { fills, settingsIn } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can appoint a circle's representatives. */
export function canAppoint(view: Standpoint, circle: bigint): Can {
  const { organisation, me } = view;
  const outer = organisation.roles.get(circle)?.circle ?? null;
  const name = roleName(organisation, circle);
  if (outer === null) {
    return no(
      "Representatives speak for a circle in the circle around it.",
      `There is no circle around ${name}.`,
      "Nothing to do.",
    );
  }
  const appointer = settingsIn(organisation, circle).appointer;
  if (appointer === 0n) {
    return no(
      "Representatives are elected, unless the circle’s own settings name a role that appoints them.",
      `The settings of ${name} name none.`,
      "Call an election.",
    );
  }
  if (me === null || fills(organisation, appointer, me)) return YES;
  const role = roleName(organisation, appointer);
  const people = peopleText(view, organisation.roles.get(appointer)?.fillers ?? []);
  return no(
    `Whoever fills ${role} appoints the representatives of ${name}.`,
    `${role} is filled by ${people}.`,
    people === "nobody" ? `Somebody fills ${role} first.` : `Ask ${people}.`,
  );
}
