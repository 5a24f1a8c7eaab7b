import type { Address } from "viem";

import type { Breakdown } from "../breakdowns.ts";
import { BreakdownReason } from "../breakdowns.ts";
import type { Act } from "../events.ts";
import { surrounds } from "../governance.ts";
import { mayAct, officeBit, restoringOf } from "../mayAct.ts";
import { Office } from "../offices.ts";
import type { Due } from "../organisation.ts";
import { fills } from "../organisation.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, checkFounded, checkPartner, roleAt, someone } from "./draft.ts";
import { checkActing } from "./offices.ts";
import { said } from "./rulings.ts";
import { follow } from "./unfinished.ts";

const TIME_TO_RESTORE = 30 * 86_400;

export const auditAsked: Apply<"AuditAsked"> = (draft, act) => {
  checkFounded(draft, act);
  checkPartner(draft, act, act.actor);
  roleAt(draft, act, act.subject);
  draft.audits = [...draft.audits, { circle: act.subject, ...said(act, act.args.text) }];
};

export const breakdownDeclared: Apply<"BreakdownDeclared"> = (draft, act) => {
  const { subject: circle, time } = act;
  const { by, due, text } = act.args;
  const reason = Object.values(BreakdownReason).find((it) => it === act.args.reason);
  check(act, reason !== undefined, `there is no reason ${act.args.reason}`);
  roleAt(draft, act, circle);
  check(act, draft.breakdowns.get(circle)?.ended !== null, "it is in breakdown already");
  checkEqual(act, "due", due, time + TIME_TO_RESTORE);
  if (reason === BreakdownReason.Unresolved) {
    const inner = standing(draft, act, by);
    check(act, time >= inner.due, "there is still time to restore due process inside it");
    checkEqual(act, "circle", circle, roleAt(draft, act, by).circle);
    draft.breakdowns.set(by, { ...inner, due });
  } else {
    const acts = (office: Office) =>
      mayAct(draft, act.emitter, circle, by, office, act.actor, time);
    const declares =
      reason === BreakdownReason.FailedGovernance
        ? by === circle && acts(Office.Facilitator)
        : acts(Office.Facilitator) || acts(Office.Secretary);
    check(act, declares && surrounds(draft, circle, by), "it is not the actor's to declare");
  }
  draft.breakdowns.set(circle, {
    ...{ circle, by, reason, due },
    declared: said(act, text),
    taken: 0,
    lead: null,
    ended: null,
  });
};

export const officeTakenOver: Apply<"OfficeTakenOver"> = (draft, act) => {
  const found = standing(draft, act, act.subject);
  const restoring = checkRestorer(draft, act);
  const bit = officeBit(act.args.office);
  const own = restoring === act.subject && act.args.office === Office.Facilitator;
  const open = bit !== 0 && !own && (found.taken & bit) === 0;
  check(act, open, "the office is not taken over, or was before");
  draft.breakdowns.set(act.subject, { ...found, taken: found.taken | bit });
};

export const leadAdded: Apply<"LeadAdded"> = (draft, act) => {
  const { subject: circle } = act;
  const found = standing(draft, act, circle);
  check(act, checkRestorer(draft, act) !== circle, "nobody is assigned to an anchor");
  const lead = someone(act.args.lead);
  const begins = lead === null ? [] : [due(circle, "Assigned", lead)];
  follow(draft, act, [...ends(draft, found), ...begins]);
  draft.breakdowns.set(circle, { ...found, lead });
};

export const breakdownEnded: Apply<"BreakdownEnded"> = (draft, act) => {
  const { subject: circle } = act;
  const { overturned, text } = act.args;
  const found = standing(draft, act, circle);
  if (overturned) {
    const further = restoringOf(draft, restoringOf(draft, circle));
    checkActing(draft, act, circle, further, Office.Secretary);
  } else checkRestorer(draft, act);
  follow(draft, act, ends(draft, found));
  draft.breakdowns.set(circle, { ...found, ended: { ...said(act, text), overturned } });
};

/** The breakdown that a circle is in. */
function standing(draft: Draft, act: Act, circle: bigint): Breakdown {
  const found = draft.breakdowns.get(circle);
  check(act, found !== undefined && found.ended === null, `${circle} is not in breakdown`);
  return found;
}

/** Refuse an actor who does not restore the circle. */
function checkRestorer(draft: Draft, act: Act): bigint {
  roleAt(draft, act, act.subject);
  const restoring = restoringOf(draft, act.subject);
  checkActing(draft, act, act.subject, restoring, Office.Facilitator);
  return restoring;
}

/** What ends when an added lead goes: nothing when somebody has ended that before. */
function ends(draft: Draft, { circle, lead }: Breakdown): readonly Due[] {
  return lead !== null && fills(draft, circle, lead) ? [due(circle, "Unassigned", lead)] : [];
}

function due(subject: bigint, name: Due["name"], person: Address): Due {
  return { name, subject, person, time: null };
}
