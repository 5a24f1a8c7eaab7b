import { useEffect, useMemo, useRef, useState } from "react";
import { Link } from "wouter";

import { Act } from "#app/components/Act.tsx";
import { Button } from "#app/components/Button.tsx";
import { Copy } from "#app/components/Copy.tsx";
import { Crumbs } from "#app/components/Crumbs.tsx";
import { Empty } from "#app/components/Empty.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Person } from "#app/components/Person.tsx";
import { Segments } from "#app/components/Segments.tsx";
import { MiniRing } from "#app/components/WindowRing.tsx";
import { canAnnounce } from "#app/model/can/canAnnounce.ts";
import { canEscalate } from "#app/model/can/canEscalate.ts";
import { canLapse } from "#app/model/can/canLapse.ts";
import { canPay } from "#app/model/can/canPay.ts";
import { canReverse } from "#app/model/can/canReverse.ts";
import { canRevokeAnnouncement } from "#app/model/can/canRevokeAnnouncement.ts";
import { useWindow } from "#app/model/useWindow.ts";
import { useSign, useView } from "#app/model/view.ts";
import { EscalationForm } from "#app/pages/parts/EscalationForm.tsx";
import { Flow } from "#app/pages/parts/Flow.tsx";
import { bySomebody } from "#app/pages/parts/speaking.ts";
import { passed, useGo } from "#app/pages/parts/useGo.ts";
import { checksummed, grouped } from "#app/words/amounts.ts";
import { roleName } from "#app/words/changes.ts";
import { crumbsOf } from "#app/words/crumbs.ts";
import { idText } from "#app/words/ids.ts";
import { countText, listText } from "#app/words/lists.ts";
import { accountOf, usualToken } from "#app/words/money.ts";
import type { Stated } from "#app/words/status.ts";
import { announcementState, isLive } from "#app/words/status.ts";
import { leftText, momentText, spanText } from "#app/words/time.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Announcement, Escalation } from "#sdk/chronicle/organisation.ts";
import { windowOf } from "#sdk/chronicle/organisation.ts";

const FILTERS = [
  { value: "all", label: "All" },
  { value: "waiting", label: "Waiting" },
  { value: "blocked", label: "Blocked" },
  { value: "past", label: "Past" },
] as const;

const MOST = 60;

interface Entry {
  readonly announcement: Announcement;
  readonly state: Stated;
}

/** The organisation's money: what is there, what moved, and what is announced. */
export function TreasuryPage() {
  const view = useView();
  const go = useGo();
  const { organisation, now, tokens, balances } = view;
  const [chosen, setChosen] = useState("");
  const all = useMemo(
    () => sorted([...organisation.announcements.values()], now),
    [organisation.announcements, now],
  );
  const used = tokens.filter(({ address }) => {
    const key = address.toLowerCase();
    const announced = all.some(
      ({ announcement }) => announcement.payment.token.toLowerCase() === key,
    );
    return announced || (balances.get(key) ?? 0n) > 0n;
  });
  const shown = used.length === 0 ? tokens.slice(0, 1) : used;
  const usual = usualToken(organisation, shown);
  const money = shown.find(({ address }) => address === chosen) ?? usual;
  const name = roleName(organisation, organisation.anchor);
  const closing =
    all.find(({ state }) => state.status === Status.Open)?.announcement.closesAt ?? null;
  useWindow(closing);
  return (
    <>
      <title>Treasury</title>
      <Crumbs items={crumbsOf(organisation, organisation.anchor, { label: "Treasury" })} />
      <header className="head pair">
        <div>
          <h1>{possessive(name)} money</h1>
          <p className="by">
            <span>Account</span>
            <span className="mono">{grouped(checksummed(organisation.vault))}</span>
            <Copy value={checksummed(organisation.vault)} label="Copy the account’s address" />
          </p>
        </div>
        <Act
          can={canAnnounce(view)}
          question="Why can’t I announce spending?"
          kind="main"
          onAct={() => go("/treasury/announce")}
        >
          Announce spending
        </Act>
      </header>
      {shown.length > 1 && (
        <Segments
          label="Token"
          options={shown.map(({ address, symbol }) => ({
            value: address as string,
            label: symbol,
          }))}
          value={money?.address ?? ""}
          onChange={setChosen}
        />
      )}
      {money !== undefined && <Movement token={money.address} />}
      <div className="cols below">
        <Announcements all={all} />
        <Rules />
      </div>
    </>
  );
}

function Movement({ token }: { readonly token: Announcement["payment"]["token"] }) {
  const { organisation, balances, moneyOf } = useView();
  const money = moneyOf(token);
  const account = accountOf(organisation, token, balances.get(token.toLowerCase()));
  return (
    <>
      <Flow account={account} money={money} />
      <p className="note foot">
        {account.promised > 0n
          ? `${money.format(account.promised)} is promised by announcements that are not closed. `
          : "Nothing is promised. "}
        Money that arrives asks nobody and is no act: what came in is what the account holds and
        what it has paid.
      </p>
    </>
  );
}

