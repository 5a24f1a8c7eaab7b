import type { ReactNode } from "react";
import { useState } from "react";

import { Act } from "#app/components/Act.tsx";
import { Button } from "#app/components/Button.tsx";
import { SelectField, TextField } from "#app/components/Field.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Notice } from "#app/components/Notice.tsx";
import { Why } from "#app/components/Why.tsx";
import { canChangeNomination } from "#app/model/can/canChangeNomination.ts";
import { canChoose } from "#app/model/can/canChoose.ts";
import { canConclude } from "#app/model/can/canConclude.ts";
import { canConfirmCandidate } from "#app/model/can/canConfirmCandidate.ts";
import { canCount } from "#app/model/can/canCount.ts";
import { canDeclareWillingness } from "#app/model/can/canDeclareWillingness.ts";
import { canDiscardCandidate } from "#app/model/can/canDiscardCandidate.ts";
import { canNominate } from "#app/model/can/canNominate.ts";
import { canObjectToCandidate } from "#app/model/can/canObjectToCandidate.ts";
import { canOpenElection } from "#app/model/can/canOpenElection.ts";
import { canPassOver } from "#app/model/can/canPassOver.ts";
import { canShare } from "#app/model/can/canShare.ts";
import { canWithdrawCandidateObjection } from "#app/model/can/canWithdrawCandidateObjection.ts";
import { ballotOf, matterOf } from "#app/model/can/electing.ts";
import { countedIn, eligibleIn } from "#app/model/candidates.ts";
import { forgetNomination, keepNomination, keptNomination } from "#app/model/nominations.ts";
import { useSign, useView } from "#app/model/view.ts";
import { StandIn } from "#app/pages/parts/StandIn.tsx";
import { named } from "#app/pages/parts/speaking.ts";
import { useSalt } from "#app/pages/parts/useSalt.ts";
import { isRoundOver, isWilling, silenceText, TIE_CHOICES } from "#app/words/elections.ts";
import { MOST_TEXT, textFault } from "#app/words/limits.ts";
import { countText } from "#app/words/lists.ts";
import { isSame } from "#app/words/people.ts";
import { isEligible } from "#sdk/chronicle/candidacy.ts";
import type { Election, Tie } from "#sdk/chronicle/elections.ts";
import { ElectionStep, nomineeOf, standingAgainst } from "#sdk/chronicle/elections.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { stepOf } from "#sdk/chronicle/stepOf.ts";
import { nomineeIn } from "#sdk/salt.ts";

/** What the reader may do in the step in which an election is; for every closed act, why. */
export function ElectionActs({ election }: { readonly election: Election }) {
  const { now, me } = useView();
  const step = stepOf(election, now);
  const silence = silenceText(election, now);
  const Acts = ACTS[step];
  if (Acts === undefined) return null;
  return (
    <>
      {/* What somebody has begun to write, or has opened, is not another's. */}
      <Acts key={me ?? "nobody"} election={election} />
      {silence !== undefined && <p className="note silence">{silence}</p>}
    </>
  );
}

interface Props {
  readonly election: Election;
}

function Yours({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="your" aria-labelledby="your">
      <h3 id="your">{title}</h3>
      {children}
    </section>
  );
}

// ------------------------------------------------------------------ opening

const DAY = 86_400;
const TERMS = [
  { value: "90", label: "3 months" },
  { value: "182", label: "6 months" },
  { value: "365", label: "1 year" },
  { value: "730", label: "2 years" },
  { value: "1095", label: "3 years" },
] as const;

const TIE_OPTIONS = Object.entries(TIE_CHOICES).map(([value, label]) => ({ value, label }));

