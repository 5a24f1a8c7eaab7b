import { useCallback, useState } from "react";

import { Button } from "#app/components/Button.tsx";
import { Dialog } from "#app/components/Dialog.tsx";
import { SelectField, TextField } from "#app/components/Field.tsx";
import { Segments } from "#app/components/Segments.tsx";
import { rolesIn } from "#app/model/roles.ts";
import type { View } from "#app/model/view.ts";
import { useSign, useView } from "#app/model/view.ts";
import { QUESTIONS } from "#app/pages/parts/Objection.tsx";
import { useDraft } from "#app/pages/parts/useDraft.ts";
import { MOST_TEXT, textFault } from "#app/words/limits.ts";
import { voiceName } from "#app/words/people.ts";
import type { Proposal, Role } from "#sdk/chronicle/organisation.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";

const HINTS = {
  harm: "Which work of the circle would suffer, and how?",
  limits: "Which of your roles, and what could it no longer do?",
  cause: "What is so today, and would stay so without it?",
  certainty: "Why is this not only feared, or why could the circle not change course in time?",
} as const;

type Key = keyof typeof HINTS | "rule";
type Texts = Readonly<Record<Key, string>>;

const NOTHING: Texts = { harm: "", limits: "", cause: "", certainty: "", rule: "" };
const WAYS = [
  { value: "arguments", label: "Four arguments" },
  { value: "rule", label: "A rule it would break" },
] as const;

const blank = () => NOTHING;
const fits = (kept: unknown): kept is Texts =>
  typeof kept === "object" &&
  kept !== null &&
  Object.keys(NOTHING).every((key) => typeof (kept as Record<string, unknown>)[key] === "string");

interface Props {
  readonly proposal: Proposal;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The roles for which the reader can speak; for whoever has left, any role of the circle: recorded as said. */
function voicesIn(view: View, circle: bigint): readonly Role[] {
  const seated = rolesIn(view, circle);
  if (seated.length > 0) return seated;
  const inner = view.organisation.roles.get(circle)?.inner ?? [];
  return inner.flatMap((id) => view.organisation.roles.get(id) ?? []);
}

/** An objection's words: the four arguments, or the rule that would be broken. */
export function ObjectionForm({ proposal, open, onClose }: Props) {
  const view = useView();
  const sign = useSign();
  const voices = voicesIn(view, proposal.circle);
  const [chosen, setRole] = useState<string | null>(null);
  // Who looks may change while the form is there; a departed member's role is recorded as said.
  const voice = voices.find(({ id }) => String(id) === chosen) ?? voices[0];
  const role = voice?.id ?? proposal.asRole;
  const [way, setWay] = useState<string>("arguments");
  const [tried, setTried] = useState(false);
  const draft = useDraft(`objection/${proposal.id}`, blank, fits);
  const { version } = currentVersion(proposal);
  const needed: readonly Key[] = way === "rule" ? ["rule"] : QUESTIONS.map(([key]) => key);
  const faults = needed.filter((key) => textFault(draft.value[key]) !== undefined);
  const write = useCallback(
    (key: Key, text: string) => draft.set((before) => ({ ...before, [key]: text })),
    [draft.set],
  );

  function go() {
    setTried(true);
    if (faults.length > 0) return;
    const objection = { ...NOTHING };
    for (const key of needed) Object.assign(objection, { [key]: draft.value[key].trim() });
    onClose();
    sign(
      "object",
      { proposal: proposal.id, version, asRole: role, objection },
      { onDone: draft.forget },
    );
  }

  const field = (key: Key, label: string, hint: string) => (
    <TextField
      key={key}
      label={label}
      hint={hint}
      rows={3}
      maxBytes={MOST_TEXT}
      value={draft.value[key]}
      onChange={(text) => write(key, text)}
      error={tried ? textFault(draft.value[key]) : undefined}
    />
  );

  return (
    <Dialog title={`Object to version ${version}`} open={open} onClose={onClose} wide>
      <div className="form sin">
        {voices.length > 0 && (
          <SelectField
            label="For which role"
            value={String(role)}
            onChange={setRole}
            options={voices.map((voice) => ({
              value: String(voice.id),
              label: voiceName(voice, proposal.circle),
            }))}
          />
        )}
        <Segments label="Grounds" options={WAYS} value={way} onChange={setWay} />
        {way === "arguments"
          ? QUESTIONS.map(([key, title]) => field(key, title, HINTS[key]))
          : field("rule", "Adopting it would break a rule", "Which rule, and where does it stand?")}
        <p className="note">
          It stops the proposal. It stands until you withdraw it, or resolve it by a later version;
          being removed from your role does not end it.
        </p>
        <div className="acts">
          <Button kind="main" onClick={go}>
            Look at it and sign
          </Button>
          <Button onClick={onClose}>Keep it for later</Button>
        </div>
      </div>
    </Dialog>
  );
}
