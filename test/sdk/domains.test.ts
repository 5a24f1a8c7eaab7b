import { expect } from "chai";

import {
  additionsIn,
  domainChain,
  ONLY_INSIDE,
  originTerms,
  readOrigins,
  undelegatedDomains,
} from "#sdk/chronicle/domains.ts";
import type { Addition, Organisation, Role } from "#sdk/chronicle/organisation.ts";
import { additionKey } from "#sdk/chronicle/organisation.ts";
import { StandingRole } from "#sdk/chronicle/standingRole.ts";

const [ANCHOR, CIRCLE, ROLE] = [1n, 2n, 3n];

/** A role in a circle in an anchor, with these domains and origins. */
function organisation(
  domains: readonly [anchor: readonly string[], circle: readonly string[], role: readonly string[]],
  origins: readonly [circle: readonly number[], role: readonly number[]],
  additions: readonly Addition[] = [],
): Organisation {
  const role = (id: bigint, circle: bigint | null, inner: readonly bigint[], at: 0 | 1 | 2) =>
    [
      id,
      {
        ...{ id, circle, inner },
        words: { domains: domains[at] },
        origins: at === 0 ? domains[0].map(() => ONLY_INSIDE) : origins[at - 1],
      },
    ] as const;
  return {
    roles: new Map([
      role(ANCHOR, null, [CIRCLE], 0),
      role(CIRCLE, ANCHOR, [ROLE], 1),
      role(ROLE, CIRCLE, [], 2),
    ]),
    additions: new Map(additions.map((it) => [additionKey(it.circle, it.part), it])),
  } as unknown as Organisation;
}

const at = (of: Organisation, id: bigint) => of.roles.get(id) as Role;
const names = (of: Organisation, id: bigint, index = 0) =>
  domainChain(of, at(of, id), index).within.map(({ role, domain }) => [role.id, domain]);

describe("domains within domains", () => {
  it("say of each domain where it comes from, in as many bytes", () => {
    const terms = originTerms([1, ONLY_INSIDE, 3]);
    expect(terms).to.equal(`0x01ff03${"00".repeat(29)}`);
    expect(readOrigins(terms, 3)).to.deep.equal([1, ONLY_INSIDE, 3]);
    for (const wrong of [0, 2, 4]) expect(readOrigins(terms, wrong)).to.equal(null);
    expect(readOrigins(originTerms([]), 0)).to.deep.equal([]);
    expect(readOrigins("0x01", 1)).to.equal(null);
    const all = Array.from({ length: 32 }, (_, i) => i + 1);
    expect(readOrigins(originTerms(all), 32)).to.deep.equal(all);
  });

  it("R-ROL-4: are followed outwards, to the anchor's or to one that counts only inside", () => {
    const whole = organisation([["House"], ["Yard", "Kitchen"], ["Oven"]], [[1, 1], [2]]);
    expect(names(whole, ROLE)).to.deep.equal([
      [CIRCLE, "Kitchen"],
      [ANCHOR, "House"],
    ]);
    const inside = organisation([["House"], ["Kitchen"], ["Oven"]], [[ONLY_INSIDE], [1]]);
    expect(names(inside, ROLE)).to.deep.equal([[CIRCLE, "Kitchen"]]);
    const own = organisation([["House"], ["Kitchen"], ["Oven"]], [[1], [ONLY_INSIDE]]);
    expect(names(own, ROLE)).to.deep.equal([]);
    expect(names(own, ANCHOR)).to.deep.equal([]);
  });

  it("R-ROL-4: name what a circle is said to have and has not", () => {
    const gap = organisation([["House"], ["Kitchen"], ["Oven"]], [[7], [1]]);
    const { within, missing } = domainChain(gap, at(gap, ROLE), 0);
    expect(within.map(({ domain }) => domain)).to.deep.equal(["Kitchen"]);
    expect([missing?.circle.id, missing?.number]).to.deep.equal([ANCHOR, 7]);
  });

  it("R-DOM-3: those that a circle has granted to nobody may be used by all in it", () => {
    const of = organisation([["House", "Name"], ["Kitchen", "Yard"], ["Oven"]], [[1, 1], [1]]);
    expect(undelegatedDomains(of, at(of, ANCHOR))).to.deep.equal(["Name"]);
    expect(undelegatedDomains(of, at(of, CIRCLE))).to.deep.equal(["Yard"]);
    expect(undelegatedDomains(of, at(of, ROLE))).to.deep.equal(["Oven"]);
  });
});

describe("what is added to the roles that every circle has", () => {
  it("R-ROL-9: to leads in all circles inside, to the others in the circle itself", () => {
    const addition = (circle: bigint, part: StandingRole): Addition => ({
      ...{ circle, part, domains: [], origins: [], accountabilities: [], revision: 1 },
    });
    const of = organisation(
      [[], [], []],
      [[], []],
      [
        addition(ANCHOR, StandingRole.Lead),
        addition(ANCHOR, StandingRole.Secretary),
        addition(CIRCLE, StandingRole.Lead),
        addition(CIRCLE, StandingRole.Facilitator),
      ],
    );
    const seen = (circle: bigint) => additionsIn(of, circle).map((it) => [it.circle, it.part]);
    expect(seen(ANCHOR)).to.deep.equal([
      [ANCHOR, StandingRole.Lead],
      [ANCHOR, StandingRole.Secretary],
    ]);
    expect(seen(CIRCLE)).to.deep.equal([
      [ANCHOR, StandingRole.Lead],
      [CIRCLE, StandingRole.Lead],
      [CIRCLE, StandingRole.Facilitator],
    ]);
    expect(seen(ROLE)).to.deep.equal([
      [ANCHOR, StandingRole.Lead],
      [CIRCLE, StandingRole.Lead],
    ]);
  });
});
