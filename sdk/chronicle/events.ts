import type { Address, ContractEventName, DecodeEventLogReturnType, Hex } from "viem";

import type { allowancesAbi } from "../abi/allowances.ts";
import type { breakdownsAbi } from "../abi/breakdowns.ts";
import type { circlesAbi } from "../abi/circles.ts";
import type { consentAbi } from "../abi/consent.ts";
import type { electionsAbi } from "../abi/elections.ts";
import type { facilitationAbi } from "../abi/facilitation.ts";
import type { foundingAbi } from "../abi/founding.ts";
import type { initiativesAbi } from "../abi/initiatives.ts";
import type { leadsAbi } from "../abi/leads.ts";
import type { meetingsAbi } from "../abi/meetings.ts";
import type { officesAbi } from "../abi/offices.ts";
import type { partnersAbi } from "../abi/partners.ts";
import type { rulingsAbi } from "../abi/rulings.ts";
import type { structureAbi } from "../abi/structure.ts";
import type { treasuryAbi } from "../abi/treasury.ts";

type EventsAbi =
  | typeof circlesAbi
  | typeof structureAbi
  | typeof partnersAbi
  | typeof foundingAbi
  | typeof consentAbi
  | typeof treasuryAbi
  | typeof officesAbi
  | typeof facilitationAbi
  | typeof electionsAbi
  | typeof meetingsAbi
  | typeof leadsAbi
  | typeof allowancesAbi
  | typeof rulingsAbi
  | typeof breakdownsAbi
  | typeof initiativesAbi;

/** The names of all events; no two contracts share one. */
export type EventName = ContractEventName<EventsAbi>;

type ArgsOf<abi extends EventsAbi, name extends EventName> =
  name extends ContractEventName<abi> ? DecodeEventLogReturnType<abi, name>["args"] : never;

/** The arguments of an event, as the ABI has them. */
export type EventArgs<name extends EventName> =
  | ArgsOf<typeof circlesAbi, name>
  | ArgsOf<typeof structureAbi, name>
  | ArgsOf<typeof partnersAbi, name>
  | ArgsOf<typeof foundingAbi, name>
  | ArgsOf<typeof consentAbi, name>
  | ArgsOf<typeof treasuryAbi, name>
  | ArgsOf<typeof officesAbi, name>
  | ArgsOf<typeof facilitationAbi, name>
  | ArgsOf<typeof electionsAbi, name>
  | ArgsOf<typeof meetingsAbi, name>
  | ArgsOf<typeof leadsAbi, name>
  | ArgsOf<typeof allowancesAbi, name>
  | ArgsOf<typeof rulingsAbi, name>
  | ArgsOf<typeof breakdownsAbi, name>
  | ArgsOf<typeof initiativesAbi, name>;

/** Where an event stands: in its organisation's history and on the chain. */
export interface ActPlace {
  /** The event's number in the organisation's history, from 1. */
  readonly number: number;
  readonly block: bigint;
  readonly transaction: Hex;
  readonly logIndex: number;
  readonly emitter: Address;
  /** The head before this event. */
  readonly previous: Hex;
  /** The head after this event. */
  readonly head: Hex;
  readonly organisation: number;
  /** The id of what the event is about: a role, a policy, a proposal, an election, a meeting, or the anchor. */
  readonly subject: bigint;
  /** Whose act it is. */
  readonly actor: Address;
  /** In seconds since 1970. */
  readonly time: number;
  /** The hash of a proposal's new version, from its very bytes; null for events that bring none. */
  readonly content: Hex | null;
}

/** One decoded event of one name. */
export interface ActOf<name extends EventName> extends ActPlace {
  readonly name: name;
  readonly args: EventArgs<name>;
}

/** One decoded event; `name` says which and types `args`. */
export type Act = { [name in EventName]: ActOf<name> }[EventName];

/** What a role or a policy says. */
export type Words = EventArgs<"RoleCreated">["words"];
/** The settings of a circle; `window` in seconds. */
export type Settings = EventArgs<"SettingsSet">["settings"];
/** A contract that may write for an organisation, with its bits. */
export type Process = EventArgs<"Founded">["processes"][number];
/** One change to a circle's governance. */
export type Change = EventArgs<"Proposed">["changes"][number];
/** Why a proposal came about. */
export type Reasons = EventArgs<"Proposed">["reasons"];
/** An objection's arguments. */
export type Arguments = EventArgs<"Objected">["objection"];
/** What a role may pay, in the terms of a policy. */
export type Budget = EventArgs<"BudgetTaken">["budget"];
/** What a role may call, in the terms of a policy. */
export type Power = EventArgs<"PowerUsed">["power"];
/** One payment; `amount` in the token's smallest unit, token zero for ETH. */
export type Payment = EventArgs<"Announced">["payment"];
