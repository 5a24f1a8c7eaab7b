import { canChangeNomination } from "#app/model/can/canChangeNomination.ts";
import { canChoose } from "#app/model/can/canChoose.ts";
import { canConclude } from "#app/model/can/canConclude.ts";
import { canConfirmCandidate } from "#app/model/can/canConfirmCandidate.ts";
import { canDiscardCandidate } from "#app/model/can/canDiscardCandidate.ts";
import { canNominate } from "#app/model/can/canNominate.ts";
import { canShare } from "#app/model/can/canShare.ts";
import { ballotOf, matterOf } from "#app/model/can/electing.ts";
import { countedIn } from "#app/model/candidates.ts";
import { actsFor } from "#app/model/offices.ts";
import type { Finder, Item, Looking } from "#app/pages/waiting/item.ts";
import { roleName } from "#app/words/changes.ts";
import { electionState, isWilling, silenceText, subjectText } from "#app/words/elections.ts";
import { electionPath } from "#app/words/paths.ts";
import type { Person } from "#app/words/people.ts";
import { isSame } from "#app/words/people.ts";
import { momentText } from "#app/words/time.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep, nomineeOf } from "#sdk/chronicle/elections.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { isMember } from "#sdk/chronicle/organisation.ts";

/** Elections in which something is asked of somebody, one item for each. */
export const elections: Finder = (view, me) =>
  [...view.organisation.elections.values()].flatMap((election) => ofOne(view, me, election) ?? []);

type Rest = Pick<Item, "because" | "acts"> & Partial<Pick<Item, "silence" | "until">>;

function item(view: Looking, election: Election, kind: string, title: string, rest: Rest): Item {
  const { organisation, now, nameOf } = view;
  const state = electionState(organisation, election, now);
  const until = state.until ?? null;
  return {
    kind,
    key: `${kind}${election.id}`,
    until,
    mark:
      until === null
        ? { glyph: "elected" }
        : {
            opensAt: state.from,
            closesAt: until,
            tone: state.glyph === "objected" ? "escalated" : "open",
          },
    label: `Election in ${roleName(organisation, election.subject.circle)}`,
    title: `${title} ${subjectText(organisation, election.subject, nameOf)}${title.startsWith("Would") ? "?" : ""}`,
    href: electionPath(election.id),
    silence: silenceText(election, now) ?? "",
    ...rest,
  };
}

function ofOne(view: Looking, me: Person, election: Election): Item | undefined {
  const step = electionState(view.organisation, election, view.now).step;
  return FIND[step]?.(view, me, election);
}

type Find = (view: Looking, me: Person, election: Election) => Item | undefined;

const look = (election: Election, label: string) => ({ label, href: electionPath(election.id) });

const FIND: { readonly [step in ElectionStep]?: Find } = {
  [ElectionStep.Called]: open,
  [ElectionStep.Sealing]: nominate,
  [ElectionStep.Sharing]: share,
  [ElectionStep.Changing]: change,
  [ElectionStep.Counting]: count,
  [ElectionStep.Choosing]: choose,
  [ElectionStep.Consenting]: consent,
};

/** The facilitator is asked first; once the notice is over, every member. */
function open(view: Looking, me: Person, election: Election): Item | undefined {
  const { organisation, now, nameOf } = view;
  const { family, id, circle } = matterOf(election);
  const acts = actsFor(view, family, id, circle, Office.Facilitator, me);
  const waited = now >= election.opensFrom && isMember(organisation, circle, me);
  if (!acts && !waited) return undefined;
  return item(view, election, "open election", "Open the election of", {
    because: `${nameOf(election.calledBy)} called it. ${acts ? "You act as facilitator" : "Its notice is over, so any member may open it"}: state the term and how a tie is broken.`,
    acts: [look(election, "Open it")],
  });
}

function nominate(view: Looking, _me: Person, election: Election): Item | undefined {
  if (!canNominate(view, election).ok) return undefined;
  const circle = roleName(view.organisation, election.subject.circle);
  const { ballots, expected } = election;
  return item(view, election, "nominate", "Nominate", {
    because: `You are a member of ${circle}. ${ballots.length} of ${expected} have nominated, sealed.`,
    silence: "If you nominate nobody, you are left out of the rest of this election.",
    acts: [look(election, "Nominate somebody")],
  });
}

