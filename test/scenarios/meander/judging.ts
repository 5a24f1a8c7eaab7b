import { zeroAddress } from "viem";

import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { DiscardReason, DropReason, RemarkKind } from "#sdk/chronicle/judgements.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { Tags } from "#sdk/flags.ts";
import { change, NO_WORDS } from "../../sdk/world.ts";
import {
  confirm,
  enactment,
  enacts,
  objects,
  proposes,
  resolves,
  says,
  standing,
  standsIn,
} from "../moves.ts";
import { days, does, type Episode, fails, hours, type Scene, sees } from "../script.ts";
import { answers, counts, fills, judged, roleIsAt, stands } from "../views.ts";

/** The words of a role, with some of them changed. */
function words(scene: Scene, role: string, changed: object) {
  return { ...(scene.state.roles.get(scene.id(role))?.words ?? NO_WORDS), ...changed };
}

const amended = (scene: Scene, role: string, changed: object) => [
  change({
    kind: ChangeKind.AmendRole,
    target: scene.id(role),
    revision: 1,
    words: words(scene, role, changed),
  }),
];

export const allergens: Episode = {
  week: 3,
  circle: "food",
  title: "Create role Quality & Allergens",
  exercises: "R-PRP-1..6",
  steps: [
    fails(
      "p05",
      "propose",
      (scene) => ({
        circle: scene.id("food"),
        asRole: scene.id("market"),
        slot: 0,
        changes: amended(scene, "market", { text: "A stall of one's own" }),
        reasons: { tension: "Not my role", example: "Saturday", explanation: "None" },
      }),
      "NotInRole",
    ),
    fails(
      "p05",
      "propose",
      (scene) => ({
        circle: scene.id("food"),
        asRole: scene.id("box-planner"),
        slot: 0,
        changes: amended(scene, "market", { text: "A stall of one's own" }),
        reasons: { tension: "A whim", example: "", explanation: "" },
      }),
      "WrongLength",
    ),
    proposes(
      "p05",
      "quality role",
      { circle: "food", asRole: "box-planner" },
      () => [
        change({
          kind: ChangeKind.CreateRole,
          words: {
            name: "Quality & Allergens",
            text: "Nobody is harmed by what we eat",
            domains: ["Labels of allergens"],
            accountabilities: ["Checking labels before boxes leave", "Calling boxes back"],
          },
        }),
      ],
      [
        "Nobody checks what my boxes contain.",
        "In June there was sesame in a box without a word about it.",
        "Whoever checks labels had seen it on Tuesday.",
      ],
    ),
    hours(20),
    ...confirm("quality role", ["p01", "p03", "p04", "p09", "p16"]),
    stands("quality role", "Open"),
    hours(11),
    ...confirm("quality role", ["p23"]),
    answers("quality role", { version: 1, expected: 6, confirmed: 6 }),
    stands("quality role", "Adopted"),
    enacts("p09", "quality role", "allergens"),
    roleIsAt("allergens", 1),
    does("p01", "offer", (scene) => ({ role: scene.id("allergens"), person: scene.person("p05") })),
    does("p05", "accept", (scene) => ({ role: scene.id("allergens") })),
    fills("allergens", "p05", true),
  ],
};

const MACHINES = "Machines of the workshop";

