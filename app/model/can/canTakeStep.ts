import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { matterOfMeeting, ongoing, present } from "#app/model/can/meeting.ts";
import { acting } from "#app/model/can/officers.ts";
import type { Standpoint } from "#app/model/view.ts";
import { ITEM_WORDS } from "#app/words/meetings.ts";
import type { Item, Meeting } from "#sdk/chronicle/meetings.ts";
import { ItemStep } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";

const RULE = "The facilitator takes one item after the other, step by step.";

/** Whether somebody can take an item to a step. */
export function canTakeStep(view: Standpoint, meeting: Meeting, item: Item, step: ItemStep): Can {
  return all(
    () => ongoing(view, meeting, RULE),
    () => follows(item, step),
    () => acting(view, matterOfMeeting(meeting), Office.Facilitator, RULE),
    () => present(view, meeting),
    () => inHand(view, meeting, step),
  );
}

/** The steps to which an item can go from where it stands, the next one first. */
export function stepsFrom(item: Pick<Item, "step" | "proposal">): readonly ItemStep[] {
  const { step, proposal } = item;
  switch (step) {
    case ItemStep.Adopted:
    case ItemStep.Closed:
      return [];
    case ItemStep.None:
      return [ItemStep.Presenting, ItemStep.Closed];
    case ItemStep.Presenting:
      return [ItemStep.Clarifying, ItemStep.Closed];
    case ItemStep.Clarifying:
      return [ItemStep.Reacting, ItemStep.Closed];
    case ItemStep.Reacting:
      return [ItemStep.Amending, ItemStep.Closed];
    case ItemStep.Objecting:
      return [ItemStep.Integrating, ItemStep.Closed];
    case ItemStep.Amending:
    case ItemStep.Integrating:
      return proposal === 0n ? [ItemStep.Closed] : [ItemStep.Objecting, ItemStep.Closed];
  }
}

function follows(item: Item, step: ItemStep): Can {
  if (stepsFrom(item).includes(step)) return YES;
  const at = ITEM_WORDS[item.step].title.toLowerCase();
  return no(RULE, `It stands at: ${at}.`, "Take it to the step that follows.");
}

function inHand({ organisation }: Standpoint, meeting: Meeting, step: ItemStep): Can {
  if (step !== ItemStep.Presenting || meeting.current === 0n) return YES;
  const label = organisation.items.get(meeting.current)?.label ?? "another item";
  return no("One item is in hand at a time.", `“${label}” is.`, "Close it, or adopt it, first.");
}
