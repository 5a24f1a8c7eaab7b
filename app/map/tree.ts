import { circleOf, isCircle, lineTo } from "#app/map/layout.ts";
import type { Organisation, Role } from "#sdk/chronicle/organisation.ts";

/** A row of the tree, in the order in which rows stand. */
export interface Row {
  readonly role: Role;
  /** From 1. */
  readonly level: number;
  /** Undefined for a role without roles inside. */
  readonly expanded: boolean | undefined;
  readonly place: number;
  readonly siblings: number;
}

type Structure = Pick<Organisation, "roles" | "anchor">;

/** The circles that stand open at first: those around the focus and it. */
export function openAtFirst(organisation: Structure, focus: bigint): ReadonlySet<bigint> {
  return new Set(lineTo(organisation, circleOf(organisation, focus)));
}

/** The rows of the tree: circles before roles in each, and only what stands open unfolded. */
export function rowsOf(organisation: Structure, open: ReadonlySet<bigint>): Row[] {
  const rows: Row[] = [];
  const visit = (id: bigint, level: number, place: number, siblings: number) => {
    const role = organisation.roles.get(id);
    if (role === undefined) return;
    const expanded = role.inner.length === 0 ? undefined : open.has(id);
    rows.push({ role, level, expanded, place, siblings });
    if (expanded !== true) return;
    const inner = innerOf(organisation, role);
    for (const [index, held] of inner.entries()) visit(held.id, level + 1, index + 1, inner.length);
  };
  visit(organisation.anchor, 1, 1, 1);
  return rows;
}

/** The roles inside a circle, circles first. */
export function innerOf(organisation: Structure, circle: Role): Role[] {
  const inner = circle.inner.flatMap((id) => organisation.roles.get(id) ?? []);
  return [...inner.filter(isCircle), ...inner.filter((role) => !isCircle(role))];
}

/** What a key does in the tree: where it moves, and what it opens or closes. Undefined when it does nothing. */
export function treeKey(
  key: string,
  rows: readonly Row[],
  at: bigint,
): { readonly to?: bigint; readonly toggle?: bigint } | undefined {
  const index = rows.findIndex(({ role }) => role.id === at);
  const row = rows[index];
  if (row === undefined) return undefined;
  const to = (target: Row | undefined) =>
    target === undefined ? undefined : { to: target.role.id };
  switch (key) {
    case "ArrowDown":
      return to(rows[index + 1]);
    case "ArrowUp":
      return to(rows[index - 1]);
    case "Home":
      return to(rows[0]);
    case "End":
      return to(rows.at(-1));
    case "ArrowRight":
      return row.expanded === false
        ? { toggle: at }
        : row.expanded
          ? to(rows[index + 1])
          : undefined;
    case "ArrowLeft":
      if (row.expanded) return { toggle: at };
      return to(rows.find(({ role }) => role.id === row.role.circle));
    default:
      return undefined;
  }
}
