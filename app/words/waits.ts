import { countText } from "#app/words/lists.ts";
import type { Person } from "#app/words/people.ts";
import { isSame } from "#app/words/people.ts";
import { momentText } from "#app/words/time.ts";
import { GRACE, PATIENCE } from "#sdk/chronicle/lifecycle.ts";
import type { Organisation, Proposal } from "#sdk/chronicle/organisation.ts";
import {
  confirmationsNow,
  currentVersion,
  standingObjections,
} from "#sdk/chronicle/organisation.ts";

/** How far the answers are: "6 of 7 have no objection, 1 is silent". */
export function answersText(proposal: Proposal): string {
  const { expected } = currentVersion(proposal);
  const confirmed = confirmationsNow(proposal).length;
  const objecting = new Set(standingObjections(proposal).map(({ number }) => number)).size;
  const silent = Math.max(0, expected - confirmed - objecting);
  const said = `${confirmed} of ${expected} ${confirmed === 1 ? "has" : "have"} no objection`;
  return `${said}, ${silent === 0 ? "nobody is silent" : `${silent} ${silent === 1 ? "is" : "are"} silent`}`;
}

/** For what an open proposal waits besides its window; undefined where the window alone adopts it. */
export function waitsText(proposal: Proposal): string | undefined {
  const { windowless, attention } = currentVersion(proposal);
  if (windowless) {
    return `Here silence is no consent: it waits until everybody has said “no objection”, and lapses on ${momentText(proposal.closesAt + GRACE)}.`;
  }
  const missing = attention - confirmationsNow(proposal).length;
  if (missing <= 0) return undefined;
  return `Silence waits for ${countText(missing, "more confirmation")}, at the latest until ${momentText(proposal.closesAt + PATIENCE)}.`;
}

/**
 * Who was silent when a proposal was adopted by silence. Members come and go: where those of today do not add up to
 * the number that was fixed when it opened, nobody is named.
 */
export function silentOf(organisation: Organisation, proposal: Proposal): readonly Person[] {
  const { expected } = currentVersion(proposal);
  const confirmed = confirmationsNow(proposal);
  const members = organisation.roles.get(proposal.circle)?.members ?? [];
  const silent = members.filter(
    (person) =>
      !isSame(person, proposal.proposer) && !confirmed.some(({ by }) => isSame(by, person)),
  );
  return silent.length === expected - confirmed.length ? silent : [];
}
