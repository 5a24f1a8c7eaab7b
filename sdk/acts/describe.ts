import type { Address, Hex } from "viem";
import { formatUnits, isAddressEqual, numberToHex, zeroAddress, zeroHash } from "viem";

import { ChangeKind } from "../chronicle/changeKind.ts";
import { ONLY_INSIDE, readOrigins } from "../chronicle/domains.ts";
import type { ElectionSubject } from "../chronicle/elections.ts";
import type {
  Budget,
  Change,
  Payment,
  Power,
  Reasons,
  Settings,
  Words,
} from "../chronicle/events.ts";
import { readLinkTerms } from "../chronicle/links.ts";
import { numberOf } from "../chronicle/organisation.ts";
import { PartnerKind } from "../chronicle/partnerKind.ts";
import { PaymentKind } from "../chronicle/paymentKind.ts";
import { contractIn, isSpecial } from "../chronicle/special.ts";
import { StandingRole } from "../chronicle/standingRole.ts";
import type { Field, View } from "./act.ts";
import { holdersOf } from "./holders.ts";
import type { Invitation } from "./invitation.ts";
import {
  articleNames,
  bitNames,
  flagNames,
  nameIn,
  PARTNER_KINDS,
  seatName,
  tagNames,
} from "./names.ts";

const DAY = 86_400;
const HOUR = 3_600;
// Characters that are not seen, or that turn the direction of what follows, could make a sentence say something else.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Words of others inside a sentence: in quotation marks, on one line, nothing in it that is not seen. */
export function quoted(text: string): string {
  return `“${text.replaceAll(UNSEEN, " ").replaceAll(/[“”]/g, "'").trim()}”`;
}

/** A person's name from the address book, else the address, shortened. */
export function personName(view: View, person: Address): string {
  return view.people.get(person.toLowerCase()) ?? `${person.slice(0, 6)}…${person.slice(-4)}`;
}

/** A person's name and whole address. */
export function personInFull(view: View, person: Address): string {
  const name = view.people.get(person.toLowerCase());
  return name === undefined ? person : `${name} (${person})`;
}

/** People, one after the other. */
export function peopleInFull(view: View, people: readonly Address[]): string {
  return people.length === 0 ? "nobody" : people.map((one) => personInFull(view, one)).join(", ");
}

/** A role or circle by its name; `place` finds what an earlier change of the same list creates. */
export function roleName(view: View, id: bigint, changes: readonly Change[] = []): string {
  if (id > 0n && id < 1n << 32n) {
    const change = changes[Number(id) - 1];
    return change === undefined ? `the role of change ${id}` : quoted(change.words.name);
  }
  const { organisation } = view;
  const role = organisation?.roles.get(id) ?? organisation?.removedRoles.get(id);
  return role === undefined ? `role ${numberOf(id)}` : quoted(role.words.name);
}

/** A role in the middle of a sentence: `the role “Baker”`, or `role 5` when its name is not known. */
export function theRole(view: View, id: bigint, changes: readonly Change[] = []): string {
  const name = roleName(view, id, changes);
  return name.startsWith("“") ? `the role ${name}` : name;
}

/** A policy by its title. */
export function policyName(view: View, id: bigint): string {
  const { organisation } = view;
  const policy = organisation?.policies.get(id) ?? organisation?.repealedPolicies.get(id);
  return policy === undefined ? `policy ${numberOf(id)}` : quoted(policy.words.name);
}

/** What was ruled on or broken: a role, a policy, or (0) the rules. */
export function objectName(view: View, id: bigint): string {
  const { organisation } = view;
  if (id === 0n) return "the rules";
  const policy = organisation?.policies.has(id) || organisation?.repealedPolicies.has(id);
  if (policy) return `the policy ${policyName(view, id)}`;
  const role = organisation?.roles.has(id) || organisation?.removedRoles.has(id);
  return role ? theRole(view, id) : `number ${numberOf(id)}`;
}

