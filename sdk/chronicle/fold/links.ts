import type { Address } from "viem";

import { ChangeKind } from "../changeKind.ts";
import type { Act, Change } from "../events.ts";
import { surrounds } from "../governance.ts";
import {
  bindingTerms,
  followersOf,
  invitingTerms,
  MOST_FOLLOWERS,
  readLinkTerms,
} from "../links.ts";
import type { Role, RoleLink } from "../organisation.ts";
import { isInPerson } from "../organisation.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, roleAt } from "./draft.ts";
import { checkInvitesNobody } from "./linked.ts";
import { NO_TERMS, NO_WORDS } from "./rulings.ts";
import { checkPeople, unseatAll } from "./seats.ts";
import { prove } from "./special.ts";
import { addRole, checkKind, takeOut } from "./structure.ts";
import { causeOf, checkPart, follow, impose, nextCause } from "./unfinished.ts";

export const roleLinked: Apply<"RoleLinked"> = (draft, act) => {
  const { circle, policy, terms, words, leads, people } = act.args;
  const cause = causeOf(draft, act, act.subject);
  const change = checkKind(act, cause, ChangeKind.LinkRole, circle);
  if (change !== null) {
    checkPart(act, "words", words, change.words);
    check(act, terms === change.terms, "its terms are not those of its change");
    check(act, cause.resolve(change.place) === policy, "its policy is not that of its change");
  }
  check(act, cause.circle === null || cause.circle === circle, "it is out of reach");
  checkInvited(draft, act);
  checkInvitesNobody(draft, act, policy);
  const read = readLinkTerms(draft.number, terms);
  check(act, read !== null, "its terms say no link");
  const { source, appointer, limit } = read;
  if (source !== null) checkSource(draft, act, roleAt(draft, act, source), circle);

  const link: RoleLink = { source, appointer, policy };
  check(act, words.domains.length === 0, "it is granted domains already");
  addRole(draft, act, circle, { words, origins: [], leads, limit, link });
  const fillers = source === null ? [] : roleAt(draft, act, source).fillers;
  checkPeople(act, act.subject, people, fillers);
  follow(
    draft,
    act,
    people.map((person) => dueOf("Assigned", act.subject, person)),
  );
};

export const roleUnlinked: Apply<"RoleUnlinked"> = (draft, act) => {
  const role = roleAt(draft, act, act.subject);
  const { circle, link } = role;
  check(act, link !== null && circle !== null, "the role is not linked");
  // With the role that it follows, or the policy that invites it, it goes just before them.
  if (!goesWithNext(draft, act, link)) {
    const cause = causeOf(draft, act, null);
    checkKind(act, cause, ChangeKind.UnlinkRole, role.id, role.revision);
    const around = [
      circle,
      draft.roles.get(circle)?.circle,
      draft.policies.get(link.policy)?.circle,
      draft.roles.get(link.source ?? 0n)?.circle,
    ];
    check(act, cause.circle === null || around.includes(cause.circle), "it is out of reach");
  }
  unseatAll(draft, act, role, act.args.people);
  takeOut(draft, act, role, circle);
  draft.roles.delete(role.id);
  draft.removedRoles.set(role.id, { ...role, removedAt: act.time, removedBy: act.number });
};

/** Whether the change whose turn it is removes the role that a linked one follows, or repeals what invites it. */
function goesWithNext(draft: Draft, act: Act, { source, policy }: RoleLink): boolean {
  const { change = null, resolve } = nextCause(draft, act) ?? {};
  if (change === null || resolve === undefined) return false;
  const goes = change.kind === ChangeKind.RemoveRole ? source : policy;
  const ends = change.kind === ChangeKind.RemoveRole || change.kind === ChangeKind.RepealPolicy;
  return ends && resolve(change.target) === goes;
}

export const linkEnded: Apply<"LinkEnded"> = (draft, act) => {
  const { link, circle, revision } = roleAt(draft, act, act.subject);
  check(act, link !== null && circle !== null, "the role is not linked");
  if (act.actor !== link.appointer) checkFollowed(draft, act, link);
  const change: Change = {
    ...{ kind: ChangeKind.UnlinkRole, target: act.subject, revision, place: 0n, reviewAt: 0 },
    ...{ tags: 0, words: NO_WORDS, settings: [], terms: NO_TERMS },
  };
  impose(draft, act, circle, change);
  prove(draft, act);
};

/** Whoever begins or stops filling a role does so with the roles that follow it, next. */
export function followOn(draft: Draft, act: Act, name: "Assigned" | "Unassigned", person: Address) {
  const followers = followersOf(draft, act.subject);
  follow(
    draft,
    act,
    followers.map(({ id }) => dueOf(name, id, person)),
  );
}

function checkInvited(
  draft: Draft,
  act: Act & { args: { circle: bigint; policy: bigint; terms: `0x${string}` } },
) {
  const { circle, policy, terms } = act.args;
  const held = draft.policies.get(policy);
  const invites = held?.terms === invitingTerms(circle, terms);
  check(act, invites && surrounds(draft, circle, held.circle), "no policy there invites it");
}

function checkSource(draft: Draft, act: Act, source: Role, circle: bigint): void {
  const elsewhere = source.circle !== null && source.circle !== circle;
  check(act, elsewhere && source.link === null, "it follows no role elsewhere");
  check(act, followersOf(draft, source.id).length < MOST_FOLLOWERS, "too many roles follow that");
}

/** Refuse whoever does not fill the role that is followed as a person or body, or is bound to. */
function checkFollowed(draft: Draft, act: Act, { source }: RoleLink): void {
  const around = draft.roles.get(source ?? 0n)?.circle ?? null;
  check(act, source !== null && around !== null, `${act.actor} does not choose who fills it`);
  check(
    act,
    isInPerson(draft, source, act.actor),
    `${act.actor} does not fill the role that it follows`,
  );
  const terms = bindingTerms(source);
  const bound = [...draft.policies.values()].some(
    (it) => it.circle === around && it.terms === terms,
  );
  check(act, !bound, "a policy binds the role to its links");
}

function dueOf(name: "Assigned" | "Unassigned", subject: bigint, person: Address) {
  return { name, subject, person, time: null };
}