function Open({ election }: Props) {
  const view = useView();
  const sign = useSign();
  const [term, setTerm] = useState<string>("365");
  const [tie, setTie] = useState("0");
  const can = canOpenElection(view, election);
  return (
    <Yours title="Open the nominations">
      {can.ok ? (
        <div className="form">
          <SelectField label="The term" value={term} onChange={setTerm} options={TERMS} />
          <SelectField
            label="A tie is decided by"
            value={tie}
            onChange={setTie}
            options={TIE_OPTIONS}
            hint="Where it decides nothing, the lot does."
          />
          <Button
            kind="main"
            onClick={() =>
              sign("openElection", {
                election: election.id,
                term: Number(term) * DAY,
                tie: Number(tie) as Tie,
              })
            }
          >
            State it and open
          </Button>
        </div>
      ) : (
        <>
          <Why question="Why can’t I open it?" why={can} open />
          <StandIn matter={matterOf(election)} office={Office.Facilitator} />
        </>
      )}
    </Yours>
  );
}

// ------------------------------------------------------------------ nominations

/** The people who may be elected, by name. */
function useEligible(election: Election) {
  const { organisation, me, nameOf } = useView();
  return eligibleIn(organisation, election)
    .map((person) => ({
      value: person,
      label: isSame(person, me) ? `${nameOf(person)} (you)` : nameOf(person),
    }))
    .sort((one, other) => one.label.localeCompare(other.label));
}

const NOBODY = { value: "", label: "Choose somebody" };

function Nominate({ election }: Props) {
  const view = useView();
  const sign = useSign();
  const salt = useSalt(election);
  const people = useEligible(election);
  const [chosen, setChosen] = useState("");
  const [tried, setTried] = useState(false);
  const can = named(view, canNominate(view, election));
  const nominee = people.find(({ value }) => value === chosen)?.value;

  async function go() {
    setTried(true);
    const { nomination } = salt;
    if (nominee === undefined || nomination === undefined) return;
    const made = await salt.ask();
    if (made === undefined) return;
    keepNomination(nomination, { nominee, salt: made });
    sign("nominate", { ...nomination, nominee, salt: made }, { circle: election.subject.circle });
  }

  if (!can.ok) {
    return (
      <Yours title="Your nomination">
        <Why question="Why can’t I nominate?" why={can} open />
        {ballotOf(view, election) !== undefined && <Remembered election={election} />}
      </Yours>
    );
  }
  return (
    <Yours title="Your nomination">
      <div className="form">
        <SelectField
          label="Whom you nominate"
          value={chosen}
          onChange={setChosen}
          options={[NOBODY, ...people]}
          hint="One person; yourself too. Nobody sees it until all are shared, and nobody speaks about candidates until then."
          error={tried && nominee === undefined ? "Choose somebody here." : undefined}
        />
        <Button kind="main" disabled={salt.isAsking} onClick={() => void go()}>
          {salt.isAsking ? "Your wallet asks you" : "Seal it"}
        </Button>
        <p className="note">
          First your wallet signs a message that makes the salt of the seal. It makes the same salt
          again when nominations are shared, so you need to keep nothing.
        </p>
        {salt.fault !== undefined && <Notice tone="bad" title={salt.fault} />}
      </div>
    </Yours>
  );
}

/** Whom this device remembers that the reader nominated. */
function Remembered({ election }: Props) {
  const { nameOf } = useView();
  const { nomination } = useSalt(election);
  const kept = nomination === undefined ? undefined : keptNomination(nomination);
  if (kept === undefined) return null;
  return (
    <p className="note">
      This device remembers: you nominated <b>{nameOf(kept.nominee)}</b>. The chain has only the
      seal.
    </p>
  );
}

