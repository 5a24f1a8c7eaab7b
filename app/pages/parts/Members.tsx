import { Link } from "wouter";

import { Person } from "#app/components/Person.tsx";
import { useView } from "#app/model/view.ts";
import { countText, listText } from "#app/words/lists.ts";
import {
  custodianOf,
  fillersBesides,
  isAgent,
  isNeverMember,
  memberText,
  officesOf,
} from "#app/words/members.ts";
import { PARTNER_KINDS } from "#sdk/acts/names.ts";
import type { Role } from "#sdk/chronicle/organisation.ts";
import { partnerOf } from "#sdk/chronicle/organisation.ts";

const MOST = 24;

/** Who is a member of a circle and how; and who fills a role in it without being one. */
export function Members({ circle }: { readonly circle: Role }) {
  const { organisation, nameOf } = useView();
  const { id, members } = circle;
  const besides = fillersBesides(organisation, id);
  return (
    <section className="inside" aria-labelledby="members">
      <div className="sechead">
        <h2 id="members">Members of {circle.words.name}</h2>
        <span className="quiet">
          {countText(members.length, "member")}: they propose and object.{" "}
          <Link href="/people">All people</Link>
        </span>
      </div>
      {members.length === 0 && (
        <p className="quiet">
          Nobody yet: a circle’s members are its leads, whoever fills a role in it and speaks for
          it, and the representatives of the circles inside.
        </p>
      )}
      <MemberRows people={members.slice(0, MOST)} circle={id} />
      {members.length > MOST && (
        <details className="fold">
          <summary>{countText(members.length - MOST, "more member")}</summary>
          <MemberRows people={members.slice(MOST)} circle={id} />
        </details>
      )}
      {besides.length > 0 && (
        <>
          <h3 className="besides">Fill roles here, and are no members</h3>
          <ul className="rows tight people">
            {besides.map(({ person, roles }) => {
              const custodian = custodianOf(organisation, person);
              const kind = partnerOf(organisation, person)?.kind ?? 0;
              const why = isNeverMember(organisation, person)
                ? PARTNER_KINDS[kind]
                : "without a voice for it";
              return (
                <li key={person}>
                  <Person
                    address={person}
                    name={nameOf(person)}
                    agent={isAgent(organisation, person)}
                    note={custodian === null ? why : `${why}; ${nameOf(custodian)} answers for it`}
                  />
                  <span className="lead">fills {listText(roles, 3)}</span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}

function MemberRows({
  people,
  circle,
}: {
  readonly people: Role["members"];
  readonly circle: bigint;
}) {
  const { organisation, nameOf } = useView();
  return (
    <ul className="rows tight people">
      {people.map((person) => {
        const offices = officesOf(organisation, person)
          .filter((held) => held.circle === circle)
          .map(({ name }) => name);
        return (
          <li key={person}>
            <Person
              address={person}
              name={nameOf(person)}
              note={offices.length === 0 ? undefined : listText(offices)}
            />
            <span className="lead">{memberText(organisation, circle, person)}</span>
          </li>
        );
      })}
    </ul>
  );
}
