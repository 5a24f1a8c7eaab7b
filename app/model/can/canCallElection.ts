import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { founded, member } from "#app/model/can/common.ts";
import { whereText } from "#app/model/can/electing.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { isNobody } from "#app/words/elections.ts";
import { isTermOver } from "#app/words/offices.ts";
import { isSubject } from "#sdk/chronicle/candidacy.ts";
import type { ElectionSubject } from "#sdk/chronicle/elections.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { lastElectionOf, settingsIn, tenureOf, termOf } from "#sdk/chronicle/organisation.ts";
import { isRunning, stepOf } from "#sdk/chronicle/stepOf.ts";

/** Whether somebody can call an election about this. */
export function canCallElection(view: Standpoint, subject: ElectionSubject): Can {
  return all(
    () => founded(view),
    () => electable(view, subject),
    () => (isOverdue(view, subject) ? YES : member(view, subject.circle, "call elections")),
    () => onlyOne(view, subject),
  );
}

function electable(view: Standpoint, subject: ElectionSubject): Can {
  const { organisation } = view;
  if (isSubject(organisation, subject)) return YES;
  const { circle, role, office } = subject;
  const name = roleName(organisation, circle);
  if (role !== 0n) {
    return no(
      "Roles are filled by election only where a circle’s settings say so.",
      `The settings of ${name} do not.`,
      "Propose settings that do; until then the leads choose.",
    );
  }
  const appointer = settingsIn(organisation, circle).appointer;
  if (office === Office.Rep && appointer !== 0n) {
    return no(
      "Where a circle’s own settings name who appoints its representatives, none is elected.",
      `${roleName(organisation, appointer)} appoints those of ${name}.`,
      "Propose settings that name nobody.",
    );
  }
  return no(
    "An office of a circle is elected, and representatives only where a circle stands around it.",
    `${name} has no such place.`,
    "Nothing to do.",
  );
}

/** Whether the incumbent’s term has ended: then anybody may call. */
function isOverdue({ organisation, now }: Standpoint, subject: ElectionSubject): boolean {
  const { circle, role, office, index, replaced } = subject;
  const until =
    role === 0n
      ? (tenureOf(organisation, circle, office, index)?.until ?? 0)
      : isNobody(replaced)
        ? 0
        : termOf(organisation, role, replaced);
  return isTermOver({ until }, now);
}

function onlyOne(view: Standpoint, subject: ElectionSubject): Can {
  const last = lastElectionOf(view.organisation, subject);
  if (last === undefined || !isRunning(stepOf(last, view.now))) return YES;
  return no(
    "One election at a time about an office, or about a role.",
    `One goes on. ${whereText(view, last)}`,
    "Take part in it.",
  );
}