function Share({ election }: Props) {
  const view = useView();
  const sign = useSign();
  const salt = useSalt(election);
  const { organisation, nameOf } = view;
  const mine = ballotOf(view, election);
  const { nomination } = salt;
  const [opened, setOpened] = useState<ReturnType<typeof keptNomination>>();
  const [lost, setLost] = useState(false);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const can = named(view, canShare(view, election));
  const kept = opened ?? (nomination === undefined ? undefined : keptNomination(nomination));
  if (!can.ok || nomination === undefined || mine === undefined) {
    return (
      <Yours title="Share your nomination">
        {!can.ok && <Why question="Why can’t I share one?" why={can} open />}
      </Yours>
    );
  }
  const fault = textFault(reason);
  const people = [...organisation.partners.values()].map(({ person }) => person);
  const fits =
    kept !== undefined && nomineeIn(mine.seal, { ...nomination, ...kept }, [kept.nominee]);

  async function find() {
    if (nomination === undefined || mine === undefined) return;
    const made = await salt.ask();
    if (made === undefined) return;
    const nominee = nomineeIn(mine.seal, { ...nomination, salt: made }, people);
    setLost(nominee === undefined);
    if (nominee !== undefined) setOpened({ nominee, salt: made });
  }

  if (kept === undefined || fits === undefined || fits === false) {
    return (
      <Yours title="Share your nomination">
        <p className="note">
          This device does not remember whom you nominated. Your wallet makes the salt again, and
          the seal tells.
        </p>
        <Button kind="main" disabled={salt.isAsking} onClick={() => void find()}>
          {salt.isAsking ? "Your wallet asks you" : "Open my seal"}
        </Button>
        {salt.fault !== undefined && <Notice tone="bad" title={salt.fault} />}
        {lost && (
          <Notice tone="bad" title="This salt does not open your seal">
            <p>
              Your wallet signs otherwise than when you nominated, or another wallet sealed it. Try
              with that wallet, or on the device on which you nominated.
            </p>
          </Notice>
        )}
      </Yours>
    );
  }
  const eligible = isEligible(organisation, election.subject, kept.nominee);
  if (!eligible) {
    return (
      <Yours title="Share your nomination">
        <Why
          question="Why can’t I share it?"
          open
          why={{
            rule: "Only somebody who may be elected is nominated.",
            now: `You sealed ${nameOf(kept.nominee)}, who may not be elected to this any more.`,
            helps: "Nothing in this election: what is not opened counts in nothing.",
          }}
        />
      </Yours>
    );
  }

  function go() {
    setTried(true);
    if (fault !== undefined || kept === undefined || nomination === undefined) return;
    sign(
      "shareNomination",
      { election: election.id, nominee: kept.nominee, salt: kept.salt, reason: reason.trim() },
      { onDone: () => forgetNomination(nomination) },
    );
  }

  return (
    <Yours title="Share your nomination">
      <div className="form">
        <p>
          You nominated <b>{nameOf(kept.nominee)}</b>.
        </p>
        <ReasonField
          label={`Why ${nameOf(kept.nominee)}`}
          value={reason}
          onChange={setReason}
          error={tried ? fault : undefined}
        />
        <Button kind="main" onClick={go}>
          Share it
        </Button>
      </div>
    </Yours>
  );
}

