import type { GlyphName } from "#app/components/Glyph.tsx";
import { changesTitle, policyName, roleName } from "#app/words/changes.ts";
import { countText, listText } from "#app/words/lists.ts";
import { settingLines } from "#app/words/settings.ts";
import { dayText, leftText, momentText } from "#app/words/time.ts";
import {
  ELECTION_STEPS,
  ITEM_STEPS,
  OFFICE_NAMES,
  PARTNER_KINDS,
  RULING_STEPS,
  STRIKE_PHASES,
  seatName,
} from "#sdk/acts/names.ts";
import type { Payment, Words } from "#sdk/chronicle/events.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import { officeBit } from "#sdk/chronicle/mayAct.ts";
import { endOf, presentAt } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type {
  Announcement,
  Organisation,
  Partner,
  Proposal,
  Role,
} from "#sdk/chronicle/organisation.ts";
import {
  confirmationsNow,
  countObjectors,
  currentVersion,
  NO_SETTINGS,
  numberOf,
  standingEscalations,
} from "#sdk/chronicle/organisation.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import { RulingStep, StrikePhase, strikePhaseAt } from "#sdk/chronicle/rulings.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** One side of what an act changes. */
export type Side =
  | { readonly is: "state"; readonly kind: GlyphName; readonly word: string; readonly rest: string }
  | { readonly is: "words"; readonly words: Words }
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "nothing"; readonly text: string };

/** One thing that an act changes. */
export interface Effect {
  /** What it is about: "Proposal 41", "Workshop Keeper". */
  readonly about: string;
  readonly before: Side;
  readonly after: Side;
}

/** What naming things needs. */
export interface Namer {
  nameOf(person: `0x${string}`): string;
  moneyOf(payment: Pick<Payment, "token" | "amount">): string;
}

/** What differs between two states of an organisation, in reading order. */
export function effectsOf(
  before: Organisation,
  after: Organisation,
  now: number,
  namer: Namer,
): readonly Effect[] {
  return [
    ...proposalEffects(before, after, now),
    ...announcementEffects(before, after, now, namer),
    ...roleEffects(before, after, namer),
    ...policyEffects(before, after),
    ...settingsEffects(before, after),
    ...offerEffects(before, after, namer),
    ...partnerEffects(before, after, namer),
    ...tenureEffects(before, after, namer),
    ...electionEffects(before, after, namer),
    ...meetingEffects(before, after),
    ...rulingEffects(before, after, now),
    ...breakdownEffects(before, after, namer),
    ...initiativeEffects(before, after),
  ];
}

function state(kind: GlyphName, word: string, rest = ""): Side {
  return { is: "state", kind, word, rest };
}

function text(value: string): Side {
  return { is: "text", text: value };
}

function nothing(value: string): Side {
  return { is: "nothing", text: value };
}

// ------------------------------------------------------------------ proposals

const PROPOSAL_STATES: { readonly [status in Status]: readonly [GlyphName, string] } = {
  [Status.None]: ["unfilled", "Not there"],
  [Status.Open]: ["open", "Open"],
  [Status.Objected]: ["objected", "Objected"],
  [Status.Adopted]: ["adopted", "Adopted"],
  [Status.Enacted]: ["enacted", "Enacted"],
  [Status.Withdrawn]: ["withdrawn", "Withdrawn"],
  [Status.Lapsed]: ["lapsed", "Lapsed"],
  [Status.Suspended]: ["waiting", "Suspended"],
  [Status.Discarded]: ["discarded", "Dropped"],
};

function proposalEffects(before: Organisation, after: Organisation, now: number): Effect[] {
  return changed(before.proposals, after.proposals).flatMap(([was, is]) => {
    if (is === undefined) return [];
    const { version } = currentVersion(is);
    const about = `Proposal ${numberOf(is.id)}${version > 1 ? `, version ${version}` : ""}`;
    const stands: Effect = {
      about,
      before: was === undefined ? nothing("not yet there") : proposalSide(was, now),
      after: proposalSide(is, now),
    };
    const adopts =
      statusOf(is, now) === Status.Adopted &&
      (was === undefined || statusOf(was, now) !== Status.Adopted);
    const title = changesTitle(after, currentVersion(is).changes, is.circle);
    const adopted: Effect = {
      about: "Once somebody enacts it",
      before: nothing("as it is today"),
      after: text(title),
    };
    return adopts ? [stands, adopted] : [stands];
  });
}

