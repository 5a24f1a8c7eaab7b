import { useMemo } from "react";
import { Link } from "wouter";

import { OrganisationMap } from "#app/map/OrganisationMap.tsx";
import { myRoles } from "#app/model/roles.ts";
import { useView } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { countText, listText } from "#app/words/lists.ts";
import { officesOf } from "#app/words/members.ts";
import { termText } from "#app/words/offices.ts";
import { circlePath, pathOf } from "#app/words/paths.ts";

const STAGE = { width: 220, height: 220 };

/** The reader's roles and offices, on a small map and as a list. */
export function Places() {
  const view = useView();
  const { organisation, me, now, nameOf } = view;
  const mine = myRoles(view);
  const ids = useMemo(() => new Set(mine.map(({ id }) => id)), [mine]);
  return (
    <section className="sec" aria-labelledby="places">
      <h2 id="places">Where you stand</h2>
      <div className="ov">
        <OrganisationMap
          organisation={organisation}
          focus={organisation.anchor}
          stage={STAGE}
          label="The organisation, with your roles filled in"
          nameOf={nameOf}
          mine={ids}
          small
        />
      </div>
      {mine.length === 0 && <p className="quiet">You fill no role yet.</p>}
      <ul className="rows places">
        {mine.map((role) => (
          <li key={role.id}>
            <Link href={pathOf(role)}>{role.words.name}</Link>
            <small>
              {role.alive ? `you lead it; ${countText(role.inner.length, "role")} inside` : ""}
              {!role.alive &&
                `role in ${roleName(organisation, role.circle ?? organisation.anchor)}${role.words.domains.length > 0 ? `; holds ${listText(role.words.domains, 2)}` : ""}`}
            </small>
          </li>
        ))}
        {officesOf(organisation, me).map(({ circle, name, tenure }) => (
          <li key={`${circle}${name}`}>
            <Link href={circlePath(circle)}>
              {capital(name)} of {roleName(organisation, circle)}
            </Link>
            <small>{termText(tenure, now)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
