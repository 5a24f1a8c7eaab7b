import { useState } from "react";
import { Link } from "wouter";

import { Act } from "#app/components/Act.tsx";
import { Button } from "#app/components/Button.tsx";
import { Crumbs } from "#app/components/Crumbs.tsx";
import { SelectField } from "#app/components/Field.tsx";
import { Person } from "#app/components/Person.tsx";
import { State } from "#app/components/State.tsx";
import { Why } from "#app/components/Why.tsx";
import { isCircle } from "#app/map/layout.ts";
import { canAccept } from "#app/model/can/canAccept.ts";
import { canOffer } from "#app/model/can/canOffer.ts";
import { canPropose } from "#app/model/can/canPropose.ts";
import { canResign } from "#app/model/can/canResign.ts";
import { canRevoke } from "#app/model/can/canRevoke.ts";
import { canWithdrawOffer } from "#app/model/can/canWithdrawOffer.ts";
import { useSign, useView } from "#app/model/view.ts";
import { ElectRole } from "#app/pages/parts/ElectRole.tsx";
import { NotHere } from "#app/pages/parts/NotHere.tsx";
import { Policies } from "#app/pages/parts/Policies.tsx";
import { Timeline } from "#app/pages/parts/Timeline.tsx";
import { useGo } from "#app/pages/parts/useGo.ts";
import { Voices } from "#app/pages/parts/Voices.tsx";
import { roleName } from "#app/words/changes.ts";
import { crumbsOf } from "#app/words/crumbs.ts";
import { linkText } from "#app/words/links.ts";
import { isAgent } from "#app/words/members.ts";
import { isTermOver } from "#app/words/offices.ts";
import { actsAbout, proposalBehind } from "#app/words/origins.ts";
import { circlePath, composePath, proposalPath } from "#app/words/paths.ts";
import type { Person as Address } from "#app/words/people.ts";
import { isSame } from "#app/words/people.ts";
import { tenuresOf } from "#app/words/tenures.ts";
import { agoText, dayText } from "#app/words/time.ts";
import { domainChain } from "#sdk/chronicle/domains.ts";
import type { Organisation, Role } from "#sdk/chronicle/organisation.ts";
import { fills, termOf } from "#sdk/chronicle/organisation.ts";

/** A role: its words, who fills it and since when, and what became of it. */
export function RolePage({ id }: { readonly id: bigint }) {
  const { organisation } = useView();
  const live = organisation.roles.get(id);
  const role = live ?? organisation.removedRoles.get(id);
  if (role === undefined) return <NotHere what="role" id={id} />;
  return <RoleView role={role} live={live !== undefined} />;
}

function RoleView({ role, live }: { readonly role: Role; readonly live: boolean }) {
  const view = useView();
  const go = useGo();
  const { organisation } = view;
  const circle = role.circle ?? organisation.anchor;
  const { name, text, domains, accountabilities } = role.words;
  const acts = actsAbout(organisation, role.id);
  return (
    <>
      <title>{name}</title>
      <Crumbs items={crumbsOf(organisation, circle, { label: name })} />
      <div className="cols role">
        <div>
          <header className="head">
            <RoleState role={role} live={live} />
            <h1>{name}</h1>
            {text !== "" && <p className="lede">{text}</p>}
            {live && <LinkNote role={role} />}
          </header>
          <section className="words" aria-label="What it says">
            <Entries
              title="Domains"
              none="It controls nothing alone."
              entries={domains.map((domain, i) => `${domain}${withinText(organisation, role, i)}`)}
            />
            <Entries
              title="Accountabilities"
              none="Nothing in particular is expected of it."
              entries={accountabilities}
            />
            <p className="note">
              Revision {role.revision}, since {dayText(role.inscribedAt || role.createdAt)}
              <Evidence role={role} />.
            </p>
          </section>
          {live && (
            <div className="acts">
              <Act
                can={canPropose(view, circle)}
                question="Why can’t I propose to change it?"
                onAct={() => go(composePath(circle), { amend: String(role.id) })}
              >
                Propose to change it
              </Act>
              {isCircle(role) && <Button href={circlePath(role.id)}>The circle inside</Button>}
            </div>
          )}
          {live && (
            <section className="sec" aria-labelledby="binds">
              <h2 id="binds">What binds it</h2>
              <Policies circle={circle} ofRole />
            </section>
          )}
          <section className="sec" aria-labelledby="went">
            <h2 id="went">What became of it</h2>
            <Timeline acts={acts} />
          </section>
        </div>
        <aside className="stick" aria-label="Who fills it">
          <Fillers role={role} live={live} />
          {live && <Voices role={role} />}
          {live && <Offers role={role} />}
          <Past role={role} />
        </aside>
      </div>
    </>
  );
}

