import type { ReactNode } from "react";
import type { Address } from "viem";

import { Ringmark } from "#app/components/Ringmark.tsx";

/** Somebody: ringmark, name, the role spoken for, a line below. */
export function Person({
  address,
  name,
  role,
  note,
  size = 28,
  agent = false,
}: {
  readonly address: Address;
  readonly name: string;
  readonly role?: string | undefined;
  readonly note?: ReactNode;
  readonly size?: number;
  readonly agent?: boolean;
}) {
  return (
    <span className="who" title={address}>
      <Ringmark address={address} size={size} agent={agent} />
      <span>
        <b>{name}</b>
        {role === undefined ? null : <span className="for"> {role}</span>}
        {note === undefined || note === null ? null : <small>{note}</small>}
      </span>
    </span>
  );
}
