import type { Can } from "#app/model/can/can.ts";
import { all } from "#app/model/can/can.ts";
import { fresh, judges, undecided } from "#app/model/can/judging.ts";
import type { Standpoint } from "#app/model/view.ts";
import { DropReason } from "#sdk/chronicle/judgements.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can judge that a proposal is to be dropped. For which reasons: `dropReasons`. */
export function canDrop(view: Standpoint, proposal: Proposal): Can {
  return all(
    () => undecided(view, proposal, "A proposal is judged"),
    () => judges(view, proposal, Office.Facilitator, null),
    () => fresh(view, proposal, null),
  );
}

/** The reasons for which a proposal can be dropped now: the closed list, as far as it fits this version. */
export function dropReasons(proposal: Proposal): readonly [DropReason, ...DropReason[]] {
  const { version, reality } = currentVersion(proposal);
  const broken = proposal.rulings.some((it) => it.violates && it.version === version);
  return [
    DropReason.NoTension,
    ...(reality ? [] : [DropReason.NoExample, DropReason.NoExplanation]),
    DropReason.Unanswered,
    DropReason.Unargued,
    ...(broken ? [DropReason.NotGovernance] : []),
  ];
}
