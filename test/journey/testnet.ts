import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ROOT } from "#scripts/setup.mjs";

/** A local testnet of its own, started as `npm start` starts it. */
export interface Testnet {
  /** Where the dApp is. */
  readonly page: string;
  /** Where the chain answers. */
  readonly rpc: string;
  /** Where its state is kept. */
  readonly directory: string;
  /** What it has printed so far. */
  output(): string;
  /** Stops it as Ctrl-C does and gives its exit code. */
  interrupt(): Promise<number | null>;
}

const PATIENCE_MS = 90_000;

/** Starts a testnet on free ports, on a new state or on the one that another has left. */
export async function startTestnet(directory?: string): Promise<Testnet> {
  const state = directory ?? (await mkdtemp(join(tmpdir(), "consentric-testnet-")));
  const [port, rpcPort] = [await freePort(), await freePort()];
  const args = ["--port", port, "--rpc-port", rpcPort, "--state", state].map(String);
  const child = spawn(process.execPath, [join(ROOT, "scripts", "start.ts"), ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      printed += text;
    });
  }
  await untilReady(child, () => printed);
  return {
    page: `http://127.0.0.1:${port}/`,
    rpc: `http://127.0.0.1:${rpcPort}`,
    directory: state,
    output: () => printed,
    interrupt: () => interrupt(child),
  };
}

/** Removes what a testnet has left behind. */
export async function removeTestnet({ directory }: Testnet): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

async function untilReady(child: ChildProcess, printed: () => string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!printed().includes("Ctrl-C stops it")) {
    if (child.exitCode !== null || Date.now() > end) {
      child.kill("SIGKILL");
      throw new Error(`the testnet did not start:\n${printed()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function interrupt(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  return await gone;
}