function proposalSide(proposal: Proposal, now: number): Side {
  const status = statusOf(proposal, now);
  const [kind, word] = PROPOSAL_STATES[status];
  const { expected, version } = currentVersion(proposal);
  const answered = `${confirmationsNow(proposal).length} of ${expected} have no objection`;
  const left = leftText(proposal.closesAt - now);
  const rest: { readonly [status in Status]?: string } = {
    [Status.Open]: `version ${version}, ${answered}, ${left} left`,
    [Status.Objected]: `version ${version}, ${blockedBy(proposal)}`,
    [Status.Suspended]: `version ${version}, for a meeting, until ${momentText(proposal.suspendedUntil)}`,
    [Status.Adopted]: answered,
  };
  return state(kind, word, rest[status] ?? "");
}

function blockedBy(proposal: Proposal): string {
  const objectors = countObjectors(proposal);
  if (objectors === 0) return "stopped while it is judged";
  return objectors === 1 ? "one objection stands" : `${objectors} objections stand`;
}

// ------------------------------------------------------------------ money

const ANNOUNCEMENT_STATES: { readonly [status in Status]: readonly [GlyphName, string] } = {
  ...PROPOSAL_STATES,
  [Status.Objected]: ["escalated", "Escalated"],
  [Status.Adopted]: ["adopted", "Ready"],
  [Status.Enacted]: ["enacted", "Paid"],
  [Status.Withdrawn]: ["withdrawn", "Revoked"],
};

function announcementEffects(
  before: Organisation,
  after: Organisation,
  now: number,
  namer: Namer,
): Effect[] {
  return changed(before.announcements, after.announcements).flatMap(([was, is]) => {
    if (is === undefined) return [];
    return [
      {
        about: `Announcement ${numberOf(is.id)}, ${namer.moneyOf(is.payment)} to ${namer.nameOf(is.payment.payee)}`,
        before: was === undefined ? nothing("not yet announced") : announcementSide(was, now),
        after: announcementSide(is, now),
      },
    ];
  });
}

function announcementSide(announcement: Announcement, now: number): Side {
  const status = statusOf(announcement, now);
  const [kind, word] = ANNOUNCEMENT_STATES[status];
  const count = standingEscalations(announcement).length;
  const rest: { readonly [status in Status]?: string } = {
    [Status.Open]: `${leftText(announcement.closesAt - now)} left, the amount is set aside`,
    [Status.Objected]: `${count === 1 ? "one escalation stands" : `${count} escalations stand`}, nothing is set aside`,
    [Status.Enacted]: "the vault pays",
  };
  return state(kind, word, rest[status] ?? "");
}

// ------------------------------------------------------------------ roles

function roleEffects(before: Organisation, after: Organisation, namer: Namer): Effect[] {
  return changed(before.roles, after.roles).flatMap(([was, is]) => {
    if (was !== undefined && is !== undefined) return keptRoleEffects(was, is, namer);
    if (is !== undefined) {
      const where = is.circle === null ? "" : ` in ${roleName(after, is.circle)}`;
      return [
        { about: `New role${where}`, before: nothing("no such role"), after: words(is.words) },
      ];
    }
    if (was === undefined) return [];
    return [{ about: was.words.name, before: words(was.words), after: nothing("removed") }];
  });
}

function keptRoleEffects(was: Role, is: Role, namer: Namer): Effect[] {
  const about = `${was.words.name}, from revision ${was.revision} to ${is.revision}`;
  const inscribed =
    was.revision === is.revision
      ? []
      : [{ about, before: words(was.words), after: words(is.words) }];
  const { name } = is.words;
  return [
    ...inscribed,
    ...peopleEffect(`Who fills ${name}`, was.fillers, is.fillers, namer),
    ...voiceEffect(was, is, namer),
    ...peopleEffect(`Who represents ${name}`, was.reps, is.reps, namer),
  ];
}

function peopleEffect(
  about: string,
  was: readonly `0x${string}`[],
  is: readonly `0x${string}`[],
  { nameOf }: Namer,
): Effect[] {
  const [old, now] = [was.map(nameOf), is.map(nameOf)];
  if (old.join() === now.join()) return [];
  const side = (people: readonly string[]) =>
    people.length === 0 ? nothing("nobody") : text(listText(people, 6));
  return [{ about, before: side(old), after: side(now) }];
}

/** Who speaks for a role, where that is not just whoever fills it. */
function voiceEffect(was: Role, is: Role, namer: Namer): Effect[] {
  if (was.fillers !== is.fillers) return [];
  return peopleEffect(`Who speaks for ${is.words.name}`, was.voices, is.voices, namer);
}

