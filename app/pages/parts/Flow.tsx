import type { Money } from "#app/model/view.ts";
import { countText } from "#app/words/lists.ts";
import type { Account } from "#app/words/money.ts";

interface Props {
  readonly account: Account;
  readonly money: Money;
}

const WIDTH = 1200;
const HEIGHT = 300;
const POOL = { x: 600, y: 150, r: 104 };
const LEFT = 250;
const RIGHT = 950;
/** How thick all that came in is drawn. */
const THICK = 150;

interface Band {
  readonly title: string;
  readonly text: string;
  readonly amount: bigint;
}

/** What came in and what went out, as bands to scale into the account's ring; as bars where it is narrow. */
export function Flow({ account, money }: Props) {
  const inflow: Band[] =
    account.arrived === 0n
      ? []
      : [{ title: "From outside", text: money.format(account.arrived), amount: account.arrived }];
  const outflows = account.outflows.map(({ name, amount, payments }) => ({
    title: name,
    text: `${money.format(amount)} in ${countText(payments, "payment")}`,
    amount,
  }));
  const balance = account.balance === undefined ? "…" : money.format(account.balance);
  const free = account.free === undefined ? "" : `${money.format(account.free)} is free`;
  return (
    <>
      <h2 className="vh">What came in, what is there, what went out</h2>
      <svg
        className="flow"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`In the account ${balance}; ${free}. Came in ${money.format(account.arrived)}, went out ${money.format(account.paid)}.`}
      >
        {bands(inflow, account.arrived, "left")}
        {bands(outflows, account.arrived, "right")}
        <circle className="pool" cx={POOL.x} cy={POOL.y} r={POOL.r} />
        <circle className="pool-in" cx={POOL.x} cy={POOL.y} r={POOL.r - 7} opacity=".5" />
        <circle className="pool-in" cx={POOL.x} cy={POOL.y} r={POOL.r - 16} opacity=".3" />
        <text className="fs" x={POOL.x} y={POOL.y - 28} textAnchor="middle">
          In the account
        </text>
        <text
          className="bal"
          x={POOL.x}
          y={POOL.y + 10}
          textAnchor="middle"
          style={{ fontSize: `${Math.min(34, 300 / balance.length)}px` }}
        >
          {balance}
        </text>
        <text className="fs" x={POOL.x} y={POOL.y + 36} textAnchor="middle">
          {free}
        </text>
      </svg>
      <div className="smallflow">
        <div className="balbox">
          <span>In the account</span>
          <span className="balnum num">{balance}</span>
          <span>{free}</span>
        </div>
        <Bars title="Came in" bands={inflow} most={account.arrived} />
        <Bars title="Went out" bands={outflows} most={account.arrived} out />
      </div>
    </>
  );
}

function bands(all: readonly Band[], whole: bigint, side: "left" | "right") {
  if (whole === 0n || all.length === 0) return null;
  const thick = all.map(({ amount }) => Math.max(2, share(amount, whole) * THICK));
  const sum = thick.reduce((total, it) => total + it, 0);
  const row = Math.max(48, Math.min(64, 270 / all.length));
  const spread = thick.map((it) => Math.max(it + 12, row));
  const tall = spread.reduce((total, it) => total + it, 0);
  let near = POOL.y - sum / 2;
  let far = POOL.y - tall / 2;
  const edge = side === "left" ? LEFT : RIGHT;
  return all.map(({ title, text }, index) => {
    const width = thick[index] ?? 2;
    const middle = far + (spread[index] ?? row) / 2;
    const path = band(
      edge,
      middle - width / 2,
      side === "left" ? POOL.x - 40 : POOL.x + 40,
      near,
      width,
    );
    near += width;
    far += spread[index] ?? row;
    const words =
      side === "left"
        ? ({ x: edge - 14, anchor: "end" } as const)
        : ({ x: edge + 14, anchor: "start" } as const);
    return (
      <g key={title}>
        <path className={side === "left" ? "fin" : "fout"} d={path} />
        <text className="fn" x={words.x} y={middle - 3} textAnchor={words.anchor}>
          {title}
        </text>
        <text className="fs" x={words.x} y={middle + 15} textAnchor={words.anchor}>
          {text}
        </text>
      </g>
    );
  });
}

/** A ribbon of one width from the edge to the ring. */
function band(x1: number, y1: number, x2: number, y2: number, width: number): string {
  const bend = (x1 + x2) / 2;
  return `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}V${y2 + width}C${bend} ${y2 + width} ${bend} ${y1 + width} ${x1} ${y1 + width}Z`;
}

interface BarsProps {
  readonly title: string;
  readonly bands: readonly Band[];
  readonly most: bigint;
  readonly out?: boolean;
}

function Bars({ title, bands: all, most, out = false }: BarsProps) {
  return (
    <div className={out ? "bars out" : "bars"}>
      <h3>{title}</h3>
      {all.length === 0 && <p className="quiet">nothing yet</p>}
      <ul>
        {all.map((it) => (
          <li key={it.title}>
            <span className="pair">
              <span>{it.title}</span>
              <span className="num">{it.text}</span>
            </span>
            <span className="b" style={{ width: `${share(it.amount, most) * 100}%` }} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function share(amount: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((amount * 10_000n) / whole) / 10_000;
}
