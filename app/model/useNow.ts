import { useEffect, useState } from "react";

import type { ClockSample } from "#app/chain/clock.ts";
import { chainTime } from "#app/chain/clock.ts";
import { GRACE, Outcome } from "#sdk/chronicle/lifecycle.ts";
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

/** When the state of something changes by time alone; a day from now at the latest. */
export function nextTurn({ proposals, announcements }: Organisation, time: number): number {
  let next = time + 86_400;
  for (const { closesAt, outcome } of [...proposals.values(), ...announcements.values()]) {
    if (outcome !== Outcome.None && outcome !== Outcome.Adopted) continue;
    for (const turn of [closesAt, closesAt + GRACE]) {
      if (turn > time && turn < next) next = turn;
    }
  }
  return next;
}
