import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { founded } from "#app/model/can/common.ts";
import { acting } from "#app/model/can/officers.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { momentText } from "#app/words/time.ts";
import type { SpecialRequest } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { isMember } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can schedule a meeting of a circle; with a request, the one that answers it. */
export function canSchedule(view: Standpoint, circle: bigint, request?: SpecialRequest): Can {
  return all(
    () => founded(view),
    () => (request === undefined ? YES : unanswered(request)),
    () => scheduler(view, circle, request),
  );
}

function unanswered({ meeting }: SpecialRequest): Can {
  if (meeting === null) return YES;
  return no("A request is answered by one meeting.", "It is scheduled.", "Nothing to do.");
}

function scheduler(view: Standpoint, circle: bigint, request: SpecialRequest | undefined): Can {
  const { organisation, me, now, nameOf } = view;
  const rule =
    "The secretary schedules the meetings of a circle; whoever asked for one may, when it was not scheduled after one notice.";
  const asked = request !== undefined && me !== null && samePerson(request.by, me);
  if (asked && now >= request.dueAt && isMember(organisation, circle, me)) return YES;
  const can = acting(view, { family: "meetings", id: circle, circle }, Office.Secretary, rule);
  if (can.ok || request === undefined) return can;
  const helps =
    now < request.dueAt
      ? `${can.helps} From ${momentText(request.dueAt)} ${nameOf(request.by)} may.`
      : `${nameOf(request.by)} may schedule it now.`;
  return no(can.rule, can.now, helps);
}
