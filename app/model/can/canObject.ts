import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { inSomeRole, isProposer, notIn, peopleText, windowOpen } from "#app/model/can/common.ts";
import { keepsStandingIn, samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { momentText } from "#app/words/time.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion, isMember, seatOf } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can object to a proposal's current version. */
export function canObject(view: Standpoint, proposal: Proposal): Can {
  return all(
    () => windowOpen(view, proposal, "Objections"),
    () => notOwn(view, proposal),
    () => standing(view, proposal),
    () => notTwice(view, proposal),
  );
}

function notOwn(view: Standpoint, proposal: Proposal): Can {
  if (!isProposer(view, proposal)) return YES;
  return no("Nobody objects to their own proposal.", "You proposed it.", "Amend or withdraw it.");
}

function standing(view: Standpoint, proposal: Proposal): Can {
  const { organisation, me } = view;
  const { circle, standingFrom } = proposal;
  if (me === null || keepsStandingIn(view, circle, standingFrom)) return YES;
  if (isMember(organisation, circle, me)) return inSomeRole(view, circle);
  const endedAt = seatOf(organisation, circle, me)?.endedAt ?? 0;
  const name = roleName(organisation, circle);
  return no(
    `Members of ${name} object, and whoever was one until shortly before it was opened.`,
    endedAt > 0
      ? `You left ${name} on ${momentText(endedAt)}, before ${momentText(standingFrom)}.`
      : notIn(view, me),
    `Tell a member: ${peopleText(view, organisation.roles.get(circle)?.members ?? [])}.`,
  );
}

function notTwice({ me }: Standpoint, proposal: Proposal): Can {
  const { version } = currentVersion(proposal);
  const mine = proposal.objections.find(
    (objection) => me !== null && objection.version === version && samePerson(objection.by, me),
  );
  if (mine === undefined) return YES;
  return no(
    "One objection for each member and version.",
    mine.ended === null
      ? `Your objection to version ${version} stands.`
      : `You objected to version ${version} and withdrew it.`,
    "The proposer can amend it; then you can answer anew.",
  );
}
