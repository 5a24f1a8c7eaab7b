import { useState } from "react";
import type { Hex } from "viem";

import { codeOf, lineOf } from "#app/chain/isCoded.ts";
import { useStore } from "#app/chain/useStore.ts";
import { useSession } from "#app/model/session.ts";
import { useView } from "#app/model/view.ts";
import { signSalt } from "#app/wallet/signSalt.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import type { NominationOf } from "#sdk/salt.ts";

const DECLINED = 4001;

interface Asking {
  /** Whose nomination it is; undefined while nobody looks. */
  readonly nomination: NominationOf | undefined;
  readonly isAsking: boolean;
  /** What went wrong the last time. */
  readonly fault: string | undefined;
  /** The salt that the wallet makes; undefined when it made none. */
  readonly ask: () => Promise<Hex | undefined>;
}

/** The salt of one's nomination, made by the wallet from a signature: the same whenever it is asked. */
export function useSalt(election: Election): Asking {
  const { me, chainId, contracts } = useView();
  const { wallets } = useSession();
  const connection = useStore(wallets.connection);
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState<string>();
  const nomination =
    me === null
      ? undefined
      : { chainId, elections: contracts.elections, election: election.id, nominator: me };

  async function ask() {
    if (connection === null || nomination === undefined) return undefined;
    setAsking(true);
    setFault(undefined);
    try {
      return await signSalt(connection.wallet, nomination);
    } catch (error) {
      setFault(
        codeOf(error) === DECLINED
          ? "You declined in your wallet. Nothing was sealed."
          : `Your wallet made no salt: ${lineOf(error)}`,
      );
      return undefined;
    } finally {
      setAsking(false);
    }
  }
  return { nomination, isAsking, fault, ask };
}
