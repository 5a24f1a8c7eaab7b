import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { BreakdownReason } from "#sdk/chronicle/breakdowns.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { ElectionStep, Tie } from "#sdk/chronicle/elections.ts";
import { DiscardReason, DropReason, Phase, RemarkKind } from "#sdk/chronicle/judgements.ts";
import { Outcome, Status } from "#sdk/chronicle/lifecycle.ts";
import { Mark } from "#sdk/chronicle/marks.ts";
import { ItemStep, Presence } from "#sdk/chronicle/meetings.ts";
import { Office, Rank } from "#sdk/chronicle/offices.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import { PaymentKind } from "#sdk/chronicle/paymentKind.ts";
import { RulingStep, StrikePhase, StrikeReason } from "#sdk/chronicle/rulings.ts";
import { ALL_ARTICLES, Articles, Bits, Flags, LinkMarks, Tags } from "#sdk/flags.ts";

const CONTRACTS = join(import.meta.dirname, "../../contracts");
const TYPES = "interfaces/Types.sol";

function source(file: string): string {
  return readFileSync(join(CONTRACTS, file), "utf8");
}

/** The constants of one type in a file, by name. */
function constants(file: string, type: string): Record<string, number> {
  const pattern = new RegExp(`\\b${type} (?:internal )?constant (\\w+) = (\\d+);`, "g");
  const found = [...source(file).matchAll(pattern)];
  return Object.fromEntries(found.map(([, name, value]) => [name ?? "", Number(value)]));
}

/** An enumeration in a file: names by their place. */
function enumeration(file: string, name: string): Record<string, number> {
  const body = source(file).match(new RegExp(`enum ${name} \\{([^}]*)\\}`))?.[1] ?? "";
  const names = body.split(",").map((each) => each.trim());
  return Object.fromEntries(names.map((each, place) => [each, place]));
}

describe("numbers", () => {
  it("are those of the contracts' constants", () => {
    const small = constants(TYPES, "uint8");
    const articles = Object.entries(Articles).map(([name, bit]) => [`${name}_ARTICLE`, bit]);
    const named = { ...Object.fromEntries(articles), ALL_ARTICLES };
    expect({ ...Bits, ...Tags, ...LinkMarks, ...named }).to.deep.equal(small);
    expect(Flags).to.deep.equal(constants(TYPES, "uint16"));
    const marks = Object.entries(Mark).map(([name, value]) => [name.toUpperCase(), value]);
    expect(Object.fromEntries(marks)).to.deep.equal(constants("libraries/Marks.sol", "uint8"));
  });

  const ENUMERATIONS = [
    [ChangeKind, TYPES, "ChangeKind"],
    [PartnerKind, TYPES, "PartnerKind"],
    [Outcome, "libraries/Lifecycle.sol", "Outcome"],
    [Status, "libraries/Lifecycle.sol", "Status"],
    [Office, "interfaces/IOffices.sol", "Office"],
    [Rank, "interfaces/IOffices.sol", "Rank"],
    [Tie, "interfaces/IElections.sol", "Tie"],
    [ElectionStep, "interfaces/IElections.sol", "Step"],
    [RemarkKind, "interfaces/IFacilitation.sol", "RemarkKind"],
    [DiscardReason, "interfaces/IFacilitation.sol", "DiscardReason"],
    [DropReason, "interfaces/IFacilitation.sol", "DropReason"],
    [Phase, "interfaces/IFacilitation.sol", "Phase"],
    [ItemStep, "interfaces/IMeetings.sol", "Step"],
    [Presence, "interfaces/IMeetings.sol", "Presence"],
    [PaymentKind, "interfaces/ITreasury.sol", "Kind"],
    [RulingStep, "interfaces/IRulings.sol", "Step"],
    [StrikePhase, "interfaces/IRulings.sol", "Phase"],
    [StrikeReason, "interfaces/IRulings.sol", "StrikeReason"],
    [BreakdownReason, "interfaces/IBreakdowns.sol", "BreakdownReason"],
  ] as const;

  for (const [ours, file, name] of ENUMERATIONS) {
    it(`are those of ${name} in ${file}`, () => {
      expect(ours).to.deep.equal(enumeration(file, name));
    });
  }
});
