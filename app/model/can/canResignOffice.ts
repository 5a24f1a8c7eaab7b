import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { holderText } from "#app/model/can/officers.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { holderOf } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can resign from an office. */
export function canResignOffice(view: Standpoint, circle: bigint, office: Office, index = 0): Can {
  const { organisation, me } = view;
  const holder = holderOf(organisation, circle, office, index);
  if (holder === undefined || (me !== null && !samePerson(holder, me))) {
    return no(
      "Only whoever holds an office resigns from it.",
      holderText(view, circle, office, index),
      "Any member of the circle may call an election.",
    );
  }
  const outer = organisation.roles.get(circle)?.circle ?? null;
  const members = outer === null ? [] : (organisation.roles.get(outer)?.members ?? []);
  if (office === Office.Rep && outer === organisation.anchor && members.length === 1) {
    return no(
      "An organisation is never left without a member of its outermost circle.",
      `You are the last member of ${roleName(organisation, outer)}.`,
      "Somebody else fills a role there first.",
    );
  }
  return YES;
}
