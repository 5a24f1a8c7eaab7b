import { useState } from "react";

import { Act } from "#app/components/Act.tsx";
import { TextField } from "#app/components/Field.tsx";
import { Person } from "#app/components/Person.tsx";
import { useSign, useView, type View } from "#app/model/view.ts";
import { named } from "#app/pages/parts/speaking.ts";
import { handedOn } from "#app/words/handedOn.ts";
import { countText } from "#app/words/lists.ts";
import { momentText } from "#app/words/time.ts";
import type { Signed } from "#sdk/voice/signed.ts";
import { actorOf } from "#sdk/voice/signed.ts";
import { titleOf } from "#sdk/voice/titleOf.ts";
import { typedDataOf } from "#sdk/voice/typedData.ts";

/** Where somebody sends what others have signed. */
export function RelayPage() {
  const view = useView();
  const sign = useSign();
  const [text, setText] = useState("");
  const given = handedOn(text, view.contracts, view.chainId);
  return (
    <>
      <title>Send what others have signed</title>
      <header className="head">
        <h1>Send what others have signed</h1>
        <p className="lede">
          Whoever signs, acts. Whoever sends pays for the transaction, and can change nothing.
        </p>
      </header>
      <div className="cols">
        <div>
          <TextField
            label="What they gave you"
            hint="One after another, or as a list. What is refused when it is sent stops nothing else."
            rows={8}
            mono
            value={text}
            onChange={setText}
            error={given.problem}
          />
          {given.acts.length > 0 && (
            <section className="sec" aria-labelledby="acts">
              <h2 id="acts">{countText(given.acts.length, "act")}</h2>
              <ul className="rows people">
                {given.acts.map((act) => (
                  <ActRow key={act.signature} act={act} view={view} />
                ))}
              </ul>
            </section>
          )}
        </div>
        <aside className="side" aria-label="What can be done">
          <section className="sec">
            <Act
              can={named(view, given.can)}
              question="Why can’t I send it?"
              kind="main"
              onAct={() => sign("relay", { acts: given.acts }, { onDone: () => setText("") })}
            >
              {given.acts.length === 1 ? "Send it" : `Send all ${given.acts.length}`}
            </Act>
            <p className="note">
              A signature names the chain, the contract, every word of the act and until when it can
              be sent. It is good once.
            </p>
          </section>
        </aside>
      </div>
    </>
  );
}

function ActRow({ act, view }: { readonly act: Signed; readonly view: View }) {
  const person = actorOf(act.signer);
  return (
    <li>
      <Person
        address={person}
        name={view.nameOf(person)}
        note={`until ${momentText(act.deadline)}`}
      />
      <details className="lead">
        <summary>{titleOf(act)}</summary>
        <pre className="mono">{contentOf(act, view)}</pre>
      </details>
    </li>
  );
}

/** All that was signed, as the wallet showed it. */
function contentOf({ core: to, data, nonce, deadline }: Signed, { chainId }: View): string {
  const { message } = typedDataOf({ to, data, value: 0n }, { chainId, nonce, deadline });
  return JSON.stringify(
    message,
    (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value),
    2,
  );
}
