import { expect } from "chai";

import {
  changeOf,
  type DraftChange,
  faultsOf,
  isDraft,
  NO_DRAFT,
  withoutChange,
} from "#app/words/draft.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { NO_SETTINGS } from "#sdk/chronicle/organisation.ts";
import { Flags, Tags } from "#sdk/flags.ts";

const change = (fields: Partial<DraftChange>): DraftChange => ({
  kind: ChangeKind.CreateRole,
  target: "0",
  revision: 0,
  name: "Rider",
  text: "",
  domains: [],
  accountabilities: ["Delivering boxes"],
  reviewOn: "",
  tags: 0,
  days: "",
  admission: "0",
  assigner: "0",
  notice: 0,
  flags: 0,
  attention: 0,
  quorum: 0,
  reps: 0,
  appointer: "0",
  place: "0",
  ...fields,
});

describe("a proposal's draft", () => {
  it("becomes a change with only what its kind uses", () => {
    const made = changeOf(
      change({ name: " Rider ", domains: ["Bikes", " "], reviewOn: "2026-03-01", days: "5" }),
    );
    expect(made.words).to.deep.equal({
      name: "Rider",
      text: "",
      domains: ["Bikes"],
      accountabilities: ["Delivering boxes"],
    });
    expect(made.reviewAt).to.equal(0);
    expect(made.settings).to.deep.equal([]);
    expect(
      changeOf(change({ kind: ChangeKind.RemoveRole, target: "4294967301" })).words.name,
    ).to.equal("");
    expect(
      changeOf(change({ kind: ChangeKind.AdoptPolicy, reviewOn: "2026-03-01" })).reviewAt,
    ).to.equal(1772323200);
    const [settings] = changeOf(
      change({ kind: ChangeKind.Configure, days: "5", flags: Flags.ELECTIVE, quorum: 2 }),
    ).settings;
    expect(settings).to.deep.equal({
      ...NO_SETTINGS,
      window: 432000,
      flags: Flags.ELECTIVE,
      quorum: 2,
    });
    const policy = { kind: ChangeKind.AdoptPolicy, tags: Tags.GRANT };
    expect(changeOf(change(policy)).tags).to.equal(Tags.GRANT);
    expect(changeOf(change({ tags: Tags.GRANT })).tags).to.equal(0);
    const moved = changeOf(change({ kind: ChangeKind.MoveRole, target: "9", place: "7" }));
    expect({ target: moved.target, place: moved.place, name: moved.words.name }).to.deep.equal({
      target: 9n,
      place: 7n,
      name: "",
    });
  });

  it("says what is missing and what is too long, in bytes", () => {
    expect(faultsOf(change({}), false)).to.deep.equal({});
    expect(faultsOf(change({ name: " " }), false).name).to.equal("Say something here.");
    expect(faultsOf(change({ name: "ë".repeat(41) }), false).name).to.contain("80 bytes");
    expect(faultsOf(change({ accountabilities: [""] }), false).lists).to.contain(
      "besides its name",
    );
    expect(faultsOf(change({ kind: ChangeKind.AdoptPolicy }), false).text).to.equal(
      "Say something here.",
    );
    expect(faultsOf(change({ kind: ChangeKind.AdoptPolicy }), false).tags).to.contain("what kind");
    const granting = change({ kind: ChangeKind.AdoptPolicy, tags: Tags.GRANT | Tags.HERE_ALONE });
    expect(faultsOf(granting, false).tags).to.equal(undefined);
    expect(faultsOf(change({ kind: ChangeKind.Configure, days: "2" }), false).days).to.contain(
      "3 to 60",
    );
    expect(faultsOf(change({ kind: ChangeKind.Configure, days: "" }), false)).to.deep.equal({});
    expect(faultsOf(change({ kind: ChangeKind.Configure, days: "" }), true).days).to.contain(
      "always",
    );
  });

  it("keeps places right when a change is taken out", () => {
    const list = [change({}), change({}), change({ target: "2" }), change({ target: "1" })];
    expect(withoutChange(list, 0).map(({ target }) => target)).to.deep.equal(["0", "1", "0"]);
  });

  it("knows a draft that a device kept from anything else", () => {
    expect(isDraft(JSON.parse(JSON.stringify({ ...NO_DRAFT, changes: [change({})] })))).to.equal(
      true,
    );
    expect(isDraft({ ...NO_DRAFT, changes: [{ kind: 99 }] })).to.equal(false);
    expect(isDraft(null)).to.equal(false);
  });
});
