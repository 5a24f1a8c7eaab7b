import { useState } from "react";

import { Act } from "#app/components/Act.tsx";
import { Button } from "#app/components/Button.tsx";
import { canRequestSpecialMeeting } from "#app/model/can/canRequestSpecialMeeting.ts";
import { canSchedule } from "#app/model/can/canSchedule.ts";
import { canStandIn } from "#app/model/can/canStandIn.ts";
import type { Matter } from "#app/model/can/officers.ts";
import { useView } from "#app/model/view.ts";
import { RequestMeeting, ScheduleMeeting } from "#app/pages/parts/MeetingForms.tsx";
import { StandIn } from "#app/pages/parts/StandIn.tsx";
import { named } from "#app/pages/parts/speaking.ts";
import { momentText } from "#app/words/time.ts";
import type { SpecialRequest } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";

/** Requests that wait to be scheduled, and calling a meeting or asking for one. */
export function MeetingCalls({ circle }: { readonly circle: bigint }) {
  const view = useView();
  const { organisation } = view;
  const [form, setForm] = useState<"ask" | "schedule" | SpecialRequest>();
  const requests = [...organisation.specialRequests.values()].filter(
    (request) => request.circle === circle && request.meeting === null,
  );
  const close = () => setForm(undefined);
  const schedule = named(view, canSchedule(view, circle));
  // The secretary's calendar is a matter of its own, named by the circle.
  const calendar: Matter = { family: "meetings", id: circle, circle };
  return (
    <>
      {requests.map((request) => (
        <Asked key={request.id} request={request} onSchedule={() => setForm(request)} />
      ))}
      {view.me !== null && !schedule.ok && canStandIn(view, calendar, Office.Secretary).ok && (
        <StandIn matter={calendar} office={Office.Secretary} />
      )}
      <div className="acts meetingcalls">
        <Act
          can={schedule}
          question="Why can’t I schedule a meeting?"
          small
          onAct={() => setForm("schedule")}
        >
          Schedule a meeting
        </Act>
        <Act
          can={named(view, canRequestSpecialMeeting(view, circle))}
          question="Why can’t I ask for a meeting?"
          small
          onAct={() => setForm("ask")}
        >
          Ask for a meeting
        </Act>
      </div>
      {form === "ask" && <RequestMeeting circle={circle} open onClose={close} />}
      {form === "schedule" && <ScheduleMeeting circle={circle} open onClose={close} />}
      {typeof form === "object" && (
        <ScheduleMeeting circle={circle} request={form} open onClose={close} />
      )}
    </>
  );
}

/** One request, and scheduling the meeting that answers it. */
function Asked({
  request,
  onSchedule,
}: {
  readonly request: SpecialRequest;
  readonly onSchedule: () => void;
}) {
  const view = useView();
  const can = canSchedule(view, request.circle, request);
  return (
    <div className="asked">
      <p>
        {view.nameOf(request.by)} asked for a meeting on {momentText(request.at)}
        {request.purpose === "" ? "." : ": "}
        {request.purpose !== "" && <q className="read">{request.purpose}</q>}
      </p>
      {can.ok && view.me !== null ? (
        <Button small onClick={onSchedule}>
          Schedule it
        </Button>
      ) : (
        !can.ok && <p className="note">{can.helps}</p>
      )}
    </div>
  );
}
