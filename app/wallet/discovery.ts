import { Store } from "#app/chain/store.ts";
import type { AnnouncedWallet, Provider } from "#app/wallet/provider.ts";

interface Announcement {
  readonly info: {
    readonly uuid: string;
    readonly name: string;
    readonly icon: string;
    readonly rdns: string;
  };
  readonly provider: Provider;
}

/** The wallets that have announced themselves in this page (EIP-6963), as they come. */
export function discoverWallets(): Store<readonly AnnouncedWallet[]> {
  const found = new Store<readonly AnnouncedWallet[]>([]);
  window.addEventListener("eip6963:announceProvider", (event) => {
    const detail: unknown = (event as CustomEvent).detail;
    if (!isAnnouncement(detail)) return;
    const { uuid, name, icon, rdns } = detail.info;
    const wallet = {
      uuid,
      name,
      rdns,
      icon: icon.startsWith("data:image/") ? icon : null,
      provider: detail.provider,
    };
    found.update((known) => (known.some((one) => one.uuid === uuid) ? known : [...known, wallet]));
  });
  window.dispatchEvent(new Event("eip6963:requestProvider"));
  return found;
}

function isAnnouncement(detail: unknown): detail is Announcement {
  if (typeof detail !== "object" || detail === null) return false;
  const { info, provider } = detail as { info?: Record<string, unknown>; provider?: unknown };
  const named = ["uuid", "name", "icon", "rdns"].every((key) => typeof info?.[key] === "string");
  return named && typeof (provider as { request?: unknown } | undefined)?.request === "function";
}

/** Announce a wallet that the page itself brings, now and whenever somebody asks. */
export function announceWallet(wallet: AnnouncedWallet): void {
  const { uuid, name, rdns, icon, provider } = wallet;
  const detail = Object.freeze({
    info: Object.freeze({ uuid, name, rdns, icon: icon ?? "" }),
    provider,
  });
  const announce = () =>
    window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
}
