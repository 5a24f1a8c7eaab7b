import type { Hex } from "viem";

/** A digest in eights, as one compares it with what a wallet shows. */
export function HexGrid({ value }: { readonly value: Hex }) {
  const eights = value.slice(2).match(/.{1,8}/g) ?? [];
  return (
    <p className="hexgrid mono">
      <span className="vh">{value}</span>
      <span aria-hidden="true">0x</span>
      <span className="eights" aria-hidden="true">
        {eights.map((eight, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells equal eights apart.
          <span key={i}>{eight}</span>
        ))}
      </span>
    </p>
  );
}
