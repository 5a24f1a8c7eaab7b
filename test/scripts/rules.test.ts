import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { carries } from "#scripts/rules/carries.ts";
import { readPage } from "#scripts/rules/page.ts";
import { readRequired } from "#scripts/rules/required.ts";
import { mocha } from "#scripts/testing/mocha.ts";

describe("the list of rules", () => {
  it("finds ids as whole words", () => {
    expect(carries("R-MTG-1 with notice", "R-MTG-1")).to.equal(true);
    expect(carries("by R-MTG-1, R-MTG-2: with notice", "R-MTG-1")).to.equal(true);
    expect(carries("R-MTG-10: within its limits", "R-MTG-1")).to.equal(false);
    expect(carries("XR-MTG-1 or R-MTG-1-b", "R-MTG-1")).to.equal(false);
  });

  it("asks for contracts' and people's rules, each of a known kind", () => {
    const required = readRequired();
    expect(required).to.have.length(136);
    for (const { id, kind } of required) {
      expect(id).to.match(/^R-[A-Z]{3}-\d+$/);
      expect(["K", "H", "K/H", "K/U"], id).to.include(kind);
    }
  });

  it("reads who holds a rule, and nobody for a property", () => {
    const page = readPage();
    const objecting = page.find(({ id }) => id === "R-OBJ-1");
    expect(objecting?.heldBy).to.contain("Consent.object");
    expect(objecting?.files).to.include("object");
    const property = page.find(({ id }) => id === "P1");
    expect(property?.heldBy).to.equal("");
    expect(property?.files).to.include("act");
  });

  it("knows the tests that ran, with all of their titles", async () => {
    const folder = await mkdtemp(join(tmpdir(), "consentric-ran-"));
    try {
      const file = join(folder, "some.test.ts");
      await writeFile(file, 'describe("R-A-1", () => { it("holds", () => {}); });\n');
      const { counts, ran } = await mocha(file);
      expect(counts).to.deep.equal({ passed: 1, failed: 0 });
      expect(ran).to.deep.equal([{ title: "R-A-1 holds", file, passed: true }]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
