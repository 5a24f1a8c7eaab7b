import { useState } from "react";

import { Button } from "#app/components/Button.tsx";
import { Dialog } from "#app/components/Dialog.tsx";
import { MomentField, TextField } from "#app/components/Field.tsx";
import { useSign, useView } from "#app/model/view.ts";
import { proposalTitle } from "#app/words/acts.ts";
import { roleName } from "#app/words/changes.ts";
import { longFault, MOST_TEXT } from "#app/words/limits.ts";
import { listText } from "#app/words/lists.ts";
import { DAY, momentText, spanText } from "#app/words/time.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { SpecialRequest } from "#sdk/chronicle/meetings.ts";
import { noticeOf } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

const HOUR = 3600;
const FARTHEST = 90 * DAY;
const PROMPTLY = 14 * DAY;
const LONGEST = 3 * DAY;
/** A block may come some minutes after it was signed: the notice is kept all the same. */
const MARGIN = HOUR;
const MOST_LIMITS = 32;

interface Props {
  readonly circle: bigint;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The circle's proposals that are not decided, to limit a meeting to some of them. */
function useUndecided(circle: bigint) {
  const { organisation, now } = useView();
  const undecided: ReadonlySet<Status> = new Set([Status.Open, Status.Objected, Status.Suspended]);
  return [...organisation.proposals.values()].filter(
    (proposal) => proposal.circle === circle && undecided.has(statusOf(proposal, now)),
  );
}

function Limits({
  circle,
  chosen,
  onChange,
}: {
  readonly circle: bigint;
  readonly chosen: readonly bigint[];
  readonly onChange: (chosen: readonly bigint[]) => void;
}) {
  const { organisation } = useView();
  const proposals = useUndecided(circle).slice(0, MOST_LIMITS);
  if (proposals.length === 0) return null;
  return (
    <fieldset className="entries">
      <legend>Only about these proposals</legend>
      {proposals.map((proposal) => (
        <label key={proposal.id} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(proposal.id)}
            onChange={({ target }) =>
              onChange(
                target.checked
                  ? [...chosen, proposal.id]
                  : chosen.filter((id) => id !== proposal.id),
              )
            }
          />
          <span>{proposalTitle(organisation, proposal)}</span>
        </label>
      ))}
      <p className="note">None: about anything. Those named wait for the meeting’s end.</p>
    </fieldset>
  );
}

/** Asking for a special meeting. */
export function RequestMeeting({ circle, open, onClose }: Props) {
  const { organisation } = useView();
  const sign = useSign();
  const [purpose, setPurpose] = useState("");
  const [limits, setLimits] = useState<readonly bigint[]>([]);
  const fault = longFault(purpose);
  const notice = spanText(noticeOf(organisation, circle));

  function go() {
    if (fault !== undefined) return;
    onClose();
    sign("requestSpecialMeeting", { circle, purpose: purpose.trim(), limits });
  }

  return (
    <Dialog
      title={`Ask for a meeting of ${roleName(organisation, circle)}`}
      open={open}
      onClose={onClose}
    >
      <div className="form sin">
        <TextField
          label="What for"
          rows={2}
          maxBytes={MOST_TEXT}
          value={purpose}
          onChange={setPurpose}
          error={fault}
        />
        <Limits circle={circle} chosen={limits} onChange={setLimits} />
        <p className="note">
          The secretary schedules it promptly; after {notice} you may do it yourself.
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

/** Scheduling a meeting: a regular one, or the one that answers a request. */
export function ScheduleMeeting({
  circle,
  open,
  onClose,
  request,
}: Props & { readonly request?: SpecialRequest | undefined }) {
  const { organisation, now, nameOf } = useView();
  const sign = useSign();
  const notice = noticeOf(organisation, circle);
  const [startsAt, setStartsAt] = useState(() => wholeHour(now + notice + MARGIN));
  const [hours, setHours] = useState("2");
  const [purpose, setPurpose] = useState(request?.purpose ?? "");
  const [chosen, setChosen] = useState<readonly bigint[]>([]);
  const limits = request?.limits ?? chosen;
  const endsAt = startsAt + Math.round(Number(hours.replace(",", ".")) * HOUR);
  const special = request !== undefined || limits.length > 0;
  const earliest = now + notice;
  const latest = special ? earliest + PROMPTLY : now + FARTHEST;
  const faults = {
    starts:
      startsAt < earliest
        ? `Everybody has notice of ${spanText(notice)}: from ${momentText(earliest)} on.`
        : startsAt > latest
          ? `It is held soon: by ${momentText(latest)}.`
          : undefined,
    hours:
      !(endsAt > startsAt) || endsAt > startsAt + LONGEST
        ? "A meeting lasts up to 72 hours."
        : undefined,
    purpose: longFault(purpose),
  };
  const ready = Object.values(faults).every((fault) => fault === undefined);

  function go() {
    if (!ready) return;
    onClose();
    sign("scheduleMeeting", {
      circle,
      requested: request?.id ?? 0n,
      startsAt,
      endsAt,
      purpose: purpose.trim(),
      limits,
    });
  }

  return (
    <Dialog
      title={`Schedule a meeting of ${roleName(organisation, circle)}`}
      open={open}
      onClose={onClose}
    >
      <div className="form sin">
        {request !== undefined && (
          <p className="note">
            {nameOf(request.by)} asked for it on {momentText(request.at)}.
          </p>
        )}
        <MomentField
          label="Begins"
          value={startsAt}
          onChange={setStartsAt}
          hint={`Not before ${momentText(earliest)}.`}
          error={faults.starts}
        />
        <TextField
          label="Lasts, in hours"
          inputMode="decimal"
          value={hours}
          onChange={setHours}
          error={faults.hours}
        />
        <TextField
          label="What for"
          rows={2}
          maxBytes={MOST_TEXT}
          value={purpose}
          onChange={setPurpose}
          error={faults.purpose}
        />
        {request === undefined ? (
          <Limits circle={circle} chosen={chosen} onChange={setChosen} />
        ) : (
          limits.length > 0 && (
            <p className="note">
              Only about{" "}
              {listText(
                limits.map((id) => {
                  const proposal = organisation.proposals.get(id);
                  return proposal === undefined
                    ? "a proposal"
                    : proposalTitle(organisation, proposal);
                }),
              )}
              .
            </p>
          )
        )}
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

function wholeHour(seconds: number): number {
  return Math.ceil(seconds / HOUR) * HOUR;
}
