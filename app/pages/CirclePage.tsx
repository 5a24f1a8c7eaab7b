import { useMemo } from "react";
import { Link } from "wouter";

import { Act } from "#app/components/Act.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { isCircle } from "#app/map/layout.ts";
import { Tree } from "#app/map/Tree.tsx";
import { innerOf } from "#app/map/tree.ts";
import { canAnnounce } from "#app/model/can/canAnnounce.ts";
import { canPropose } from "#app/model/can/canPropose.ts";
import { useView } from "#app/model/view.ts";
import { MapFrame } from "#app/pages/parts/MapFrame.tsx";
import { MeetingCalls } from "#app/pages/parts/MeetingCalls.tsx";
import { Members } from "#app/pages/parts/Members.tsx";
import { NotHere } from "#app/pages/parts/NotHere.tsx";
import { Offices } from "#app/pages/parts/Offices.tsx";
import { OpenIn } from "#app/pages/parts/OpenIn.tsx";
import { Policies } from "#app/pages/parts/Policies.tsx";
import { SettingsInForce } from "#app/pages/parts/SettingsInForce.tsx";
import { useGo } from "#app/pages/parts/useGo.ts";
import { RolePage } from "#app/pages/RolePage.tsx";
import { countText, listText } from "#app/words/lists.ts";
import { composePath, pathOf, rolePath } from "#app/words/paths.ts";
import { dayText, spanText } from "#app/words/time.ts";
import { additionsIn } from "#sdk/chronicle/domains.ts";
import type { ActOf } from "#sdk/chronicle/events.ts";
import type { Role } from "#sdk/chronicle/organisation.ts";
import { windowOf } from "#sdk/chronicle/organisation.ts";
import { StandingRole } from "#sdk/chronicle/standingRole.ts";

/** A circle: the map around it, and what is true of it. */
export function CirclePage({ id }: { readonly id: bigint }) {
  const { organisation, nameOf } = useView();
  const circle = organisation.roles.get(id);
  if (circle === undefined) return <NotHere what="circle" id={id} />;
  if (!isCircle(circle)) return <RolePage id={id} />;
  return (
    <>
      <title>{circle.words.name}</title>
      <div className="mapgrid">
        <MapFrame circle={id} />
        <Panel circle={circle} />
        <Inside circle={circle} />
        <Members circle={circle} />
        <section className="treesec" aria-labelledby="tree">
          <h2 id="tree">The same, as a tree</h2>
          <Tree
            organisation={organisation}
            focus={id}
            label="All circles and roles"
            nameOf={nameOf}
          />
        </section>
      </div>
    </>
  );
}

/** What is true of the circle, who decided it, and what the reader may do. */
function Panel({ circle }: { readonly circle: Role }) {
  const view = useView();
  const go = useGo();
  const { organisation } = view;
  const outer = organisation.roles.get(circle.circle ?? 0n);
  const { name, text, domains, accountabilities } = circle.words;
  return (
    <aside className="panel" aria-label={name}>
      <p className="label">
        {outer === undefined ? (
          "The outermost circle"
        ) : (
          <>
            Circle, inside <Link href={pathOf(outer)}>{outer.words.name}</Link>
          </>
        )}
      </p>
      <h1>{name}</h1>
      {text !== "" && <p className="lede">{text}</p>}
      <Dissolved />
      <div className="acts head-acts">
        <Act
          can={canPropose(view, circle.id)}
          question="Why can’t I propose here?"
          kind="main"
          onAct={() => go(composePath(circle.id))}
        >
          Propose a change
        </Act>
        <Act
          can={canAnnounce(view)}
          question="Why can’t I announce spending?"
          onAct={() => go("/treasury/announce")}
        >
          Announce spending
        </Act>
      </div>
      <h2>Who holds it</h2>
      <Offices circle={circle} />
      <h2>What is open</h2>
      <OpenIn circle={circle.id} />
      <MeetingCalls circle={circle.id} />
      <h2>What binds it</h2>
      <Policies circle={circle.id} />
      <Facts circle={circle} />
      <SettingsInForce circle={circle.id} />
      {domains.length + accountabilities.length > 0 && (
        <details className="fold">
          <summary>What others may expect of it</summary>
          <Entries title="Domains" entries={domains} />
          <Entries title="Accountabilities" entries={accountabilities} />
        </details>
      )}
      <Additions circle={circle.id} />
      {outer !== undefined && (
        <p className="note">
          <Link href={rolePath(circle.id)}>As a role of {outer.words.name}</Link>: its words, who
          led it and since when.
        </p>
      )}
    </aside>
  );
}

