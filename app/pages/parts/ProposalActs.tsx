import { useState } from "react";

import { Act } from "#app/components/Act.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Why } from "#app/components/Why.tsx";
import { canAmend } from "#app/model/can/canAmend.ts";
import { canConfirm } from "#app/model/can/canConfirm.ts";
import { canDrop, dropReasons } from "#app/model/can/canDrop.ts";
import { canEnact } from "#app/model/can/canEnact.ts";
import { canObject } from "#app/model/can/canObject.ts";
import { canRequestMeeting } from "#app/model/can/canRequestMeeting.ts";
import { canResolve } from "#app/model/can/canResolve.ts";
import { canWithdraw } from "#app/model/can/canWithdraw.ts";
import { canWithdrawObjection } from "#app/model/can/canWithdrawObjection.ts";
import { voicesIn } from "#app/model/roles.ts";
import type { View } from "#app/model/view.ts";
import { useSign, useView } from "#app/model/view.ts";
import { ObjectionForm } from "#app/pages/parts/ObjectionForm.tsx";
import { SayForm } from "#app/pages/parts/SayForm.tsx";
import { bySomebody } from "#app/pages/parts/speaking.ts";
import { useGo } from "#app/pages/parts/useGo.ts";
import { useSay } from "#app/pages/proposal/useSay.ts";
import { amendPath } from "#app/words/paths.ts";
import { isSame } from "#app/words/people.ts";
import { dropChoices } from "#app/words/reasons.ts";
import { isLive, proposalState } from "#app/words/status.ts";
import { spanText } from "#app/words/time.ts";
import { voiceText } from "#app/words/voices.ts";
import { reasonsHash } from "#sdk/acts/content.ts";
import { peopleOf } from "#sdk/acts/people.ts";
import { hasObjected } from "#sdk/chronicle/hasObjected.ts";
import type { DropReason } from "#sdk/chronicle/judgements.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import {
  confirmationsNow,
  currentVersion,
  noticeOf,
  standingObjections,
  windowOf,
} from "#sdk/chronicle/organisation.ts";
import { isUndecided } from "#sdk/chronicle/statusOf.ts";

/** What the reader may do about a proposal; for every closed act, why. */
export function ProposalActs({ proposal }: { readonly proposal: Proposal }) {
  const { now } = useView();
  if (!isLive(proposalState(proposal, now).status)) return null;
  return (
    <>
      <Answers proposal={proposal} />
      <Steps proposal={proposal} />
    </>
  );
}

/** The equal answers of a member, or what ends the reader's own objection. */
function Answers({ proposal }: { readonly proposal: Proposal }) {
  const view = useView();
  const sign = useSign();
  const [writing, setWriting] = useState(false);
  const { me } = view;
  const { version, contentHash } = currentVersion(proposal);
  if (isSame(me, proposal.proposer)) return null;
  const objects = standingObjections(proposal).some(({ by }) => isSame(by, me));
  const confirm = bySomebody(view, canConfirm(view, proposal));
  const object = bySomebody(view, canObject(view, proposal));
  const afterObjecting = me !== null && hasObjected(proposal, me);
  const answer = { proposal: proposal.id, version, content: contentHash, afterObjecting };
  const voices = voicesIn(view, proposal.circle).map((role) =>
    voiceText(view, role, proposal.circle),
  );
  if (objects) {
    return (
      <section className="your" aria-labelledby="your">
        <h3 id="your">Your objection stands</h3>
        <Act
          can={canResolve(view, proposal)}
          question="Why can’t I resolve it?"
          onAct={() => sign("resolve", answer)}
        >
          Version {version} no longer triggers my objection
        </Act>
        <Act
          can={canWithdrawObjection(view, proposal)}
          question="Why can’t I withdraw it?"
          onAct={() => sign("withdrawObjection", { proposal: proposal.id })}
        >
          Withdraw it
        </Act>
        <p className="note">
          With the last objection gone, it closes no sooner than two days from then.
        </p>
      </section>
    );
  }
  if (!confirm.ok && !object.ok) {
    return <Why question="Why can’t I answer?" why={object} />;
  }
  return (
    <section className="your" aria-labelledby="your">
      <h3 id="your">
        {voices.length === 0 ? "Your answer" : `Your answer, as ${voices.join(" or ")}`}
      </h3>
      <div className="answers">
        {confirm.ok && (
          <button type="button" className="btn" onClick={() => sign("confirm", answer)}>
            <Glyph name="said" />
            No objection
          </button>
        )}
        {object.ok && (
          <button type="button" className="btn" onClick={() => setWriting(true)}>
            <Glyph name="objected" />
            Object
          </button>
        )}
      </div>
      <p className="note">{effectOf(proposal, confirm.ok, view.now)}</p>
      {!confirm.ok && <Why question="Why can’t I say “no objection”?" why={confirm} />}
      {!object.ok && <Why question="Why can’t I object?" why={object} />}
      <ObjectionForm proposal={proposal} open={writing} onClose={() => setWriting(false)} />
    </section>
  );
}

