import { DAY } from "#app/words/time.ts";
import type { Act } from "#sdk/chronicle/events.ts";

const WEEK = 7 * DAY;
const RADIUS = 86;
const CORE = 4;
const MOST_RINGS = 60;

/** A history as rings: one a week (or longer, for long histories), each as wide as it saw acts. */
export function GrowthRings({ acts }: { readonly acts: readonly Act[] }) {
  const [first, last] = [acts[0]?.time ?? 0, acts.at(-1)?.time ?? 0];
  const span = Math.max(WEEK, Math.ceil((last - first) / MOST_RINGS));
  const counts: number[] = [];
  for (const { time } of acts) {
    const index = Math.floor((time - first) / span);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const widths = Array.from(counts, (count) => 1 + Math.sqrt(count ?? 0));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let radius = CORE;
  const rings = widths.map((width) => {
    radius += (width / whole) * (RADIUS - CORE);
    return radius;
  });
  return (
    <svg className="grow" width="180" height="180" viewBox="0 0 180 180" aria-hidden="true">
      <circle className="gc" cx="90" cy="90" r="2.5" />
      {rings.map((r, index) => (
        <circle
          key={r}
          className={index === rings.length - 1 ? "gr at" : "gr"}
          cx="90"
          cy="90"
          r={Math.round(r * 10) / 10}
        />
      ))}
    </svg>
  );
}
