import type { ActDefinition } from "./act.ts";
import { matterName, roleName } from "./describe.ts";
import { nameIn, OFFICE_NAMES } from "./names.ts";
import type { StandInData } from "./standIn.ts";
import { standIn } from "./standIn.ts";
import { VERBS } from "./verbs.ts";

/** End what somebody has declared in one's own place: the contract takes a holder's own declaration for that. */
export const endStandIn: ActDefinition<StandInData> = {
  call: standIn.call,
  sentence({ matter, circle, office }, view) {
    const { verb } = VERBS.endStandIn;
    const what = nameIn(OFFICE_NAMES, office);
    const where = `${roleName(view, circle)} in ${matterName(view, matter)}`;
    return `I ${verb} what was declared in my place, and act as ${what} of ${where}.`;
  },
  fields: standIn.fields,
};
