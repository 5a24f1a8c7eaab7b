import { placesOf } from "#app/pages/compose/targetsOf.ts";
import type { DraftChange } from "#app/words/draft.ts";
import { isMove, startChange } from "#app/words/draft.ts";
import type { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

/** A new change about something; a move goes to the first place there is. */
export function begin(
  organisation: Organisation,
  circle: bigint,
  kind: ChangeKind,
  target: bigint,
  earlier: readonly DraftChange[],
): DraftChange {
  const start = startChange(organisation, circle, kind, target);
  if (!isMove(kind)) return start;
  const [first] = placesOf(organisation, circle, start, earlier).options;
  return { ...start, place: first?.value ?? "" };
}