/** An interpretation by its number and what it is about. */
export function interpretationName(view: View, id: bigint): string {
  const about = view.organisation?.interpretations.get(id);
  const what = about === undefined ? "" : ` of ${objectName(view, about.object)}`;
  return `interpretation ${numberOf(id)}${what}`;
}

/** A request to strike by its number and what it is about. */
export function strikeName(view: View, id: bigint): string {
  const strike = view.organisation?.strikes.get(id);
  const what = strike === undefined ? "" : ` about ${objectName(view, strike.object)}`;
  return `request ${numberOf(id)}${what}`;
}

/** An initiative by its number and who declared it. */
export function initiativeName(view: View, id: bigint): string {
  const initiative = view.organisation?.initiatives.get(id);
  const whose = initiative === undefined ? "" : ` of ${personName(view, initiative.declarer)}`;
  return `initiative ${numberOf(id)}${whose}`;
}

/** The organisation by its anchor's name. */
export function organisationName({ organisation }: View, number: number): string {
  const anchor = organisation?.number === number ? organisation.anchor : undefined;
  const words = anchor === undefined ? undefined : organisation?.roles.get(anchor)?.words;
  return words === undefined ? `organisation ${number}` : quoted(words.name);
}

/** A proposal by its number, proposer, circle, and what it would change. */
export function proposalName(view: View, id: bigint): string {
  const proposal = view.organisation?.proposals.get(id);
  if (proposal === undefined) return `proposal ${numberOf(id)}`;
  const { proposer, circle } = proposal;
  const where = roleName(view, circle);
  return `proposal ${numberOf(id)} of ${personName(view, proposer)} in ${where}`;
}

/** What a list of changes would do, in one clause. */
export function changesInShort(
  view: View,
  circle: bigint | null,
  changes: readonly Change[],
): string {
  return changes.map((change) => changeInShort(view, circle, change, changes)).join("; ");
}

/** What one change would do, in one clause. */
export function changeInShort(
  view: View,
  circle: bigint | null,
  { kind, target, place, words, terms, tags }: Change,
  changes: readonly Change[] = [],
): string {
  const own = circle ?? view.organisation?.anchor ?? 0n;
  const id = target === 0n ? own : target;
  const placed = (at: bigint) => (at === 0n ? "the anchor" : roleName(view, at, changes));
  const role = placed(id);
  const goal = placed(place === 0n ? own : place);
  switch (kind) {
    case ChangeKind.CreateRole:
      return `create the role ${quoted(words.name)} in ${role}`;
    case ChangeKind.AmendRole:
      return `amend ${theRole(view, id, changes)}`;
    case ChangeKind.RemoveRole:
      return `remove ${theRole(view, id, changes)}`;
    case ChangeKind.AdoptPolicy:
      return `adopt the policy ${quoted(words.name)} in ${role}`;
    case ChangeKind.AmendPolicy:
      return `amend the policy ${policyName(view, id)}`;
    case ChangeKind.RepealPolicy:
      return `repeal the policy ${policyName(view, id)}`;
    case ChangeKind.Configure:
      return `change the settings of ${role}`;
    case ChangeKind.MoveRole:
      return `move ${theRole(view, id, changes)} into ${goal}`;
    case ChangeKind.MovePolicy:
      return `move the policy ${policyName(view, id)} into ${goal}`;
    case ChangeKind.LimitRole:
      return place === 0n
        ? `let all who fill ${theRole(view, id, changes)} speak for it`
        : `let ${place} of those who fill ${theRole(view, id, changes)} speak for it`;
    case ChangeKind.LinkRole:
      return `link the role ${quoted(words.name)} into ${role}, ${linkInShort(view, own, terms)}`;
    case ChangeKind.UnlinkRole:
      return `unlink ${theRole(view, id, changes)}`;
    case ChangeKind.AddToRole: {
      const { domains, accountabilities } = words;
      const empty = domains.length + accountabilities.length === 0;
      return empty
        ? `add nothing more to ${partInShort(place)} of ${role}`
        : `add to ${partInShort(place)} of ${role}`;
    }
    case ChangeKind.SetProcess:
      return tags === 0
        ? `let the process ${contractIn(terms)} finish and end`
        : `let the process ${contractIn(terms)} ${bitNames(tags).join(", ")}`;
    case ChangeKind.SetTreasury:
      return `let the vaults obey the treasury ${contractIn(terms)}`;
    case ChangeKind.AmendRules:
      return `amend the rules, with the articles ${articleNames(tags).join(", ")}`;
    default:
      return `make a change of the unknown kind ${kind}`;
  }
}

