import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { peopleText } from "#app/model/can/common.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { speaksFor } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can permit a member to represent a role in its circle. */
export function canPermit(view: Standpoint, role: bigint): Can {
  const { organisation, me } = view;
  const held = organisation.roles.get(role);
  const circle = held?.circle ?? null;
  const name = roleName(organisation, role);
  if (held === undefined || circle === null) {
    return no(
      "A role is represented in the circle around it.",
      `There is no circle around ${name}.`,
      "Nothing to do.",
    );
  }
  if (me === null || speaksFor(organisation, circle, role, me)) return YES;
  const people = peopleText(view, [...held.voices, ...held.reps]);
  return no(
    "Whoever speaks for a role in its circle permits others to represent it there.",
    people === "nobody" ? `Nobody speaks for ${name}.` : `For ${name} speaks ${people}.`,
    people === "nobody" ? `Somebody fills ${name} first.` : `Ask ${people}.`,
  );
}
