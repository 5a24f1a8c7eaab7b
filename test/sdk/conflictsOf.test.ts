import { expect } from "chai";

import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { conflictsIn, conflictsOf } from "#sdk/chronicle/conflictsOf.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import { linkTerms } from "#sdk/chronicle/links.ts";
import type { Organisation, Proposal } from "#sdk/chronicle/organisation.ts";
import { additionKey, idOf } from "#sdk/chronicle/organisation.ts";
import { change, settings } from "./world.ts";

const [ANCHOR, ROLE, POLICY, GONE, INNER] = [1, 2, 3, 4, 5].map((number) => idOf(1, number)) as [
  bigint,
  bigint,
  bigint,
  bigint,
  bigint,
];

const state = {
  roles: new Map([
    [ANCHOR, { id: ANCHOR, revision: 1 }],
    [ROLE, { id: ROLE, revision: 3, alive: true, inner: [INNER], policies: [POLICY] }],
    [INNER, { id: INNER, revision: 1, alive: false, inner: [], policies: [] }],
  ]),
  number: 1,
  revision: 7,
  policies: new Map([[POLICY, { id: POLICY, revision: 2 }]]),
  additions: new Map([[additionKey(ANCHOR, 2), { circle: ANCHOR, part: 2, revision: 4 }]]),
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
    expect(conflicts(twice, twice)).to.deep.equal([{ index: 1, reason: "stale", revision: 4 }]);
  });

  it("counts what is added to each standing role by itself", () => {
    const add = (place: bigint, revision: number) =>
      change({ kind: ChangeKind.AddToRole, place, revision });
    expect(conflicts(add(1n, 0), add(2n, 4))).to.deep.equal([]);
    expect(conflicts(add(2n, 0))).to.deep.equal([{ index: 0, reason: "stale", revision: 4 }]);
    expect(conflicts(add(1n, 0), add(1n, 0))).to.deep.equal([
      { index: 1, reason: "stale", revision: 1 },
    ]);
  });

  it("counts special changes together", () => {
    for (const kind of [ChangeKind.SetProcess, ChangeKind.SetTreasury, ChangeKind.AmendRules]) {
      expect(conflicts(change({ kind, revision: 7 }))).to.deep.equal([]);
      expect(conflicts(change({ kind, revision: 6 }))).to.deep.equal([
        { index: 0, reason: "stale", revision: 7 },
      ]);
    }
  });

  it("R-PRP-11: a link needs its circle, the policy that invites it, and the role that it follows", () => {
    const link = (source: bigint, place: bigint, target = 0n) =>
      change({
        ...{ kind: ChangeKind.LinkRole, target, place },
        terms: linkTerms({ source, appointer: null, limit: 1 }),
      });
    const gone = [{ index: 0, reason: "gone", revision: 0 }];
    expect(conflicts(link(ROLE, POLICY))).to.deep.equal([]);
    // The policy may be the first change of the same list.
    expect(conflicts(link(ROLE, 1n))).to.deep.equal([]);
    expect(conflicts(link(ROLE, GONE))).to.deep.equal(gone);
    expect(conflicts(link(GONE, POLICY))).to.deep.equal(gone);
    expect(conflicts(link(ROLE, POLICY, GONE))).to.deep.equal(gone);
    const unlink = { kind: ChangeKind.UnlinkRole, target: ROLE };
    expect(conflicts(change({ ...unlink, revision: 3 }))).to.deep.equal([]);
    expect(conflicts(change({ ...unlink, revision: 1 }))).to.have.length(1);
  });

  it("a circle that is removed holds nothing any more; a role takes its policies along", () => {
    const remove = change({ kind: ChangeKind.RemoveRole, target: ROLE, revision: 3 });
    expect(conflicts(remove)).to.deep.equal([{ index: 0, reason: "held", revision: 3 }]);
    const inner = change({ kind: ChangeKind.RemoveRole, target: INNER, revision: 1 });
    const repeal = change({ kind: ChangeKind.RepealPolicy, target: POLICY, revision: 2 });
    expect(conflicts(inner, repeal, remove)).to.deep.equal([]);
    expect(conflicts(inner, remove)).to.have.length(1);
    const held = { ...state.roles.get(INNER), policies: [POLICY] };
    const roles = new Map(state.roles).set(INNER, held as never);
    expect(conflictsIn({ ...state, roles }, ANCHOR, [inner])).to.deep.equal([]);
  });
});