export const machines: Episode = {
  week: 3,
  circle: "make",
  title: "Give Workshop Keeper the machines domain",
  exercises: "R-OBJ-1..6, R-INT-1..6",
  steps: [
    proposes(
      "p07",
      "machines domain",
      { circle: "make", asRole: "workshop" },
      (scene) => amended(scene, "workshop", { domains: [MACHINES] }),
      [
        "Others move machines while I maintain them.",
        "The lathe was under the window when I came to oil it.",
        "With the domain they had asked me first.",
      ],
    ),
    ...confirm("machines domain", ["p15"]),
    fails(
      "p18",
      "object",
      (scene) => ({
        proposal: scene.id("machines domain"),
        version: 1,
        asRole: scene.id("parts"),
        objection: { harm: "My shelves", limits: "", cause: "", certainty: "", rule: "" },
      }),
      "IncompleteObjection",
    ),
    objects("p18", "machines domain", "parts", {
      harm: "Reclaimed parts could no longer be sorted where they are taken out.",
      limits: "The shelves on the machines would not be mine to catalogue.",
      cause: "Today nobody controls them.",
      certainty: "A domain excludes me from the day it is adopted.",
    }),
    stands("machines domain", "Objected"),
    does("p12", "requestTest", (scene) => ({
      proposal: scene.id("machines domain"),
      objector: scene.person("p18"),
    })),
    // The facilitator objects, so the secretary stands in.
    fails(
      "p18",
      "upholdObjection",
      (scene) => ({
        proposal: scene.id("machines domain"),
        objector: scene.person("p18"),
        text: "I find myself convincing",
      }),
      "OwnMatter",
    ),
    standsIn("p12", "make", Office.Facilitator, "machines domain"),
    days(3),
    does("p12", "upholdObjection", (scene) => ({
      proposal: scene.id("machines domain"),
      objector: scene.person("p18"),
      text: "An argument is given for each of the four.",
    })),
    stands("machines domain", "Objected"),
    says("p15", "machines domain", RemarkKind.Question, "Who moved the lathe?"),
    says("p07", "machines domain", RemarkKind.Reply, "The café, for its tables."),
    says("p18", "machines domain", RemarkKind.Amendment, "Leave the reclaimed-parts shelves out."),
    says("p07", "machines domain", RemarkKind.Reply, "The lathe is none: that would do."),
    does("p07", "amend", (scene) => ({
      proposal: scene.id("machines domain"),
      changes: amended(scene, "workshop", {
        domains: [`${MACHINES}, except reclaimed-parts shelves`],
      }),
      reasons: {
        tension: "Others move machines while I maintain them.",
        example: "The lathe was under the window when I came to oil it.",
        explanation: "With the domain they had asked me first; the shelves were never the trouble.",
      },
      integrates: "Parts are sorted on the machines' shelves as before.",
    })),
    answers("machines domain", { version: 2, expected: 3, confirmed: 0 }),
    stands("machines domain", "Objected"),
    resolves("p18", "machines domain"),
    answers("machines domain", { version: 2, expected: 3, confirmed: 1 }),
    stands("machines domain", "Open"),
    ...confirm("machines domain", ["p12", "p15"]),
    stands("machines domain", "Adopted"),
    enacts("p07", "machines domain"),
    roleIsAt("workshop", 2),
    sees(
      "the domains of the Workshop Keeper",
      (scene) => scene.state.roles.get(scene.id("workshop"))?.words.domains,
      [`${MACHINES}, except reclaimed-parts shelves`],
    ),
  ],
};

