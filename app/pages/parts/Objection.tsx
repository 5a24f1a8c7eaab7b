import { Person } from "#app/components/Person.tsx";
import { State } from "#app/components/State.tsx";
import { useView } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { momentText } from "#app/words/time.ts";
import type { Objection } from "#sdk/chronicle/organisation.ts";

export const QUESTIONS = [
  ["harm", "It leaves the circle less able to do its work"],
  ["limits", "It limits a role I fill"],
  ["cause", "It would not happen without this proposal"],
  ["certainty", "It must happen, or we could not adapt in time"],
] as const;

/** An objection: who, for which role, the arguments, and how it ended. */
export function ObjectionCard({ objection }: { readonly objection: Objection }) {
  const { organisation, nameOf } = useView();
  const { by, asRole, inRole, version, raisedAt, ended } = objection;
  const given = QUESTIONS.filter(([key]) => objection.objection[key] !== "");
  return (
    <article className="objection">
      <header className="pair">
        <Person
          address={by}
          name={nameOf(by)}
          role={`for ${roleName(organisation, asRole)}`}
          note={`on version ${version}, ${momentText(raisedAt)}`}
        />
        {ended === null && <State kind="objected" word="Stands" />}
        {ended?.how === "resolved" && (
          <State kind="adopted" word="Integrated">
            in version {ended.version}
          </State>
        )}
        {ended?.how === "withdrawn" && (
          <State kind="withdrawn" word="Withdrawn">
            {momentText(ended.at)}
          </State>
        )}
      </header>
      {given.length > 0 ? (
        <ol className="args">
          {given.map(([key, title], index) => (
            <li key={key}>
              <span className="letter" aria-hidden="true">
                {"abcd"[index]}
              </span>
              <div>
                <h3>{title}</h3>
                <p className="read">{objection.objection[key]}</p>
              </div>
            </li>
          ))}
        </ol>
      ) : (
        <div className="args one">
          <div>
            <h3>Adopting it would break a rule</h3>
            <p className="read">{objection.objection.rule}</p>
          </div>
        </div>
      )}
      <p className="note">{noteOf(objection, inRole, nameOf(by))}</p>
    </article>
  );
}

function noteOf({ ended, version }: Objection, inRole: boolean, name: string): string {
  const role = inRole ? "" : " The role was named, but not filled by the objector.";
  if (ended === null) {
    return `Form is checked, not whether it convinces. It stands until ${name} withdraws it or resolves it by a version after ${version}.${role}`;
  }
  return `${
    ended.how === "resolved"
      ? `${name} said so on ${momentText(ended.at)}, over the text of version ${ended.version}.`
      : "It no longer holds the proposal up."
  }${role}`;
}
