import { expect } from "chai";
import { zeroAddress } from "viem";

import { chainTime } from "#app/chain/clock.ts";
import { moneyIn } from "#app/model/money.ts";
import { mergeNames, tellApart } from "#app/model/names.ts";
import { nextTurn } from "#app/model/nextTurn.ts";
import { findIn, indexOf } from "#app/shell/finding.ts";
import { judgement } from "./judging.ts";
import { announcement, DAY, EVE, NOW, nameOf, organisation, proposal } from "./organisation.ts";

describe("the chain's time", () => {
  it("runs on from where it was measured on a local chain", () => {
    expect(chainTime({ chain: 5_000, wall: 1_000, own: true }, 61_000)).to.equal(5_060);
  });

  it("is the reader's elsewhere, unless the last block is ahead", () => {
    expect(chainTime({ chain: 50, wall: 0, own: false }, 61_000)).to.equal(61);
    expect(chainTime({ chain: 90, wall: 0, own: false }, 61_000)).to.equal(90);
  });

  it("turns next when a window or a grace ends", () => {
    const one = proposal({ closesAt: NOW + 100 });
    const other = announcement({ closesAt: NOW - 30 * DAY + 50 });
    const state = organisation({
      proposals: new Map([[one.id, one]]),
      announcements: new Map([[other.id, other]]),
    });
    expect(nextTurn(state, NOW)).to.equal(NOW + 50);
    expect(nextTurn(state, NOW + 50)).to.equal(NOW + 100);
    expect(nextTurn(state, NOW + 100)).to.equal(NOW + 100 + DAY);
  });

  it("turns when a rung of a judgement ends, and the patience with missing confirmations", () => {
    const judged = proposal({
      closesAt: NOW - 14 * DAY + 70,
      judgements: [judgement({ deadline: NOW + 40 })],
    });
    const state = organisation({ proposals: new Map([[judged.id, judged]]) });
    expect(nextTurn(state, NOW)).to.equal(NOW + 40);
    expect(nextTurn(state, NOW + 40)).to.equal(NOW + 70);
  });
});

describe("money", () => {
  const euro = moneyIn({ address: zeroAddress, symbol: "€", name: "euro", decimals: 2 });
  const token = moneyIn({ address: zeroAddress, symbol: "ABC", name: "abc", decimals: 18 });

  it("shows cents only where there are any", () => {
    expect(euro.format(48_000n)).to.equal("€480");
    expect(euro.format(120_450n)).to.equal("€1,204.50");
    expect(euro.format(-5n)).to.equal("−€0.05");
  });

  it("names other units behind the amount, and never rounds up", () => {
    expect(token.format(1_999_999_999_999_999_999n)).to.equal("1.999999 ABC");
    expect(token.format(10n ** 24n)).to.equal("1,000,000 ABC");
  });
});

describe("names", () => {
  const [one, other] = ["0xAbcd00000000000000000000000000000000Ef01", `0x${"2".repeat(40)}`];

  it("puts the reader's own before those served", () => {
    const names = mergeNames({ [one]: "Served" }, { [one.toLowerCase()]: "Own" });
    expect(names.get(one.toLowerCase())).to.equal("Own");
  });

  it("never calls two people the same", () => {
    const names = mergeNames({ [one]: "Ann", [other]: "ann\u200b" }, {});
    expect([...names.values()]).to.deep.equal(["Ann (0xabcd…ef01)", "ann (0x2222…2222)"]);
  });

  it("never calls a stranger's token what a known one is called", () => {
    const token = { address: zeroAddress, symbol: "eth", name: "fake", decimals: 18 };
    expect(tellApart(token, [{ symbol: "ETH" }]).symbol).to.equal("eth (0x0000…0000)");
    expect(tellApart(token, [{ symbol: "EUR" }])).to.equal(token);
  });
});

describe("finding", () => {
  const index = indexOf(organisation(), new Map([[EVE, "Ève"]]), nameOf);

  it("finds roles and people, whatever the accents", () => {
    expect(findIn(index, "kitch")[0]).to.deep.include({ title: "Kitchen", href: "/role/1.4" });
    expect(findIn(index, "eve").map(({ title }) => title)).to.include("Ève");
  });

  it("puts names before texts", () => {
    expect(findIn(index, "operations")[0]?.title).to.equal("Operations");
  });

  it("finds nothing for what is nowhere", () => {
    expect(findIn(index, "zeppelin")).to.deep.equal([]);
  });
});
