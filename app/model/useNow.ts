import { useEffect, useState } from "react";

import type { ClockSample } from "#app/chain/clock.ts";
import { chainTime } from "#app/chain/clock.ts";
import { nextTurn } from "#app/model/nextTurn.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

/** Words count minutes: nobody sees a shorter step. */
const STEP_MS = 20_000;

/** The chain's time. Moves on in small steps, and at once when a window or a grace ends. */
export function useNow(clock: ClockSample, organisation: Organisation): number {
  const [now, setNow] = useState(() => chainTime(clock, Date.now()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const time = chainTime(clock, Date.now());
      setNow(time);
      const next = nextTurn(organisation, time);
      timer = setTimeout(tick, Math.min(STEP_MS, 1000 * (next - time)));
    };
    tick();
    return () => clearTimeout(timer);
  }, [clock, organisation]);
  return now;
}
