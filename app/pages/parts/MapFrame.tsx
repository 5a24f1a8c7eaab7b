import { useMemo, useState } from "react";

import { Crumbs } from "#app/components/Crumbs.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Segments } from "#app/components/Segments.tsx";
import { OrganisationMap } from "#app/map/OrganisationMap.tsx";
import { RoleList } from "#app/map/RoleList.tsx";
import { Tree } from "#app/map/Tree.tsx";
import { useStage } from "#app/map/useStage.ts";
import { useView } from "#app/model/view.ts";
import { agentsOf, beadsOf } from "#app/pages/parts/beads.ts";
import { crumbsOf } from "#app/words/crumbs.ts";
import { fillsOf } from "#app/words/people.ts";

const WAYS = [
  { value: "map", label: "Map" },
  { value: "tree", label: "Tree" },
  { value: "list", label: "List" },
] as const;

const LEGEND = [
  ["circle", "circle"],
  ["filled", "filled role"],
  ["unfilled", "unfilled"],
  ["agent", "agent"],
  ["elected", "elected"],
  ["termended", "term ended"],
] as const;

/** The organisation around one circle: as a map, as a tree or as a list. */
export function MapFrame({ circle }: { readonly circle: bigint }) {
  const { organisation, me, now, nameOf } = useView();
  const [way, setWay] = useState<string>("map");
  const [frame, stage] = useStage<HTMLDivElement>();
  const mine = useMemo(
    () => new Set(fillsOf(organisation, me).map(({ id }) => id)),
    [organisation, me],
  );
  const beads = useMemo(
    () => beadsOf(organisation, circle, now, nameOf),
    [organisation, circle, now, nameOf],
  );
  const agents = useMemo(() => agentsOf(organisation), [organisation]);
  const name = organisation.roles.get(circle)?.words.name ?? "";
  return (
    <section className="stage" aria-label="The circles">
      <div className="stagebar">
        <Crumbs items={crumbsOf(organisation, circle)} />
        <Segments label="Show as" options={WAYS} value={way} onChange={setWay} />
      </div>
      <div className={way === "map" ? "frame" : undefined} ref={frame}>
        {way === "map" && (
          <OrganisationMap
            organisation={organisation}
            focus={circle}
            stage={stage}
            label={`${name} from inside; the same facts stand in the tree`}
            nameOf={nameOf}
            mine={mine}
            beads={beads}
            agents={agents}
          />
        )}
        {way === "tree" && (
          <Tree
            organisation={organisation}
            focus={circle}
            label={`Around ${name}`}
            nameOf={nameOf}
          />
        )}
        {way === "list" && <RoleList organisation={organisation} circle={circle} nameOf={nameOf} />}
      </div>
      {way === "map" && (
        <ul className="legend">
          {LEGEND.map(([glyph, word]) => (
            <li key={word}>
              <Glyph name={glyph} size={18} />
              {word}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
