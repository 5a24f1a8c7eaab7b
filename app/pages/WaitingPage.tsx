import type { ReactNode } from "react";
import { useMemo } from "react";
import { Link } from "wouter";

import { Button } from "#app/components/Button.tsx";
import { Empty } from "#app/components/Empty.tsx";
import type { GlyphName } from "#app/components/Glyph.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Person } from "#app/components/Person.tsx";
import { State } from "#app/components/State.tsx";
import { MiniRing } from "#app/components/WindowRing.tsx";
import { OrganisationMap } from "#app/map/OrganisationMap.tsx";
import { myRoles } from "#app/model/roles.ts";
import { useWindow } from "#app/model/useWindow.ts";
import { useSign, useView } from "#app/model/view.ts";
import { Timeline } from "#app/pages/parts/Timeline.tsx";
import { useGo } from "#app/pages/parts/useGo.ts";
import type { Item } from "#app/pages/waiting.ts";
import { forAnyone, waitingFor } from "#app/pages/waiting.ts";
import { proposalTitle } from "#app/words/acts.ts";
import { roleName } from "#app/words/changes.ts";
import { countText, listText, numberWord } from "#app/words/lists.ts";
import { amendPath, pathOf, proposalPath, rolePath } from "#app/words/paths.ts";
import { isSame } from "#app/words/people.ts";
import { adoptedBy } from "#app/words/status.ts";
import { dayText, leftText, momentText } from "#app/words/time.ts";
import { reasonsHash } from "#sdk/acts/content.ts";
import { peopleOf } from "#sdk/acts/people.ts";
import { GRACE } from "#sdk/chronicle/lifecycle.ts";
import type { Announcement, Proposal } from "#sdk/chronicle/organisation.ts";
import {
  confirmationsNow,
  currentVersion,
  isMember,
  standingEscalations,
  standingObjections,
} from "#sdk/chronicle/organisation.ts";

/** What asks something of the reader, by the time left. */
export function WaitingPage() {
  const view = useView();
  const { me, now, nameOf } = view;
  const items = waitingFor(view);
  const first = items.find(({ until }) => until !== null)?.until ?? null;
  useWindow(first);
  if (me === null) return <Nobody />;
  const name = nameOf(me).split(" ")[0] ?? "";
  return (
    <>
      <title>Waiting</title>
      <header className="head greet">
        <h1>
          {greeting(now)}, {name}.
        </h1>
        <p className="lede">
          {items.length === 0
            ? "Nothing waits for you."
            : `${numberWord(items.length)} ${items.length === 1 ? "thing waits" : "things wait"} for you.`}
          {first !== null && ` The first closes ${momentText(first)}.`}
        </p>
      </header>
      <div className="cols">
        <div>
          {items.length === 0 && <h2 className="vh">Waiting for you</h2>}
          {items.length === 0 && (
            <Empty
              glyph="adopted"
              title="Proposals to answer, roles to accept and spending in your circles stand here"
            >
              Until then: your roles are yours to act in.
            </Empty>
          )}
          <ul className="wait">
            {items.map((item) => (
              <OfItem key={keyOf(item)} item={item} />
            ))}
          </ul>
          <Anyone />
        </div>
        <aside className="side" aria-label="Where you stand">
          <Places />
          <Lately />
        </aside>
      </div>
    </>
  );
}

function keyOf(item: Item): string {
  if ("proposal" in item) return `${item.kind}${item.proposal.id}`;
  if ("announcement" in item) return `${item.kind}${item.announcement.id}`;
  return "offer" in item ? `offer${item.offer.role}` : item.kind;
}

function greeting(now: number): string {
  const hour = new Date(now * 1000).getHours();
  if (hour < 5) return "Good night";
  if (hour < 12) return "Good morning";
  return hour < 18 ? "Good afternoon" : "Good evening";
}

/** For somebody who has not said who they are. */
function Nobody() {
  return (
    <>
      <title>Waiting</title>
      <header className="head greet">
        <h1>Nobody in particular</h1>
        <p className="lede">Everything can be read without saying who you are.</p>
      </header>
      <div className="cols">
        <div>
          <h2 className="vh">Waiting for you</h2>
          <Empty
            glyph="waiting"
            title="What waits for you would stand here"
            act={<Button href="/proposals">All proposals</Button>}
          >
            Say who you are, at the top of the page.
          </Empty>
          <Anyone />
        </div>
        <aside className="side" aria-label="Lately">
          <Lately />
        </aside>
      </div>
    </>
  );
}

