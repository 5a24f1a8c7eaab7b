import { zeroAddress } from "viem";

import { invitationOf } from "#sdk/acts/invitation.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { RemarkKind } from "#sdk/chronicle/judgements.ts";
import { invitingTerms, linkTerms } from "#sdk/chronicle/links.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { keyOf } from "#sdk/chronicle/organisation.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import { Tags } from "#sdk/flags.ts";
import { change, NO_WORDS } from "../../sdk/world.ts";
import { calls, confirm, enactment, enacts, meets, opens, proposes, says } from "../moves.ts";
import { days, does, type Episode, fails, hours, type Scene, sees } from "../script.ts";
import {
  acts,
  answers,
  counts,
  elects,
  fills,
  holds,
  policyAt,
  roleIsAt,
  stands,
} from "../views.ts";
import { TERM_DAYS } from "./beginning.ts";

const DAY = 86_400;

/** One person or body, whom the River Trust appoints. */
function appointed(scene: Scene) {
  return linkTerms({ source: null, appointer: scene.person("x01"), limit: 1 });
}

function offersRiver(scene: Scene) {
  return { role: scene.id("river"), person: scene.person("x01") };
}

export const guardian: Episode = {
  week: 5,
  circle: "anchor",
  title: "pol-03 River Guardian link",
  exercises: "R-OUT-1, R-POL-1, R-LNK-1..3, R-LNK-8",
  steps: [
    proposes(
      "p21",
      "river guardian",
      { circle: "anchor", asRole: "metrics-gardener" },
      (scene) => [
        change({
          kind: ChangeKind.AdoptPolicy,
          words: {
            ...NO_WORDS,
            name: "River Guardian link",
            text: "Whoever the River Trust appoints fills the River Guardian, until this policy goes.",
          },
          tags: Tags.GRANT,
          terms: invitingTerms(scene.id("anchor"), appointed(scene)),
        }),
        change({
          kind: ChangeKind.LinkRole,
          // The policy before it in this list.
          place: 1n,
          terms: appointed(scene),
          words: {
            name: "River Guardian",
            text: "The river is heard before it is harmed",
            domains: [],
            accountabilities: ["Raising tensions on behalf of the river"],
          },
        }),
      ],
      [
        "What I measure of the river speaks for nobody.",
        "In April the weir was opened while trout were spawning.",
        "The guardian had said so in the meeting before.",
      ],
    ),
    ...meets({
      circle: "anchor",
      proposal: "river guardian",
      proposer: "p21",
      facilitator: "p13",
      secretary: "p17",
      present: ["p13", "p17", "p21", "p04", "p11", "p14", "p19"],
      said: [
        "The river should have a seat.",
        ["p14", "Who appoints the guardian?"],
        ["p04", "It is about time."],
        "The River Trust does, and we offer the role to whom it names.",
      ],
      standIns: false,
    }),
    stands("river guardian", "Adopted"),
    enacts("p17", "river guardian", "pol-03", "river"),
    sees("the tags of pol-03", async (scene) => (await policyAt(scene, "pol-03")).tags, Tags.GRANT),
    // The trust's account is a partner like any other body; admission is the Membership Steward's.
    does("p19", "invite", (scene) => ({
      organisation: scene.foundation.organisation,
      invitation: invitationOf(scene.person("x01"), PartnerKind.Body),
    })),
    does("x01", "agree", ({ foundation }) => ({
      organisation: foundation.organisation,
      ruleHash: foundation.ruleHash,
      offers: [],
    })),
    // Whom the trust appoints is nobody's choice but its own: it speaks for the river itself.
    fails("p13", "offer", offersRiver, "NotAssigner"),
    does("x01", "offer", offersRiver),
    does("x01", "accept", (scene) => ({ role: scene.id("river") })),
    fills("river", "x01", true),
    counts("anchor", 17),
    fails(
      "p13",
      "revoke",
      (scene) => ({ role: scene.id("river"), person: scene.person("x01") }),
      "NotAssigner",
    ),
  ],
};

