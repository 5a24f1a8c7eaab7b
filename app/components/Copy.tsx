import { useState } from "react";

import { Icon } from "#app/components/Icon.tsx";

/** Copies a value, and says so. */
export function Copy({ value, label }: { readonly value: string; readonly label: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <button type="button" className="copy" aria-label={label} onClick={copy}>
      <Icon name="copy" size={16} />
      <span aria-live="polite">{copied ? "Copied" : ""}</span>
    </button>
  );
}
