import { useState } from "react";

import { codeOf, lineOf } from "#app/chain/isCoded.ts";
import { Button } from "#app/components/Button.tsx";
import { useSession } from "#app/model/session.ts";

const DECLINED = 4001;

/** The wallet is on another chain: one act changes it. */
export function WrongNetwork() {
  const { wallets } = useSession();
  const [said, setSaid] = useState<string | null>(null);
  const { id, name } = wallets.chain;
  const change = () => {
    wallets.changeChain().catch((error: unknown) => {
      setSaid(codeOf(error) === DECLINED ? "You declined in your wallet." : lineOf(error));
    });
  };
  return (
    <div className="acts">
      <p className="note">
        {said ?? `Your wallet is on another chain than this organisation, ${name} (${id}).`}
      </p>
      <Button kind="main" onClick={change}>
        Change the chain in your wallet
      </Button>
    </div>
  );
}
