import { useState } from "react";

import { useStore } from "#app/chain/useStore.ts";
import { Button } from "#app/components/Button.tsx";
import { Dialog } from "#app/components/Dialog.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { HexGrid } from "#app/components/HexGrid.tsx";
import { useSession } from "#app/model/session.ts";
import { useView } from "#app/model/view.ts";
import { OtherRpc } from "#app/shell/Wrong.tsx";
import { momentText } from "#app/words/time.ts";

const number = (value: bigint | number) => value.toLocaleString("en-GB");

/** "Verified to block N", computed on this device, and behind it what that means. */
export function Proof() {
  const { watch } = useSession();
  const { block, problem } = useStore(watch.store);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={problem === null ? "proof" : "proof stale"}
        onClick={() => setOpen(true)}
      >
        <Glyph name={problem === null ? "verified" : "error"} size={20} />
        <span>
          <span className="long">Verified to </span>block <b>{number(block)}</b>
          <span className="vh">. What that means</span>
        </span>
      </button>
      {open ? <ProofDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ProofDialog({ onClose }: { readonly onClose: () => void }) {
  const { source, contracts } = useSession();
  const { organisation, block, chainId, local } = useView();
  const { head } = organisation;
  return (
    <Dialog title={`Verified to block ${number(block)}`} open onClose={onClose}>
      <div className="sin proofpanel">
        <p className="read">
          This device has recomputed the hash of each of the {number(head.number)} events of this
          organisation and linked them, one to the next. They end in the very head that the contract
          keeps, so none is missing, none was altered, none was added.
        </p>
        <div>
          <h3>Head after event {number(head.number)}</h3>
          <HexGrid value={head.word} />
          <p className="note">
            Block {number(head.block)}, {momentText(head.time)}. Whoever sees the same word sees the
            same history.
          </p>
        </div>
        <dl className="facts">
          <dt>Record</dt>
          <dd className="mono">{contracts.circles}</dd>
          <dt>Chain</dt>
          <dd>{local ? `Local testnet, ${chainId}` : chainId}</dd>
          <dt>Read from</dt>
          <dd className="mono">{source.rpc}</dd>
        </dl>
        <div className="notice">
          <h3>What is not proved</h3>
          <p>
            That this RPC named the newest head. The history is complete up to the head that it
            named; compare the word above with another source to be sure. Names of people are an
            address book, not part of the record.
          </p>
        </div>
        <OtherRpc />
        <div className="acts">
          <Button href="/history" onClick={onClose}>
            See every event
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
