import type { Can } from "#app/model/can/can.ts";
import { no } from "#app/model/can/can.ts";
import { peopleText } from "#app/model/can/common.ts";
import { onlySeatInAnchor } from "#app/model/can/lastMember.ts";
import { followsNone } from "#app/model/can/linked.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { fills } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can resign from a role. */
export function canResign(view: Standpoint, role: bigint): Can {
  const { organisation, me, nameOf } = view;
  const fillers = organisation.roles.get(role)?.fillers ?? [];
  const name = roleName(organisation, role);
  if (me === null ? fillers.length === 0 : !fills(organisation, role, me)) {
    return no(
      "Only whoever fills a role resigns from it.",
      me === null || fillers.length === 0
        ? `${name} is filled by nobody.`
        : `${name} is filled by ${peopleText(view, fillers)}, and not by ${nameOf(me)}.`,
      "Nothing to do.",
    );
  }
  const unbound = followsNone(view, role);
  if (!unbound.ok || me === null) return unbound;
  return onlySeatInAnchor(view, [role], me);
}
