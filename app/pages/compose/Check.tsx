import { useId } from "react";

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

/** Something that holds or does not, with what it means. */
export function Check({ label, hint, checked, onToggle }: Props) {
  const id = useId();
  return (
    <div className="checkrow">
      <label className="check">
        <input type="checkbox" checked={checked} onChange={onToggle} aria-describedby={id} />
        {label}
      </label>
      <p className="note" id={id}>
        {hint}
      </p>
    </div>
  );
}