function Announcements({ all }: { readonly all: readonly Entry[] }) {
  const [filter, setFilter] = useState<string>("all");
  const [most, setMost] = useState(MOST);
  const shown = all.filter(({ state }) => fits(state, filter));
  return (
    <section aria-labelledby="announcements">
      <div className="sechead">
        <h2 id="announcements">Announcements</h2>
        <Segments label="Show" options={FILTERS} value={filter} onChange={setFilter} />
      </div>
      {shown.length === 0 ? (
        <Empty
          glyph="money"
          title={filter === "all" ? "Nothing was announced yet" : "None of these"}
        >
          Whoever fills a role can announce a payment for it.
        </Empty>
      ) : (
        <ul className="anns">
          {shown.slice(0, most).map((entry) => (
            <One key={entry.announcement.id} {...entry} />
          ))}
        </ul>
      )}
      {shown.length > most && (
        <Button onClick={() => setMost((before) => before + MOST)}>
          Show {Math.min(MOST, shown.length - most)} more of {shown.length}
        </Button>
      )}
    </section>
  );
}

function fits({ status }: Stated, filter: string): boolean {
  if (filter === "waiting") return status === Status.Open || status === Status.Adopted;
  if (filter === "blocked") return status === Status.Objected;
  if (filter === "past") return !isLive(status);
  return true;
}

function One({ announcement, state }: Entry) {
  const view = useView();
  const place = useRef<HTMLLIElement>(null);
  const { organisation, people, now, nameOf, moneyOf } = view;
  const { id, payment, announcer, asRole, purpose } = announcement;
  const money = moneyOf(payment.token);
  const known = people.get(payment.payee.toLowerCase());
  useEffect(() => {
    if (passed().announcement === String(id)) place.current?.scrollIntoView();
  }, [id]);
  return (
    <li className="ann" ref={place}>
      <div className="ringcol">
        {state.status === Status.Open ? (
          <MiniRing
            opensAt={announcement.closesAt - announcement.window}
            closesAt={announcement.closesAt}
            now={now}
          />
        ) : (
          <Glyph name={state.glyph} size={40} />
        )}
      </div>
      <div>
        <p className="st1">
          <span className={`w ${state.glyph}`}>{state.word}</span>
          <span className="quiet num">{idText(id)}</span>
        </p>
        <h3>
          {money.format(payment.amount)}: {purpose}
        </h3>
        <Person
          address={announcer}
          name={nameOf(announcer)}
          role={`for ${roleName(organisation, asRole)}`}
        />
        <p className="note payee">
          to {known === undefined ? "" : `${known}, `}
          <span className="mono">{checksummed(payment.payee)}</span>
        </p>
        {announcement.escalations.map((escalation) => (
          <EscalationView
            key={`${escalation.by}${escalation.at}`}
            {...{ announcement, escalation }}
          />
        ))}
        <Acts announcement={announcement} state={state} />
      </div>
      <div className="aside">
        <b>{headOf(announcement, state, now)}</b>
        <p className="note">{effectOf(announcement, state, now)}</p>
      </div>
    </li>
  );
}

function headOf({ closesAt }: Announcement, { status, rest }: Stated, now: number): string {
  if (status === Status.Open) return `${leftText(closesAt - now)} left`;
  if (status === Status.Objected) return "Blocked";
  return rest;
}

function effectOf(announcement: Announcement, { status }: Stated, now: number): string {
  const { closesAt, escalations, outcome } = announcement;
  switch (status) {
    case Status.Open:
      return `It may be paid from ${momentText(closesAt)}, if nobody escalates.`;
    case Status.Objected:
      return `since ${momentText(escalations.find(({ reversed }) => reversed === null)?.at ?? closesAt)}`;
    case Status.Adopted:
      return `Window passed ${momentText(closesAt)}; nothing stands against it.`;
    case Status.Lapsed:
      return outcome === 0 && now > 0
        ? "Not paid in 30 days. Closing it frees what it promised."
        : "Not paid in 30 days, and closed.";
    default:
      return `announced ${momentText(announcement.announcedAt)}`;
  }
}

