import type { Hex } from "viem";

import { longDayText } from "#app/words/time.ts";
import { articleNames, bitNames } from "#sdk/acts/names.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { contractIn } from "#sdk/chronicle/special.ts";

/** What a special change says, and the contract or the hash of the text that it names. */
export interface Special {
  readonly sentence: string;
  readonly named: Hex;
}

/** What stands before a special change is applied: null for a contract that is no process. */
export function specialNow(organisation: Organisation, { kind, terms }: Change): Special | null {
  const { processes, treasury, articles, ruleHash } = organisation;
  if (kind === ChangeKind.SetTreasury) return treasuryOf(treasury);
  if (kind === ChangeKind.AmendRules) return rulesOf(articles, ruleHash);
  const named = contractIn(terms);
  const mandate = processes.find(({ process }) => process === named);
  if (mandate === undefined) return null;
  const { bits, endsAt } = mandate;
  return endsAt === 0
    ? processOf(named, bits)
    : { sentence: `It finishes until ${longDayText(endsAt)}, and opens nothing.`, named };
}

/** What a special change leaves behind. */
export function specialAfter({ kind, terms, tags }: Change): Special {
  if (kind === ChangeKind.SetTreasury) return treasuryOf(contractIn(terms));
  if (kind === ChangeKind.AmendRules) return rulesOf(tags, terms);
  return processOf(contractIn(terms), tags);
}

function treasuryOf(named: Hex): Special {
  return { sentence: "The vaults obey this contract.", named };
}

function rulesOf(articles: number, named: Hex): Special {
  const sentence = `The rules whose text has this hash, with the articles ${articleNames(articles).join(", ")}.`;
  return { sentence, named };
}

function processOf(named: Hex, bits: number): Special {
  const sentence =
    bits === 0
      ? "It finishes what is open for a while, and ends."
      : `This contract may ${bitNames(bits).join(", ")}.`;
  return { sentence, named };
}
