import { treasuryAbi } from "../../abi/treasury.ts";
import { paymentHash } from "../../acts/content.ts";
import type { Announcement, Organisation } from "../organisation.ts";
import {
  announcementSlotsOf,
  numberOf,
  promisedFrom,
  standingEscalations,
} from "../organisation.ts";
import { statusOf } from "../statusOf.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

/** What the views of `Treasury` must answer at a time. */
export function expectedOfAnnouncements(state: Organisation, time: number): readonly Expectation[] {
  const view = viewsOf("Treasury", state.treasury, treasuryAbi);
  const slots = [...state.partners.values()].map(({ person }) =>
    view("slotsOf", [state.number, person], announcementSlotsOf(state, person)),
  );
  const announcements = [...state.announcements.values()].flatMap((announcement) => {
    const { id, announcer, payment } = announcement;
    return [
      view("announcementAt", [id], wordOf(announcement)),
      view("paymentHashOf", [id], paymentHash(announcer, payment)),
      view("statusOf", [id], statusOf(announcement, time)),
      view(
        "promisedFrom",
        [payment.vault, payment.token],
        promisedFrom(state, payment.vault, payment.token),
      ),
      ...announcement.escalations.map(({ by }) =>
        view(
          "isEscalatedBy",
          [id, by],
          standingEscalations(announcement).some((it) => it.by === by),
        ),
      ),
    ];
  });
  return [...slots, ...announcements];
}

function wordOf(announcement: Announcement) {
  return {
    role: numberOf(announcement.asRole),
    standingFrom: announcement.standingFrom,
    closesAt: announcement.closesAt,
    window: announcement.window,
    escalations: standingEscalations(announcement).length,
    outcome: announcement.outcome,
  };
}
