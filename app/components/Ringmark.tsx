import type { Address } from "viem";

import { arcPath } from "#app/components/arc.ts";

const RADII = [9.4, 5.9, 2.5] as const;

/** Three arcs drawn from an address: the same for everybody who looks. On square ground for software. */
export function Ringmark({
  address,
  size = 28,
  agent = false,
}: {
  readonly address: Address;
  readonly size?: number;
  readonly agent?: boolean;
}) {
  return (
    <svg
      className="rm"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {agent ? (
        <rect className="rm-bg" x="0.4" y="0.4" width="23.2" height="23.2" />
      ) : (
        <circle className="rm-bg" cx="12" cy="12" r="11.6" />
      )}
      {RADII.map((radius, i) => (
        <path
          key={radius}
          d={arcPath(12, radius, byteAt(address, 2 * i), sweep(address, 2 * i + 1))}
        />
      ))}
    </svg>
  );
}

/** A byte of the address's middle, as a part of one. Vanity addresses choose their ends. */
function byteAt(address: Address, place: number): number {
  return Number.parseInt(address.slice(14 + 2 * place, 16 + 2 * place), 16) / 256;
}

/** Between 0.45 and 0.8 of a turn: always open, never a speck. */
function sweep(address: Address, place: number): number {
  return 0.45 + 0.35 * byteAt(address, place);
}
