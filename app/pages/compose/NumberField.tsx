import { TextField } from "#app/components/Field.tsx";

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
  readonly error?: string | undefined;
}

/** A small number; empty for none. */
export function NumberField({ value, most, onChange, ...around }: Props) {
  return (
    <TextField
      {...around}
      inputMode="numeric"
      value={value === 0 ? "" : String(value)}
      onChange={(text) => onChange(Math.min(most, Number(text.replace(/\D/g, ""))))}
    />
  );
}
