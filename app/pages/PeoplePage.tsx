import { useState } from "react";
import { type Address, isAddress } from "viem";
import { Link } from "wouter";

import { Act } from "#app/components/Act.tsx";
import { Button } from "#app/components/Button.tsx";
import { SelectField, TextField } from "#app/components/Field.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Person } from "#app/components/Person.tsx";
import { Why } from "#app/components/Why.tsx";
import { canAgree } from "#app/model/can/canAgree.ts";
import { canDeclareOpenness } from "#app/model/can/canDeclareOpenness.ts";
import { canInvite } from "#app/model/can/canInvite.ts";
import { canLeave } from "#app/model/can/canLeave.ts";
import { myRoles } from "#app/model/roles.ts";
import { useSign, useView } from "#app/model/view.ts";
import { named } from "#app/pages/parts/speaking.ts";
import { roleName } from "#app/words/changes.ts";
import { countText, listText } from "#app/words/lists.ts";
import { officesOf } from "#app/words/members.ts";
import { pathOf } from "#app/words/paths.ts";
import { fillsOf, isSame } from "#app/words/people.ts";
import { dayText } from "#app/words/time.ts";
import { PARTNER_KINDS } from "#sdk/acts/names.ts";
import type { Partner } from "#sdk/chronicle/organisation.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";

const NOBODY = "0x0000000000000000000000000000000000000000";

/** Everybody who is a partner or invited: of what kind, in which roles and offices. */
export function PeoplePage() {
  const { organisation, nameOf } = useView();
  const all = [...organisation.partners.values()].sort((one, other) =>
    nameOf(one.person).localeCompare(nameOf(other.person)),
  );
  const partners = all.filter(({ status }) => status === "agreed");
  const invited = all.filter(({ status }) => status === "invited");
  return (
    <>
      <title>People</title>
      <header className="head">
        <h1>People</h1>
        <p className="lede">
          {countText(partners.length, "partner")}: they have agreed to the rules, and may fill
          roles.
        </p>
      </header>
      <div className="cols">
        <div>
          <section aria-labelledby="partners">
            <h2 id="partners" className="vh">
              Partners
            </h2>
            <ul className="rows people">
              {partners.map((partner) => (
                <PartnerRow key={partner.person} partner={partner} />
              ))}
            </ul>
          </section>
          {invited.length > 0 && (
            <section className="sec" aria-labelledby="invited">
              <h2 id="invited">Invited</h2>
              <ul className="rows people">
                {invited.map((partner) => (
                  <PartnerRow key={partner.person} partner={partner} />
                ))}
              </ul>
            </section>
          )}
        </div>
        <aside className="side" aria-label="What can be done">
          <Yourself />
          <Invite />
        </aside>
      </div>
    </>
  );
}

function PartnerRow({ partner }: { readonly partner: Partner }) {
  const { organisation, me, nameOf } = useView();
  const { person, kind, custodian, open, agreedAt, status } = partner;
  const roles = fillsOf(organisation, person);
  const offices = officesOf(organisation, person).map(
    ({ circle, name }) => `${name} of ${roleName(organisation, circle)}`,
  );
  const notes = [
    kind === PartnerKind.Person ? "" : PARTNER_KINDS[kind],
    custodian === null ? "" : `${nameOf(custodian)} answers for it`,
    status === "invited" ? "invited" : `since ${dayText(agreedAt)}`,
    open ? "open to assignments" : "",
  ].filter((note) => note !== "");
  return (
    <li>
      <Person
        address={person}
        name={isSame(person, me) ? `${nameOf(person)}, you` : nameOf(person)}
        agent={kind === PartnerKind.Agent}
        note={notes.join("; ")}
      />
      <span className="lead">
        {roles.length === 0 && offices.length === 0 && status === "agreed" && "fills no role"}
        {roles.map((role, index) => (
          <span key={role.id}>
            {index > 0 && ", "}
            <Link href={pathOf(role)}>{role.words.name}</Link>
          </span>
        ))}
        {offices.length > 0 && (
          <small className="origin">
            <Glyph name="elected" size={14} /> {listText(offices)}
          </small>
        )}
      </span>
    </li>
  );
}

