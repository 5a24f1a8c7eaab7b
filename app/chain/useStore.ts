import { useSyncExternalStore } from "react";

import type { Store } from "#app/chain/store.ts";

/** The value of a store, and again whenever it changes. */
export function useStore<value>(store: Store<value>): value {
  return useSyncExternalStore(store.subscribe, store.get);
}
