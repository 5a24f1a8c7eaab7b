import { BreakdownReason } from "#sdk/chronicle/breakdowns.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { DiscardReason } from "#sdk/chronicle/judgements.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { idOf } from "#sdk/chronicle/organisation.ts";
import { StrikeReason } from "#sdk/chronicle/rulings.ts";
import type { Orchard } from "./orchard.ts";
import { change, DAY, words } from "./world.ts";

const WHY = { text: "It says so" };
const ARGUED = { harm: "harm", limits: "limits", cause: "cause", certainty: "so", rule: "" };

/** What secretaries rule on, and strike, in the orchard. */
export async function rule(orchard: Orchard): Promise<void> {
  const { anna, dan, fred, gina, anchor, operations, oven } = orchard;
  const { state } = await orchard.read();
  const [policy = 0n] = state.policies.keys();
  const last = async () => idOf(1, (await orchard.read()).state.head.number);

  await orchard.act(anna, "askInterpretation", {
    ...{ circle: operations, object: policy, question: "Which books?" },
  });
  const interpretation = await last();
  await orchard.act(fred, "interpret", { interpretation, ...WHY });
  await orchard.act(anna, "appealInterpretation", { interpretation, ...WHY });
  await orchard.act(dan, "reviewInterpretation", { interpretation, upheld: false, text: "All" });
  await orchard.act(anna, "askInterpretation", { circle: anchor, object: 0n, question: "Who?" });
  const ofRules = await last();
  await orchard.act(dan, "interpret", { interpretation: ofRules, ...WHY });
  await orchard.act(anna, "askInterpretation", { circle: anchor, object: oven, question: "Why?" });

  const request = async (circle: bigint, object: bigint) => {
    await orchard.act(anna, "requestStrike", { circle, object, ...WHY });
    return await last();
  };
  const strike = { reason: StrikeReason.NoAuthority, rule: "What is its own", ...WHY };
  await orchard.act(fred, "clearGovernance", { strike: await request(operations, oven), ...WHY });
  const first = await request(operations, policy);
  await orchard.act(fred, "strikeGovernance", { ...strike, strike: first });
  await orchard.act(gina, "appealStrike", { strike: first, ...WHY });
  await orchard.act(dan, "decideStrike", { strike: first, upheld: true, ...WHY });
  await orchard.act(gina, "carryOutStrike", { strike: first, people: [] });
  const role = state.roles.get(anchor)?.inner.at(-1) ?? 0n;
  const second = await request(anchor, role);
  await orchard.act(dan, "strikeGovernance", { ...strike, strike: second });
  await orchard.world.wait(4 * DAY);
  await orchard.act(gina, "carryOutStrike", { strike: second, people: [] });
  // Nobody decides in time: it falls.
  const third = await request(operations, oven);
  await orchard.act(fred, "strikeGovernance", { ...strike, strike: third });
  await orchard.act(gina, "appealStrike", { strike: third, ...WHY });
}

/** What breaks down there, and is restored or not. */
export async function restore(orchard: Orchard): Promise<void> {
  const { anna, ben, cleo, dan, eve, fred, gina, anchor, operations: circle, oven } = orchard;
  await orchard.act(anna, "askAudit", { circle, ...WHY });
  const declared = { circle, by: circle, ...WHY };
  const { FailedGovernance, Pattern } = BreakdownReason;
  await orchard.act(eve, "declareBreakdown", { ...declared, reason: FailedGovernance });
  await orchard.act(cleo, "takeOver", { circle, office: Office.Secretary });
  await orchard.act(cleo, "addLead", { circle, person: ben });
  await orchard.act(cleo, "addLead", { circle, person: dan });
  await orchard.act(cleo, "declareRestored", { circle, ...WHY });
  await orchard.act(fred, "declareBreakdown", { ...declared, reason: Pattern });
  await orchard.act(dan, "overturnBreakdown", { circle, ...WHY });

  await orchard.act(cleo, "declareBreakdown", { ...declared, by: anchor, reason: Pattern });
  await orchard.act(cleo, "takeOver", { circle, office: Office.Facilitator });
  await orchard.act(cleo, "addLead", { circle, person: ben });
  const more = change({ kind: ChangeKind.CreateRole, words: words("Cellar") });
  const proposal = await orchard.bakery.proposeIn(circle, anna, circle, [more]);
  const objection = { proposal, version: 1, asRole: oven, objection: ARGUED };
  await orchard.act(gina, "object", objection);
  await orchard.act(cleo, "discardObjection", {
    ...{ proposal, objector: gina, reason: DiscardReason.Irrelevant, ...WHY },
  });
  await orchard.world.wait(31 * DAY);
  await orchard.act(gina, "escalateBreakdown", { circle });
}

/** What somebody dares there. */
export async function dare(orchard: Orchard): Promise<void> {
  const { anna, fred, gina, operations, oven } = orchard;
  const { state } = await orchard.read();
  const shop = state.roles.get(operations)?.inner.find((id) => id !== oven) ?? 0n;
  await orchard.act(fred, "declareInitiative", {
    ...{ asRole: oven, breaks: shop, affected: [operations, shop] },
    statements: {
      what: "I opened the shop",
      goodFaith: "The oven was full",
      tension: "Nothing spoilt",
      spending: "Nothing",
      waiting: "Bread does not wait",
    },
  });
  const initiative = idOf(1, (await orchard.read()).state.head.number);
  await orchard.act(anna, "askToRefrain", { initiative, role: operations, ...WHY });
  await orchard.act(gina, "askToRefrain", { initiative, role: shop, ...WHY });
  await orchard.act(anna, "liftRefrain", { initiative, role: operations });
}
