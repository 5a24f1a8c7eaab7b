import { expect } from "chai";

import type { Act, ActOf, EventName } from "#sdk/chronicle/events.ts";
import { FoldError } from "#sdk/chronicle/fold/draft.ts";
import { replay } from "#sdk/chronicle/fold.ts";
import type { Origin } from "#sdk/chronicle/organisation.ts";

type Changed<name extends EventName> = (act: ActOf<name>) => Partial<Act>;

/** Somebody whom no organisation knows. */
export const stranger = "0x9999999999999999999999999999999999999999" as const;

/** An event by a stranger. */
export const by = (): Partial<Act> => ({ actor: stranger });

/** An event with other arguments. */
export const args =
  <name extends EventName>(changes: object): Changed<name> =>
  (act) =>
    ({ args: { ...act.args, ...changes } }) as Partial<Act>;

/** Replays with the last event of a name changed; the error must name that event. */
export function refuses<name extends EventName>(
  { acts, origin }: { readonly acts: readonly Act[]; readonly origin: Origin },
  name: name,
  change: Changed<name>,
  reason: RegExp,
): void {
  const index = acts.findLastIndex((act) => act.name === name);
  const act = acts[index] as unknown as ActOf<name>;
  const altered = { ...act, ...change(act) } as Act;
  try {
    replay(acts.with(index, altered), origin);
  } catch (error) {
    expect(error).to.be.instanceOf(FoldError);
    expect((error as FoldError).number).to.equal(act.number);
    expect((error as FoldError).message).to.match(reason);
    return;
  }
  throw new Error(`${name} was taken.`);
}