function RoleState({ role, live }: { readonly role: Role; readonly live: boolean }) {
  const { organisation } = useView();
  const circle = organisation.roles.get(role.circle ?? 0n);
  const where = circle === undefined ? "the outermost circle" : `role in ${circle.words.name}`;
  if (!live)
    return (
      <State kind="withdrawn" word="Removed">
        {where}
      </State>
    );
  return <State kind={role.fillers.length > 0 ? "filled" : "unfilled"}>{where}</State>;
}

/** Who chooses the fillers of a linked role, since its circle does not. */
function LinkNote({ role }: { readonly role: Role }) {
  const text = linkText(useView(), role);
  return text === null ? null : (
    <p className="note">
      <State kind="linked" /> {text}
    </p>
  );
}

function Evidence({ role }: { readonly role: Role }) {
  const { organisation } = useView();
  const written = actsAbout(organisation, role.id).findLast((act) =>
    ["Inscribed", "RoleCreated", "RoleLinked"].includes(act.name),
  );
  const proposal = written === undefined ? undefined : proposalBehind(organisation, written);
  if (proposal === undefined) return <>, from the founding record</>;
  return (
    <>
      , by <Link href={proposalPath(proposal)}>this proposal</Link>
    </>
  );
}

interface EntriesProps {
  readonly title: string;
  readonly none: string;
  readonly entries: readonly string[];
}

