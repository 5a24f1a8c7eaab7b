import { Act } from "#app/components/Act.tsx";
import { Button } from "#app/components/Button.tsx";
import { canEndStandIn } from "#app/model/can/canEndStandIn.ts";
import { canStandIn } from "#app/model/can/canStandIn.ts";
import { matterOf } from "#app/model/can/judging.ts";
import { useSign, useView } from "#app/model/view.ts";
import { bySomebody } from "#app/pages/parts/speaking.ts";
import { roleName } from "#app/words/changes.ts";
import { OFFICE_NAMES } from "#sdk/acts/names.ts";
import type { Office } from "#sdk/chronicle/offices.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";

interface Props {
  readonly proposal: Proposal;
  readonly office: Office;
  /** The circle whose office it is; the proposal's own where it is left out. */
  readonly rung?: bigint;
}

/** Declaring to stand in for an office in the matter of one proposal. */
export function StandInAct({ proposal, office, rung = proposal.circle }: Props) {
  const view = useView();
  const sign = useSign();
  const matter = matterOf(proposal, rung);
  const what = `${OFFICE_NAMES[office]} of ${roleName(view.organisation, rung)}`;
  const data = { process: view.contracts.facilitation, matter: proposal.id, circle: rung, office };
  if (canEndStandIn(view, matter, office).ok) {
    return (
      <Button small onClick={() => sign("endStandIn", data)}>
        Act as {what} yourself
      </Button>
    );
  }
  return (
    <Act
      small
      can={bySomebody(view, canStandIn(view, matter, office))}
      question={`Why can’t I stand in as ${what}?`}
      onAct={() => sign("standIn", data)}
    >
      Stand in as {what}
    </Act>
  );
}
