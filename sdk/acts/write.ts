import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { foundingAbi } from "../abi/founding.ts";
import type { Change } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import {
  changeFields,
  changesInShort,
  inviteeInFull,
  inviteeName,
  organisationName,
  peopleInFull,
  personInFull,
  personName,
  roleName,
} from "./describe.ts";
import type { Invitation } from "./invitation.ts";
import { VERBS } from "./verbs.ts";

/** A role offered to somebody. */
export interface Offered {
  readonly role: bigint;
  readonly person: Address;
}

/** A batch of the initial structure. */
export interface WriteData {
  readonly organisation: number;
  /** The event number of the founding write before: `founding.lastWrite`. */
  readonly afterNumber: number;
  /** May be empty. */
  readonly changes: readonly Change[];
  /** See `peopleOf`. */
  readonly people: readonly Address[];
  readonly invited: readonly Invitation[];
  /** A role may be named by the place of the change that creates it. */
  readonly offers: readonly Offered[];
}

/** Write a batch of the initial structure. */
export const write: ActDefinition<WriteData> = {
  call({ organisation, afterNumber, changes, people, invited, offers }, { founding }) {
    const data = encodeFunctionData({
      abi: foundingAbi,
      functionName: "write",
      args: [organisation, afterNumber, changes, people, invited, offers],
    });
    return callOf(founding, data);
  },
  sentence({ organisation, changes, invited, offers }, view) {
    const { verb } = VERBS.write;
    const parts = [
      ...(changes.length === 0 ? [] : [changesInShort(view, null, changes)]),
      ...(invited.length === 0
        ? []
        : [`${VERBS.invite.verb} ${invited.map((one) => inviteeName(view, one)).join(", ")}`]),
      ...offers.map(
        ({ role, person }) =>
          `${VERBS.offer.verb} ${roleName(view, role, changes)} to ${personName(view, person)}`,
      ),
    ];
    return `In founding ${organisationName(view, organisation)} I ${verb}: ${parts.join("; ")}.`;
  },
  fields({ organisation, afterNumber, changes, people, invited, offers }, view) {
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      { label: "After event", value: String(afterNumber) },
      ...changeFields(view, null, changes),
      { label: "People seated or unseated", value: peopleInFull(view, people) },
      ...invited.map((one) => ({ label: "Invited", value: inviteeInFull(view, one) })),
      ...offers.map(({ role, person }) => ({
        label: "Offer",
        value: `${roleName(view, role, changes)} to ${personInFull(view, person)}`,
      })),
    ];
  },
};
