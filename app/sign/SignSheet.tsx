import { useEffect, useMemo, useRef, useState } from "react";
import { keccak256 } from "viem";

import { useStore } from "#app/chain/useStore.ts";
import { Button } from "#app/components/Button.tsx";
import { Dialog } from "#app/components/Dialog.tsx";
import { Ringmark } from "#app/components/Ringmark.tsx";
import { useSession } from "#app/model/session.ts";
import { useView, type View } from "#app/model/view.ts";
import { HandOn } from "#app/sign/HandOn.tsx";
import { callOf, fieldsOf, type Intent, placeOf, sentenceOf } from "#app/sign/intent.ts";
import { announceOutcome } from "#app/sign/Live.tsx";
import type { Stage } from "#app/sign/machine.ts";
import { intentOf } from "#app/sign/pending.ts";
import { Reading } from "#app/sign/Reading.tsx";
import { Steps } from "#app/sign/Steps.tsx";
import { useAct } from "#app/sign/useAct.ts";
import { WhatItDoes } from "#app/sign/WhatItDoes.tsx";
import type { Request } from "#app/wallet/provider.ts";
import { WrongNetwork } from "#app/wallet/WrongNetwork.tsx";
import { roleName } from "#app/words/changes.ts";

/** All that somebody should see before signing, and what became of it afterwards. */
export function SignSheet({
  intent,
  onClose,
}: {
  readonly intent: Intent;
  readonly onClose: () => void;
}) {
  const live = useView();
  const session = useSession();
  const connection = useStore(session.wallets.connection);
  const { me } = live;
  // The words stay those that were read, also when the act has changed what they name.
  const [opened] = useState(live);
  const sentence = useMemo(() => sentenceOf(intent, opened.reader), [intent, opened]);
  const fields = useMemo(() => fieldsOf(intent, opened.reader), [intent, opened]);
  const request = useMemo((): Request | null => {
    if (me === null) return null;
    return { from: me, ...callOf(intent, session.contracts) };
  }, [intent, me, session]);

  // Whoever leaves while the sheet is open closes it.
  useEffect(() => {
    if (request === null) onClose();
  }, [request, onClose]);
  if (request === null || connection === null) return null;
  return (
    <Sheet
      key={request.from}
      intent={intent}
      request={request}
      sentence={sentence}
      fields={fields}
      opened={opened}
      onClose={onClose}
    />
  );
}

interface SheetProps {
  readonly intent: Intent;
  readonly request: Request;
  readonly sentence: string;
  readonly fields: ReturnType<typeof fieldsOf>;
  readonly opened: View;
  readonly onClose: () => void;
}

const LONG = 150;

function Sheet({ intent, request, sentence, fields, opened, onClose }: SheetProps) {
  const view = useView();
  const { pending } = useSession();
  const { stage, sign, retry } = useAct(view, request, sentence);
  const digest = keccak256(request.data);
  const [isHandedOn, setHandedOn] = useState(false);
  useStore(pending.entries);
  // Signed in another sheet, tab or visit: the same act is not signed twice.
  const isUnderWay = pending.underWay(intentOf(request)) !== undefined;
  useOutcome(stage, intent, sentence);
  // Whoever closes the sheet on its outcome has seen it: the list of what was signed need not say it again.
  const close = () => {
    if (stage.at === "done" && stage.altered === null) pending.forget(intentOf(request));
    onClose();
  };
  return (
    <Dialog
      title={sentence}
      head={<Signer view={opened} intent={intent} />}
      open
      wide
      onClose={close}
    >
      <div className="sbody">
        <div className="sl">
          <p className="label">{stage.at === "done" ? "You have said" : "You are about to say"}</p>
          <p className={sentence.length > LONG ? "said long" : "said"}>{sentence}</p>
          <WhatItDoes stage={stage} before={opened} intent={intent} onRetry={retry} />
          {stage.at === "ready" && <HandOn request={request} onSigned={() => setHandedOn(true)} />}
        </div>
        <div className="sr">
          <Reading
            intent={intent}
            fields={fields}
            sentence={sentence}
            request={request}
            digest={digest}
            view={opened}
          />
        </div>
      </div>
      <footer className="sf">
        <Steps stage={stage} />
        <SheetActs
          stage={stage}
          isUnderWay={isUnderWay}
          isHandedOn={isHandedOn}
          onSign={sign}
          onClose={close}
        />
      </footer>
    </Dialog>
  );
}

/** Tells what became of it: aloud, and to whoever asked for it. */
function useOutcome(stage: Stage, intent: Intent, sentence: string): void {
  const told = useRef(false);
  useEffect(() => {
    if (told.current) return;
    if (stage.at === "done") {
      told.current = true;
      announceOutcome(`In block ${stage.block}: ${sentence}`);
      intent.context.onDone?.();
    }
    if (stage.at === "reverted") {
      told.current = true;
      announceOutcome(`Refused, nothing moved: ${stage.refusal.sentence}`);
    }
  }, [stage, intent, sentence]);
}

function Signer({ view, intent }: { readonly view: View; readonly intent: Intent }) {
  const { me, organisation, nameOf } = view;
  if (me === null) return null;
  const { asRole, circle } = placeOf(intent, organisation);
  const as = asRole === undefined ? "" : ` as ${roleName(organisation, asRole)}`;
  const where =
    circle === undefined || circle === asRole
      ? ""
      : `${as === "" ? " in" : ", in"} ${roleName(organisation, circle)}`;
  return (
    <>
      <Ringmark address={me} size={30} />
      <span>
        <b>{nameOf(me)}</b>
        <span className="quiet">
          {as}
          {where}
        </span>
      </span>
    </>
  );
}

function SheetActs({
  stage,
  isUnderWay,
  isHandedOn,
  onSign,
  onClose,
}: {
  readonly stage: Stage;
  readonly isUnderWay: boolean;
  /** Whether it was signed here for somebody else to send: whoever sent it too could do it twice. */
  readonly isHandedOn: boolean;
  readonly onSign: () => void;
  readonly onClose: () => void;
}) {
  const { watch, wallets, source } = useSession();
  const connection = useStore(wallets.connection);
  const { problem } = useStore(watch.store);
  const wrongChain = connection !== null && connection.chainId !== source.guide.deployment.chainId;
  if (stage.at === "ready" && wrongChain) return <WrongNetwork />;
  if (stage.at === "ready" && isUnderWay) {
    return (
      <div className="acts">
        <p className="note">You have signed this already; it is on its way to a block.</p>
        <Button onClick={onClose}>Close</Button>
      </div>
    );
  }
  if (stage.at === "ready" && isHandedOn) {
    return (
      <div className="acts">
        <Button kind="main" onClick={onClose}>
          Close
        </Button>
      </div>
    );
  }
  switch (stage.at) {
    case "ready":
      return (
        <div className="acts">
          <Button onClick={onClose}>Not now</Button>
          <Button kind="main" onClick={onSign} disabled={problem?.kind === "chain"}>
            Sign in your wallet
          </Button>
        </div>
      );
    case "asking":
      return <p className="note">Your wallet asks you. Compare what it shows.</p>;
    case "trying":
      return (
        <div className="acts">
          <Button onClick={onClose}>Not now</Button>
          <p className="note">Trying it first …</p>
        </div>
      );
    case "sent":
      return (
        <div className="acts">
          <Button onClick={onClose}>Close; it goes on</Button>
        </div>
      );
    default:
      return (
        <div className="acts">
          <Button kind={stage.at === "done" ? "main" : "plain"} onClick={onClose}>
            Close
          </Button>
        </div>
      );
  }
}
