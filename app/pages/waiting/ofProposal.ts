import type { Item, Looking } from "#app/pages/waiting/item.ts";
import { proposalTitle } from "#app/words/acts.ts";
import { roleName } from "#app/words/changes.ts";
import { proposalPath } from "#app/words/paths.ts";
import { GRACE } from "#sdk/chronicle/lifecycle.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";
import { silentFromOf } from "#sdk/chronicle/statusOf.ts";

type Frame = Omit<Item, "because" | "silence" | "acts">;

/** What every item about a proposal shares. While its window counts it ends with that, else when the proposal lapses. */
export function ofProposal(
  { organisation }: Looking,
  proposal: Proposal,
  kind: string,
  tone: "open" | "escalated" | "done" = "open",
): Frame {
  const { id, circle, closesAt, proposer, asRole } = proposal;
  const { opensAt, windowless } = currentVersion(proposal);
  const end = closesAt + GRACE;
  return {
    kind,
    key: `${kind}${id}`,
    until: tone === "open" && !windowless ? silentFromOf(proposal) : end,
    mark: { opensAt, closesAt, tone },
    label: `Proposal in ${roleName(organisation, circle)}`,
    title: proposalTitle(organisation, proposal),
    href: proposalPath(id),
    by: { person: proposer, role: `for ${roleName(organisation, asRole)}` },
  };
}
