import type { ReactNode } from "react";
import { useState } from "react";
import { Link } from "wouter";

import { Act } from "#app/components/Act.tsx";
import { Button } from "#app/components/Button.tsx";
import { Dialog } from "#app/components/Dialog.tsx";
import { MomentField, SelectField } from "#app/components/Field.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Person } from "#app/components/Person.tsx";
import { Why } from "#app/components/Why.tsx";
import { canAppoint } from "#app/model/can/canAppoint.ts";
import { canCallElection } from "#app/model/can/canCallElection.ts";
import { canNameSurrogate } from "#app/model/can/canNameSurrogate.ts";
import { canResignOffice } from "#app/model/can/canResignOffice.ts";
import type { Held } from "#app/model/officers.ts";
import { officesIn } from "#app/model/officers.ts";
import { useSign, useView } from "#app/model/view.ts";
import { CallElection } from "#app/pages/parts/CallElection.tsx";
import { roleName } from "#app/words/changes.ts";
import { isElectionLive } from "#app/words/elections.ts";
import { isAgent } from "#app/words/members.ts";
import {
  isTermOver,
  officeLabel,
  officeTitle,
  STAND_IN_RULE,
  termText,
} from "#app/words/offices.ts";
import { electionPath } from "#app/words/paths.ts";
import { isSame } from "#app/words/people.ts";
import { DAY } from "#app/words/time.ts";
import type { ElectionSubject } from "#sdk/chronicle/elections.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Role } from "#sdk/chronicle/organisation.ts";
import { isMember, lastElectionOf, leads, settingsIn } from "#sdk/chronicle/organisation.ts";
import { isNameable } from "#sdk/chronicle/rankOf.ts";

const NOBODY = "0x0000000000000000000000000000000000000000";
const YEAR = 365 * DAY;

/** The subject of an election about an office. */
function subjectOf(circle: bigint, { office, index }: Held): ElectionSubject {
  return { circle, role: 0n, office, index, replaced: NOBODY };
}

/** Who leads a circle and who holds its offices, until when, and who stands in first. */
export function Offices({ circle }: { readonly circle: Role }) {
  const view = useView();
  const { organisation } = view;
  const [calling, setCalling] = useState<Held>();
  const offices = officesIn(organisation, circle.id);
  const closed = canCallElection(view, {
    circle: circle.id,
    role: 0n,
    office: Office.Facilitator,
    index: 0,
    replaced: NOBODY,
  });
  const anyOpen = offices.some((held) => canCallElection(view, subjectOf(circle.id, held)).ok);
  return (
    <>
      <dl className="offices">
        <Leads circle={circle} />
        {offices.map((held) => (
          <OfficeRow
            key={`${held.office}${held.index}`}
            circle={circle.id}
            held={held}
            onCall={() => setCalling(held)}
          />
        ))}
      </dl>
      {!anyOpen && !closed.ok && <Why question="Why can’t I call an election?" why={closed} />}
      {calling !== undefined && (
        <CallElection
          subject={subjectOf(circle.id, calling)}
          open
          onClose={() => setCalling(undefined)}
        />
      )}
    </>
  );
}

function Leads({ circle }: { readonly circle: Role }) {
  const { organisation, nameOf } = useView();
  const outer = organisation.roles.get(circle.circle ?? 0n);
  if (circle.fillers.length === 0) {
    return (
      <Row title="Lead">
        <Vacant>
          {outer === undefined ? "nobody: its members decide together" : "nobody leads it"}
        </Vacant>
      </Row>
    );
  }
  return circle.fillers.map((person, index) => (
    <Row key={person} title={index === 0 ? (circle.fillers.length > 1 ? "Leads" : "Lead") : ""}>
      <Person address={person} name={nameOf(person)} agent={isAgent(organisation, person)} />
      {outer !== undefined && (
        <p className="st">
          <Glyph name="filled" size={16} />
          <span>assigned by {outer.words.name}</span>
        </p>
      )}
    </Row>
  ));
}

