import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { bringerOf, ongoing, present } from "#app/model/can/meeting.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { ITEM_WORDS } from "#app/words/meetings.ts";
import type { Item, Meeting } from "#sdk/chronicle/meetings.ts";
import { ItemStep } from "#sdk/chronicle/meetings.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can say to have no objection in an item's round. */
export function canConfirmItem(view: Standpoint, meeting: Meeting, item: Item): Can {
  const rule = "Whoever is present answers in the objection round.";
  return all(
    () => ongoing(view, meeting, rule),
    () => inRound(view, item, rule),
    () => present(view, meeting),
    () => notOwn(view, item),
    () => notTwice(view, item),
  );
}

/** Only in an objection round, about the version that is current. */
export function inRound({ organisation }: Standpoint, item: Item, rule: string): Can {
  if (item.step !== ItemStep.Objecting) {
    const { title, word } = ITEM_WORDS[item.step];
    return no(rule, `${title}: ${word}.`, "The facilitator opens the round.");
  }
  const proposal = organisation.proposals.get(item.proposal);
  const version = proposal === undefined ? 0 : currentVersion(proposal).version;
  if (version === item.version) return YES;
  return no(
    "A round is about one version.",
    `The round is about version ${item.version}; the proposal is at version ${version}.`,
    "The facilitator goes to integration and opens another round.",
  );
}

function notOwn(view: Standpoint, item: Item): Can {
  if (view.me === null || !samePerson(bringerOf(view, item), view.me)) return YES;
  return no("The proposer’s own consent is implied.", "You proposed it.", "Wait for the others.");
}

function notTwice({ me }: Standpoint, { confirmed }: Item): Can {
  if (me === null || !confirmed.some((one) => samePerson(one, me))) return YES;
  return no("One confirmation in each round.", "You have confirmed.", "Wait for the others.");
}
