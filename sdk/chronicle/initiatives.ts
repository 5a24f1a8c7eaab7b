import type { Address } from "viem";

import type { EventArgs } from "./events.ts";
import type { Said } from "./rulings.ts";

/** What an initiative takes to say. */
export type Statements = EventArgs<"InitiativeDeclared">["statements"];

/** What somebody did beyond the own authority. */
export interface Initiative {
  readonly id: bigint;
  readonly declarer: Address;
  readonly asRole: bigint;
  /** The policy that it breaks, or the role whose domain; 0 for none. */
  readonly breaks: bigint;
  /** The roles that it affects. */
  readonly affected: readonly bigint[];
  readonly statements: Statements;
  readonly at: number;
  /** What was asked of the declarer, oldest first: to refrain from such acts, for a role. */
  readonly requests: readonly Request[];
}

/** A request to refrain. */
export interface Request extends Said {
  readonly role: bigint;
  /** When it was lifted; 0 while it stands. */
  readonly liftedAt: number;
}

/** The request that stands for a role; undefined for none. */
export function requestFor({ requests }: Initiative, role: bigint): Request | undefined {
  return requests.find((it) => it.role === role && it.liftedAt === 0);
}
