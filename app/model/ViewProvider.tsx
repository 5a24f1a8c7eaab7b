import { type ReactNode, useEffect, useMemo, useState } from "react";

import type { TokenWords } from "#app/chain/balances.ts";
import { readBalances, readToken } from "#app/chain/balances.ts";
import { useStore } from "#app/chain/useStore.ts";
import { ETH, moneyIn, unknownMoney } from "#app/model/money.ts";
import { mergeNames, shortAddress, tellApart } from "#app/model/names.ts";
import { useSession } from "#app/model/session.ts";
import { useNow } from "#app/model/useNow.ts";
import { type Money, type View, ViewContext } from "#app/model/view.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

/** Puts together what pages see. */
export function ViewProvider({
  organisation,
  children,
}: {
  readonly organisation: Organisation;
  readonly children: ReactNode;
}) {
  const session = useSession();
  const { guide } = session.source;
  const watched = useStore(session.watch.store);
  const connection = useStore(session.wallets.connection);
  const people = usePeople();
  const now = useNow(watched.clock, organisation);
  const tokens = useTokens(organisation);
  const balances = useBalances(organisation, tokens, watched.block);

  const view = useMemo((): View => {
    const byAddress = new Map(tokens.map((token) => [token.address.toLowerCase(), token]));
    return {
      organisation,
      contracts: session.contracts,
      chainId: guide.deployment.chainId,
      local: guide.local,
      now,
      block: watched.block,
      me: connection?.account ?? null,
      people,
      nameOf: (person) => people.get(person.toLowerCase()) ?? shortAddress(person),
      tokens,
      moneyOf: (token) => byAddress.get(token.toLowerCase()) ?? unknownMoney(token),
      balances,
      reader: { organisation, people, tokens },
    };
  }, [organisation, session, guide, now, watched.block, connection, people, tokens, balances]);
  return <ViewContext value={view}>{children}</ViewContext>;
}

/** The names the page was served with, and over them the reader's own. */
function usePeople(): ReadonlyMap<string, string> {
  const { source, book } = useSession();
  const own = useStore(book.names);
  return useMemo(() => mergeNames(source.guide.people, own), [source, own]);
}

/** ETH, the tokens the page was served with, and those that announcements name. */
function useTokens(organisation: Organisation): readonly Money[] {
  const { source, client } = useSession();
  const [found, setFound] = useState<ReadonlyMap<string, TokenWords | null>>(new Map());
  const served = useMemo(() => [ETH, ...source.guide.tokens.map(moneyIn)], [source]);
  const { announcements } = organisation;
  const unnamed = useMemo(() => {
    const known = new Set(served.map(({ address }) => address.toLowerCase()));
    const all = [...announcements.values()].map(({ payment }) => payment.token);
    const strangers = all.filter((token) => !known.has(token.toLowerCase()));
    return [...new Map(strangers.map((token) => [token.toLowerCase(), token])).values()];
  }, [served, announcements]);

  useEffect(() => {
    let here = true;
    const missing = unnamed.filter((token) => !found.has(token.toLowerCase()));
    if (missing.length === 0) return;
    void Promise.all(missing.map((token) => readToken(client, token))).then((words) => {
      if (!here) return;
      const pairs = missing.map((token, i) => [token.toLowerCase(), words[i] ?? null] as const);
      setFound((was) => new Map([...was, ...pairs]));
    });
    return () => {
      here = false;
    };
  }, [client, unnamed, found]);

  return useMemo(() => {
    const others = unnamed.map((token) => {
      const words = found.get(token.toLowerCase());
      if (words === undefined || words === null) return unknownMoney(token);
      return moneyIn(tellApart(words, served));
    });
    return [...served, ...others];
  }, [served, unnamed, found]);
}

const NOTHING: ReadonlyMap<string, bigint> = new Map();

/** What the vault holds, again with every act and every few blocks: anybody can send money to it. */
function useBalances(
  { vault, head }: Organisation,
  tokens: readonly Money[],
  block: bigint,
): ReadonlyMap<string, bigint> {
  const { client, source } = useSession();
  const [balances, setBalances] = useState(NOTHING);
  const moment = `${head.number}/${source.guide.local ? block : block / 8n}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment is what makes it ask again.
  useEffect(() => {
    let here = true;
    const addresses = tokens.map(({ address }) => address);
    void readBalances(client, vault, addresses).then((found) => {
      if (here) setBalances((was) => (sameMap(was, found) ? was : found));
    });
    return () => {
      here = false;
    };
  }, [client, vault, tokens, moment]);
  return balances;
}

function sameMap(one: ReadonlyMap<string, bigint>, other: ReadonlyMap<string, bigint>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}
