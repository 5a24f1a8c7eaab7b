import type { Address } from "viem";

import { BreakdownReason } from "#sdk/chronicle/breakdowns.ts";
import { restoringOf } from "#sdk/chronicle/mayAct.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { holderOf } from "#sdk/chronicle/organisation.ts";
import { RulingStep, StrikePhase, StrikeReason, strikePhaseAt } from "#sdk/chronicle/rulings.ts";
import type { Chance } from "../chance.ts";

const WHY = { text: "It says so" };

/** A random call about a ruling, a strike, a breakdown or an initiative. */
export async function trouble(chance: Chance, state: Organisation): Promise<void> {
  const dice = chance.number(10);
  if (dice < 3) await interpret(chance, state);
  else if (dice < 6) await strike(chance, state);
  else if (dice < 9) await breakDown(chance, state);
  else await dare(chance, state);
}

async function interpret(chance: Chance, state: Organisation): Promise<void> {
  const about = chance.pick([...state.interpretations.values()].slice(-3));
  if (about === undefined || chance.once(3)) {
    const circle = chance.role(state);
    const data = { circle, object: objectOf(chance, state), question: "What?" };
    await chance.try(chance.person(), "askInterpretation", data);
    return;
  }
  const { id: interpretation, step, rung } = about;
  const by = officer(chance, state, rung, Office.Secretary);
  if (step === RulingStep.Asked) await chance.try(by, "interpret", { interpretation, ...WHY });
  else if (step === RulingStep.Appealed || chance.once(6)) {
    const upheld = chance.number(2) === 0;
    await chance.try(by, "reviewInterpretation", { interpretation, upheld, ...WHY });
  } else await chance.try(chance.person(), "appealInterpretation", { interpretation, ...WHY });
}

async function strike(chance: Chance, state: Organisation): Promise<void> {
  const asked = chance.pick([...state.strikes.values()].slice(-4));
  if (asked === undefined || chance.once(4)) {
    const object = objectOf(chance, state);
    const holder = state.roles.get(object)?.circle ?? state.policies.get(object)?.circle;
    const circle = chance.once(3) ? chance.role(state) : (holder ?? state.anchor);
    await chance.try(chance.person(), "requestStrike", { circle, object, ...WHY });
    return;
  }
  const { id, circle, object } = asked;
  const phase = strikePhaseAt(asked, await chance.world.now());
  const outer = state.roles.get(circle)?.circle ?? circle;
  const office = outer === circle ? Office.Facilitator : Office.Secretary;
  const secretary = officer(chance, state, circle, Office.Secretary);
  if (phase === StrikePhase.Requested) {
    const reason = StrikeReason.AgainstRules;
    const data = { strike: id, reason, rule: "The rule", ...WHY };
    if (chance.once(4)) await chance.try(secretary, "clearGovernance", { strike: id, ...WHY });
    else await chance.try(secretary, "strikeGovernance", data);
  } else if (phase === StrikePhase.Struck && chance.number(2) === 0) {
    await chance.try(chance.person(), "appealStrike", { strike: id, ...WHY });
  } else if (phase === StrikePhase.Contested) {
    const by = officer(chance, state, outer, office);
    await chance.try(by, "decideStrike", { strike: id, upheld: !chance.once(3), ...WHY });
  } else {
    const role = state.roles.get(object);
    const people = [...(role?.fillers ?? []), ...(role?.reps ?? [])];
    await chance.try(chance.person(), "carryOutStrike", { strike: id, people });
  }
}

async function breakDown(chance: Chance, state: Organisation): Promise<void> {
  const standing = [...state.breakdowns.values()].filter(({ ended }) => ended === null);
  const found = chance.pick(standing);
  if (found === undefined || chance.once(4)) {
    const held = chance.pick([...state.tenures.values()]);
    const by = held?.circle ?? state.anchor;
    const circle = chance.once(2) ? (chance.pick(state.roles.get(by)?.inner ?? []) ?? by) : by;
    const reason = chance.pick(Object.values(BreakdownReason)) ?? BreakdownReason.Pattern;
    const data = { circle, by, reason, ...WHY };
    if (chance.once(6)) await chance.try(chance.person(), "askAudit", { circle, ...WHY });
    else await chance.try(chance.sometimes(held?.holder), "declareBreakdown", data);
    return;
  }
  const { circle } = found;
  const restoring = restoringOf(state, circle);
  const restorer = officer(chance, state, restoring, Office.Facilitator);
  const office = chance.once(6) ? Office.Rep : chance.number(2) === 0 ? 0 : 1;
  switch (chance.number(8)) {
    case 0:
    case 1:
      await chance.try(restorer, "takeOver", { circle, office });
      return;
    case 2:
    case 3:
    case 4:
      await chance.try(restorer, "addLead", { circle, person: chance.person() });
      return;
    case 5: {
      const by = officer(chance, state, restoringOf(state, restoring), Office.Secretary);
      await chance.try(by, "overturnBreakdown", { circle, ...WHY });
      return;
    }
    case 6:
      await chance.try(chance.person(), "escalateBreakdown", { circle });
      return;
    default:
      await chance.try(restorer, "declareRestored", { circle, ...WHY });
  }
}

async function dare(chance: Chance, state: Organisation): Promise<void> {
  const initiative = chance.pick([...state.initiatives.values()].slice(-3));
  if (initiative === undefined || chance.once(3)) {
    const asRole = chance.role(state);
    const breaks = objectOf(chance, state);
    const waiting = (breaks === 0n) === chance.once(8) ? "It burnt" : "";
    const said = { what: "off", goodFaith: "yes", tension: "smoke", spending: "none", waiting };
    const affected = [chance.role(state), chance.role(state)];
    const by = chance.sometimes(chance.pick(state.roles.get(asRole)?.fillers ?? []));
    await chance.try(by, "declareInitiative", { asRole, breaks, affected, statements: said });
    return;
  }
  const { id } = initiative;
  const role = chance.pick(initiative.affected) ?? chance.role(state);
  const by = chance.sometimes(chance.pick(state.roles.get(role)?.fillers ?? []));
  if (chance.once(3)) await chance.try(by, "liftRefrain", { initiative: id, role });
  else await chance.try(by, "askToRefrain", { initiative: id, role, ...WHY });
}

/** A role, a policy or the rules. */
function objectOf(chance: Chance, state: Organisation): bigint {
  if (chance.once(6)) return 0n;
  const policy = chance.pick([...state.policies.keys()]);
  return policy === undefined || chance.number(2) === 0 ? chance.role(state) : policy;
}

function officer(chance: Chance, state: Organisation, circle: bigint, office: Office): Address {
  return chance.sometimes(holderOf(state, circle, office));
}
