import { expect } from "chai";
import { TypedDataEncoder } from "ethers";
import { network } from "hardhat";
import type { Hex } from "viem";
import { concat, encodeAbiParameters } from "viem";

import type { Parameter, Signable } from "#sdk/voice/signable.ts";
import { SIGNABLES } from "#sdk/voice/signables.ts";
import { actorOf, signerOf } from "#sdk/voice/signed.ts";
import { digestOf, selectorOf } from "#sdk/voice/typedData.ts";
import { invitation, PartnerKind } from "../helpers/changes.ts";
import { CHANGES, OBJECTION, propose, REASONS, Status } from "../helpers/consent.ts";
import { deployContract, type Methods } from "../helpers/contracts.ts";
import {
  eventsOf,
  founded,
  logging,
  RULES,
  type Signer,
  type World,
} from "../helpers/organisation.ts";
import { passkey } from "../helpers/passkey.ts";
import { refused } from "../helpers/refused.ts";
import { nextAt, now } from "../helpers/time.ts";
import { GAS, LATER, type Spoken, signed, signTyped, typed } from "../helpers/voice.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** A proposal of eve's in Operations. */
async function proposed(): Promise<World & { proposal: bigint; content: string }> {
  const world = await networkHelpers.loadFixture(founded);
  const proposal = await propose(world, world.eve, world.operations, world.kitchen);
  return { ...world, proposal, content: await world.consent.contentOf(proposal) };
}

function proposes({ consent, operations, kitchen }: World, slot = 0n): Spoken {
  const args = [operations, kitchen, slot, CHANGES, REASONS];
  return { core: consent, data: consent.interface.encodeFunctionData("propose", args) };
}

function confirms({ consent }: World, proposal: bigint, content: string, again = false): Spoken {
  const args = [proposal, content, again];
  return { core: consent, data: consent.interface.encodeFunctionData("confirm", args) };
}

/** A value of a parameter's type that differs from one place to the next. */
function sample({ type, components, ...rest }: Parameter, seed: number): unknown {
  if (type.endsWith("[]")) {
    const one = { ...rest, type: type.slice(0, -2), ...(components && { components }) };
    return [0, 1, 2].slice(0, seed % 4).map((i) => sample(one, seed + 7 * i + 1));
  }
  if (components !== undefined) {
    return Object.fromEntries(components.map((part, i) => [part.name, sample(part, seed + i)]));
  }
  if (type === "bytes") return `0x${"c5".repeat(seed % 70)}`;
  if (type === "string") return "åä🌊x".repeat(seed % 30);
  if (type === "bool") return seed % 2 === 1;
  if (type === "address") return ethers.getAddress(`0x${seed.toString(16).padStart(40, "a")}`);
  if (type === "bytes32") return ethers.id(`${seed}`);
  if (type === "bytes4") return ethers.id(`${seed}`).slice(0, 10);
  const bits = Number(type.replace("uint", ""));
  return bits <= 48 ? seed % 200 : BigInt(seed) * 1_000_003n;
}

describe("what is signed", () => {
  for (const signable of SIGNABLES as readonly Signable[]) {
    it(`P8 ${signable.core}.${signable.name} is hashed from its calldata as wallets hash its fields`, async () => {
      const { voice, consent } = await networkHelpers.loadFixture(founded);
      for (const seed of [1, 2, 3, 30, 31]) {
        const values = signable.inputs.map((part, i) => sample(part, seed + 5 * i));
        const data = concat([selectorOf(signable), encodeAbiParameters(signable.inputs, values)]);
        const nonce = signable.numbered ? BigInt(seed) : 0n;
        const wallet = await typed({ core: consent, data }, { nonce });
        const act = { ...NOTHING, core: await consent.getAddress(), data, nonce };
        const digest = await voice.digestOf(act);
        expect(digest).to.equal(digestOf(wallet));
        const { domain, types, message } = wallet;
        expect(digest).to.equal(TypedDataEncoder.hash(domain as never, types as never, message));
      }
    });
  }

  it("P8 every act of people can be signed, and nothing else", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const signable = new Set<string>(SIGNABLES.map((one) => selectorOf(one)));
    const others: string[] = [];
    for (const { interface: core } of logging(world)) {
      core.forEachFunction((each) => {
        if (each.stateMutability !== "nonpayable") return;
        if (!signable.delete(each.selector)) others.push(each.name);
      });
    }
    expect([...signable]).to.deep.equal([]);
    expect(others).to.have.members(OF_CONTRACTS);
  });
});

