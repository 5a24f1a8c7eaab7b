import { zeroAddress } from "viem";

import { DiscardReason, DropReason, RemarkKind } from "#sdk/chronicle/judgements.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Organisation, Proposal } from "#sdk/chronicle/organisation.ts";
import { holderOf, isObjecting, judgementOf } from "#sdk/chronicle/organisation.ts";
import { isUndecided } from "#sdk/chronicle/statusOf.ts";
import type { Chance } from "../chance.ts";

/** A random call about what is said and judged about a proposal. */
export async function judge(chance: Chance, state: Organisation): Promise<void> {
  const now = await chance.world.now();
  const live = [...state.proposals.values()].filter((it) => isUndecided(it, now));
  const judged = [...state.proposals.values()].filter((it) => it.judgements.length > 0);
  const opposed = live.filter((it) => it.objections.some(({ ended }) => ended === null));
  const from = chance.pick([judged, opposed, opposed, live.slice(-5)]) ?? live;
  const proposal = chance.pick(from);
  if (proposal === undefined) return;
  const due = chance.number(3) > 0 && (await goOn(chance, state, proposal));
  if (!due) await begin(chance, state, proposal);
}

async function begin(chance: Chance, state: Organisation, proposal: Proposal): Promise<void> {
  const { id, circle } = proposal;
  const member = chance.member(state, circle);
  const facilitator = chance.sometimes(holderOf(state, circle, Office.Facilitator));
  const secretary = chance.sometimes(holderOf(state, circle, Office.Secretary));
  const standing = proposal.objections.filter((it) => it.ended === null);
  const objector = chance.sometimes(chance.pick(standing)?.by);
  const about = { proposal: id, objector };
  switch (chance.number(9)) {
    case 0:
    case 1: {
      const kind = chance.pick(Object.values(RemarkKind)) ?? RemarkKind.Question;
      const whose = chance.once(2) ? objector : zeroAddress;
      await chance.try(member, "remark", { proposal: id, kind, about: whose, text: "And then?" });
      return;
    }
    case 2:
      if (chance.once(2)) return;
      await chance.try(member, "requestMeeting", { proposal: id, text: "Let us talk" });
      return;
    case 3:
      await chance.try(member, "requestTest", about);
      return;
    case 4:
      await chance.try(facilitator, "upholdObjection", { ...about, text: "All is there" });
      return;
    case 5: {
      const said = { ...about, violates: chance.once(3), text: "So it reads" };
      await chance.try(secretary, "ruleViolation", said);
      return;
    }
    case 6:
    case 7: {
      const reason = chance.pick(Object.values(DiscardReason)) ?? DiscardReason.NoHarm;
      await chance.try(facilitator, "discardObjection", { ...about, reason, text: "None given" });
      return;
    }
    default: {
      if (chance.once(2)) return;
      const reason = chance.pick(Object.values(DropReason)) ?? DropReason.NoTension;
      await chance.try(facilitator, "dropProposal", { proposal: id, reason, text: "None given" });
    }
  }
}

/** The act that a judgement waits for; whether there is one. */
async function goOn(chance: Chance, state: Organisation, proposal: Proposal): Promise<boolean> {
  const { id, circle, proposer } = proposal;
  const abouts = [...new Set(proposal.judgements.map((it) => it.about))];
  const about = chance.pick(abouts);
  const judgement = about === undefined ? undefined : judgementOf(proposal, about);
  if (about === undefined || judgement === undefined) return false;
  const named = { proposal: id, about: about ?? zeroAddress };
  const secretary = chance.sometimes(holderOf(state, judgement.rung ?? circle, Office.Secretary));
  switch (chance.number(5)) {
    case 0:
      await chance.try(secretary, "secondJudgement", named);
      return true;
    case 1: {
      const by = chance.sometimes(about ?? proposer);
      await chance.try(by, "appeal", { ...named, text: "It was given" });
      return true;
    }
    case 2:
    case 3: {
      const upheld = chance.once(2);
      await chance.try(secretary, "decideAppeal", { ...named, upheld, text: "So it is" });
      return true;
    }
    default:
      if (chance.once(3) && about !== null && !isObjecting(proposal, about)) return false;
      await chance.try(chance.person(), "settleJudgement", named);
      return true;
  }
}
