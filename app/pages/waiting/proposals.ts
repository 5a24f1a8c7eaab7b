import { keepsStandingIn } from "#app/model/roles.ts";
import { enacting } from "#app/pages/waiting/enacting.ts";
import { isEnactable } from "#app/pages/waiting/forAnyone.ts";
import type { Finder, Item, Looking } from "#app/pages/waiting/item.ts";
import { ofProposal } from "#app/pages/waiting/ofProposal.ts";
import { roleName } from "#app/words/changes.ts";
import { listText } from "#app/words/lists.ts";
import { amendPath } from "#app/words/paths.ts";
import type { Person } from "#app/words/people.ts";
import { isSame } from "#app/words/people.ts";
import { adoptedBy } from "#app/words/status.ts";
import { momentText } from "#app/words/time.ts";
import { answersText, waitsText } from "#app/words/waits.ts";
import { conflictsOf } from "#sdk/chronicle/conflictsOf.ts";
import { hasObjected } from "#sdk/chronicle/hasObjected.ts";
import { GRACE, Status } from "#sdk/chronicle/lifecycle.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import {
  confirmationsNow,
  currentVersion,
  isMember,
  standingObjections,
} from "#sdk/chronicle/organisation.ts";
import { isUndecided, silentFromOf, statusOf } from "#sdk/chronicle/statusOf.ts";

/** Proposals to answer; one's own to amend or enact; one's own objections to look at again. */
export const proposals: Finder = (view, me) =>
  [...view.organisation.proposals.values()].flatMap((proposal) => ofOne(view, me, proposal));

function ofOne(view: Looking, me: Person, proposal: Proposal): readonly Item[] {
  const { now } = view;
  const status = statusOf(proposal, now);
  if (isSame(proposal.proposer, me)) return ofOwn(view, proposal, status);
  const mine = standingObjections(proposal).filter(({ by }) => isSame(by, me));
  if (mine.length > 0) {
    const { version } = currentVersion(proposal);
    const amended = mine.every((objection) => objection.version < version);
    return status === Status.Objected && amended ? [resolve(view, proposal)] : [];
  }
  const open = status === Status.Open || status === Status.Suspended;
  const asked = open && now < silentFromOf(proposal) && isAsked(view, me, proposal);
  return asked ? [answer(view, me, proposal)] : [];
}

/** What one's own proposal asks for. */
function ofOwn(view: Looking, proposal: Proposal, status: Status): readonly Item[] {
  const undecided = isUndecided(proposal, view.now);
  if (undecided && conflictsOf(view.organisation, proposal).length > 0) {
    return [conflict(view, proposal)];
  }
  switch (status) {
    case Status.Adopted:
      return isEnactable(view, proposal) ? [enact(view, proposal)] : [];
    case Status.Objected:
      return integrate(view, proposal);
    case Status.Open:
      return view.now >= proposal.closesAt ? [silence(view, proposal)] : [];
    default:
      return [];
  }
}

/** Whether an answer is still open to somebody: a member who is silent, or who left so late that they may object. */
function isAsked(view: Looking, me: Person, proposal: Proposal): boolean {
  const said = confirmationsNow(proposal).some(({ by }) => isSame(by, me));
  if (said) return false;
  if (isMember(view.organisation, proposal.circle, me)) return true;
  return keepsStandingIn(view, proposal.circle, proposal.standingFrom);
}

function answer(view: Looking, me: Person, proposal: Proposal): Item {
  const { organisation } = view;
  const { version, contentHash, expected } = currentVersion(proposal);
  const item = ofProposal(view, proposal, "answer");
  const circle = roleName(organisation, proposal.circle);
  const said = confirmationsNow(proposal).length;
  const read = { label: "Read it, or object", href: item.href };
  if (!isMember(organisation, proposal.circle, me)) {
    return {
      ...item,
      because: `You left ${circle} so lately that you may still object.`,
      silence: silenceOf(proposal, view.now),
      acts: [read],
    };
  }
  return {
    ...item,
    because: `You are a member of ${circle}. ${said} of ${expected} have no objection so far.`,
    silence: silenceOf(proposal, view.now),
    acts: [
      {
        label: "No objection",
        sign: (sign) =>
          sign("confirm", {
            ...{ proposal: proposal.id, version, content: contentHash },
            afterObjecting: hasObjected(proposal, me),
          }),
      },
      read,
    ],
  };
}