/** One of the four roles that every circle has: "the leads, and those of the circles inside". */
export function partInShort(part: bigint): string {
  return PARTS[Number(part)] ?? `the unknown role ${part}`;
}

const PARTS: { readonly [part: number]: string } = {
  [StandingRole.Lead]: "the leads, and those of the circles inside,",
  [StandingRole.Facilitator]: "the facilitator",
  [StandingRole.Secretary]: "the secretary",
  [StandingRole.Representative]: "the representatives",
};

/** Of which domain of the circle that grants it a domain is a part: "a part of “Shelves”". */
export function originInShort(
  { organisation }: View,
  circle: bigint,
  origin: number | undefined,
): string {
  if (origin === undefined) return "a part of something unknown";
  if (origin === ONLY_INSIDE) return "of meaning only inside the circle";
  const domain = organisation?.roles.get(circle)?.words.domains[origin - 1];
  return domain === undefined
    ? `a part of its domain ${origin}, which it does not have`
    : `a part of ${quoted(domain)}`;
}

/** Who fills a linked role: "filled by whoever fills “Cook”, one of whom speaks for it". */
export function linkInShort(view: View, within: bigint, terms: Hex): string {
  const read = readLinkTerms(Number(within >> 32n), terms);
  if (read === null) return "as no link can be";
  const { source, appointer, limit } = read;
  const who =
    source === null
      ? `filled by whom ${personName(view, appointer ?? zeroAddress)} chooses`
      : `filled by whoever fills ${roleName(view, source)}`;
  return `${who}, ${limit === 1 ? "one" : limit} of whom may speak for it`;
}

/** Every change with all it says. */
export function changeFields(
  view: View,
  circle: bigint | null,
  changes: readonly Change[],
): readonly Field[] {
  return changes.flatMap((change, i) => {
    const label = (part: string) => `Change ${i + 1}, ${part}`;
    const what = { label: `Change ${i + 1}`, value: changeInShort(view, circle, change, changes) };
    const written = { label: label("written against revision"), value: String(change.revision) };
    const review = { label: label("review"), value: dateOf(change.reviewAt) };
    return [
      what,
      ...(change.revision === 0 ? [] : [written]),
      ...wordFields(change.words).map((field) => ({ ...field, label: label(field.label) })),
      ...originFields(view, circle, change).map((field) => ({
        ...field,
        label: label(field.label),
      })),
      ...(change.reviewAt === 0 ? [] : [review]),
      ...(isSpecial(change) ? [] : tagNames(change.tags)).map((value) => ({
        label: label("tag"),
        value,
      })),
      ...(change.terms === zeroHash || hasOrigins(change)
        ? []
        : [{ label: label("terms"), value: change.terms }]),
      ...change.settings
        .flatMap((settings) => settingFields(view, settings, changes))
        .map((field) => ({ ...field, label: label(field.label) })),
    ];
  });
}

const ORIGINATING: ReadonlySet<number> = new Set([
  ChangeKind.CreateRole,
  ChangeKind.AmendRole,
  ChangeKind.AddToRole,
]);

/** Whether the terms of a change say of what its domains are a part, as they should. */
function hasOrigins({ kind, terms, words }: Change): boolean {
  return ORIGINATING.has(kind) && readOrigins(terms, words.domains.length) !== null;
}

