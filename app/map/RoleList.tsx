import { useDeferredValue, useId, useMemo, useState } from "react";
import { Link } from "wouter";

import { isCircle, lineTo } from "#app/map/layout.ts";
import { countText } from "#app/words/lists.ts";
import { pathOf } from "#app/words/paths.ts";
import type { Organisation, Role } from "#sdk/chronicle/organisation.ts";

interface Props {
  readonly organisation: Pick<Organisation, "roles" | "anchor">;
  readonly circle: bigint;
  readonly nameOf: (person: Role["fillers"][number]) => string;
}

const MOST = 200;

/** All circles and roles inside a circle, however deep, as one table that can be searched. */
export function RoleList({ organisation, circle, nameOf }: Props) {
  const [wanted, setWanted] = useState("");
  const sought = useDeferredValue(wanted.trim().toLocaleLowerCase());
  const id = useId();
  const all = useMemo(
    () =>
      [...organisation.roles.values()].filter(
        (role) => role.id !== circle && lineTo(organisation, role.id).includes(circle),
      ),
    [organisation, circle],
  );
  const found = useMemo(
    () => all.filter((role) => textOf(role, nameOf).includes(sought)),
    [all, sought, nameOf],
  );
  return (
    <div className="rolelist">
      <label htmlFor={id}>Find a role, a person, a domain</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <p className="note" aria-live="polite">
        {sought === ""
          ? countText(all.length, "entry", "entries")
          : `${found.length} of ${all.length}`}
        {found.length > MOST && `, the first ${MOST} shown`}
      </p>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">In</th>
              <th scope="col">Who</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, MOST).map((role) => (
              <tr key={role.id}>
                <th scope="row">
                  <Link href={pathOf(role)}>{role.words.name}</Link>
                  {isCircle(role) && <small> circle</small>}
                </th>
                <td>{organisation.roles.get(role.circle ?? 0n)?.words.name}</td>
                <td>
                  {role.fillers.length === 0 ? "nobody" : role.fillers.map(nameOf).join(", ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function textOf({ words, fillers }: Role, nameOf: Props["nameOf"]): string {
  const parts = [words.name, words.text, ...words.domains, ...fillers.map(nameOf)];
  return parts.join("\n").toLocaleLowerCase();
}
