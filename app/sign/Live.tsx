import { Store } from "#app/chain/store.ts";
import { useStore } from "#app/chain/useStore.ts";

const outcome = new Store("");

/** Say an outcome aloud, for whoever listens to the page. */
export function announceOutcome(text: string): void {
  outcome.set(text);
}

/** Where outcomes are said. */
export function Live() {
  return (
    <div className="vh" role="status" aria-live="polite">
      {useStore(outcome)}
    </div>
  );
}
