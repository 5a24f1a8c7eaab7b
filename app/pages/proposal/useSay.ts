import { useCallback, useState } from "react";

/** Which of several forms is open; "" for none. */
export function useSay<name extends string>(): {
  readonly form: name | "";
  readonly say: (form: name) => void;
  readonly close: () => void;
} {
  const [form, say] = useState<name | "">("");
  const close = useCallback(() => say(""), []);
  return { form, say, close };
}
