import { Flags, has } from "../../flags.ts";
import { ChangeKind } from "../changeKind.ts";
import type { Act, Settings } from "../events.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, roleAt } from "./draft.ts";
import { checkKind } from "./structure.ts";
import type { Cause } from "./unfinished.ts";
import { causeOf, checkPart } from "./unfinished.ts";

const DAY = 86_400;
const SHORTEST_WINDOW = 3 * DAY;
const LONGEST_WINDOW = 60 * DAY;
const SHORTEST_NOTICE = DAY;
const LONGEST_NOTICE = 14 * DAY;
const MOST_REPS = 3;
const ALL_FLAGS = Object.values(Flags).reduce((all, flag) => all | flag, 0);

export const settingsSet: Apply<"SettingsSet"> = (draft, act) => {
  const { settings, revision } = act.args;
  const circle = roleAt(draft, act, act.subject);
  const isAnchor = circle.circle === null;
  const cause = causeOf(draft, act, null);
  const before = draft.settings.get(circle.id)?.revision ?? 0;
  const change = checkKind(act, cause, ChangeKind.Configure, circle.id, before);
  if (change !== null) {
    checkPart(
      act,
      "settings",
      [settings],
      change.settings.map((it) => resolved(it, cause)),
    );
  }
  check(act, cause.circle === null || cause.circle === circle.id, "it is out of reach");
  checkEqual(act, "revision", revision, before + 1);
  checkBounds(act, settings, isAnchor);
  checkRights(draft, act, settings, isAnchor);
  checkNamed(draft, act, settings, circle.id);
  draft.settings.set(circle.id, { settings, revision });
};

function resolved(settings: Settings, { resolve }: Cause): Settings {
  const meant = (role: bigint) => (role === 0n ? 0n : resolve(role));
  return {
    ...settings,
    admission: meant(settings.admission),
    assigner: meant(settings.assigner),
    appointer: meant(settings.appointer),
  };
}

/** Refuse times that are too short or too long (only an inner circle may have none of its own), or wrong flags. */
export function checkBounds(act: Act, settings: Settings, isAnchor: boolean): void {
  const { window, notice, flags, reps } = settings;
  checkTime(act, "window", window, SHORTEST_WINDOW, LONGEST_WINDOW, isAnchor);
  checkTime(act, "notice", notice, SHORTEST_NOTICE, LONGEST_NOTICE, isAnchor);
  const both = has(flags, Flags.ASYNC_ONLY) && has(flags, Flags.MEETING_RIGHT);
  check(act, flags <= ALL_FLAGS && !both, `flags ${flags} are unknown or contradict each other`);
  check(act, reps <= MOST_REPS, `${reps} representatives are too many`);
}

function checkTime(
  act: Act,
  name: string,
  time: number,
  shortest: number,
  longest: number,
  isAnchor: boolean,
): void {
  const within = (time >= shortest && time <= longest) || (time === 0 && !isAnchor);
  check(act, within, `a ${name} of ${time} seconds is out of bounds`);
}

/** A right to meetings is an anchor's from its founding, for ever, and then no circle goes without. */
function checkRights(draft: Draft, act: Act, settings: Settings, isAnchor: boolean): void {
  const anchors = draft.settings.get(draft.anchor)?.settings.flags ?? 0;
  const right = has(anchors, Flags.MEETING_RIGHT);
  const kept = has(settings.flags, Flags.MEETING_RIGHT) === (isAnchor && right);
  check(act, kept, "a right to meetings is the anchor's alone, from its founding and for ever");
  const signed = has(anchors, Flags.RATIFIERS_SIGN);
  const asFounded = has(settings.flags, Flags.RATIFIERS_SIGN) === (isAnchor && signed);
  check(act, asFounded, "whether ratifiers sign is the anchor's, from its founding and for ever");
  const without = right && has(settings.flags, Flags.ASYNC_ONLY);
  check(act, !without, "the anchor's right to meetings holds here too");
}

/** Refuse roles that the settings cannot name. */
function checkNamed(draft: Draft, act: Act, settings: Settings, circle: bigint): void {
  const isAnchor = circle === draft.anchor;
  const { admission, assigner, appointer } = settings;
  if (admission !== 0n) {
    check(act, isAnchor, "only the anchor's settings name who admits");
    roleAt(draft, act, admission);
  }
  if (assigner !== 0n) {
    const named = roleAt(draft, act, assigner);
    const inside = isAnchor || named.circle === circle;
    check(act, inside, "who assigns in an inner circle is a role in the circle itself");
  }
  if (appointer === 0n) return;
  const named = roleAt(draft, act, appointer);
  const inside = !isAnchor && named.circle === circle;
  check(act, inside, "who appoints representatives is a role in the circle itself");
}
