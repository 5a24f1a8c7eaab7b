import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import type { Matter } from "#app/model/can/officers.ts";
import { holderText } from "#app/model/can/officers.ts";
import { declaredIn } from "#app/model/offices.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Office } from "#sdk/chronicle/offices.ts";
import { holderOf } from "#sdk/chronicle/organisation.ts";

const RULE = "Whoever holds an office ends what somebody has declared in their place.";

/** Whether the reader, holding an office, can end what somebody has declared in their place in one matter. */
export function canEndStandIn(view: Standpoint, matter: Matter, office: Office): Can {
  const { organisation, me } = view;
  const { family, id, circle } = matter;
  const holder = holderOf(organisation, circle, office);
  if (me === null || holder?.toLowerCase() !== me.toLowerCase()) {
    return no(RULE, holderText(view, circle, office), "Whoever holds it can.");
  }
  if (declaredIn(organisation, family, id, circle, office) === undefined) {
    return no(RULE, "Nobody has declared to stand in.", "Nothing to do: you act.");
  }
  return YES;
}
