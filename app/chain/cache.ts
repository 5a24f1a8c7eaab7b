import { createStore, get, set } from "idb-keyval";

import type { ChronicleCache, Fetched } from "#sdk/chronicle/fetch.ts";

/** Histories kept on the reader's machine. Without such a store everything is read anew at each visit. */
export function browserCache(): ChronicleCache {
  const store = createStore("consentric", "histories");
  return {
    get: (key) => get<Fetched>(key, store).catch(() => undefined),
    set: (key, { chainId, circles, organisation, logs, headWord, block, blockHash }) =>
      set(key, { chainId, circles, organisation, logs, headWord, block, blockHash }, store).catch(
        () => undefined,
      ),
  };
}
