import type { Looking } from "#app/pages/waiting/item.ts";
import { isSame } from "#app/words/people.ts";
import { conflictsOf } from "#sdk/chronicle/conflictsOf.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** Adopted proposals of others, which anyone may enact; by the time left. */
export function forAnyone({
  organisation,
  me,
  now,
}: Pick<Looking, "organisation" | "me" | "now">): readonly Proposal[] {
  return [...organisation.proposals.values()]
    .filter((proposal) => !isSame(proposal.proposer, me))
    .filter((proposal) => isEnactable({ organisation, now }, proposal))
    .sort((one, other) => one.closesAt - other.closesAt);
}

/** Whether a proposal is adopted and the record has not moved away from it. */
export function isEnactable(
  { organisation, now }: Pick<Looking, "organisation" | "now">,
  proposal: Proposal,
): boolean {
  const adopted = statusOf(proposal, now) === Status.Adopted;
  return adopted && conflictsOf(organisation, proposal).length === 0;
}