/** Said wherever somebody stands in an organisation that has ended. */
function Dissolved() {
  const { founding, acts } = useView().organisation;
  if (founding.dissolvedAt === 0) return null;
  const end = acts.findLast((act): act is ActOf<"Dissolved"> => act.name === "Dissolved");
  return (
    <>
      <p className="note">
        The organisation was dissolved on {dayText(founding.dissolvedAt)}. Nothing is decided or
        spent any more; its record stays.
      </p>
      {end !== undefined && (
        <p className="note">
          Where its money was to go: <q>{end.args.destinations}</q>
        </p>
      )}
    </>
  );
}

const STANDING_ROLES: { readonly [part in StandingRole]: string } = {
  [StandingRole.Lead]: "To its leads",
  [StandingRole.Facilitator]: "To its facilitator",
  [StandingRole.Secretary]: "To its secretary",
  [StandingRole.Representative]: "To its representatives",
};

/** What the circle, and for its leads those around it, adds to the roles that every circle has. */
function Additions({ circle }: { readonly circle: bigint }) {
  const { organisation } = useView();
  const added = additionsIn(organisation, circle).filter(
    ({ domains, accountabilities }) => domains.length + accountabilities.length > 0,
  );
  if (added.length === 0) return null;
  return (
    <details className="fold">
      <summary>What is added to its offices</summary>
      {added.map(({ circle: by, part, domains, accountabilities }) => (
        <Entries
          key={`${by}:${part}`}
          title={`${STANDING_ROLES[part]}, by ${organisation.roles.get(by)?.words.name ?? "a circle"}`}
          entries={[...domains.map((domain) => `The domain “${domain}”`), ...accountabilities]}
        />
      ))}
    </details>
  );
}

function Facts({ circle }: { readonly circle: Role }) {
  const view = useView();
  const { organisation } = view;
  const own = (organisation.settings.get(circle.id)?.settings.window ?? 0) > 0;
  const anchor = organisation.roles.get(organisation.anchor);
  const held = view.tokens.flatMap((money) => {
    const amount = view.balances.get(money.address.toLowerCase()) ?? 0n;
    return amount === 0n ? [] : [money.format(amount)];
  });
  return (
    <dl className="facts small">
      <dt>Window</dt>
      <dd>
        {spanText(windowOf(organisation, circle.id))}, then silence is consent
        {!own && anchor !== undefined && (
          <small className="origin">as {anchor.words.name} has it</small>
        )}
      </dd>
      {circle.circle === null && (
        <>
          <dt>Account</dt>
          <dd>
            <Link href="/treasury">{held.length === 0 ? "empty" : held.join(", ")}</Link>
          </dd>
        </>
      )}
    </dl>
  );
}

function Entries({
  title,
  entries,
}: {
  readonly title: string;
  readonly entries: readonly string[];
}) {
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="points">
        {entries.map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ul>
    </>
  );
}

const MOST = 60;

/** The circles and roles inside, with what they are for and who fills them. */
function Inside({ circle }: { readonly circle: Role }) {
  const { organisation, nameOf } = useView();
  const inner = useMemo(() => innerOf(organisation, circle), [organisation, circle]);
  const circles = inner.filter(isCircle).length;
  const counts = [countText(inner.length - circles, "role")];
  if (circles > 0) counts.unshift(countText(circles, "circle"));
  return (
    <section className="inside" aria-labelledby="inside">
      <div className="sechead">
        <h2 id="inside">Inside {circle.words.name}</h2>
        <span className="quiet">{listText(counts)}</span>
      </div>
      {inner.length === 0 && (
        <p className="quiet">
          Nothing yet. A proposal of {circle.words.name} can create a role here.
        </p>
      )}
      <ul className="rows tight">
        {inner.slice(0, MOST).map((role) => (
          <li key={role.id}>
            <Glyph name={isCircle(role) ? "circle" : glyphOf(role)} size={16} />
            <span>
              <Link href={pathOf(role)}>{role.words.name}</Link>
              <small className="origin">{role.words.text || role.words.accountabilities[0]}</small>
            </span>
            <span className="lead">{heldBy(role, nameOf)}</span>
          </li>
        ))}
      </ul>
      {inner.length > MOST && (
        <p className="note">
          The first {MOST} of {inner.length}; the list above shows all.
        </p>
      )}
    </section>
  );
}

function glyphOf(role: Role) {
  return role.fillers.length > 0 ? "filled" : "unfilled";
}

function heldBy(role: Role, nameOf: (person: Role["fillers"][number]) => string) {
  return role.fillers.length > 0 ? listText(role.fillers.map(nameOf), 3) : "nobody";
}
