import type { View } from "#app/model/view.ts";
import type { Teller } from "#app/words/acts.ts";

/** What telling acts needs, from what the page sees. */
export function tellerOf({
  organisation,
  nameOf,
  moneyOf,
}: Pick<View, "organisation" | "nameOf" | "moneyOf">): Teller {
  return { organisation, nameOf, moneyOf: ({ token, amount }) => moneyOf(token).format(amount) };
}
