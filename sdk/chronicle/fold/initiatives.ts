import { actsFor } from "../actsFor.ts";
import type { Act } from "../events.ts";
import { revisionOf } from "../governance.ts";
import type { Initiative } from "../initiatives.ts";
import { requestFor } from "../initiatives.ts";
import { partnerOf } from "../organisation.ts";
import { PartnerKind } from "../partnerKind.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkFounded, roleAt } from "./draft.ts";
import { said } from "./rulings.ts";

const MOST_AFFECTED = 8;

export const initiativeDeclared: Apply<"InitiativeDeclared"> = (draft, act) => {
  const { asRole, breaks, affected, statements } = act.args;
  checkFounded(draft, act);
  checkActs(draft, act, asRole);
  const agent = partnerOf(draft, act.actor)?.kind === PartnerKind.Agent;
  check(act, !agent, "an agent takes no initiative");
  check(act, breaks === 0n || revisionOf(draft, breaks) !== 0, "what it breaks is unknown");
  check(act, (breaks !== 0n) === (statements.waiting !== ""), "it says wrongly why not to wait");
  const few = affected.length >= 1 && affected.length <= MOST_AFFECTED;
  check(act, few, "it affects not 1 to 8 roles");
  for (const role of affected) roleAt(draft, act, role);
  draft.initiatives.set(act.subject, {
    ...{ id: act.subject, declarer: act.actor, asRole, breaks, affected, statements },
    at: act.time,
    requests: [],
  });
};

export const refrainAsked: Apply<"RefrainAsked"> = (draft, act) => {
  const initiative = initiativeOf(draft, act);
  const { role, text } = act.args;
  check(act, initiative.affected.includes(role), "it does not affect the role");
  checkActs(draft, act, role);
  check(act, requestFor(initiative, role) === undefined, "it was asked before");
  const request = { ...said(act, text), role, liftedAt: 0 };
  const requests = [...initiative.requests, request];
  draft.initiatives.set(initiative.id, { ...initiative, requests });
};

export const refrainLifted: Apply<"RefrainLifted"> = (draft, act) => {
  const initiative = initiativeOf(draft, act);
  const { role } = act.args;
  const asked = requestFor(initiative, role);
  check(act, asked !== undefined, "nobody asks this");
  const gone = !actsFor(draft, role, asked.by) && actsFor(draft, role, act.actor);
  check(act, asked.by === act.actor || gone, "it is not the actor's to lift");
  const requests = initiative.requests.map((it) =>
    it === asked ? { ...it, liftedAt: act.time } : it,
  );
  draft.initiatives.set(initiative.id, { ...initiative, requests });
};

function checkActs(draft: Draft, act: Act, role: bigint): void {
  check(act, actsFor(draft, role, act.actor), `${act.actor} does not act for the role`);
}

function initiativeOf(draft: Draft, act: Act): Initiative {
  const found = draft.initiatives.get(act.subject);
  check(act, found !== undefined, "there is no such initiative");
  return found;
}