function Row({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Vacant({ children }: { readonly children: ReactNode }) {
  return (
    <p className="st alone">
      <Glyph name="unfilled" size={16} />
      <span>{children}</span>
    </p>
  );
}

interface RowProps {
  readonly circle: bigint;
  readonly held: Held;
  readonly onCall: () => void;
}

function OfficeRow({ circle, held, onCall }: RowProps) {
  const view = useView();
  const { organisation, now, nameOf, me } = view;
  const { office, index, holder, tenure } = held;
  const running = lastElectionOf(organisation, subjectOf(circle, held));
  const live = running !== undefined && isElectionLive(running, now);
  const over = tenure !== undefined && holder !== null && isTermOver(tenure, now);
  const surrogate = holder === null ? null : (tenure?.surrogate ?? null);
  return (
    <Row title={officeLabel(office, index)}>
      {holder === null ? (
        <Vacant>vacant</Vacant>
      ) : (
        <>
          <Person address={holder} name={nameOf(holder)} />
          {tenure !== undefined && (
            <p className={over ? "st over" : "st"}>
              <Glyph name={over ? "termended" : "elected"} size={16} />
              <span>{termText(tenure, now)}</span>
            </p>
          )}
          {surrogate !== null && (
            <p className="st">
              <Glyph name="linked" size={16} />
              <span>{nameOf(surrogate)} stands in first</span>
            </p>
          )}
        </>
      )}
      {live && (
        <p className="st">
          <Glyph name="open" size={16} />
          <Link href={electionPath(running.id)}>an election goes on</Link>
        </p>
      )}
      <OfficeActs circle={circle} held={held} onCall={onCall} mine={isSame(holder, me)} />
    </Row>
  );
}

/** What can be done about an office; why its closed acts are closed stands once, below the list. */
function OfficeActs({ circle, held, onCall, mine }: RowProps & { readonly mine: boolean }) {
  const view = useView();
  const sign = useSign();
  const [form, setForm] = useState<"surrogate" | "appoint">();
  const { organisation, me } = view;
  const { office, index } = held;
  const appointed = office === Office.Rep && settingsIn(organisation, circle).appointer !== 0n;
  const call = canCallElection(view, subjectOf(circle, held));
  const appoint = canAppoint(view, circle);
  const offered = (!appointed && call.ok) || mine || appointed;
  if (!offered) return null;
  return (
    <div className="acts st">
      {call.ok && me !== null && (
        <Button kind="link" onClick={onCall}>
          Call an election
        </Button>
      )}
      {appointed && (
        <Act
          can={appoint}
          question="Why can’t I appoint somebody?"
          kind="link"
          onAct={() => setForm("appoint")}
        >
          Appoint somebody
        </Act>
      )}
      {mine && office !== Office.Rep && canNameSurrogate(view, circle, office).ok && (
        <Button kind="link" onClick={() => setForm("surrogate")}>
          Name who stands in
        </Button>
      )}
      {mine && (
        <Act
          can={canResignOffice(view, circle, office, index)}
          question="Why can’t I resign?"
          kind="link"
          onAct={() => sign("resignOffice", { circle, office, index })}
        >
          Resign
        </Act>
      )}
      {form === "surrogate" && (
        <NameSurrogate circle={circle} office={office} onClose={() => setForm(undefined)} />
      )}
      {form === "appoint" && (
        <Appoint circle={circle} index={index} onClose={() => setForm(undefined)} />
      )}
    </div>
  );
}

/** Partners of some kind by name, the members of the circle first. */
function usePartners(circle: bigint, fits: (person: Role["fillers"][number]) => boolean) {
  const { organisation, nameOf } = useView();
  return [...organisation.partners.values()]
    .map(({ person }) => person)
    .filter(fits)
    .map((person) => ({
      value: person,
      label: nameOf(person),
      here: isMember(organisation, circle, person),
    }))
    .sort(
      (one, other) => Number(other.here) - Number(one.here) || one.label.localeCompare(other.label),
    );
}

interface NameProps {
  readonly circle: bigint;
  readonly office: Office;
  readonly onClose: () => void;
}

function NameSurrogate({ circle, office, onClose }: NameProps) {
  const { organisation, me } = useView();
  const sign = useSign();
  const people = usePartners(
    circle,
    (person) => isNameable(organisation, person) && !isSame(person, me),
  );
  const [chosen, setChosen] = useState("");
  return (
    <Dialog title="Who stands in first" open onClose={onClose}>
      <div className="form sin">
        <SelectField
          label={`Stands in for the ${officeTitle(office).toLowerCase()} of ${roleName(organisation, circle)}`}
          value={chosen}
          onChange={setChosen}
          options={[{ value: "", label: "nobody named" }, ...people]}
          hint={STAND_IN_RULE}
        />
        <div className="acts">
          <Button
            kind="main"
            onClick={() => {
              onClose();
              const person = people.find(({ value }) => value === chosen)?.value ?? NOBODY;
              sign("nameSurrogate", { circle, office, person });
            }}
          >
            Look at it and sign
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </div>
    </Dialog>
  );
}

interface AppointProps {
  readonly circle: bigint;
  readonly index: number;
  readonly onClose: () => void;
}

function Appoint({ circle, index, onClose }: AppointProps) {
  const { organisation, now } = useView();
  const sign = useSign();
  const people = usePartners(
    circle,
    (person) => isMember(organisation, circle, person) && !leads(organisation, circle, person),
  );
  const [chosen, setChosen] = useState("");
  const [until, setUntil] = useState(now + YEAR);
  const person = people.find(({ value }) => value === chosen)?.value ?? people[0]?.value;
  const fault = until <= now ? "A term ends in the future." : undefined;
  return (
    <Dialog
      title={`Appoint a representative of ${roleName(organisation, circle)}`}
      open
      onClose={onClose}
    >
      <div className="form sin">
        {person === undefined ? (
          <p className="note">
            Nobody can be: a representative is a member of the circle who does not lead it.
          </p>
        ) : (
          <>
            <SelectField label="Whom" value={person} onChange={setChosen} options={people} />
            <MomentField label="Until" value={until} onChange={setUntil} error={fault} />
          </>
        )}
        <div className="acts">
          {person !== undefined && (
            <Button
              kind="main"
              onClick={() => {
                if (fault !== undefined) return;
                onClose();
                sign("appoint", { circle, index, person, until });
              }}
            >
              Look at it and sign
            </Button>
          )}
          <Button onClick={onClose}>Not now</Button>
        </div>
      </div>
    </Dialog>
  );
}