function ReasonField({
  label,
  hint,
  value,
  onChange,
  error,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}) {
  return (
    <TextField
      label={label}
      hint={hint ?? "Everybody reads it; nobody replies."}
      rows={3}
      maxBytes={MOST_TEXT}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}

function Change({ election }: Props) {
  const view = useView();
  const sign = useSign();
  const mine = ballotOf(view, election);
  const before = mine === undefined ? null : nomineeOf(mine);
  const others = useEligible(election);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const can = named(view, canChangeNomination(view, election));
  if (!can.ok || before === null) {
    return (
      <Yours title="Your nomination">
        {!can.ok && <Why question="Why can’t I change it?" why={can} open />}
      </Yours>
    );
  }
  // Whoever keeps a nomination may, also for somebody who may not be elected any more.
  const own = { value: before, label: `${view.nameOf(before)}, as before` };
  const people = [own, ...others.filter(({ value }) => !isSame(value, before))];
  const nominee = people.find(({ value }) => value === chosen)?.value ?? before;
  const keeps = isSame(nominee, before);
  const fault = textFault(reason);

  function go() {
    setTried(true);
    if (fault !== undefined) return;
    sign("changeNomination", { election: election.id, nominee, reason: reason.trim() });
  }

  return (
    <Yours title="Change it, or keep it">
      <div className="form">
        <SelectField
          label="Whom you nominate now"
          value={nominee}
          onChange={setChosen}
          options={people}
        />
        <ReasonField
          label={keeps ? "Why you keep it" : "Why you change it"}
          value={reason}
          onChange={setReason}
          error={tried ? fault : undefined}
        />
        <Button kind="main" onClick={go}>
          {keeps ? "Keep it" : "Change it"}
        </Button>
      </div>
    </Yours>
  );
}

// ------------------------------------------------------------------ the count

function Count({ election }: Props) {
  const view = useView();
  const sign = useSign();
  const candidates = countedIn(election, view.now);
  return (
    <Yours title="Bring the count">
      <Act
        can={canCount(view, election)}
        question="Why can’t I bring it?"
        kind="main"
        onAct={() => sign("countNominations", { election: election.id, candidates })}
      >
        Bring the count
      </Act>
      <p className="note">
        {candidates.length === 0
          ? "Nobody is left whose nominations count: with the count the election fails."
          : `${countText(candidates.length, "person is", "people are")} counted. Anybody may bring it, and the contract checks it.`}
      </p>
    </Yours>
  );
}

function Choose({ election }: Props) {
  const view = useView();
  const sign = useSign();
  const { nameOf } = view;
  const tied = election.ties.at(-1)?.tied ?? [];
  const can = named(view, canChoose(view, election));
  return (
    <Yours title="Choose among the tied">
      {can.ok ? (
        <div className="answers">
          {tied.map((person) => (
            <button
              key={person}
              type="button"
              className="btn"
              onClick={() => sign("chooseNominee", { election: election.id, nominee: person })}
            >
              {nameOf(person)}
            </button>
          ))}
        </div>
      ) : (
        <Why question="Why can’t I choose?" why={can} open />
      )}
    </Yours>
  );
}

// ------------------------------------------------------------------ the objection round

function Consent({ election }: Props) {
  const view = useView();
  const { me } = view;
  const objects = standingAgainst(election).some(({ by }) => isSame(by, me));
  return (
    <>
      {isSame(me, election.candidate) && <Willing election={election} />}
      {objects ? <OwnObjection election={election} /> : <Answers election={election} />}
      <Ends election={election} />
    </>
  );
}

function Willing({ election }: Props) {
  const view = useView();
  const sign = useSign();
  const can = canDeclareWillingness(view, election);
  if (isWilling(view.organisation, election)) {
    return (
      <Yours title="You are proposed">
        <p className="note">
          You are willing: you said so, nominated yourself, or are open to assignments.
        </p>
        <Act
          can={can}
          question="Why can’t I say no?"
          onAct={() => sign("declareWillingness", { election: election.id, willing: false })}
        >
          I am not willing after all
        </Act>
      </Yours>
    );
  }
  if (!can.ok) return <Why question="Why can’t I say?" why={can} />;
  return (
    <Yours title="You are proposed. Would you take it?">
      <div className="answers">
        <button
          type="button"
          className="btn"
          onClick={() => sign("declareWillingness", { election: election.id, willing: true })}
        >
          <Glyph name="said" />I am willing
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => sign("declareWillingness", { election: election.id, willing: false })}
        >
          <Glyph name="withdrawn" />I am not
        </button>
      </div>
    </Yours>
  );
}

function OwnObjection({ election }: Props) {
  const view = useView();
  const sign = useSign();
  return (
    <Yours title="Your objection stands">
      <Act
        can={canWithdrawCandidateObjection(view, election)}
        question="Why can’t I take it back?"
        onAct={() => sign("withdrawCandidateObjection", { election: election.id })}
      >
        Take it back
      </Act>
      <p className="note">
        With the last objection gone, the round stays open for two days at least.
      </p>
    </Yours>
  );
}

