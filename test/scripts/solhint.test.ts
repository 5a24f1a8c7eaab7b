import { createRequire } from "node:module";

import { expect } from "chai";

interface Solhint {
  processStr(source: string, config: object): { reports: { ruleId: string; message: string }[] };
}

const { processStr }: Solhint = createRequire(import.meta.url)("solhint/lib/index.js");

describe("the house's rules for Solidity", () => {
  const lint = (body: string, kind = "contract") => {
    const rules = { "consentric/grouped": "error", "consentric/leading-underscore": "error" };
    const { reports } = processStr(`${kind} A { ${body} }`, { plugins: ["consentric"], rules });
    return reports.map((report) => `${report.ruleId}: ${report.message}`);
  };

  describe("leading-underscore", () => {
    it("wants one on what is internal or private", () => {
      expect(lint("uint256 private a; function f() internal {}")).to.deep.equal([
        "consentric/leading-underscore: 'f' takes a leading underscore",
        "consentric/leading-underscore: 'a' takes a leading underscore",
      ]);
    });

    it("wants none on what is external or public", () => {
      expect(lint("function _f() external {}")).to.deep.equal([
        "consentric/leading-underscore: '_f' takes no leading underscore: it is not hidden",
      ]);
    });

    it("leaves constants, constructors and libraries alone", () => {
      const fixed = "uint256 private constant MOST = 1; uint256 private immutable CIRCLES;";
      expect(lint(`${fixed} constructor() {} receive() external payable {}`)).to.deep.equal([]);
      expect(lint("function f() internal {}", "library")).to.deep.equal([]);
    });
  });

  describe("grouped", () => {
    it("takes the groups in order, and any order inside a group", () => {
      const functions =
        "function f() external {} function g() public view {} function h() external {}";
      const source = `uint256 constant A = 1; struct S { uint256 a; } uint256 private _a; event E(); error X();
        modifier m() { _; } constructor() {} ${functions} function _i() private view {} function _j() internal {}`;
      expect(lint(source)).to.deep.equal([]);
    });

    it("names the first part out of order", () => {
      const source = "function _f() private {} function g() external {} event E();";
      expect(lint(source)).to.deep.equal([
        "consentric/grouped: external and public functions come before internal and private functions",
      ]);
    });
  });
});
