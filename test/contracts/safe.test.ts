import { expect } from "chai";
import { network } from "hardhat";

import { digestOf } from "#sdk/voice/typedData.ts";
import { invitation, PartnerKind } from "../helpers/changes.ts";
import { OBJECTION, propose, Status } from "../helpers/consent.ts";
import { eventsOf, founded, RULES, type Signer } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { deploySafe } from "../helpers/safe.ts";
import { type Spoken, signed, typed } from "../helpers/voice.ts";

const connection = await network.create();
const { networkHelpers } = connection;

describe("a Safe as a partner", () => {
  /** A Safe of gil, hal and ida, of whom two sign, invited as a body. */
  async function invited() {
    const world = await networkHelpers.loadFixture(founded);
    const { ann, gil, hal, ida, partners, organisation } = world;
    const safe = await deploySafe(connection, [gil, hal, ida], 2);
    await partners.connect(ann).invite(organisation, invitation(safe.address, PartnerKind.Body));
    let nonce = 0n;
    const signs = async (call: Spoken, owners: readonly Signer[], numbered = true) => {
      const terms = { nonce: numbered ? nonce : 0n };
      const digest = digestOf(await typed(call, terms));
      const signature = await safe.sign(digest, ...owners);
      return { ...(await signed(gil, call, terms)), signer: safe.address, signature };
    };
    const speaks = async (call: Spoken, owners: readonly Signer[], numbered = true) => {
      const [event] = await eventsOf(world, world.voice.speak(await signs(call, owners, numbered)));
      if (numbered) nonce += 1n;
      expect(event!.args.actor).to.equal(safe.address);
    };
    return { ...world, safe, signs, speaks };
  }

  it("P8 agrees, takes a role and objects by what enough of its owners have signed", async () => {
    const world = await invited();
    const { circles, partners, consent, voice, organisation, kitchen, operations } = world;
    const { gil, hal, ida, dora, eve, safe, signs, speaks } = world;
    const agrees = {
      core: partners,
      data: partners.interface.encodeFunctionData("agree", [organisation, RULES, []]),
    };
    const alone = await signs(agrees, [gil]);
    await refused(voice.speak(alone), voice, "WrongSignature");
    await speaks(agrees, [hal, gil]);

    await circles.connect(dora).offer(kitchen, safe.address);
    const accepts = {
      core: circles,
      data: circles.interface.encodeFunctionData("accept", [kitchen]),
    };
    await speaks(accepts, [gil, ida]);
    expect(await circles.fills(kitchen, safe.address)).to.equal(true);

    const id = await propose(world, eve, operations, kitchen);
    const objects = {
      core: consent,
      data: consent.interface.encodeFunctionData("object", [id, 1n, kitchen, OBJECTION]),
    };
    await speaks(objects, [hal, ida], false);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
  });

  it("P8 is not held to what a former owner has signed", async () => {
    const world = await invited();
    const { partners, voice, organisation, gil, hal, ida, zoe, safe, signs } = world;
    const agrees = {
      core: partners,
      data: partners.interface.encodeFunctionData("agree", [organisation, RULES, []]),
    };
    const [former, present] = [await signs(agrees, [gil, hal]), await signs(agrees, [hal, ida])];
    // The list of owners is linked: the one before gil is the sentinel.
    const sentinel = "0x0000000000000000000000000000000000000001";
    await safe.byItself("swapOwner", sentinel, gil.address, zoe.address);
    await refused(voice.speak(former), voice, "WrongSignature");
    await voice.speak(present);
    expect((await world.circles.partnerAt(organisation, safe.address)).kind).to.equal(
      PartnerKind.Body,
    );
  });
});
