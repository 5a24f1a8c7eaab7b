import { deploymentSchema, type Guide, guideSchema } from "#sdk/deployment.ts";

/** Where the page reads from: what it was served with, and what the reader chose instead. */
export interface Source {
  readonly guide: Guide;
  readonly rpc: string;
  readonly organisation: number;
  /** Whether the reader chose another RPC or organisation than the page was served with. */
  readonly chosen: boolean;
}

/** The page was served without saying where the contracts are. */
export class SourceError extends Error {
  override readonly name = "SourceError";
}

interface Choice {
  readonly rpc?: string;
  readonly organisation?: number;
}

const PLACE = "consentric.source";

/** One key for each folder the page is served from: several organisations may share a host. */
function key(): string {
  return `${PLACE} ${window.location.pathname}`;
}

/** Reads `deployment.json` beside the page, then `?rpc=` and `?org=`, which are remembered. */
export async function loadSource(): Promise<Source> {
  const guide = await loadGuide();
  const choice = { ...remembered(), ...inQuery() };
  if (choice.rpc !== undefined || choice.organisation !== undefined) remember(choice);
  return {
    guide,
    rpc: choice.rpc ?? guide.rpc,
    organisation: choice.organisation ?? guide.organisation,
    chosen: choice.rpc !== undefined || choice.organisation !== undefined,
  };
}

/** Read from another RPC from now on. The page is loaded again. */
export function chooseRpc(rpc: string): void {
  remember({ ...remembered(), rpc });
  reload();
}

/** Read from where the page was served to read from. */
export function forgetChoice(): void {
  try {
    localStorage.removeItem(key());
  } catch {
    // Without storage there was nothing to forget.
  }
  reload();
}

function reload(): void {
  window.location.href = `${window.location.pathname}${window.location.hash}`;
  window.location.reload();
}

async function loadGuide(): Promise<Guide> {
  const response = await fetch("./deployment.json", { cache: "no-store" }).catch(() => null);
  const json: unknown = response?.ok ? await response.json().catch(() => null) : null;
  if (json === null) {
    throw new SourceError(
      "Beside this page there should be a file deployment.json that says where the contracts are, and it could not be read.",
    );
  }
  const guide = guideSchema.safeParse(json);
  if (guide.success) return guide.data;
  const bare = deploymentSchema.safeParse(json);
  const { rpc, organisation } = { ...remembered(), ...inQuery() };
  if (bare.success && rpc !== undefined) {
    return {
      deployment: bare.data,
      rpc,
      organisation: organisation ?? 1,
      people: {},
      tokens: [],
      local: false,
      personas: [],
    };
  }
  throw new SourceError(
    bare.success
      ? "The file deployment.json beside this page names no RPC. Add one to the page’s address: ?rpc=https://…"
      : "The file deployment.json beside this page is not one that this version can read.",
  );
}

function inQuery(): Choice {
  const query = new URLSearchParams(window.location.search);
  const rpc = query.get("rpc");
  const organisation = Number(query.get("org") ?? "");
  return {
    ...(rpc !== null && /^https?:\/\//.test(rpc) ? { rpc } : {}),
    ...(Number.isInteger(organisation) && organisation > 0 ? { organisation } : {}),
  };
}

function remembered(): Choice {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key()) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    const { rpc, organisation } = kept as { rpc?: unknown; organisation?: unknown };
    return {
      ...(typeof rpc === "string" ? { rpc } : {}),
      ...(typeof organisation === "number" ? { organisation } : {}),
    };
  } catch {
    return {};
  }
}

function remember(choice: Choice): void {
  try {
    localStorage.setItem(key(), JSON.stringify(choice));
  } catch {
    // The choice then holds for this visit.
  }
}
