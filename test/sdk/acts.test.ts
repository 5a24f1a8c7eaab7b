import { expect } from "chai";
import type { Abi, Address, Hex } from "viem";
import { decodeFunctionData, keccak256, zeroAddress } from "viem";

import { circlesAbi } from "#sdk/abi/circles.ts";
import { consentAbi } from "#sdk/abi/consent.ts";
import { foundingAbi } from "#sdk/abi/founding.ts";
import { treasuryAbi } from "#sdk/abi/treasury.ts";
import { vaultFactoryAbi } from "#sdk/abi/vaultFactory.ts";
import type { ActDefinition, Contracts, View } from "#sdk/acts/act.ts";
import { addressBook } from "#sdk/acts/act.ts";
import type { ActData, ActName } from "#sdk/acts/acts.ts";
import { ACTS } from "#sdk/acts/acts.ts";
import { contentHash, paymentHash, reasonsHash } from "#sdk/acts/content.ts";
import { amountOf, duration, quoted } from "#sdk/acts/describe.ts";
import { peopleOf } from "#sdk/acts/people.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { currentVersion, idOf } from "#sdk/chronicle/organisation.ts";
import { decodeRevert } from "#sdk/errors/decode.ts";
import { Bakery, REASONS, RULE_BROKEN, RULES, SALT } from "./bakery.ts";
import { change, DAY, words } from "./world.ts";

const ANNA: Address = "0x00000000000000000000000000000000000000A1";
const BEN: Address = "0x00000000000000000000000000000000000000b2";
const TOKEN: Address = "0x00000000000000000000000000000000000000E1";
const CONTRACTS: Contracts = {
  circles: "0x0000000000000000000000000000000000000001",
  founding: "0x0000000000000000000000000000000000000002",
  consent: "0x0000000000000000000000000000000000000003",
  treasury: "0x0000000000000000000000000000000000000004",
  vaultFactory: "0x0000000000000000000000000000000000000005",
};
const ABIS = {
  circles: circlesAbi,
  founding: foundingAbi,
  consent: consentAbi,
  treasury: treasuryAbi,
  vaultFactory: vaultFactoryAbi,
} as const satisfies Record<keyof Contracts, Abi>;

const HASH: Hex = keccak256("0x01");
const payment = {
  vault: CONTRACTS.vaultFactory,
  token: zeroAddress,
  payee: BEN,
  amount: 3n * 10n ** 17n,
};
const announcement = { announcement: idOf(1, 40), announcer: ANNA, payment };
const changes = [change({ kind: ChangeKind.CreateRole, words: words("Oven") })];
const role = idOf(1, 5);
const proposal = idOf(1, 30);

