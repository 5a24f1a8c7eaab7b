/** What opening a version of a proposal fixes, as bits of a byte; the numbers are the contract's. */
export const Mark = {
  /** Confirmations alone can adopt it. */
  Early: 1,
  /** Silence is no consent to it. */
  Windowless: 2,
  /** It claims only to make the record say what happens already. */
  Reality: 4,
  /** A meeting stood or stands in its way at some time, in this version or an earlier one. */
  Suspended: 8,
  /** It is stopped while it is judged whether it is valid at all. */
  Stopped: 16,
  /** It is a special change: its window is long, and no meeting adopts it. */
  Special: 32,
} as const;

/** Whether a mark is set. */
export function hasMark(marks: number, mark: number): boolean {
  return (marks & mark) !== 0;
}
