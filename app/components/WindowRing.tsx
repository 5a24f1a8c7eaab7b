import { arcPath, onRing } from "#app/components/arc.ts";
import { leftText, spanText } from "#app/words/time.ts";

const DAY = 86_400;
const MOST_TICKS = 31;
/** Longer words stand smaller in the ring. */
const LONG = 9;

interface RingProps {
  readonly opensAt: number;
  readonly closesAt: number;
  readonly now: number;
  readonly tone?: "open" | "escalated" | "done";
}

/** How much of a window has passed, from 0 to 1. */
function passed({ opensAt, closesAt, now, tone }: RingProps): number {
  if (tone === "done" || closesAt <= opensAt) return 1;
  return Math.min(1, Math.max(0, (now - opensAt) / (closesAt - opensAt)));
}

/** A window: the arc that has passed, a tick each day, and what it comes to. */
export function WindowRing({
  big,
  small = [],
  size = 200,
  tone = "open",
  ...window
}: RingProps & {
  readonly big?: string;
  readonly small?: readonly string[];
  readonly size?: number;
}) {
  const done = passed({ ...window, tone });
  const days = Math.ceil((window.closesAt - window.opensAt) / DAY);
  const ticks = Math.min(MOST_TICKS, Math.max(1, days));
  const [x, y] = onRing(100, 86, done);
  const left = leftText(window.closesAt - window.now);
  const words = big ?? left;
  const length = spanText(Math.max(0, window.closesAt - window.opensAt));
  const label = done >= 1 ? `Closed: ${big ?? ""}` : `${left} left of ${length}`;
  return (
    <svg
      className={`wring w-${tone}`}
      width={size}
      height={size}
      viewBox="0 0 200 200"
      role="img"
      aria-label={label}
    >
      <g className="wr-water">
        <circle cx="100" cy="100" r="76" opacity="0.55" />
        <circle cx="100" cy="100" r="67" opacity="0.35" />
        <circle cx="100" cy="100" r="55" opacity="0.2" />
      </g>
      <circle className="wr-rest" cx="100" cy="100" r="86" />
      {done > 0 ? <path className="wr-done" d={arcPath(100, 86, 0, done)} /> : null}
      <g className="wr-tick">
        {Array.from({ length: ticks }, (_, day) => {
          const turns = days === 0 ? 0 : (day * DAY) / (window.closesAt - window.opensAt);
          const [fromX, fromY] = onRing(100, 93, turns);
          const [toX, toY] = onRing(100, 98.5, turns);
          return <path key={turns} d={`M${fromX} ${fromY}L${toX} ${toY}`} />;
        })}
      </g>
      <circle className="wr-bead" cx={x} cy={y} r="6.5" />
      <text
        className={words.length > LONG ? "wr-big wr-long" : "wr-big"}
        x="100"
        y={small.length === 0 ? 112 : 104}
        textAnchor="middle"
      >
        {words}
      </text>
      {small.map((line, i) => (
        <text key={line} className="wr-small" x="100" y={128 + 18 * i} textAnchor="middle">
          {line}
        </text>
      ))}
    </svg>
  );
}

/** A window in a list. Decorative: the time stands beside it. */
export function MiniRing({
  size = 44,
  tone = "open",
  ...window
}: RingProps & { readonly size?: number }) {
  const done = passed({ ...window, tone });
  const [x, y] = onRing(22, 17, done);
  return (
    <svg
      className={`wring mini w-${tone}`}
      width={size}
      height={size}
      viewBox="0 0 44 44"
      aria-hidden="true"
      focusable="false"
    >
      <circle className="wr-rest" cx="22" cy="22" r="17" />
      {done > 0 ? <path className="wr-done" d={arcPath(22, 17, 0, done)} /> : null}
      <circle className="wr-bead" cx={x} cy={y} r="3.6" />
    </svg>
  );
}
