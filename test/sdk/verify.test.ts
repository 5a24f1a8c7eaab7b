import { expect } from "chai";
import fc from "fast-check";
import type { Hex } from "viem";
import { concat, keccak256, pad } from "viem";

import { nextHead } from "#sdk/chronicle/head.ts";
import type { RawLog } from "#sdk/chronicle/log.ts";
import type { Defect } from "#sdk/chronicle/verify.ts";
import { HistoryError, verify, verifyFollowing } from "#sdk/chronicle/verify.ts";
import { CIRCLES, GENESIS, syntheticHistory, syntheticLog } from "./synthetic.ts";

const LENGTH = 12;
const { logs, head } = syntheticHistory(LENGTH);

interface Found {
  defect: Defect;
  number: number;
  lastNumber: number;
  block: bigint | undefined;
}

function found(altered: readonly RawLog[], to: Hex = head, from: Hex = GENESIS): Found {
  try {
    verify({ logs: altered, from, to });
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    const { defect, number, lastNumber, block } = error;
    return { defect, number, lastNumber, block };
  }
  throw new Error("It was taken for complete.");
}

const at = (number: number) => logs[number - 1] as RawLog;
const blockOf = (number: number) => at(number).blockNumber;
const without = (number: number) => logs.filter((log) => log !== at(number));
const replaced = (number: number, changes: Partial<RawLog>) =>
  logs.map((log) => (log === at(number) ? { ...log, ...changes } : log));
const flip = (data: Hex, byte: number): Hex => {
  const index = 2 + 2 * byte;
  const changed = data[index] === "f" ? "e" : "f";
  return `${data.slice(0, index)}${changed}${data.slice(index + 1)}` as Hex;
};
const numbers = { min: 1, max: LENGTH };