function silenceOf(proposal: Proposal, now: number): string {
  if (currentVersion(proposal).windowless) {
    const end = momentText(proposal.closesAt + GRACE);
    return `If you stay silent, it is not adopted: here silence is no consent. It lapses on ${end}.`;
  }
  const silent = `If you stay silent, that counts as no objection on ${momentText(silentFromOf(proposal))}`;
  return now < proposal.suspendedUntil
    ? `${silent}, unless a meeting decides before.`
    : `${silent}.`;
}

function resolve(view: Looking, proposal: Proposal): Item {
  const { version, contentHash, integrates } = currentVersion(proposal);
  const item = ofProposal(view, proposal, "resolve", "escalated");
  const means = integrates === "" ? "." : ` and means to integrate: “${integrates}”`;
  return {
    ...item,
    because: `Version ${version} came after your objection${means}`,
    silence: `If you stay silent, your objection stands, and the proposal lapses on ${momentText(proposal.closesAt + GRACE)}.`,
    acts: [
      {
        label: "It no longer triggers my objection",
        sign: (sign) => sign("resolve", { proposal: proposal.id, version, content: contentHash }),
      },
      { label: `Read version ${version}`, href: item.href },
    ],
  };
}

/** Nothing, where only a judgement holds it: amending does not help then. */
function integrate(view: Looking, proposal: Proposal): readonly Item[] {
  const { by: _self, ...item } = ofProposal(view, proposal, "integrate", "escalated");
  const objectors = [...new Set(standingObjections(proposal).map(({ by }) => view.nameOf(by)))];
  if (objectors.length === 0) return [];
  return [
    {
      ...item,
      because: `You proposed it; ${listText(objectors)} ${objectors.length === 1 ? "objects" : "object"}. Only you can amend it.`,
      silence: `If you do nothing, it lapses on ${momentText(proposal.closesAt + GRACE)}.`,
      acts: [
        { label: "Amend it", href: amendPath(proposal.id) },
        { label: "Read the objection", href: item.href },
      ],
    },
  ];
}

/** Another change landed first: only a new version can be enacted. */
function conflict(view: Looking, proposal: Proposal): Item {
  const { by: _self, ...item } = ofProposal(view, proposal, "conflict", "escalated");
  return {
    ...item,
    because:
      "You proposed it, and it is in conflict: what it changes has changed since. Only you can amend it.",
    silence: "If you do nothing, it may still be adopted, but it can never be enacted.",
    acts: [
      { label: "Amend it", href: amendPath(proposal.id) },
      { label: "See what has changed", href: item.href },
    ],
  };
}

/** Its window is over, and somebody is silent where silence is no consent, or not yet. */
function silence(view: Looking, proposal: Proposal): Item {
  const { by: _self, ...item } = ofProposal(view, proposal, "silence", "escalated");
  const { windowless } = currentVersion(proposal);
  const end = windowless ? proposal.closesAt + GRACE : silentFromOf(proposal);
  return {
    ...item,
    until: end,
    because: `You proposed it. ${answersText(proposal)}. ${waitsText(proposal) ?? ""}`.trim(),
    silence: windowless
      ? "Three ways out: ask for a meeting, propose a time limit, or let the lead reassign roles."
      : `If nobody says more, silence is consent on ${momentText(end)}.`,
    acts: [{ label: "See who is silent", href: item.href }],
  };
}

function enact(view: Looking, proposal: Proposal): Item {
  const { by: _self, ...item } = ofProposal(view, proposal, "enact", "done");
  return {
    ...item,
    because: `You proposed it, and it was adopted ${adoptedBy(proposal)}. It holds once somebody enacts it.`,
    silence: `If nobody does, it lapses on ${momentText(proposal.closesAt + GRACE)}.`,
    acts: [enacting(view.organisation, proposal)],
  };
}
