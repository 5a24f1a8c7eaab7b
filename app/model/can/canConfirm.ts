import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { isProposer, member, windowOpen } from "#app/model/can/common.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import {
  confirmationsNow,
  currentVersion,
  standingObjections,
} from "#sdk/chronicle/organisation.ts";

/** Whether somebody can say to have no objection to a proposal's current version. */
export function canConfirm(view: Standpoint, proposal: Proposal): Can {
  return all(
    () => windowOpen(view, proposal, "Confirmations"),
    () => member(view, proposal.circle, "confirm"),
    () => notOwn(view, proposal),
    () => noObjection(view, proposal),
    () => notTwice(view, proposal),
  );
}

function notOwn(view: Standpoint, proposal: Proposal): Can {
  if (!isProposer(view, proposal)) return YES;
  return no(
    "The proposer’s own consent is implied.",
    "You proposed it.",
    "Wait for the others, or amend it.",
  );
}

function noObjection({ me }: Standpoint, proposal: Proposal): Can {
  const mine = standingObjections(proposal).find(({ by }) => me !== null && samePerson(by, me));
  if (mine === undefined) return YES;
  return no(
    "Nobody confirms while their own objection stands.",
    `Your objection to version ${mine.version} stands.`,
    mine.version < currentVersion(proposal).version
      ? "Resolve it if the new version integrates it, or withdraw it."
      : "Withdraw it.",
  );
}

function notTwice({ me }: Standpoint, proposal: Proposal): Can {
  const said = confirmationsNow(proposal).some(({ by }) => me !== null && samePerson(by, me));
  if (!said) return YES;
  return no(
    "One confirmation for each member and version.",
    `You have said that you have no objection to version ${currentVersion(proposal).version}.`,
    "Nothing to do. Until the window closes you can still object.",
  );
}
