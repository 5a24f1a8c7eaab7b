import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { peopleText } from "#app/model/can/common.ts";
import type { Standpoint } from "#app/model/view.ts";
import { partnerOf } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can become a partner by agreeing to the rules. */
export function canAgree(view: Standpoint): Can {
  const { organisation, me, nameOf } = view;
  if (me === null) return YES;
  const status = partnerOf(organisation, me)?.status ?? "none";
  if (status === "agreed") {
    return no("Partners agree once.", `${nameOf(me)} is a partner.`, "Nothing to do.");
  }
  const admission = organisation.settings.get(organisation.anchor)?.settings.admission ?? 0n;
  if (status === "invited") return YES;
  if (organisation.founding.endedAt === 0) {
    return no(
      "While an organisation is founded, its ratifiers invite.",
      `${nameOf(me)} is not invited.`,
      `Ask ${peopleText(view, organisation.founding.ratifiers)}.`,
    );
  }
  if (admission === 0n) return YES;
  const people = peopleText(view, organisation.roles.get(admission)?.fillers ?? []);
  return no(
    "Partners are invited first.",
    `${nameOf(me)} is not invited.`,
    `Ask ${people} for an invitation.`,
  );
}
