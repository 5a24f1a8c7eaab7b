import { useLocation } from "wouter";

/** What one page tells the next; kept by the browser with the page, not in its address. */
export interface Passed {
  /** The role that the new proposal is to amend. */
  readonly amend?: string;
  /** The announcement to look at. */
  readonly announcement?: string;
}

/** Goes to another page. */
export function useGo(): (path: string, passed?: Passed) => void {
  const [, navigate] = useLocation();
  return (path, passed) => navigate(path, { state: passed ?? null });
}

/** What the page before told this one. */
export function passed(): Passed {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null ? (state as Passed) : {};
}
