import { useState } from "react";

import { Act } from "#app/components/Act.tsx";
import { Button } from "#app/components/Button.tsx";
import { MomentField, SelectField } from "#app/components/Field.tsx";
import { Person } from "#app/components/Person.tsx";
import { Why } from "#app/components/Why.tsx";
import { canEndPermission } from "#app/model/can/canEndPermission.ts";
import { canPermit } from "#app/model/can/canPermit.ts";
import { canTakeVoice } from "#app/model/can/canTakeVoice.ts";
import { useSign, useView } from "#app/model/view.ts";
import { named } from "#app/pages/parts/speaking.ts";
import { roleName } from "#app/words/changes.ts";
import { countText } from "#app/words/lists.ts";
import { isSame } from "#app/words/people.ts";
import { DAY, dayText, momentText } from "#app/words/time.ts";
import type { Role } from "#sdk/chronicle/organisation.ts";
import { fills, mayRepresent, speaksFor } from "#sdk/chronicle/organisation.ts";

const LONGEST = 365 * DAY;

/** Who speaks for a role in its circle, how many may, and who is permitted to represent it for a while. */
export function Voices({ role }: { readonly role: Role }) {
  const view = useView();
  const sign = useSign();
  const { organisation, nameOf, me } = view;
  const { circle, voices, reps, limit } = role;
  if (circle === null) return null;
  const where = roleName(organisation, circle);
  const silent = role.fillers.filter((person) => !voices.some((one) => isSame(one, person)));
  const take = canTakeVoice(view, role.id);
  const mine = me !== null && fills(organisation, role.id, me);
  return (
    <section className="sec" aria-labelledby="voices">
      <h2 id="voices">Who speaks for it</h2>
      <p className="note">
        In {where}.{" "}
        {limit === 0
          ? "All who fill it may."
          : `${countText(limit, "person", "people")} of those who fill it may.`}
      </p>
      {voices.length + reps.length === 0 && <p className="quiet">Nobody now.</p>}
      <ul className="rows tight">
        {voices.map((person) => (
          <li key={person}>
            <Person address={person} name={nameOf(person)} size={24} note="fills it" />
          </li>
        ))}
        {reps.map((person) => (
          <li key={person}>
            <Person
              address={person}
              name={nameOf(person)}
              size={24}
              note="represents the circle inside"
            />
          </li>
        ))}
      </ul>
      {silent.length > 0 && (
        <p className="note">
          {countText(silent.length, "person fills", "people fill")} it without speaking for it.
        </p>
      )}
      {mine && !voices.some((one) => isSame(one, me)) && (
        <Act
          can={take}
          question="Why can’t I speak for it?"
          small
          onAct={() => sign("takeVoice", { role: role.id }, { circle })}
        >
          Speak for it
        </Act>
      )}
      <Permissions role={role} circle={circle} />
    </section>
  );
}

interface Props {
  readonly role: Role;
  readonly circle: bigint;
}

function Permissions({ role, circle }: Props) {
  const view = useView();
  const sign = useSign();
  const { organisation, nameOf, now, me } = view;
  const given = [...organisation.permissions.values()].filter(
    (permission) => permission.role === role.id && now < permission.until,
  );
  return (
    <>
      {given.length > 0 && <h3>Permitted to represent it</h3>}
      <ul className="rows tight">
        {given.map((permission) => {
          const { person, by, until } = permission;
          const holds = mayRepresent(organisation, circle, role.id, person, now);
          return (
            <li key={person}>
              <div className="pair">
                <Person
                  address={person}
                  name={nameOf(person)}
                  size={24}
                  note={`by ${nameOf(by)}, until ${dayText(until)}${holds ? "" : "; without effect now"}`}
                />
                {me !== null && canEndPermission(view, permission).ok && (
                  <Button
                    small
                    onClick={() => sign("endPermission", { role: role.id, person }, { circle })}
                  >
                    End it
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <Permit role={role} circle={circle} />
    </>
  );
}

function Permit({ role, circle }: Props) {
  const view = useView();
  const sign = useSign();
  const { organisation, nameOf, now } = view;
  const [writing, setWriting] = useState(false);
  const [chosen, setChosen] = useState("");
  const [until, setUntil] = useState(now + 90 * DAY);
  const can = named(view, canPermit(view, role.id));
  const people = (organisation.roles.get(circle)?.members ?? [])
    .filter((person) => !speaksFor(organisation, circle, role.id, person))
    .map((person) => ({ value: person, label: nameOf(person) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  const person = people.find(({ value }) => value === chosen)?.value ?? people[0]?.value;
  const fault =
    until <= now || until > now + LONGEST
      ? `Within a year: by ${momentText(now + LONGEST)}.`
      : undefined;
  if (!can.ok) return <Why question="Why can’t I permit somebody to represent it?" why={can} />;
  if (person === undefined) return null;
  if (!writing) {
    return (
      <Button small onClick={() => setWriting(true)}>
        Permit somebody to represent it
      </Button>
    );
  }
  return (
    <div className="form offer">
      <SelectField
        label="Whom"
        value={person}
        onChange={setChosen}
        options={people}
        hint="A member of the circle: to propose, to object and to escalate for this role."
      />
      <MomentField label="Until" value={until} onChange={setUntil} error={fault} />
      <div className="acts">
        <Button
          onClick={() => {
            if (fault !== undefined) return;
            sign(
              "permit",
              { role: role.id, person, until },
              { circle, onDone: () => setWriting(false) },
            );
          }}
        >
          Permit it
        </Button>
        <Button onClick={() => setWriting(false)}>Not now</Button>
      </div>
    </div>
  );
}
