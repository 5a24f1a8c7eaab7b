import type { Settings } from "./chronicle/events.ts";
import { NO_SETTINGS } from "./chronicle/organisation.ts";
import { Flags } from "./flags.ts";

const DAY = 86_400;

/** Settings of an anchor to begin with, by name. */
export interface Preset {
  readonly name: string;
  /** What it changes, in a sentence. */
  readonly sentence: string;
  readonly settings: Settings;
}

const BASE: Settings = { ...NO_SETTINGS, window: 5 * DAY, notice: 3 * DAY, reps: 1 };

/** The rule sets that a founding can begin with. They fix nothing for ever but `MEETING_RIGHT`. */
export const PRESETS = {
  v5: {
    name: "Version 5",
    sentence:
      "Silence is consent after five days; anybody may stop a proposal by asking for a meeting, unless a circle's settings say otherwise.",
    settings: BASE,
  },
  "v4.1": {
    name: "Version 4.1",
    sentence:
      "A proposal that only records what happens already needs no example; a circle's lead is not its facilitator; no circle may ever take away the right to ask for a meeting.",
    settings: {
      ...BASE,
      flags: Flags.REALITY | Flags.NO_LEAD_FACILITATOR | Flags.MEETING_RIGHT,
    },
  },
  sociocratic: {
    name: "Sociocratic",
    sentence:
      "Roles are filled by election too; silence is consent after seven days once three members have confirmed; a meeting adopts only with three members present, and the right to ask for one is for ever.",
    settings: {
      ...BASE,
      window: 7 * DAY,
      attention: 3,
      quorum: 3,
      flags: Flags.ELECTIVE | Flags.MEETING_RIGHT,
    },
  },
  windowless: {
    name: "Windowless",
    sentence:
      "In the circles inside the anchor silence is no consent: only everybody's confirmation adopts a proposal. At the anchor itself the window of five days holds.",
    settings: { ...BASE, flags: Flags.WINDOWLESS },
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;
