import { expect } from "chai";

import { placesOf, targetsOf } from "#app/pages/compose/targetsOf.ts";
import {
  changeOf,
  type DraftChange,
  draftOf,
  faultsOf,
  isDraft,
  NO_DRAFT,
  presetPart,
  reasonFaults,
  reasonsOf,
  startChange,
  withoutChange,
} from "#app/words/draft.ts";
import { reachesOf, toggleTag } from "#app/words/governing.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { originTerms } from "#sdk/chronicle/domains.ts";
import type { Policy, Proposal, Role } from "#sdk/chronicle/organisation.ts";
import { NO_SETTINGS } from "#sdk/chronicle/organisation.ts";
import { Flags, Tags } from "#sdk/flags.ts";
import { change as proposal } from "../sdk/world.ts";
import { ANCHOR, COUNCIL, DAY, KITCHEN, OPERATIONS, organisation } from "./organisation.ts";

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

  it("of what was proposed loses nothing, also of what is not composed here", () => {
    const terms = `0x${"07".repeat(32)}` as const;
    const words = { name: "N", text: "T", domains: ["D", "E"], accountabilities: ["A"] };
    const plain = { ...words, domains: [], accountabilities: [] };
    const added = { ...words, name: "", text: "" };
    const common = { revision: 3, target: 0n };
    const place = 2n;
    const said = [
      proposal({ ...common, kind: ChangeKind.CreateRole, words, terms: originTerms([1, 255]) }),
      proposal({ ...common, kind: ChangeKind.AmendRole, words, terms: originTerms([255, 2]) }),
      proposal({
        ...common,
        kind: ChangeKind.AddToRole,
        words: added,
        place,
        terms: originTerms([3, 4]),
      }),
      proposal({ ...common, kind: ChangeKind.LinkRole, words: plain, place, terms }),
      proposal({ ...common, kind: ChangeKind.UnlinkRole, target: KITCHEN }),
      proposal({ ...common, kind: ChangeKind.AdoptPolicy, words: plain, terms }),
      proposal({ ...common, kind: ChangeKind.AmendPolicy, words: plain, terms }),
      proposal({ ...common, kind: ChangeKind.SetProcess, tags: 39, terms }),
      proposal({ ...common, kind: ChangeKind.SetTreasury, terms }),
      proposal({ ...common, kind: ChangeKind.AmendRules, tags: 31, terms }),
    ];
    const draft = draftOf({
      versions: [{ changes: said, reasons: { tension: "", example: "", explanation: "" } }],
      asRole: KITCHEN,
    } as unknown as Proposal);
    expect(draft.changes.map(changeOf)).to.deep.equal(said);
  });

  it("begins with where domains come from, and with what a policy means", () => {
    const base = organisation();
    const role = base.roles.get(KITCHEN) as Role;
    const words = { ...role.words, domains: ["Oven", "Flour"] };
    const roles = new Map(base.roles).set(KITCHEN, { ...role, words, origins: [2, 255] });
    const begun = startChange({ ...base, roles }, OPERATIONS, ChangeKind.AmendRole, KITCHEN);
    expect(changeOf(begun).terms).to.equal(originTerms([2, 255]));
    const terms = `0x${"07".repeat(32)}` as const;
    const policy = { id: 99n, circle: ANCHOR, words, revision: 1, reviewAt: 0, tags: 2, terms };
    const policies = new Map([[99n, policy as unknown as Policy]]);
    const amending = startChange({ ...base, policies }, ANCHOR, ChangeKind.AmendPolicy, 99n);
    expect(changeOf(amending).terms).to.equal(terms);
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
    const linked = [change({}), change({}), change({ kind: ChangeKind.LinkRole, place: "2" })];
    expect(withoutChange(linked, 0).map(({ place }) => place)).to.deep.equal(["0", "1"]);
  });

  it("knows a draft that a device kept from anything else", () => {
    expect(isDraft(JSON.parse(JSON.stringify({ ...NO_DRAFT, changes: [change({})] })))).to.equal(
      true,
    );
    expect(isDraft({ ...NO_DRAFT, changes: [{ kind: 99 }] })).to.equal(false);
    expect(isDraft(null)).to.equal(false);
  });

  it("moves something with the reason why it belongs there, and nothing else", () => {
    const move = change({
      kind: ChangeKind.MoveRole,
      target: "4294967300",
      place: "4294967298",
      text: " Bread is baked there. ",
    });
    const made = changeOf(move);
    expect(made.place).to.equal(4294967298n);
    expect(made.words).to.deep.equal({
      name: "",
      text: "Bread is baked there.",
      domains: [],
      accountabilities: [],
    });
    expect(faultsOf(move, false)).to.deep.equal({});
    expect(faultsOf({ ...move, text: "" }, false).text).to.equal("Say something here.");
    expect(faultsOf({ ...move, place: "" }, false).place).to.contain("nowhere");
    const limit = changeOf(
      change({ kind: ChangeKind.LimitRole, target: "4294967300", place: "2" }),
    );
    expect([limit.place, limit.words.text]).to.deep.equal([2n, ""]);
  });

  it("lets a goal go with the change that creates it, and leaves a limit alone", () => {
    const list = [
      change({}),
      change({ kind: ChangeKind.MoveRole, target: "4294967300", place: "1" }),
      change({ kind: ChangeKind.LimitRole, target: "4294967300", place: "1" }),
    ];
    expect(withoutChange(list, 0).map(({ place }) => place)).to.deep.equal(["", "1"]);
  });

  it("needs no example where a circle allows that, once somebody claims it", () => {
    const said = { ...NO_DRAFT, tension: "We do it so.", example: "left over" };
    const claimed = { ...said, claims: true };
    expect(reasonFaults(claimed, true)).to.deep.equal({});
    expect(reasonsOf(claimed, true).example).to.equal("");
    expect(Object.keys(reasonFaults(said, true))).to.deep.equal(["explanation"]);
    expect(Object.keys(reasonFaults(claimed, false))).to.deep.equal(["explanation"]);
    expect(reasonsOf(claimed, false).example).to.equal("left over");
  });

  it("fills in a known set of rules, but not the right to a meeting nor the roles it names", () => {
    const part = presetPart({ flags: 0 }, "v4.1");
    expect(part.flags & Flags.MEETING_RIGHT).to.equal(0);
    expect(part.flags & Flags.REALITY).to.equal(Flags.REALITY);
    expect(part.days).to.equal("5");
    expect(presetPart({ flags: Flags.MEETING_RIGHT }, "v5").flags).to.equal(Flags.MEETING_RIGHT);
    expect(part).not.to.have.property("admission");
  });

  it("keeps what an anchor passes on when its settings are changed", () => {
    const settings = { ...NO_SETTINGS, window: 5 * DAY, notice: DAY, flags: Flags.WINDOWLESS };
    const state = organisation({ settings: new Map([[ANCHOR, { settings, revision: 1 }]]) });
    const start = startChange(state, ANCHOR, ChangeKind.Configure, 0n);
    expect(start.flags).to.equal(Flags.WINDOWLESS);
  });
});

