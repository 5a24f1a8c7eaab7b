import { useStore } from "#app/chain/useStore.ts";
import { Button } from "#app/components/Button.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { useSession } from "#app/model/session.ts";
import { WrongNetwork } from "#app/wallet/WrongNetwork.tsx";

/** What the reader must know on every page: the source has failed, or the wallet is elsewhere. */
export function Banner() {
  const { watch, wallets, source } = useSession();
  const { problem, block, begunAnew } = useStore(watch.store);
  const connection = useStore(wallets.connection);
  const { chainId } = source.guide.deployment;
  const elsewhere = connection !== null && connection.chainId !== chainId;
  if (problem !== null) {
    return (
      <div className="banner bad" role="alert">
        <div className="bar">
          <p>
            <Glyph name="error" size={18} />
            <b>{problem.title}.</b> {problem.sentence} What is shown is proved and true to block{" "}
            {block.toLocaleString("en-GB")}; what came later is not known.
          </p>
          <Button small onClick={() => void watch.look()}>
            Try again
          </Button>
        </div>
      </div>
    );
  }
  if (begunAnew && source.guide.local) return <BegunAnew />;
  if (!elsewhere) return null;
  return (
    <div className="banner">
      <div className="bar">
        <WrongNetwork />
      </div>
    </div>
  );
}

function BegunAnew() {
  const { watch, pending } = useSession();
  return (
    <div className="banner" role="status">
      <div className="bar">
        <p>
          <b>This testnet has begun anew.</b> What was there before is gone. A wallet that remembers
          it may count wrongly: have it forget its activity on this chain. Personas need nothing.
        </p>
        <Button
          small
          onClick={() => {
            pending.forgetAll();
            watch.understood();
          }}
        >
          Understood
        </Button>
      </div>
    </div>
  );
}
