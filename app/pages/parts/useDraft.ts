import { useCallback, useEffect, useState } from "react";

import { useView } from "#app/model/view.ts";

interface Draft<Value> {
  readonly value: Value;
  readonly set: (change: (before: Value) => Value) => void;
  /** When it was last kept on this device, in milliseconds; undefined while untouched. */
  readonly savedAt: number | undefined;
  readonly forget: () => void;
}

/**
 * What somebody writes, kept on this device until it is signed or forgotten.
 * @param first What stands there first; also what a kept draft of another shape gives way to.
 */
export function useDraft<Value extends object>(
  key: string,
  first: () => Value,
  fits: (kept: unknown) => kept is Value,
): Draft<Value> {
  const { chainId, organisation } = useView();
  const name = `consentric/draft/${chainId}/${organisation.circles.toLowerCase()}/${key}`;
  const [{ value, savedAt }, setState] = useState(
    () => read(name, fits) ?? { value: first(), savedAt: undefined },
  );

  useEffect(() => {
    if (savedAt === undefined) return;
    const timer = setTimeout(() => write(name, value, savedAt), 250);
    return () => clearTimeout(timer);
  }, [name, value, savedAt]);

  const set = useCallback((change: (before: Value) => Value) => {
    setState((before) => ({ value: change(before.value), savedAt: Date.now() }));
  }, []);
  const forget = useCallback(() => {
    try {
      localStorage.removeItem(name);
    } catch {
      // Without storage there is nothing to forget.
    }
    setState({ value: first(), savedAt: undefined });
  }, [name, first]);
  return { value, set, savedAt, forget };
}

function read<Value>(name: string, fits: (kept: unknown) => kept is Value) {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    if (typeof kept !== "object" || kept === null) return undefined;
    const { value, savedAt } = kept as { readonly value?: unknown; readonly savedAt?: unknown };
    return fits(value) && typeof savedAt === "number" ? { value, savedAt } : undefined;
  } catch {
    return undefined;
  }
}

function write(name: string, value: object, savedAt: number): void {
  try {
    localStorage.setItem(name, JSON.stringify({ value, savedAt }));
  } catch {
    // A device without room or permission keeps the draft for as long as the page is open.
  }
}
