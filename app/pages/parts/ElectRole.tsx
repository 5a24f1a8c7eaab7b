import { useState } from "react";
import { Link } from "wouter";

import { Button } from "#app/components/Button.tsx";
import { SelectField } from "#app/components/Field.tsx";
import { Why } from "#app/components/Why.tsx";
import { canCallElection } from "#app/model/can/canCallElection.ts";
import { useView } from "#app/model/view.ts";
import { CallElection } from "#app/pages/parts/CallElection.tsx";
import { isElectionLive } from "#app/words/elections.ts";
import { electionPath } from "#app/words/paths.ts";
import type { ElectionSubject } from "#sdk/chronicle/elections.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Role } from "#sdk/chronicle/organisation.ts";
import { lastElectionOf, settingsIn } from "#sdk/chronicle/organisation.ts";
import { Flags, has } from "#sdk/flags.ts";

const NOBODY = "0x0000000000000000000000000000000000000000";

/** Electing who fills a role, where its circle elects roles. */
export function ElectRole({ role }: { readonly role: Role }) {
  const view = useView();
  const { organisation, now, nameOf } = view;
  const [replaced, setReplaced] = useState("");
  const [calling, setCalling] = useState(false);
  const circle = role.circle;
  if (circle === null || !has(settingsIn(organisation, circle).flags, Flags.ELECTIVE)) return null;
  const seat = role.fillers.find((person) => person === replaced) ?? NOBODY;
  const subject: ElectionSubject = {
    circle,
    role: role.id,
    office: Office.Facilitator,
    index: 0,
    replaced: seat,
  };
  const running = lastElectionOf(organisation, subject);
  if (running !== undefined && isElectionLive(running, now)) {
    return (
      <p className="note">
        <Link href={electionPath(running.id)}>An election about it</Link> goes on.
      </p>
    );
  }
  const can = canCallElection(view, subject);
  if (!can.ok) return <Why question="Why can’t I have it elected?" why={can} />;
  return (
    <div className="form offer">
      {role.fillers.length > 0 && (
        <SelectField
          label="Elect somebody"
          value={seat}
          onChange={setReplaced}
          options={[
            { value: NOBODY, label: "beside those who fill it" },
            ...role.fillers.map((person) => ({
              value: person,
              label: `in the place of ${nameOf(person)}`,
            })),
          ]}
        />
      )}
      <Button onClick={() => setCalling(true)}>Call an election</Button>
      {calling && <CallElection subject={subject} open onClose={() => setCalling(false)} />}
    </div>
  );
}
