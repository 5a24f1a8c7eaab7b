import type { ExecFileSyncOptions } from "node:child_process";
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

/** What a Chromium is called on a PATH, the likeliest first. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Where it is on systems that keep it off the PATH. */
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files\\Chromium\\Application\\chrome.exe",
];

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a headless browser with a fresh profile; whoever starts it closes it. */
export async function startBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: findBrowser(), headless: true, args: FLAGS });
}

/**
 * The browser to drive: the one CHROME_PATH names, else the system's, else Debian's, installed now where that is
 * possible. Fails with a sentence that says what to do.
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string {
  const { CHROME_PATH } = env;
  if (CHROME_PATH !== undefined && CHROME_PATH !== "") {
    if (existsSync(CHROME_PATH)) return CHROME_PATH;
    throw new Error(`CHROME_PATH names ${CHROME_PATH}, where there is no file.`);
  }
  const browser = findInstalled(env.PATH ?? "") ?? installFromDebian(env.PATH ?? "");
  if (browser !== undefined) return browser;
  throw new Error(
    "The journey needs a browser and found none: install Chromium or Google Chrome, " +
      "or set CHROME_PATH to the file that starts one.",
  );
}

function findInstalled(path: string): string | undefined {
  const onPath = path.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installFromDebian(path: string): string | undefined {
  const canInstall = process.getuid?.() === 0 && existsSync("/etc/debian_version");
  if (!canInstall) return undefined;
  console.error("No browser found: installing Debian's chromium ...");
  const options: ExecFileSyncOptions = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  try {
    execFileSync("apt-get", ["update", "-qq"], options);
    const install = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
    execFileSync("apt-get", install, options);
  } catch (cause) {
    throw new Error(
      "The journey needs a browser, and Debian's chromium could not be installed: " +
        "install Chromium, or set CHROME_PATH to the file that starts one.",
      { cause },
    );
  }
  return findInstalled(path);
}