/** What the reader says about themselves: to be open, to agree, to leave. */
function Yourself() {
  const view = useView();
  const sign = useSign();
  const { organisation, me } = view;
  const mine = me === null ? undefined : organisation.partners.get(me.toLowerCase());
  const { number, ruleHash } = organisation;
  if (me === null) {
    return (
      <section className="sec" aria-labelledby="you">
        <h2 id="you">You</h2>
        <p className="note">
          Say who you are, at the top of the page, to see what you may do here.
        </p>
      </section>
    );
  }
  if (mine?.status !== "agreed") {
    return (
      <section className="sec" aria-labelledby="you">
        <h2 id="you">You</h2>
        <p className="note">You are no partner: a partner has agreed to the rules.</p>
        <Act
          can={canAgree(view)}
          question="Why can’t I become a partner?"
          open
          onAct={() => sign("agree", { organisation: number, ruleHash, offers: [] })}
        >
          Agree to the rules
        </Act>
      </section>
    );
  }
  const roles = myRoles(view).map(({ id }) => id);
  return (
    <section className="sec nextsteps" aria-labelledby="you">
      <h2 id="you">You</h2>
      <p className="note">
        {mine.open
          ? "You are open to assignments: what somebody offers you is yours at once, and elected you are willing."
          : "A role is yours only if you accept it."}
      </p>
      <Act
        can={canDeclareOpenness(view)}
        question="Why can’t I say whether I am open?"
        onAct={() => sign("declareOpenness", { organisation: number, open: !mine.open })}
      >
        {mine.open ? "Be asked for each role again" : "Be open to assignments"}
      </Act>
      <Act
        can={canLeave(view)}
        question="Why can’t I leave?"
        onAct={() => sign("leaveOrganisation", { organisation: number, roles })}
      >
        Leave the organisation
      </Act>
    </section>
  );
}

const KINDS = Object.entries(PARTNER_KINDS).map(([value, label]) => ({ value, label }));

const MEANS: { readonly [kind in PartnerKind]: string } = {
  [PartnerKind.Person]: "A member by the roles they fill.",
  [PartnerKind.Body]: "Another organisation, or a shared wallet; a member by the roles it fills.",
  [PartnerKind.Associate]: "Fills roles, and is never a member.",
  [PartnerKind.Agent]: "Software. It fills roles, is never a member, and a person answers for it.",
};

/** Inviting somebody, as a kind of partner. */
function Invite() {
  const view = useView();
  const sign = useSign();
  const { organisation, nameOf } = view;
  const [person, setPerson] = useState("");
  const [kind, setKind] = useState<string>(String(PartnerKind.Person));
  const [answers, setAnswers] = useState("");
  const [tried, setTried] = useState(false);
  const chosen = Number(kind) as PartnerKind;
  const can = named(view, canInvite(view));
  const people = [...organisation.partners.values()]
    .filter((one) => one.status === "agreed" && one.kind === PartnerKind.Person)
    .map((one) => ({ value: one.person, label: nameOf(one.person) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  const custodian = people.find(({ value }) => value === answers)?.value ?? people[0]?.value;
  const address = person.trim();
  const fresh = isAddress(address) ? canInvite(view, address) : undefined;
  const fault =
    fresh === undefined
      ? "An address has 42 characters and begins with 0x."
      : fresh.ok
        ? undefined
        : fresh.now;

  function go() {
    setTried(true);
    if (fault !== undefined || !isAddress(address)) return;
    const agent = chosen === PartnerKind.Agent;
    sign(
      "invite",
      {
        organisation: organisation.number,
        invitation: {
          person: address as Address,
          kind: chosen,
          custodian: agent ? (custodian ?? NOBODY) : NOBODY,
        },
      },
      { onDone: () => setPerson("") },
    );
  }

  return (
    <section className="sec" aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      {can.ok ? (
        <div className="form">
          <TextField
            label="Address"
            mono
            value={person}
            onChange={setPerson}
            error={tried ? fault : undefined}
          />
          <SelectField
            label="As"
            value={kind}
            onChange={setKind}
            options={KINDS}
            hint={MEANS[chosen]}
          />
          {chosen === PartnerKind.Agent && custodian !== undefined && (
            <SelectField
              label="Who answers for it"
              value={custodian}
              onChange={setAnswers}
              options={people}
            />
          )}
          <Button onClick={go}>Look at it and sign</Button>
        </div>
      ) : (
        <Why question="Why can’t I invite anybody?" why={can} open />
      )}
    </section>
  );
}
