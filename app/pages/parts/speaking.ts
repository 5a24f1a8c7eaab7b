import type { Can } from "#app/model/can/can.ts";
import { no } from "#app/model/can/can.ts";
import type { View } from "#app/model/view.ts";

/** The same, but for somebody only: for which role nobody speaks cannot be said. */
export function bySomebody({ me }: Pick<View, "me">, can: Can): Can {
  if (me !== null) return can;
  return no(
    "Whoever speaks, speaks for a role they fill.",
    "Nobody has said who they are.",
    "Say who you are, at the top of the page. What is written stays.",
  );
}

/** The same, but for somebody only: what depends on who they are cannot be said of nobody. */
export function named({ me }: Pick<View, "me">, can: Can): Can {
  if (me !== null || !can.ok) return can;
  return no(
    "Whoever acts says who they are first.",
    "Nobody has said who they are.",
    "Say who you are, at the top of the page.",
  );
}
