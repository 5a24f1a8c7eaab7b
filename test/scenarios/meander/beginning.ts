import { pad } from "viem";

import { circlesAbi } from "#sdk/abi/circles.ts";
import { foundingAbi } from "#sdk/abi/founding.ts";
import { budgetTerms } from "#sdk/acts/terms.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { Tie } from "#sdk/chronicle/elections.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import { ALL_ARTICLES, Tags } from "#sdk/flags.ts";
import { change, NO_WORDS, words } from "../../sdk/world.ts";
import {
  brings,
  calls,
  enacts,
  meets,
  nominates,
  opens,
  proposes,
  renominates,
  run,
  shares,
} from "../moves.ts";
import { days, does, type Episode, fails, type Scene, type Step, sees } from "../script.ts";
import {
  counts,
  discussed,
  elects,
  fills,
  holds,
  nominated,
  partnerAt,
  policyAt,
  stands,
} from "../views.ts";
import { bands, spendsInBands } from "./money.ts";

/** The contract's number for somebody who has agreed. */
const AGREED = 2;
const RATIFIERS = ["p13", "p14", "p19"];
/** Six months. */
export const TERM_DAYS = 182;

/** How many have ratified what is written; 0 once founding is over. */
const ratified = async ({ node, foundation }: Scene) => {
  const { address } = node.deployment.contracts.founding;
  const args = [foundation.organisation] as const;
  const view = { abi: foundingAbi, functionName: "progressOf", args } as const;
  return (await node.bank.reader.readContract({ address, ...view })).ratified;
};
/** Only an organisation whose founding is over can say who is in its circles. */
const isOver = async ({ node, foundation }: Scene) => {
  const { address } = node.deployment.contracts.circles;
  const args = [foundation.organisation] as const;
  const view = { abi: circlesAbi, functionName: "organisationAt", args } as const;
  return (await node.bank.reader.readContract({ address, ...view })).founded;
};

const articles = async ({ node, foundation }: Scene) => {
  const { address } = node.deployment.contracts.circles;
  const args = [foundation.organisation] as const;
  const view = { abi: circlesAbi, functionName: "organisationAt", args } as const;
  return (await node.bank.reader.readContract({ address, ...view })).articles;
};

/** How many persons the organisation knows as partners. */
const countAgreed = async (scene: Scene) => {
  const known = [...scene.state.partners.values()].map(({ person }) => scene.nameOf(person));
  const partners = await Promise.all(known.map((person) => partnerAt(scene, person)));
  return partners.filter(({ status, kind }) => status === AGREED && kind === PartnerKind.Person)
    .length;
};

/** Everybody who was invited agrees and accepts the roles offered to them. */
const everybodyAgrees: Step = {
  follow: (scene) =>
    [...scene.state.partners.values()].map(({ person }) =>
      does(scene.nameOf(person), "agree", ({ state, foundation }) => ({
        organisation: foundation.organisation,
        ruleHash: foundation.ruleHash,
        offers: [...state.offers.values()]
          .filter((offer) => offer.person === person)
          .map(({ role }) => role),
      })),
    ),
};

const ratifies = (by: string) =>
  does(by, "ratify", ({ foundation }) => ({
    organisation: foundation.organisation,
    number: foundation.lastWrite,
  }));

export const adoption: Episode = {
  week: 1,
  circle: "anchor",
  title: "Ratifiers adopt the rules; 24 partners agree",
  exercises: "R-ADO-1..5",
  unheld: "R-ADO-6",
  steps: [
    fails(
      "p21",
      "agree",
      ({ foundation }) => ({
        organisation: foundation.organisation,
        ruleHash: pad("0x11"),
        offers: [],
      }),
      "WrongRules",
    ),
    everybodyAgrees,
    sees("how many persons have agreed", countAgreed, 24),
    ratifies("p13"),
    ratifies("p14"),
    sees("how many have ratified", ratified, 2),
    fails(
      "p07",
      "propose",
      (scene) => ({
        circle: scene.id("make"),
        asRole: scene.id("workshop"),
        slot: 0,
        changes: [change({ kind: ChangeKind.CreateRole, words: words("Early") })],
        reasons: { tension: "I cannot wait", example: "Today", explanation: "I had not waited" },
      }),
      "FoundingNotOver",
    ),
    ratifies("p19"),
    sees("whether founding is over after all three", isOver, true),
    sees("which articles are adopted", articles, ALL_ARTICLES),
    // With the article of governance, no lead changes it alone; nobody but a ratifier amends the rules.
    fails(
      "p07",
      "decree",
      (scene) => ({
        circle: scene.id("make"),
        changes: [change({ kind: ChangeKind.CreateRole, words: words("Alone") })],
        people: [],
        reason: "I lead it",
      }),
      "ArticleOn",
    ),
    fails(
      "p07",
      "signAmendment",
      ({ foundation }) => ({
        organisation: foundation.organisation,
        ruleHash: pad("0x11"),
        articles: ALL_ARTICLES,
        revision: 1,
      }),
      "NotRatifier",
    ),
  ],
};

