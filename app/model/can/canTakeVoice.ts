import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { peopleText } from "#app/model/can/common.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { countText } from "#app/words/lists.ts";
import { fills } from "#sdk/chronicle/organisation.ts";
import { isVoiced } from "#sdk/chronicle/partnerKind.ts";

/** Whether somebody can take the voice of a role that they fill: speak for it in its circle. */
export function canTakeVoice(view: Standpoint, role: bigint): Can {
  const { organisation, me, nameOf } = view;
  const held = organisation.roles.get(role);
  const name = roleName(organisation, role);
  if (held === undefined || held.circle === null) {
    return no(
      "A role speaks in the circle around it.",
      `There is no circle around ${name}.`,
      "Nothing to do.",
    );
  }
  const { voices, limit } = held;
  if (me !== null) {
    if (!fills(organisation, role, me)) {
      return no(
        "Whoever fills a role may speak for it.",
        `${name} is filled by ${peopleText(view, held.fillers)}.`,
        "Fill it first.",
      );
    }
    if (voices.some((one) => samePerson(one, me))) {
      return no("Nobody takes a voice twice.", `You speak for ${name}.`, "Nothing to do.");
    }
    if (!isVoiced(organisation.partners.get(me.toLowerCase())?.kind ?? 0)) {
      return no(
        "Associates and agents fill roles and speak for none.",
        `${nameOf(me)} is one.`,
        "Somebody who can be a member fills it too.",
      );
    }
  }
  if (limit === 0 || voices.length < limit) return YES;
  return no(
    "As many of those who fill a role speak for it as governance has said.",
    `${countText(limit, "person", "people")} may speak for ${name}: ${peopleText(view, voices)}.`,
    "One of them resigns, or a proposal raises the limit.",
  );
}
