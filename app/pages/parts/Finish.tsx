import { Act } from "#app/components/Act.tsx";
import { Button } from "#app/components/Button.tsx";
import { Notice } from "#app/components/Notice.tsx";
import { State } from "#app/components/State.tsx";
import type { Can } from "#app/model/can/can.ts";
import { clockText } from "#app/words/time.ts";

/** That this is a draft, and whether the device keeps it. */
export function DraftState({ savedAt }: { readonly savedAt: number | undefined }) {
  return (
    <State kind="unfilled" word="Draft">
      {savedAt === undefined
        ? "kept on this device once you write"
        : `kept on this device, saved ${clockText(savedAt / 1000)}`}
    </State>
  );
}

interface Props {
  readonly can: Can;
  readonly question: string;
  readonly onAct: () => void;
  /** Forgets what was written; left out while there is nothing to forget. */
  readonly onForget: (() => void) | undefined;
  /** Whether somebody tried, and something is missing. */
  readonly faulty: boolean;
}

/** The end of a form: look at it and sign, or start over. */
export function Finish({ can, question, onAct, onForget, faulty }: Props) {
  return (
    <>
      {faulty && (
        <Notice tone="bad" title="Something is missing">
          <p>The fields above say what. Nothing is lost: the draft is kept.</p>
        </Notice>
      )}
      <div className="finish">
        <p className="quiet">Nothing is sent until you sign.</p>
        <div className="acts">
          {onForget !== undefined && <Button onClick={onForget}>Start over</Button>}
          <Act can={can} question={question} kind="main" open onAct={onAct}>
            Look at it and sign
          </Act>
        </div>
      </div>
    </>
  );
}
