import { useState } from "react";

import { Crumbs } from "#app/components/Crumbs.tsx";
import { SelectField, TextField } from "#app/components/Field.tsx";
import { canAnnounce } from "#app/model/can/canAnnounce.ts";
import { freeAnnouncementSlot, rolesActedFor } from "#app/model/roles.ts";
import type { Money, View } from "#app/model/view.ts";
import { useSign, useView } from "#app/model/view.ts";
import { DraftState, Finish } from "#app/pages/parts/Finish.tsx";
import { bySomebody } from "#app/pages/parts/speaking.ts";
import { useDraft } from "#app/pages/parts/useDraft.ts";
import { useGo } from "#app/pages/parts/useGo.ts";
import { grouped, parseAddress, parseAmount } from "#app/words/amounts.ts";
import { roleName } from "#app/words/changes.ts";
import { crumbsOf } from "#app/words/crumbs.ts";
import { MOST_TEXT, textFault } from "#app/words/limits.ts";
import type { Account } from "#app/words/money.ts";
import { accountOf, usualToken } from "#app/words/money.ts";
import { isSame } from "#app/words/people.ts";
import { longMomentText, spanText } from "#app/words/time.ts";
import { money as moneyPayment } from "#sdk/acts/money.ts";
import { windowOf } from "#sdk/chronicle/organisation.ts";

interface Form {
  readonly role: string;
  readonly token: string;
  readonly amount: string;
  /** A person's address, or empty for one typed. */
  readonly person: string;
  readonly address: string;
  readonly purpose: string;
}

const EMPTY: Form = { role: "", token: "", amount: "", person: "", address: "", purpose: "" };
const empty = () => EMPTY;
const isForm = (kept: unknown): kept is Form =>
  typeof kept === "object" &&
  kept !== null &&
  Object.keys(EMPTY).every((key) => typeof (kept as Record<string, unknown>)[key] === "string");

