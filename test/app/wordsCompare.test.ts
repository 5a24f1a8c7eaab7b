import { expect } from "chai";
import fc from "fast-check";

import { compareLists, compareText, compareWords, type Piece } from "#app/words/compare.ts";

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");

describe("comparing words", () => {
  it("marks the words that went and came", () => {
    const { before, after } = compareText("by Tuesday noon", "by Monday noon");
    expect(before).to.deep.equal([
      { text: "by ", kind: "same" },
      { text: "Tuesday", kind: "cut" },
      { text: " noon", kind: "same" },
    ]);
    expect(after[1]).to.deep.equal({ text: "Monday", kind: "new" });
  });

  it("keeps neighbouring changed words in one mark", () => {
    const { after } = compareText(
      "shelf space between users",
      "shelf space between members and visitors",
    );
    expect(after).to.deep.equal([
      { text: "shelf space between ", kind: "same" },
      { text: "members and visitors", kind: "new" },
    ]);
  });

  it("loses no letter of either text", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const compared = compareText(before, after);
        expect(textOf(compared.before)).to.equal(before);
        expect(textOf(compared.after)).to.equal(after);
        expect(compared.before.some(({ kind }) => kind === "new")).to.equal(false);
        expect(compared.after.some(({ kind }) => kind === "cut")).to.equal(false);
      }),
    );
  });

  it("tells a reworded entry from one that went and one that came", () => {
    const { before, after } = compareLists(
      ["Operating the cold store", "Allocating shelf space between users", "Buying ice"],
      [
        "Operating the cold store",
        "Allocating shelf space between members and visitors",
        "Keeping the log of bay 4",
      ],
    );
    expect(before.map(({ mark }) => mark)).to.deep.equal(["same", "changed", "cut"]);
    expect(after.map(({ mark }) => mark)).to.deep.equal(["same", "changed", "add"]);
  });

  it("shows a new role as all new and a removed one as all gone", () => {
    const words = { name: "Rider", text: "Boxes arrive", domains: ["Bikes"], accountabilities: [] };
    expect(compareWords(null, words).domains.after[0]?.mark).to.equal("add");
    expect(compareWords(words, null).name.before[0]?.kind).to.equal("cut");
  });
});
