import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { isProposer, notIn, peopleText } from "#app/model/can/common.ts";
import { undecided } from "#app/model/can/judging.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { isMember, isObjecting } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can say something about a proposal, beside the answers that count. */
export function canRemark(view: Standpoint, proposal: Proposal): Can {
  return all(
    () => undecided(view, proposal, "People speak about it"),
    () => heard(view, proposal),
  );
}

function heard(view: Standpoint, proposal: Proposal): Can {
  const { organisation, me } = view;
  if (me === null || isMember(organisation, proposal.circle, me)) return YES;
  if (isProposer(view, proposal) || isObjecting(proposal, me)) return YES;
  const name = roleName(organisation, proposal.circle);
  const members = organisation.roles.get(proposal.circle)?.members ?? [];
  return no(
    `Members of ${name} speak here, its proposer, and whoever's objection stands.`,
    notIn(view, me),
    `Tell a member: ${peopleText(view, members)}.`,
  );
}
