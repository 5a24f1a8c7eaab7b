import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import type { Standpoint } from "#app/model/view.ts";
import { partnerOf } from "#sdk/chronicle/organisation.ts";

/** Only partners. */
export function partner({ organisation, me, nameOf }: Standpoint): Can {
  if (me === null || partnerOf(organisation, me)?.status === "agreed") return YES;
  return no("Only partners may.", `${nameOf(me)} is not a partner.`, "Agree to the rules first.");
}
