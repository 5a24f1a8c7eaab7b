import { expect } from "chai";

import { targetOf, wordsAfter, wordsBefore } from "#app/words/changes.ts";
import { linkText } from "#app/words/links.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Role } from "#sdk/chronicle/organisation.ts";
import { additionKey } from "#sdk/chronicle/organisation.ts";
import { StandingRole } from "#sdk/chronicle/standingRole.ts";
import { change, NO_WORDS } from "../sdk/world.ts";
import { ANCHOR, ANN, KITCHEN, OPERATIONS, organisation } from "./organisation.ts";

const nameOf = () => "The River Trust";

describe("links in words", () => {
  const base = organisation();
  const role = (link: Role["link"], limit = 1): Role => ({
    ...(base.roles.get(KITCHEN) as Role),
    link,
    limit,
  });

  it("say who chooses the fillers of a linked role, and of no other", () => {
    expect(linkText({ organisation: base, nameOf }, role(null))).to.equal(null);
    const appointed = role({ source: null, appointer: ANN, policy: 999n });
    expect(linkText({ organisation: base, nameOf }, appointed)).to.equal(
      "It is filled by whom The River Trust chooses; one of them may speak for it.",
    );
    const followed = role({ source: KITCHEN, appointer: null, policy: 999n }, 2);
    const kitchen = base.roles.get(KITCHEN)?.words.name;
    const around = base.roles.get(OPERATIONS)?.words.name;
    expect(linkText({ organisation: base, nameOf }, followed)).to.equal(
      `It is filled by whoever fills ${kitchen} in ${around}; 2 of them may speak for it.`,
    );
  });

  it("a linked role is new, with words of its own", () => {
    const linked = change({ kind: ChangeKind.LinkRole, words: { ...NO_WORDS, name: "Guest" } });
    expect(targetOf(linked, ANCHOR)).to.equal(null);
    expect(wordsBefore(base, linked, ANCHOR)).to.equal(null);
    expect(wordsAfter(linked)?.name).to.equal("Guest");
  });

  it("an addition stands beside what was added before, not beside the circle's own words", () => {
    const part = StandingRole.Lead;
    const added = change({
      kind: ChangeKind.AddToRole,
      place: BigInt(part),
      words: { ...NO_WORDS, accountabilities: ["Keeping the wiki"] },
    });
    expect(wordsBefore(base, added, ANCHOR)).to.equal(null);
    expect(wordsAfter(added)?.accountabilities).to.deep.equal(["Keeping the wiki"]);
    const accountabilities = ["Keeping the minutes"];
    const before = {
      circle: ANCHOR,
      part,
      domains: [],
      origins: [],
      accountabilities,
      revision: 1,
    };
    const later = { ...base, additions: new Map([[additionKey(ANCHOR, part), before]]) };
    expect(wordsBefore(later, added, ANCHOR)?.accountabilities).to.deep.equal(accountabilities);
  });
});
