import { canCallElection } from "#app/model/can/canCallElection.ts";
import type { Finder, Item, Looking } from "#app/pages/waiting/item.ts";
import { roleName } from "#app/words/changes.ts";
import { isTermOver, officeTitle } from "#app/words/offices.ts";
import { pathOf } from "#app/words/paths.ts";
import type { Person } from "#app/words/people.ts";
import { isSame } from "#app/words/people.ts";
import { dayText } from "#app/words/time.ts";
import type { ElectionSubject } from "#sdk/chronicle/elections.ts";
import type { Tenure } from "#sdk/chronicle/offices.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { holderOf, isMember } from "#sdk/chronicle/organisation.ts";

/** No person: of an office nobody's seat ends. */
const NOBODY = "0x0000000000000000000000000000000000000000";

/** Offices whose term has ended, for the facilitator who must have them elected anew, and for whoever stays in them. */
export const terms: Finder = (view, me) =>
  [...view.organisation.tenures.values()].flatMap((tenure) => ofOne(view, me, tenure) ?? []);

function ofOne(view: Looking, me: Person, tenure: Tenure): Item | undefined {
  const { organisation, now, nameOf } = view;
  const { circle, office, index, until } = tenure;
  const holder = holderOf(organisation, circle, office, index);
  const inside = organisation.roles.get(circle);
  if (holder === undefined || inside === undefined || !isTermOver(tenure, now)) return undefined;
  const subject: ElectionSubject = { circle, role: 0n, office, index, replaced: NOBODY };
  const facilitates = isSame(holderOf(organisation, circle, Office.Facilitator), me);
  const own = isSame(holder, me);
  const asked = facilitates || own || isAskedInstead(view, circle, me);
  if (!asked || !canCallElection(view, subject).ok) return undefined;
  const where = roleName(organisation, circle);
  const ended = dayText(until);
  const why = facilitates
    ? "As facilitator you have an election called."
    : "The circle has no facilitator, so every member is asked.";
  return {
    kind: "term ended",
    key: `term${circle}/${office}/${index}`,
    until: null,
    mark: { glyph: "termended" },
    label: `Term ended in ${where}`,
    title: `${officeTitle(office, index)} of ${where}`,
    href: pathOf(inside),
    because: own
      ? `Your term ended on ${ended}. You stay until somebody is elected.`
      : `The term of ${nameOf(holder)} ended on ${ended}. ${why}`,
    silence: `If nobody calls an election, ${own ? "you stay" : `${nameOf(holder)} stays`} in office, with the term ended.`,
    acts: [
      {
        label: "Call an election",
        sign: (sign) => sign("callElection", { subject, reason: `The term ended on ${ended}.` }),
      },
    ],
  };
}

/** Whether a circle has no facilitator, and somebody is a member of it. */
function isAskedInstead({ organisation }: Looking, circle: bigint, me: Person): boolean {
  const facilitator = holderOf(organisation, circle, Office.Facilitator);
  return facilitator === undefined && isMember(organisation, circle, me);
}
