import { SelectField } from "#app/components/Field.tsx";
import type { DraftChange } from "#app/words/draft.ts";
import { presetPart } from "#app/words/draft.ts";
import { Flags } from "#sdk/flags.ts";
import type { PresetName } from "#sdk/presets.ts";
import { PRESETS } from "#sdk/presets.ts";

interface Props {
  readonly change: DraftChange;
  readonly atAnchor: boolean;
  readonly set: (part: Partial<DraftChange>) => void;
}

const NAMES = Object.keys(PRESETS) as PresetName[];
const OWN = "";

/** A known set of rules to begin with; what differs from every one of them is said to be its own. */
export function Presets({ change, atAnchor, set }: Props) {
  const found = NAMES.find((name) => isPreset(change, name));
  const sentence =
    found === undefined
      ? "A known set of rules fills in the fields below; each can be changed after."
      : PRESETS[found].sentence;
  return (
    <SelectField
      label="A known set of rules"
      value={found ?? OWN}
      options={[
        ...(found === undefined ? [{ value: OWN, label: "its own" }] : []),
        ...NAMES.map((name) => ({ value: name, label: PRESETS[name].name })),
      ]}
      onChange={(name) => {
        if (name !== OWN) set(presetPart(change, name as PresetName));
      }}
      hint={atAnchor ? `${sentence} The right to a meeting stays as it was founded.` : sentence}
    />
  );
}

/** Whether the fields say what a preset does, but for the right to a meeting, which nobody changes. */
function isPreset(change: DraftChange, name: PresetName): boolean {
  const part = presetPart(change, name);
  const keys = Object.keys(part) as (keyof typeof part)[];
  return keys.every((key) =>
    key === "flags"
      ? (change.flags & ~Flags.MEETING_RIGHT) === (part.flags & ~Flags.MEETING_RIGHT)
      : change[key] === part[key],
  );
}
