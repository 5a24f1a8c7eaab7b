import { SelectField, TextField } from "#app/components/Field.tsx";
import { useView } from "#app/model/view.ts";
import { Check } from "#app/pages/compose/Check.tsx";
import { NumberField } from "#app/pages/compose/NumberField.tsx";
import { Presets } from "#app/pages/compose/Presets.tsx";
import { roleName } from "#app/words/changes.ts";
import type { DraftChange } from "#app/words/draft.ts";
import { FLAG_WORDS, WINDOWLESS_AT_ANCHOR } from "#app/words/governing.ts";
import { DAY, spanText } from "#app/words/time.ts";
import { NO_SETTINGS } from "#sdk/chronicle/organisation.ts";
import { Flags, has } from "#sdk/flags.ts";

interface Props {
  readonly change: DraftChange;
  readonly circle: bigint;
  readonly fault: string | undefined;
  readonly set: (part: Partial<DraftChange>) => void;
}

const MOST_PEOPLE = 255;
const NOTICES = Array.from({ length: 14 }, (_, index) => (index + 1) * DAY);

/** All that a circle's settings say, in plain words. */
export function Settings({ change, circle, fault, set }: Props) {
  const { organisation } = useView();
  const atAnchor = circle === organisation.anchor;
  const anchors = organisation.settings.get(organisation.anchor)?.settings ?? NO_SETTINGS;
  const shared = (span: number) => ({
    value: "0",
    label: `as the outermost circle has it: ${spanText(span)}`,
  });
  return (
    <>
      <Presets change={change} atAnchor={atAnchor} set={set} />
      <TextField
        label="Window in days"
        inputMode="numeric"
        value={change.days}
        onChange={(days) => set({ days })}
        error={fault}
        hint={
          atAnchor
            ? "How long silence is not yet consent: 3 to 60 days. Circles without a window of their own share it."
            : "How long silence is not yet consent: 3 to 60 days. Empty: as the outermost circle has it."
        }
      />
      <SelectField
        label="Notice"
        value={String(change.notice)}
        options={[
          ...(atAnchor ? [] : [shared(anchors.notice)]),
          ...NOTICES.map((span) => ({ value: String(span), label: spanText(span) })),
        ]}
        onChange={(notice) => set({ notice: Number(notice) })}
        hint="The time for an appeal, for inviting to a meeting, for a stand-in, and for each step of an election."
      />
      <fieldset className="entries">
        <legend>How it governs itself</legend>
        <Ways change={change} atAnchor={atAnchor} set={set} />
      </fieldset>
      <NumberField
        label="Confirmations that silence waits for"
        value={change.attention}
        most={MOST_PEOPLE}
        onChange={(attention) => set({ attention })}
        hint="Empty: none. While fewer members have said “no objection”, silence waits up to 14 days longer; then it is consent even so."
      />
      <NumberField
        label="Members present for a meeting to adopt"
        value={change.quorum}
        most={MOST_PEOPLE}
        onChange={(quorum) => set({ quorum })}
        hint="Empty: no quorum."
      />
      <SelectField
        label="Representatives of each circle inside"
        value={String(Math.max(1, change.reps))}
        options={["1", "2", "3"].map((value) => ({ value, label: value }))}
        onChange={(reps) => set({ reps: Number(reps) })}
        hint="How many each of them sends here."
      />
      <Named change={change} circle={circle} atAnchor={atAnchor} set={set} />
    </>
  );
}

interface PartProps {
  readonly change: DraftChange;
  readonly atAnchor: boolean;
  readonly set: (part: Partial<DraftChange>) => void;
}

function Ways({ change, atAnchor, set }: PartProps) {
  const { organisation } = useView();
  const anchors = organisation.settings.get(organisation.anchor)?.settings ?? NO_SETTINGS;
  const right = has(anchors.flags, Flags.MEETING_RIGHT);
  const ways = FLAG_WORDS.filter(({ flag }) => !(right && flag === Flags.ASYNC_ONLY));
  return (
    <>
      {ways.map(({ flag, label, hint }) => (
        <Check
          key={flag}
          label={label}
          hint={flag === Flags.WINDOWLESS && atAnchor ? `${hint} ${WINDOWLESS_AT_ANCHOR}` : hint}
          checked={has(change.flags, flag)}
          onToggle={() => set({ flags: change.flags ^ flag })}
        />
      ))}
      {right && (
        <p className="note">
          The right to ask for a meeting is here for ever: since its founding no circle may take it
          away.
        </p>
      )}
    </>
  );
}

/** The roles that settings name: at the anchor who admits and who offers, else who appoints representatives. */
function Named({ change, circle, atAnchor, set }: PartProps & { readonly circle: bigint }) {
  const { organisation } = useView();
  const inner = organisation.roles.get(circle)?.inner ?? [];
  const named = inner.map((id) => ({ value: String(id), label: roleName(organisation, id) }));
  if (!atAnchor) {
    return (
      <>
        <SelectField
          label="Who assigns in it"
          value={change.assigner}
          options={[{ value: "0", label: "its leads" }, ...named]}
          onChange={(assigner) => set({ assigner })}
        />
        <SelectField
          label="Who appoints its representatives"
          value={change.appointer}
          options={[{ value: "0", label: "nobody: they are elected" }, ...named]}
          onChange={(appointer) => set({ appointer })}
        />
      </>
    );
  }
  return (
    <>
      <SelectField
        label="Who admits partners"
        value={change.admission}
        options={[{ value: "0", label: "nobody needs to: everybody may join" }, ...named]}
        onChange={(admission) => set({ admission })}
      />
      <SelectField
        label="Who offers its roles while nobody leads it"
        value={change.assigner}
        options={[{ value: "0", label: "nobody" }, ...named]}
        onChange={(assigner) => set({ assigner })}
      />
    </>
  );
}