function OfItem({ item }: { readonly item: Item }) {
  switch (item.kind) {
    case "answer":
      return <Answer proposal={item.proposal} />;
    case "resolve":
      return <Resolve proposal={item.proposal} />;
    case "integrate":
      return <Integrate proposal={item.proposal} />;
    case "enact":
      return <Enact proposal={item.proposal} />;
    case "spending":
      return <Spending announcement={item.announcement} />;
    case "escalated":
      return <Escalated announcement={item.announcement} />;
    case "pay":
      return <Pay announcement={item.announcement} />;
    case "offer":
      return <Offered role={item.offer.role} by={item.offer.by} />;
    case "agree":
      return <Agree />;
  }
}

interface FrameProps {
  readonly ring?: {
    readonly opensAt: number;
    readonly closesAt: number;
    readonly tone?: "open" | "escalated" | "done";
  };
  readonly glyph?: GlyphName;
  readonly left: string;
  readonly kind: ReactNode;
  readonly title: string;
  readonly href: string;
  readonly passes?: string;
  readonly by?: ReactNode;
  readonly because: ReactNode;
  readonly silence: string;
  readonly children: ReactNode;
}

function Frame({
  ring,
  glyph,
  left,
  kind,
  title,
  href,
  passes,
  by,
  because,
  silence,
  children,
}: FrameProps) {
  const { now } = useView();
  return (
    <li>
      <div className="r">
        {ring !== undefined && <MiniRing {...ring} now={now} size={56} />}
        {glyph !== undefined && <Glyph name={glyph} size={44} />}
        <span className="num">{left}</span>
      </div>
      <div>
        <p className="k">{kind}</p>
        <h2>
          <Link href={href} state={passes === undefined ? null : { announcement: passes }}>
            {title}
          </Link>
        </h2>
        {by}
        <p className="because">{because}</p>
        <div className="acts">{children}</div>
        <p className="note">{silence}</p>
      </div>
    </li>
  );
}

function useProposal(proposal: Proposal) {
  const { organisation, now, nameOf } = useView();
  const circle = roleName(organisation, proposal.circle);
  const version = currentVersion(proposal);
  return {
    circle,
    version,
    title: proposalTitle(organisation, proposal),
    href: proposalPath(proposal.id),
    kind: `Proposal in ${circle}`,
    ring: { opensAt: version.opensAt, closesAt: proposal.closesAt },
    left: leftText(proposal.closesAt - now),
    leftToEnd: leftText(proposal.closesAt + GRACE - now),
    end: momentText(proposal.closesAt + GRACE),
    by: (
      <Person
        address={proposal.proposer}
        name={nameOf(proposal.proposer)}
        role={`for ${roleName(organisation, proposal.asRole)}`}
      />
    ),
  };
}

function Answer({ proposal }: { readonly proposal: Proposal }) {
  const { organisation, me } = useView();
  const sign = useSign();
  const go = useGo();
  const { version, circle, leftToEnd: _end, end: _moment, ...frame } = useProposal(proposal);
  const said = confirmationsNow(proposal).length;
  const member = me !== null && isMember(organisation, proposal.circle, me);
  return (
    <Frame
      {...frame}
      because={
        member
          ? `You are a member of ${circle}. ${said} of ${version.expected} have no objection so far.`
          : `You left ${circle} so lately that you may still object.`
      }
      silence={`If you stay silent, that counts as no objection on ${momentText(proposal.closesAt)}.`}
    >
      {member && (
        <Button
          small
          onClick={() =>
            sign("confirm", {
              proposal: proposal.id,
              version: version.version,
              content: version.contentHash,
            })
          }
        >
          No objection
        </Button>
      )}
      <Button small onClick={() => go(proposalPath(proposal.id))}>
        Read it, or object
      </Button>
    </Frame>
  );
}

function Resolve({ proposal }: { readonly proposal: Proposal }) {
  const sign = useSign();
  const { version, leftToEnd, end, circle: _circle, ...frame } = useProposal(proposal);
  const what = { proposal: proposal.id, version: version.version, content: version.contentHash };
  return (
    <Frame
      {...frame}
      ring={{ ...frame.ring, tone: "escalated" }}
      left={leftToEnd}
      because={
        <>
          Version {version.version} came after your objection
          {version.integrates === "" ? "." : ` and means to integrate: “${version.integrates}”`}
        </>
      }
      silence={`If you stay silent, your objection stands, and the proposal lapses on ${end}.`}
    >
      <Button small onClick={() => sign("resolve", what)}>
        It no longer triggers my objection
      </Button>
      <Button small href={frame.href}>
        Read version {version.version}
      </Button>
    </Frame>
  );
}