/** A payment as somebody means to make it. */
export function AnnouncePage() {
  const view = useView();
  const sign = useSign();
  const go = useGo();
  const { organisation, now, tokens } = view;
  const draft = useDraft<Form>("announce", empty, isForm);
  const [tried, setTried] = useState(false);
  const { value } = draft;
  const set = (part: Partial<Form>) => draft.set((before) => ({ ...before, ...part }));
  const roles = rolesActedFor(view);
  const role = roles.find(({ id }) => String(id) === value.role) ?? roles[0];
  const money =
    tokens.find(({ address }) => address === value.token) ?? usualToken(organisation, tokens);
  const window = windowOf(organisation, organisation.anchor);
  if (money === undefined) return null;
  const account = accountOf(
    organisation,
    money.address,
    view.balances.get(money.address.toLowerCase()),
  );
  const amount = parseAmount(value.amount, money.decimals);
  const payee = payeeOf(view, value, money);
  const faults = {
    amount: amount.fault ?? tooMuch(account, amount.value, money),
    payee: payee.fault,
    purpose: textFault(value.purpose),
  };

  function startOver() {
    draft.forget();
    setTried(false);
  }

  function finish() {
    setTried(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    if (amount.value === undefined || payee.value === undefined || money === undefined) return;
    const payment = moneyPayment({
      vault: organisation.vault,
      token: money.address,
      payee: payee.value,
      amount: amount.value,
    });
    const onDone = () => {
      draft.forget();
      go("/treasury");
    };
    const data = {
      policy: 0n,
      asRole: role?.id ?? organisation.anchor,
      slot: freeAnnouncementSlot(view) ?? 0,
      payment,
      purpose: value.purpose.trim(),
    };
    sign("announce", data, { onDone });
  }

  return (
    <>
      <title>Announce spending</title>
      <Crumbs
        items={crumbsOf(
          organisation,
          organisation.anchor,
          { label: "Treasury", href: "/treasury" },
          { label: "Announce" },
        )}
      />
      <header className="head">
        <DraftState savedAt={draft.savedAt} />
        <h1>Announce spending</h1>
        <p className="lede">
          Say what for. If nobody escalates in {spanText(window)}, you may pay it.
        </p>
      </header>
      <div className="cols">
        <div className="form">
          {roles.length > 0 && (
            <SelectField
              label="Which role it serves"
              value={String(role?.id ?? "")}
              onChange={(next) => set({ role: next })}
              options={roles.map(({ id, words, circle }) => ({
                value: String(id),
                label:
                  circle === null
                    ? `lead of ${words.name}`
                    : `${words.name}, in ${roleName(organisation, circle)}`,
              }))}
            />
          )}
          <SelectField
            label="Token"
            value={money.address as string}
            onChange={(token) => set({ token })}
            options={tokens.map(({ address, symbol, name }) => ({
              value: address as string,
              label: name === symbol ? symbol : `${symbol}, ${name}`,
            }))}
          />
          <TextField
            label="Amount"
            inputMode="decimal"
            placeholder={`0${money.decimals > 1 ? ".00" : ""}`}
            value={value.amount}
            onChange={(next) => set({ amount: next })}
            error={tried || value.amount !== "" ? faults.amount : undefined}
            hint={
              amount.value === undefined
                ? `In ${money.symbol}, with a point before the decimals.`
                : `That is ${money.format(amount.value)}.`
            }
          />
          <Payee {...{ value, set, payee, tried }} />
          <TextField
            label="What for"
            rows={3}
            maxBytes={MOST_TEXT}
            value={value.purpose}
            onChange={(purpose) => set({ purpose })}
            error={tried ? faults.purpose : undefined}
            hint="What it buys, for which work, from whom. Everybody reads it."
          />
        </div>
        <aside className="side" aria-label="What it leaves">
          <section className="sec" aria-labelledby="leaves">
            <h2 id="leaves">What remains free</h2>
            <Remains account={account} amount={amount.value} money={money} />
            <p className="note">
              What is announced is promised: it is free for nothing else until it is paid, taken
              back or blocked.
            </p>
          </section>
          <section className="sec" aria-labelledby="then">
            <h2 id="then">What follows</h2>
            <p>
              Everybody may read it now. It may be paid from <b>{longMomentText(now + window)}</b>,
              within 30 days of that.
            </p>
            <p className="note">Any member of any circle but you may escalate; that blocks it.</p>
          </section>
        </aside>
      </div>
      <Finish
        can={bySomebody(view, canAnnounce(view))}
        question="Why can’t I announce spending?"
        onAct={finish}
        onForget={draft.savedAt === undefined ? undefined : startOver}
        faulty={tried && Object.values(faults).some((fault) => fault !== undefined)}
      />
    </>
  );
}

interface PayeeProps {
  readonly value: Form;
  readonly set: (part: Partial<Form>) => void;
  readonly payee: ReturnType<typeof payeeOf>;
  readonly tried: boolean;
}

/** Who is paid: a person by name, or an address; shown in full either way. */
function Payee({ value, set, payee, tried }: PayeeProps) {
  const { organisation, nameOf } = useView();
  const people = [...organisation.partners.values()]
    .filter(({ status }) => status === "agreed")
    .map(({ person }) => ({ value: person as string, label: nameOf(person) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <>
      <SelectField
        label="To"
        value={value.person}
        onChange={(person) => set({ person })}
        options={[{ value: "", label: "an address" }, ...people]}
      />
      {value.person === "" && (
        <TextField
          label="Address"
          mono
          placeholder="0x"
          value={value.address}
          onChange={(address) => set({ address })}
          error={tried || value.address.length >= 42 ? payee.fault : undefined}
          hint="Take it from the payee, by a way you trust."
        />
      )}
      {payee.value !== undefined && (
        <p className="mono payee" aria-live="polite">
          {grouped(payee.value)}
        </p>
      )}
      {value.person !== "" && payee.fault !== undefined && (
        <p className="fielderror">{payee.fault}</p>
      )}
    </>
  );
}

interface RemainsProps {
  readonly account: Account;
  readonly amount: bigint | undefined;
  readonly money: Money;
}

function Remains({ account, amount, money }: RemainsProps) {
  const { balance, promised, free } = account;
  if (balance === undefined || free === undefined)
    return <p className="quiet">Asking the account…</p>;
  const left = free - (amount ?? 0n);
  return (
    <div className="sum num">
      <p className="pair">
        <span>In the account</span>
        <span>{money.format(balance)}</span>
      </p>
      <p className="pair">
        <span>promised already</span>
        <span>− {money.format(promised)}</span>
      </p>
      {amount !== undefined && (
        <p className="pair">
          <span>this</span>
          <span>− {money.format(amount)}</span>
        </p>
      )}
      <p className={left < 0n ? "pair total over" : "pair total"}>
        <span>{left < 0n ? "missing" : "free"}</span>
        <span>{money.format(left < 0n ? -left : left)}</span>
      </p>
    </div>
  );
}

function tooMuch({ free }: Account, amount: bigint | undefined, money: Money): string | undefined {
  if (free === undefined || amount === undefined || amount <= free) return undefined;
  return `Only ${money.format(free)} is free.`;
}

/** Who is paid: nobody is a fault, and so are the account itself and the token. */
function payeeOf(
  { organisation }: View,
  { person, address }: Form,
  money: Money,
): ReturnType<typeof parseAddress> {
  const payee = parseAddress(person === "" ? address : person);
  if (payee.value === undefined) return payee;
  if (/^0x0{40}$/.test(payee.value)) return { fault: "Nobody has this address." };
  if (isSame(payee.value, organisation.vault)) return { fault: "That is the account itself." };
  if (isSame(payee.value, money.address)) return { fault: "That is the token itself." };
  return payee;
}
