import type { Address } from "viem";

import type { Organisation } from "./organisation.ts";
import { isObjecting, seatOf } from "./organisation.ts";

/**
 * Whether a person is barred from acting for an office in a matter of a process, because it is their own; undefined
 * when the history does not tell yet what process it is.
 */
export function isBarred(
  organisation: Organisation,
  process: Address,
  matter: bigint,
  person: Address,
): boolean | undefined {
  const { facilitation, elections, meetings, rulings, breakdowns } = organisation.contracts;
  if (process === meetings || process === breakdowns) return false;
  if (process === rulings) {
    const { interpretations, strikes } = organisation;
    return (interpretations.get(matter) ?? strikes.get(matter))?.acted.includes(person) ?? false;
  }
  if (process === elections) return organisation.elections.get(matter)?.candidate === person;
  if (process !== facilitation) return undefined;
  const proposal = organisation.proposals.get(matter);
  if (proposal === undefined || seatOf(organisation, proposal.circle, person) === undefined) {
    return false;
  }
  return proposal.proposer === person || isObjecting(proposal, person);
}
