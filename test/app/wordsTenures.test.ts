import { expect } from "chai";

import { tenuresOf } from "#app/words/tenures.ts";
import type { Act } from "#sdk/chronicle/events.ts";

const [ANOUK, CELIA] = [
  "0x00000000000000000000000000000000000000A1",
  "0x00000000000000000000000000000000000000C1",
] as const;
const ROLE = (1n << 32n) + 5n;

/** An act of the history as far as tenures read it. */
const act = (number: number, name: string, actor: string, args: object) =>
  ({
    number,
    name,
    actor,
    subject: ROLE,
    time: number * 100,
    transaction: `0x${number}`,
    args,
  }) as unknown as Act;

describe("tenures in words", () => {
  it("says who filled a role when, and how it ended", () => {
    const acts = [
      act(1, "Assigned", ANOUK, { person: ANOUK }),
      act(2, "Assigned", ANOUK, { person: CELIA }),
      act(3, "Unassigned", ANOUK, { person: CELIA }),
      act(4, "Assigned", CELIA, { person: CELIA }),
      act(5, "Unassigned", ANOUK, { person: ANOUK }),
    ];
    expect(tenuresOf({ acts }, ROLE)).to.deep.equal([
      { person: CELIA, from: 400, to: null, by: CELIA, end: null },
      { person: ANOUK, from: 100, to: 500, by: ANOUK, end: "resigned" },
      { person: CELIA, from: 200, to: 300, by: ANOUK, end: "revoked" },
    ]);
  });

  it("ends with the role", () => {
    const acts = [
      act(1, "Assigned", ANOUK, { person: ANOUK }),
      act(2, "RoleRemoved", CELIA, { people: [ANOUK] }),
    ];
    expect(tenuresOf({ acts }, ROLE)[0]?.end).to.equal("removed");
  });
});
