import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { build, type Connect, createServer, type InlineConfig, type Plugin, preview } from "vite";

import { type Guide, guideSchema } from "#sdk/deployment.ts";
import { connect } from "./chain/connect.ts";
import { recordPath, writeRecord } from "./deploy/record.ts";
import { Failure } from "./failure.ts";
import { readFoundingFile } from "./found/file.ts";
import { ROOT } from "./setup.mjs";
import { type Anvil, requireFreePort, startAnvil } from "./start/anvil.ts";
import { clockOf } from "./start/clock.ts";
import { compile } from "./start/compile.ts";
import { AGE, buildWorld } from "./start/world.ts";

const USAGE = `npm start [-- OPTIONS]: a local chain, the contracts, the worked organisation and the dApp

  --reset           forget what happened and begin anew
  --port N          the dApp's port (5173)
  --rpc-port N      the chain's port (8545)
  --state DIRECTORY where the chain is kept (.consentric/testnet)
  --dev             follow every change of the dApp's sources, for whoever works on them`;

/** The worked organisation's people, a bank and a supplier. */
const ACCOUNTS = 32;

/** What somebody who asks to stop says. */
const STOPPED = Symbol("stopped");

const say = (line: string) => console.log(`  ${line}`);

try {
  await main();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  console.error(error.hint);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === null) return;
  const { port, rpcPort, directory, reset } = options;
  await requireFreePort(port, "the dApp");
  if (reset) await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });

  console.log("Compiling the contracts");
  await compile();
  const guideFile = join(directory, "guide.json");
  const known = await readGuide(guideFile);
  console.log(known === null ? "Starting a local chain" : "Taking the local chain up again");
  const stateFile = join(directory, "chain.json");
  // A chain without its guide was never finished.
  if (known === null) await rm(stateFile, { force: true });
  const genesis = known === null ? Math.floor(Date.now() / 1000) - AGE : null;
  // Heard from here on, so that nobody who stops this leaves the chain behind on its port.
  const asked = interrupted();
  const anvil = await startAnvil({ port: rpcPort, stateFile, accounts: ACCOUNTS, genesis });
  let guide: Guide | typeof STOPPED | undefined;
  try {
    guide = await Promise.race([prepare(anvil, known), asked]);
    if (guide !== STOPPED) {
      await writeFile(guideFile, JSON.stringify(guide, null, 2));
      await writeRecord(recordPath(guide.deployment.chainId), guide.deployment);
      await serve(guide, options, asked);
    }
  } finally {
    await anvil.stop();
  }
  if (guide === STOPPED) {
    console.log("Stopped before it was ready; the next start begins where this one did.");
    // What is being prepared still asks the chain that is gone.
    process.exit(130);
  }
  console.log("The chain is saved; npm start goes on from here.");
}

/** Builds the worked organisation, or finds it as it was left. */
async function prepare(anvil: Anvil, known: Guide | null): Promise<Guide> {
  const connection = await connect(anvil.rpc);
  if (known !== null) {
    const code = await connection.reader.getCode({
      address: known.deployment.contracts.circles.address,
    });
    if (code === undefined) {
      throw new Failure(
        "The saved chain has lost its contracts.",
        "Begin anew with npm start -- --reset",
      );
    }
    await clockOf(connection).follow();
    return { ...known, rpc: anvil.rpc };
  }
  const file = await readFoundingFile(join(ROOT, "demo", "meander-commons.json"));
  return buildWorld(connection, file, null, say);
}

/** Serves the dApp until somebody stops it: as it would be published, or straight from its sources. */
async function serve(
  guide: Guide,
  { port, directory, dev }: Options,
  asked: Promise<typeof STOPPED>,
): Promise<void> {
  const at = { port, strictPort: true, host: "127.0.0.1" };
  const config: InlineConfig = {
    configFile: join(ROOT, "vite.config.ts"),
    plugins: [serveGuide(guide)],
    server: at,
    preview: at,
    build: { outDir: join(directory, "dapp"), emptyOutDir: true },
    logLevel: "warn",
    clearScreen: false,
  };
  const ours = process.listeners("SIGTERM");
  const server = dev ? await (await createServer(config)).listen() : await publish(config);
  // Vite would end this process by itself, and leave the chain behind.
  for (const listener of process.listeners("SIGTERM")) {
    if (!ours.includes(listener)) process.off("SIGTERM", listener);
  }
  try {
    console.log(
      `\nThe worked organisation is at http://127.0.0.1:${port}/  (chain at ${guide.rpc})`,
    );
    console.log("Ctrl-C stops it; the next start goes on from here.");
    await asked;
    console.log("\nStopping");
  } finally {
    await server.close();
  }
}

async function publish(config: InlineConfig) {
  console.log("Building the dApp");
  await build(config);
  return await preview(config);
}

/** Answers the page's question where the contracts are. */
function serveGuide(guide: Guide): Plugin {
  const answer: Connect.NextHandleFunction = (_request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(guide));
  };
  return {
    name: "consentric-guide",
    configureServer: (server) => void server.middlewares.use("/deployment.json", answer),
    configurePreviewServer: (server) => void server.middlewares.use("/deployment.json", answer),
  };
}

/**
 * Resolves when somebody asks to stop. Later requests are heard and change nothing: one Ctrl-C may arrive by several
 * ways, and the chain is being saved.
 */
function interrupted(): Promise<typeof STOPPED> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => resolve(STOPPED));
    }
  });
}

async function readGuide(path: string): Promise<Guide | null> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  const parsed = guideSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Failure(
    "The saved testnet is from another version.",
    "Begin anew with npm start -- --reset",
  );
}

interface Options {
  readonly reset: boolean;
  readonly port: number;
  readonly rpcPort: number;
  readonly directory: string;
  readonly dev: boolean;
}

/** What was asked for; null when help was. */
function readOptions(): Options | null {
  try {
    const { values } = parseArgs({
      options: {
        reset: { type: "boolean", default: false },
        port: { type: "string", default: "5173" },
        "rpc-port": { type: "string", default: "8545" },
        state: { type: "string", default: join(ROOT, ".consentric", "testnet") },
        dev: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) {
      console.log(USAGE);
      return null;
    }
    return {
      reset: values.reset,
      port: portOf(values.port),
      rpcPort: portOf(values["rpc-port"]),
      directory: resolve(values.state),
      dev: values.dev,
    };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(error instanceof Error ? error.message : String(error), USAGE, error);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(`${text} is not a port.`, "A port is a whole number from 1 to 65535.");
}
