import { useState } from "react";

import { Act } from "#app/components/Act.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Why } from "#app/components/Why.tsx";
import { canAmend } from "#app/model/can/canAmend.ts";
import { canConfirm } from "#app/model/can/canConfirm.ts";
import { canEnact } from "#app/model/can/canEnact.ts";
import { canObject } from "#app/model/can/canObject.ts";
import { canResolve } from "#app/model/can/canResolve.ts";
import { canWithdraw } from "#app/model/can/canWithdraw.ts";
import { canWithdrawObjection } from "#app/model/can/canWithdrawObjection.ts";
import { rolesIn } from "#app/model/roles.ts";
import { useSign, useView } from "#app/model/view.ts";
import { ObjectionForm } from "#app/pages/parts/ObjectionForm.tsx";
import { bySomebody } from "#app/pages/parts/speaking.ts";
import { useGo } from "#app/pages/parts/useGo.ts";
import { amendPath } from "#app/words/paths.ts";
import { isSame, voiceName } from "#app/words/people.ts";
import { isLive, proposalState } from "#app/words/status.ts";
import { reasonsHash } from "#sdk/acts/content.ts";
import { peopleOf } from "#sdk/acts/people.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import {
  confirmationsNow,
  currentVersion,
  standingObjections,
} from "#sdk/chronicle/organisation.ts";

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
  const answer = { proposal: proposal.id, version, content: contentHash };
  const voices = rolesIn(view, proposal.circle).map((role) => voiceName(role, proposal.circle));
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
      <p className="note">{effectOf(proposal, confirm.ok)}</p>
      {!confirm.ok && <Why question="Why can’t I say “no objection”?" why={confirm} />}
      {!object.ok && <Why question="Why can’t I object?" why={object} />}
      <ObjectionForm proposal={proposal} open={writing} onClose={() => setWriting(false)} />
    </section>
  );
}

function effectOf(proposal: Proposal, mayConfirm: boolean): string {
  const { expected, early, version, windowless } = currentVersion(proposal);
  const missing = expected - confirmationsNow(proposal).length;
  const standing = standingObjections(proposal).length > 0;
  if (mayConfirm && missing === 1 && early && !standing) {
    return `Yours is the last word missing. “No objection” adopts version ${version} at once; an objection stops it.`;
  }
  if (windowless) {
    return "Silence is no consent here: it waits until everybody has said “no objection”. An objection stops it.";
  }
  return "If you stay silent, that counts as no objection when it closes. An objection stops it.";
}

/** What the proposer and, once it is adopted, anyone may do. */
function Steps({ proposal }: { readonly proposal: Proposal }) {
  const view = useView();
  const sign = useSign();
  const go = useGo();
  const { changes, reasons } = currentVersion(proposal);
  const mine = isSame(view.me, proposal.proposer);
  const enact = canEnact(view, proposal);
  const amend = canAmend(view, proposal);
  const withdraw = canWithdraw(view, proposal);

  function goEnact() {
    const people = peopleOf(view.organisation, proposal.circle, changes);
    sign("enact", { proposal: proposal.id, changes, reasonsHash: reasonsHash(reasons), people });
  }

  return (
    <section className="nextsteps" aria-label="What can be done">
      {mine && (
        <Act can={amend} question="Why can’t I amend it?" onAct={() => go(amendPath(proposal.id))}>
          Amend it
        </Act>
      )}
      <Act can={enact} question="Why can’t I enact it?" kind="main" onAct={goEnact}>
        Enact it
      </Act>
      {mine && (
        <Act
          can={withdraw}
          question="Why can’t I withdraw it?"
          onAct={() => sign("withdraw", { proposal: proposal.id })}
        >
          Withdraw it
        </Act>
      )}
      {!mine && !amend.ok && <Why question="Why can’t I amend it?" why={amend} />}
      {!mine && !withdraw.ok && <Why question="Why can’t I withdraw it?" why={withdraw} />}
    </section>
  );
}
