import { useState } from "react";

import type { Problem } from "#app/chain/problem.ts";
import { chooseRpc, forgetChoice } from "#app/chain/source.ts";
import { Button } from "#app/components/Button.tsx";
import { TextField } from "#app/components/Field.tsx";
import { Notice } from "#app/components/Notice.tsx";
import { useSession } from "#app/model/session.ts";
import { BareTop } from "#app/shell/Loading.tsx";

const STILL_TRUE: { readonly [kind in Problem["kind"]]: string } = {
  false:
    "The chain itself keeps the head of this history: another source can give what this one left out or altered. Nothing of it is shown until it proves itself.",
  broken:
    "What happened is proved, but the rules do not allow it, so nothing is shown as true. Please report it.",
  missing:
    "Nothing is known about these blocks, so nothing is shown as if it were all. The record on the chain is as it was.",
  unknown: "The record is there; no organisation in it has this number.",
  silent: "The record on the chain is as it was. Only this source of it is silent.",
  chain: "The contracts are where they were; this RPC looks elsewhere.",
};

/** Nothing can be shown: what is wrong, what is still true, two ways on. */
export function Wrong({ problem }: { readonly problem: Problem }) {
  const { watch } = useSession();
  return (
    <>
      <title>{`${problem.title} · Consentric`}</title>
      <BareTop />
      <main id="main">
        <div className="wrongpage">
          <Notice tone="bad" title={problem.title}>
            <p>{problem.sentence}</p>
            {problem.details === undefined ? null : <p className="note">{problem.details}</p>}
          </Notice>
          <p className="read">{STILL_TRUE[problem.kind]}</p>
          <div className="acts">
            <Button kind="main" onClick={() => void watch.look()}>
              Try again
            </Button>
          </div>
          <OtherRpc />
        </div>
      </main>
    </>
  );
}

/** Reading from another RPC. */
export function OtherRpc() {
  const { source } = useSession();
  const [rpc, setRpc] = useState("");
  const fits = /^https?:\/\/\S+$/.test(rpc);
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (fits) chooseRpc(rpc);
        }}
      >
        <TextField
          label="Ask another RPC"
          value={rpc}
          onChange={setRpc}
          placeholder={source.rpc}
          inputMode="url"
          mono
        />
        <Button type="submit" disabled={!fits}>
          Read from it
        </Button>
      </form>
      {source.chosen ? (
        <p>
          <Button kind="link" onClick={forgetChoice}>
            Read again from where this page was served to read
          </Button>
        </p>
      ) : null}
    </>
  );
}
