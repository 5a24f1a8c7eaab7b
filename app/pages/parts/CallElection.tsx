import { useState } from "react";

import { Button } from "#app/components/Button.tsx";
import { Dialog } from "#app/components/Dialog.tsx";
import { TextField } from "#app/components/Field.tsx";
import { useSign, useView } from "#app/model/view.ts";
import { subjectText } from "#app/words/elections.ts";
import { longFault, MOST_TEXT } from "#app/words/limits.ts";
import { spanText } from "#app/words/time.ts";
import type { ElectionSubject } from "#sdk/chronicle/elections.ts";
import { noticeOf, windowOf } from "#sdk/chronicle/organisation.ts";

interface Props {
  readonly subject: ElectionSubject;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What is elected, and why. */
export function CallElection({ subject, open, onClose }: Props) {
  const { organisation, nameOf } = useView();
  const sign = useSign();
  const [reason, setReason] = useState("");
  const what = subjectText(organisation, subject, nameOf);
  const fault = longFault(reason);
  const notice = spanText(noticeOf(organisation, subject.circle));
  const window = spanText(windowOf(organisation, subject.circle));

  function go() {
    if (fault !== undefined) return;
    onClose();
    sign("callElection", { subject, reason: reason.trim() });
  }

  return (
    <Dialog title={`Call an election of ${what}`} open={open} onClose={onClose}>
      <div className="form sin">
        <TextField
          label="Why now"
          hint="Of what is elected, not of who might be: nobody speaks about candidates before nominations are shared."
          rows={3}
          maxBytes={MOST_TEXT}
          value={reason}
          onChange={setReason}
          error={fault}
        />
        <p className="note">
          The facilitator opens it by stating the term and how a tie is broken; after {notice} any
          member may. Nominations are then sealed for {window} at most, shared and changed within{" "}
          {notice} each, and the candidate stands for objections for {window}. Each step ends sooner
          when everybody whose turn it is has acted.
        </p>
        <div className="acts">
          <Button kind="main" onClick={go}>
            Look at it and sign
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </div>
    </Dialog>
  );
}
