import { keepsStandingIn } from "#app/model/roles.ts";
import type { View } from "#app/model/view.ts";
import { isSame } from "#app/words/people.ts";
import { GRACE, Status } from "#sdk/chronicle/lifecycle.ts";
import type { Announcement, Offer, Proposal } from "#sdk/chronicle/organisation.ts";
import {
  confirmationsNow,
  currentVersion,
  fills,
  isMember,
  partnerOf,
  standingEscalations,
  standingObjections,
} from "#sdk/chronicle/organisation.ts";
import { silentFromOf, statusOf } from "#sdk/chronicle/statusOf.ts";

/** Something that asks something of whoever looks. `until`: when it ends by itself; null for never. */
export type Item =
  | {
      readonly kind: "answer" | "resolve" | "integrate" | "enact";
      readonly until: number;
      readonly proposal: Proposal;
    }
  | {
      readonly kind: "spending" | "escalated" | "pay";
      readonly until: number;
      readonly announcement: Announcement;
    }
  | { readonly kind: "offer"; readonly until: null; readonly offer: Offer }
  | { readonly kind: "agree"; readonly until: null };

type Looking = Pick<View, "organisation" | "me" | "now">;

/** What asks something of whoever looks, by the time left; nothing of nobody. */
export function waitingFor(view: Looking): readonly Item[] {
  const { organisation, me } = view;
  if (me === null) return [];
  const items: Item[] = [];
  if (partnerOf(organisation, me)?.status === "invited") items.push({ kind: "agree", until: null });
  for (const offer of organisation.offers.values()) {
    if (isSame(offer.person, me)) items.push({ kind: "offer", until: null, offer });
  }
  for (const proposal of organisation.proposals.values()) items.push(...ofProposal(view, proposal));
  for (const announcement of organisation.announcements.values()) {
    items.push(...ofAnnouncement(view, announcement));
  }
  return items.sort((one, other) => (one.until ?? Infinity) - (other.until ?? Infinity));
}

function ofProposal(view: Looking, proposal: Proposal): Item[] {
  const { me, now } = view;
  const status = statusOf(proposal, now);
  const end = proposal.closesAt + GRACE;
  if (isSame(proposal.proposer, me)) {
    if (status === Status.Adopted) return [{ kind: "enact", until: end, proposal }];
    if (status === Status.Objected) return [{ kind: "integrate", until: end, proposal }];
    return [];
  }
  const mine = standingObjections(proposal).filter(({ by }) => isSame(by, me));
  if (mine.length > 0) {
    const { version } = currentVersion(proposal);
    const amended = mine.every((objection) => objection.version < version);
    return status === Status.Objected && amended ? [{ kind: "resolve", until: end, proposal }] : [];
  }
  const asked = status === Status.Open && isAsked(view, proposal);
  const until = Math.min(Math.max(proposal.closesAt, silentFromOf(proposal)), end);
  return asked ? [{ kind: "answer", until, proposal }] : [];
}

/** Whether an answer is still open to somebody: a member who is silent, or who left so late that they may object. */
function isAsked(view: Looking, proposal: Proposal): boolean {
  const { organisation, me } = view;
  if (me === null) return false;
  const said = confirmationsNow(proposal).some(({ by }) => isSame(by, me));
  if (said) return false;
  if (isMember(organisation, proposal.circle, me)) return true;
  return keepsStandingIn(view, proposal.circle, proposal.standingFrom);
}

function ofAnnouncement(view: Looking, announcement: Announcement): Item[] {
  const { organisation, me, now } = view;
  if (me === null) return [];
  const status = statusOf(announcement, now);
  const end = announcement.closesAt + GRACE;
  const { announcer, asRole } = announcement;
  if (status === Status.Adopted && fills(organisation, asRole, me)) {
    return [{ kind: "pay", until: end, announcement }];
  }
  const own = isSame(announcer, me);
  if (status === Status.Objected) {
    const mine = standingEscalations(announcement).some(({ by }) => isSame(by, me));
    return own || mine ? [{ kind: "escalated", until: end, announcement }] : [];
  }
  const near = isNear(view, asRole, me);
  if (status !== Status.Open || own || !near) return [];
  return [{ kind: "spending", until: announcement.closesAt, announcement }];
}

/** Whether spending for a role happens in a circle of which somebody is a member. */
function isNear({ organisation }: Looking, role: bigint, me: Announcement["announcer"]): boolean {
  const circle = organisation.roles.get(role)?.circle ?? role;
  return isMember(organisation, circle, me) || isMember(organisation, role, me);
}

/** Adopted proposals of others, which anyone may enact; by the time left. */
export function forAnyone({ organisation, me, now }: Looking): readonly Proposal[] {
  return [...organisation.proposals.values()]
    .filter((proposal) => !isSame(proposal.proposer, me))
    .filter((proposal) => statusOf(proposal, now) === Status.Adopted)
    .sort((one, other) => one.closesAt - other.closesAt);
}