export const onboarding: Episode = {
  week: 7,
  circle: "care",
  title: "Expand Onboarding Guide into a circle",
  exercises: "R-PRP-9",
  steps: [
    proposes(
      "p19",
      "onboarding circle",
      { circle: "care", asRole: "onboarding" },
      (scene) => [
        change({
          kind: ChangeKind.CreateRole,
          target: scene.id("onboarding"),
          words: { ...NO_WORDS, name: "Buddy", text: "Nobody is alone in the first month" },
        }),
      ],
      [
        "I cannot welcome eight people alone.",
        "In May two waited for a week.",
        "With buddies inside they had been met on the first day.",
      ],
    ),
    says("p15", "onboarding circle", RemarkKind.Question, "Who would fill it?"),
    says("p19", "onboarding circle", RemarkKind.Reply, "I do not know yet."),
    says("p23", "onboarding circle", RemarkKind.Reaction, "A circle of one is a role."),
    ...confirm("onboarding circle", ["p06"]),
    does("p19", "withdraw", (scene) => ({ proposal: scene.id("onboarding circle") })),
    stands("onboarding circle", "Withdrawn"),
    fails("p19", "enact", (scene) => enactment(scene, "onboarding circle"), "WrongStatus"),
    roleIsAt("onboarding", 1),
    counts("onboarding", 0),
  ],
};

export const silence: Episode = {
  week: 12,
  circle: "food",
  title: "Async proposal with 2 silent members",
  exercises: "R-PRP-7, R-PRP-8",
  steps: [
    proposes(
      "p01",
      "crop forecast",
      { circle: "food", asRole: "grower-liaison" },
      (scene) => {
        const role = scene.state.roles.get(scene.id("grower-liaison"));
        const words = role?.words ?? NO_WORDS;
        return [
          change({
            kind: ChangeKind.AmendRole,
            target: scene.id("grower-liaison"),
            revision: 1,
            words: {
              ...words,
              accountabilities: [...words.accountabilities, "Telling in spring what will grow"],
            },
          }),
        ];
      },
      [
        "Boxes are planned before I know what grows.",
        "We promised leeks in February and had none.",
        "A forecast had said so in October.",
      ],
    ),
    ...confirm("crop forecast", ["p03", "p04", "p05", "p09"]),
    answers("crop forecast", { version: 1, expected: 6, confirmed: 4 }),
    days(4),
    hours(23),
    stands("crop forecast", "Open"),
    fails("p01", "enact", (scene) => enactment(scene, "crop forecast"), "WrongStatus"),
    hours(1),
    stands("crop forecast", "Adopted"),
    answers("crop forecast", { version: 1, expected: 6, confirmed: 4 }),
    enacts("p16", "crop forecast"),
    roleIsAt("grower-liaison", 2),
  ],
};

const reviewWeek16 = (scene: Scene) => scene.begunAt + 15 * 7 * DAY;
const SUNDAYS = {
  ...NO_WORDS,
  name: "Sunday opening",
  text: "On trial the workshop is open on Sundays.",
};

export const trial: Episode = {
  week: 14,
  circle: "anchor",
  title: "Sunday opening is adopted on trial, with a date to look at it again",
  exercises: "",
  steps: [
    proposes(
      "p07",
      "trial of Sundays",
      { circle: "anchor", asRole: "make" },
      (scene) => [
        change({
          kind: ChangeKind.AdoptPolicy,
          words: SUNDAYS,
          tags: Tags.GRANT,
          reviewAt: reviewWeek16(scene),
        }),
      ],
      ["Who works cannot come.", "Nine asked for Sundays.", "They had repaired their things."],
    ),
    days(7),
    stands("trial of Sundays", "Adopted"),
    enacts("p07", "trial of Sundays", "sundays"),
  ],
};

