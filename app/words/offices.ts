import { dayText } from "#app/words/time.ts";
import { seatName } from "#sdk/acts/names.ts";
import type { Tenure } from "#sdk/chronicle/offices.ts";
import { Office, Rank } from "#sdk/chronicle/offices.ts";

/** An office as a heading: "Facilitator", "Representative 2". */
export function officeTitle(office: Office, index = 0): string {
  const name = seatName(office, index);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The same where there is little room: "Rep 2". */
export function officeLabel(office: Office, index = 0): string {
  if (office !== Office.Rep) return officeTitle(office);
  return index === 0 ? "Rep" : `Rep ${index + 1}`;
}

/** Whether the term of whoever holds an office has ended. */
export function isTermOver({ until }: Pick<Tenure, "until">, now: number): boolean {
  return until !== 0 && until <= now;
}

/** How somebody came to an office, and until when. */
export function termText(tenure: Pick<Tenure, "until" | "election">, now: number): string {
  const { until, election } = tenure;
  const how = election === null ? "appointed" : "elected";
  if (isTermOver(tenure, now)) {
    return `term ended ${dayText(until)}; stays until replaced`;
  }
  return until === 0 ? `${how}, without a term` : `${how}, until ${dayText(until)}`;
}

/** Where somebody comes in the order of those who stand in. */
export const RANKS: { readonly [rank in Rank]: string } = {
  [Rank.Named]: "named by the holder",
  [Rank.Counterpart]: "holder of the other office",
  [Rank.Lead]: "a lead of the circle",
  [Rank.Member]: "a member of the circle",
  [Rank.None]: "not in the order",
};

/** The order in which others stand in for facilitator and secretary. */
export const STAND_IN_RULE =
  "Who stands in, in this order: whom the holder named; facilitator and secretary for each other; a lead; a member, the first to declare. It is for one matter, and takes effect after the circle’s notice.";