/** The functions that contracts call, and people cannot. */
const OF_CONTRACTS = [
  // Circles: its parts and the organisation's processes.
  ...["found", "offerInitially", "setFounded", "setPartner", "acceptFor", "resignFor"],
  ...["createRole", "amendRole", "removeRole", "moveRole", "limitRole", "countPolicy"],
  ...["follow", "setVault"],
  ...["represent", "endRepresentation", "elect", "extendHistory"],
  ...["amendRules", "proveBits", "setProcess", "setTreasury"],
  // Structure.
  ...["enact", "write", "configureInitially", "takePower"],
  // Partners, for the founding.
  "inviteInitially",
  // Founding, for the structure.
  "changeSpecially",
  // Treasury, for its allowances.
  ...["spend", "perform", "empower"],
  // Offices.
  ...["install", "setBreakdown"],
  // Consent: the processes of rounds.
  ...["adopt", "discardObjection", "drop", "hold", "release", "stop", "suspend"],
];

const NOTHING = {
  core: ethers.ZeroAddress,
  data: "0x" as Hex,
  nonce: 0n,
  deadline: LATER,
  gas: 0,
  signer: "0x" as Hex,
  signature: "0x" as Hex,
};

describe("speaking", () => {
  it("relays what somebody has signed: the act is theirs", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { voice, consent, eve, zoe } = world;
    const act = await signed(eve, proposes(world));
    const events = await eventsOf(world, voice.connect(zoe).speak(act));
    expect(events.map(({ name }) => name)).to.deep.equal(["Proposed"]);
    expect(events[0]!.args.actor).to.equal(eve.address);
    expect(await consent.statusOf(events[0]!.subject)).to.equal(Status.Open);
    expect(await voice["nonces(address,uint192)"](eve, 0n)).to.equal(1n);
  });

  it("P8 whoever appends somebody's address to a call still acts as themselves", async () => {
    const { consent, eve, zoe, operations, ...world } = await networkHelpers.loadFixture(founded);
    const { data } = proposes({ consent, eve, zoe, operations, ...world });
    const call = {
      to: await consent.getAddress(),
      data: concat([data as Hex, eve.address as Hex]),
    };
    const sent = (
      zoe as unknown as { sendTransaction(call: unknown): Promise<unknown> }
    ).sendTransaction(call);
    await refused(sent, consent, "NotMember", operations, zoe);
  });

  it("passes on the error of the core", async () => {
    const { voice, consent, ...world } = await proposed();
    const { zoe, gil, proposal, content, operations } = world;
    const whole = { voice, consent, ...world };
    const stranger = await signed(zoe, confirms(whole, proposal, content));
    await refused(voice.speak(stranger), consent, "NotMember", operations, zoe);
    const unread = await signed(gil, confirms(whole, proposal, ethers.ZeroHash));
    await refused(voice.speak(unread), consent, "WrongContent", proposal, ethers.ZeroHash, content);
  });

  it("P8 refuses a signature for another chain, core, text, version of the domain, nonce or deadline", async () => {
    const world = await proposed();
    const { voice, offices, consent, dora, gil, proposal, content } = world;
    const call = confirms(world, proposal, content);
    const good = await signed(gil, call);
    const wrong = [
      await signed(gil, call, { chainId: 1 }),
      { ...good, core: await offices.getAddress() },
      { ...good, data: confirms(world, proposal, ethers.id("else")).data as Hex },
      { ...good, data: confirms(world, proposal, content, true).data as Hex },
      { ...good, deadline: LATER - 1 },
      { ...good, signer: dora.address as Hex },
      { ...good, signer: ethers.ZeroAddress as Hex },
      { ...good, signer: concat([gil.address as Hex, "0x00"]) },
      { ...good, signature: "0x" as Hex },
      { ...good, signature: `0x${"00".repeat(65)}` as Hex },
    ];
    for (const act of wrong) await refused(voice.speak(act), voice, "WrongSignature");
    const { message, domain, ...rest } = await typed(call);
    const other = { ...rest, message, domain: { ...domain, version: "2" } };
    const signature = await signTyped(gil, other);
    await refused(voice.speak({ ...good, signature }), voice, "WrongSignature");
    const numbered = await signed(world.eve, proposes(world, 1n));
    await refused(voice.speak({ ...numbered, nonce: 1n }), voice, "WrongSignature");
    await voice.speak(good);
    expect((await consent.proposalAt(proposal)).confirmed).to.equal(1n);
  });

  it("P8 refuses the other half of the curve, and other forms of the same signature", async () => {
    const world = await proposed();
    const { voice, gil, proposal, content } = world;
    const good = await signed(gil, confirms(world, proposal, content));
    const { r, s, v } = ethers.Signature.from(good.signature);
    const high = ethers.toBeHex(ORDER - BigInt(s), 32);
    const malleated = concat([r as Hex, high as Hex, v === 27 ? "0x1c" : "0x1b"]);
    await refused(voice.speak({ ...good, signature: malleated }), voice, "WrongSignature");
    const compact = ethers.Signature.from(good.signature).compactSerialized as Hex;
    await refused(voice.speak({ ...good, signature: compact }), voice, "WrongSignature");
    const longer = concat([good.signature, "0x00"]);
    await refused(voice.speak({ ...good, signature: longer }), voice, "WrongSignature");
  });

  it("P8 refuses what is expired, from its deadline on", async () => {
    const world = await proposed();
    const { voice, gil, dora, proposal, content } = world;
    const deadline = Number(await now(connection)) + 100;
    const call = confirms(world, proposal, content);
    const [early, late] = [
      await signed(gil, call, { deadline }),
      await signed(dora, call, { deadline }),
    ];
    await nextAt(connection, BigInt(deadline) - 1n);
    await voice.speak(early);
    await nextAt(connection, BigInt(deadline));
    await refused(voice.speak(late), voice, "Expired", deadline);
  });

  it("P8 takes an act once: by its nonce, or because its core does", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { voice, eve } = world;
    const act = await signed(eve, proposes(world));
    await voice.speak(act);
    await refused(voice.speak(act), voice, "InvalidAccountNonce", eve, 1n);
    const ahead = await signed(eve, proposes(world, 1n), { nonce: 2n });
    await refused(voice.speak(ahead), voice, "InvalidAccountNonce", eve, 1n);

    // Another key counts by itself, so that acts need not wait for each other.
    const apart = 5n << 64n;
    await voice.speak(await signed(eve, proposes(world, 1n), { nonce: apart }));
    expect(await voice["nonces(address,uint192)"](eve, 5n)).to.equal(apart + 1n);
    expect(await voice["nonces(address,uint192)"](eve, 0n)).to.equal(1n);
  });

  it("P8 a confirmation that was signed before an objection is not taken again after it", async () => {
    const world = await proposed();
    const { voice, consent, gil, proposal, content, garden } = world;
    const before = await signed(gil, confirms(world, proposal, content));
    await voice.speak(before);
    await refused(voice.speak(before), consent, "AlreadyConfirmed", proposal, gil);
    await consent.connect(gil).object(proposal, 1n, garden, OBJECTION);
    await consent.connect(gil).withdrawObjection(proposal);
    await refused(voice.speak(before), consent, "WrongTurn", proposal, gil);
    await voice.speak(await signed(gil, confirms(world, proposal, content, true)));
    expect((await consent.proposalAt(proposal)).confirmed).to.equal(1n);
  });

  it("an act that its core refuses uses no nonce", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { voice, consent, zoe, operations } = world;
    const act = await signed(zoe, proposes(world));
    await refused(voice.speak(act), consent, "NotMember", operations, zoe);
    expect(await voice["nonces(address,uint192)"](zoe, 0n)).to.equal(0n);
  });

  it("P8 knows acts of people alone, and names no nonce where there is none", async () => {
    const world = await proposed();
    const { voice, circles, gil, proposal, content, kitchen } = world;
    const good = await signed(gil, confirms(world, proposal, content));
    const args = [kitchen, gil.address, ethers.ZeroAddress, gil.address];
    const data = circles.interface.encodeFunctionData("elect", args) as Hex;
    await refused(voice.speak({ ...good, data }), voice, "UnknownAct", data.slice(0, 10));
    await refused(voice.speak({ ...good, nonce: 1n }), voice, "UnusedNonce", 1n);
    for (const short of ["0x", "0x010203"] as const) {
      await expect(voice.speak({ ...good, data: short })).to.be.revert(ethers);
    }
    const nobody = { ...good, core: "0x00000000000000000000000000000000000000AA" as Hex };
    await refused(voice.speak(nobody), voice, "WrongSignature");
  });

  it("P8 reads nothing outside the calldata that was signed, and takes no dirty word", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { voice, eve } = world;
    const call = proposes(world);
    const good = await signed(eve, call);
    const body = good.data.slice(10);
    const words = body.match(/.{64}/g)!;
    const damaged = (index: number, value: bigint) => {
      const other = [...words];
      other[index] = value.toString(16).padStart(64, "0");
      return `${good.data.slice(0, 10)}${other.join("")}` as Hex;
    };
    const length = BigInt(body.length / 2);
    const broken = [
      good.data.slice(0, -64) as Hex,
      good.data.slice(0, 10) as Hex,
      // Offsets of the changes: beyond the end, into the address that is appended, so far that they wrap around.
      ...[length, length - 16n, 2n ** 256n - 32n, 2n ** 64n].map((offset) => damaged(3, offset)),
      // Their number.
      damaged(Number(BigInt(`0x${words[3]}`) / 32n), 2n ** 255n),
    ];
    for (const data of broken) await expect(voice.speak({ ...good, data })).to.be.revert(ethers);
    // The same value with bits that no `uint8` has: another text, so another digest.
    await refused(voice.speak({ ...good, data: damaged(2, 256n) }), voice, "WrongSignature");
    // What follows the arguments is read by nobody.
    const more = concat([good.data, "0xdeadbeef"]);
    const [event] = await eventsOf(world, voice.speak({ ...good, data: more }));
    expect(event!.args.actor).to.equal(eve.address);
  });

  it("P8 arguments that overlap say what they say, to the one who signs and to the core alike", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { voice, eve } = world;
    const good = proposes(world).data as Hex;
    const body = good.slice(10);
    const words = body.match(/.{64}/g)!;
    // The example and the explanation point to the tension.
    const reasons = Number(BigInt(`0x${words[4]}`) / 32n);
    words[reasons + 1] = words[reasons]!;
    words[reasons + 2] = words[reasons]!;
    const data = `${good.slice(0, 10)}${words.join("")}`;
    const act = await signed(eve, { core: world.consent, data });
    const [event] = await eventsOf(world, voice.speak(act));
    const { tension } = REASONS;
    expect([...event!.args.reasons]).to.deep.equal([tension, tension, tension]);
  });
});

