import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { Failure } from "../failure.ts";
import { ROOT } from "../setup.mjs";

/** A local chain that this process started. */
export interface Anvil {
  readonly rpc: string;
  /** Stops it; it has written its state when this resolves. */
  stop(): Promise<void>;
}

export interface AnvilOptions {
  readonly port: number;
  /** Where the state is kept, and taken up again. */
  readonly stateFile: string;
  /** How many unlocked accounts there are, each with ETH. */
  readonly accounts: number;
  /** The time of the first block, in seconds, for a chain that begins anew; null to take one up again. */
  readonly genesis: number | null;
}

const PATIENCE_MS = 30_000;
/** In seconds; what a crash can lose. */
const SAVE_EVERY = 20;

/** Starts a chain whose state outlives it. Fails with a sentence when the port is taken. */
export async function startAnvil(options: AnvilOptions): Promise<Anvil> {
  const { port, stateFile, accounts, genesis } = options;
  await requireFreePort(port, "the local chain");
  const args = [
    ["--port", port],
    ["--accounts", accounts],
    // It would set the clock of a chain that is taken up again back to its beginning.
    ...(genesis === null ? [] : [["--timestamp", genesis]]),
    ["--state", stateFile],
    ["--state-interval", SAVE_EVERY],
    ["--hardfork", "cancun"],
  ].flat();
  const child = spawn(
    process.execPath,
    [join(ROOT, "node_modules/@foundry-rs/anvil/bin.mjs"), ...args.map(String)],
    {
      // A group of its own: Ctrl-C reaches us first, and we stop it when nothing uses it any more.
      detached: true,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, TARGET_TOOL: "anvil" },
    },
  );
  const rpc = `http://127.0.0.1:${port}`;
  await untilAnswering(rpc, child);
  return { rpc, stop: () => stop(child) };
}

/** Fails with a sentence when something listens on a port already. */
export async function requireFreePort(port: number, what: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => server.close(() => resolve()));
  }).catch((error: unknown) => {
    throw new Failure(
      `Port ${port} is taken, and ${what} needs it.`,
      "Is it running in another window, or was one left behind by a start that was killed? Stop what listens there, or choose other ports: npm start -- --port 5174 --rpc-port 8546",
      error,
    );
  });
}

async function untilAnswering(rpc: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] });
  while (Date.now() < end && child.exitCode === null) {
    const answer = await fetch(rpc, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    }).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Failure(
    "The local chain did not start.",
    "Its state may be from another version: begin anew with npm start -- --reset",
  );
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGINT");
  await gone;
}
