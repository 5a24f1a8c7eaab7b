import { expect } from "chai";
import { pad } from "viem";

import { specialAfter, specialNow } from "#app/words/special.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Mandate, Organisation } from "#sdk/chronicle/organisation.ts";
import { ALL_ARTICLES, Articles, Bits } from "#sdk/flags.ts";
import { change } from "../sdk/world.ts";
import { organisation } from "./organisation.ts";

const PROCESS = "0x00000000000000000000000000000000000000A1" as const;
const OTHER = "0x00000000000000000000000000000000000000A2" as const;
const RULES = `0x${"07".repeat(32)}` as const;

function state(endsAt: number): Organisation {
  const mandate: Mandate = {
    ...{ process: PROCESS, bits: Bits.RECORD, proven: true, decided: false, endsAt },
  };
  return {
    ...organisation(),
    processes: [mandate],
    treasury: PROCESS,
    articles: Articles.STRUCTURE,
    ruleHash: RULES,
  };
}

describe("a special change, before and after", () => {
  it("says what a process may, and when it ends", () => {
    const set = { kind: ChangeKind.SetProcess, terms: pad(PROCESS) };
    const now = { sentence: "This contract may extend the history.", named: PROCESS };
    expect(specialNow(state(0), change(set))).to.deep.equal(now);
    expect(specialNow(state(86_400), change(set))?.sentence).to.match(/^It finishes until .*1970/);
    expect(specialNow(state(0), change({ ...set, terms: pad(OTHER) }))).to.equal(null);
    expect(specialAfter(change({ ...set, tags: Bits.RECORD | Bits.SETTINGS })).sentence).to.equal(
      "This contract may change settings, extend the history.",
    );
    expect(specialAfter(change(set)).sentence).to.match(/^It finishes what is open/);
  });

  it("says whom the vaults obey, and which rules bind", () => {
    const pays = change({ kind: ChangeKind.SetTreasury, terms: pad(OTHER) });
    expect(specialNow(state(0), pays)?.named).to.equal(PROCESS);
    expect(specialAfter(pays).named).to.equal(OTHER);
    const amended = `0x${"08".repeat(32)}` as const;
    const rules = change({ kind: ChangeKind.AmendRules, tags: ALL_ARTICLES, terms: amended });
    expect(specialNow(state(0), rules)).to.deep.equal({
      sentence: "The rules whose text has this hash, with the articles 1 (structure).",
      named: RULES,
    });
    expect(specialAfter(rules).named).to.equal(amended);
    expect(specialAfter(rules).sentence).to.contain("5 (governance)");
  });
});