type SharedWallet = Methods<"owner" | "setOwner" | "setMood" | "agree">;

describe("who signs", () => {
  /** A shared wallet of gil's that is a partner and fills Kitchen. */
  async function withWallet() {
    const world = await proposed();
    const { partners, organisation, circles, ann, cem, gil, kitchen } = world;
    const wallet = await deployContract<SharedWallet>(connection, "SharedWallet", gil);
    const address = await wallet.getAddress();
    await partners.connect(ann).invite(organisation, invitation(address, PartnerKind.Body));
    await wallet.agree(partners, organisation, RULES);
    const lead = (await circles.leads(world.operations, cem)) ? cem : world.dora;
    await circles.connect(lead).offer(kitchen, address);
    const accepts = {
      core: circles,
      data: circles.interface.encodeFunctionData("accept", [kitchen]),
    };
    const act = await signed(gil, accepts, { signer: address as Hex });
    return { ...world, wallet, address, act };
  }

  it("a contract speaks by what it validates, until it changes hands", async () => {
    const world = await withWallet();
    const { voice, circles, kitchen, wallet, address, act, eve } = world;
    const [event] = await eventsOf(world, voice.speak(act));
    expect(event!.args.actor).to.equal(address);
    expect(await circles.fills(kitchen, address)).to.equal(true);

    const resigns = {
      core: circles,
      data: circles.interface.encodeFunctionData("resign", [kitchen]),
    };
    const by = (owner: Signer) => signed(owner, resigns, { signer: address as Hex, nonce: 1n });
    const [old, fresh] = [await by(world.gil), await by(eve)];
    await refused(voice.speak(fresh), voice, "WrongSignature");
    await wallet.setOwner(eve);
    await refused(voice.speak(old), voice, "WrongSignature");
    await voice.speak(fresh);
    expect(await circles.fills(kitchen, address)).to.equal(false);
  });

  it("a passkey speaks through its verifier, as the end of the hash of both", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { voice, partners, organisation, ann } = world;
    const verifier = await ethers.deployContract("PasskeyVerifier");
    const { key, sign } = await passkey();
    const signer = signerOf((await verifier.getAddress()) as Hex, key);
    const actor = actorOf(signer);
    expect(await voice.actorOf(signer)).to.equal(actor);
    expect(await voice.actorOf(ann.address)).to.equal(ann.address);

    await partners.connect(ann).invite(organisation, invitation(actor, PartnerKind.Person));
    const agrees = {
      core: partners,
      data: partners.interface.encodeFunctionData("agree", [organisation, RULES, []]),
    };
    const signature = await sign(digestOf(await typed(agrees)));
    const act = { ...(await signed(ann, agrees)), signer, signature };
    const other = { ...act, signer: signerOf(ann.address as Hex, key) };
    await refused(voice.speak(other), voice, "WrongSignature");
    const [event] = await eventsOf(world, voice.speak(act));
    expect(event!.args.actor).to.equal(actor);
  });
});