export const structure: Episode = {
  week: 1,
  circle: "anchor",
  title: "Initial structure: circles, roles and the policy about the anchor's assignments",
  exercises: "R-ADO-5",
  steps: [
    counts("anchor", 12),
    counts("food", 6),
    counts("loop", 4),
    counts("make", 4),
    counts("energy", 3),
    counts("care", 4),
    counts("learn", 3),
    counts("digital", 3),
    fills("safety", "n02", true),
    ...RATIFIERS.map((by) =>
      fails(
        by,
        "write",
        ({ foundation }) => ({
          organisation: foundation.organisation,
          afterNumber: foundation.lastWrite,
          changes: [change({ kind: ChangeKind.CreateRole, words: words("Late") })],
          people: [],
          invited: [],
          offers: [],
        }),
        "FoundingOver",
      ),
    ),
  ],
};

const ANCHOR_MEMBERS = [
  ...["p01", "p06", "p07", "p08", "p11", "p12"],
  ...["p13", "p14", "p17", "p19", "p21", "p22"],
];

export const firstMeeting: Episode = {
  week: 1,
  circle: "anchor",
  title: "pol-01, pol-02 adopted in the first governance meeting",
  exercises: "R-POL-1, R-SPD-8",
  steps: [
    proposes(
      "p14",
      "time limit and spending bands",
      { circle: "anchor", asRole: "treasury" },
      (scene) => [
        change({
          kind: ChangeKind.AdoptPolicy,
          words: {
            ...NO_WORDS,
            name: "Asynchronous time limit",
            text: "Who has not answered within 7 days has no objection.",
          },
          tags: Tags.DEFAULT,
        }),
        change({
          kind: ChangeKind.AdoptPolicy,
          words: {
            ...NO_WORDS,
            name: "Spending bands",
            text: "Up to 250 euros alone and told at once; beyond, the Treasury Steward confirms; else announced.",
          },
          tags: Tags.DEFAULT,
          terms: budgetTerms(bands(scene)),
        }),
      ],
      [
        "I do not know when I may pay.",
        "The rent of the workshop waited for eight answers.",
        "With a time limit and bands I had paid it in a week.",
      ],
    ),
    fails(
      "p17",
      "scheduleMeeting",
      async (scene) => ({
        circle: scene.id("anchor"),
        requested: 0n,
        startsAt: (await scene.now()) + 4 * 86_400,
        endsAt: (await scene.now()) + 5 * 86_400,
        purpose: "Nobody has elected me yet",
        limits: [],
      }),
      "NotSecretary",
    ),
    ...meets({
      circle: "anchor",
      proposal: "time limit and spending bands",
      proposer: "p14",
      facilitator: "p13",
      secretary: "p17",
      present: ANCHOR_MEMBERS,
      said: [
        "I need to know when silence is enough.",
        ["p12", "May a circle shorten the time?"],
        ["p06", "It gives me peace of mind."],
        "It may, to three days.",
      ],
      standIns: true,
    }),
    discussed("item about time limit and spending bands", "Adopted"),
    stands("time limit and spending bands", "Adopted"),
    enacts("p14", "time limit and spending bands", "pol-01", "pol-02"),
    stands("time limit and spending bands", "Enacted"),
    ...["pol-01", "pol-02"].map((policy) =>
      sees(
        `the tags of ${policy}`,
        async (scene) => (await policyAt(scene, policy)).tags,
        Tags.DEFAULT,
      ),
    ),
    ...spendsInBands,
  ],
};