function words(value: Words): Side {
  return { is: "words", words: value };
}

// ------------------------------------------------------------------ the rest

function policyEffects(before: Organisation, after: Organisation): Effect[] {
  return changed(before.policies, after.policies).map(([was, is]) => {
    const one = is ?? was;
    const about =
      one === undefined
        ? "Policy"
        : was === undefined
          ? `New policy in ${roleName(after, one.circle)}`
          : `Policy “${policyName(after, one.id)}”`;
    return {
      about,
      before: was === undefined ? nothing("no such policy") : words(was.words),
      after: is === undefined ? nothing("repealed") : words(is.words),
    };
  });
}

function settingsEffects(before: Organisation, after: Organisation): Effect[] {
  return [...after.settings].flatMap(([circle, { settings }]) => {
    const was = before.settings.get(circle)?.settings;
    const name = roleName(after, circle);
    if (was === settings || before.roles.get(circle) === undefined) return [];
    const atAnchor = circle === after.anchor;
    const old = settingLines(after, was ?? NO_SETTINGS, atAnchor);
    const now = settingLines(after, settings, atAnchor);
    const rows = now.map(
      ({ label, text: said }, i): Effect => ({
        about: `${label}, in ${name}`,
        before: text(old[i]?.text ?? ""),
        after: text(said),
      }),
    );
    return rows.filter((row) => JSON.stringify(row.before) !== JSON.stringify(row.after));
  });
}

function offerEffects(before: Organisation, after: Organisation, { nameOf }: Namer): Effect[] {
  return changed(before.offers, after.offers).map(([was, is]) => {
    const offer = is ?? was;
    const about =
      offer === undefined ? "Offer" : `${roleName(after, offer.role)}, for ${nameOf(offer.person)}`;
    return {
      about,
      before: was === undefined ? nothing("not offered") : text("offered"),
      after: is === undefined ? nothing("no longer offered") : text("offered, to be accepted"),
    };
  });
}

function partnerEffects(before: Organisation, after: Organisation, { nameOf }: Namer): Effect[] {
  return changed(before.partners, after.partners).flatMap(([was, is]) => {
    const one = is ?? was;
    if (one === undefined) return [];
    const name = nameOf(one.person);
    const status = (partner: typeof one | undefined) => partner?.status ?? "none";
    const rows: Effect[] = [];
    if (status(was) !== status(is)) {
      rows.push({ about: name, before: partnerSide(was), after: partnerSide(is) });
    }
    if ((was?.open ?? false) !== (is?.open ?? false)) {
      const side = (open: boolean) => text(open ? "are taken at once" : "are accepted first");
      rows.push({
        about: `Assignments to ${name}`,
        before: side(was?.open ?? false),
        after: side(is?.open ?? false),
      });
    }
    return rows;
  });
}

function partnerSide(partner: Partner | undefined): Side {
  const { status = "none", kind = PartnerKind.Person } = partner ?? {};
  const as = kind === PartnerKind.Person ? "" : `as ${PARTNER_KINDS[kind]}`;
  if (status === "agreed") {
    return state(kind === PartnerKind.Agent ? "agent" : "filled", "Partner", as);
  }
  if (status === "invited") return state("unfilled", "Invited", as);
  return nothing("not a partner");
}

// ------------------------------------------------------------------ offices, elections, meetings

function tenureEffects(before: Organisation, after: Organisation, { nameOf }: Namer): Effect[] {
  return changed(before.tenures, after.tenures).flatMap(([was, is]) => {
    if (is === undefined) return [];
    const { circle, office, index } = is;
    const termOf = ({ until, surrogate }: typeof is) => {
      const term = until === 0 ? [] : [`until ${dayText(until)}`];
      return [
        ...term,
        ...(surrogate === null ? [] : [`${nameOf(surrogate)} stands in first`]),
      ].join("; ");
    };
    const holder = (tenure: typeof was): Side =>
      tenure?.holder == null
        ? nothing("nobody")
        : state("elected", nameOf(tenure.holder), termOf(tenure));
    const about = `The ${seatName(office, index)} of ${roleName(after, circle)}`;
    return [{ about, before: holder(was), after: holder(is) }];
  });
}

function electionEffects(before: Organisation, after: Organisation, { nameOf }: Namer): Effect[] {
  return changed(before.elections, after.elections).flatMap(([was, is]) => {
    if (is === undefined) return [];
    const side = (election: typeof was): Side => {
      if (election === undefined) return nothing("not yet called");
      const { step, candidate, acted } = election;
      const proposed = candidate === null ? "" : `, ${nameOf(candidate)} is proposed`;
      return text(`it ${ELECTION_STEPS[step]}${proposed}; ${acted} have acted in this step`);
    };
    return [{ about: `Election ${numberOf(is.id)}`, before: side(was), after: side(is) }];
  });
}

