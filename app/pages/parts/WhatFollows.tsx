import type { ReactNode } from "react";
import { Link } from "wouter";

import type { GlyphName } from "#app/components/Glyph.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { useView } from "#app/model/view.ts";
import { proposalTitle } from "#app/words/acts.ts";
import { roleName } from "#app/words/changes.ts";
import { conflictText } from "#app/words/conflicts.ts";
import { rivalsOf, silencedBy } from "#app/words/effects.ts";
import { countText, listText } from "#app/words/lists.ts";
import { proposalPath } from "#app/words/paths.ts";
import { isSame } from "#app/words/people.ts";
import { spanText } from "#app/words/time.ts";
import { conflictsIn } from "#sdk/chronicle/conflictsOf.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { isWindowless, windowOf } from "#sdk/chronicle/organisation.ts";
import { openingWindow } from "#sdk/chronicle/special.ts";

interface Props {
  readonly circle: bigint;
  readonly changes: readonly Change[];
  readonly proposal: Proposal | undefined;
}

/** What a proposal brings about, before it is signed. */
export function WhatFollows({ circle, changes, proposal }: Props) {
  const { organisation, me, now, nameOf, block } = useView();
  const held = organisation.roles.get(circle);
  const proposer = proposal?.proposer ?? me;
  const asked = (held?.members ?? []).filter((person) => !isSame(person, proposer));
  const silenced = silencedBy(organisation, circle, changes);
  const faults = conflictsIn(organisation, circle, changes).map((conflict) =>
    conflictText(organisation, conflict),
  );
  const rivals = rivalsOf(organisation, circle, changes, now, proposal?.id);
  const name = roleName(organisation, circle);
  const windowless = isWindowless(organisation, circle);
  return (
    <section className="sec follow" aria-labelledby="follows">
      <h2 id="follows">What follows</h2>
      <ul className="follows">
        <Effect
          glyph="open"
          title={
            windowless
              ? "Everybody is waited for"
              : `${spanText(openingWindow(changes, windowOf(organisation, circle)))} to answer`
          }
        >
          {asked.length === 0
            ? "Nobody else is a member: unless somebody left lately, it is adopted at once."
            : `${countText(asked.length, "member")} ${asked.length === 1 ? "is" : "are"} asked: ${listText(asked.map(nameOf), 8)}. Your own consent goes without saying.${windowless ? " Silence is no consent here." : ""}`}
        </Effect>
        {silenced.length === 0 ? (
          <Effect glyph="filled" title="Nobody loses a say">
            The same {countText(held?.members.length ?? 0, "person", "people")} are members of{" "}
            {name} before and after.
          </Effect>
        ) : (
          <Effect glyph="breakdown" title={`${listText(silenced.map(nameOf), 4)} would lose a say`}>
            Every role they fill in {name} would be removed. They can still object to this proposal.
          </Effect>
        )}
        {faults.length === 0 ? (
          <Effect glyph="said" title="It can be applied">
            Written against block {String(block)}. If another change to the same lands first, this
            one is refused.
          </Effect>
        ) : (
          <Effect glyph="error" title="As it is, it cannot be applied">
            {faults.join(" ")}
          </Effect>
        )}
        {rivals.length > 0 && (
          <Effect glyph="waiting" title="Others touch the same">
            {rivals.slice(0, 3).map((rival) => (
              <Link key={rival.id} href={proposalPath(rival.id)}>
                {proposalTitle(organisation, rival)}
              </Link>
            ))}
            <br />
            Whichever is enacted first wins; the other must be amended.
          </Effect>
        )}
      </ul>
    </section>
  );
}

interface EffectProps {
  readonly glyph: GlyphName;
  readonly title: string;
  readonly children: ReactNode;
}

function Effect({ glyph, title, children }: EffectProps) {
  return (
    <li>
      <Glyph name={glyph} />
      <div>
        <h3>{title}</h3>
        <p>{children}</p>
      </div>
    </li>
  );
}
