import type { Address, Hex } from "viem";
import { encodeFunctionData } from "viem";

import { foundingAbi } from "../abi/founding.ts";
import type { Process, Settings, Words } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { peopleInFull, personName, quoted, settingFields, wordFields } from "./describe.ts";
import { articleNames, bitNames } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** What to found. */
export interface FoundData {
  /** The anchor's name, purpose, domains and accountabilities. */
  readonly words: Words;
  /** keccak256 of the rule text. */
  readonly ruleHash: Hex;
  /** The articles of the rules that are adopted, as bits. */
  readonly articles: number;
  /** The anchor's; they name no role yet. */
  readonly settings: Settings;
  /** Who writes and ratifies the initial structure. */
  readonly ratifiers: readonly Address[];
  /** The contracts that may write, with their bits. */
  readonly processes: readonly Process[];
  /** The contract that the vaults obey; one of the processes. */
  readonly treasury: Address;
  /** With the founder it fixes the vault's address. */
  readonly salt: Hex;
}

/** Found an organisation. */
export const found: ActDefinition<FoundData> = {
  call(
    { words, ruleHash, articles, settings, ratifiers, processes, treasury, salt },
    { founding },
  ) {
    const data = encodeFunctionData({
      abi: foundingAbi,
      functionName: "found",
      args: [words, ruleHash, articles, settings, ratifiers, processes, treasury, salt],
    });
    return callOf(founding, data);
  },
  sentence({ words, ratifiers }, view) {
    const { verb } = VERBS.found;
    const who = ratifiers.map((person) => personName(view, person)).join(", ");
    return `I ${verb} the organisation ${quoted(words.name)}, whose initial structure ${who} will ratify.`;
  },
  fields({ words, ruleHash, articles, settings, ratifiers, processes, treasury, salt }, view) {
    return [
      ...wordFields(words),
      { label: "Hash of the rules", value: ruleHash },
      { label: "Articles adopted", value: articleNames(articles).join(", ") },
      ...settingFields(view, settings),
      { label: "Ratifiers", value: peopleInFull(view, ratifiers) },
      ...processes.map(({ process, bits }) => ({
        label: "Process",
        value: `${process}, may ${bitNames(bits).join(", ")}`,
      })),
      { label: "Treasury", value: treasury },
      { label: "Salt", value: salt },
    ];
  },
};