describe("what can be moved where", () => {
  const state = organisation();
  const roles = new Map(state.roles);
  const give = (id: bigint, inner: readonly bigint[]) => {
    const role = roles.get(id);
    if (role !== undefined) roles.set(id, { ...role, inner });
  };
  give(ANCHOR, [COUNCIL, OPERATIONS]);
  give(OPERATIONS, [KITCHEN]);
  const whole = { ...state, roles };
  const values = (options: readonly { readonly value: string }[] | undefined) =>
    options?.map(({ value }) => value);

  it("a role goes one level in, or out of a circle inside", () => {
    const targets = targetsOf(whole, ANCHOR, ChangeKind.MoveRole)?.options;
    expect(values(targets)).to.deep.equal([COUNCIL, OPERATIONS, KITCHEN].map(String));
    const into = placesOf(
      whole,
      ANCHOR,
      change({ kind: ChangeKind.MoveRole, target: `${COUNCIL}` }),
    );
    expect(values(into.options)).to.deep.equal([String(OPERATIONS)]);
    const out = placesOf(
      whole,
      ANCHOR,
      change({ kind: ChangeKind.MoveRole, target: `${KITCHEN}` }),
    );
    expect(out.options).to.deep.equal([{ value: "0", label: "out into Bakery" }]);
  });

  it("the only role of a circle goes nowhere within it", () => {
    expect(targetsOf(whole, OPERATIONS, ChangeKind.MoveRole)?.options).to.deep.equal([]);
  });
});

describe("how far a policy reaches", () => {
  it("is open only as far as its kinds leave it", () => {
    expect(reachesOf(0)).to.deep.equal([]);
    expect(reachesOf(Tags.GRANT)).to.deep.equal([Tags.HERE_ALONE]);
    expect(reachesOf(Tags.DEFAULT)).to.deep.equal([Tags.INSIDE_TOO]);
    expect(reachesOf(Tags.DEFAULT | Tags.INSIDE_TOO)).to.deep.equal([
      Tags.INSIDE_TOO,
      Tags.BINDING,
    ]);
  });

  it("goes with the kind that left it open", () => {
    const all = Tags.GRANT | Tags.HERE_ALONE | Tags.DEFAULT | Tags.INSIDE_TOO | Tags.BINDING;
    expect(toggleTag(all, Tags.DEFAULT)).to.equal(Tags.GRANT | Tags.HERE_ALONE);
    expect(toggleTag(all, Tags.INSIDE_TOO)).to.equal(Tags.GRANT | Tags.HERE_ALONE | Tags.DEFAULT);
    expect(toggleTag(Tags.DOMAIN | Tags.HERE_ALONE, Tags.DOMAIN)).to.equal(0);
  });
});
