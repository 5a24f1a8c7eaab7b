import { useMemo } from "react";
import { formatUnits } from "viem";

import { Bones } from "#app/components/Bones.tsx";
import { Button } from "#app/components/Button.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Notice } from "#app/components/Notice.tsx";
import type { View } from "#app/model/view.ts";
import { Effects } from "#app/sign/Effects.tsx";
import { effectsOf } from "#app/sign/effects.ts";
import type { Intent } from "#app/sign/intent.ts";
import type { Stage, Trial } from "#app/sign/machine.ts";
import { mindOf } from "#app/sign/mind.ts";
import { Refusal } from "#app/sign/Refusal.tsx";
import { useGasPrice } from "#app/sign/useGasPrice.ts";

/** Before and after, tried on the latest block; or why it would be refused. */
export function WhatItDoes({
  stage,
  before,
  intent,
  onRetry,
}: {
  readonly stage: Stage;
  readonly before: View;
  readonly intent: Intent;
  readonly onRetry: () => void;
}) {
  switch (stage.at) {
    case "trying":
      return <Bones rows={2} note={`Trying it on block ${before.block}.`} />;
    case "refused":
      return <Refusal refusal={stage.refusal} signed={false} onRetry={onRetry} />;
    case "reverted":
      return <Refusal refusal={stage.refusal} signed />;
    case "untried":
      return (
        <Notice tone="bad" title="It could not be tried">
          <p>{stage.why}</p>
          <p>Nothing is signed before it was tried.</p>
          <div className="acts">
            <Button small onClick={onRetry}>
              Try again
            </Button>
          </div>
        </Notice>
      );
    default:
      return (
        <>
          {stage.at === "ready" && stage.note !== null ? (
            <Notice tone="stop" title="Not sent">
              <p>{stage.note}</p>
            </Notice>
          ) : null}
          {stage.at === "done" ? <Done stage={stage} /> : null}
          <Outcome trial={stage.trial} before={before} intent={intent} />
        </>
      );
  }
}

function Done({ stage }: { readonly stage: Stage & { at: "done" } }) {
  if (stage.altered !== null) {
    return (
      <Notice tone="bad" title="Your wallet sent something else than you read">
        <p>
          In block {String(stage.block)}: {stage.altered}. Look at what it did before you use it
          again.
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="ok" glyph="enacted" title={`In block ${stage.block}`}>
      <p>What was mined is what you read, byte for byte. The page is already redrawn.</p>
    </Notice>
  );
}

function Outcome({
  trial,
  before,
  intent,
}: {
  readonly trial: Trial & { ok: true };
  readonly before: View;
  readonly intent: Intent;
}) {
  const price = useGasPrice();
  const { organisation, now, nameOf, moneyOf } = before;
  const effects = useMemo(() => {
    if (trial.after === null) return null;
    const namer = {
      nameOf,
      moneyOf: ({ token, amount }: { token: `0x${string}`; amount: bigint }) =>
        moneyOf(token).format(amount),
    };
    return effectsOf(organisation, trial.after, now, namer);
  }, [trial, organisation, now, nameOf, moneyOf]);
  const cost = costText(trial.gas, price, before.local);
  const mind = mindOf({
    act: intent.act,
    before: organisation,
    after: trial.after,
    now,
    nameOf,
    cost,
  });
  return (
    <>
      <h3 className="part">What it does</h3>
      {effects === null ? (
        <p className="note">
          It was tried on block {String(trial.block)} and not refused. This RPC cannot show more of
          what it leads to.
        </p>
      ) : effects.length === 0 ? (
        <p className="note">
          Tried on block {String(trial.block)}: it is recorded, and nothing else changes.
        </p>
      ) : (
        <Effects effects={effects} block={trial.block} />
      )}
      <ul className="mind">
        {mind.map(({ glyph, title, text }) => (
          <li key={title}>
            <Glyph name={glyph} size={18} />
            <p>
              <b>{title}</b> {text}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

const ETHER = 18;

function costText(gas: bigint | null, price: bigint | null, local: boolean): string {
  if (local) return "Nothing of worth: this is a testnet on your machine.";
  if (gas === null || price === null) return "Your wallet says what the chain asks for it.";
  const [whole, part = ""] = formatUnits(gas * price, ETHER).split(".");
  const digits = part.slice(0, 6);
  return `About ${whole}${digits === "" ? "" : `.${digits}`} ETH to the chain, from your own account.`;
}