describe("verify", () => {
  it("takes a whole history and returns the head after each event", () => {
    const heads = verify({ logs, from: GENESIS, to: head });
    expect(heads).to.have.length(LENGTH);
    expect(heads.at(-1)).to.equal(head);
  });

  it("goes on from an earlier head", () => {
    const heads = verify({
      logs: logs.slice(0, 5),
      from: GENESIS,
      to: nextHead(at(5).data.slice(0, 66) as Hex, at(5)),
    });
    expect(verify({ logs: logs.slice(5), from: heads[4] as Hex, to: head })).to.have.length(
      LENGTH - 5,
    );
  });

  it("names a dropped event and its block", () => {
    for (let number = 1; number < LENGTH; number++) {
      expect(found(without(number))).to.deep.equal({
        defect: "missing",
        number,
        lastNumber: number,
        block: blockOf(number),
      });
    }
  });

  it("names the first and the last of several dropped events", () => {
    const some = logs.filter((log) => log !== at(4) && log !== at(5) && log !== at(6));
    const { defect, number, lastNumber } = found(some);
    expect({ defect, number, lastNumber }).to.deep.equal({
      defect: "missing",
      number: 4,
      lastNumber: 6,
    });
  });

  it("names what is missing at the end, and the block of the last event", () => {
    expect(found(logs.slice(0, -1))).to.deep.equal({
      defect: "truncated",
      number: LENGTH,
      lastNumber: LENGTH,
      block: blockOf(LENGTH),
    });
    const { defect, number, lastNumber } = found(logs.slice(0, -3));
    expect({ defect, number, lastNumber }).to.deep.equal({
      defect: "truncated",
      number: LENGTH - 2,
      lastNumber: LENGTH,
    });
    expect(found([])).to.deep.include({ defect: "truncated", number: 1, lastNumber: LENGTH });
  });

  it("names an event whatever byte of its data is altered", () => {
    fc.assert(
      fc.property(fc.integer(numbers), fc.nat(63), (number, byte) => {
        // The block and the number in the first word are looked at before its hash.
        fc.pre(byte < 23 || byte >= 32);
        const altered = replaced(number, { data: flip(at(number).data, byte) });
        expect(found(altered)).to.deep.equal({
          defect: "altered",
          number,
          lastNumber: number,
          block: blockOf(number),
        });
      }),
    );
  });

  it("names an event whose first word claims another place", () => {
    fc.assert(
      fc.property(fc.integer(numbers), fc.integer({ min: 23, max: 31 }), (number, byte) => {
        const altered = replaced(number, { data: flip(at(number).data, byte) });
        expect(found(altered)).to.deep.include({ defect: "altered", number });
      }),
    );
  });

  it("names an event with another topic, emitter or block", () => {
    const [signature, organisation] = at(6).topics as [Hex, Hex, Hex];
    const changes: Partial<RawLog>[] = [
      { topics: [signature, organisation, pad("0x99")] },
      { address: "0x9999999999999999999999999999999999999999" },
      { blockNumber: 1n },
    ];
    for (const change of changes) {
      for (const number of [1, 6, LENGTH]) {
        const changed = replaced(number, change);
        expect(found(changed)).to.deep.include({
          defect: "altered",
          number,
          block: blockOf(number),
        });
      }
    }
  });

  it("names the earlier of two swapped events", () => {
    for (let number = 1; number < LENGTH; number++) {
      const swapped = logs.with(number - 1, at(number + 1)).with(number, at(number));
      expect(found(swapped)).to.deep.include({
        defect: "out of order",
        number,
        block: blockOf(number),
      });
    }
  });

  it("names an event that is there twice", () => {
    for (let number = 1; number <= LENGTH; number++) {
      const twice = logs.toSpliced(number, 0, at(number));
      expect(found(twice)).to.deep.include({ defect: "surplus", number });
    }
  });

  it("names events after the end", () => {
    const { logs: longer } = syntheticHistory(LENGTH + 2);
    expect(found(longer)).to.deep.include({ defect: "surplus", number: LENGTH + 1 });
  });

  it("tells a forged event from the one that was recorded", () => {
    for (let number = 2; number <= LENGTH; number++) {
      const forged = {
        ...at(number),
        data: concat([at(number).data.slice(0, 66) as Hex, pad("0x77")]),
      };
      expect(found(logs.toSpliced(number - 1, 0, forged))).to.deep.include({
        defect: "foreign",
        number,
      });
    }
  });

  it("refuses another organisation's history", () => {
    const start = keccak256("0x01");
    const log = syntheticLog(1, `${start.slice(0, 48)}${"0".repeat(18)}` as Hex);
    expect(found([log])).to.deep.include({ defect: "foreign", number: 1 });
  });

  it("refuses a log that cannot be an event", () => {
    const empty = { ...at(3), data: "0x" as const };
    expect(found(logs.with(2, empty))).to.deep.include({ defect: "foreign", number: 3 });
  });

  it("takes blocks as said where the chain counts them otherwise", () => {
    const elsewhere = logs.map((log) => ({ ...log, blockNumber: log.blockNumber + 1_000_000n }));
    expect(verify({ logs: elsewhere, from: GENESIS, to: head, ownBlocks: false })).to.have.length(
      LENGTH,
    );
    const altered = elsewhere.with(5, {
      ...(elsewhere[5] as RawLog),
      address: CIRCLES.replaceAll("c", "d") as Hex,
    });
    expect(() => verify({ logs: altered, from: GENESIS, to: head, ownBlocks: false })).to.throw(
      HistoryError,
    );
  });

  it("takes a receipt that follows, and no other", () => {
    const before = at(9).data.slice(0, 66) as Hex;
    expect(verifyFollowing(logs.slice(8, 10), before)).to.have.length(2);
    expect(() => verifyFollowing(logs.slice(9, 11), before)).to.throw(HistoryError);
  });

  it("says so in a sentence", () => {
    expect(() => verify({ logs: without(5), from: GENESIS, to: head })).to.throw(
      HistoryError,
      `Event 5 of block ${blockOf(5)} is missing.`,
    );
  });
});
