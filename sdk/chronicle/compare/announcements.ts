import type { Hex } from "viem";
import { numberToHex, zeroAddress } from "viem";

import { treasuryAbi } from "../../abi/treasury.ts";
import { paymentHash } from "../../acts/content.ts";
import type { Payment } from "../events.ts";
import type { Announcement, Organisation } from "../organisation.ts";
import { announcementSlotsOf, assetKey, numberOf, standingEscalations } from "../organisation.ts";
import { PaymentKind } from "../paymentKind.ts";
import { statusOf } from "../statusOf.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

/** What the views of `Treasury` must answer at a time. */
export function expectedOfAnnouncements(state: Organisation, time: number): readonly Expectation[] {
  const current = viewsOf("Treasury", state.treasury, treasuryAbi);
  const slots = [...state.partners.values()].map(({ person }) =>
    current("slotsOf", [state.number, person], announcementSlotsOf(state, person)),
  );
  const announcements = [...state.announcements.values()].flatMap((announcement) => {
    const { id, announcer, payment, treasury } = announcement;
    const view = viewsOf("Treasury", treasury, treasuryAbi);
    return [
      view("announcementAt", [id], wordOf(announcement)),
      view("paymentHashOf", [id], paymentHash(announcer, payment)),
      view("statusOf", [id], statusOf(announcement, time)),
      ofPromise(state, announcement),
      view("grantLeft", [id], announcement.left),
      ...[...announcement.granted].map(([role, amount]) =>
        view("grantedTo", [id, role], announcement.left === 0n ? 0n : amount),
      ),
      ...(payment.kind === PaymentKind.Hash
        ? [view("signedUntil", [payment.vault, hashOf(payment)], announcement.signedUntil)]
        : []),
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

function ofPromise(state: Organisation, { payment, treasury }: Announcement): Expectation {
  const view = viewsOf("Treasury", treasury, treasuryAbi);
  const { kind, vault, token, id } = payment;
  const promised = state.promised.get(assetKey(treasury, payment)) ?? 0n;
  if (kind === PaymentKind.Item || kind === PaymentKind.Items) {
    return view("promisedItems", [vault, token, id], promised);
  }
  return view("promisedFrom", [vault, kind === PaymentKind.Call ? zeroAddress : token], promised);
}

function hashOf({ id }: Payment): Hex {
  return numberToHex(id, { size: 32 });
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
