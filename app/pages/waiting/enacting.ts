import type { ItemAct } from "#app/pages/waiting/item.ts";
import { reasonsHash } from "#sdk/acts/content.ts";
import { peopleOf } from "#sdk/acts/people.ts";
import type { Organisation, Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";

/** Enacting an adopted proposal. */
export function enacting(organisation: Organisation, proposal: Proposal): ItemAct {
  const { changes, reasons } = currentVersion(proposal);
  return {
    label: "Enact it",
    sign: (sign) =>
      sign("enact", {
        proposal: proposal.id,
        changes,
        reasonsHash: reasonsHash(reasons),
        people: peopleOf(organisation, proposal.circle, changes),
      }),
  };
}
