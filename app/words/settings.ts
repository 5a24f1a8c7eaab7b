import { roleName } from "#app/words/changes.ts";
import { countText } from "#app/words/lists.ts";
import { spanText } from "#app/words/time.ts";
import { flagNames } from "#sdk/acts/names.ts";
import type { Settings } from "#sdk/chronicle/events.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

/** One thing that settings say. */
export interface SettingLine {
  readonly label: string;
  readonly text: string;
}

type Names = Pick<Organisation, "roles" | "removedRoles">;

/** All that the settings of a circle say, in the same lines for every circle. */
export function settingLines(
  record: Names,
  settings: Settings,
  atAnchor: boolean,
): readonly SettingLine[] {
  const { window, notice, flags, attention, quorum, reps } = settings;
  const { admission, assigner, appointer } = settings;
  const role = (id: bigint, none: string) => (id === 0n ? none : roleName(record, id));
  const time = (seconds: number) => (seconds === 0 ? "the anchor’s" : spanText(seconds));
  const people = (number: number) => countText(number, "member");
  return [
    { label: "Window", text: time(window) },
    { label: "Notice", text: time(notice) },
    { label: "Besides", text: flagNames(flags).join("; ") || "nothing" },
    { label: "Silence waits for", text: attention === 0 ? "nobody" : people(attention) },
    { label: "Quorum of a meeting", text: quorum === 0 ? "none" : people(quorum) },
    { label: "Each circle inside sends", text: countText(Math.max(reps, 1), "representative") },
    ...(atAnchor
      ? [
          { label: "Who admits partners", text: role(admission, "nobody: everybody may join") },
          {
            label: "Who offers its roles while nobody leads it",
            text: role(assigner, "nobody"),
          },
        ]
      : [
          { label: "Who assigns in it", text: role(assigner, "its leads") },
          {
            label: "Who appoints its representatives",
            text: role(appointer, "nobody: they are elected"),
          },
        ]),
  ];
}
