/** What viem's errors and wallets' errors have in common. */
export interface Coded {
  readonly code?: number;
  readonly shortMessage?: string;
  readonly message: string;
}

export function isCoded(error: unknown): error is Coded & { shortMessage: string } {
  return (
    error instanceof Error && "shortMessage" in error && typeof error.shortMessage === "string"
  );
}

/** The first code in an error or its causes that says something: 4001 when the person declined. */
export function codeOf(error: unknown): number | undefined {
  for (let each = error; typeof each === "object" && each !== null; ) {
    const { code, cause, data } = each as { code?: unknown; cause?: unknown; data?: unknown };
    if (typeof code === "number" && code !== -32603) return code;
    const inner = (data as { originalError?: unknown } | undefined)?.originalError;
    each = inner ?? cause;
  }
  return undefined;
}

/** What an error says in one line. */
export function lineOf(error: unknown): string {
  if (isCoded(error)) return error.shortMessage;
  if (error instanceof Error) return error.message.split("\n")[0] ?? error.message;
  if (typeof error === "object" && error !== null && "message" in error)
    return String(error.message);
  return String(error);
}
