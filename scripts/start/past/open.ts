import { parseEventLogs, zeroAddress } from "viem";

import { electionsAbi } from "#sdk/abi/elections.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { Tie } from "#sdk/chronicle/elections.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import { RemarkKind } from "#sdk/chronicle/judgements.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { Tags } from "#sdk/flags.ts";
import { subjectOf } from "./elections.ts";
import { act, confirm, DAY, HOUR, idOf, NOTHING, propose, type Stage } from "./stage.ts";

/** A change of Box Planner, with one answer and a question. */
export async function proposeTheMondayList(stage: Stage): Promise<void> {
  const opened = stage.end - 28 * HOUR;
  const changes: Change[] = [
    {
      ...NOTHING,
      kind: ChangeKind.AmendRole,
      target: idOf(stage, "box-planner"),
      revision: 1,
      words: {
        name: "Box Planner",
        text: "Boxes people finish",
        domains: [],
        accountabilities: [
          "Planning weekly box contents",
          "Publishing the box list by Monday noon",
        ],
      },
    },
  ];
  const reasons = {
    tension:
      "As Grower Liaison I tell growers on Tuesday evening what to harvest on Wednesday. That is too late for them.",
    example:
      "Last week the South fields had cut forty lettuces before the list came, and twelve stayed over.",
    explanation: "A list on Monday would have reached them before they cut.",
  };
  const id = await propose(stage, opened, "p03", "food", "grower-liaison", changes, reasons);
  await confirm(stage, opened + 8 * HOUR, "p01", id);
  await act(stage, opened + 9 * HOUR, "p09", "remark", {
    proposal: id,
    kind: RemarkKind.Question,
    about: zeroAddress,
    text: "Is Monday noon before or after you know what the hens have laid?",
  });
  await act(stage, opened + 11 * HOUR, "p03", "remark", {
    proposal: id,
    kind: RemarkKind.Reply,
    about: zeroAddress,
    text: "After: eggs are counted on Sunday evening.",
  });
}

/** Somebody asks to talk about a policy of the anchor, and the secretary calls a meeting. */
export async function callTheMeeting(stage: Stage): Promise<void> {
  const opened = stage.end - 16 * HOUR;
  const changes: Change[] = [
    {
      ...NOTHING,
      kind: ChangeKind.AdoptPolicy,
      target: 0n,
      words: {
        name: "River Guardian",
        text: "The River Trust may appoint a guardian, who is heard before anything that touches the river is decided.",
        domains: [],
        accountabilities: [],
      },
      tags: Tags.GRANT,
    },
  ];
  const reasons = {
    tension: "I publish a river index every month, and nobody has to listen to what it says.",
    example: "In spring the bank was mown a week before the ducks hatched. The index had said so.",
    explanation: "A guardian would have been asked before the mowing was planned.",
  };
  const id = await propose(stage, opened, "p21", "anchor", "metrics-gardener", changes, reasons);
  await act(stage, opened + 3 * HOUR, "p08", "requestMeeting", {
    proposal: id,
    text: "Who appoints the guardian, and for how long? I would rather hear that than read it.",
  });
  await act(stage, opened + 5 * HOUR, "p17", "scheduleMeeting", {
    circle: idOf(stage, "anchor"),
    requested: 0n,
    startsAt: stage.end + 4 * DAY,
    endsAt: stage.end + 4 * DAY + 2 * HOUR,
    purpose: "Hear the river, and whoever has a question about it.",
    limits: [id],
  });
}

/** Energy Pool elects a facilitator, because the term of the last one has ended: nominations are open. */
export async function callTheElection(stage: Stage): Promise<void> {
  const called = stage.end - 9 * HOUR;
  const receipt = await act(stage, called, "p11", "callElection", {
    subject: subjectOf(stage, "energy", Office.Facilitator),
    reason: "Our facilitator's term has ended.",
  });
  const [event] = parseEventLogs({ abi: electionsAbi, logs: receipt.logs, eventName: "Called" });
  const election = event?.args.election ?? 0n;
  await act(stage, called + HOUR, "p20", "openElection", {
    election,
    term: 180 * DAY,
    tie: Tie.Choosers,
  });
}
