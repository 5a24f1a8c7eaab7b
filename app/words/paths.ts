import { idText } from "#app/words/ids.ts";
import type { Role } from "#sdk/chronicle/organisation.ts";

/** The page of a role, or of the circle inside it when that has come alive. */
export function pathOf(role: Pick<Role, "id" | "circle" | "alive">): string {
  if (role.circle === null) return "/";
  return role.alive ? `/circle/${idText(role.id)}` : `/role/${idText(role.id)}`;
}

export function rolePath(role: bigint): string {
  return `/role/${idText(role)}`;
}

export function circlePath(circle: bigint): string {
  return `/circle/${idText(circle)}`;
}

export function proposalPath(proposal: bigint): string {
  return `/proposal/${idText(proposal)}`;
}

export function amendPath(proposal: bigint): string {
  return `/proposal/${idText(proposal)}/amend`;
}

export function composePath(circle: bigint): string {
  return `/circle/${idText(circle)}/propose`;
}

export function electionPath(election: bigint): string {
  return `/election/${idText(election)}`;
}

export function meetingPath(meeting: bigint): string {
  return `/meeting/${idText(meeting)}`;
}
