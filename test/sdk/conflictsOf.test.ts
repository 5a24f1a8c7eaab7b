import { expect } from "chai";

import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { conflictsOf } from "#sdk/chronicle/conflictsOf.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import type { Organisation, Proposal } from "#sdk/chronicle/organisation.ts";
import { idOf } from "#sdk/chronicle/organisation.ts";
import { change, settings } from "./world.ts";

const [ANCHOR, ROLE, POLICY, GONE] = [idOf(1, 1), idOf(1, 2), idOf(1, 3), idOf(1, 4)];

const state = {
  roles: new Map([
    [ANCHOR, { id: ANCHOR, revision: 1 }],
    [ROLE, { id: ROLE, revision: 3 }],
  ]),
  policies: new Map([[POLICY, { id: POLICY, revision: 2 }]]),
  settings: new Map([[ANCHOR, { settings: settings(), revision: 5 }]]),
} as unknown as Organisation;

function conflicts(...changes: readonly Change[]) {
  const proposal = { circle: ANCHOR, versions: [{ changes }] } as unknown as Proposal;
  return conflictsOf(state, proposal).map(({ index, reason, revision }) => ({
    index,
    reason,
    revision,
  }));
}

describe("conflicts of a proposal", () => {
  it("R-PRP-11: a change against a revision that is no longer current is in conflict", () => {
    const amend = { kind: ChangeKind.AmendRole, target: ROLE };
    expect(conflicts(change({ ...amend, revision: 3 }))).to.deep.equal([]);
    const stale = [{ index: 0, reason: "stale", revision: 3 }];
    expect(conflicts(change({ ...amend, revision: 2 }))).to.deep.equal(stale);
    for (const kind of [ChangeKind.AmendPolicy, ChangeKind.MovePolicy, ChangeKind.RepealPolicy]) {
      const about = { kind, target: POLICY, place: kind === ChangeKind.MovePolicy ? ROLE : 0n };
      expect(conflicts(change({ ...about, revision: 2 }))).to.deep.equal([]);
      expect(conflicts(change({ ...about, revision: 1 }))).to.have.length(1);
    }
    const configure = { kind: ChangeKind.Configure, settings: [settings()] };
    expect(conflicts(change({ ...configure, revision: 5 }))).to.deep.equal([]);
    expect(conflicts(change({ ...configure, revision: 4 }))).to.have.length(1);
  });

  it("R-PRP-11: what a change is about, or where it goes, may be gone", () => {
    const gone = [{ index: 0, reason: "gone", revision: 0 }];
    const kinds = [ChangeKind.AmendRole, ChangeKind.RepealPolicy, ChangeKind.CreateRole];
    for (const kind of kinds) {
      expect(conflicts(change({ kind, target: GONE, revision: 1 }))).to.deep.equal(gone);
    }
    const move = { kind: ChangeKind.MoveRole, target: ROLE, revision: 3 };
    expect(conflicts(change({ ...move, place: GONE }))).to.deep.equal(gone);
    expect(conflicts(change({ ...move, place: 0n }))).to.deep.equal([]);
  });

  it("counts what the list itself changes, and leaves alone what it creates", () => {
    expect(
      conflicts(
        change({ kind: ChangeKind.AmendRole, target: ROLE, revision: 3 }),
        change({ kind: ChangeKind.LimitRole, target: ROLE, place: 2n, revision: 4 }),
        change({ kind: ChangeKind.CreateRole }),
        change({ kind: ChangeKind.AmendRole, target: 3n, revision: 1 }),
        change({ kind: ChangeKind.AmendRole, revision: 1 }),
      ),
    ).to.deep.equal([]);
    const twice = change({ kind: ChangeKind.AmendRole, target: ROLE, revision: 3 });
    expect(conflicts(twice, twice)).to.deep.equal([{ index: 1, reason: "stale", revision: 3 }]);
  });
});
