import type { Hex } from "viem";
import { encodeFunctionData } from "viem";

import { foundingAbi } from "../abi/founding.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { organisationName } from "./describe.ts";
import { articleNames } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** Which rules, written against which revision of the organisation. */
export interface SignAmendmentData {
  readonly organisation: number;
  /** keccak256 of the amended rule text. */
  readonly ruleHash: Hex;
  /** The articles that are adopted then, as bits. */
  readonly articles: number;
  readonly revision: number;
}

/** Sign an amendment of the rules as a ratifier. */
export const signAmendment: ActDefinition<SignAmendmentData> = {
  call({ organisation, ruleHash, articles, revision }, { founding }) {
    const data = encodeFunctionData({
      abi: foundingAbi,
      functionName: "signAmendment",
      args: [organisation, ruleHash, articles, revision],
    });
    return callOf(founding, data);
  },
  sentence({ organisation, articles }, view) {
    const { verb } = VERBS.signAmendment;
    return `I ${verb} an amendment of the rules of ${organisationName(view, organisation)}, with these articles: ${articleNames(articles).join(", ")}.`;
  },
  fields({ organisation, ruleHash, articles, revision }, view) {
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      { label: "Hash of the amended rules", value: ruleHash },
      { label: "Articles adopted", value: articleNames(articles).join(", ") },
      { label: "Written against revision", value: String(revision) },
    ];
  },
};
