import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import type { ElectionSubject } from "../chronicle/elections.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { quoted, subjectFields, subjectName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What is elected, and why. */
export interface CallElectionData {
  readonly subject: ElectionSubject;
  readonly reason: string;
}

/** Call an election. */
export const callElection: ActDefinition<CallElectionData> = {
  call({ subject, reason }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "call",
      args: [subject, reason],
    });
    return callOf(elections, data);
  },
  sentence({ subject, reason }, view) {
    const { verb } = VERBS.callElection;
    return `I ${verb} an election of ${subjectName(view, subject)}: ${quoted(reason)}`;
  },
  fields({ subject, reason }, view) {
    return [...subjectFields(view, subject), { label: "Reason", value: reason }];
  },
};
