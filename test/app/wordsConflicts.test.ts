import { expect } from "chai";

import { conflictText } from "#app/words/conflicts.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { conflictsIn } from "#sdk/chronicle/conflictsOf.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import { linkTerms } from "#sdk/chronicle/links.ts";
import type { Organisation, Policy, Role } from "#sdk/chronicle/organisation.ts";
import { change, words } from "../sdk/world.ts";
import { ANCHOR, ANN, KITCHEN, OPERATIONS, organisation } from "./organisation.ts";

const GONE = ANCHOR + 99n;
const state = organisation();

function texts(circle: bigint, ...changes: readonly Change[]): readonly string[] {
  return textsIn(state, circle, changes);
}

function textsIn(record: Organisation, circle: bigint, changes: readonly Change[]) {
  return conflictsIn(record, circle, changes).map((conflict) => conflictText(record, conflict));
}

describe("why a change does not fit what stands", () => {
  it("says at which revision it is now, or which change of the list comes before", () => {
    const { revision, words } = state.roles.get(KITCHEN) ?? { revision: 0, words: { name: "" } };
    const amend = { kind: ChangeKind.AmendRole, target: KITCHEN };
    expect(texts(OPERATIONS, change({ ...amend, revision: revision + 5 }))).to.deep.equal([
      `Written against revision ${revision + 5} of ${words.name}, which is at revision ${revision} now.`,
    ]);
    const right = change({ ...amend, revision });
    expect(texts(OPERATIONS, right, right)).to.deep.equal([
      `An earlier change of the same list takes ${words.name} to revision ${revision + 1}, and this one is written against revision ${revision}.`,
    ]);
    const add = { kind: ChangeKind.AddToRole, place: 2n };
    expect(texts(OPERATIONS, change({ ...add, revision: 3 }))).to.deep.equal([
      "Written against revision 3 of what Operations adds to the facilitator, which is at revision 0 now.",
    ]);
    const rules = { kind: ChangeKind.AmendRules, revision: state.revision + 1 };
    expect(texts(ANCHOR, change(rules))).to.deep.equal([
      "What decides, pays or binds has been changed by another special change since.",
    ]);
  });

  it("says what is gone", () => {
    const inside = change({ kind: ChangeKind.CreateRole, target: GONE });
    expect(texts(ANCHOR, inside)[0]).to.match(/, in which it would stand, has been removed since/);
    const repeal = change({ kind: ChangeKind.RepealPolicy, target: GONE, revision: 1 });
    expect(texts(ANCHOR, repeal)[0]).to.match(/^“.*” has been repealed since/);
    const move = change({ kind: ChangeKind.MoveRole, target: KITCHEN, place: GONE, revision: 1 });
    expect(texts(OPERATIONS, move)[0]).to.match(/has been removed since/);
    const terms = linkTerms({ source: GONE, appointer: null, limit: 1 });
    const link = { kind: ChangeKind.LinkRole, terms };
    expect(texts(ANCHOR, change({ ...link, place: GONE }))[0]).to.match(/which invites it/);
    expect(texts(ANCHOR, change({ ...link, place: 1n }))[0]).to.match(/whose fillers would fill/);
  });

  it("says that a circle which still holds something stays", () => {
    const held = state.roles.get(OPERATIONS) as Role;
    const roles = new Map(state.roles).set(OPERATIONS, { ...held, inner: [KITCHEN] });
    const { revision } = held;
    const remove = change({ kind: ChangeKind.RemoveRole, target: OPERATIONS, revision });
    expect(textsIn({ ...state, roles }, ANCHOR, [remove])).to.deep.equal([
      "Operations still holds roles or policies; those go first.",
    ]);
    expect(texts(ANCHOR, remove)).to.deep.equal([]);
    const target = ANCHOR + 50n;
    const policy = { id: target, circle: ANCHOR, revision: 2, words: words("River") };
    const policies = new Map([[target, policy as unknown as Policy]]);
    const link = { source: null, appointer: ANN, policy: target };
    const kitchen = { ...(state.roles.get(KITCHEN) as Role), link };
    const linked = { ...state, policies, roles: new Map(state.roles).set(KITCHEN, kitchen) };
    const amend = change({ kind: ChangeKind.AmendPolicy, target, revision: 2 });
    const text = "A role is linked by “River”; that is unlinked first.";
    expect(textsIn(linked, ANCHOR, [amend])).to.deep.equal([text]);
    const again = change({ kind: ChangeKind.LinkRole, place: target });
    expect(textsIn(linked, ANCHOR, [again])).to.deep.equal([text]);
    const unlink = change({ kind: ChangeKind.UnlinkRole, target: KITCHEN, revision: 1 });
    expect(textsIn(linked, ANCHOR, [unlink, amend])).to.deep.equal([]);
    // To repeal it ends the link.
    const repeal = change({ kind: ChangeKind.RepealPolicy, target, revision: 2 });
    expect(textsIn(linked, ANCHOR, [repeal])).to.deep.equal([]);
  });
});
