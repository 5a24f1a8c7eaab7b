import { expect } from "chai";
import fc from "fast-check";
import { encodeAbiParameters, keccak256, numberToHex } from "viem";

import { genesis, nextHead, packHead, previousHead, unpackHead } from "#sdk/chronicle/head.ts";
import { CIRCLES, GENESIS, syntheticLog } from "./synthetic.ts";

describe("head", () => {
  it("packs what it unpacks", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), (value) => {
        const word = numberToHex(value, { size: 32 });
        expect(packHead(unpackHead(word))).to.equal(word);
      }),
    );
  });

  it("keeps hash, block and number apart", () => {
    const word = `0x${"ab".repeat(23)}00000000010000000002` as const;
    expect(unpackHead(`${word.slice(0, 48)}000000000100000002` as `0x${string}`)).to.deep.equal({
      hash: `0x${"ab".repeat(23)}${"00".repeat(9)}`,
      block: 1n,
      number: 2,
    });
  });

  it("begins with a hash of chain, record and organisation, and no events", () => {
    const types = [{ type: "uint256" }, { type: "address" }, { type: "uint32" }] as const;
    const hash = keccak256(encodeAbiParameters(types, [5n, CIRCLES, 9]));
    expect(genesis(5, CIRCLES, 9)).to.equal(`${hash.slice(0, 48)}${"0".repeat(18)}`);
  });

  it("counts each event and names its block", () => {
    const log = syntheticLog(1, GENESIS);
    const { block, number } = unpackHead(nextHead(GENESIS, log));
    expect({ block, number }).to.deep.equal({ block: log.blockNumber, number: 1 });
  });

  it("is the first word of the next event", () => {
    expect(previousHead(syntheticLog(1, GENESIS))).to.equal(GENESIS);
    expect(previousHead({ ...syntheticLog(1, GENESIS), data: "0x1234" })).to.equal(undefined);
  });
});
