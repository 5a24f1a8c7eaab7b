import { Button } from "#app/components/Button.tsx";
import { Why } from "#app/components/Why.tsx";
import { canDiscard, discardReasons } from "#app/model/can/canDiscard.ts";
import { canRequestTest } from "#app/model/can/canRequestTest.ts";
import { canRule } from "#app/model/can/canRule.ts";
import { canUphold } from "#app/model/can/canUphold.ts";
import { useSign, useView } from "#app/model/view.ts";
import { SayForm } from "#app/pages/parts/SayForm.tsx";
import { bySomebody } from "#app/pages/parts/speaking.ts";
import { isJudgementOpen } from "#app/pages/proposal/isJudgementOpen.ts";
import { JudgementActs } from "#app/pages/proposal/JudgementActs.tsx";
import { useSay } from "#app/pages/proposal/useSay.ts";
import { discardChoices } from "#app/words/reasons.ts";
import type { DiscardReason } from "#sdk/chronicle/judgements.ts";
import { isInBreakdown } from "#sdk/chronicle/mayAct.ts";
import type { Objection, Proposal } from "#sdk/chronicle/organisation.ts";

interface Props {
  readonly proposal: Proposal;
  readonly objection: Objection;
}

/** What can be done about an objection that stands, other than by whoever raised it. */
export function ObjectionActs({ proposal, objection }: Props) {
  const { now } = useView();
  if (isJudgementOpen(proposal, objection.by, now)) {
    return <JudgementActs proposal={proposal} about={objection.by} />;
  }
  return <Testing proposal={proposal} objection={objection} />;
}

/** Asking for a test; and for whoever acts in an office, the test itself. */
function Testing({ proposal, objection }: Props) {
  const view = useView();
  const sign = useSign();
  const { form, say, close } = useSay<"uphold" | "rule" | "discard">();
  const { by: objector } = objection;
  const byRule = objection.objection.rule !== "";
  const test = bySomebody(view, canRequestTest(view, proposal, objector));
  const uphold = bySomebody(view, canUphold(view, proposal, objector));
  const discard = bySomebody(view, canDiscard(view, proposal, objector));
  const rule = bySomebody(view, canRule(view, proposal, objector));
  const facilitates = uphold.ok || discard.ok;
  const id = proposal.id;
  const fallen = isInBreakdown(view.organisation, proposal.circle);
  return (
    <div className="judging">
      <div className="acts">
        {test.ok && !facilitates && (
          <Button small onClick={() => sign("requestTest", { proposal: id, objector })}>
            Ask for a test
          </Button>
        )}
        {uphold.ok && !byRule && (
          <Button small onClick={() => say("uphold")}>
            It gives every argument
          </Button>
        )}
        {rule.ok && byRule && (
          <Button small onClick={() => say("rule")}>
            Rule on the rule it names
          </Button>
        )}
        {discard.ok && (
          <Button small onClick={() => say("discard")}>
            Judge it to be discarded
          </Button>
        )}
      </div>
      {!test.ok && !facilitates && <Why question="Why can’t I ask for a test?" why={test} />}
      {!discard.ok && <Why question="Why can’t I judge it?" why={discard} />}
      {byRule && !rule.ok && <Why question="Why can’t I rule on it?" why={rule} />}
      <SayForm
        title="It gives every argument"
        open={form === "uphold"}
        onClose={close}
        label="What you found"
        hint="Where each of the four arguments is. Everybody can read it."
        note="The objection stands as it stood; the test is on the record."
        onSay={(text) => sign("upholdObjection", { proposal: id, objector, text })}
      />
      <SayForm
        title="Would it break the rule?"
        open={form === "rule"}
        onClose={close}
        choice={RULINGS}
        label="Why"
        hint="Which rule, and what this version would do to it."
        note="A ruling is made once a version. Broken: the objection always counts. Not broken: the facilitator may judge it to be discarded."
        onSay={(text, chosen) =>
          sign("ruleViolation", { proposal: id, objector, violates: chosen === "broken", text })
        }
      />
      <SayForm
        title="Judge it to be discarded"
        open={form === "discard"}
        onClose={close}
        choice={{
          label: "For which reason",
          options: discardChoices(discardReasons(proposal, objector, fallen)),
        }}
        label="In words"
        hint="What is missing, so that the objector can answer it. Everybody can read it."
        note="The list is closed: nobody discards an objection for being wrong. The objector can appeal, circle by circle outward; until that is over nothing is adopted."
        onSay={(text, chosen) => {
          const reason = Number(chosen) as DiscardReason;
          sign("discardObjection", { proposal: id, objector, reason, text });
        }}
      />
    </div>
  );
}

const RULINGS = {
  label: "Ruling",
  options: [
    { value: "broken", label: "It would be broken" },
    { value: "kept", label: "It would not be" },
  ],
} as const;
