import { expect } from "chai";
import { network } from "hardhat";

import { Status } from "../helpers/consent.ts";
import type { Vault } from "../helpers/contracts.ts";
import {
  ALL_BITS,
  CONSENT_BITS,
  found,
  foundSmall,
  RECORD,
  SALT,
  vaultSalt,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { goTo } from "../helpers/time.ts";
import { act, announced, ETH, FUNDS, funded } from "../helpers/treasury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

describe("a vault", () => {
  it("P1 pays for nobody but its controller", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { vault, token, treasury, circles, ann, cem, zoe, hand } = world;
    expect(await circles.controllerOf(vault)).to.equal(await treasury.getAddress());
    for (const person of [ann, cem, zoe, hand]) {
      for (const paid of [ETH, await token.getAddress()]) {
        const attempt = vault.connect(person).pay(paid, person, 1n);
        await refused(attempt, vault, "NotController", person);
      }
    }
    const controller = await ethers.getImpersonatedSigner(await treasury.getAddress());
    await networkHelpers.setBalance(controller.address, 10n ** 18n);
    await vault.connect(controller).pay(ETH, zoe, 1n);
    expect(await ethers.provider.getBalance(vault)).to.equal(FUNDS - 1n);
  });

  it("P1 hands over and calls for nobody but its controller, and calls nothing where there is no code", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { vault, token, treasury, ann, hand, zoe } = world;
    for (const person of [ann, zoe, hand]) {
      const handed = vault.connect(person).hand(token, person, 1n, 0n);
      await refused(handed, vault, "NotController", person);
      const called = vault.connect(person).execute(token, 0n, "0x01020304");
      await refused(called, vault, "NotController", person);
    }
    const controller = await ethers.getImpersonatedSigner(await treasury.getAddress());
    await networkHelpers.setBalance(controller.address, 10n ** 18n);
    const byTreasury = vault.connect(controller);
    await refused(byTreasury.execute(zoe, 0n, "0x01"), vault, "NoCode", zoe);
    await refused(byTreasury.hand(zoe, zoe, 1n, 0n), vault, "NoCode", zoe);
  });

  it("P8 has signed nothing and lets nobody call where its controller does not answer", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { circles, factory, hand, treasury, dora, zoe } = world;
    // An account, a contract that refuses, and one that answers 2 to everything.
    const refuser = await ethers.deployContract("Refuser");
    const vague = ethers.getAddress(ethers.toBeHex(0x2222n, 20));
    await networkHelpers.setCode(vague, "0x600260005260206000f3");
    for (const controller of [await hand.getAddress(), await refuser.getAddress(), vague]) {
      const salt = ethers.id(`silent ${controller}`);
      const processes = [
        { process: world.consent, bits: CONSENT_BITS },
        { process: controller, bits: RECORD },
      ];
      await foundSmall(world, dora, { processes, treasury: controller, salt });
      const address = await circles.vaultFor(dora, salt);
      await factory.deploy(circles, vaultSalt(connection, dora, salt));
      const vault = (await ethers.getContractAt("Vault", address)) as unknown as Vault;
      expect(await vault.isValidSignature(ethers.id("x"), "0x")).to.equal("0xffffffff");
      expect(await vault.canCall(zoe, treasury, "0x12345678")).to.equal(false);
    }
  });

  it("obeys the treasury that its organisation was founded with", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { circles, factory, treasury, hand, dora, zoe } = world;
    const processes = [
      { process: hand, bits: ALL_BITS },
      { process: treasury, bits: RECORD },
    ];
    await foundSmall(world, dora, { processes, treasury: hand });
    const address = await circles.vaultFor(dora, SALT);
    await factory.deploy(circles, vaultSalt(connection, dora, SALT));
    await dora.sendTransaction({ to: address, value: 7n });
    const vault = (await ethers.getContractAt("Vault", address)) as unknown as Vault;
    const controller = await ethers.getImpersonatedSigner(await treasury.getAddress());
    await networkHelpers.setBalance(controller.address, 10n ** 18n);
    const attempt = vault.connect(controller).pay(ETH, zoe, 7n);
    await refused(attempt, vault, "NotController", controller);
    await vault.connect(hand).pay(ETH, zoe, 7n);
  });

  it("of no organisation obeys nobody", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { circles, factory, zoe } = world;
    const salt = ethers.id("nobody's");
    await factory.deploy(circles, salt);
    const address = await factory.vaultAt(circles, salt);
    const vault = (await ethers.getContractAt("Vault", address)) as unknown as Vault;
    expect(await circles.circleOfVault(address)).to.equal(0n);
    await refused(circles.controllerOf(address), circles, "FoundingNotOver", 0n);
    await refused(vault.connect(zoe).pay(ETH, zoe, 0n), circles, "FoundingNotOver", 0n);
  });

  it("is where it was said to be, whoever deploys it, and deployed once", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { circles, factory, vault, ann, dora, zoe } = world;
    expect(await circles.vaultFor(ann, SALT)).to.equal(await vault.getAddress());
    const salt = vaultSalt(connection, dora, SALT);
    const address = await circles.vaultFor(dora, SALT);
    expect(address).not.to.equal(await vault.getAddress());
    expect(await factory.vaultAt(circles, salt)).to.equal(address);
    expect(await factory.connect(zoe).deploy.staticCall(circles, salt)).to.equal(address);
    // Another record's vault with the same salt is elsewhere: it cannot take this address.
    expect(await factory.vaultAt(zoe, salt)).not.to.equal(address);
    await factory.connect(zoe).deploy(circles, salt);
    expect(await ethers.provider.getCode(address)).not.to.equal("0x");
    await expect(factory.deploy(circles, salt)).to.revert(ethers);
  });

  it("P1 keeps what arrived before it was deployed", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { circles, factory, token, dora, hand, zoe } = world;
    const address = await circles.vaultFor(dora, SALT);
    await dora.sendTransaction({ to: address, value: 5n });
    await token.mint(address, 6n);
    const processes = [{ process: hand, bits: ALL_BITS }];
    await foundSmall(world, dora, { processes, treasury: hand });
    await factory.deploy(circles, vaultSalt(connection, dora, SALT));
    const vault = (await ethers.getContractAt("Vault", address)) as unknown as Vault;
    await vault.connect(hand).pay(ETH, zoe, 5n);
    await vault.connect(hand).pay(token, zoe, 6n);
    expect(await token.balanceOf(zoe)).to.equal(6n);
    await refused(vault.connect(hand).pay(ETH, zoe, 1n), vault, "InsufficientBalance", 0n, 1n);
  });

  it("P1 keeps what it holds while the organisation is being founded", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { circles, factory, dora, hand, zoe } = world;
    const processes = [{ process: hand, bits: ALL_BITS }];
    await found(world, { founder: dora, processes, treasury: hand });
    await factory.deploy(circles, vaultSalt(connection, dora, SALT));
    const address = await circles.vaultFor(dora, SALT);
    await dora.sendTransaction({ to: address, value: 5n });
    const vault = (await ethers.getContractAt("Vault", address)) as unknown as Vault;
    await refused(vault.connect(hand).pay(ETH, zoe, 5n), circles, "FoundingNotOver", 2n);
    await refused(circles.controllerOf(address), circles, "FoundingNotOver", 2n);
  });

  it("P1 donations only add, also by force", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, vault, token, zoe, cem, closesAt, id } = world;
    await zoe.sendTransaction({ to: vault, value: 11n });
    await token.mint(vault, 12n);
    // As a block's reward or a self-destruct would: without a call.
    const address = await vault.getAddress();
    const balance = await ethers.provider.getBalance(vault);
    await networkHelpers.setBalance(address, balance + 13n);
    expect(await treasury.promisedFrom(vault, ETH)).to.equal(100n);
    await goTo(connection, closesAt);
    expect(await treasury.statusOf(id)).to.equal(Status.Adopted);
    await act(world, cem);
    expect(await ethers.provider.getBalance(vault)).to.equal(FUNDS + 11n + 13n - 100n);
    expect(await token.balanceOf(vault)).to.equal(FUNDS + 12n);
  });

  it("receives ERC-721 and ERC-1155", async () => {
    const { vault, zoe } = await networkHelpers.loadFixture(funded);
    const from = [zoe.address, zoe.address] as const;
    expect(await vault.onERC721Received.staticCall(...from, 1n, "0x")).to.equal("0x150b7a02");
    expect(await vault.onERC1155Received.staticCall(...from, 1n, 1n, "0x")).to.equal("0xf23a6e61");
    const batch = await vault.onERC1155BatchReceived.staticCall(...from, [1n], [1n], "0x");
    expect(batch).to.equal("0xbc197c81");
  });

  it("P2 has no storage", async () => {
    const { vault } = await networkHelpers.loadFixture(announced);
    const address = await vault.getAddress();
    for (let slot = 0n; slot < 8n; slot++) {
      expect(BigInt(await ethers.provider.getStorage(address, slot))).to.equal(0n);
    }
  });
});
