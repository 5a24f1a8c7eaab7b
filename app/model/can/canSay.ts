import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { bringerOf, matterOfMeeting, ongoing, present } from "#app/model/can/meeting.ts";
import { actsFor } from "#app/model/offices.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { ITEM_WORDS } from "#app/words/meetings.ts";
import type { Item, Meeting } from "#sdk/chronicle/meetings.ts";
import { ItemStep } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";

/** Whether somebody has the word about an item. */
export function canSay(view: Standpoint, meeting: Meeting, item: Item): Can {
  const rule = "In each step some have the word, and the others listen.";
  return all(
    () => ongoing(view, meeting, rule),
    () => present(view, meeting),
    () => {
      if (hasTheWord(view, meeting, item)) return YES;
      const { title, word } = ITEM_WORDS[item.step];
      return no(rule, `${title}: ${word}.`, "Wait for the step in which you have it.");
    },
  );
}

function hasTheWord(view: Standpoint, meeting: Meeting, item: Item): boolean {
  const { me } = view;
  const own = me === null || samePerson(bringerOf(view, item), me);
  const { family, id, circle } = matterOfMeeting(meeting);
  switch (item.step) {
    case ItemStep.Presenting:
      return own;
    case ItemStep.Reacting:
      return me === null || !own;
    case ItemStep.Amending:
      return own || actsFor(view, family, id, circle, Office.Secretary, me);
    case ItemStep.Clarifying:
    case ItemStep.Objecting:
    case ItemStep.Integrating:
      return true;
    default:
      return false;
  }
}
