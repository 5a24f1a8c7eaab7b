import { useMemo } from "react";
import { Link } from "wouter";

import { OrganisationMap } from "#app/map/OrganisationMap.tsx";
import { myRoles } from "#app/model/roles.ts";
import { useView } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { countText, listText } from "#app/words/lists.ts";
import { pathOf } from "#app/words/paths.ts";

const STAGE = { width: 220, height: 220 };

/** The reader's roles, on a small map and as a list. */
export function Places() {
  const view = useView();
  const { organisation, nameOf } = view;
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
      </ul>
    </section>
  );
}
