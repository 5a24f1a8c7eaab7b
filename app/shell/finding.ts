import type { Address } from "viem";

import type { GlyphName } from "#app/components/Glyph.tsx";
import { changesTitle, roleName } from "#app/words/changes.ts";
import { electionTitle } from "#app/words/elections.ts";
import { listText } from "#app/words/lists.ts";
import { meetingTitle } from "#app/words/meetings.ts";
import { circlePath, electionPath, meetingPath, pathOf, proposalPath } from "#app/words/paths.ts";
import { currentVersion, numberOf, type Organisation } from "#sdk/chronicle/organisation.ts";

/** Something that can be found. */
export interface Found {
  readonly title: string;
  readonly note: string;
  readonly href: string;
  readonly glyph: GlyphName;
  /** All that is searched, in small letters and without accents. */
  readonly text: string;
}

const MOST = 12;

/** Everything in an organisation that has a name. */
export function indexOf(
  organisation: Organisation,
  people: ReadonlyMap<string, string>,
  nameOf: (person: Address) => string,
): readonly Found[] {
  const roles = [...organisation.roles.values()].map((role): Found => {
    const fillers = role.fillers.map((person) => nameOf(person));
    const where = role.circle === null ? "" : `in ${roleName(organisation, role.circle)}`;
    const filled = fillers.length === 0 ? "unfilled" : listText(fillers, 3);
    return found(role.words.name, [where, filled], pathOf(role), glyphOf(role.alive, fillers), [
      role.words.text,
      ...role.words.domains,
      ...role.words.accountabilities,
    ]);
  });
  const policies = [...organisation.policies.values()].map((policy) =>
    found(
      policy.words.name,
      ["policy", `of ${roleName(organisation, policy.circle)}`],
      policy.circle === organisation.anchor ? "/" : circlePath(policy.circle),
      "filled",
      [policy.words.text],
    ),
  );
  const proposals = [...organisation.proposals.values()].map((proposal) => {
    const { changes, reasons } = currentVersion(proposal);
    const title = changesTitle(organisation, changes, proposal.circle);
    return found(
      title,
      [`proposal ${numberOf(proposal.id)}`, `by ${nameOf(proposal.proposer)}`],
      proposalPath(proposal.id),
      "open",
      [reasons.tension],
    );
  });
  const elections = [...organisation.elections.values()].map((election) =>
    found(
      electionTitle(organisation, election.subject, nameOf),
      [`election ${numberOf(election.id)}`, `called by ${nameOf(election.calledBy)}`],
      electionPath(election.id),
      "elected",
      [election.reason],
    ),
  );
  const meetings = [...organisation.meetings.values()].map((meeting) =>
    found(
      meetingTitle(organisation, meeting),
      [`meeting ${numberOf(meeting.id)}`],
      meetingPath(meeting.id),
      "waiting",
      [meeting.purpose],
    ),
  );
  return [
    ...roles,
    ...persons(organisation, people),
    ...policies,
    ...proposals.toReversed(),
    ...elections.toReversed(),
    ...meetings.toReversed(),
  ];
}

/** People lead to the first role they fill. */
function persons(
  organisation: Organisation,
  people: ReadonlyMap<string, string>,
): readonly Found[] {
  return [...people].flatMap(([address, name]) => {
    const roles = [...organisation.roles.values()].filter(({ fillers }) =>
      fillers.some((one) => one.toLowerCase() === address),
    );
    const [first] = roles;
    if (first === undefined) return [];
    const names = listText(
      roles.map(({ words }) => words.name),
      3,
    );
    return [found(name, [names], pathOf(first), "filled", [address])];
  });
}

function glyphOf(alive: boolean, fillers: readonly string[]): GlyphName {
  if (alive) return "circle";
  return fillers.length === 0 ? "unfilled" : "filled";
}

function found(
  title: string,
  notes: readonly string[],
  href: string,
  glyph: GlyphName,
  more: readonly string[],
): Found {
  const note = notes.filter((part) => part !== "").join(", ");
  return { title, note, href, glyph, text: plain([title, note, ...more].join("\n")) };
}

/** What fits all words, titles before texts. */
export function findIn(index: readonly Found[], wanted: string): readonly Found[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  if (words.length === 0) return index.slice(0, MOST);
  return index
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map((one) => ({ one, rank: rankOf(plain(one.title), words) }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ one }) => one);
}

function rankOf(title: string, words: readonly string[]): number {
  if (words.every((word) => title.startsWith(word))) return 0;
  return words.every((word) => title.includes(word)) ? 1 : 2;
}

function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
