import { type ReactNode, useId } from "react";

interface Around {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

const encoder = new TextEncoder();

/** What stands around a control: its name above, a hint and what is wrong below. */
function Field({
  id,
  label,
  hint,
  error,
  note,
  children,
}: Around & {
  readonly id: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className="field">
      <div className="fieldhead">
        <label htmlFor={id}>{label}</label>
        {note === undefined ? null : <span className="note num">{note}</span>}
      </div>
      {children}
      {hint === undefined || hint === null ? null : (
        <p className="note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p className="fielderror" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function describedBy(id: string, { hint, error }: Omit<Around, "label">): string | undefined {
  const ids = [
    hint === undefined || hint === null ? "" : `${id}-hint`,
    error === undefined ? "" : `${id}-error`,
  ].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** A text somebody writes; several rows make it grow. */
export function TextField({
  value,
  onChange,
  rows = 1,
  maxBytes,
  placeholder,
  inputMode,
  mono = false,
  required = false,
  ...around
}: Around & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  /** Contracts count bytes. */
  readonly maxBytes?: number;
  readonly placeholder?: string;
  readonly inputMode?: "text" | "decimal" | "numeric" | "url" | "search";
  readonly mono?: boolean;
  readonly required?: boolean;
}) {
  const id = useId();
  const bytes = maxBytes === undefined ? 0 : encoder.encode(value).length;
  const near = maxBytes !== undefined && bytes > 0.8 * maxBytes;
  const common = {
    id,
    value,
    placeholder,
    required,
    "aria-invalid": around.error === undefined ? undefined : true,
    "aria-describedby": describedBy(id, around),
  } as const;
  return (
    <Field id={id} {...around} note={near ? `${bytes} of ${maxBytes} bytes` : undefined}>
      {rows > 1 ? (
        <textarea
          {...common}
          className={mono ? "mono" : undefined}
          rows={rows}
          spellCheck={!mono}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          {...common}
          className={mono ? "mono" : undefined}
          type="text"
          inputMode={inputMode}
          autoComplete="off"
          spellCheck={!mono}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** One of a list. */
export function SelectField<value extends string>({
  value,
  options,
  onChange,
  ...around
}: Around & {
  readonly value: value;
  readonly options: readonly { readonly value: value; readonly label: string }[];
  readonly onChange: (value: value) => void;
}) {
  const id = useId();
  return (
    <Field id={id} {...around}>
      <select
        id={id}
        value={value}
        aria-describedby={describedBy(id, around)}
        onChange={(event) => onChange(event.target.value as value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A moment, in the reader's time; in seconds since 1970. */
export function MomentField({
  value,
  onChange,
  ...around
}: Around & { readonly value: number; readonly onChange: (value: number) => void }) {
  const id = useId();
  return (
    <Field id={id} {...around}>
      <input
        id={id}
        type="datetime-local"
        value={localText(value)}
        aria-invalid={around.error === undefined ? undefined : true}
        aria-describedby={describedBy(id, around)}
        onChange={(event) => {
          const time = new Date(event.target.value).getTime();
          if (!Number.isNaN(time)) onChange(Math.floor(time / 1000));
        }}
      />
    </Field>
  );
}

/** A moment as the browser's own control has it: "2026-02-16T09:30". */
function localText(seconds: number): string {
  const date = new Date(seconds * 1000);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
