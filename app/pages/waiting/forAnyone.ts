import type { Looking } from "#app/pages/waiting/item.ts";
import { isSame } from "#app/words/people.ts";
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
    .filter((proposal) => statusOf(proposal, now) === Status.Adopted)
    .sort((one, other) => one.closesAt - other.closesAt);
}
