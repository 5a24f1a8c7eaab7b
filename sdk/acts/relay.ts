import type { Signed } from "../voice/signed.ts";
import { actorOf, relayAll } from "../voice/signed.ts";
import { titleOf } from "../voice/titleOf.ts";
import type { ActDefinition, View } from "./act.ts";
import { dateOf, personName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What others have signed. */
export interface RelayData {
  readonly acts: readonly Signed[];
}

/** Send what others have signed. */
export const relay: ActDefinition<RelayData> = {
  call({ acts }, { voice }) {
    return relayAll(voice, acts);
  },
  sentence({ acts }, view) {
    const { verb } = VERBS.relay;
    const list = acts.map((act) => inShort(act, view)).join("; ");
    return `I ${verb} what others have signed: ${list}.`;
  },
  fields({ acts }, view) {
    return acts.flatMap((act, i) => [
      { label: `Act ${i + 1}`, value: inShort(act, view) },
      { label: `Act ${i + 1}, can be relayed until`, value: dateOf(act.deadline) },
    ]);
  },
};

/** "Anna: have no objection to a proposal". */
function inShort(act: Signed, view: View): string {
  const title = titleOf(act);
  return `${personName(view, actorOf(act.signer))}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
