import type { Address } from "viem";

import type { Proposal } from "./organisation.ts";

/** Whether somebody has objected to the version of a proposal that is current, whatever became of it. */
export function hasObjected(proposal: Proposal, person: Address): boolean {
  const current = proposal.versions.length;
  const is = person.toLowerCase();
  return proposal.objections.some(
    ({ by, version }) => version === current && by.toLowerCase() === is,
  );
}