/** Of what each domain is a part, by the circle that grants it: the one that decides, or where the role is created. */
function originFields(view: View, circle: bigint | null, change: Change): readonly Field[] {
  if (!hasOrigins(change)) return [];
  const { kind, target, terms, words } = change;
  const own = circle ?? view.organisation?.anchor ?? 0n;
  const grants = kind === ChangeKind.CreateRole && target !== 0n ? target : own;
  const origins = readOrigins(terms, words.domains.length) ?? [];
  return words.domains.map((domain, i) => ({
    label: `domain ${quoted(domain)}`,
    value: originInShort(view, grants, origins[i]),
  }));
}

/** What the content with this hash says, when it is a version of the proposal that the view knows. */
export function contentFields(view: View, id: bigint, content: Hex): readonly Field[] {
  const proposal = view.organisation?.proposals.get(id);
  const version = proposal?.versions.find(({ contentHash }) => contentHash === content);
  if (proposal === undefined || version === undefined) return [];
  return [
    ...changeFields(view, proposal.circle, version.changes),
    ...reasonFields(version.reasons),
  ];
}

/** Why a proposal came about. */
export function reasonFields({ tension, example, explanation }: Reasons): readonly Field[] {
  return [
    { label: "Tension", value: tension },
    { label: "Example", value: example },
    { label: "Explanation", value: explanation },
  ];
}

/** The parts of words that say something. */
export function wordFields(words: Words): readonly Field[] {
  return [
    ...(words.name === "" ? [] : [{ label: "name", value: words.name }]),
    ...(words.text === "" ? [] : [{ label: "text", value: words.text }]),
    ...words.domains.map((value) => ({ label: "domain", value })),
    ...words.accountabilities.map((value) => ({ label: "accountability", value })),
  ];
}

/** Settings with all they say, and the names of the roles in them. */
export function settingFields(
  view: View,
  settings: Settings,
  changes: readonly Change[] = [],
): readonly Field[] {
  const { window, notice, flags, attention, quorum, reps } = settings;
  const { admission, assigner, appointer } = settings;
  const role = (id: bigint) => (id === 0n ? "nobody named" : roleName(view, id, changes));
  const time = (seconds: number) => (seconds === 0 ? "the anchor's" : duration(seconds));
  return [
    { label: "window", value: time(window) },
    { label: "notice", value: time(notice) },
    ...flagNames(flags).map((value) => ({ label: "flag", value })),
    { label: "silence waits for", value: attention === 0 ? "nobody" : membersText(attention) },
    { label: "quorum of a meeting", value: quorum === 0 ? "none" : membersText(quorum) },
    { label: "representatives of each circle inside", value: String(Math.max(reps, 1)) },
    { label: "admits partners", value: admission === 0n ? "everybody may join" : role(admission) },
    { label: "assigns", value: role(assigner) },
    {
      label: "appoints its representatives",
      value: appointer === 0n ? "they are elected" : role(appointer),
    },
  ];
}

function membersText(number: number): string {
  return number === 1 ? "1 member" : `${number} members`;
}

/** Somebody invited, and as what: "Tally as agent, for whom Celia answers". A person needs no more words. */
export function inviteeName(view: View, invitation: Invitation): string {
  return inviteeText(invitation, (person) => personName(view, person));
}

/** Somebody invited, and as what, with whole addresses. */
export function inviteeInFull(view: View, invitation: Invitation): string {
  return inviteeText(invitation, (person) => personInFull(view, person));
}

function inviteeText(
  { person, kind, custodian }: Invitation,
  nameOf: (person: Address) => string,
): string {
  const as = kind === PartnerKind.Person ? "" : ` as ${nameIn(PARTNER_KINDS, kind)}`;
  const answers = isAddressEqual(custodian, zeroAddress)
    ? ""
    : `, for whom ${nameOf(custodian)} answers`;
  return `${nameOf(person)}${as}${answers}`;
}

