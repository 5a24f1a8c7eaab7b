import type { Address, Hex } from "viem";

import { budgetTerms, powerTerms } from "../../acts/terms.ts";
import { actsFor } from "../actsFor.ts";
import type { Act, Budget } from "../events.ts";
import { powerKey, sourceOf, spendingKey } from "../organisation.ts";
import { PaymentKind } from "../paymentKind.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, checkGoing, NOBODY, policyAt } from "./draft.ts";

export const budgetTaken: Apply<"BudgetTaken"> = (draft, act) => {
  const { budget } = act.args;
  checkGoing(draft, act);
  checkTerms(draft, act, budgetTerms(budget), budget.vault);
  checkActing(draft, act, budget.role);
  const { revision } = policyAt(draft, act, act.subject);
  const known = draft.budgets.get(act.subject);
  check(act, known?.revision !== revision, "it was taken before");
  draft.budgets.set(act.subject, { budget, revision });
};

export const budgetSpent: Apply<"BudgetSpent"> = (draft, act) => {
  const { payee, amount, confirmer } = act.args;
  const budget = budgetOf(draft, act);
  checkActing(draft, act, budget.role);
  const named = budget.payees.length === 0 || budget.payees.includes(payee);
  check(act, named, `${payee} is not paid by it`);
  const key = spendingKey(act.subject, act.actor, payee, amount);
  const needed = amount > budget.alone;
  checkEqual(act, "confirmer", confirmer, needed ? draft.confirmations.get(key) : NOBODY);
  if (needed) draft.confirmations.delete(key);
  use(draft, act, amount, budget.amount, budget);
};

export const spendingConfirmed: Apply<"SpendingConfirmed"> = (draft, act) => {
  const { payer, payee, amount } = act.args;
  const budget = budgetOf(draft, act);
  checkActing(draft, act, budget.second);
  check(act, payer !== act.actor, "it is the actor's own payment");
  check(act, amount > budget.alone, "nobody has to confirm it");
  const key = spendingKey(act.subject, payer, payee, amount);
  check(act, !draft.confirmations.has(key), "it was confirmed before");
  draft.confirmations.set(key, act.actor);
};

/** A budget that was taken, whose policy is in force as it was then. */
function budgetOf(draft: Draft, act: Act): Budget {
  const taken = draft.budgets.get(act.subject);
  const { revision } = policyAt(draft, act, act.subject);
  check(act, taken?.revision === revision, "it was not taken as it is now");
  return taken.budget;
}

export const powerUsed: Apply<"PowerUsed"> = (draft, act) => {
  const { power, value, data } = act.args;
  checkTerms(draft, act, powerTerms(power), power.vault);
  checkActing(draft, act, power.role);
  const within = data.startsWith(power.selector) && value <= power.value;
  check(act, within, "it goes beyond the power");
  use(draft, act, 1n, BigInt(power.times), power);
};

export const powerTaken: Apply<"PowerTaken"> = (draft, act) => {
  const { power } = act.args;
  checkGoing(draft, act);
  const { vault, target, selector, role } = power;
  checkTerms(draft, act, powerTerms(power), vault);
  checkActing(draft, act, role);
  const key = powerKey(vault, target, selector);
  const held = draft.powers.get(key);
  const stands = held !== undefined && draft.policies.get(held.policy)?.revision === held.revision;
  check(act, !stands, "another policy in force answers for it");
  const { revision } = policyAt(draft, act, act.subject);
  draft.powers.set(key, { vault, target, selector, policy: act.subject, role, revision });
};

/** A policy of the anchor with these terms, of a vault of the organisation. */
function checkTerms(draft: Draft, act: Act, terms: Hex, vault: Address): void {
  const policy = policyAt(draft, act, act.subject);
  check(act, policy.circle === draft.anchor, "it is no policy of the anchor");
  checkEqual(act, "its terms", terms, policy.terms);
  const ours = sourceOf(draft, { kind: PaymentKind.Money, vault }) !== undefined;
  check(act, ours, `${vault} is no vault of the organisation`);
}

function checkActing(draft: Draft, act: Act, role: bigint): void {
  check(act, actsFor(draft, role, act.actor), `${act.actor} does not act for ${role}`);
}

/** Use up a part of what a period allows. */
function use(
  draft: Draft,
  act: Act,
  asked: bigint,
  most: bigint,
  { start, period }: { readonly start: number; readonly period: number },
): void {
  const { time } = act;
  check(act, time >= start, "its first period begins later");
  const known = draft.uses.get(act.subject);
  const gone = Math.floor((time - start) / period);
  const begun =
    known === undefined || time >= known.endsAt
      ? { used: 0n, endsAt: start + (gone + 1) * period }
      : known;
  check(act, begun.used + asked <= most, "less is left of it");
  draft.uses.set(act.subject, { ...begun, used: begun.used + asked });
}