export const bills: Episode = {
  week: 4,
  circle: "energy",
  title: "Metering: 'make bills nicer'",
  exercises: "R-OBJ-1, R-OBJ-8",
  steps: [
    proposes(
      "p20",
      "nicer bills",
      { circle: "energy", asRole: "metering" },
      (scene) =>
        amended(scene, "metering", {
          accountabilities: ["Settling member accounts monthly", "Making bills nicer"],
        }),
      [
        "Nobody reads my bills.",
        "In March eleven members asked what they had been billed for.",
        "Had it been expected of me, I had drawn a picture.",
      ],
    ),
    objects("p14", "nicer bills", "advisor", {
      harm: "There is a better layout.",
      limits: "I would have drawn it.",
      cause: "Without the proposal there is no layout.",
      certainty: "It is plain to see.",
    }),
    // The facilitator proposes and the secretary objects: the circle's lead stands in.
    fails(
      "p20",
      "discardObjection",
      (scene) => ({
        proposal: scene.id("nicer bills"),
        objector: scene.person("p14"),
        reason: DiscardReason.NoHarm,
        text: "It is my proposal",
      }),
      "OwnMatter",
    ),
    fails(
      "p14",
      "standIn",
      (scene) => standing(scene, "energy", Office.Facilitator, "nicer bills"),
      "Barred",
    ),
    standsIn("p11", "energy", Office.Facilitator, "nicer bills"),
    days(3),
    does("p11", "discardObjection", (scene) => ({
      proposal: scene.id("nicer bills"),
      objector: scene.person("p14"),
      reason: DiscardReason.NoHarm,
      text: "That something would be better argues no harm.",
    })),
    judged("nicer bills", "p14", "Appealable"),
    stands("nicer bills", "Objected"),
    days(3),
    judged("nicer bills", "p14", "Final"),
    does("p20", "settleJudgement", (scene) => ({
      proposal: scene.id("nicer bills"),
      about: scene.person("p14"),
    })),
    stands("nicer bills", "Open"),
    days(2),
    stands("nicer bills", "Adopted"),
    enacts("p20", "nicer bills"),
    roleIsAt("metering", 2),
  ],
};

export const bikes: Episode = {
  week: 4,
  circle: "loop",
  title: "Project 'buy two bikes' as governance",
  exercises: "R-OUT-2, R-OBJ-5, R-OBJ-9",
  steps: [
    proposes(
      "p16",
      "two bikes",
      { circle: "loop", asRole: "rider" },
      () => [
        change({
          kind: ChangeKind.AdoptPolicy,
          words: { ...NO_WORDS, name: "Two bikes", text: "We buy two bikes by May." },
          tags: Tags.GRANT,
        }),
      ],
      ["I wait for a bike.", "On Monday four of us had three.", "With two more nobody had waited."],
    ),
    objects("p18", "two bikes", "bikes", {
      rule: "Governance defines roles and policies; it starts no projects.",
    }),
    does("p10", "requestTest", (scene) => ({
      proposal: scene.id("two bikes"),
      objector: scene.person("p18"),
    })),
    fails(
      "p10",
      "dropProposal",
      (scene) => ({
        proposal: scene.id("two bikes"),
        reason: DropReason.NotGovernance,
        text: "Before anybody has ruled",
      }),
      "WrongReason",
    ),
    // The secretary proposes, so the facilitator stands in for the ruling.
    fails(
      "p16",
      "ruleViolation",
      (scene) => ({
        proposal: scene.id("two bikes"),
        objector: scene.person("p18"),
        violates: false,
        text: "I find my own proposal valid",
      }),
      "OwnMatter",
    ),
    standsIn("p10", "loop", Office.Secretary, "two bikes"),
    days(3),
    does("p10", "ruleViolation", (scene) => ({
      proposal: scene.id("two bikes"),
      objector: scene.person("p18"),
      violates: true,
      text: "A purchase is a project, not a policy.",
    })),
    // What breaks a rule counts: nobody discards the objection any more.
    fails(
      "p10",
      "discardObjection",
      (scene) => ({
        proposal: scene.id("two bikes"),
        objector: scene.person("p18"),
        reason: DiscardReason.NoViolation,
        text: "On second thought",
      }),
      "WrongReason",
    ),
    does("p10", "dropProposal", (scene) => ({
      proposal: scene.id("two bikes"),
      reason: DropReason.NotGovernance,
      text: "It is no valid outcome of governance.",
    })),
    judged("two bikes", null, "Appealable"),
    days(3),
    judged("two bikes", null, "Final"),
    does("p18", "settleJudgement", (scene) => ({
      proposal: scene.id("two bikes"),
      about: zeroAddress,
    })),
    stands("two bikes", "Discarded"),
    fails("p16", "enact", (scene) => enactment(scene, "two bikes"), "WrongStatus"),
    counts("loop", 4),
  ],
};
