import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import type { AxeResults } from "axe-core";
import { expect } from "chai";
import type { Browser } from "playwright-core";
import { createPublicClient, http } from "viem";

import { startBrowser } from "#scripts/browser.ts";
import { numberOf, type Organisation, organisationOf } from "#sdk/chronicle/organisation.ts";
import { read } from "#sdk/chronicle/read.ts";
import { guideSchema } from "#sdk/deployment.ts";
import { removeTestnet, startTestnet, type Testnet } from "./testnet.ts";

/** One of every kind of page, by its address in the worked organisation, and what its heading says. */
function pagesOf(organisation: Organisation): readonly (readonly [string, string])[] {
  const role = (name: string) => {
    const found = [...organisation.roles.values()].find(({ words }) => words.name === name);
    return found === undefined ? "" : pathOf(found.id);
  };
  const proposals = [...organisation.proposals.keys()].map(pathOf);
  const elections = [...organisation.elections.keys()].map(pathOf);
  return [
    ["", "Meander Commons"],
    [`circle/${role("Repair & Make")}`, "Repair & Make"],
    [`role/${role("Workshop Keeper")}`, "Workshop Keeper"],
    [`circle/${role("Food Hub")}/propose`, ""],
    ["proposals", ""],
    ...proposals.map((path) => [`proposal/${path}`, ""] as const),
    ["treasury", "money"],
    ["treasury/announce", "Announce spending"],
    [`circle/${role("Food Hub")}`, "Food Hub"],
    [`election/${elections.at(0)}`, "Election of the"],
    [`election/${elections.at(-1)}`, "Energy Pool"],
    [`meeting/${[...organisation.meetings.keys()].map(pathOf).at(-1)}`, "Meander Commons"],
    ["people", "People"],
    ["relay", "Send what others have signed"],
    ["history", ""],
    ["waiting", ""],
  ];
}

function pathOf(id: bigint): string {
  return `${organisationOf(id)}.${numberOf(id)}`;
}

const LOOKS = [
  { width: 1280, height: 900, colorScheme: "light" },
  { width: 1280, height: 900, colorScheme: "dark" },
  { width: 360, height: 740, colorScheme: "light" },
  { width: 360, height: 740, colorScheme: "dark" },
] as const;

declare global {
  interface Window {
    axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
  }
}

describe("every page", function () {
  this.timeout(120_000);
  let testnet: Testnet;
  let browser: Browser;
  let axe: string;
  let pages: readonly (readonly [string, string])[];

  before(async () => {
    const path = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    [testnet, browser, axe] = await Promise.all([
      startTestnet(),
      startBrowser(),
      readFile(path, "utf8"),
    ]);
    const response = await fetch(new URL("deployment.json", testnet.page));
    const { deployment, organisation } = guideSchema.parse(await response.json());
    const { state } = await read({
      client: createPublicClient({ transport: http(testnet.rpc) }),
      circles: deployment.contracts.circles.address,
      organisation,
      startBlock: 0n,
    });
    pages = pagesOf(state);
  });

  after(async () => {
    await browser?.close();
    if (testnet !== undefined) {
      await testnet.interrupt();
      await removeTestnet(testnet);
    }
  });

  for (const { width, height, colorScheme } of LOOKS) {
    it(`is accessible and fits at ${width} px, ${colorScheme}, to somebody without a wallet`, async () => {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme,
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      const found: string[] = [];
      page.on("pageerror", (error) => found.push(error.message));
      for (const [path, title] of pages) {
        await page.goto(`${testnet.page}#/${path}`);
        await page.getByRole("heading", { level: 1 }).filter({ hasText: title }).waitFor();
        await page.waitForTimeout(150);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (overflow > 0) found.push(`/${path} is ${overflow} px too wide`);
        await page.evaluate(axe);
        const violations = await page.evaluate(async () => {
          // On the map a name is broken into lines and stands among others'; its link is named in full.
          const rule = "label-content-name-mismatch";
          const all = await window.axe.run(document, { rules: { [rule]: { enabled: false } } });
          const names = await window.axe.run({ exclude: ["svg.map"] }, { runOnly: [rule] });
          return [...all.violations, ...names.violations];
        });
        for (const { id, help, nodes } of violations) {
          found.push(`/${path}: ${id}: ${help}: ${nodes.map(({ html }) => html).slice(0, 2)}`);
        }
      }
      await context.close();
      expect(found).to.deep.equal([]);
    });
  }
});
