/**
 * Whether an act is open to somebody, and why not: the rule, what is true right now, and what helps. Every check of
 * the contracts that depends on the state has its line here; the contracts decide.
 * With nobody looking (`me` is null), only what binds everybody is checked: the sheet asks who signs.
 */
export type Can = { readonly ok: true } | Refused;

export interface Refused {
  readonly ok: false;
  /** The rule, as a sentence. */
  readonly rule: string;
  /** What is the case now, with names and numbers. */
  readonly now: string;
  /** An act, a person or a time. */
  readonly helps: string;
}

export const YES: Can = { ok: true };

export function no(rule: string, now: string, helps: string): Refused {
  return { ok: false, rule, now, helps };
}

/** The first that refuses, else yes. */
export function all(...checks: readonly (() => Can)[]): Can {
  for (const check of checks) {
    const can = check();
    if (!can.ok) return can;
  }
  return YES;
}
