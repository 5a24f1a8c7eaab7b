import type { Finder, Item, Looking } from "#app/pages/waiting/item.ts";
import { roleName } from "#app/words/changes.ts";
import { listText } from "#app/words/lists.ts";
import type { Person } from "#app/words/people.ts";
import { isSame } from "#app/words/people.ts";
import { momentText } from "#app/words/time.ts";
import { actsFor } from "#sdk/chronicle/actsFor.ts";
import { GRACE, Status } from "#sdk/chronicle/lifecycle.ts";
import type { Announcement } from "#sdk/chronicle/organisation.ts";
import { isMember, standingEscalations } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** Spending near somebody; what was escalated; what somebody may pay. */
export const announcements: Finder = (view, me) =>
  [...view.organisation.announcements.values()].flatMap((one) => ofOne(view, me, one));

function ofOne(view: Looking, me: Person, announcement: Announcement): readonly Item[] {
  const { organisation, now } = view;
  const status = statusOf(announcement, now);
  const { announcer, asRole } = announcement;
  if (status === Status.Adopted && actsFor(organisation, asRole, me))
    return [pay(view, announcement)];
  const own = isSame(announcer, me);
  if (status === Status.Objected) {
    const mine = standingEscalations(announcement).some(({ by }) => isSame(by, me));
    return own || mine ? [escalated(view, announcement, mine)] : [];
  }
  const near = isNear(view, asRole, me);
  return status !== Status.Open || own || !near ? [] : [spending(view, announcement)];
}

/** Whether spending for a role happens in a circle of which somebody is a member. */
function isNear({ organisation }: Looking, role: bigint, me: Person): boolean {
  const circle = organisation.roles.get(role)?.circle ?? role;
  return isMember(organisation, circle, me) || isMember(organisation, role, me);
}

function ofAnnouncement(
  { organisation, moneyOf }: Looking,
  { id, payment, purpose, announcer, asRole, closesAt, window }: Announcement,
  kind: string,
  tone: "open" | "escalated" | "done",
): Omit<Item, "because" | "silence" | "acts"> {
  return {
    kind,
    key: `${kind}${id}`,
    until: tone === "open" ? closesAt : closesAt + GRACE,
    mark: { opensAt: closesAt - window, closesAt, tone },
    label: `Announcement for ${roleName(organisation, asRole)}`,
    title: `${moneyOf(payment.token).format(payment.amount)}: ${purpose}`,
    href: "/treasury",
    announcement: String(id),
    by: { person: announcer, role: `for ${roleName(organisation, asRole)}` },
  };
}

const toTreasury = ({ id }: Announcement, label: string) => ({
  label,
  href: "/treasury",
  announcement: String(id),
});

function spending(view: Looking, announcement: Announcement): Item {
  const { organisation, nameOf } = view;
  const circle = organisation.roles.get(announcement.asRole)?.circle ?? announcement.asRole;
  return {
    ...ofAnnouncement(view, announcement, "spending", "open"),
    because: `It serves a role of ${roleName(organisation, circle)}, where you are a member; you may say stop.`,
    silence: `If nobody escalates, ${nameOf(announcement.announcer)} may pay it from ${momentText(announcement.closesAt)}.`,
    acts: [toTreasury(announcement, "Look at it, or escalate")],
  };
}

function escalated(view: Looking, announcement: Announcement, mine: boolean): Item {
  const { nameOf } = view;
  const standing = standingEscalations(announcement);
  const names = listText(standing.map(({ by }) => nameOf(by)));
  return {
    ...ofAnnouncement(view, announcement, "escalated", "escalated"),
    because: mine
      ? `You escalated it: ${nameOf(announcement.announcer)} cannot pay it while that stands.`
      : `You announced it, and ${names} escalated: “${standing[0]?.reason ?? ""}”`,
    silence: `If nobody moves, it lapses on ${momentText(announcement.closesAt + GRACE)}.`,
    acts: [toTreasury(announcement, mine ? "Look at it, or reverse" : "Look at it, or revoke it")],
  };
}

function pay(view: Looking, announcement: Announcement): Item {
  const { id, announcer, payment, closesAt } = announcement;
  return {
    ...ofAnnouncement(view, announcement, "pay", "done"),
    because: "Its window has passed and nothing stands against it. You fill the role that pays it.",
    silence: `If you do nothing, it expires on ${momentText(closesAt + GRACE)}.`,
    acts: [
      {
        label: "Pay it",
        sign: (sign) => sign("pay", { announcement: id, announcer, payment }),
      },
      toTreasury(announcement, "Look at it"),
    ],
  };
}
