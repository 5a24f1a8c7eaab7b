import type { Can } from "#app/model/can/can.ts";
import { partner } from "#app/model/can/partner.ts";
import type { Standpoint } from "#app/model/view.ts";

/** Whether somebody can say to be open to assignments. */
export function canDeclareOpenness(view: Standpoint): Can {
  return partner(view);
}
