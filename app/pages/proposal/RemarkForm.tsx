import { useState } from "react";
import type { Address } from "viem";
import { zeroAddress } from "viem";

import { Act } from "#app/components/Act.tsx";
import { SelectField, TextField } from "#app/components/Field.tsx";
import { Segments } from "#app/components/Segments.tsx";
import type { Can } from "#app/model/can/can.ts";
import { unique } from "#app/model/can/common.ts";
import { useSign, useView } from "#app/model/view.ts";
import { bySomebody } from "#app/pages/parts/speaking.ts";
import { useDraft } from "#app/pages/parts/useDraft.ts";
import { MOST_TEXT, textFault } from "#app/words/limits.ts";
import { REMARK_KINDS, REMARKS } from "#app/words/remarks.ts";
import { RemarkKind } from "#sdk/chronicle/judgements.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { standingObjections } from "#sdk/chronicle/organisation.ts";

interface Written {
  readonly kind: string;
  readonly about: string;
  readonly text: string;
}

const blank = (): Written => ({ kind: String(RemarkKind.Question), about: zeroAddress, text: "" });
const fits = (kept: unknown): kept is Written =>
  typeof kept === "object" &&
  kept !== null &&
  ["kind", "about", "text"].every((key) => typeof (kept as never)[key] === "string");

interface Props {
  readonly proposal: Proposal;
  readonly can: Can;
}

/** Saying something: what kind of thing, about what, and the words. */
export function RemarkForm({ proposal, can }: Props) {
  const view = useView();
  const sign = useSign();
  const [tried, setTried] = useState(false);
  const draft = useDraft(`remark/${proposal.id}`, blank, fits);
  const { value, set } = draft;
  const kind = REMARK_KINDS.find((one) => String(one) === value.kind) ?? RemarkKind.Question;
  const objectors = unique(standingObjections(proposal).map(({ by }) => by));
  const subjects = [
    { value: zeroAddress as Address, label: "the proposal" },
    ...objectors.map((by) => ({ value: by, label: `the objection of ${view.nameOf(by)}` })),
  ];
  const about = subjects.find((it) => it.value === value.about)?.value ?? zeroAddress;
  const fault = textFault(value.text);
  const may = bySomebody(view, can);

  function go() {
    setTried(true);
    if (fault !== undefined) return;
    const onDone = () => {
      setTried(false);
      draft.forget();
    };
    const text = value.text.trim();
    sign("remark", { proposal: proposal.id, kind, about, text }, { onDone });
  }

  if (!may.ok) {
    return (
      <Act can={may} question="Why can’t I say something?" onAct={go}>
        Say it
      </Act>
    );
  }
  return (
    <div className="form say">
      <Segments
        label="What you want to say"
        options={REMARK_KINDS.map((one) => ({ value: String(one), label: REMARKS[one].label }))}
        value={String(kind)}
        onChange={(next) => set((before) => ({ ...before, kind: next }))}
      />
      {subjects.length > 1 && (
        <SelectField
          label="About"
          options={subjects}
          value={about}
          onChange={(next) => set((before) => ({ ...before, about: next }))}
        />
      )}
      <TextField
        label="In your words"
        hint={REMARKS[kind].hint}
        rows={3}
        maxBytes={MOST_TEXT}
        value={value.text}
        onChange={(text) => set((before) => ({ ...before, text }))}
        error={tried ? fault : undefined}
      />
      <div className="acts">
        <Act can={may} question="Why can’t I say something?" onAct={go}>
          Look at it and sign
        </Act>
      </div>
    </div>
  );
}
