import type { Settings } from "#sdk/chronicle/events.ts";
import { Flags, has } from "#sdk/flags.ts";
import { PRESETS } from "#sdk/presets.ts";
import type { FoundingFile } from "./file.ts";

const DAY = 86_400;

type Said = Pick<
  FoundingFile,
  "windowDays" | "noticeDays" | "flags" | "attention" | "quorum" | "reps"
>;

/** The anchor's settings: those of the preset, with what the file says beside it. They name no role yet. */
export function anchorSettings(file: FoundingFile): Settings {
  return withSaid(PRESETS[file.preset].settings, file);
}

/**
 * A circle's own settings, as far as it says any: what it leaves out is the anchor's, which it would have without
 * settings of its own. Undefined for a circle that says nothing.
 * @param appointer The role that appoints its representatives; 0 for none.
 */
export function circleSettings(
  file: FoundingFile,
  circle: FoundingFile["circles"][number],
  appointer: bigint,
): Settings | undefined {
  const { windowDays, noticeDays, flags, attention, quorum, reps } = circle;
  const said = [windowDays, noticeDays, flags, attention, quorum, reps, circle.appointer];
  if (said.every((one) => one === undefined)) return undefined;
  const anchors = anchorSettings(file);
  const inherited = has(anchors.flags, Flags.MEETING_RIGHT)
    ? anchors.flags - Flags.MEETING_RIGHT
    : anchors.flags;
  return { ...withSaid({ ...anchors, window: 0, notice: 0, flags: inherited }, circle), appointer };
}

function withSaid(base: Settings, said: Said): Settings {
  const { windowDays, noticeDays, flags, attention, quorum, reps } = said;
  return {
    ...base,
    window: windowDays === undefined ? base.window : windowDays * DAY,
    notice: noticeDays === undefined ? base.notice : noticeDays * DAY,
    flags: flags?.reduce((set, flag) => set | Flags[flag], 0) ?? base.flags,
    attention: attention ?? base.attention,
    quorum: quorum ?? base.quorum,
    reps: reps ?? base.reps,
  };
}