/** For each act: data, the contract and function it calls, and the sentence without any view. */
const SAMPLES: {
  readonly [name in ActName]: readonly [ActData<name>, keyof Contracts, string, string];
} = {
  found: [
    {
      words: words("Bakery"),
      ruleHash: RULES,
      settings: { window: 5 * DAY, admission: 0n, assigner: 0n },
      ratifiers: [ANNA, BEN],
      processes: [{ process: CONTRACTS.consent, bits: 7 }],
      treasury: CONTRACTS.treasury,
      salt: SALT,
    },
    "founding",
    "found",
    "I found the organisation “Bakery”, whose initial structure Anna, 0x0000…00b2 will ratify.",
  ],
  write: [
    {
      organisation: 1,
      afterNumber: 2,
      changes,
      people: [],
      invited: [ANNA],
      offers: [{ role: 1n, person: ANNA }],
    },
    "founding",
    "write",
    "In founding organisation 1 I write: create the role “Oven” in the anchor; invite Anna; offer “Oven” to Anna.",
  ],
  ratify: [
    { organisation: 1, number: 9 },
    "founding",
    "ratify",
    "I ratify the founding of organisation 1 as written up to event 9.",
  ],
  invite: [
    { organisation: 1, person: ANNA },
    "circles",
    "invite",
    "I invite Anna to become a partner of organisation 1.",
  ],
  agree: [
    { organisation: 1, ruleHash: RULES, offers: [role] },
    "circles",
    "agree",
    "I agree to the rules of organisation 1 and become a partner, and accept role 5.",
  ],
  leaveOrganisation: [
    { organisation: 1, roles: [role] },
    "circles",
    "leaveOrganisation",
    "I leave organisation 1 and resign from role 5.",
  ],
  declareOpenness: [
    { organisation: 1, open: true },
    "circles",
    "declareOpenness",
    "I am open to assignments in organisation 1: whoever may offer me a role assigns it at once.",
  ],
  offer: [{ role, person: ANNA }, "circles", "offer", "I offer role 5 to Anna."],
  withdrawOffer: [
    { role, person: ANNA },
    "circles",
    "withdrawOffer",
    "I withdraw the offer of role 5 to Anna.",
  ],
  accept: [{ role }, "circles", "accept", "I accept role 5."],
  resign: [{ role }, "circles", "resign", "I resign from role 5."],
  revoke: [{ role, person: ANNA }, "circles", "revoke", "I end the assignment of Anna to role 5."],
  propose: [
    { circle: idOf(1, 1), asRole: role, slot: 0, changes, reasons: REASONS },
    "consent",
    "propose",
    "As role 5 I propose to role 1: create the role “Oven” in role 1.",
  ],
  amend: [
    { proposal, changes, reasons: REASONS, integrates: "" },
    "consent",
    "amend",
    "I amend proposal 30. It is now to create the role “Oven” in the anchor.",
  ],
  withdraw: [{ proposal }, "consent", "withdraw", "I withdraw proposal 30."],
  object: [
    { proposal, version: 2, asRole: role, objection: RULE_BROKEN },
    "consent",
    "object",
    "As role 5 I object to version 2 of proposal 30.",
  ],
  withdrawObjection: [
    { proposal },
    "consent",
    "withdrawObjection",
    "I withdraw my objection to proposal 30.",
  ],
  resolve: [
    { proposal, version: 2, content: HASH },
    "consent",
    "resolve",
    "Version 2 of proposal 30 integrates my objection.",
  ],
  confirm: [
    { proposal, version: 2, content: HASH },
    "consent",
    "confirm",
    "I have no objection to version 2 of proposal 30.",
  ],
  enact: [
    { proposal, changes, reasonsHash: HASH, people: [ANNA] },
    "consent",
    "enact",
    "I enact proposal 30: create the role “Oven” in the anchor.",
  ],
  announce: [
    { asRole: role, slot: 0, payment, purpose: "flour" },
    "treasury",
    "announce",
    "As role 5 I announce to pay 0.3 ETH to 0x0000…00b2: “flour”",
  ],
  escalate: [
    { ...announcement, circle: idOf(1, 1), asRole: role, reason: "dear" },
    "treasury",
    "escalate",
    "As role 5 I escalate the payment of 0.3 ETH to 0x0000…00b2 that Anna announced: “dear”",
  ],
  reverse: [
    { ...announcement, escalator: BEN },
    "treasury",
    "reverse",
    "I reverse the escalation by 0x0000…00b2 of the payment of 0.3 ETH to 0x0000…00b2; its window starts again.",
  ],
  revokeAnnouncement: [
    announcement,
    "treasury",
    "revoke",
    "I revoke the announcement of the payment of 0.3 ETH to 0x0000…00b2.",
  ],
  pay: [announcement, "treasury", "act", "I pay 0.3 ETH to 0x0000…00b2, as announced by Anna."],
  lapse: [
    announcement,
    "treasury",
    "lapse",
    "I close the expired announcement of the payment of 0.3 ETH to 0x0000…00b2.",
  ],
  deployVault: [
    { founder: ANNA, salt: SALT },
    "vaultFactory",
    "deploy",
    "I deploy the vault of the organisation that Anna founded.",
  ],
};

const VIEW: View = { people: addressBook({ [ANNA.toLowerCase()]: "Anna" }) };