/** An election by its number, and what is elected when the view knows it. */
export function electionName(view: View, id: bigint): string {
  const election = view.organisation?.elections.get(id);
  const name = `election ${numberOf(id)}`;
  return election === undefined ? name : `${name} of ${subjectName(view, election.subject)}`;
}

/** What is elected: "the facilitator of “Food Hub”", or who fills a role. */
export function subjectName(view: View, { circle, role, office, index }: ElectionSubject): string {
  return role === 0n
    ? `the ${seatName(office, index)} of ${roleName(view, circle)}`
    : `who fills ${theRole(view, role)}`;
}

/** The same for reading in full. */
export function subjectFields(view: View, subject: ElectionSubject): readonly Field[] {
  const { circle, replaced } = subject;
  const nobody = isAddressEqual(replaced, zeroAddress);
  return [
    { label: "Circle", value: roleName(view, circle) },
    { label: "Elected", value: subjectName(view, subject) },
    ...(nobody ? [] : [{ label: "In the place of", value: personInFull(view, replaced) }]),
  ];
}

/** A meeting by its number, and its circle when the view knows it. */
export function meetingName(view: View, id: bigint): string {
  const meeting = view.organisation?.meetings.get(id);
  const name = `meeting ${numberOf(id)}`;
  return meeting === undefined ? name : `${name} of ${roleName(view, meeting.circle)}`;
}

/** An item of an agenda by its number, and its label when the view knows it. */
export function itemName(view: View, id: bigint): string {
  const item = view.organisation?.items.get(id);
  const name = `item ${numberOf(id)}`;
  return item === undefined ? name : `${name} ${quoted(item.label)}`;
}

/** A proposal, an election or a meeting, whichever has the number. */
export function matterName(view: View, id: bigint): string {
  const { organisation } = view;
  if (organisation?.proposals.has(id)) return proposalName(view, id);
  if (organisation?.elections.has(id)) return electionName(view, id);
  if (organisation?.meetings.has(id)) return meetingName(view, id);
  return `matter ${numberOf(id)}`;
}

/** The proposals to which a meeting is limited. */
export function limitFields(view: View, limits: readonly bigint[]): readonly Field[] {
  return limits.map((id) => ({ label: "Limited to", value: proposalName(view, id) }));
}

/** What a judgement is about: somebody's objection, or with the zero address the proposal itself. */
export function aboutName(view: View, proposal: bigint, about: Address): string {
  const what = proposalName(view, proposal);
  return isAddressEqual(about, zeroAddress)
    ? what
    : `the objection of ${personName(view, about)} to ${what}`;
}

/** The same for reading in full. */
export function aboutFields(view: View, proposal: bigint, about: Address): readonly Field[] {
  const objection = { label: "Objection of", value: personInFull(view, about) };
  return [
    { label: "Proposal", value: proposalName(view, proposal) },
    ...(isAddressEqual(about, zeroAddress) ? [] : [objection]),
  ];
}