function share(view: Looking, _me: Person, election: Election): Item | undefined {
  if (!canShare(view, election).ok) return undefined;
  const shared = election.ballots.filter((ballot) => ballot.shared !== null).length;
  return item(view, election, "share", "Share your nomination:", {
    because: `All are sealed. ${shared} of ${election.ballots.length} are shared so far.`,
    silence: "If you do not share yours in time, it counts in nothing.",
    acts: [look(election, "Share it")],
  });
}

function change(view: Looking, me: Person, election: Election): Item | undefined {
  if (!canChangeNomination(view, election).ok) return undefined;
  const mine = ballotOf({ me }, election);
  const nominee = mine === undefined ? null : nomineeOf(mine);
  return item(view, election, "change", "Change your nomination, or keep it:", {
    because: `${nominee === null ? "" : `You nominated ${view.nameOf(nominee)}. `}All are shared; you may change yours once.`,
    silence: "If you do nothing, your nomination stays as it is.",
    acts: [look(election, "Read the others’ reasons")],
  });
}

function count(view: Looking, me: Person, election: Election): Item | undefined {
  if (
    ballotOf({ me }, election) === undefined &&
    !isMember(view.organisation, election.subject.circle, me)
  ) {
    return undefined;
  }
  const candidates = countedIn(election, view.now);
  return item(view, election, "count", "Bring the count of", {
    because: "All nominations stand. Anybody may bring the count; the contract checks it.",
    acts: [
      {
        label: "Bring the count",
        sign: (sign) => sign("countNominations", { election: election.id, candidates }),
      },
      look(election, "Look at them"),
    ],
  });
}

function choose(view: Looking, _me: Person, election: Election): Item | undefined {
  if (!canChoose(view, election).ok) return undefined;
  return item(view, election, "choose", "Choose among the tied:", {
    because: "There is a tie, and you nominated none of those who are tied.",
    silence: "If you do not choose, your nomination stays where it is.",
    acts: [look(election, "Choose")],
  });
}

function consent(view: Looking, me: Person, election: Election): Item | undefined {
  const { organisation, nameOf, now } = view;
  const { id, candidate } = election;
  const name = candidate === null ? "Somebody" : nameOf(candidate);
  const silenceEnds = momentText(election.endsAt + election.notice);
  if (isSame(candidate, me) && !isWilling(organisation, election)) {
    return item(view, election, "willing", "Would you be", {
      because: "You are proposed. Nobody is elected who is not willing.",
      silence: `If you do not say so, you may be passed over from ${silenceEnds} on.`,
      acts: [
        {
          label: "I am willing",
          sign: (sign) => sign("declareWillingness", { election: id, willing: true }),
        },
        {
          label: "I am not",
          sign: (sign) => sign("declareWillingness", { election: id, willing: false }),
        },
      ],
    });
  }
  if (canConfirmCandidate(view, election).ok) {
    return item(view, election, "confirm candidate", `${name} is proposed:`, {
      because: "You nominated, so you have a say about the candidate.",
      silence: `If you stay silent, that counts as no objection on ${momentText(election.endsAt)}.`,
      acts: [
        { label: "No objection", sign: (sign) => sign("confirmCandidate", { election: id }) },
        look(election, "Read it, or object"),
      ],
    });
  }
  if (canDiscardCandidate(view, election).ok) {
    return item(view, election, "discard candidate", "An objection stands in the election of", {
      because: `You act as facilitator. Talk; then it is taken back, or you discard ${name}.`,
      silence: "If nobody moves, the election lapses in the end.",
      acts: [look(election, "Look at it")],
    });
  }
  const near = ballotOf({ me }, election) !== undefined || isSame(candidate, me);
  if (!near || !canConclude(view, election).ok) return undefined;
  return item(view, election, "conclude", "Conclude the election of", {
    because: `Nothing stands against ${name}. Anybody may conclude it; the term begins with that.`,
    silence: `If nobody does, it lapses ${momentText(Math.max(now, election.endsAt) + 30 * 86_400)}.`,
    acts: [
      { label: "Conclude it", sign: (sign) => sign("concludeElection", { election: id }) },
      look(election, "Look at it"),
    ],
  });
}
