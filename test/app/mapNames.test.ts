import { expect } from "chai";

import { fitName } from "#app/map/fitName.ts";

describe("names inside islands", () => {
  it("sets names large where there is room, with who fills it beneath", () => {
    const { lines, size, beneath } = fitName("Cold Store Keeper", ["Dirk Halvorsen", "Dirk"], 57);
    expect(lines).to.have.length.of.at.least(2);
    expect(size).to.be.at.least(12.5);
    expect(beneath).to.match(/^Dirk/);
  });

  it("leaves out who fills it before it leaves out letters", () => {
    const { lines, beneath } = fitName("Treasury Steward", ["Nils Petrov"], 30);
    expect(lines).to.deep.equal(["Treasury", "Steward"]);
    expect(beneath).to.equal("");
  });

  it("shortens what fits nowhere", () => {
    const [line] = fitName("Donaudampfschifffahrtsgesellschaftskapitän", [], 28).lines;
    expect(line).to.match(/^Dona.*…$/);
  });
});
