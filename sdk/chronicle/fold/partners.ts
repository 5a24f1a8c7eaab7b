import type { Act } from "../events.ts";
import { fills, partnerOf } from "../organisation.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, checkPartner, setPartner } from "./draft.ts";
import { during } from "./unfinished.ts";

export const invited: Apply<"Invited"> = (draft, act) => {
  const { person } = act.args;
  if (draft.founding.endedAt === 0) during(draft, act, 1);
  else {
    const admission = admissionOf(draft);
    check(act, fills(draft, admission, act.actor), `${act.actor} may not admit partners`);
  }
  const status = partnerOf(draft, person)?.status ?? "none";
  check(act, status === "none", `${person} is ${status} already`);
  setPartner(draft, person, { status: "invited" });
};

export const agreed: Apply<"Agreed"> = (draft, act) => {
  checkAnchor(draft, act);
  const status = partnerOf(draft, act.actor)?.status ?? "none";
  checkEqual(act, "ruleHash", act.args.ruleHash, draft.ruleHash);
  check(act, status !== "agreed", `${act.actor} is a partner already`);
  const everybody = draft.founding.endedAt > 0 && admissionOf(draft) === 0n;
  check(act, everybody || status === "invited", `${act.actor} is not invited`);
  setPartner(draft, act.actor, { status: "agreed", agreedAt: act.time });
};

export const left: Apply<"Left"> = (draft, act) => {
  checkAnchor(draft, act);
  checkPartner(draft, act, act.actor);
  const seats = partnerOf(draft, act.actor)?.seats;
  check(act, seats === 0, `${act.actor} still fills roles`);
  setPartner(draft, act.actor, { status: "none", open: false, leftAt: act.time });
};

export const opennessDeclared: Apply<"OpennessDeclared"> = (draft, act) => {
  checkAnchor(draft, act);
  checkPartner(draft, act, act.actor);
  check(act, partnerOf(draft, act.actor)?.open !== act.args.open, "it changes nothing");
  setPartner(draft, act.actor, { open: act.args.open });
};

function admissionOf(draft: Draft): bigint {
  return draft.settings.get(draft.anchor)?.settings.admission ?? 0n;
}

function checkAnchor(draft: Draft, act: Act): void {
  checkEqual(act, "anchor", act.subject, draft.anchor);
}