const OFFICERS = [
  { circle: "loop", office: Office.Rep, person: "p16" },
  { circle: "loop", office: Office.Facilitator, person: "p10" },
  { circle: "loop", office: Office.Secretary, person: "p16" },
  { circle: "make", office: Office.Facilitator, person: "p18" },
  { circle: "make", office: Office.Secretary, person: "p12" },
  { circle: "make", office: Office.Rep, person: "p12" },
  { circle: "energy", office: Office.Facilitator, person: "p20" },
  { circle: "energy", office: Office.Secretary, person: "p14" },
  { circle: "energy", office: Office.Rep, person: "p20" },
  { circle: "care", office: Office.Facilitator, person: "p15" },
  { circle: "care", office: Office.Secretary, person: "p23" },
  { circle: "care", office: Office.Rep, person: "p19" },
  { circle: "learn", office: Office.Facilitator, person: "p24" },
  { circle: "learn", office: Office.Secretary, person: "p22" },
  { circle: "learn", office: Office.Rep, person: "p24" },
  { circle: "digital", office: Office.Facilitator, person: "p02" },
  { circle: "digital", office: Office.Secretary, person: "p03" },
  { circle: "digital", office: Office.Rep, person: "p02" },
  { circle: "food", office: Office.Secretary, person: "p09" },
  { circle: "food", office: Office.Rep, person: "p04" },
  { circle: "anchor", office: Office.Facilitator, person: "p13" },
  { circle: "anchor", office: Office.Secretary, person: "p17" },
] as const;

export const officers: Episode = {
  week: 2,
  circle: "all circles",
  title: "every circle elects its officers",
  exercises: "",
  steps: [
    ...run(OFFICERS, 365),
    ...OFFICERS.map(({ circle, office, person }) => holds(circle, office, person)),
    counts("anchor", 16),
    counts("food", 7),
  ],
};

/** Who nominates whom, whom after having heard the others, and why. */
const NOMINATIONS = [
  ["p01", "p05", "p05", "Asks before answering"],
  ["p03", "p05", "p05", "Keeps time"],
  ["p04", "p09", "p09", "Knows everybody"],
  ["p05", "p23", "p23", "Has patience"],
  ["p09", "p05", "p05", "Sums up well"],
  ["p16", "p23", "p05", "Heard what the others said"],
  ["p23", "p09", "p09", "Brings cake"],
] as const;

export const facilitatorOfFood: Episode = {
  week: 2,
  circle: "food",
  title: "Facilitator (term 6 months)",
  exercises: "R-ELE-1..9",
  steps: [
    calls("p01", "facilitator of food", { circle: "food", office: Office.Facilitator }),
    fails(
      "p01",
      "openElection",
      (scene) => ({
        election: scene.id("facilitator of food"),
        term: TERM_DAYS * 86_400,
        tie: Tie.Random,
      }),
      "NotFacilitator",
    ),
    days(3),
    opens("p01", "facilitator of food", TERM_DAYS),
    ...NOMINATIONS.map(([by, nominee]) => nominates(by, "facilitator of food", nominee)),
    nominated("facilitator of food", "p05", 0),
    elects("facilitator of food", "Sharing"),
    ...NOMINATIONS.map(([by, nominee, , why]) => shares(by, "facilitator of food", nominee, why)),
    nominated("facilitator of food", "p05", 3),
    ...NOMINATIONS.map(([by, , nominee, why]) =>
      renominates(by, "facilitator of food", nominee, why),
    ),
    nominated("facilitator of food", "p05", 4),
    brings("p01", "facilitator of food"),
    elects("facilitator of food", "Consenting"),
    does("p05", "declareWillingness", (scene) => ({
      election: scene.id("facilitator of food"),
      willing: true,
    })),
    does("p23", "objectToCandidate", (scene) => ({
      election: scene.id("facilitator of food"),
      reason: "Plans the boxes on meeting days",
    })),
    fails(
      "p01",
      "concludeElection",
      (scene) => ({ election: scene.id("facilitator of food") }),
      "WrongStep",
    ),
    // They talk: the meetings move to Wednesday.
    does("p23", "withdrawCandidateObjection", (scene) => ({
      election: scene.id("facilitator of food"),
    })),
    ...NOMINATIONS.map(([by]) =>
      does(by, "confirmCandidate", (scene) => ({ election: scene.id("facilitator of food") })),
    ),
    does("p09", "concludeElection", (scene) => ({ election: scene.id("facilitator of food") })),
    elects("facilitator of food", "Elected"),
    holds("food", Office.Facilitator, "p05"),
  ],
};
