import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { carries } from "#scripts/rules/carries.ts";
import { readPage } from "#scripts/rules/page.ts";
import { ROOT } from "#scripts/setup.mjs";

describe("docs/rules.md", () => {
  const rules = readPage();

  it("lists each rule once", () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).to.have.length.greaterThan(40);
    expect(new Set(ids)).to.have.length(ids.length);
  });

  it("names tests whose titles carry the rule's id", () => {
    for (const { id, files } of rules) {
      expect(files, id).not.to.deep.equal([""]);
      for (const file of files) {
        expect(carries(titles(file), id), `${file} says ${id}`).to.equal(true);
      }
    }
  });

  it("leaves out no rule that a test's title carries", () => {
    const known = rules.map(({ id }) => id);
    const files = new Set(rules.flatMap((rule) => rule.files));
    for (const file of files) {
      for (const [id] of titles(file).matchAll(/\b(?:R-[A-Z]+-\d+|P\d+)\b/g)) {
        expect(known, `${file} says ${id}`).to.include(id);
        const named = rules.find((rule) => rule.id === id)?.files;
        expect(named, `${id} is tested in ${file}`).to.include(file);
      }
    }
  });
});

function titles(file: string): string {
  const text = readFileSync(join(ROOT, "test/contracts", `${file}.test.ts`), "utf8");
  // A title may be put together in a loop: what stands around is searched too, except what is imported.
  return text.replace(/^import[\s\S]*?;$/gm, "");
}