describe("speaking in batches", () => {
  /** Confirmations of a proposal of eve's by everybody who is asked. */
  async function answers() {
    const world = await proposed();
    const { dora, fay, gil, proposal, content } = world;
    const call = confirms(world, proposal, content);
    const acts = await Promise.all([dora, fay, gil].map((by) => signed(by, call)));
    return { ...world, call, acts };
  }

  it("P8 relays all that is good, and tells what is not", async () => {
    const world = await answers();
    const { voice, consent, proposal, acts, zoe, call } = world;
    const [first, second, third] = acts;
    const bad = { ...first!, signature: second!.signature };
    const stranger = await signed(zoe, call);
    const batch = [bad, first!, stranger, second!, first!, third!];
    const said = await voice.speakAll.staticCall(batch);
    expect([...said]).to.deep.equal([false, true, false, true, false, true]);
    const sent = await voice.connect(zoe).speakAll(batch);
    const selector = (core: typeof consent | typeof voice, name: string) =>
      core.interface.getError(name)!.selector;
    await expect(sent).to.emit(voice, "Refused").withArgs(0n, selector(voice, "WrongSignature"));
    await expect(sent).to.emit(voice, "Refused").withArgs(2n, selector(consent, "NotMember"));
    await expect(sent)
      .to.emit(voice, "Refused")
      .withArgs(4n, selector(consent, "AlreadyConfirmed"));
    expect(await consent.statusOf(proposal)).to.equal(Status.Adopted);
  });

  it("P8 whoever strips, reorders or repeats changes only what they touch", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { voice, consent, eve, operations } = world;
    const [first, second, third] = await Promise.all([
      signed(eve, proposes(world, 0n), { nonce: 0n }),
      signed(eve, proposes(world, 1n), { nonce: 1n }),
      signed(eve, proposes(world, 2n), { nonce: 2n }),
    ]);
    await voice.speakAll([third, first, first, third]);
    const taken = async () => [...(await consent.slotsOf(operations, eve))].map((id) => id !== 0n);
    expect(await taken()).to.deep.equal([true, false, false]);
    await voice.speakAll([second, third, second]);
    expect(await taken()).to.deep.equal([true, true, true]);
    expect(await voice["nonces(address,uint192)"](eve, 0n)).to.equal(3n);
  });

  it("a wallet or a core that wastes gas, or has too much to say, uses up its own alone", async () => {
    const world = await answers();
    const { voice, acts, call, gil, zoe, consent, proposal } = world;
    const wallet = await deployContract<SharedWallet>(connection, "SharedWallet", gil);
    const signer = (await wallet.getAddress()) as Hex;
    const shouter = await ethers.deployContract("Shouter");
    const shouted = await signed(zoe, { core: shouter as never, data: call.data });
    const spoiler = await signed(gil, call, { signer });
    for (const mood of [1n, 2n]) {
      await wallet.setMood(mood);
      const batch = [spoiler, shouted, ...acts];
      const said = await voice.speakAll.staticCall(batch);
      expect([...said]).to.deep.equal([false, false, true, true, true]);
    }
    const sent = await voice.speakAll([spoiler, shouted, ...acts]);
    const { gasUsed } = (await sent.wait())!;
    expect(gasUsed).to.be.lessThan(BigInt(GAS) * 2n + 600_000n);
    expect(await consent.statusOf(proposal)).to.equal(Status.Adopted);
  });

  it("P8 an act gets the gas that it states, however costly it is to pass on, or nothing is relayed", async () => {
    const { voice, acts } = await answers();
    // Behind the arguments stands much that nobody reads, and that has to be carried all the same.
    const bulky = { ...acts[0]!, data: concat([acts[0]!.data, `0x${"00".repeat(120_000)}`]) };
    const outcome = async (gas: number, gasLimit: bigint) => {
      const said = voice.speakAll.staticCall([{ ...bulky, gas }], { gasLimit });
      return await said.then(
        ([taken]) => (taken === true ? "taken" : "refused"),
        () => "nothing",
      );
    };
    const least = async (
      low: number,
      high: number,
      enough: (value: number) => Promise<boolean>,
    ) => {
      let [below, above] = [low, high];
      while (above - below > 1) {
        const middle = Math.floor((below + above) / 2);
        if (await enough(middle)) above = middle;
        else below = middle;
      }
      return above;
    };
    const needed = await least(0, 2_000_000, async (gas) => {
      return (await outcome(gas, 10_000_000n)) === "taken";
    });
    const limit = await least(0, 10_000_000, async (gas) => {
      return (await outcome(needed, BigInt(gas))) !== "nothing";
    });
    expect(await outcome(needed, BigInt(limit) - 1n)).to.equal("nothing");
    for (let more = 0; more < 60_000; more += 2_000) {
      expect(await outcome(needed, BigInt(limit + more))).to.equal("taken");
    }
  });

  it("P8 nobody who relays can starve an act: too little gas is the whole batch's", async () => {
    const { voice, acts, consent, proposal } = await answers();
    const [act] = acts;
    const most = BigInt(GAS) * 2n;
    const hungry = { ...act!, gas: 2 * GAS };
    const starved = voice.speakAll([hungry], { gasLimit: most });
    await refused(starved, voice, "GasMissing", 0n, most);
    // An act given too little fails by itself, and can be relayed anew.
    await voice.speakAll([{ ...act!, gas: 30_000 }]);
    expect((await consent.proposalAt(proposal)).confirmed).to.equal(0n);
    await voice.speakAll([act!]);
    expect((await consent.proposalAt(proposal)).confirmed).to.equal(1n);
  });
});