function Integrate({ proposal }: { readonly proposal: Proposal }) {
  const { nameOf } = useView();
  const go = useGo();
  const {
    version: _version,
    leftToEnd,
    end,
    circle: _circle,
    by: _by,
    ...frame
  } = useProposal(proposal);
  const objectors = [...new Set(standingObjections(proposal).map(({ by }) => nameOf(by)))];
  return (
    <Frame
      {...frame}
      ring={{ ...frame.ring, tone: "escalated" }}
      left={leftToEnd}
      because={`You proposed it; ${listText(objectors)} ${objectors.length === 1 ? "objects" : "object"}. Only you can amend it.`}
      silence={`If you do nothing, it lapses on ${end}.`}
    >
      <Button small onClick={() => go(amendPath(proposal.id))}>
        Amend it
      </Button>
      <Button small href={frame.href}>
        Read the objection
      </Button>
    </Frame>
  );
}

function Enact({ proposal }: { readonly proposal: Proposal }) {
  const {
    leftToEnd,
    end,
    ring,
    version: _version,
    circle: _circle,
    by: _by,
    ...frame
  } = useProposal(proposal);
  return (
    <Frame
      {...frame}
      ring={{ ...ring, tone: "done" }}
      left={leftToEnd}
      because={`You proposed it, and it was adopted ${adoptedBy(proposal)}. It holds once somebody enacts it.`}
      silence={`If nobody does, it lapses on ${end}.`}
    >
      <EnactButton proposal={proposal} />
    </Frame>
  );
}

function EnactButton({ proposal }: { readonly proposal: Proposal }) {
  const { organisation } = useView();
  const sign = useSign();
  const { changes, reasons } = currentVersion(proposal);
  return (
    <Button
      small
      onClick={() =>
        sign("enact", {
          proposal: proposal.id,
          changes,
          reasonsHash: reasonsHash(reasons),
          people: peopleOf(organisation, proposal.circle, changes),
        })
      }
    >
      Enact it
    </Button>
  );
}

function useAnnouncement(announcement: Announcement) {
  const { organisation, now, nameOf, moneyOf } = useView();
  const { payment, announcer, asRole, closesAt, window } = announcement;
  return {
    title: `${moneyOf(payment.token).format(payment.amount)}: ${announcement.purpose}`,
    href: "/treasury",
    passes: String(announcement.id),
    kind: `Announcement for ${roleName(organisation, asRole)}`,
    ring: { opensAt: closesAt - window, closesAt },
    left: leftText(closesAt - now),
    leftToEnd: leftText(closesAt + GRACE - now),
    end: momentText(closesAt + GRACE),
    by: (
      <Person
        address={announcer}
        name={nameOf(announcer)}
        role={`for ${roleName(organisation, asRole)}`}
      />
    ),
  };
}

function Spending({ announcement }: { readonly announcement: Announcement }) {
  const { organisation, nameOf } = useView();
  const { leftToEnd: _left, end: _end, ...frame } = useAnnouncement(announcement);
  const circle = organisation.roles.get(announcement.asRole)?.circle ?? announcement.asRole;
  return (
    <Frame
      {...frame}
      because={`It serves a role of ${roleName(organisation, circle)}, where you are a member; you may say stop.`}
      silence={`If nobody escalates, ${nameOf(announcement.announcer)} may pay it from ${momentText(announcement.closesAt)}.`}
    >
      <ToTreasury id={announcement.id}>Look at it, or escalate</ToTreasury>
    </Frame>
  );
}

function ToTreasury({ id, children }: { readonly id: bigint; readonly children: ReactNode }) {
  const go = useGo();
  return (
    <Button small onClick={() => go("/treasury", { announcement: String(id) })}>
      {children}
    </Button>
  );
}

function Escalated({ announcement }: { readonly announcement: Announcement }) {
  const { me, nameOf } = useView();
  const { leftToEnd, end, ...frame } = useAnnouncement(announcement);
  const standing = standingEscalations(announcement);
  const mine = standing.some(({ by }) => isSame(by, me));
  const names = listText(standing.map(({ by }) => nameOf(by)));
  return (
    <Frame
      {...frame}
      ring={{ ...frame.ring, tone: "escalated" }}
      left={leftToEnd}
      because={
        mine
          ? `You escalated it: ${nameOf(announcement.announcer)} cannot pay it while that stands.`
          : `You announced it, and ${names} escalated: “${standing[0]?.reason ?? ""}”`
      }
      silence={`If nobody moves, it lapses on ${end}.`}
    >
      <ToTreasury id={announcement.id}>
        {mine ? "Look at it, or reverse" : "Look at it, or revoke it"}
      </ToTreasury>
    </Frame>
  );
}

function Pay({ announcement }: { readonly announcement: Announcement }) {
  const sign = useSign();
  const { leftToEnd, end, ...frame } = useAnnouncement(announcement);
  const { id, announcer, payment } = announcement;
  return (
    <Frame
      {...frame}
      ring={{ ...frame.ring, tone: "done" }}
      left={leftToEnd}
      because="Its window has passed and nothing stands against it. You fill the role that pays it."
      silence={`If you do nothing, it expires on ${end}.`}
    >
      <Button small onClick={() => sign("pay", { announcement: id, announcer, payment })}>
        Pay it
      </Button>
      <ToTreasury id={id}>Look at it</ToTreasury>
    </Frame>
  );
}