function meetingEffects(before: Organisation, after: Organisation): Effect[] {
  const meetings = changed(before.meetings, after.meetings).flatMap(([was, is]): Effect[] => {
    if (is === undefined) return [];
    const side = (meeting: typeof was): Side => {
      if (meeting === undefined) return nothing("not yet scheduled");
      if (meeting.cancelledAt > 0) return state("withdrawn", "Called off");
      const present = countText(
        presentAt(meeting).length,
        "person is present",
        "people are present",
      );
      return text(
        `from ${momentText(meeting.startsAt)} to ${momentText(endOf(meeting))}, ${present}`,
      );
    };
    return [{ about: `Meeting ${numberOf(is.id)}`, before: side(was), after: side(is) }];
  });
  const items = changed(before.items, after.items).flatMap(([was, is]): Effect[] => {
    if (is === undefined) return [];
    const side = (item: typeof was): Side => {
      if (item === undefined) return nothing("not on the agenda");
      const { step, confirmed } = item;
      return text(`at ${ITEM_STEPS[step]}, ${confirmed.length} have no objection`);
    };
    return [{ about: `Item “${is.label}”`, before: side(was), after: side(is) }];
  });
  return [...meetings, ...items];
}

function rulingEffects(before: Organisation, after: Organisation, now: number): Effect[] {
  const rulings = changed(before.interpretations, after.interpretations);
  const strikes = changed(before.strikes, after.strikes);
  return [
    ...rulings.flatMap(([was, is]): Effect[] => {
      if (is === undefined) return [];
      const about = `Interpretation ${numberOf(is.id)}`;
      const side = (one: typeof was) => text(`it ${RULING_STEPS[one?.step ?? RulingStep.None]}`);
      return [{ about, before: side(was), after: side(is) }];
    }),
    ...strikes.flatMap(([was, is]): Effect[] => {
      if (is === undefined) return [];
      const about = `Request ${numberOf(is.id)} to strike`;
      const side = (one: typeof was) => {
        const phase = one === undefined ? StrikePhase.None : strikePhaseAt(one, now);
        return text(`it ${STRIKE_PHASES[phase]}`);
      };
      return [{ about, before: side(was), after: side(is) }];
    }),
  ];
}

function breakdownEffects(before: Organisation, after: Organisation, { nameOf }: Namer): Effect[] {
  return changed(before.breakdowns, after.breakdowns).flatMap(([was, is]): Effect[] => {
    if (is === undefined) return [];
    const side = (one: typeof was): Side => {
      if (one === undefined || one.ended !== null) return nothing("no breakdown");
      const offices = [Office.Facilitator, Office.Secretary].filter(
        (office) => (one.taken & officeBit(office)) !== 0,
      );
      const taken = offices.map((office) => `the ${OFFICE_NAMES[office]} is taken over`);
      const lead = one.lead === null ? [] : [`${nameOf(one.lead)} is an added lead`];
      const until = `to be restored until ${momentText(one.due)}`;
      return state("objected", "In breakdown", [until, ...taken, ...lead].join("; "));
    };
    return [{ about: roleName(after, is.circle), before: side(was), after: side(is) }];
  });
}

function initiativeEffects(before: Organisation, after: Organisation): Effect[] {
  return changed(before.initiatives, after.initiatives).flatMap(([was, is]): Effect[] => {
    if (is === undefined) return [];
    const side = (one: typeof was): Side => {
      if (one === undefined) return nothing("not declared");
      const standing = one.requests.filter(({ liftedAt }) => liftedAt === 0).length;
      return text(`declared; ${countText(standing, "role asks", "roles ask")} to refrain`);
    };
    return [{ about: `Initiative ${numberOf(is.id)}`, before: side(was), after: side(is) }];
  });
}

/** The entries of two maps that are not the same object: the fold replaces what changes. */
function changed<key, value>(
  before: ReadonlyMap<key, value>,
  after: ReadonlyMap<key, value>,
): (readonly [value | undefined, value | undefined])[] {
  const pairs: (readonly [value | undefined, value | undefined])[] = [];
  for (const [key, value] of before) {
    const now = after.get(key);
    if (now !== value) pairs.push([value, now]);
  }
  for (const [key, value] of after) if (!before.has(key)) pairs.push([undefined, value]);
  return pairs;
}
