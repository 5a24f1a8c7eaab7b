import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useState,
} from "react";

import { useStore } from "#app/chain/useStore.ts";
import { useSession } from "#app/model/session.ts";
import { type Sign, SignContextOf } from "#app/model/view.ts";
import { type Intent, intend } from "#app/sign/intent.ts";
import { ConnectDialog } from "#app/wallet/ConnectDialog.tsx";

// Whoever only reads never needs it.
const SignSheet = lazy(async () => ({
  default: (await import("#app/sign/SignSheet.tsx")).SignSheet,
}));

const ConnectContext = createContext<(() => void) | null>(null);

/** The function that asks who acts. */
export function useConnect(): () => void {
  const connect = useContext(ConnectContext);
  if (connect === null) throw new Error("Connecting needs the dialogs around the pages.");
  return connect;
}

/** The sheet and the dialog that pages open; nobody is asked who they are before they act. */
export function SignProvider({ children }: { readonly children: ReactNode }) {
  const { wallets } = useSession();
  const connection = useStore(wallets.connection);
  const [intent, setIntent] = useState<Intent | null>(null);
  const [connecting, setConnecting] = useState(false);

  const sign: Sign = useCallback((act, data, context) => setIntent(intend(act, data, context)), []);
  const connect = useMemo(() => () => setConnecting(true), []);
  const close = useCallback(() => setIntent(null), []);
  const asksFirst = intent !== null && connection === null;
  return (
    <ConnectContext value={connect}>
      <SignContextOf value={sign}>
        {children}
        {connecting || asksFirst ? (
          <ConnectDialog
            asking={asksFirst}
            onClose={() => {
              setConnecting(false);
              if (asksFirst && wallets.connection.get() === null) setIntent(null);
            }}
          />
        ) : null}
        {intent !== null && connection !== null && !connecting ? (
          <Suspense fallback={null}>
            <SignSheet intent={intent} onClose={close} />
          </Suspense>
        ) : null}
      </SignContextOf>
    </ConnectContext>
  );
}
