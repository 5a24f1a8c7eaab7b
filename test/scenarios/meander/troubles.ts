import { readContract } from "viem/actions";

import { officesAbi } from "#sdk/abi/offices.ts";
import { BreakdownReason } from "#sdk/chronicle/breakdowns.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { requestFor } from "#sdk/chronicle/initiatives.ts";
import { DiscardReason } from "#sdk/chronicle/judgements.ts";
import { isInBreakdown } from "#sdk/chronicle/mayAct.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { Tags } from "#sdk/flags.ts";
import { change, NO_WORDS } from "../../sdk/world.ts";
import { confirm, enacts, objects, proposes, resolves } from "../moves.ts";
import { days, does, type Episode, fails, type Scene, type Sight, sees } from "../script.ts";
import { counts, fills, judged, policyAt, stands } from "../views.ts";

export const smoke: Episode = {
  week: 11,
  circle: "energy",
  title: "p14 switches array off after smoke (no authority)",
  exercises: "R-INI-1, R-INI-2, R-INI-4, R-INI-6",
  unheld: "R-INI-3, R-INI-5",
  steps: [
    // It breaks the domain of the Array Operator, and so has to say why it could not wait.
    fails("p14", "declareInitiative", (scene) => switchOff(scene, ""), "WrongWaiting"),
    does("p14", "declareInitiative", (scene) => switchOff(scene, "The roof would have burnt."), {
      as: "switch-off",
    }),
    fails("p20", "askToRefrain", (scene) => refraining(scene), "NotInRole"),
    does("p11", "askToRefrain", (scene) => refraining(scene)),
    sees("who asks p14 to refrain", (scene) => asker(scene), "p11"),
    proposes(
      "p11",
      "safety switch-off",
      { circle: "energy", asRole: "array" },
      () => [
        change({
          kind: ChangeKind.AdoptPolicy,
          words: {
            ...NO_WORDS,
            name: "Safety switch-off",
            text: "Anyone may request an emergency switch-off; the Array Operator must comply and may reverse after inspection.",
          },
          tags: Tags.GRANT,
        }),
      ],
      [
        "Whoever sees smoke cannot reach me in time.",
        "p14 switched the array off without a word to me.",
        "A request had reached me within a minute.",
      ],
    ),
    ...confirm("safety switch-off", ["p14", "p20"]),
    enacts("p11", "safety switch-off", "pol-09"),
    sees("the tags of pol-09", async (scene) => (await policyAt(scene, "pol-09")).tags, Tags.GRANT),
    does("p11", "liftRefrain", (scene) => ({
      initiative: scene.id("switch-off"),
      role: scene.id("array"),
    })),
    sees("who asks p14 to refrain", (scene) => asker(scene), "nobody"),
  ],
};

export const breakdown: Episode = {
  week: 13,
  circle: "make",
  title: "Failed-governance breakdown on tool-fee policy",
  exercises: "R-BRK-1..6",
  steps: [
    proposes(
      "p15",
      "tool fee",
      { circle: "make", asRole: "cafe" },
      () => [toolFee("Whoever uses a machine at the café pays 2 euros.")],
      [
        "Guests wear the machines down and nobody pays for it.",
        "In June the sander broke at the café.",
        "A fee had paid for the repair.",
      ],
    ),
    objects("p07", "tool fee", "workshop", {
      harm: "Guests would come with broken parts and no money.",
      limits: "I could not keep the workshop open.",
      cause: "Today it is free.",
      certainty: "Half of them told me so.",
    }),
    objects("p12", "tool fee", "designs", {
      harm: "Our designs would get no readers.",
      limits: "I would publish less.",
      cause: "Readers come for free.",
      certainty: "Everybody knows.",
    }),
    does("p15", "askAudit", (scene) => ({
      circle: scene.id("make"),
      text: "Three weeks, and nobody integrates anything.",
    })),
    fails("p12", "declareBreakdown", (scene) => failed(scene), "NotDeclarer"),
    does("p18", "declareBreakdown", (scene) => failed(scene)),
    inBreakdown("make", true),
    fails("p18", "takeOver", (scene) => facilitating(scene), "NotActing"),
    fails("p13", "discardObjection", (scene) => irrelevant(scene), "NotActing"),
    does("p13", "takeOver", (scene) => facilitating(scene)),
    actsFor("make", Office.Facilitator, "p13", true),
    actsFor("make", Office.Secretary, "p13", false),
    does("p13", "addLead", (scene) => ({ circle: scene.id("make"), person: scene.person("p17") })),
    fills("make", "p17", true),
    counts("make", 5),
    does("p13", "discardObjection", (scene) => irrelevant(scene)),
    judged("tool fee", "p12", "Appealable"),
    days(3),
    does("p15", "settleJudgement", (scene) => ({
      proposal: scene.id("tool fee"),
      about: scene.person("p12"),
    })),
    stands("tool fee", "Objected"),
  ],
};