function Answers({ election }: Props) {
  const view = useView();
  const sign = useSign();
  const [writing, setWriting] = useState(false);
  const confirm = named(view, canConfirmCandidate(view, election));
  const object = named(view, canObjectToCandidate(view, election));
  if (!confirm.ok && !object.ok) return <Why question="Why can’t I answer?" why={confirm} />;
  return (
    <Yours title="Your answer">
      <div className="answers">
        {confirm.ok && (
          <button
            type="button"
            className="btn"
            onClick={() => sign("confirmCandidate", { election: election.id })}
          >
            <Glyph name="said" />
            No objection
          </button>
        )}
        {object.ok && (
          <button
            type="button"
            className="btn"
            aria-expanded={writing}
            onClick={() => setWriting((before) => !before)}
          >
            <Glyph name="objected" />
            Object
          </button>
        )}
      </div>
      {!confirm.ok && <Why question="Why can’t I say “no objection”?" why={confirm} />}
      {!object.ok && <Why question="Why can’t I object?" why={object} />}
      {object.ok && writing && (
        <Writing
          label="Why this person may not hold it"
          hint="Everybody reads it. It stands until you take it back, or the candidate is discarded."
          done="Object"
          onDone={(reason) => sign("objectToCandidate", { election: election.id, reason })}
        />
      )}
    </Yours>
  );
}

/** A reason, and what is done for it. */
function Writing({
  label,
  hint,
  done,
  onDone,
}: {
  readonly label: string;
  readonly hint: string;
  readonly done: string;
  readonly onDone: (reason: string) => void;
}) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const fault = textFault(reason);
  return (
    <div className="form">
      <ReasonField
        label={label}
        hint={hint}
        value={reason}
        onChange={setReason}
        error={tried ? fault : undefined}
      />
      <Button
        onClick={() => {
          setTried(true);
          if (fault === undefined) onDone(reason.trim());
        }}
      >
        {done}
      </Button>
    </div>
  );
}

/** What ends the round: concluding it, discarding or passing over the candidate. */
function Ends({ election }: Props) {
  const view = useView();
  const sign = useSign();
  const [writing, setWriting] = useState(false);
  const discard = canDiscardCandidate(view, election);
  const passOver = canPassOver(view, election);
  const objected = standingAgainst(election).length > 0;
  return (
    <section className="nextsteps" aria-label="What ends it">
      <Act
        can={canConclude(view, election)}
        question="Why can’t I conclude it?"
        kind="main"
        onAct={() => sign("concludeElection", { election: election.id })}
      >
        Conclude it
      </Act>
      {objected && (
        <>
          <Act
            can={discard}
            question="Why can’t I discard the candidate?"
            onAct={() => setWriting((before) => !before)}
          >
            Discard the candidate
          </Act>
          {discard.ok && writing && (
            <Writing
              label="Why the candidate is discarded"
              hint="The nominations for them count no more, and the count is brought again."
              done="Look at it and sign"
              onDone={(reason) => sign("discardCandidate", { election: election.id, reason })}
            />
          )}
          {!discard.ok && <StandIn matter={matterOf(election)} office={Office.Facilitator} />}
        </>
      )}
      {(passOver.ok || isRoundOver(election, view.now)) &&
        !isWilling(view.organisation, election) && (
          <Act
            can={passOver}
            question="Why can’t I pass the candidate over?"
            onAct={() => sign("passOverCandidate", { election: election.id })}
          >
            Pass the candidate over
          </Act>
        )}
    </section>
  );
}

const ACTS: { readonly [step in ElectionStep]?: (props: Props) => ReactNode } = {
  [ElectionStep.Called]: Open,
  [ElectionStep.Sealing]: Nominate,
  [ElectionStep.Sharing]: Share,
  [ElectionStep.Changing]: Change,
  [ElectionStep.Counting]: Count,
  [ElectionStep.Choosing]: Choose,
  [ElectionStep.Consenting]: Consent,
};
