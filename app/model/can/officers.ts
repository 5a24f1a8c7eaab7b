import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { actsFor, declaredIn } from "#app/model/offices.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { momentText } from "#app/words/time.ts";
import { OFFICE_NAMES, seatName } from "#sdk/acts/names.ts";
import type { Office } from "#sdk/chronicle/offices.ts";
import type { Family } from "#sdk/chronicle/organisation.ts";
import { holderOf } from "#sdk/chronicle/organisation.ts";

/** Who holds an office now, in a sentence. */
export function holderText(view: Standpoint, circle: bigint, office: Office, index = 0): string {
  const { organisation, nameOf } = view;
  const holder = holderOf(organisation, circle, office, index);
  const what = `${seatName(office, index)} of ${roleName(organisation, circle)}`;
  return holder === undefined ? `Nobody is ${what}.` : `${nameOf(holder)} is ${what}.`;
}

/** A matter in which offices act: an election, a meeting, a circle's calendar. */
export interface Matter {
  readonly family: Family;
  readonly id: bigint;
  readonly circle: bigint;
}

/** Only whoever acts for an office in a matter: its holder, or whoever stands in. */
export function acting(view: Standpoint, matter: Matter, office: Office, rule: string): Can {
  const { organisation, me, nameOf } = view;
  const { family, id, circle } = matter;
  if (me === null || actsFor(view, family, id, circle, office, me)) return YES;
  const holder = holderOf(organisation, circle, office);
  return no(
    rule,
    `${holderText(view, circle, office)}${declaredText(view, matter, office)}`,
    holder === undefined
      ? `Declare to stand in for this matter, or call an election of a ${OFFICE_NAMES[office]}.`
      : `Ask ${nameOf(holder)}, or whoever stands in first.`,
  );
}

/** Who has declared to stand in, and from when. */
export function declaredText(
  { organisation, now, nameOf }: Standpoint,
  { family, id, circle }: Matter,
  office: Office,
): string {
  const declared = declaredIn(organisation, family, id, circle, office);
  if (declared === undefined) return "";
  const name = nameOf(declared.person);
  return now < declared.from
    ? ` ${name} stands in from ${momentText(declared.from)}.`
    : ` ${name} stands in.`;
}
