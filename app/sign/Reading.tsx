import { useState } from "react";
import type { Hex } from "viem";

import { Copy } from "#app/components/Copy.tsx";
import { HexGrid } from "#app/components/HexGrid.tsx";
import { Segments } from "#app/components/Segments.tsx";
import type { View } from "#app/model/view.ts";
import type { Intent } from "#app/sign/intent.ts";
import type { Request } from "#app/wallet/provider.ts";
import { roleName } from "#app/words/changes.ts";
import type { Contracts, Field } from "#sdk/acts/act.ts";
import { VERBS } from "#sdk/acts/verbs.ts";

const WAYS = [
  { value: "words", label: "Words" },
  { value: "fields", label: "Fields" },
  { value: "bytes", label: "Bytes" },
] as const;

const CONTRACTS: { readonly [name in keyof Contracts]: string } = {
  circles: "Circles",
  partners: "Partners",
  founding: "Founding",
  offices: "Offices",
  consent: "Consent",
  treasury: "Treasury",
  allowances: "Allowances",
  facilitation: "Facilitation",
  elections: "Elections",
  meetings: "Meetings",
  leads: "Leads",
  rulings: "Rulings",
  breakdowns: "Breakdowns",
  initiatives: "Initiatives",
  vaultFactory: "VaultFactory",
  voice: "Voice",
};

/** The act in words, in fields, in bytes: three ways to read the same. */
export function Reading({
  intent,
  fields,
  sentence,
  request,
  digest,
  view,
}: {
  readonly intent: Intent;
  readonly fields: readonly Field[];
  readonly sentence: string;
  readonly request: Request;
  readonly digest: Hex;
  readonly view: View;
}) {
  const [way, setWay] = useState<"words" | "fields" | "bytes">("fields");
  return (
    <>
      <Segments label="Show as" options={WAYS} value={way} onChange={setWay} />
      {way === "words" ? <p className="read">{sentence}</p> : null}
      {way === "fields" ? (
        <Fields intent={intent} fields={fields} request={request} view={view} />
      ) : null}
      {way === "bytes" ? <Bytes request={request} /> : null}
      <div className="dig">
        <h3>
          Digest of the bytes
          <Copy value={digest} label="Copy the digest" />
        </h3>
        <HexGrid value={digest} />
        <p className="note">
          keccak256 of what your wallet is asked to send. If your wallet shows other bytes or
          another contract, do not sign.
        </p>
      </div>
    </>
  );
}

function Fields({
  intent,
  fields,
  request,
  view,
}: {
  readonly intent: Intent;
  readonly fields: readonly Field[];
  readonly request: Request;
  readonly view: View;
}) {
  const { organisation, chainId, local } = view;
  return (
    <dl className="facts">
      <dt>Act</dt>
      <dd>{VERBS[intent.act].title}</dd>
      <dt>Organisation</dt>
      <dd>
        {roleName(organisation, organisation.anchor)}, № {organisation.number}
      </dd>
      {fields.map(({ label, value }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several fields may have the same label and value.
        <FieldRow key={i} label={label} value={value} />
      ))}
      <dt>Contract</dt>
      <dd>
        {contractName(request, view)} <span className="mono">{request.to}</span>
      </dd>
      <dt>Money sent</dt>
      <dd>{request.value === 0n ? "none" : `${request.value} wei`}</dd>
      <dt>Chain</dt>
      <dd>{local ? `Local testnet, ${chainId}` : chainId}</dd>
    </dl>
  );
}

function FieldRow({ label, value }: Field) {
  return (
    <>
      <dt>{label}</dt>
      <dd className={/^0x[0-9a-f]{40,}$/i.test(value) ? "mono" : undefined}>{value}</dd>
    </>
  );
}

function contractName({ to }: Request, { contracts }: View): string {
  const names = Object.entries(contracts) as [keyof Contracts, string][];
  const found = names.find(([, address]) => address.toLowerCase() === to.toLowerCase());
  return found === undefined ? "" : CONTRACTS[found[0]];
}

function Bytes({ request }: { readonly request: Request }) {
  const { data } = request;
  const words = data.slice(10).match(/.{64}/g) ?? [];
  return (
    <>
      <dl className="facts">
        <dt>To</dt>
        <dd className="mono">{request.to}</dd>
        <dt>Function</dt>
        <dd className="mono">{data.slice(0, 10)}</dd>
        <dt>Length</dt>
        <dd>{data.length / 2 - 1} bytes</dd>
      </dl>
      <section className="bytes" aria-label="The bytes, 32 in a row">
        {words.map((word, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells equal words apart.
          <HexGrid key={i} value={`0x${word}`} />
        ))}
      </section>
    </>
  );
}
