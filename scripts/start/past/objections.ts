import { zeroAddress } from "viem";

import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import { DiscardReason, DropReason } from "#sdk/chronicle/judgements.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { Tags } from "#sdk/flags.ts";
import { act, DAY, enact, HOUR, idOf, NOTHING, propose, type Stage } from "./stage.ts";

/**
 * Bills that are nicer to read: somebody would lay them out better, which is no harm. The facilitator is the proposer
 * and the secretary the objector, so that a lead stands in; nobody appeals.
 */
export async function discardTheLayout(stage: Stage): Promise<void> {
  const opened = stage.end - 32 * DAY;
  const metering = idOf(stage, "metering");
  const changes: Change[] = [
    {
      ...NOTHING,
      kind: ChangeKind.AmendRole,
      target: metering,
      revision: 1,
      words: {
        name: "Metering & Settlement",
        text: "Every kWh counted once",
        domains: [],
        accountabilities: [
          "Settling member accounts monthly",
          "Sending bills that a neighbour can read",
        ],
      },
    },
  ];
  const reasons = {
    tension: "Members call me to ask what their bill says, and I read it to them.",
    example: "In May eleven of thirty called. None of them had a question about the amount.",
    explanation:
      "Had I been expected to send readable bills, I would have asked two of them first.",
  };
  const id = await propose(stage, opened, "p20", "energy", "metering", changes, reasons);
  await act(stage, opened + 6 * HOUR, "p14", "object", {
    proposal: id,
    version: 1,
    asRole: idOf(stage, "advisor"),
    objection: {
      harm: "There is a better layout. I have drawn one.",
      limits: "As Energy Advisor I would show people another bill than the one I drew.",
      cause: "Without the proposal my layout could be taken.",
      certainty: "The bills go out next month.",
      rule: "",
    },
  });
  const matter = { process: stage.deployment.contracts.facilitation.address, matter: id };
  const office = { circle: idOf(stage, "energy"), office: Office.Facilitator };
  const objector = stage.addressOf("p14");
  await act(stage, opened + 8 * HOUR, "p20", "requestTest", { proposal: id, objector });
  await act(stage, opened + 9 * HOUR, "p11", "standIn", { ...matter, ...office });
  await act(stage, opened + 3 * DAY + 12 * HOUR, "p11", "discardObjection", {
    proposal: id,
    objector,
    reason: DiscardReason.NoHarm,
    text: "A better layout is a better idea. It does not say what harm these words would do.",
  });
  const settled = opened + 6 * DAY + 15 * HOUR;
  await act(stage, settled, "p20", "settleJudgement", { proposal: id, about: objector });
  await enact(stage, settled + 2 * DAY + HOUR, "p20", id, changes, reasons);
}

/**
 * Two bikes, written as a policy: a project is no governance. The secretary is the proposer, so that the facilitator
 * stands in to rule; the proposal is dropped.
 */
export async function dropTheBikes(stage: Stage): Promise<void> {
  const opened = stage.end - 11 * DAY;
  const changes: Change[] = [
    {
      ...NOTHING,
      kind: ChangeKind.AdoptPolicy,
      target: 0n,
      words: {
        name: "Two bikes",
        text: "Buy two cargo bikes before the summer.",
        domains: [],
        accountabilities: [],
      },
      tags: Tags.GRANT,
    },
  ];
  const reasons = {
    tension: "I ride with a bike that is due for the scrapyard.",
    example: "On Thursday the chain broke twice, and forty boxes came late.",
    explanation: "With two new bikes they would have come in time.",
  };
  const id = await propose(stage, opened, "p16", "loop", "rider", changes, reasons);
  const objector = stage.addressOf("p18");
  await act(stage, opened + 5 * HOUR, "p18", "object", {
    proposal: id,
    version: 1,
    asRole: idOf(stage, "bikes"),
    objection: {
      harm: "",
      limits: "",
      cause: "",
      certainty: "",
      rule: "R-OUT-2: governance adopts no projects. Buying bikes is one; announce it.",
    },
  });
  const matter = { process: stage.deployment.contracts.facilitation.address, matter: id };
  const office = { circle: idOf(stage, "loop"), office: Office.Secretary };
  await act(stage, opened + 7 * HOUR, "p10", "standIn", { ...matter, ...office });
  await act(stage, opened + 3 * DAY + 9 * HOUR, "p10", "ruleViolation", {
    proposal: id,
    objector,
    violates: true,
    text: "It asks for a purchase and changes no role, policy or authority.",
  });
  await act(stage, opened + 3 * DAY + 10 * HOUR, "p10", "dropProposal", {
    proposal: id,
    reason: DropReason.NotGovernance,
    text: "Announce the bikes to the account instead: nobody is against them.",
  });
  await act(stage, opened + 6 * DAY + 12 * HOUR, "p18", "settleJudgement", {
    proposal: id,
    about: zeroAddress,
  });
}
