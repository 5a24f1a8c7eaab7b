import { useState } from "react";

import { Button } from "#app/components/Button.tsx";
import { Dialog } from "#app/components/Dialog.tsx";
import { SelectField, TextField } from "#app/components/Field.tsx";
import { Segments } from "#app/components/Segments.tsx";
import { longFault, MOST_TEXT, textFault } from "#app/words/limits.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What it means, below the list. */
  readonly hint?: string;
}

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Something to choose besides the words. */
  readonly choice?: { readonly label: string; readonly options: readonly Choice[] } | undefined;
  readonly label: string;
  readonly hint?: string;
  /** Whether the words may stay empty. */
  readonly optional?: boolean;
  /** What it leads to. */
  readonly note: string;
  readonly onSay: (text: string, chosen: string) => void;
}

/** An act that is words, and perhaps a choice: a request, a finding, a judgement, an appeal. */
export function SayForm({
  title,
  open,
  onClose,
  choice,
  label,
  hint,
  optional = false,
  note,
  onSay,
}: Props) {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const options = choice?.options ?? [];
  // What there is to choose can change while the form is open.
  const option = options.find(({ value }) => value === chosen) ?? options[0];
  const fault = optional ? longFault(text) : textFault(text);

  function go() {
    setTried(true);
    if (fault !== undefined) return;
    onClose();
    onSay(text.trim(), option?.value ?? "");
  }

  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <div className="form sin">
        {choice !== undefined && option !== undefined && (
          <Choose {...choice} chosen={option} onChange={setChosen} />
        )}
        <TextField
          label={label}
          hint={hint}
          rows={4}
          maxBytes={MOST_TEXT}
          value={text}
          onChange={setText}
          error={tried ? fault : undefined}
        />
        <p className="note">{note}</p>
        <div className="acts">
          <Button kind="main" onClick={go}>
            Look at it and sign
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </div>
    </Dialog>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly options: readonly Choice[];
  readonly chosen: Choice;
  readonly onChange: (value: string) => void;
}

/** Two ways stand side by side; more are a list. */
function Choose({ label, options, chosen, onChange }: ChooseProps) {
  if (options.length === 2) {
    return <Segments label={label} options={options} value={chosen.value} onChange={onChange} />;
  }
  return (
    <SelectField
      label={label}
      options={options}
      value={chosen.value}
      onChange={onChange}
      hint={chosen.hint}
    />
  );
}
