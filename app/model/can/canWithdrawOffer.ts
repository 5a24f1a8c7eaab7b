import type { Can } from "#app/model/can/can.ts";
import { all, YES } from "#app/model/can/can.ts";
import { assigner } from "#app/model/can/canOffer.ts";
import { founded } from "#app/model/can/common.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Offer } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can withdraw an offer, or decline it. */
export function canWithdrawOffer(view: Standpoint, offer: Offer): Can {
  if (view.me !== null && samePerson(view.me, offer.person)) return YES;
  return all(
    () => founded(view),
    () => assigner(view, offer.role),
  );
}
