import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { notIn } from "#app/model/can/common.ts";
import type { Matter } from "#app/model/can/officers.ts";
import { declaredText, holderText } from "#app/model/can/officers.ts";
import { declaredIn } from "#app/model/offices.ts";
import type { Standpoint } from "#app/model/view.ts";
import { RANKS, STAND_IN_RULE } from "#app/words/offices.ts";
import { isBarred } from "#sdk/chronicle/barred.ts";
import { Office, Rank } from "#sdk/chronicle/offices.ts";
import { holderOf } from "#sdk/chronicle/organisation.ts";
import { rankOf } from "#sdk/chronicle/rankOf.ts";

/** Whether somebody can declare to stand in for an office in one matter. */
export function canStandIn(view: Standpoint, matter: Matter, office: Office): Can {
  const { organisation, me, nameOf } = view;
  const { family, id, circle } = matter;
  if (office === Office.Rep) {
    return no(
      "Representatives have no stand-ins.",
      holderText(view, circle, office),
      "The circle elects another.",
    );
  }
  if (me === null) return YES;
  const process = organisation.contracts[family];
  if (process !== null && isBarred(organisation, process, id, me) === true) {
    return no(
      "Nobody stands in where the matter is their own.",
      "It is your own.",
      "Somebody else declares it.",
    );
  }
  if (holderOf(organisation, circle, office)?.toLowerCase() === me.toLowerCase()) {
    return no(STAND_IN_RULE, "You hold the office.", "Nothing to do: you act.");
  }
  const rank = rankOf(organisation, circle, office, me);
  if (rank === Rank.None) {
    return no(STAND_IN_RULE, notIn(view, me), "Ask a member of the circle.");
  }
  const declared = declaredIn(organisation, family, id, circle, office);
  if (declared === undefined) return YES;
  const theirs = rankOf(organisation, circle, office, declared.person);
  const barred = process !== null && isBarred(organisation, process, id, declared.person) === true;
  const stands = theirs !== Rank.None && theirs <= declared.rank && !barred;
  if (!stands || rank < declared.rank) return YES;
  return no(
    STAND_IN_RULE,
    `You come as ${RANKS[rank]}.${declaredText(view, matter, office)}`,
    `${nameOf(declared.person)} acts, or somebody who comes earlier.`,
  );
}
