import { useState } from "react";

import { Button } from "#app/components/Button.tsx";
import { Dialog } from "#app/components/Dialog.tsx";
import { SelectField, TextField } from "#app/components/Field.tsx";
import { keepsStandingIn, myVoices } from "#app/model/roles.ts";
import type { View } from "#app/model/view.ts";
import { useSign, useView } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { MOST_TEXT, textFault } from "#app/words/limits.ts";
import type { Announcement } from "#sdk/chronicle/organisation.ts";
import { pathTo, sourceOf } from "#sdk/chronicle/organisation.ts";

/** The circles around the one in which somebody speaks, up to the source; none is needed where that is the anchor. */
function pathOf({ organisation }: View, { payment }: Announcement, circle: bigint) {
  const source = sourceOf(organisation, payment);
  if (source === undefined || source === organisation.anchor) return [];
  return pathTo(organisation, circle, source) ?? [];
}

interface Props {
  readonly announcement: Announcement;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Why a payment shall not be made as announced. */
export function EscalationForm({ announcement, open, onClose }: Props) {
  const view = useView();
  const sign = useSign();
  const voices = voicesFor(view, announcement);
  const [voice, setVoice] = useState(voices[0]?.value ?? "");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const money = view.moneyOf(announcement.payment.token);
  const chosen = voices.find(({ value }) => value === voice) ?? voices[0];

  function go() {
    setTried(true);
    if (textFault(reason) !== undefined || chosen === undefined) return;
    const { id, announcer, payment } = announcement;
    const { circle, asRole } = chosen;
    onClose();
    sign("escalate", {
      announcement: id,
      circle,
      asRole,
      path: pathOf(view, announcement, circle),
      announcer,
      payment,
      reason: reason.trim(),
    });
  }

  return (
    <Dialog
      title={`Escalate ${money.format(announcement.payment.amount)}`}
      open={open}
      onClose={onClose}
    >
      <div className="form sin">
        {voices.length > 0 && (
          <SelectField label="For which role" value={voice} onChange={setVoice} options={voices} />
        )}
        <TextField
          label="Why it should not be paid like this"
          rows={4}
          maxBytes={MOST_TEXT}
          value={reason}
          onChange={setReason}
          error={tried ? textFault(reason) : undefined}
          hint={`${view.nameOf(announcement.announcer)} and everybody else can read it.`}
        />
        <p className="note">
          It blocks the payment, and frees the amount, until you or a lead of the outermost circle
          reverse it. Then the window begins anew.
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

/** The circles and roles in which the reader can speak about a payment. */
function voicesFor(view: View, { standingFrom }: Announcement) {
  const { organisation } = view;
  const seated = myVoices(view).map((role) => {
    const circle = role.circle ?? role.id;
    const label =
      role.circle === null
        ? `lead of ${role.words.name}`
        : `${role.words.name}, in ${roleName(organisation, circle)}`;
    return { value: String(role.id), label, circle, asRole: role.id };
  });
  if (seated.length > 0) return seated;
  return [...organisation.roles.values()]
    .filter(({ id }) => keepsStandingIn(view, id, standingFrom))
    .map(({ id, words }) => ({
      value: String(id),
      label: `${words.name}, of which you were a member`,
      circle: id,
      asRole: id,
    }));
}
