import type { Address } from "viem";

import type { Act, ActOf } from "../events.ts";
import { fills, isFounded, isMember, partnerOf } from "../organisation.ts";
import { isVoiced, PartnerKind } from "../partnerKind.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, checkPartner, setPartner, someone } from "./draft.ts";
import { during } from "./unfinished.ts";

export const invited: Apply<"Invited"> = (draft, act) => {
  const { person, kind } = act.args;
  const custodian = someone(act.args.custodian);
  checkAnchor(draft, act);
  if (draft.founding.endedAt === 0) during(draft, act, 1);
  else checkInvitation(draft, act, kind, custodian);
  const status = partnerOf(draft, person)?.status ?? "none";
  check(act, status === "none", `${person} is ${status} already`);
  check(act, isKind(kind), `there is no kind of partner ${kind}`);
  const answered = (custodian !== null) === (kind === PartnerKind.Agent);
  check(act, answered, "an agent has a custodian, and nobody else");
  setPartner(draft, person, { status: "invited", kind, custodian });
};

/** Whoever admits invites; where everybody is admitted as a person, a member of the anchor invites others. */
function checkInvitation(
  draft: Draft,
  act: ActOf<"Invited">,
  kind: number,
  custodian: Address | null,
): void {
  const admission = admissionOf(draft);
  const may =
    admission === 0n
      ? !isVoiced(kind) && isMember(draft, draft.anchor, act.actor)
      : fills(draft, admission, act.actor);
  check(act, may, `${act.actor} may not admit partners`);
  if (kind !== PartnerKind.Agent || custodian === null) return;
  const answers = partnerOf(draft, custodian);
  const fit = answers?.status === "agreed" && answers.kind === PartnerKind.Person;
  check(act, fit, `${custodian} is no person who is a partner`);
}

function isKind(kind: number): kind is PartnerKind {
  return Object.values<number>(PartnerKind).includes(kind);
}

export const agreed: Apply<"Agreed"> = (draft, act) => {
  checkAnchor(draft, act);
  const status = partnerOf(draft, act.actor)?.status ?? "none";
  checkEqual(act, "ruleHash", act.args.ruleHash, draft.ruleHash);
  const again = status === "agreed";
  const old = partnerOf(draft, act.actor)?.version !== draft.version;
  check(act, !again || old, `${act.actor} is a partner already`);
  const everybody = isFounded(draft) && admissionOf(draft) === 0n;
  check(act, again || everybody || status === "invited", `${act.actor} is not invited`);
  const { version } = draft;
  setPartner(draft, act.actor, { status: "agreed", version, agreedAt: act.time });
};

export const left: Apply<"Left"> = (draft, act) => {
  checkAnchor(draft, act);
  checkPartner(draft, act, act.actor);
  const seats = partnerOf(draft, act.actor)?.seats;
  check(act, seats === 0, `${act.actor} still fills roles`);
  end(draft, act, act.actor);
};

export const expelled: Apply<"Expelled"> = (draft, act) => {
  const { person } = act.args;
  checkAnchor(draft, act);
  const admission = admissionOf(draft);
  const may = admission !== 0n && fills(draft, admission, act.actor);
  check(act, may, `${act.actor} may not expel anybody`);
  const known = partnerOf(draft, person);
  check(act, known !== undefined && known.status !== "none", `${person} is no partner`);
  check(act, known.seats === 0, `${person} still fills roles`);
  end(draft, act, person);
};

/** Somebody is no longer a partner, or invited. */
function end(draft: Draft, act: Act, person: Address): void {
  setPartner(draft, person, {
    status: "none",
    kind: PartnerKind.Person,
    custodian: null,
    open: false,
    version: 0,
    leftAt: act.time,
  });
}

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