export const restored: Episode = {
  week: 14,
  circle: "make",
  title: "Due process restored",
  exercises: "R-BRK-7",
  steps: [
    does("p15", "amend", (scene) => ({
      proposal: scene.id("tool fee"),
      changes: [toolFee("Whoever uses a machine at the café pays what they can.")],
      reasons: {
        tension: "Guests wear the machines down and nobody pays for it.",
        example: "In June the sander broke at the café.",
        explanation: "What guests can give had paid for the repair.",
      },
      integrates: "Nobody stays away for want of money.",
    })),
    resolves("p07", "tool fee"),
    ...confirm("tool fee", ["p12", "p17", "p18"]),
    stands("tool fee", "Adopted"),
    enacts("p15", "tool fee", "tool-fee"),
    fails("p18", "declareRestored", (scene) => declaration(scene), "NotActing"),
    does("p13", "declareRestored", (scene) => declaration(scene)),
    inBreakdown("make", false),
    actsFor("make", Office.Facilitator, "p13", false),
    fills("make", "p17", false),
    counts("make", 4),
  ],
};

function switchOff(scene: Scene, waiting: string) {
  return {
    asRole: scene.id("advisor"),
    breaks: scene.id("array"),
    affected: [scene.id("array"), scene.id("metering")],
    statements: {
      what: "I switched the shared array off.",
      goodFaith: "I visit the homes below it.",
      tension: "There was smoke; three homes were without sun for an hour.",
      spending: "Nothing was spent.",
      waiting,
    },
  };
}

function refraining(scene: Scene) {
  const text = "Call me first; I am there in ten minutes.";
  return { initiative: scene.id("switch-off"), role: scene.id("array"), text };
}

function asker(scene: Scene): string {
  const initiative = scene.state.initiatives.get(scene.id("switch-off"));
  const request = initiative && requestFor(initiative, scene.id("array"));
  return request === undefined ? "nobody" : scene.nameOf(request.by);
}

function toolFee(text: string) {
  return change({
    kind: ChangeKind.AdoptPolicy,
    words: { ...NO_WORDS, name: "Tool fee", text },
    tags: Tags.CONSTRAINT,
  });
}

function failed(scene: Scene) {
  const [circle, by] = [scene.id("make"), scene.id("make")];
  const text = "We cannot process the tool fee, whatever we try.";
  return { circle, by, reason: BreakdownReason.FailedGovernance, text };
}

function facilitating(scene: Scene) {
  return { circle: scene.id("make"), office: Office.Facilitator };
}

function irrelevant(scene: Scene) {
  return {
    proposal: scene.id("tool fee"),
    objector: scene.person("p12"),
    reason: DiscardReason.Irrelevant,
    text: "Readers of designs use no machines.",
  };
}

function declaration(scene: Scene) {
  return { circle: scene.id("make"), text: "The tool fee is processed; we know how to." };
}

/** Whether a circle is in breakdown, as the contracts and the history say alike. */
function inBreakdown(circle: string, is: boolean): Sight {
  const on = async (scene: Scene) => {
    const { offices, breakdowns } = scene.node.deployment.contracts;
    const process = await readContract(scene.node.bank.reader, {
      ...{ address: offices.address, abi: officesAbi },
      ...{ functionName: "breakdownOf", args: [scene.id(circle)] },
    });
    return [process === breakdowns.address, isInBreakdown(scene.state, scene.id(circle))];
  };
  return sees(`whether ${circle} is in breakdown`, on, [is, is]);
}

/** Whether somebody acts for an office in whatever matter. */
function actsFor(circle: string, office: Office, person: string, is: boolean): Sight {
  const on = async (scene: Scene) => {
    const { offices, meetings } = scene.node.deployment.contracts;
    return await readContract(scene.node.bank.reader, {
      ...{ address: offices.address, abi: officesAbi, functionName: "mayAct" },
      args: [meetings.address, 0n, scene.id(circle), office, scene.person(person)],
    });
  };
  return sees(`whether ${person} acts for an office of ${circle}`, on, is);
}
