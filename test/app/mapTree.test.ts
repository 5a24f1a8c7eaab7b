import { expect } from "chai";

import { rowsOf, treeKey } from "#app/map/tree.ts";
import type { Role } from "#sdk/chronicle/organisation.ts";

const role = (id: bigint, circle: bigint | null, inner: bigint[]): Role => ({
  id,
  circle,
  inner,
  alive: inner.length > 0,
  words: { name: `Role ${id}`, text: "", domains: [], accountabilities: [] },
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
  createdAt: 0,
  policies: [],
  members: [],
  numbers: 0,
  epoch: 0,
  lastDeparture: 0,
});

const structure = {
  anchor: 1n,
  roles: new Map(
    [
      role(1n, null, [2n, 3n, 4n]),
      role(2n, 1n, []),
      role(3n, 1n, [5n]),
      role(4n, 1n, []),
      role(5n, 3n, []),
    ].map((it) => [it.id, it]),
  ),
};

describe("map tree", () => {
  const ids = (open: bigint[]) => rowsOf(structure, new Set(open)).map((row) => row.role.id);

  it("shows circles before roles, and only what is unfolded", () => {
    expect(ids([])).to.deep.equal([1n]);
    expect(ids([1n])).to.deep.equal([1n, 3n, 2n, 4n]);
    expect(ids([1n, 3n])).to.deep.equal([1n, 3n, 5n, 2n, 4n]);
  });

  it("moves, folds and unfolds by keys", () => {
    const rows = rowsOf(structure, new Set([1n]));
    expect(treeKey("ArrowDown", rows, 1n)).to.deep.equal({ to: 3n });
    expect(treeKey("ArrowRight", rows, 3n)).to.deep.equal({ toggle: 3n });
    expect(treeKey("ArrowLeft", rows, 4n)).to.deep.equal({ to: 1n });
    expect(treeKey("ArrowLeft", rows, 1n)).to.deep.equal({ toggle: 1n });
    expect(treeKey("End", rows, 1n)).to.deep.equal({ to: 4n });
    expect(treeKey("ArrowUp", rows, 1n)).to.equal(undefined);
    expect(treeKey("x", rows, 1n)).to.equal(undefined);
  });
});