/** A moment in UTC: "2026-11-26 09:30 UTC". */
export function momentOf(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** An amount of a token in its own unit when it is known, else in its smallest. */
export function amountOf(view: View, token: Address, amount: bigint): string {
  if (isAddressEqual(token, zeroAddress)) return `${formatUnits(amount, 18)} ETH`;
  const known = view.tokens?.find(({ address }) => isAddressEqual(address, token));
  return known === undefined
    ? `${amount} of the smallest unit of token ${token}`
    : `${formatUnits(amount, known.decimals)} ${known.symbol}`;
}

/** What is paid or done in one clause: "0.3 ETH to Ben". */
export function paymentInShort(view: View, payment: Payment): string {
  const { kind, token, payee, amount, id, data } = payment;
  const to = ` to ${personName(view, payee)}`;
  switch (kind) {
    case PaymentKind.Money:
      return `${amountOf(view, token, amount)}${to}`;
    case PaymentKind.Item:
      return `token ${id} of ${token}${to}`;
    case PaymentKind.Items:
      return `${amount} of token ${id} of ${token}${to}`;
    case PaymentKind.Grant:
      return `${amountOf(view, token, amount)} for ${roleName(view, id)} to control`;
    case PaymentKind.Call:
      return `a call of ${token}${amount === 0n ? "" : ` with ${amountOf(view, zeroAddress, amount)}`}`;
    case PaymentKind.Domain:
      return `an action on what ${holdersOf(data)
        .map((role) => roleName(view, role))
        .join(", ")} ${holdersOf(data).length === 1 ? "controls" : "control"}`;
    case PaymentKind.Speech:
      return `an act of the vault at ${token}`;
    default:
      return `the signature of the hash ${numberToHex(id, { size: 32 })}`;
  }
}

/** The same with what it is called: "the payment of 0.3 ETH to Ben". */
export function deedInShort(view: View, payment: Payment): string {
  const what = paymentInShort(view, payment);
  const handed: readonly number[] = [PaymentKind.Money, PaymentKind.Item, PaymentKind.Items];
  if (handed.includes(payment.kind)) return `the payment of ${what}`;
  return payment.kind === PaymentKind.Grant ? `the grant of ${what}` : what;
}

/** All that a payment says. */
export function paymentFields(view: View, payment: Payment): readonly Field[] {
  const { kind, vault, token, payee, amount, id, data } = payment;
  if (kind !== PaymentKind.Money) {
    const nobody = isAddressEqual(payee, zeroAddress);
    return [
      { label: "What", value: paymentInShort(view, payment) },
      { label: "Contract", value: token },
      ...(nobody ? [] : [{ label: "Payee", value: personInFull(view, payee) }]),
      { label: "Amount", value: String(amount) },
      { label: "Number", value: String(id) },
      { label: "Data", value: data },
      { label: "From the vault", value: vault },
    ];
  }
  return [
    { label: "Amount", value: amountOf(view, token, amount) },
    { label: "Token", value: isAddressEqual(token, zeroAddress) ? "ETH" : token },
    { label: "Payee", value: personInFull(view, payee) },
    { label: "From the vault", value: vault },
  ];
}

/** All that a budget says. */
export function budgetFields(view: View, budget: Budget): readonly Field[] {
  const { vault, token, role, amount, period, start, alone, second, payees } = budget;
  return [
    { label: "Of the role", value: roleName(view, role) },
    { label: "From the vault", value: vault },
    { label: "In each period", value: amountOf(view, token, amount) },
    { label: "Period", value: `${duration(period)}, from ${momentOf(start)}` },
    { label: "Alone up to", value: amountOf(view, token, alone) },
    ...(second === 0n ? [] : [{ label: "Confirmed by", value: roleName(view, second) }]),
    ...(payees.length === 0 ? [] : [{ label: "Payees", value: peopleInFull(view, payees) }]),
  ];
}

/** All that a power says. */
export function powerFields(view: View, power: Power): readonly Field[] {
  const { vault, target, selector, role, times, period, start, value } = power;
  return [
    { label: "Of the role", value: roleName(view, role) },
    { label: "Contract", value: target },
    { label: "Function", value: selector },
    { label: "From the vault", value: vault },
    { label: "In each period", value: times === 1 ? "once" : `${times} times` },
    { label: "Period", value: `${duration(period)}, from ${momentOf(start)}` },
    { label: "With at most", value: amountOf(view, zeroAddress, value) },
  ];
}

/** A number of seconds in days and hours. */
export function duration(seconds: number): string {
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / HOUR);
  const rest = seconds % HOUR;
  const parts = [
    days > 0 ? `${days} ${days === 1 ? "day" : "days"}` : "",
    hours > 0 ? `${hours} ${hours === 1 ? "hour" : "hours"}` : "",
    rest > 0 || seconds === 0 ? `${rest} seconds` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** A day in UTC; never for 0. */
export function dateOf(seconds: number): string {
  return seconds === 0 ? "never" : new Date(seconds * 1000).toISOString().slice(0, 10);
}
