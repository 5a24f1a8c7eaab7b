import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { fills, isMember } from "#sdk/chronicle/organisation.ts";

/** An organisation keeps somebody who can decide in it: its anchor's last member does not leave it. */
export function onlySeatInAnchor(view: Standpoint, roles: readonly bigint[], person: Address): Can {
  const { organisation, nameOf } = view;
  const { anchor } = organisation;
  const members = organisation.roles.get(anchor)?.members ?? [];
  if (members.length !== 1 || !isMember(organisation, anchor, person)) return YES;
  const held = [...organisation.roles.values()].filter(
    ({ id, circle }) => (id === anchor || circle === anchor) && fills(organisation, id, person),
  );
  if (held.some(({ id }) => !roles.includes(id))) return YES;
  return no(
    "An organisation is never left without a member of its outermost circle.",
    `${nameOf(person)} is the last member of ${roleName(organisation, anchor)}.`,
    "Somebody else fills a role there first.",
  );
}
