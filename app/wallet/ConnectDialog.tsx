import { useState } from "react";
import type { Address } from "viem";
import type { Connector } from "wagmi";

import { codeOf, lineOf } from "#app/chain/isCoded.ts";
import { useStore } from "#app/chain/useStore.ts";
import { Button } from "#app/components/Button.tsx";
import { Dialog } from "#app/components/Dialog.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Icon } from "#app/components/Icon.tsx";
import { Notice } from "#app/components/Notice.tsx";
import { Ringmark } from "#app/components/Ringmark.tsx";
import { useSession } from "#app/model/session.ts";
import { useView, type View } from "#app/model/view.ts";
import { PERSONAS_ID } from "#app/wallet/personas.ts";
import { listText } from "#app/words/lists.ts";
import { fills, partnerOf } from "#sdk/chronicle/organisation.ts";

const DECLINED = 4001;

/** Who acts: a wallet of this browser, or on a testnet anybody. */
export function ConnectDialog({
  asking,
  onClose,
}: {
  /** Whether an act waits for somebody to sign it. */
  readonly asking: boolean;
  readonly onClose: () => void;
}) {
  const { wallets } = useSession();
  const found = useStore(wallets.found).filter(({ id }) => id !== PERSONAS_ID);
  const connection = useStore(wallets.connection);
  const [said, setSaid] = useState<string | null>(null);
  const { personas } = wallets;

  const use = (wallet: Connector) => {
    wallets.connect(wallet).then(onClose, (error: unknown) => {
      setSaid(codeOf(error) === DECLINED ? "You declined in your wallet." : lineOf(error));
    });
  };
  const be = (person: Address) => {
    wallets.be(person).then(onClose, (error: unknown) => setSaid(lineOf(error)));
  };
  return (
    <Dialog title={asking ? "Who signs this?" : "Who are you here?"} open onClose={onClose}>
      <div className="sin">
        {said === null ? null : <Notice tone="stop">{said}</Notice>}
        <WalletList found={found} current={connection?.wallet.uid} onUse={use} />
        {personas === null ? null : <PersonaList people={personas.people} onBe={be} />}
        {connection === null ? null : (
          <div className="acts">
            <Button
              small
              onClick={() => {
                void wallets.leave();
                onClose();
              }}
            >
              Be nobody, and only look around
            </Button>
          </div>
        )}
        <p className="note">Reading needs nobody: only what you do is signed.</p>
      </div>
    </Dialog>
  );
}

function WalletList({
  found,
  current,
  onUse,
}: {
  readonly found: readonly Connector[];
  readonly current: string | undefined;
  readonly onUse: (wallet: Connector) => void;
}) {
  const { wallets } = useSession();
  if (found.length === 0) {
    if (wallets.personas !== null) return null;
    return (
      <div className="empty">
        <Glyph name="unfilled" size={38} />
        <h3>No wallet in this browser</h3>
        <p className="note">
          A wallet keeps your key and asks you before it signs. Install one that announces itself to
          pages (EIP-6963), MetaMask, Rabby or Frame for example, then come back: it appears here.
        </p>
      </div>
    );
  }
  return (
    <section className="group" aria-label="Wallets in this browser">
      <h3>Wallets in this browser</h3>
      <ul className="people">
        {found.map((wallet) => (
          <li key={wallet.uid}>
            <button
              type="button"
              className="per"
              aria-pressed={wallet.uid === current}
              onClick={() => onUse(wallet)}
            >
              {wallet.icon?.startsWith("data:image/") ? (
                <img src={wallet.icon} alt="" />
              ) : (
                <Icon name="wallet" size={22} />
              )}
              <b>{wallet.name}</b>
              <span className="note">{wallet.uid === current ? "in use" : ""}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PersonaList({
  people,
  onBe,
}: {
  readonly people: readonly Address[];
  readonly onBe: (person: Address) => void;
}) {
  const view = useView();
  const [wanted, setWanted] = useState("");
  const rows = people.map((person) => ({
    person,
    name: view.nameOf(person),
    note: rolesOf(view, person),
  }));
  const fitting = rows.filter(({ name, note }) => matches(`${name} ${note}`, wanted));
  return (
    <section className="group" aria-label="Personas of this testnet">
      <h3>Personas of this testnet; its own node signs for them</h3>
      <div className="field">
        <input
          type="search"
          aria-label="Name, role or circle"
          placeholder="Name, role or circle"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </div>
      <ul className="people scrollable">
        {fitting.map(({ person, name, note }) => (
          <li key={person}>
            <button
              type="button"
              className="per"
              aria-pressed={view.me?.toLowerCase() === person.toLowerCase()}
              onClick={() => onBe(person)}
            >
              <Ringmark address={person} size={30} />
              <span>
                <b>{name}</b>
                <small>{note}</small>
              </span>
              <span className="note">
                {view.me?.toLowerCase() === person.toLowerCase() ? "you" : ""}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {fitting.length === 0 ? <p className="note">Nobody fits.</p> : null}
    </section>
  );
}

function matches(text: string, wanted: string): boolean {
  return text.toLowerCase().includes(wanted.trim().toLowerCase());
}

/** What somebody is in the organisation, in a line. */
export function rolesOf({ organisation }: Pick<View, "organisation">, person: Address): string {
  const roles = [...organisation.roles.values()].filter(({ id }) =>
    fills(organisation, id, person),
  );
  if (roles.length > 0)
    return listText(
      roles.map(({ words }) => words.name),
      3,
    );
  const status = partnerOf(organisation, person)?.status ?? "none";
  if (status === "agreed") return "a partner without a role";
  return status === "invited" ? "invited, has not agreed yet" : "not a partner";
}