function EscalationView({
  announcement,
  escalation,
}: {
  readonly announcement: Announcement;
  readonly escalation: Escalation;
}) {
  const view = useView();
  const sign = useSign();
  const { organisation, nameOf } = view;
  const { by, asRole, circle, reason, at, reversed } = escalation;
  const as =
    asRole === circle
      ? `lead of ${roleName(organisation, circle)}`
      : `for ${roleName(organisation, asRole)}`;
  const { id, announcer, payment } = announcement;
  const stands =
    reversed === null && announcementState(announcement, view.now).status === Status.Objected;
  return (
    <div className={stands ? "esc" : "esc over"}>
      <p className="read">“{reason}”</p>
      <footer>
        <Person address={by} name={nameOf(by)} role={as} size={20} note={momentText(at)} />
        {reversed !== null && (
          <p>
            Reversed by {nameOf(reversed.by)}, {momentText(reversed.at)}; the window began anew.
          </p>
        )}
      </footer>
      {stands && (
        <Act
          can={canReverse(view, announcement, escalation)}
          question="Why can’t I reverse this?"
          small
          onAct={() => sign("reverse", { announcement: id, escalator: by, announcer, payment })}
        >
          Reverse it
        </Act>
      )}
    </div>
  );
}

/** What the reader may do about an announcement; why not, where that could be expected. */
function Acts({ announcement, state }: Entry) {
  const view = useView();
  const sign = useSign();
  const [writing, setWriting] = useState(false);
  const { id, announcer, payment, outcome } = announcement;
  const what = { announcement: id, announcer, payment };
  const revoke = canRevokeAnnouncement(view, announcement);
  if (!isLive(state.status)) {
    if (state.status !== Status.Lapsed || outcome !== 0) return null;
    return (
      <div className="does">
        <Act
          can={canLapse(view, announcement)}
          question="Why can’t I close it?"
          small
          onAct={() => sign("lapse", what)}
        >
          Close it
        </Act>
      </div>
    );
  }
  const asks = state.status === Status.Open;
  return (
    <div className="does">
      <div className="acts">
        {asks && (
          <Act
            can={bySomebody(view, canEscalate(view, announcement))}
            question="Why can’t I escalate?"
            small
            onAct={() => setWriting(true)}
          >
            Escalate
          </Act>
        )}
        {state.status === Status.Adopted && (
          <Act
            can={canPay(view, announcement)}
            question="Why can’t I pay it?"
            small
            kind="main"
            onAct={() => sign("pay", what)}
          >
            Pay it
          </Act>
        )}
        {view.me !== null && revoke.ok && (
          <Button small onClick={() => sign("revokeAnnouncement", what)}>
            Revoke it
          </Button>
        )}
      </div>
      {asks && (
        <EscalationForm
          announcement={announcement}
          open={writing}
          onClose={() => setWriting(false)}
        />
      )}
    </div>
  );
}

function Rules() {
  const { organisation, nameOf } = useView();
  const leads = organisation.roles.get(organisation.anchor)?.fillers ?? [];
  const circles = [...organisation.roles.values()].filter(({ members }) => members.length > 0);
  const people = new Set(circles.flatMap(({ members }) => members.map((it) => it.toLowerCase())));
  return (
    <aside className="side" aria-label="How money moves">
      <section className="sec" aria-labelledby="moves">
        <h2 id="moves">How money moves here</h2>
        <p className="read small">
          Say what for, wait, and pay unless someone with standing says stop.
        </p>
        <dl className="facts small">
          <dt>Announce</dt>
          <dd>whoever fills a role, for it</dd>
          <dt>Wait</dt>
          <dd>
            {spanText(windowOf(organisation, organisation.anchor))}, the outermost circle’s window
          </dd>
          <dt>Pay</dt>
          <dd>whoever fills that role, once, within 30 days</dd>
          <dt>Promise</dt>
          <dd>an amount that is announced is not promised twice</dd>
        </dl>
      </section>
      <section className="sec" aria-labelledby="escalate">
        <h2 id="escalate">Who may escalate</h2>
        <p className="note">
          Any member of any circle, for a role they fill:{" "}
          {countText(people.size, "person", "people")} in {countText(circles.length, "circle")}, but
          not for their own announcement. It blocks the payment.
        </p>
        <p className="note">
          The escalator may reverse it
          {leads.length === 0
            ? "; nobody else, for nobody leads the outermost circle."
            : `, or ${listText(leads.map(nameOf), 3)}, who ${leads.length === 1 ? "leads" : "lead"} the outermost circle.`}{" "}
          <Link href="/">Who fills what</Link>
        </p>
      </section>
    </aside>
  );
}

function possessive(name: string): string {
  return name.endsWith("s") ? `${name}’` : `${name}’s`;
}

function sorted(announcements: readonly Announcement[], now: number): Entry[] {
  const entries = announcements.map((announcement) => ({
    announcement,
    state: announcementState(announcement, now),
  }));
  return entries.sort((one, other) => {
    const [live, too] = [isLive(one.state.status), isLive(other.state.status)];
    if (live !== too) return live ? -1 : 1;
    if (live) return (one.state.until ?? 0) - (other.state.until ?? 0);
    return other.announcement.announcedAt - one.announcement.announcedAt;
  });
}
