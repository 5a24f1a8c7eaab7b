import { announcements } from "#app/pages/waiting/announcements.ts";
import { elections } from "#app/pages/waiting/elections.ts";
import { invitation } from "#app/pages/waiting/invitation.ts";
import type { Finder, Item, Looking } from "#app/pages/waiting/item.ts";
import { judging } from "#app/pages/waiting/judging.ts";
import { meetings } from "#app/pages/waiting/meetings.ts";
import { offers } from "#app/pages/waiting/offers.ts";
import { proposals } from "#app/pages/waiting/proposals.ts";
import { terms } from "#app/pages/waiting/terms.ts";

/** Every kind of item, each in a file of its own. What closes at the same time keeps this order. */
const FINDERS: readonly Finder[] = [
  invitation,
  offers,
  proposals,
  judging,
  announcements,
  elections,
  meetings,
  terms,
];

/** What asks something of whoever looks, by the time left; nothing of nobody. */
export function waitingFor(view: Looking): readonly Item[] {
  const { me } = view;
  if (me === null) return [];
  return FINDERS.flatMap((find) => find(view, me)).sort(
    (one, other) => (one.until ?? Infinity) - (other.until ?? Infinity),
  );
}
