import { expect } from "chai";

import { silencedBy } from "#app/words/effects.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Role } from "#sdk/chronicle/organisation.ts";
import { change } from "../sdk/world.ts";
import { DORA, EVE, KITCHEN, OPERATIONS, organisation } from "./organisation.ts";

describe("who would lose a say", () => {
  const state = organisation();
  const by = (kind: ChangeKind, target: bigint, more: object = {}) =>
    silencedBy(state, OPERATIONS, [change({ kind, target, ...more })]);

  it("is whoever speaks for nothing else there than what is removed or moved away", () => {
    expect(state.roles.get(OPERATIONS)?.members).to.deep.equal([DORA, EVE]);
    expect(by(ChangeKind.RemoveRole, KITCHEN)).to.deep.equal([EVE]);
    expect(by(ChangeKind.MoveRole, KITCHEN, { place: OPERATIONS + 99n })).to.deep.equal([EVE]);
    expect(by(ChangeKind.MoveRole, KITCHEN, { place: 0n })).to.deep.equal([]);
    expect(by(ChangeKind.AmendRole, KITCHEN)).to.deep.equal([]);
  });

  it("is also whoever speaks for what is unlinked, or goes with the policy that invites it", () => {
    expect(by(ChangeKind.UnlinkRole, KITCHEN)).to.deep.equal([EVE]);
    const link = { source: null, appointer: DORA, policy: 99n };
    const role = { ...(state.roles.get(KITCHEN) as Role), link };
    const linked = { ...state, roles: new Map(state.roles).set(KITCHEN, role) };
    const repeal = change({ kind: ChangeKind.RepealPolicy, target: 99n });
    expect(silencedBy(linked, OPERATIONS, [repeal])).to.deep.equal([EVE]);
    expect(silencedBy(state, OPERATIONS, [repeal])).to.deep.equal([]);
  });
});
