import type { Address } from "viem";

import { ConsentricError } from "../../errors/base.ts";
import type { Act, ActOf, EventName } from "../events.ts";
import type { Organisation, Partner, Policy, Role } from "../organisation.ts";
import { isFounded, partnerOf } from "../organisation.ts";
import { PartnerKind } from "../partnerKind.ts";

export const NOBODY: Address = "0x0000000000000000000000000000000000000000";

/** An organisation while events are applied: its maps and fields may change, what they hold is replaced whole. */
export type Draft = {
  -readonly [key in keyof Organisation]: Organisation[key] extends ReadonlyMap<infer K, infer V>
    ? Map<K, V>
    : Organisation[key] extends readonly Act[]
      ? Act[]
      : Organisation[key];
};

/** What an event of one family does. */
export type Apply<name extends EventName> = (draft: Draft, act: ActOf<name>) => void;

/** A draft that shares nothing changeable with the state it starts from. */
export function draftOf(state: Organisation): Draft {
  return {
    ...state,
    partners: new Map(state.partners),
    roles: new Map(state.roles),
    removedRoles: new Map(state.removedRoles),
    policies: new Map(state.policies),
    repealedPolicies: new Map(state.repealedPolicies),
    former: new Map(state.former),
    settings: new Map(state.settings),
    additions: new Map(state.additions),
    seats: new Map(state.seats),
    seatsTaken: new Map(state.seatsTaken),
    offers: new Map(state.offers),
    proposals: new Map(state.proposals),
    proposalSlots: new Map(state.proposalSlots),
    announcements: new Map(state.announcements),
    announcementSlots: new Map(state.announcementSlots),
    promised: new Map(state.promised),
    vaults: new Map(state.vaults),
    tenures: new Map(state.tenures),
    standIns: new Map(state.standIns),
    permissions: new Map(state.permissions),
    elections: new Map(state.elections),
    lastElections: new Map(state.lastElections),
    terms: new Map(state.terms),
    specialRequests: new Map(state.specialRequests),
    meetings: new Map(state.meetings),
    items: new Map(state.items),
    budgets: new Map(state.budgets),
    uses: new Map(state.uses),
    confirmations: new Map(state.confirmations),
    powers: new Map(state.powers),
    redirections: new Map(state.redirections),
    focuses: new Map(state.focuses),
    interpretations: new Map(state.interpretations),
    strikes: new Map(state.strikes),
    breakdowns: new Map(state.breakdowns),
    initiatives: new Map(state.initiatives),
    acts: [...state.acts],
  };
}

/** An event that the rules do not allow after those before it: a contract did not do its work. */
export class FoldError extends ConsentricError {
  override readonly name = "FoldError";
  /** The number of the event. */
  readonly number: number;
  readonly event: EventName;
  readonly block: bigint;

  constructor(act: Act, reason: string) {
    super("FOLD", `Event ${act.number} (${act.name}) is against the rules: ${reason}.`, {
      details: `Block ${act.block}, transaction ${act.transaction}, from ${act.emitter}.`,
      hint: "The history is complete, but a contract of this organisation has not kept its rules.",
    });
    this.number = act.number;
    this.event = act.name;
    this.block = act.block;
  }
}

/** Refuse an event unless what its contract must have checked is so. `reason` says what is the case instead. */
export function check(act: Act, allowed: boolean, reason: string): asserts allowed {
  if (!allowed) throw new FoldError(act, reason);
}

/** Refuse an event whose argument is not what follows from the history. */
export function checkEqual(act: Act, name: string, said: unknown, follows: unknown): void {
  check(act, said === follows, `${name} is ${String(said)}, where ${String(follows)} follows`);
}

/** A live role that must exist. */
export function roleAt(draft: Draft, act: Act, id: bigint): Role {
  const role = draft.roles.get(id);
  check(act, role !== undefined, `there is no role ${id}`);
  return role;
}

/** A policy in force that must exist. */
export function policyAt(draft: Draft, act: Act, id: bigint): Policy {
  const policy = draft.policies.get(id);
  check(act, policy !== undefined, `there is no policy ${id}`);
  return policy;
}

/** Change what is known of a person. */
export function setPartner(draft: Draft, person: Address, changes: Partial<Partner>): void {
  const known: Partner = partnerOf(draft, person) ?? {
    person,
    status: "none",
    kind: PartnerKind.Person,
    custodian: null,
    open: false,
    seats: 0,
    version: 0,
    agreedAt: 0,
    leftAt: 0,
  };
  draft.partners.set(person.toLowerCase(), { ...known, ...changes });
}

/** Refuse a person who is not a partner. */
export function checkPartner(draft: Draft, act: Act, person: Address): void {
  const partner = partnerOf(draft, person);
  check(act, partner?.status === "agreed", `${person} is not a partner`);
}

/** The zero address as nobody. */
export function someone(person: Address): Address | null {
  return person === NOBODY ? null : person;
}

/** Refuse what may only happen after founding. */
export function checkFounded(draft: Draft, act: Act): void {
  check(act, isFounded(draft), "founding is not over, or it is dissolved");
}

/** Refuse what begins something before the founding is over, or in a process that only finishes. */
export function checkGoing(draft: Draft, act: Act): void {
  checkFounded(draft, act);
  const mandate = draft.processes.find(({ process }) => process === act.emitter);
  check(act, mandate?.endsAt === 0, "its contract only finishes");
}

/** Refuse an actor who is not a ratifier of an organisation that is being founded. */
export function checkRatifier(draft: Draft, act: Act): void {
  check(act, draft.founding.endedAt === 0, "founding is over");
  check(act, draft.founding.ratifiers.includes(act.actor), `${act.actor} is not a ratifier`);
}
