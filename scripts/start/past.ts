import { electOfficers } from "./past/elections.ts";
import { adoptAllergens, integrateMachines } from "./past/integration.ts";
import { announceTheAwning, payForTheDoor } from "./past/money.ts";
import { discardTheLayout, dropTheBikes } from "./past/objections.ts";
import { callTheElection, callTheMeeting, proposeTheMondayList } from "./past/open.ts";
import type { Stage } from "./past/stage.ts";

/**
 * Plays what happened in Meander Commons, each act by its own person and at its time, up to the end: officers elected, a
 * role adopted, a domain objected to and integrated, an objection discarded, a payment announced and made, a proposal
 * dropped; and what is open: an announcement, proposals, an election, a meeting.
 */
export async function playPast(stage: Stage): Promise<void> {
  await electOfficers(stage);
  await adoptAllergens(stage);
  await integrateMachines(stage);
  await discardTheLayout(stage);
  await payForTheDoor(stage);
  await dropTheBikes(stage);
  await announceTheAwning(stage);
  await proposeTheMondayList(stage);
  await callTheMeeting(stage);
  await callTheElection(stage);
}