function effectOf(proposal: Proposal, mayConfirm: boolean, now: number): string {
  const isSuspended = now < proposal.suspendedUntil;
  const { expected, early, version, windowless } = currentVersion(proposal);
  const missing = expected - confirmationsNow(proposal).length;
  const standing = standingObjections(proposal).length > 0;
  if (mayConfirm && missing === 1 && early && !standing && !isSuspended && !proposal.stopped) {
    return `Yours is the last word missing. “No objection” adopts version ${version} at once; an objection stops it.`;
  }
  if (windowless) {
    return "Silence is no consent here: it waits until everybody has said “no objection”. An objection stops it.";
  }
  if (isSuspended) {
    return "Until a meeting decides, or its time is over, answers count but adopt nothing. An objection stops it.";
  }
  return "If you stay silent, that counts as no objection when it closes. An objection stops it.";
}

/** What else can be done: by the proposer, by anyone once it is adopted, by whoever wants a meeting or judges. */
function Steps({ proposal }: { readonly proposal: Proposal }) {
  const view = useView();
  const sign = useSign();
  const go = useGo();
  const { form, say, close } = useSay<"meeting" | "drop">();
  const { changes, reasons } = currentVersion(proposal);
  const mine = isSame(view.me, proposal.proposer);
  const enact = canEnact(view, proposal);
  const amend = canAmend(view, proposal);
  const withdraw = canWithdraw(view, proposal);
  const undecided = isUndecided(proposal, view.now);
  const drop = bySomebody(view, canDrop(view, proposal));
  const id = proposal.id;

  function goEnact() {
    const people = peopleOf(view.organisation, proposal.circle, changes);
    sign("enact", { proposal: id, changes, reasonsHash: reasonsHash(reasons), people });
  }

  return (
    <section className="nextsteps" aria-label="What can be done">
      {mine && (
        <Act can={amend} question="Why can’t I amend it?" onAct={() => go(amendPath(id))}>
          Amend it
        </Act>
      )}
      <Act can={enact} question="Why can’t I enact it?" kind="main" onAct={goEnact}>
        Enact it
      </Act>
      {undecided && (
        <Act
          can={bySomebody(view, canRequestMeeting(view, proposal))}
          question="Why can’t I ask for a meeting?"
          onAct={() => say("meeting")}
        >
          Ask for a meeting
        </Act>
      )}
      {mine && (
        <Act
          can={withdraw}
          question="Why can’t I withdraw it?"
          onAct={() => sign("withdraw", { proposal: id })}
        >
          Withdraw it
        </Act>
      )}
      {!mine && !amend.ok && <Why question="Why can’t I amend it?" why={amend} />}
      {!mine && !withdraw.ok && <Why question="Why can’t I withdraw it?" why={withdraw} />}
      {undecided && (
        <Act can={drop} question="Why can’t I have it dropped?" onAct={() => say("drop")}>
          Judge it to be dropped
        </Act>
      )}
      <SayForm
        title="Ask for a meeting"
        open={form === "meeting"}
        onClose={close}
        optional
        label="Why a meeting"
        hint="May stay empty. Everybody can read it."
        note={meetingNote(view, proposal)}
        onSay={(text) => sign("requestMeeting", { proposal: id, text })}
      />
      <SayForm
        title="Judge it to be dropped"
        open={form === "drop"}
        onClose={close}
        choice={{ label: "For which reason", options: dropChoices(dropReasons(proposal)) }}
        label="In words"
        hint="What is missing, so that the proposer can answer it. Everybody can read it."
        note="The list is closed. It stops the proposal at once; the proposer can appeal, circle by circle outward."
        onSay={(text, chosen) => {
          const reason = Number(chosen) as DropReason;
          sign("dropProposal", { proposal: id, reason, text });
        }}
      />
    </section>
  );
}

/** What asking for a meeting leads to, in this circle's times. */
function meetingNote({ organisation }: View, { circle }: Proposal): string {
  const wait = spanText(2 * noticeOf(organisation, circle));
  const window = spanText(windowOf(organisation, circle));
  return `Only a meeting adopts it for ${wait}. If none does, a full window of ${window} runs then, and answers count as before. You can ask once.`;
}
