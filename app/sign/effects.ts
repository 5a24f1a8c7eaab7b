import type { GlyphName } from "#app/components/Glyph.tsx";
import { changesTitle, policyName, roleName, windowText } from "#app/words/changes.ts";
import { listText } from "#app/words/lists.ts";
import { leftText } from "#app/words/time.ts";
import type { Payment, Words } from "#sdk/chronicle/events.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Announcement, Organisation, Proposal, Role } from "#sdk/chronicle/organisation.ts";
import {
  confirmationsNow,
  countObjectors,
  currentVersion,
  numberOf,
  standingEscalations,
} from "#sdk/chronicle/organisation.ts";
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
  const objectors = countObjectors(proposal);
  const left = leftText(proposal.closesAt - now);
  const rest: { readonly [status in Status]?: string } = {
    [Status.Open]: `version ${version}, ${answered}, ${left} left`,
    [Status.Objected]: `version ${version}, ${objectors === 1 ? "one objection stands" : `${objectors} objections stand`}`,
    [Status.Adopted]: answered,
  };
  return state(kind, word, rest[status] ?? "");
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
  return [...inscribed, ...fillerEffect(was, is, namer)];
}

function fillerEffect(was: Role, is: Role, { nameOf }: Namer): Effect[] {
  const names = (role: Role) => role.fillers.map((person) => nameOf(person));
  const [old, now] = [names(was), names(is)];
  if (old.join() === now.join()) return [];
  const side = (people: readonly string[]) =>
    people.length === 0 ? nothing("nobody") : text(listText(people, 6));
  return [{ about: `Who fills ${is.words.name}`, before: side(old), after: side(now) }];
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
    const role = (id: bigint) => (id === 0n ? "nobody named" : roleName(after, id));
    const old = was ?? { window: 0, admission: 0n, assigner: 0n };
    const rows: Effect[] = [
      {
        about: `Window of ${name}`,
        before: text(windowText(old)),
        after: text(windowText(settings)),
      },
      {
        about: "Who admits partners",
        before: text(role(old.admission)),
        after: text(role(settings.admission)),
      },
      {
        about: `Who assigns in ${name}`,
        before: text(role(old.assigner)),
        after: text(role(settings.assigner)),
      },
    ];
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
      rows.push({ about: name, before: partnerSide(status(was)), after: partnerSide(status(is)) });
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

function partnerSide(status: "none" | "invited" | "agreed"): Side {
  if (status === "agreed") return state("filled", "Partner");
  if (status === "invited") return state("unfilled", "Invited");
  return nothing("not a partner");
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
