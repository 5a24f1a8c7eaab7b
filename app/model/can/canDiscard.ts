import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { fresh, judges, stands, undecided } from "#app/model/can/judging.ts";
import type { Standpoint } from "#app/model/view.ts";
import { DiscardReason } from "#sdk/chronicle/judgements.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { lastObjectionOf, rulingOf } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can judge that an objection is to be discarded. For which reasons: `discardReasons`. */
export function canDiscard(view: Standpoint, proposal: Proposal, objector: Address): Can {
  return all(
    () => undecided(view, proposal, "An objection is judged"),
    () => stands(view, proposal, objector),
    () => judges(view, proposal, Office.Facilitator, objector),
    () => notBroken(view, proposal, objector),
    () => fresh(view, proposal, objector),
  );
}

function notBroken({ nameOf }: Standpoint, proposal: Proposal, objector: Address): Can {
  const ruling = rulingOf(proposal, objector);
  if (ruling?.violates !== true) return YES;
  return no(
    "An objection that names a broken rule always counts.",
    `${nameOf(ruling.by)} ruled that adopting it would break the rule.`,
    "The proposer amends it, or withdraws it.",
  );
}

const ARGUED = [
  DiscardReason.NoHarm,
  DiscardReason.NoLimit,
  DiscardReason.NoCause,
  DiscardReason.NoCertainty,
] as const;

const IN_BREAKDOWN = [DiscardReason.Illogical, DiscardReason.Irrelevant] as const;

/**
 * The reasons for which an objection can be discarded now: the closed list, as far as it fits this objection.
 * @param fallen Whether the circle is in breakdown.
 */
export function discardReasons(
  proposal: Proposal,
  objector: Address,
  fallen = false,
): readonly [DiscardReason, ...DiscardReason[]] {
  const byRule = (lastObjectionOf(proposal, objector)?.objection.rule ?? "") !== "";
  if (!byRule) return [...ARGUED, DiscardReason.Abandoned, ...(fallen ? IN_BREAKDOWN : [])];
  return rulingOf(proposal, objector) === undefined
    ? [DiscardReason.Abandoned]
    : [DiscardReason.NoViolation, DiscardReason.Abandoned];
}
