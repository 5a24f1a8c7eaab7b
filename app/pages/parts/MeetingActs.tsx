import { useState } from "react";

import { Act } from "#app/components/Act.tsx";
import { Button } from "#app/components/Button.tsx";
import { MomentField, SelectField, TextField } from "#app/components/Field.tsx";
import { Why } from "#app/components/Why.tsx";
import { canBringGuest, representedIn } from "#app/model/can/canBringGuest.ts";
import { canCancelMeeting } from "#app/model/can/canCancelMeeting.ts";
import { canCheckIn } from "#app/model/can/canCheckIn.ts";
import { canCheckOut } from "#app/model/can/canCheckOut.ts";
import { canExtend } from "#app/model/can/canExtend.ts";
import { canRefuseExtension } from "#app/model/can/canRefuseExtension.ts";
import { matterOfMeeting, presenceOf } from "#app/model/can/meeting.ts";
import { useSign, useView } from "#app/model/view.ts";
import { StandIn } from "#app/pages/parts/StandIn.tsx";
import { named } from "#app/pages/parts/speaking.ts";
import { MOST_TEXT, textFault } from "#app/words/limits.ts";
import { isSame } from "#app/words/people.ts";
import { DAY, momentText } from "#app/words/time.ts";
import type { Meeting } from "#sdk/chronicle/meetings.ts";
import { meetingStateOf } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { mayHoldOffice } from "#sdk/chronicle/organisation.ts";

interface Props {
  readonly meeting: Meeting;
}

/** What the reader may do about the meeting itself. */
export function MeetingActs({ meeting }: Props) {
  const { now } = useView();
  const state = meetingStateOf(meeting, now);
  if (state === "announced") return <Before meeting={meeting} />;
  if (state === "running") return <Running meeting={meeting} />;
  return null;
}

function Before({ meeting }: Props) {
  const view = useView();
  const sign = useSign();
  return (
    <section className="nextsteps" aria-label="Before it begins">
      <Act
        can={canCancelMeeting(view, meeting)}
        question="Why can’t I call it off?"
        onAct={() => sign("cancelMeeting", { meeting: meeting.id }, { circle: meeting.circle })}
      >
        Call it off
      </Act>
      <h3>Who acts in it</h3>
      <Officers meeting={meeting} />
    </section>
  );
}

function Officers({ meeting }: Props) {
  const matter = matterOfMeeting(meeting);
  return (
    <>
      <StandIn matter={matter} office={Office.Facilitator} />
      <StandIn matter={matter} office={Office.Secretary} />
    </>
  );
}

function Running({ meeting }: Props) {
  const view = useView();
  const sign = useSign();
  const here = presenceOf(view, meeting) !== undefined;
  const id = { meeting: meeting.id };
  const context = { circle: meeting.circle };
  return (
    <>
      <section className="your" aria-labelledby="your">
        <h3 id="your">{here ? "You are present" : "Are you there?"}</h3>
        {here ? (
          <Act
            can={canCheckOut(view, meeting)}
            question="Why can’t I leave?"
            onAct={() => sign("checkOut", id, context)}
          >
            Check out
          </Act>
        ) : (
          <Act
            can={named(view, canCheckIn(view, meeting))}
            question="Why can’t I check in?"
            kind="main"
            open
            onAct={() => sign("checkIn", id, context)}
          >
            Check in
          </Act>
        )}
        <p className="note">
          {here
            ? "While you are present, nothing is adopted without your word."
            : "The absent have had their chance: those present decide."}
        </p>
      </section>
      <section className="nextsteps" aria-label="What can be done">
        <Extension meeting={meeting} />
        <Guest meeting={meeting} />
        <details className="fold">
          <summary>Who acts in it</summary>
          <Officers meeting={meeting} />
        </details>
      </section>
    </>
  );
}

/** Going on longer: proposed by the secretary, refused by any member present. */
function Extension({ meeting }: Props) {
  const view = useView();
  const sign = useSign();
  const { endsAt, extension } = meeting;
  const [until, setUntil] = useState(endsAt + 3600);
  const [writing, setWriting] = useState(false);
  const extend = canExtend(view, meeting);
  const refuse = canRefuseExtension(view, meeting);
  if (extension !== null) {
    const refused = extension.refusedBy;
    return (
      <>
        <p className="note">
          {view.nameOf(extension.by)} proposed to go on until {momentText(extension.until)}
          {refused === null ? "." : `; ${view.nameOf(refused)} refused.`}
        </p>
        {refused === null && (
          <Act
            can={named(view, refuse)}
            question="Why can’t I refuse it?"
            onAct={() =>
              sign("refuseExtension", { meeting: meeting.id }, { circle: meeting.circle })
            }
          >
            Refuse: end as scheduled
          </Act>
        )}
      </>
    );
  }
  const fault =
    until <= endsAt || until > endsAt + DAY
      ? `After ${momentText(endsAt)}, by a day at most.`
      : undefined;
  return (
    <>
      <Act
        can={named(view, extend)}
        question="Why can’t I extend it?"
        small
        onAct={() => setWriting((before) => !before)}
      >
        Go on longer
      </Act>
      {extend.ok && writing && (
        <div className="form">
          <MomentField label="Until" value={until} onChange={setUntil} error={fault} />
          <Button
            small
            onClick={() => {
              if (fault === undefined) {
                sign(
                  "extendMeeting",
                  { meeting: meeting.id, extendedTo: until },
                  { circle: meeting.circle },
                );
              }
            }}
          >
            Propose it
          </Button>
        </div>
      )}
    </>
  );
}

/** One guest, for one tension. */
function Guest({ meeting }: Props) {
  const view = useView();
  const sign = useSign();
  const { organisation, nameOf } = view;
  const [writing, setWriting] = useState(false);
  const [chosen, setChosen] = useState("");
  const [inner, setInner] = useState("");
  const [tension, setTension] = useState("");
  const [tried, setTried] = useState(false);
  const can = named(view, canBringGuest(view, meeting));
  const circles = representedIn(view, meeting.circle);
  const circle = circles.find(({ id }) => String(id) === inner) ?? circles[0];
  const people = [...organisation.partners.values()]
    .map(({ person }) => person)
    .filter((person) => mayHoldOffice(organisation, person))
    .filter(
      (person) => !meeting.attendance.some((one) => one.to === 0 && isSame(one.person, person)),
    )
    .map((person) => ({ value: person, label: nameOf(person) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  const guest = people.find(({ value }) => value === chosen)?.value ?? people[0]?.value;
  const fault = textFault(tension);
  if (!can.ok) return <Why question="Why can’t I bring a guest?" why={can} />;
  return (
    <>
      <Button small onClick={() => setWriting((before) => !before)}>
        Bring a guest
      </Button>
      {writing && guest !== undefined && circle !== undefined && (
        <div className="form">
          {circles.length > 1 && (
            <SelectField
              label="As representative of"
              value={String(circle.id)}
              onChange={setInner}
              options={circles.map(({ id, words }) => ({ value: String(id), label: words.name }))}
            />
          )}
          <SelectField label="Whom" value={guest} onChange={setChosen} options={people} />
          <TextField
            label="For which tension"
            rows={2}
            maxBytes={MOST_TEXT}
            value={tension}
            onChange={setTension}
            error={tried ? fault : undefined}
          />
          <Button
            small
            onClick={() => {
              setTried(true);
              if (fault !== undefined) return;
              sign(
                "bringGuest",
                { meeting: meeting.id, inner: circle.id, guest, tension: tension.trim() },
                { circle: meeting.circle },
              );
            }}
          >
            Bring them
          </Button>
        </div>
      )}
    </>
  );
}
