import { changesTitle, policyName, roleName } from "#app/words/changes.ts";
import { countText } from "#app/words/lists.ts";
import { circlePath, proposalPath, rolePath } from "#app/words/paths.ts";
import { wordsAt } from "#app/words/revisions.ts";
import { spanText } from "#app/words/time.ts";
import type { Act, ActOf, EventName, Payment } from "#sdk/chronicle/events.ts";
import type { Organisation, Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";

/** A part of a sentence: plain, a name, or something to follow. */
export interface Part {
  readonly text: string;
  readonly name?: boolean;
  readonly href?: string;
}

/** The shape that stands before an act in the history. */
export type ActGlyph =
  | "open"
  | "objected"
  | "adopted"
  | "enacted"
  | "said"
  | "withdrawn"
  | "lapsed"
  | "escalated"
  | "money"
  | "circle"
  | "filled"
  | "unfilled";

/** What the history tells of one act. */
export interface Told {
  readonly parts: readonly Part[];
  readonly glyph: ActGlyph;
  /** What was written with it: a purpose, a reason. */
  readonly quote?: string;
  readonly about: "rules" | "money" | "people";
  /** The circle in which it happened; null for the organisation. */
  readonly circle: bigint | null;
}

/** What telling an act needs to know. */
export interface Teller {
  readonly organisation: Organisation;
  readonly nameOf: (person: Act["actor"]) => string;
  readonly moneyOf: (payment: Pick<Payment, "token" | "amount">) => string;
  /** The proposal on whose page it is told: there it needs no name. */
  readonly here?: bigint;
}

type Tell<name extends EventName> = (act: ActOf<name>, teller: Teller) => Told;

const people = { about: "people", circle: null } as const;

const TELL: { readonly [name in EventName]: Tell<name> } = {
  Founded: (act, to) => told(act, to, "circle", [` founded ${act.args.words.name}.`], people),
  RatifiersNamed: (act, to) =>
    told(
      act,
      to,
      "circle",
      [` named ${countText(act.args.ratifiers.length, "ratifier")}.`],
      people,
    ),
  Written: (act, to) => told(act, to, "circle", [" wrote a part of the first structure."], people),
  Ratified: (act, to) =>
    act.args.complete
      ? told(act, to, "enacted", [" ratified the first structure. The founding is over."], people)
      : told(act, to, "said", [" ratified the first structure."], people),
  Invited: (act, to) =>
    told(act, to, "filled", [" invited ", person(to, act.args.person), "."], people),
  Agreed: (act, to) => told(act, to, "said", [" agreed to the rules and is a partner."], people),
  Left: (act, to) => told(act, to, "withdrawn", [" left the organisation."], people),
  OpennessDeclared: (act, to) =>
    told(
      act,
      to,
      "said",
      [act.args.open ? " is open to assignments." : " wants to accept every role first."],
      people,
    ),
  Offered: (act, to) =>
    told(
      act,
      to,
      "unfilled",
      [" offered ", role(to, act.subject), " to ", person(to, act.args.person), "."],
      inCircleOf(to, act.subject),
    ),
  OfferWithdrawn: (act, to) => {
    const declined = same(act.actor, act.args.person);
    const rest = declined
      ? [" declined ", role(to, act.subject), "."]
      : [
          " took back the offer of ",
          role(to, act.subject),
          " to ",
          person(to, act.args.person),
          ".",
        ];
    return told(act, to, "withdrawn", rest, inCircleOf(to, act.subject));
  },
  Assigned: (act, to) => {
    const accepted = same(act.actor, act.args.person);
    const rest = accepted
      ? [" accepted ", role(to, act.subject), "."]
      : [" gave ", role(to, act.subject), " to ", person(to, act.args.person), "."];
    return told(act, to, "filled", rest, inCircleOf(to, act.subject));
  },
  Unassigned: (act, to) => {
    const resigned = same(act.actor, act.args.person);
    const rest = resigned
      ? [" resigned from ", role(to, act.subject), "."]
      : [" took ", role(to, act.subject), " back from ", person(to, act.args.person), "."];
    return told(act, to, "unfilled", rest, inCircleOf(to, act.subject));
  },
  RoleCreated: (act, to) =>
    bare(
      [role(to, act.subject), " was created in ", circle(to, act.args.circle), "."],
      "enacted",
      act.args.circle,
    ),
  RoleRemoved: (act, to) => {
    const at = inCircleOf(to, act.subject).circle;
    const where = at === null ? [] : [" in ", circle(to, at)];
    return bare([role(to, act.subject), " was removed", ...where, "."], "enacted", at);
  },
  PolicyAdopted: (act, to) =>
    bare(
      [`“${act.args.words.name}” became a policy of `, circle(to, act.args.circle), "."],
      "enacted",
      act.args.circle,
    ),
  PolicyRepealed: (act, to) => {
    const at = to.organisation.repealedPolicies.get(act.subject)?.circle ?? null;
    return bare([`“${policyName(to.organisation, act.subject)}” was repealed.`], "enacted", at);
  },
  Inscribed: (act, to) => {
    const old = wordsAt(to.organisation, act.subject, act.args.revision - 1)?.name;
    const { name } = act.args.words;
    const renamed = old !== undefined && old !== name ? `, before ${old},` : "";
    return bare(
      [
        policyOrRole(to, act.subject, name),
        `${renamed} reads anew: revision ${act.args.revision}.`,
      ],
      "enacted",
      inCircleOf(to, act.subject).circle,
    );
  },
  SettingsSet: (act, to) => {
    const { window } = act.args.settings;
    const span = window === 0 ? "the anchor’s window" : `a window of ${spanText(window)}`;
    return bare([circle(to, act.subject), ` has ${span} now.`], "enacted", act.subject);
  },
  Proposed: (act, to) => {
    const { adopted, asRole, circle: at, reasons } = act.args;
    const what = to.here === act.subject ? "version 1" : proposal(to, act.subject);
    const end = adopted ? ": adopted at once, for nobody else is asked." : ".";
    const rest = [" proposed ", what, ...speaking(to, asRole), end];
    const more = { about: "rules", circle: at, quote: reasons.tension } as const;
    return told(act, to, adopted ? "adopted" : "open", rest, more);
  },
  Amended: (act, to) =>
    told(
      act,
      to,
      "open",
      [
        " amended ",
        proposal(to, act.subject),
        `: version ${act.args.version}, with a full new window.`,
      ],
      { ...about(to, act.subject), quote: act.args.integrates },
    ),
  Objected: (act, to) => {
    const { objection, asRole, version } = act.args;
    const what = to.here === act.subject ? `version ${version}` : proposal(to, act.subject);
    const rest = [" objected", ...speaking(to, asRole), " to ", what, "."];
    const quote = objection.rule === "" ? objection.harm : objection.rule;
    return told(act, to, "objected", rest, { ...about(to, act.subject), quote });
  },
  ObjectionWithdrawn: (act, to) =>
    told(
      act,
      to,
      "withdrawn",
      [" took the objection to ", proposal(to, act.subject), " back."],
      about(to, act.subject),
    ),
  Resolved: (act, to) =>
    told(
      act,
      to,
      act.args.adopted ? "adopted" : "said",
      [
        ` found the objection integrated in version ${act.args.version} of `,
        proposal(to, act.subject),
        act.args.adopted ? ", which adopted it." : ".",
      ],
      about(to, act.subject),
    ),
  Confirmed: (act, to) =>
    told(
      act,
      to,
      act.args.adopted ? "adopted" : "said",
      [
        " has no objection to ",
        proposal(to, act.subject),
        act.args.adopted ? ": the last answer, which adopted it." : ".",
      ],
      about(to, act.subject),
    ),
  Withdrawn: (act, to) =>
    told(
      act,
      to,
      "withdrawn",
      [" withdrew ", proposal(to, act.subject), "."],
      about(to, act.subject),
    ),
  Enacted: (act, to) =>
    told(act, to, "enacted", [" enacted ", proposal(to, act.subject), "."], about(to, act.subject)),
  Announced: (act, to) => {
    const { payment, asRole, purpose } = act.args;
    const rest = [
      " announced ",
      money(to, payment),
      " to ",
      person(to, payment.payee),
      ...speaking(to, asRole),
      ".",
    ];
    return told(act, to, "money", rest, { ...spending(to, asRole), quote: purpose });
  },
  Escalated: (act, to) => {
    const { circle: at, asRole, reason } = act.args;
    const rest = [" escalated ", announced(to, act.subject), ...speaking(to, asRole), "."];
    return told(act, to, "escalated", rest, { about: "money", circle: at, quote: reason });
  },
  Reversed: (act, to) => {
    const own = same(act.actor, act.args.escalator);
    const whose = own ? " took the escalation of " : " reversed the escalation of ";
    const by = own ? [" back"] : [" by ", person(to, act.args.escalator)];
    const rest = [whose, announced(to, act.subject), ...by, ". Its window began anew."];
    return told(act, to, "open", rest, spendingOf(to, act.subject));
  },
  Revoked: (act, to) =>
    told(
      act,
      to,
      "withdrawn",
      [" took ", announced(to, act.subject), " back."],
      spendingOf(to, act.subject),
    ),
  Paid: (act, to) =>
    told(
      act,
      to,
      "money",
      [" paid ", announced(to, act.subject), "."],
      spendingOf(to, act.subject),
    ),
  Lapsed: (act, to) =>
    told(
      act,
      to,
      "lapsed",
      [" closed ", announced(to, act.subject), ", which had expired."],
      spendingOf(to, act.subject),
    ),
};

/** One act in words. */
export function tell(act: Act, teller: Teller): Told {
  const say = TELL[act.name] as (act: Act, teller: Teller) => Told;
  return say(act, teller);
}

/** The plain text of what is told. */
export function plain(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join("");
}

interface About {
  readonly about: Told["about"];
  readonly circle: bigint | null;
  readonly quote?: string;
}

/** For which role somebody speaks. */
function speaking(to: Teller, asRole: bigint): (string | Part)[] {
  return [" for ", role(to, asRole)];
}

/** A sentence that begins with who acted. */
function told(
  act: Act,
  to: Teller,
  glyph: ActGlyph,
  rest: readonly (string | Part)[],
  { quote, ...about }: About,
): Told {
  const parts = joined([person(to, act.actor), ...rest]);
  return { parts, glyph, ...about, ...(quote === undefined || quote === "" ? {} : { quote }) };
}

/** A sentence about what the record now says; whoever enacted it stands in the act before. */
function bare(parts: readonly (string | Part)[], glyph: ActGlyph, at: bigint | null): Told {
  return { parts: joined(parts), glyph, about: "rules", circle: at };
}

function joined(parts: readonly (string | Part)[]): Part[] {
  return parts.map((part) => (typeof part === "string" ? { text: part } : part));
}

function person({ nameOf }: Teller, who: Act["actor"]): Part {
  return { text: nameOf(who), name: true };
}

function role({ organisation }: Teller, id: bigint): Part {
  const text = roleName(organisation, id);
  if (!organisation.roles.has(id)) return { text };
  return { text, href: id === organisation.anchor ? "/" : rolePath(id) };
}

function circle({ organisation }: Teller, id: bigint): Part {
  const text = roleName(organisation, id);
  if (!organisation.roles.has(id)) return { text };
  return { text, href: id === organisation.anchor ? "/" : circlePath(id) };
}

function policyOrRole(to: Teller, id: bigint, name: string): Part {
  return to.organisation.roles.has(id) ? { ...role(to, id), text: name } : { text: `“${name}”` };
}

function proposal({ organisation, here }: Teller, id: bigint): Part {
  if (here === id) return { text: "it" };
  const found = organisation.proposals.get(id);
  return found === undefined
    ? { text: "a proposal" }
    : { text: `“${inQuotes(proposalTitle(organisation, found))}”`, href: proposalPath(id) };
}

/** A title that itself quotes, as it stands inside quotation marks. */
function inQuotes(title: string): string {
  return title.replaceAll("“", "‘").replaceAll("”", "’");
}

/** A proposal's title, from its current version. */
export function proposalTitle(organisation: Organisation, found: Proposal): string {
  return changesTitle(organisation, currentVersion(found).changes, found.circle);
}

function announced(to: Teller, id: bigint): Part {
  const found = to.organisation.announcements.get(id);
  return found === undefined ? { text: "an announcement" } : money(to, found.payment);
}

function money(to: Teller, payment: Payment): Part {
  return { text: to.moneyOf(payment), href: "/treasury" };
}

function inCircleOf({ organisation }: Teller, id: bigint): About {
  const held = organisation.roles.get(id) ?? organisation.removedRoles.get(id);
  const policy = organisation.policies.get(id) ?? organisation.repealedPolicies.get(id);
  return { about: "people", circle: held?.circle ?? policy?.circle ?? null };
}

function about({ organisation }: Teller, id: bigint): About {
  return { about: "rules", circle: organisation.proposals.get(id)?.circle ?? null };
}

function spending(to: Teller, asRole: bigint): About {
  return { about: "money", circle: inCircleOf(to, asRole).circle };
}

function spendingOf(to: Teller, id: bigint): About {
  const found = to.organisation.announcements.get(id);
  return found === undefined ? { about: "money", circle: null } : spending(to, found.asRole);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
