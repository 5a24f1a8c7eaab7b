/**
 * Gets a clone ready to run: the right Node, and the packages the lockfile names with their native parts.
 * Plain JavaScript without dependencies, because it runs on Node 20 before anything is installed.
 * @module
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Hardhat refuses to start on anything older. */
export const OLDEST_NODE = "22.13.0";

/** The Node that is fetched where the system's is too old; package.json pins the same. */
const FETCHED_NODE = "24.21.0";

const STAMP = join(ROOT, "node_modules", ".consentric-setup");
const LOCK = join(ROOT, ".consentric", "setup.lock");
const LOCK_PATIENCE_MS = 15 * 60 * 1000;

/** Something the person at the keyboard can do something about: its message is all that is shown. */
export class SetupError extends Error {}

/**
 * Whether one version is the same as or newer than another.
 * @param {string} version such as "22.13.0", with or without a leading v
 * @param {string} oldest
 * @returns {boolean}
 */
export function isAtLeast(version, oldest) {
  const [have, need] = [version, oldest].map((text) =>
    text.replace(/^v/, "").split("-", 1).join().split(".").map(Number),
  );
  for (let place = 0; place < 3; place++) {
    const difference = (have?.[place] ?? 0) - (need?.[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * The npm package that carries a Node for this kind of machine, if there is one.
 * @param {string} platform
 * @param {string} arch
 * @returns {string | undefined}
 */
export function nodePackage(platform, arch) {
  const name = `${platform === "win32" ? "win" : platform}-${arch}`;
  return ["linux-x64", "linux-arm64", "win-x64"].includes(name) ? `node-${name}` : undefined;
}

/**
 * Names one state of the things that decide what node_modules holds.
 * @param {Record<string, string>} parts
 * @returns {string}
 */
export function stampOf(parts) {
  const hash = createHash("sha256");
  for (const key of Object.keys(parts).sort()) hash.update(`${key}\0${parts[key]}\0`);
  return hash.digest("hex");
}

/**
 * Options Node needs to run TypeScript files as they are.
 * @param {string} version
 * @returns {string[]}
 */
export function typeScriptOptions(version) {
  const [major] = version.replace(/^v/, "").split(".").map(Number);
  const byDefault = isAtLeast(version, major === 22 ? "22.18.0" : "23.6.0");
  return [
    ...(byDefault ? [] : ["--experimental-strip-types"]),
    "--disable-warning=ExperimentalWarning",
  ];
}

/**
 * Makes sure the packages are installed and returns the Node to go on with.
 * @returns {Promise<{ node: string, options: string[] }>}
 */
export async function setUp() {
  const node = rightNode();
  if (!isReady()) await withLock(() => (isReady() ? undefined : install()));
  const version = node === process.execPath ? process.version : `v${FETCHED_NODE}`;
  return { node, options: typeScriptOptions(version) };
}

const systemIsRecent = () => isAtLeast(process.version, OLDEST_NODE);

/** @returns {string} */
function rightNode() {
  if (systemIsRecent()) return process.execPath;
  const file = process.platform === "win32" ? "node.exe" : "node";
  return join(ROOT, "node_modules", neededPackage(), "bin", file);
}

/** @returns {string} */
function neededPackage() {
  const name = nodePackage(process.platform, process.arch);
  if (name !== undefined) return name;
  throw new SetupError(
    `Node 22.13 or newer is needed, and this is Node ${process.versions.node}. ` +
      `For ${process.platform} on ${process.arch} it cannot be fetched from the npm registry: ` +
      `install it from https://nodejs.org and try again.`,
  );
}

/** @param {string} name */
const read = (name) => {
  const path = join(ROOT, name);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
};

const wantedStamp = () =>
  stampOf({
    "package.json": read("package.json"),
    "package-lock.json": read("package-lock.json"),
    // What npm says it installed: whoever calls npm by hand, on an old Node perhaps, changes it.
    installed: read(join("node_modules", ".package-lock.json")),
    machine: `${process.platform} ${process.arch}`,
  });

const isReady = () =>
  existsSync(STAMP) && readFileSync(STAMP, "utf8") === wantedStamp() && existsSync(rightNode());

function install() {
  console.error("Installing the packages this project needs (once, about a minute) ...");
  rmSync(STAMP, { force: true });
  npmInstall([]);
  let missing = missingParts();
  if (missing !== "") {
    console.error(
      `Native parts for this machine did not come with the lockfile:\n${missing}\n` +
        "Installing again without the lockfile; every version is pinned exactly in package.json.",
    );
    rmSync(join(ROOT, "node_modules"), { recursive: true, force: true });
    npmInstall(["--no-package-lock"]);
    missing = missingParts();
  }
  if (missing !== "") {
    throw new SetupError(`The packages are installed, but these do not run here:\n${missing}`);
  }
  writeFileSync(STAMP, wantedStamp());
}

/**
 * npm leaves out native parts when it runs on a Node that is too old for them, so it runs on the right one.
 * @param {string[]} options
 */
function npmInstall(options) {
  const command = ["install", "--no-save", "--loglevel=error", ...options];
  const args = systemIsRecent()
    ? command
    : [
        "exec",
        "--yes",
        "--loglevel=error",
        `--package=${neededPackage()}@${FETCHED_NODE}`,
        "--",
        "npm",
        ...command,
      ];
  // npm's list goes to standard error, so that the output of a command stays its own.
  const { error, status } = spawnSync("npm", args, {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (error !== undefined) throw new SetupError(`npm could not be started: ${error.message}`);
  if (status !== 0) {
    throw new SetupError(
      "npm could not install the packages; its message is above. Is the npm registry within reach?",
    );
  }
}

/** @returns {string} one line for each part that does not load, or nothing */
function missingParts() {
  const { error, status, stderr } = spawnSync(
    rightNode(),
    [join(ROOT, "scripts", "native-parts.mjs")],
    { cwd: ROOT, encoding: "utf8" },
  );
  if (error !== undefined) return `  Node itself: ${error.message}`;
  return status === 0 ? "" : stderr.trimEnd();
}

/**
 * Lets one process at a time install.
 * @param {() => void} work
 */
async function withLock(work) {
  mkdirSync(dirname(LOCK), { recursive: true });
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  while (!takeLock()) {
    if (Date.now() > deadline) {
      throw new SetupError(
        `Another set-up has been running for long. If it has not, delete ${LOCK}.`,
      );
    }
    await sleep(500);
  }
  try {
    work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  }
  if (!isAlive(Number(existsSync(LOCK) ? readFileSync(LOCK, "utf8") : 0))) {
    rmSync(LOCK, { force: true });
  }
  return false;
}

/** @param {number} pid 0 while the file is being written or already gone: neither is a dead owner */
function isAlive(pid) {
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
