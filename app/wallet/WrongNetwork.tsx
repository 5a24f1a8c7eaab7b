import { useState } from "react";

import { codeOf, lineOf } from "#app/chain/isCoded.ts";
import { Button } from "#app/components/Button.tsx";
import { useSession } from "#app/model/session.ts";

const DECLINED = 4001;

/** The wallet is on another chain: one act changes it. */
export function WrongNetwork() {
  const { wallets, source } = useSession();
  const [said, setSaid] = useState<string | null>(null);
  const { chainId } = source.guide.deployment;
  const name = source.guide.local ? "Local testnet" : `Chain ${chainId}`;
  const change = () => {
    wallets.switchTo({ chainId, name, rpc: source.rpc }).catch((error: unknown) => {
      setSaid(codeOf(error) === DECLINED ? "You declined in your wallet." : lineOf(error));
    });
  };
  return (
    <div className="acts">
      <p className="note">
        {said ?? `Your wallet is on another chain than this organisation, ${name} (${chainId}).`}
      </p>
      <Button kind="main" onClick={change}>
        Change the chain in your wallet
      </Button>
    </div>
  );
}
