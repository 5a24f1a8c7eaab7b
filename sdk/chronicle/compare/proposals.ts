import type { Address } from "viem";

import { consentAbi } from "../../abi/consent.ts";
import type { Organisation, Proposal, Seat } from "../organisation.ts";
import {
  confirmationsNow,
  consentOf,
  countBlocking,
  currentVersion,
  marksOf,
  numberOf,
  proposalSlotsOf,
} from "../organisation.ts";
import { statusOf } from "../statusOf.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

/** What the views of `Consent` must answer at a time. */
export function expectedOfProposals(state: Organisation, time: number): readonly Expectation[] {
  const viewIn = (process: Address) => viewsOf("Consent", process, consentAbi);
  const opened = [...state.proposals.values()].map(({ process }) => process);
  const seats = [...state.seats.values()];
  const slots = [...new Set([consentOf(state), ...opened])].flatMap((process) =>
    seats.map(({ circle, person }) =>
      viewIn(process)("slotsOf", [circle, person], proposalSlotsOf(state, circle, person, process)),
    ),
  );
  const proposals = [...state.proposals.values()].flatMap((proposal) => {
    const view = viewIn(proposal.process);
    return [
      view("proposalAt", [proposal.id], wordOf(proposal)),
      view("contentOf", [proposal.id], currentVersion(proposal).contentHash),
      view("statusOf", [proposal.id], statusOf(proposal, time)),
      view("suspendedUntil", [proposal.id], proposal.suspendedUntil),
      ...seats
        .filter(({ circle, number }) => circle === proposal.circle && number > 0)
        .flatMap((seat) => [
          view("answerOf", [proposal.id, seat.number], answerOf(proposal, seat)),
          view("objectedTo", [proposal.id, seat.number], objectedTo(proposal, seat)),
        ]),
    ];
  });
  return [...slots, ...proposals];
}

function wordOf(proposal: Proposal) {
  const { version, expected, epoch, attention } = currentVersion(proposal);
  return {
    circle: numberOf(proposal.circle),
    proposer: proposal.proposerNumber,
    standingFrom: proposal.standingFrom,
    closesAt: proposal.closesAt,
    version,
    expected,
    confirmed: confirmationsNow(proposal).length,
    objections: countBlocking(proposal),
    epoch,
    marks: marksOf(proposal),
    attention,
    outcome: proposal.outcome,
  };
}

function answerOf(
  proposal: Proposal,
  { number }: Seat,
): readonly [boolean, boolean, boolean, boolean] {
  const { version } = currentVersion(proposal);
  const own = proposal.objections.filter((objection) => objection.number === number);
  return [
    own.some((objection) => objection.ended === null),
    confirmationsNow(proposal).some((confirmation) => confirmation.number === number),
    own.some((objection) => objection.version === version),
    (own.at(-1)?.objection.rule ?? "") !== "",
  ];
}

function objectedTo(proposal: Proposal, { number }: Seat): number {
  return proposal.objections.findLast((objection) => objection.number === number)?.version ?? 1;
}