function Offered({ role, by }: { readonly role: bigint; readonly by: Proposal["proposer"] }) {
  const { organisation, me, nameOf } = useView();
  const sign = useSign();
  const held = organisation.roles.get(role);
  const circle = roleName(organisation, held?.circle ?? organisation.anchor);
  return (
    <Frame
      glyph="unfilled"
      left="no limit"
      kind={`Role offered in ${circle}`}
      title={roleName(organisation, role)}
      href={rolePath(role)}
      by={<Person address={by} name={nameOf(by)} note="offers it" />}
      because={
        held?.words.text === undefined || held.words.text === ""
          ? "It is yours only if you accept."
          : `${held.words.text}. It is yours only if you accept.`
      }
      silence="If you do nothing, the offer stays. You may resign at any time."
    >
      <Button small onClick={() => sign("accept", { role })}>
        Accept
      </Button>
      <Button
        small
        onClick={() => {
          if (me !== null) sign("withdrawOffer", { role, person: me });
        }}
      >
        Decline
      </Button>
    </Frame>
  );
}

function Agree() {
  const { organisation, me } = useView();
  const sign = useSign();
  const name = roleName(organisation, organisation.anchor);
  const offers = [...organisation.offers.values()].filter(({ person }) => isSame(person, me));
  return (
    <Frame
      glyph="filled"
      left="no limit"
      kind="Invitation"
      title={`Become a partner of ${name}`}
      href="/"
      because={`You are invited. A partner has agreed to the rules, and only partners fill roles.${
        offers.length === 0
          ? ""
          : ` ${countText(offers.length, "role")} ${offers.length === 1 ? "is" : "are"} offered to you; agreeing here accepts none of them yet.`
      }`}
      silence="If you do nothing, the invitation stays."
    >
      <Button
        small
        onClick={() =>
          sign("agree", {
            organisation: organisation.number,
            ruleHash: organisation.ruleHash,
            offers: [],
          })
        }
      >
        Agree to the rules
      </Button>
    </Frame>
  );
}

/** Adopted proposals that anyone may enact. */
function Anyone() {
  const view = useView();
  const { organisation, now } = view;
  const adopted = forAnyone(view);
  if (adopted.length === 0) return null;
  return (
    <section className="more" aria-labelledby="anyone">
      <h2 id="anyone">For anyone to do</h2>
      <ul className="rows">
        {adopted.map((proposal) => (
          <li key={proposal.id} className="pair">
            <State kind="adopted">
              <Link href={proposalPath(proposal.id)}>{proposalTitle(organisation, proposal)}</Link>,{" "}
              {adoptedBy(proposal)}
            </State>
            <span className="acts">
              <span className="note num">{leftText(proposal.closesAt + GRACE - now)} left</span>
              <EnactButton proposal={proposal} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const STAGE = { width: 220, height: 220 };

/** The reader's roles, on a small map and as a list. */
function Places() {
  const view = useView();
  const { organisation, nameOf } = view;
  const mine = myRoles(view);
  const ids = useMemo(() => new Set(mine.map(({ id }) => id)), [mine]);
  return (
    <section className="sec" aria-labelledby="places">
      <h2 id="places">Where you stand</h2>
      <div className="ov">
        <OrganisationMap
          organisation={organisation}
          focus={organisation.anchor}
          stage={STAGE}
          label="The organisation, with your roles filled in"
          nameOf={nameOf}
          mine={ids}
          small
        />
      </div>
      {mine.length === 0 && <p className="quiet">You fill no role yet.</p>}
      <ul className="rows places">
        {mine.map((role) => (
          <li key={role.id}>
            <Link href={pathOf(role)}>{role.words.name}</Link>
            <small>
              {role.alive ? `you lead it; ${countText(role.inner.length, "role")} inside` : ""}
              {!role.alive &&
                `role in ${roleName(organisation, role.circle ?? organisation.anchor)}${role.words.domains.length > 0 ? `; holds ${listText(role.words.domains, 2)}` : ""}`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

const LATELY = 6;

/** The last acts of anybody. */
function Lately() {
  const { organisation } = useView();
  const last = organisation.acts.slice(-LATELY).reverse();
  return (
    <section className="sec" aria-labelledby="lately">
      <h2 id="lately">Lately</h2>
      <p className="note">The last act was on {dayText(organisation.head.time)}.</p>
      <Timeline acts={last} />
      <Link href="/history">All acts</Link>
    </section>
  );
}
