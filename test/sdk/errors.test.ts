import { expect } from "chai";
import { encodeAbiParameters, encodeErrorResult } from "viem";

import { decodeRevert, ERRORS } from "#sdk/errors/decode.ts";
import { EXPLANATIONS } from "#sdk/errors/table.ts";

/** A value of any ABI type. */
function sample(type: string): unknown {
  if (type === "address") return "0x00000000000000000000000000000000000000aa";
  if (type === "string") return "name";
  if (type === "bytes") return "0xabcd";
  if (type === "bytes4") return "0xabababab";
  if (type === "bytes32") return `0x${"ab".repeat(32)}`;
  const bits = Number(type.replace("uint", ""));
  return bits <= 48 ? 2 : (7n << 32n) | 12n;
}

describe("refusals", () => {
  it("have a sentence and a remedy, every one of them", () => {
    expect(ERRORS.length).to.be.greaterThan(60);
    for (const error of ERRORS) {
      const args = error.inputs.map(({ type }) => sample(type));
      const data = encodeErrorResult({ abi: [error], errorName: error.name, args } as never);
      const refusal = decodeRevert(data);
      expect(refusal?.name).to.equal(error.name);
      expect(refusal?.args).to.have.length(args.length);
      expect(refusal?.sentence, error.name)
        .to.match(/^[“\p{L}\p{N}].*\.$/u)
        .and.not.match(/undefined|NaN/);
      expect(refusal?.hint, error.name).to.match(/\.$/);
    }
  });

  it("are not explained where no contract has them", () => {
    const names = new Set<string>(ERRORS.map(({ name }) => name));
    expect(Object.keys(EXPLANATIONS).filter((name) => !names.has(name))).to.deep.equal([]);
  });

  it("are found in the causes of an error", () => {
    const data = encodeErrorResult({ abi: ERRORS, errorName: "NoRules" });
    const error = new Error("outer", {
      cause: Object.assign(new Error("inner"), { data: { data } }),
    });
    expect(decodeRevert(error)?.name).to.equal("NoRules");
  });

  it("know the compiler's own", () => {
    const text = encodeAbiParameters([{ type: "string" }], ["no"]);
    expect(decodeRevert(`0x08c379a0${text.slice(2)}`)?.sentence).to.equal("no");
    const code = encodeAbiParameters([{ type: "uint256" }], [17n]);
    expect(decodeRevert(`0x4e487b71${code.slice(2)}`)?.name).to.equal("Panic");
  });

  it("are none in what is no revert", () => {
    expect(decodeRevert(new Error("timeout"))).to.equal(undefined);
    expect(decodeRevert("0x12345678")).to.equal(undefined);
    expect(decodeRevert(undefined)).to.equal(undefined);
  });
});
