import type { GlyphName } from "#app/components/Glyph.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Person } from "#app/components/Person.tsx";
import { useView } from "#app/model/view.ts";
import type { Person as Address } from "#app/words/people.ts";
import { isSame } from "#app/words/people.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import {
  confirmationsNow,
  currentVersion,
  standingObjections,
} from "#sdk/chronicle/organisation.ts";

interface Answer {
  readonly person: Address;
  readonly glyph: GlyphName;
  readonly text: string;
  readonly silent: boolean;
}

/** Who has answered the current version, and who has not. */
export function Answered({
  proposal,
  running,
}: {
  readonly proposal: Proposal;
  readonly running: boolean;
}) {
  const { organisation, me, nameOf } = useView();
  const members = organisation.roles.get(proposal.circle)?.members ?? [];
  const answers = answersOf(proposal, members);
  const { expected } = currentVersion(proposal);
  const said =
    confirmationsNow(proposal).length +
    new Set(standingObjections(proposal).map((it) => it.number)).size;
  const head = headOf(expected, said);
  return (
    <section className="answered" aria-labelledby="answered">
      <h3 id="answered">{head}</h3>
      <ul>
        {answers.map(({ person, glyph, text, silent: still }) => {
          const you = isSame(person, me);
          const asks = you && still && running;
          return (
            <li
              key={person}
              className={asks ? "you" : isSame(person, proposal.proposer) ? "quiet" : undefined}
            >
              <Person address={person} name={nameOf(person)} size={24} />
              <span>
                {isSame(person, proposal.proposer) ? null : <Glyph name={glyph} size={18} />}
                {you ? `${text}, you` : text}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function headOf(expected: number, said: number): string {
  if (expected === 0) return "Nobody else is asked";
  const silent = Math.max(0, expected - said);
  if (silent === 0)
    return expected === 1 ? "The only one asked has answered" : `All ${expected} have answered`;
  const have = said === 1 ? "has" : "have";
  return `${said} of ${expected} ${have} answered, ${silent} ${silent === 1 ? "is" : "are"} silent`;
}

function answersOf(proposal: Proposal, members: readonly Address[]): Answer[] {
  const confirmed = confirmationsNow(proposal).map(({ by }) => by);
  const objected = standingObjections(proposal).map(({ by }) => by);
  const people: Address[] = [];
  for (const person of [...objected, ...confirmed, ...members, proposal.proposer]) {
    if (!people.some((known) => isSame(known, person))) people.push(person);
  }
  const has = (list: readonly Address[], person: Address) => list.some((it) => isSame(it, person));
  const answers = people.map((person): Answer => {
    if (isSame(person, proposal.proposer)) {
      return { person, glyph: "open", text: "proposer", silent: false };
    }
    if (has(objected, person)) return { person, glyph: "objected", text: "objects", silent: false };
    const left = has(members, person) ? "" : ", no longer a member";
    if (has(confirmed, person)) {
      return { person, glyph: "said", text: `no objection${left}`, silent: false };
    }
    return { person, glyph: "silent", text: "silent", silent: true };
  });
  return [
    ...answers.filter(({ text }) => text !== "proposer"),
    ...answers.filter(({ text }) => text === "proposer"),
  ];
}
