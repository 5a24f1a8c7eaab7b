import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { holderText } from "#app/model/can/officers.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { holderOf } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can name who stands in first for an office. */
export function canNameSurrogate(view: Standpoint, circle: bigint, office: Office): Can {
  const { organisation, me } = view;
  if (office === Office.Rep) {
    return no(
      "Representatives have no stand-ins.",
      holderText(view, circle, office),
      "The circle elects another.",
    );
  }
  const holder = holderOf(organisation, circle, office);
  if (holder !== undefined && (me === null || samePerson(holder, me))) return YES;
  return no(
    "Whoever holds an office names who stands in first.",
    holderText(view, circle, office),
    holder === undefined ? "Call an election." : `Ask ${view.nameOf(holder)}.`,
  );
}
