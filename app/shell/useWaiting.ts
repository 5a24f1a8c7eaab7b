import { useView } from "#app/model/view.ts";
import { waitingFor } from "#app/pages/waiting/waitingFor.ts";

/** How many things wait for whoever looks. */
export function useWaiting(): number {
  return waitingFor(useView()).length;
}
