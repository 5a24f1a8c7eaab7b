import { roleName } from "#app/words/changes.ts";
import type { Announcement, Organisation } from "#sdk/chronicle/organisation.ts";
import { promisedFrom } from "#sdk/chronicle/organisation.ts";

type Token = Announcement["payment"]["token"];

/** What an account holds of one token, what is promised, and where it went. */
export interface Account {
  /** Undefined while nobody has told. */
  readonly balance: bigint | undefined;
  readonly promised: bigint;
  readonly free: bigint | undefined;
  /** What must have arrived: what it holds and what it has paid. */
  readonly arrived: bigint;
  readonly paid: bigint;
  /** What was paid, by the role it served, the most first. */
  readonly outflows: readonly Outflow[];
}

export interface Outflow {
  readonly name: string;
  readonly amount: bigint;
  readonly payments: number;
}

const MOST_BANDS = 5;

/** The anchor's account in one token. */
export function accountOf(
  organisation: Organisation,
  token: Token,
  balance: bigint | undefined,
): Account {
  const promised = promisedFrom(organisation, organisation.vault, token);
  const byRole = new Map<bigint, { amount: bigint; payments: number }>();
  for (const { payment, paidAt, asRole } of organisation.announcements.values()) {
    if (paidAt === 0 || payment.token.toLowerCase() !== token.toLowerCase()) continue;
    const so = byRole.get(asRole) ?? { amount: 0n, payments: 0 };
    byRole.set(asRole, { amount: so.amount + payment.amount, payments: so.payments + 1 });
  }
  const all = [...byRole]
    .map(([role, sums]) => ({ name: roleName(organisation, role), ...sums }))
    .sort((one, other) => (one.amount < other.amount ? 1 : -1));
  const paid = all.reduce((sum, { amount }) => sum + amount, 0n);
  const rest = all.slice(MOST_BANDS);
  const others = rest.reduce(
    (sum, { amount, payments }) => ({
      name: `${rest.length} other roles`,
      amount: sum.amount + amount,
      payments: sum.payments + payments,
    }),
    { name: "", amount: 0n, payments: 0 },
  );
  return {
    balance,
    promised,
    free: balance === undefined ? undefined : balance > promised ? balance - promised : 0n,
    arrived: (balance ?? 0n) + paid,
    paid,
    outflows: rest.length === 0 ? all : [...all.slice(0, MOST_BANDS), others],
  };
}

/** The token that an organisation spends: of its last announcement, else of those it knows the first. */
export function usualToken<Known extends { readonly address: Token }>(
  organisation: Organisation,
  tokens: readonly Known[],
): Known | undefined {
  const last = [...organisation.announcements.values()].at(-1)?.payment.token.toLowerCase();
  return tokens.find(({ address }) => address.toLowerCase() === last) ?? tokens[0];
}