describe("acts", () => {
  for (const [name, [data, contract, functionName, sentence]] of Object.entries(SAMPLES)) {
    const act = ACTS[name as ActName] as unknown as ActDefinition<typeof data>;

    it(`${name}: calls, says and lists the same`, () => {
      const call = act.call(data, CONTRACTS);
      expect(call.to).to.equal(CONTRACTS[contract]);
      expect(call.value).to.equal(0n);
      expect(
        decodeFunctionData({ abi: ABIS[contract] as Abi, data: call.data }).functionName,
      ).to.equal(functionName);
      expect(act.sentence(data, VIEW)).to.equal(sentence);
      const fields = act.fields(data, VIEW);
      expect(fields.length).to.be.greaterThan(0);
      for (const { label, value } of fields)
        expect(`${label}${value}`).to.not.match(/undefined|NaN|object/);
    });
  }
});

describe("acts in an organisation", function () {
  this.timeout(60_000);
  let bakery: Bakery;
  let organisation: Organisation;

  before(async () => {
    bakery = await Bakery.busy();
    organisation = (await bakery.read()).state;
  });

  const view = (): View => ({ organisation, people: addressBook({ [bakery.anna]: "Anna" }) });

  it("name circles, people and what a version says", () => {
    const [first] = [...organisation.proposals.values()];
    const { version, contentHash: content } = currentVersion(first!);
    const data = { proposal: first!.id, version, content };
    const number = organisation.acts.find(({ name }) => name === "Proposed")?.number;
    expect(ACTS.confirm.sentence(data, view())).to.equal(
      `I have no objection to version 1 of proposal ${number} of Anna in “Bakery”.`,
    );
    const values = ACTS.confirm.fields(data, view()).map(({ value }) => value);
    expect(values).to.include("create the role “Oven” in “Operations”");
  });

  it("hash contents and payments as the contracts do", () => {
    for (const it of organisation.proposals.values()) {
      const { changes: some, reasons, contentHash: hash } = currentVersion(it);
      expect(contentHash(some, reasons)).to.equal(hash);
    }
    expect(reasonsHash(REASONS)).to.have.length(66);
    expect(paymentHash(ANNA, payment)).to.not.equal(paymentHash(BEN, payment));
  });

  it("list the people whom changes seat or unseat, in order", async () => {
    const open = await Bakery.open();
    const { state } = await open.read();
    const [operations, secretary] = await open.roles();
    const list = [
      change({ kind: ChangeKind.CreateRole, target: operations, words: words("Oven") }),
      change({ kind: ChangeKind.CreateRole, target: operations, words: words("Mill") }),
      change({ kind: ChangeKind.CreateRole, target: 1n, words: words("Door") }),
      change({ kind: ChangeKind.CreateRole, words: words("Shop") }),
      change({
        kind: ChangeKind.AmendRole,
        target: secretary,
        revision: 1,
        words: words("Scribe"),
      }),
      change({ kind: ChangeKind.RemoveRole, target: secretary, revision: 1 }),
    ];
    expect(peopleOf(state, state.anchor, list)).to.deep.equal([open.anna, open.ben, open.cleo]);
  });

  it("are refused in words", async () => {
    const [operations] = await bakery.roles();
    const call = bakery.call("revoke", { role: operations, person: bakery.ben });
    const refusal = decodeRevert(await bakery.world.refusal(bakery.anna, call), view());
    expect(refusal).to.deep.include({
      name: "AnchorSeat",
      sentence: "Nobody alone ends an assignment to “Operations”.",
    });
  });
});

describe("sentences", () => {
  it("quote others without what is not seen", () => {
    expect(quoted("a\u202Eb\u200Bc\nd”, I agree “")).to.equal("“a b c d', I agree '”");
  });

  it("give amounts in the token's own unit, or say that it is not known", () => {
    const tokens = [{ address: TOKEN, symbol: "USD", decimals: 6 }];
    expect(amountOf({ people: new Map(), tokens }, TOKEN, 1_500_000n)).to.equal("1.5 USD");
    expect(amountOf({ people: new Map() }, TOKEN, 5n)).to.contain(
      "5 of the smallest unit of token",
    );
  });

  it("give durations in days and hours", () => {
    expect(duration(DAY)).to.equal("1 day");
    expect(duration(5 * DAY + 7200)).to.equal("5 days 2 hours");
    expect(duration(0)).to.equal("0 seconds");
  });
});
