import type { Act } from "../events.ts";
import { linkedBy } from "../links.ts";
import type { Role } from "../organisation.ts";
import type { Draft } from "./draft.ts";
import { check } from "./draft.ts";

/** Refuse what cannot be done to a linked role, in which nothing stands. */
export function checkUnlinked(act: Act, role: Role): void {
  check(act, role.link === null, "the role is linked");
}

/** Refuse a change of a policy by which a role is linked, and another link by it. */
export function checkInvitesNobody(draft: Draft, act: Act, policy: bigint): void {
  check(act, linkedBy(draft, policy).length === 0, "a role is linked by the policy");
}
