import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { founded, peopleText } from "#app/model/can/common.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { fills, partnerOf } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can invite partners; with a person, that person. */
export function canInvite(view: Standpoint, person?: Address): Can {
  return all(
    () => founded(view),
    () => admitter(view),
    () => (person === undefined ? YES : fresh(view, person)),
  );
}

function admitter(view: Standpoint): Can {
  const { organisation, me } = view;
  const admission = organisation.settings.get(organisation.anchor)?.settings.admission ?? 0n;
  if (admission === 0n) {
    return no(
      "Invitations need a role that admits partners.",
      "The settings name none: everybody may join by agreeing to the rules.",
      "Send the person here to agree to the rules.",
    );
  }
  if (me === null || fills(organisation, admission, me)) return YES;
  const name = roleName(organisation, admission);
  const people = peopleText(view, organisation.roles.get(admission)?.fillers ?? []);
  return no(
    `Whoever fills ${name} admits partners.`,
    `${name} is filled by ${people}.`,
    `Ask ${people}.`,
  );
}

function fresh({ organisation, nameOf }: Standpoint, person: Address): Can {
  const status = partnerOf(organisation, person)?.status ?? "none";
  if (status === "none") return YES;
  const now = `${nameOf(person)} is ${status === "agreed" ? "a partner" : "invited"}.`;
  return no("Nobody is invited twice.", now, "Nothing to do.");
}
