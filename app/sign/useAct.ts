import { useCallback, useEffect, useReducer, useRef } from "react";
import type { Hex } from "viem";

import { codeOf, lineOf } from "#app/chain/isCoded.ts";
import { useStore } from "#app/chain/useStore.ts";
import { useSession } from "#app/model/session.ts";
import type { View } from "#app/model/view.ts";
import { next, START, type Stage } from "#app/sign/machine.ts";
import { intentOf } from "#app/sign/pending.ts";
import { refusalIn, tryAct } from "#app/sign/trial.ts";
import { type Request, send } from "#app/wallet/provider.ts";

const DECLINED = 4001;

/** The way of one act: tried again on every new act of others, signed once, followed to its block. */
export function useAct(
  view: View,
  request: Request,
  sentence: string,
): { readonly stage: Stage; readonly sign: () => void; readonly retry: () => void } {
  const session = useSession();
  const { client, pending } = session;
  const connection = useStore(session.wallets.connection);
  const [stage, happen] = useReducer(next, START);
  const latest = useRef(view);
  latest.current = view;
  const intent = intentOf(request);
  const head = view.organisation.head.number;
  const at = stage.at;

  const tryIt = useCallback(async () => {
    const { organisation, reader, block, now, local } = latest.current;
    const parameters = { client, request, organisation, reader, block, now, local };
    try {
      happen({ is: "tried", trial: await tryAct(parameters) });
    } catch (error) {
      happen({ is: "not tried", why: lineOf(error) });
    }
  }, [client, request]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new head is what makes it try again.
  useEffect(() => {
    if (at === "trying" || at === "ready") void tryIt();
  }, [tryIt, head, at === "trying"]);

  useFollow(intent, at === "sent" ? happen : null);

  const sign = useCallback(async () => {
    if (connection === null) return;
    happen({ is: "asked" });
    pending.ask(request, sentence);
    try {
      const hash = await send(connection.wallet, request);
      pending.sent(intent, hash);
      happen({ is: "sent", hash });
    } catch (error) {
      pending.forget(intent);
      happen({ is: "declined", note: noteOf(error, latest.current) });
    }
  }, [connection, pending, request, sentence, intent]);

  return { stage, sign: () => void sign(), retry: () => happen({ is: "try again" }) };
}

/** What the pending list learns of an act. */
function useFollow(intent: Hex, happen: ((happening: Parameters<typeof next>[1]) => void) | null) {
  const { pending } = useSession();
  const entry = useStore(pending.entries).find((one) => one.intent === intent);
  const state = entry?.state;
  useEffect(() => {
    if (happen === null || state === undefined) return;
    if (state.is === "done") happen({ is: "mined", block: state.block, altered: state.altered });
    if (state.is === "refused") happen({ is: "reverted", refusal: state.refusal });
  }, [state, happen]);
}

function noteOf(error: unknown, view: View): string {
  if (codeOf(error) === DECLINED) return "You declined in your wallet. Nothing was sent.";
  const refusal = refusalIn(error, view.reader);
  if (refusal !== undefined) return `${refusal.sentence} Nothing was sent.`;
  return `Your wallet did not send it: ${lineOf(error)}`;
}
