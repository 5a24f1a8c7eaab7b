import { expect } from "chai";
import fc from "fast-check";

import { layout, type Node } from "#app/map/layout.ts";
import type { Role } from "#sdk/chronicle/organisation.ts";

const ORGANISATION = 1n << 32n;

/** A structure from the numbers of the circles in which the roles 2, 3, … stand. */
function structureOf(circles: readonly number[]) {
  const inner = new Map<number, number[]>();
  circles.forEach((circle, index) => {
    inner.set(circle, [...(inner.get(circle) ?? []), index + 2]);
  });
  const roles = new Map<bigint, Role>();
  for (const [index, circle] of [0, ...circles].entries()) {
    const number = index + 1;
    const held = inner.get(number) ?? [];
    roles.set(ORGANISATION + BigInt(number), {
      id: ORGANISATION + BigInt(number),
      circle: circle === 0 ? null : ORGANISATION + BigInt(circle),
      words: { name: `Role ${number}`, text: "", domains: [], accountabilities: [] },
      revision: 1,
      origins: [],
      inscribedAt: 0,
      moves: [],
      fillers: [],
      voices: [],
      limit: 0,
      link: null,
      reps: [],
      seat: 1,
      depth: 1,
      alive: held.length > 0,
      createdAt: 0,
      inner: held.map((it) => ORGANISATION + BigInt(it)),
      policies: [],
      members: [],
      numbers: 0,
      epoch: 0,
      lastDeparture: 0,
    });
  }
  return { roles, anchor: ORGANISATION + 1n };
}

function at(nodes: readonly Node[], number: number): Node {
  const found = nodes.find((node) => node.id === ORGANISATION + BigInt(number));
  if (found === undefined) throw new Error(`No role ${number} on the map.`);
  return found;
}

function expectToFit(nodes: readonly Node[]) {
  const siblings = Map.groupBy(nodes, (node) => node.parent);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const [parent, group] of siblings) {
    const around = parent === null ? undefined : byId.get(parent);
    for (const [index, node] of group.entries()) {
      const slack = node.r * 1e-6 + 1e-6;
      if (around !== undefined) {
        const reach = Math.hypot(node.x - around.x, node.y - around.y) + node.r;
        expect(reach, `${node.id} in ${around.id}`).to.be.at.most(around.r + slack);
      }
      for (const other of group.slice(index + 1)) {
        const distance = Math.hypot(node.x - other.x, node.y - other.y);
        expect(distance, `${node.id} beside ${other.id}`).to.be.at.least(node.r + other.r - slack);
      }
    }
  }
}

/** Every role stands in one that was created before it. */
const structures = fc
  .array(fc.nat(), { maxLength: 60 })
  .map((seeds) => structureOf(seeds.map((seed, index) => 1 + (seed % (index + 1)))));

describe("map layout", () => {
  it("places every role once, inside its circle and beside its siblings", () => {
    fc.assert(
      fc.property(structures, (structure) => {
        const nodes = layout(structure);
        expect(nodes.map(({ id }) => id)).to.have.members([...structure.roles.keys()]);
        expectToFit(nodes);
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same map for the same structure", () => {
    const structure = structureOf([1, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect(layout(structure)).to.deep.equal(layout(structure));
  });

  it("puts three circles or more in a ring around the circle's own roles", () => {
    const nodes = layout(structureOf([1, 1, 1, 1, 2, 3, 4]));
    const middle = at(nodes, 1);
    const reach = (number: number) =>
      Math.hypot(at(nodes, number).x - middle.x, at(nodes, number).y - middle.y);
    expect(reach(5)).to.be.lessThan(reach(2)).and.lessThan(reach(3)).and.lessThan(reach(4));
  });

  it("fans the roles over a single inner circle", () => {
    const nodes = layout(structureOf([1, 1, 1, 1, 2, 2]));
    for (const number of [3, 4, 5]) {
      expect(at(nodes, number).y).to.be.lessThan(at(nodes, 2).y);
    }
  });

  it("puts the focus large in the middle, and says where everything stands from there", () => {
    const structure = structureOf([1, 1, 1, 2, 2, 3]);
    const stage = { width: 800, height: 600 };
    const nodes = layout(structure, ORGANISATION + 2n, stage);
    expect(at(nodes, 2).place).to.equal("focus");
    expect(Math.round(at(nodes, 2).x * 1e6)).to.equal(400e6);
    expect(Math.round(at(nodes, 2).y * 1e6)).to.equal(312e6);
    expect(Math.round(at(nodes, 2).r * 1e6)).to.equal(255e6);
    expect(at(nodes, 1).place).to.equal("around");
    expect(at(nodes, 3).place).to.equal("beside");
    expect(at(nodes, 5).place).to.equal("inside");
    expect(layout(structure, ORGANISATION + 5n, stage)).to.deep.equal(nodes);
  });

  it("lays out an organisation of 500 circles and 1,500 roles", () => {
    const circles = [
      ...Array.from({ length: 500 }, (_, index) => 1 + Math.floor((index + 1) / 6)),
      ...Array.from({ length: 1500 }, (_, index) => 2 + (index % 500)),
    ];
    const structure = structureOf(circles);
    const nodes = layout(structure, ORGANISATION + 2n);
    expect(nodes).to.have.length(2001);
    expectToFit(nodes);
  });
});
