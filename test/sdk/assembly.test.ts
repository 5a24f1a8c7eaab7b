import { expect } from "chai";
import { zeroAddress } from "viem";

import { allowancesAbi } from "#sdk/abi/allowances.ts";
import { foundingAbi } from "#sdk/abi/founding.ts";
import { leadsAbi } from "#sdk/abi/leads.ts";
import { partnersAbi } from "#sdk/abi/partners.ts";
import { structureAbi } from "#sdk/abi/structure.ts";
import { compare } from "#sdk/chronicle/compare.ts";
import type { Act, ActOf, EventName } from "#sdk/chronicle/events.ts";
import { fold, replay } from "#sdk/chronicle/fold.ts";
import type { Organisation, Origin } from "#sdk/chronicle/organisation.ts";
import { consentOf, idOf } from "#sdk/chronicle/organisation.ts";
import type { Reading } from "#sdk/chronicle/read.ts";
import { AGAIN, AMENDED, assemble } from "./assembly.ts";
import type { Bakery } from "./bakery.ts";
import { SEEN_THERE } from "./bakery.ts";
import { args, by, refuses as refusesIn, stranger } from "./refusals.ts";

describe("fold of leads, articles and special changes", function () {
  this.timeout(60_000);
  let bakery: Bakery;
  let reading: Reading;
  let acts: readonly Act[];
  let origin: Origin;

  before(async () => {
    bakery = await assemble();
    reading = await bakery.read();
    ({ acts } = reading.state);
    origin = { circles: reading.state.circles, chainId: reading.chainId };
  });

  it("has seen every event of theirs", () => {
    const abis = [
      ...[...leadsAbi, ...foundingAbi, ...partnersAbi, ...structureAbi],
      ...allowancesAbi,
    ];
    const elsewhere = ["PolicyRepealed", "PolicyMoved", "Inscribed", "OpennessDeclared", "Left"];
    // The last is what an organisation of one person ends with.
    const roles = ["RoleMoved", "RoleLimited", "Dissolved"];
    const names = abis.filter((item) => item.type === "event").map(({ name }) => name);
    const seen = new Set<string>([...acts.map(({ name }) => name), ...elsewhere, ...roles]);
    expect(names.filter((name) => !seen.has(name))).to.deep.equal([]);
    const happened = new Set<string>(acts.map(({ name }) => name));
    expect(SEEN_THERE.filter((name) => !happened.has(name))).to.deep.equal([]);
  });

  it("P6 ends at what the contracts store", async () => {
    const { client } = bakery.world;
    const { state, block } = reading;
    const { differences, comparisons } = await compare({ client, state, block });
    expect(differences).to.deep.equal([]);
    expect(comparisons).to.be.greaterThan(60);
  });

  it("P6 ends so at every event, one after the other", () => {
    let state: Organisation | Origin = origin;
    for (const act of acts) state = fold(state, act);
    expect(state).to.deep.equal(replay(acts, origin));
  });

  it("knows the rules, the articles, who governs and who has agreed to what", () => {
    const { state } = reading;
    expect(state.ruleHash).to.equal(AGAIN);
    expect([state.articles, state.version, state.revision]).to.deep.equal([31, 3, 9]);
    expect(consentOf(state)).to.not.equal(bakery.world.contracts.consent);
    const versions = [bakery.anna, bakery.ben, bakery.cleo].map(
      (person) => state.partners.get(person.toLowerCase())?.version,
    );
    expect(versions).to.deep.equal([1, 2, 3]);
    expect(state.founding.ratifiers).to.deep.equal([bakery.ben]);
    expect([...state.focuses.values()]).to.deep.equal(["Minutes", "Rolls"]);
    expect(state.redirections.size).to.equal(0);
  });

  const refuses = <name extends EventName>(
    name: name,
    change: (act: ActOf<name>) => Partial<Act>,
    reason: RegExp,
  ) => refusesIn({ acts, origin }, name, change, reason);

  it("refuses what leads may not do", () => {
    refuses("Decreed", by, /does not lead/);
    refuses("Directed", by, /does not lead/);
    refuses("Redirected", by, /does not lead/);
    refuses("Redirected", args({ role: idOf(1, 1) }), /elsewhere/);
    refuses("Redirected", args({ role: 0n }), /changes nothing/);
    refuses("Focused", by, /does not assign/);
    refuses("Focused", args({ person: stranger }), /does not fill/);
    refuses("Published", by, /does not fill/);
  });

  it("refuses amendments that not everybody signed, and what is not what was signed", () => {
    refuses("AmendmentSigned", by, /not a ratifier/);
    refuses("AmendmentSigned", args({ revision: 1 }), /revision/);
    refuses("AmendmentSigned", args({ articles: 2 }), /articles/);
    refuses("AmendmentSigned", args({ ruleHash: `0x${"00".repeat(32)}` }), /no hash/);
    refuses("RulesAmended", args({ ruleHash: AMENDED }), /ruleHash/);
    refuses("RulesAmended", args({ version: 9 }), /version/);
    refuses("RulesAmended", args({ revision: 99 }), /revision/);
    refuses("RatifierSucceeded", by, /not a ratifier/);
    refuses("RatifierSucceeded", args({ successor: bakery.anna }), /ratifier already/);
  });

  it("follows a contract that succeeds another, which ends", () => {
    const { state } = reading;
    const [former] = state.former;
    expect(former?.[1]).to.equal("leads");
    expect(state.contracts.leads).not.to.equal(former?.[0]);
    expect(state.redirections.size).to.equal(0);
  });

  it("refuses what no policy allows", () => {
    refuses("BudgetTaken", by, /does not act/);
    refuses("BudgetSpent", args({ amount: 31n }), /confirmer/);
    refuses("BudgetSpent", args({ confirmer: stranger }), /confirmer/);
    refuses("BudgetSpent", by, /does not act/);
    refuses("SpendingConfirmed", by, /does not act/);
    refuses("SpendingConfirmed", args({ amount: 10n }), /nobody has to/);
    refuses("PowerUsed", args({ value: 2n }), /beyond/);
    refuses("PowerUsed", args({ data: "0x01020304" }), /beyond/);
    refuses("PowerTaken", by, /does not act/);
  });

  it("refuses grants and vaults that nobody has", () => {
    refuses("Drawn", by, /does not act/);
    refuses("Drawn", args({ amount: 99n }), /granted less/);
    refuses("Drawn", args({ payee: zeroAddress }), /cannot be paid/);
    refuses("PassedOn", args({ amount: 0n }), /granted less/);
    refuses("PassedOn", args({ role: idOf(1, 4000) }), /no role/);
    refuses("GrantEnded", by, /does not lead/);
    refuses("GrantEnded", args({ amount: 1n }), /amount/);
    refuses("VaultOpened", by, /not a partner/);
    refuses("VaultInherited", by, /not a partner/);
    refuses("VaultInherited", args({ vault: stranger }), /stands/);
    refuses("Escalated", args({ asRole: idOf(1, 1) }), /holds no domain/);
  });

  it("refuses processes and treasuries that nobody decided", () => {
    refuses("ProcessSet", args({ process: stranger }), /process/);
    refuses("ProcessSet", args({ bits: 7 }), /bits/);
    refuses("ProcessSet", args({ endsAt: 7 }), /endsAt/);
    refuses("ProcessSet", args({ revision: 9 }), /revision/);
    refuses("TreasurySet", args({ treasury: stranger }), /treasury/);
    refuses("TreasurySet", args({ revision: 9 }), /revision/);
    refuses("Expelled", by, /may not expel/);
    refuses("Expelled", args({ person: stranger }), /no partner/);
    refuses("Expelled", args({ person: bakery.ben }), /still fills/);
  });
});
