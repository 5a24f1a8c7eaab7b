import { expect } from "chai";

import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { policiesBinding, policiesIn } from "#sdk/chronicle/policiesBinding.ts";
import { Tags } from "#sdk/flags.ts";

const [ANCHOR, CIRCLE, ROLE, POLICY] = [1n, 2n, 3n, 9n];

/** A role in a circle in an anchor; one policy with these tags, held by one of them. */
function organisation(circle: bigint, tags: number): Organisation {
  const role = (id: bigint, outer: bigint | null) =>
    [id, { id, circle: outer, policies: id === circle ? [POLICY] : [] }] as const;
  return {
    roles: new Map([role(ANCHOR, null), role(CIRCLE, ANCHOR), role(ROLE, CIRCLE)]),
    policies: new Map([[POLICY, { id: POLICY, circle, tags }]]),
  } as unknown as Organisation;
}

const bind = (circle: bigint, tags: number) =>
  policiesBinding(organisation(circle, tags), ROLE).map(({ distance, kinds, overridable }) => ({
    distance,
    kinds,
    overridable,
  }));

describe("policies that bind", () => {
  it("R-POL-2: grants and constraints bind in all circles inside, unless they say here alone", () => {
    for (const kind of [Tags.CONSTRAINT, Tags.GRANT, Tags.DOMAIN]) {
      const bound = { kinds: kind, overridable: false };
      expect(bind(ANCHOR, kind)).to.deep.equal([{ distance: 1, ...bound }]);
      expect(bind(CIRCLE, kind)).to.deep.equal([{ distance: 0, ...bound }]);
      expect(bind(ANCHOR, kind | Tags.HERE_ALONE)).to.deep.equal([]);
      expect(bind(CIRCLE, kind | Tags.HERE_ALONE)).to.deep.equal([{ distance: 0, ...bound }]);
    }
  });

  it("R-POL-2: a changed default binds in its own circle, and inside only if it says so", () => {
    const bound = { kinds: Tags.DEFAULT };
    const here = [{ distance: 0, overridable: false, ...bound }];
    expect(bind(CIRCLE, Tags.DEFAULT)).to.deep.equal(here);
    expect(bind(ANCHOR, Tags.DEFAULT)).to.deep.equal([]);
    const inside = Tags.DEFAULT | Tags.INSIDE_TOO;
    expect(bind(CIRCLE, inside)).to.deep.equal(here);
    expect(bind(ANCHOR, inside)).to.deep.equal([{ distance: 1, overridable: true, ...bound }]);
    const binding = inside | Tags.BINDING;
    expect(bind(ANCHOR, binding)).to.deep.equal([{ distance: 1, overridable: false, ...bound }]);
  });

  it("lets each of several kinds reach as far as it says", () => {
    const mixed = Tags.GRANT | Tags.DEFAULT;
    expect(bind(ANCHOR, mixed)).to.deep.equal([
      { distance: 1, kinds: Tags.GRANT, overridable: false },
    ]);
    const other = mixed | Tags.HERE_ALONE | Tags.INSIDE_TOO;
    expect(bind(ANCHOR, other)).to.deep.equal([
      { distance: 1, kinds: Tags.DEFAULT, overridable: true },
    ]);
  });

  it("binds an anchor by its own policies, and nobody by those further in", () => {
    const state = organisation(ANCHOR, Tags.CONSTRAINT);
    expect(policiesBinding(state, ANCHOR)).to.have.length(1);
    const inner = organisation(ROLE, Tags.CONSTRAINT);
    expect(policiesBinding(inner, ROLE)).to.deep.equal([]);
    expect(policiesIn(inner, ROLE)).to.have.length(1);
    expect(policiesBinding(inner, 99n)).to.deep.equal([]);
  });
});
