import {
  adoption,
  facilitatorOfFood,
  firstMeeting,
  officers,
  structure,
} from "./meander/beginning.ts";
import { allergens, bikes, bills, machines } from "./meander/judging.ts";
import { bay, door } from "./meander/money.ts";
import {
  boxes,
  guardian,
  onboarding,
  review,
  silence,
  termEnds,
  trial,
} from "./meander/steering.ts";
import { breakdown, restored, smoke } from "./meander/troubles.ts";
import type { Episode } from "./script.ts";

/** What happens in Meander Commons and is played here, in its order; what exercises no rule prepares what does. */
export const EPISODES: readonly Episode[] = [
  adoption,
  structure,
  firstMeeting,
  officers,
  facilitatorOfFood,
  allergens,
  machines,
  bills,
  bikes,
  door,
  guardian,
  bay,
  onboarding,
  smoke,
  silence,
  breakdown,
  trial,
  restored,
  review,
  boxes,
  termEnds,
];

/** An episode's name, as the list of events has it. */
export function nameOf({
  week,
  circle,
  title,
}: Pick<Episode, "week" | "circle" | "title">): string {
  return `week ${week}, ${circle}: ${title}`;
}

/** Every event of the demo organisation's half year, by week and circle, whether it is played or not. */
export const EVENTS: readonly string[] = [
  nameOf(adoption),
  nameOf(structure),
  nameOf(firstMeeting),
  nameOf(facilitatorOfFood),
  nameOf(allergens),
  nameOf(machines),
  nameOf(bills),
  nameOf(bikes),
  nameOf(door),
  nameOf(guardian),
  nameOf(bay),
  "week 7, loop: Weekly tactical",
  nameOf(onboarding),
  "week 8, anchor: Funding round 'Spring' opens",
  "week 8, digital: AI drafts minutes for 3 circles",
  "week 9, anchor: Bucket 'Bike shelter'",
  "week 10, anchor: 'Film night' cancelled",
  "week 10, anchor: Round closes",
  nameOf(smoke),
  "week 12, care: Letters of understanding",
  nameOf(silence),
  nameOf(breakdown),
  nameOf(restored),
  "week 14, anchor: Sense check on Sunday opening",
  "week 15, anchor: Dot vote on 2 next metrics",
  "week 15, anchor: Time poll for assembly",
  nameOf(review),
  nameOf(boxes),
  "week 18, learn: Joint circle with Oxbow Commons",
  "week 18, learn: Shared budget",
  "week 19, learn: Dispute over shared van",
  "week 20, make: Outside contributors log tasks on open designs",
  "week 21, anchor: First public report",
  nameOf(termEnds),
  "week 24, anchor: Funding round 'Summer' opens",
  "week 25, anchor: Auditor exports full record as of week 13",
];
