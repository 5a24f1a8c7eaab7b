import { useState } from "react";
import type { Hex } from "viem";

import { codeOf, lineOf } from "#app/chain/isCoded.ts";
import { useStore } from "#app/chain/useStore.ts";
import { Button } from "#app/components/Button.tsx";
import { Copy } from "#app/components/Copy.tsx";
import { HexGrid } from "#app/components/HexGrid.tsx";
import { useSession } from "#app/model/session.ts";
import { useView } from "#app/model/view.ts";
import { handOn } from "#app/sign/handOn.ts";
import type { Request } from "#app/wallet/provider.ts";
import { momentText } from "#app/words/time.ts";
import type { SignedEntry } from "#sdk/voice/file.ts";
import { signableOf } from "#sdk/voice/typedData.ts";

const DECLINED = 4001;

type State =
  | { readonly at: "asked"; readonly digest: Hex }
  | { readonly at: "signed"; readonly digest: Hex; readonly entry: SignedEntry }
  | { readonly at: "not yet"; readonly note: string | null };

/** Signing an act that somebody else sends: for whoever has a key and nothing to pay with. */
export function HandOn({
  request,
  onSigned,
}: {
  readonly request: Request;
  readonly onSigned: () => void;
}) {
  const { wallets } = useSession();
  const connection = useStore(wallets.connection);
  const { chainId, now } = useView();
  const [state, setState] = useState<State>({ at: "not yet", note: null });
  if (connection === null || signableOf(request) === undefined) return null;
  const { wallet } = connection;

  const sign = () => {
    const handing = handOn({ request, chainId, now });
    const { digest } = handing;
    setState({ at: "asked", digest });
    handing.sign(wallet).then(
      (entry) => {
        setState({ at: "signed", digest, entry });
        onSigned();
      },
      (error: unknown) => {
        const declined = codeOf(error) === DECLINED;
        const note = declined ? "You declined in your wallet." : lineOf(error);
        setState({ at: "not yet", note });
      },
    );
  };
  if (state.at === "signed") return <Signed entry={state.entry} digest={state.digest} />;
  return (
    <section className="handon" aria-label="For somebody else to send">
      <Button kind="link" small onClick={sign} disabled={state.at === "asked"}>
        {state.at === "asked" ? "Your wallet asks you" : "Sign it for somebody else to send"}
      </Button>
      {state.at === "asked" && <Digest value={state.digest} />}
      {state.at === "not yet" && state.note !== null && <p className="note">{state.note}</p>}
    </section>
  );
}

/** What the wallet is to show, where it shows a digest. */
function Digest({ value }: { readonly value: Hex }) {
  return (
    <>
      <HexGrid value={value} />
      <p className="note">
        The digest of what you sign (EIP-712): the fields of this act, its number and its deadline.
        If your wallet shows another, do not sign.
      </p>
    </>
  );
}

function Signed({ entry, digest }: { readonly entry: SignedEntry; readonly digest: Hex }) {
  const text = JSON.stringify(entry);
  return (
    <section className="handon" aria-labelledby="handon">
      <h3 id="handon">
        Signed, not sent
        <Copy value={text} label="Copy what you have signed" />
      </h3>
      <textarea
        className="mono"
        readOnly
        rows={4}
        aria-label="What you have signed"
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <HexGrid value={digest} />
      <p className="note">
        It counts once somebody has sent it, until {momentText(entry.deadline)}. Give it to anybody:
        they can send it and change nothing. <a href="#/relay">Where it is sent</a>
      </p>
    </section>
  );
}
