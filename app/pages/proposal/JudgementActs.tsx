import { zeroAddress } from "viem";

import { Act } from "#app/components/Act.tsx";
import { canAppeal } from "#app/model/can/canAppeal.ts";
import { canDecide } from "#app/model/can/canDecide.ts";
import { canSecond } from "#app/model/can/canSecond.ts";
import { canSettle } from "#app/model/can/canSettle.ts";
import { useSign, useView } from "#app/model/view.ts";
import { SayForm } from "#app/pages/parts/SayForm.tsx";
import { bySomebody } from "#app/pages/parts/speaking.ts";
import { StandInAct } from "#app/pages/proposal/StandInAct.tsx";
import { useSay } from "#app/pages/proposal/useSay.ts";
import { roleName } from "#app/words/changes.ts";
import type { Person } from "#app/words/people.ts";
import { Phase } from "#sdk/chronicle/judgements.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { judgementOf } from "#sdk/chronicle/organisation.ts";
import { phaseOf } from "#sdk/chronicle/phaseOf.ts";

interface Props {
  readonly proposal: Proposal;
  /** The objector; null for the proposal itself. */
  readonly about: Person | null;
}

/** What a judgement asks for on the rung where it stands: to be seconded, appealed against, decided or settled. */
export function JudgementActs({ proposal, about }: Props) {
  const view = useView();
  const sign = useSign();
  const { form, say, close } = useSay<"appeal" | "decide">();
  const judgement = judgementOf(proposal, about);
  if (judgement === undefined) return null;
  const phase = phaseOf(proposal, judgement, view.now);
  const what = { proposal: proposal.id, about: about ?? zeroAddress };
  const rung = judgement.rung ?? proposal.circle;
  const decide = canDecide(view, proposal, about);
  const second = canSecond(view, proposal, about);
  return (
    <div className="judging">
      {phase === Phase.Seconding && (
        <>
          <Act
            small
            can={bySomebody(view, second)}
            question="Why can’t I second it?"
            onAct={() => sign("secondJudgement", what)}
          >
            Second it
          </Act>
          {!second.ok && <StandInAct proposal={proposal} office={Office.Secretary} />}
        </>
      )}
      {phase === Phase.Appealable && (
        <Act
          small
          can={bySomebody(view, canAppeal(view, proposal, about))}
          question="Why can’t I appeal?"
          onAct={() => say("appeal")}
        >
          Appeal
        </Act>
      )}
      {phase === Phase.Appealed && (
        <>
          <Act
            small
            can={bySomebody(view, decide)}
            question="Why can’t I decide it?"
            onAct={() => say("decide")}
          >
            Decide the appeal
          </Act>
          {!decide.ok && <StandInAct proposal={proposal} office={Office.Secretary} rung={rung} />}
        </>
      )}
      {(phase === Phase.Final || phase === Phase.Overturned || phase === Phase.Void) && (
        <Act
          small
          can={canSettle(view, proposal, about)}
          question="Why can’t I settle it?"
          onAct={() => sign("settleJudgement", what)}
        >
          Settle it
        </Act>
      )}
      <SayForm
        title="Appeal"
        open={form === "appeal"}
        onClose={close}
        label="Why the judgement is wrong"
        hint="Which argument is there, and where. Everybody can read it."
        note="A secretary decides. If nobody does in time, the judgement is overturned."
        onSay={(text) => sign("appeal", { ...what, text })}
      />
      <SayForm
        title={`Decide for ${roleName(view.organisation, rung)}`}
        open={form === "decide"}
        onClose={close}
        choice={DECISIONS}
        label="Why"
        hint="Everybody can read it."
        note={
          rung === view.organisation.anchor
            ? "This is the outermost circle: a judgement that is upheld here is final."
            : "A judgement that is upheld can be appealed against one circle further out."
        }
        onSay={(text, chosen) =>
          sign("decideAppeal", { ...what, upheld: chosen === "upheld", text })
        }
      />
    </div>
  );
}

const DECISIONS = {
  label: "Decision",
  options: [
    { value: "overturned", label: "Overturn the judgement" },
    { value: "upheld", label: "Uphold it" },
  ],
} as const;
