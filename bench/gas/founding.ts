import { keccak256, stringToHex } from "viem";

import { ALL_ARTICLES } from "#sdk/flags.ts";
import { PRESETS } from "#sdk/presets.ts";
import { processesOf } from "../../scripts/found/found.ts";
import type { Measure } from "./measure.ts";
import { act, addressOf, house, measure, type Node } from "./node.ts";
import { ROLE } from "./texts.ts";

const FOUNDER = "founder";

/** What it costs to found an organisation. */
export interface Foundings {
  /** With what it takes to govern and to pay. */
  readonly small: Measure;
  /** With every process that is deployed. */
  readonly whole: Measure;
}

/** Founds two organisations, and one before them, which pays for a counter. */
export async function measureFoundings(node: Node): Promise<Foundings> {
  await house(node, [FOUNDER]);
  const { consent, treasury } = node.deployment.contracts;
  const all = processesOf(node.deployment);
  const few = all.filter(({ process }) => [consent.address, treasury.address].includes(process));
  const found = async (processes: typeof all, salt: string) =>
    await measure(
      node,
      await act(node, FOUNDER, "found", {
        words: ROLE,
        ruleHash: keccak256(stringToHex("the rules we agree to")),
        articles: ALL_ARTICLES,
        settings: PRESETS.v5.settings,
        ratifiers: [addressOf(FOUNDER)],
        processes,
        treasury: treasury.address,
        salt: keccak256(stringToHex(salt)),
      }),
    );
  await found(few, "first");
  return { small: await found(few, "small"), whole: await found(all, "whole") };
}
