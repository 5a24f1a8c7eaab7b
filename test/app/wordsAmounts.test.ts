import { expect } from "chai";

import { parseAddress, parseAmount } from "#app/words/amounts.ts";

describe("amounts and addresses as people type them", () => {
  it("reads amounts exactly", () => {
    expect(parseAmount("1204.50", 6).value).to.equal(1_204_500_000n);
    expect(parseAmount(" 0.000000000000000001 ", 18).value).to.equal(1n);
    expect(parseAmount("12.500", 1).value).to.equal(125n);
    expect(parseAmount("7", 0).value).to.equal(7n);
  });

  it("never guesses and never rounds", () => {
    for (const text of ["1,204.50", "1,5", "1 000", "-1", "1e3", "0x10", ".5", "5."]) {
      expect(parseAmount(text, 18).fault, text).to.contain("Digits only");
    }
    expect(parseAmount("0.0000001", 6).fault).to.contain("6 decimals");
    expect(parseAmount("0.0", 18).fault).to.equal("More than nothing.");
    expect(parseAmount("9".repeat(40), 18).fault).to.contain("More than any");
    expect(parseAmount("", 18).fault).to.equal("How much?");
  });

  it("reads addresses and checks their letters", () => {
    const address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    expect(parseAddress(address.toLowerCase()).value).to.equal(address);
    expect(parseAddress(address).value).to.equal(address);
    expect(parseAddress(address.replace("aAeb", "AAeb")).fault).to.contain("a digit may be wrong");
    expect(parseAddress("vitalik.eth").fault).to.contain("40 digits");
  });
});