function Entries({ title, none, entries }: EntriesProps) {
  return (
    <>
      <h2>{title}</h2>
      {entries.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul className="points read">
          {entries.map((entry) => (
            <li key={entry}>{entry}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Who fills it now, since when, and what ends that. */
function Fillers({ role, live }: { readonly role: Role; readonly live: boolean }) {
  const view = useView();
  const sign = useSign();
  const { organisation, me, now, nameOf } = view;
  const current = tenuresOf(organisation, role.id).filter(({ to }) => to === null);
  const since = new Map(current.map(({ person, from }) => [person.toLowerCase(), from]));
  return (
    <section aria-labelledby="fillers">
      <h2 id="fillers">Who fills it</h2>
      {role.fillers.length === 0 && <p className="quiet">Nobody now.</p>}
      <ul className="rows tight">
        {role.fillers.map((person) => {
          const from = since.get(person.toLowerCase()) ?? role.createdAt;
          return (
            <li key={person}>
              <div className="pair">
                <Person
                  address={person}
                  name={nameOf(person)}
                  agent={isAgent(organisation, person)}
                  note={`since ${dayText(from)}, ${agoText(from, now)}${electedText(organisation, role.id, person, now)}`}
                />
                {live && isSame(me, person) && canResign(view, role.id).ok && (
                  <Button small onClick={() => sign("resign", { role: role.id })}>
                    Resign
                  </Button>
                )}
                {live &&
                  !isSame(me, person) &&
                  me !== null &&
                  canRevoke(view, role.id, person).ok && (
                    <Button small onClick={() => sign("revoke", { role: role.id, person })}>
                      End the assignment
                    </Button>
                  )}
              </div>
              {live && <ClosedEnd role={role} person={person} />}
            </li>
          );
        })}
      </ul>
      {live && <ElectRole role={role} />}
    </section>
  );
}

/** Until when somebody was elected to a role; nothing for an assignment. */
function electedText(organisation: Organisation, role: bigint, person: Address, now: number) {
  const until = termOf(organisation, role, person);
  if (until === 0) return "";
  return isTermOver({ until }, now)
    ? `; elected, term ended ${dayText(until)}`
    : `; elected, until ${dayText(until)}`;
}

/** Why the reader cannot end an assignment. */
function ClosedEnd({ role, person }: { readonly role: Role; readonly person: Address }) {
  const view = useView();
  if (view.me === null) return null;
  if (isSame(view.me, person)) {
    const resign = canResign(view, role.id);
    return resign.ok ? null : <Why question="Why can’t I resign?" why={resign} />;
  }
  const revoke = canRevoke(view, role.id, person);
  return revoke.ok ? null : <Why question="Why can’t I end it?" why={revoke} />;
}

/** Offers that wait for an answer, and offering it to somebody else. */
function Offers({ role }: { readonly role: Role }) {
  const view = useView();
  const sign = useSign();
  const { organisation, me, nameOf } = view;
  const offers = [...organisation.offers.values()].filter((offer) => offer.role === role.id);
  const people = [...organisation.partners.values()]
    .filter(({ status, person }) => status === "agreed" && !fills(organisation, role.id, person))
    .filter(({ person }) => !offers.some((offer) => isSame(offer.person, person)))
    .map(({ person, open }) => ({ person, open, name: nameOf(person) }))
    .sort((one, other) => one.name.localeCompare(other.name));
  const [chosen, setChosen] = useState("");
  const person = people.find((it) => it.person === chosen) ?? people[0];
  const can = canOffer(view, role.id);
  return (
    <section className="sec" aria-labelledby="offers">
      <h2 id="offers">Offered to</h2>
      {offers.length === 0 && <p className="quiet">Nobody now.</p>}
      <ul className="rows tight">
        {offers.map((offer) => {
          const mine = isSame(me, offer.person);
          return (
            <li key={offer.person}>
              <Person
                address={offer.person}
                name={nameOf(offer.person)}
                note={`by ${nameOf(offer.by)}, ${dayText(offer.at)}`}
              />
              <div className="acts">
                {mine && (
                  <Act
                    can={canAccept(view, role.id)}
                    question="Why can’t I accept it?"
                    small
                    onAct={() => sign("accept", { role: role.id })}
                  >
                    Accept
                  </Act>
                )}
                {me !== null && canWithdrawOffer(view, offer).ok && (
                  <Button
                    small
                    onClick={() => sign("withdrawOffer", { role: role.id, person: offer.person })}
                  >
                    {mine ? "Decline" : "Withdraw the offer"}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {can.ok && person !== undefined ? (
        <div className="form offer">
          <SelectField
            label="Offer it to"
            value={person.person}
            onChange={setChosen}
            options={people.map((it) => ({ value: it.person, label: it.name }))}
            hint={
              person.open
                ? `${person.name} is open to assignments and fills it at once.`
                : `${person.name} fills it by accepting.`
            }
          />
          <Button onClick={() => sign("offer", { role: role.id, person: person.person })}>
            Offer {roleName(organisation, role.id)}
          </Button>
        </div>
      ) : (
        !can.ok && <Why question="Why can’t I offer it?" why={can} />
      )}
    </section>
  );
}

const ENDS = {
  resigned: "resigned",
  revoked: "ended",
  removed: "the role was removed",
} as const;

/** Who filled it before. */
function Past({ role }: { readonly role: Role }) {
  const { organisation, nameOf } = useView();
  const past = tenuresOf(organisation, role.id).filter(({ to }) => to !== null);
  if (past.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="past">
      <h2 id="past">Before</h2>
      <ul className="rows tight">
        {past.map(({ person, from, to, end }) => (
          <li key={`${person}${from}`}>
            <Person
              address={person}
              name={nameOf(person)}
              size={24}
              note={`${dayText(from)} to ${dayText(to ?? from)}${end === null ? "" : `, ${ENDS[end]}`}`}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Within what a domain lies, from the next circle outwards; nothing for one that counts only inside its circle. */
function withinText(organisation: Organisation, role: Role, index: number): string {
  const { within, missing } = domainChain(organisation, role, index);
  const links = within.map(
    ({ role: circle, domain }) => ` (within “${domain}” of ${circle.words.name})`,
  );
  const gap =
    missing === null
      ? []
      : [
          ` (said to be within domain ${missing.number} of ${missing.circle.words.name}, which it does not have)`,
        ];
  return [...links, ...gap].join("");
}
