import { lineTo } from "#app/map/layout.ts";
import { pathOf } from "#app/words/paths.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

interface Crumb {
  readonly label: string;
  readonly href?: string;
}

/** The circles around and it, each to be followed but where the page is the circle's own; then the page's name. */
export function crumbsOf(
  organisation: Pick<Organisation, "roles" | "anchor">,
  circle: bigint,
  ...here: readonly Crumb[]
): Crumb[] {
  const line = lineTo(organisation, circle).flatMap((id) => organisation.roles.get(id) ?? []);
  const all = line.map((role): Crumb => ({ label: role.words.name, href: pathOf(role) }));
  const last = all.at(-1);
  if (here.length > 0 || last === undefined) return [...all, ...here];
  return [...all.slice(0, -1), { label: last.label }];
}