export const review: Episode = {
  week: 16,
  circle: "anchor",
  title: "Review date reached: Sunday opening",
  exercises: "R-DYN-1",
  unheld: "R-DYN-2, R-DYN-3",
  steps: [
    sees(
      "whether the policy's review is due",
      async (scene) => (await policyAt(scene, "sundays")).reviewAt <= (await scene.now()),
      true,
    ),
    proposes(
      "p07",
      "Sundays kept",
      { circle: "anchor", asRole: "make" },
      (scene) => [
        change({
          kind: ChangeKind.AmendPolicy,
          target: scene.id("sundays"),
          revision: 1,
          words: { ...SUNDAYS, text: "The workshop is open on Sundays from noon, with two hosts." },
          tags: Tags.GRANT,
          reviewAt: reviewWeek16(scene) + 60 * DAY,
        }),
      ],
      ["One host is too few.", "On the second Sunday 31 came.", "With two nobody had queued."],
    ),
    ...confirm("Sundays kept", ["p12", "p13", "x01"]),
    days(7),
    stands("Sundays kept", "Adopted"),
    enacts("p13", "Sundays kept"),
    sees(
      "the policy, kept and amended",
      async (scene) => {
        const { revision, reviewAt } = await policyAt(scene, "sundays");
        return { revision, reviewAt };
      },
      (scene: Scene) => ({ revision: 2, reviewAt: reviewWeek16(scene) + 60 * DAY }),
    ),
  ],
};

export const boxes: Episode = {
  week: 17,
  circle: "food",
  title: "Circle lead revokes, reassigns Box Planner",
  exercises: "R-ASG-1..7",
  steps: [
    fails(
      "p09",
      "revoke",
      (scene) => ({ role: scene.id("box-planner"), person: scene.person("p05") }),
      "NotAssigner",
    ),
    does("p01", "revoke", (scene) => ({
      role: scene.id("box-planner"),
      person: scene.person("p05"),
    })),
    fills("box-planner", "p05", false),
    // While nobody fills it the circle's lead acts for it.
    acts("box-planner", "p01", true),
    does("p01", "offer", (scene) => ({
      role: scene.id("box-planner"),
      person: scene.person("p03"),
    })),
    fills("box-planner", "p03", false),
    does("p03", "accept", (scene) => ({ role: scene.id("box-planner") })),
    fills("box-planner", "p03", true),
    fails("p09", "focus", (scene) => vegan(scene), "NotAssigner"),
    does("p01", "focus", (scene) => vegan(scene)),
    sees(
      "for what p03 fills it",
      (scene) => scene.state.focuses.get(keyOf(scene.id("box-planner"), scene.person("p03"))),
      "Vegan boxes",
    ),
    acts("box-planner", "p01", false),
    // More than one may fill it, and each resigns for themselves.
    does("p01", "offer", (scene) => ({
      role: scene.id("box-planner"),
      person: scene.person("p23"),
    })),
    does("p23", "accept", (scene) => ({ role: scene.id("box-planner") })),
    fills("box-planner", "p23", true),
    does("p23", "resign", (scene) => ({ role: scene.id("box-planner") })),
    fills("box-planner", "p23", false),
    // The office is no role: only an election empties it.
    holds("food", Office.Facilitator, "p05"),
    counts("food", 7),
  ],
};

function vegan(scene: Scene) {
  return { role: scene.id("box-planner"), person: scene.person("p03"), focus: "Vegan boxes" };
}

const facilitatorAnew = (scene: Scene) => ({
  subject: {
    circle: scene.id("food"),
    role: 0n,
    office: Office.Facilitator,
    index: 0,
    replaced: zeroAddress,
  },
  reason: "The term is over",
});

export const termEnds: Episode = {
  week: 22,
  circle: "food",
  title: "Facilitator term ends",
  exercises: "R-ELE-10",
  steps: [
    // Six months from week 2 on are not over yet: until then only members call elections.
    fails("p24", "callElection", facilitatorAnew, "NotMember"),
    days(TERM_DAYS - 19 * 7),
    calls("p24", "facilitator of food, anew", { circle: "food", office: Office.Facilitator }),
    elects("facilitator of food, anew", "Called"),
    holds("food", Office.Facilitator, "p05"),
    opens("p05", "facilitator of food, anew", TERM_DAYS),
    elects("facilitator of food, anew", "Sealing"),
  ],
};
