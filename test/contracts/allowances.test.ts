import { expect } from "chai";
import type { AddressLike, BaseContract } from "ethers";
import { network } from "hardhat";

import {
  adoptPolicy,
  amendPolicy,
  type Change,
  invitation,
  join,
  movePolicy,
  PartnerKind,
  repealPolicy,
} from "../helpers/changes.ts";
import { deployContract, type Methods, type Token } from "../helpers/contracts.ts";
import {
  enact,
  eventsOf,
  found,
  RULES,
  type Signer,
  seat,
  type World,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, goTo, nextAt, now } from "../helpers/time.ts";
import { announce, ETH, FUNDS, funded, Kind, payment } from "../helpers/treasury.ts";
import { type Spoken, signed } from "../helpers/voice.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const NOBODY = ethers.ZeroAddress;
const WEEK = 7n * DAY;
const PURPOSE = "Flour";

type Bell = Methods<"ring" | "toll" | "smash" | "drone" | "rung" | "tolled">;

interface Budget {
  vault: AddressLike;
  token: AddressLike;
  role: bigint;
  amount: bigint;
  period: bigint;
  start: bigint;
  alone: bigint;
  second: bigint;
  payees: AddressLike[];
}

interface Power {
  vault: AddressLike;
  target: AddressLike;
  selector: string;
  role: bigint;
  times: bigint;
  period: bigint;
  start: bigint;
  value: bigint;
}

/** The hash of terms as the contract takes it, computed without it. */
async function termsOf(world: World, act: string, terms: Budget | Power): Promise<string> {
  return ethers.keccak256(await encodeTerms(world, act, terms));
}

/** Terms as they are encoded, computed without the contract. */
async function encodeTerms(world: World, act: string, terms: Budget | Power): Promise<string> {
  const { allowances } = world;
  const type = (allowances as unknown as BaseContract).interface.getFunction(act)?.inputs[1];
  const plain = await resolved(terms);
  return ethers.AbiCoder.defaultAbiCoder().encode([type as never], [plain]);
}

async function resolved(terms: object): Promise<object> {
  const entries = Object.entries(terms).map(async ([name, value]) => {
    const addressed = ["vault", "token", "target"].includes(name);
    if (addressed) return [name, await ethers.resolveAddress(value)];
    if (name !== "payees") return [name, value];
    return [
      name,
      await Promise.all((value as AddressLike[]).map((it) => ethers.resolveAddress(it))),
    ];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Adopts the policy that gives a budget, or a power. */
async function allow(world: World, act: string, terms: Budget | Power, title = "Allowed") {
  const policy: Change = { ...adoptPolicy(0n, title), terms: await termsOf(world, act, terms) };
  const [id] = (await enact(world, world.anchor, [policy])) as [bigint];
  return id;
}

/** Kitchen pays 300 wei a week, 100 alone, more with Council; the first week begins now. */
async function budgeted() {
  const world = await funded(connection);
  const start = await now(connection);
  const budget: Budget = {
    ...{ vault: world.vault, token: ETH, role: world.kitchen, amount: 300n, period: WEEK, start },
    ...{ alone: 100n, second: world.council, payees: [] },
  };
  const policy = await allow(world, "takeBudget", budget);
  await world.allowances.connect(world.eve).takeBudget(policy, budget);
  return { ...world, budget, start, policy };
}

type Budgeted = Awaited<ReturnType<typeof budgeted>>;

const spend = (
  { allowances, policy, budget, zoe }: Budgeted,
  by: Signer,
  amount: bigint,
  payee: AddressLike = zoe,
) => allowances.connect(by).spendBudget(policy, budget, payee, amount, PURPOSE);

const confirm = (
  { allowances, policy, budget, zoe }: Budgeted,
  by: Signer,
  payer: Signer,
  amount: bigint,
) => allowances.connect(by).confirmSpending(policy, budget, payer, zoe, amount);

describe("budgets", () => {
  it("R-SPD-8 a policy lets a role pay at once, so much in each period", async () => {
    const world = await networkHelpers.loadFixture(budgeted);
    const { allowances, policy, vault, eve, fay, gil, zoe, kitchen, start } = world;
    const before = await ethers.provider.getBalance(zoe);
    const told = await eventsOf(world, spend(world, eve, 100n));
    expect(told.map(({ name, subject }) => [name, subject])).to.deep.equal([
      ["BudgetSpent", policy],
    ]);
    await spend(world, fay, 100n);
    await spend(world, eve, 100n);
    expect((await ethers.provider.getBalance(zoe)) - before).to.equal(300n);
    expect(await ethers.provider.getBalance(vault)).to.equal(FUNDS - 300n);
    await refused(spend(world, eve, 1n), allowances, "Exhausted", policy, 1n, 0n);
    await refused(spend(world, gil, 1n), allowances, "NotForRole", kitchen, gil);
    const { used, endsAt } = await allowances.useOf(policy);
    expect([used, endsAt]).to.deep.equal([300n, start + WEEK]);
  });

  it("R-SPD-8 at the edge of a period, to the second, another begins", async () => {
    const world = await networkHelpers.loadFixture(budgeted);
    const { allowances, policy, eve, vault, start } = world;
    for (let i = 0; i < 3; i++) await spend(world, eve, 100n);
    await nextAt(connection, start + WEEK - 1n);
    await refused(spend(world, eve, 1n), allowances, "Exhausted", policy, 1n, 0n);
    await nextAt(connection, start + WEEK);
    await spend(world, eve, 100n);
    await spend(world, eve, 100n);
    await spend(world, eve, 100n);
    await refused(spend(world, eve, 1n), allowances, "Exhausted", policy, 1n, 0n);
    // Weeks that nobody used add nothing.
    await nextAt(connection, start + 5n * WEEK + 3n);
    await spend(world, eve, 100n);
    expect((await allowances.useOf(policy)).endsAt).to.equal(start + 6n * WEEK);
    expect((await allowances.useOf(policy)).used).to.equal(100n);
    expect(await ethers.provider.getBalance(vault)).to.equal(FUNDS - 700n);
  });

  it("R-SPD-8 an amendment gives nothing back that was spent in the period that goes on", async () => {
    const world = await networkHelpers.loadFixture(budgeted);
    const { allowances, policy, anchor, eve, start, budget } = world;
    for (let i = 0; i < 3; i++) await spend(world, eve, 100n);
    const short = { ...budget, amount: 350n, period: DAY, start: start + 1n };
    const terms = await termsOf(world, "takeBudget", short);
    await enact(world, anchor, [{ ...amendPolicy(policy, 1n, "Allowed"), terms }]);
    const amended = { ...world, budget: short };
    await refused(spend(world, eve, 1n), allowances, "NotInForce", policy);
    await refused(spend(amended, eve, 1n), allowances, "NotInForce", policy);
    const old = allowances.connect(eve).takeBudget(policy, budget);
    await refused(old, allowances, "NotInForce", policy);
    await allowances.connect(eve).takeBudget(policy, short);
    const twice = allowances.connect(eve).takeBudget(policy, short);
    await refused(twice, allowances, "PowerHeld", policy);
    await refused(spend(amended, eve, 51n), allowances, "Exhausted", policy, 51n, 50n);
    await nextAt(connection, start + 2n * DAY);
    await refused(spend(amended, eve, 51n), allowances, "Exhausted", policy, 51n, 50n);
    await spend(amended, eve, 50n);
    await nextAt(connection, start + WEEK);
    await spend(amended, eve, 100n);
    expect((await allowances.useOf(policy)).endsAt).to.equal(start + 1n + 7n * DAY);
  });

  it("R-SPD-8 from an amount on another person confirms for another role first, once", async () => {
    const world = await networkHelpers.loadFixture(budgeted);
    const { allowances, policy, eve, ann, gil, zoe, council, circles } = world;
    await spend(world, eve, 100n);
    await refused(spend(world, eve, 101n), allowances, "NotConfirmed", policy, 101n);
    await refused(confirm(world, gil, eve, 101n), allowances, "NotForRole", council, gil);
    await refused(confirm(world, ann, eve, 100n), allowances, "NoConfirmation", policy);
    await confirm(world, ann, eve, 101n);
    expect(await allowances.confirmedBy(policy, eve, zoe, 101n)).to.equal(ann.address);
    await refused(confirm(world, ann, eve, 101n), allowances, "AlreadyConfirmedSpending", policy);
    // For this payer, this payee and this amount.
    await refused(spend(world, world.fay, 101n), allowances, "NotConfirmed", policy, 101n);
    await refused(spend(world, eve, 101n, world.hal), allowances, "NotConfirmed", policy, 101n);
    await refused(spend(world, eve, 102n), allowances, "NotConfirmed", policy, 102n);
    const [told] = await eventsOf(world, spend(world, eve, 101n));
    expect(told?.args.confirmer).to.equal(ann.address);
    await refused(spend(world, eve, 101n), allowances, "NotConfirmed", policy, 101n);
    // Nobody confirms their own, whatever they fill.
    await seat(world, ann, council, eve);
    expect(await circles.fills(council, eve)).to.equal(true);
    await refused(confirm(world, eve, eve, 150n), allowances, "NoConfirmation", policy);
  });

  it("R-SPD-8 counts only while its policy is in force in the anchor, with these very terms", async () => {
    const world = await networkHelpers.loadFixture(budgeted);
    const { allowances, policy, anchor, operations, eve, budget, vault, dora } = world;
    for (const other of [
      { ...budget, amount: 301n },
      { ...budget, alone: 300n },
      { ...budget, payees: [dora] },
    ]) {
      await refused(spend({ ...world, budget: other }, eve, 1n), allowances, "NotInForce", policy);
    }
    const [inner] = (await enact(world, operations, [
      { ...adoptPolicy(0n, "Ours"), terms: await termsOf(world, "takeBudget", budget) },
    ])) as [bigint];
    for (const other of [inner, 0n]) {
      await refused(spend({ ...world, policy: other }, eve, 1n), allowances, "NotInForce", other);
      const taken = allowances.connect(eve).takeBudget(other, budget);
      await refused(taken, allowances, "NotInForce", other);
    }
    await enact(world, anchor, [repealPolicy(policy)]);
    await refused(spend(world, eve, 1n), allowances, "NotInForce", policy);
    expect(await ethers.provider.getBalance(vault)).to.equal(FUNDS);
  });

  it("P1 names a vault and a role of the organisation, a period that begins, and not too many payees", async () => {
    const world = await networkHelpers.loadFixture(budgeted);
    const { allowances, eve, zoe, dora, budget, start, vault } = world;
    const payees = Array.from({ length: 17 }, () => dora);
    for (const wrong of [
      { ...budget, vault: zoe },
      { ...budget, role: (9n << 32n) | 1n },
      { ...budget, period: 0n },
      { ...budget, payees },
    ]) {
      const policy = await allow(world, "takeBudget", wrong);
      const asked = allowances.connect(eve).takeBudget(policy, wrong);
      await refused(asked, allowances, "WrongAllowance", policy);
    }
    const byOther = allowances.connect(dora).takeBudget(world.policy, budget);
    await refused(byOther, allowances, "NotForRole", budget.role, dora);
    const later = { ...budget, start: start + 30n * DAY };
    const policy = await allow(world, "takeBudget", later);
    await allowances.connect(eve).takeBudget(policy, later);
    const early = spend({ ...world, budget: later, policy }, eve, 1n);
    await refused(early, allowances, "PeriodNotBegun", policy, start + 30n * DAY);
    const listed = { ...budget, payees: [dora] };
    const named = await allow(world, "takeBudget", listed);
    await allowances.connect(eve).takeBudget(named, listed);
    const of = { ...world, budget: listed, policy: named };
    await refused(spend(of, eve, 1n, zoe), allowances, "NotPayee", named, zoe);
    await spend(of, eve, 1n, dora);
    const silent = allowances.connect(eve).spendBudget(named, listed, dora, 1n, "");
    await refused(silent, allowances, "WrongLength", 0n);
    for (const payee of [NOBODY, vault]) {
      await refused(spend(world, eve, 1n, payee), world.treasury, "WrongPayee", payee);
    }
    await refused(spend(world, eve, 0n), world.treasury, "NoAmount");
  });

  it("P1 never pays what was promised, and two budgets share one balance", async () => {
    const world = await networkHelpers.loadFixture(budgeted);
    const { treasury, vault, eve, cem, finance, budget } = world;
    await announce(world, cem, finance, payment(world, { amount: FUNDS - 150n }));
    const second = { ...budget, amount: 1000n };
    const other = { ...world, budget: second, policy: await allow(world, "takeBudget", second) };
    await world.allowances.connect(eve).takeBudget(other.policy, second);
    await spend(world, eve, 100n);
    await refused(spend(other, eve, 51n), treasury, "Overpromised", vault, ETH, 51n, 50n);
    await spend(other, eve, 50n);
    await refused(spend(world, eve, 1n), treasury, "Overpromised", vault, ETH, 1n, 0n);
    expect(await ethers.provider.getBalance(vault)).to.equal(FUNDS - 150n);
  });

  it("P1 a token or payee that calls back while being paid pays nothing twice", async () => {
    const world = await networkHelpers.loadFixture(budgeted);
    const { allowances, circles, partners, organisation, ann, dora, kitchen, budget, policy } =
      world;
    const ambush = await deployContract<Methods<"lay" | "send" | "calls" | "succeeded">>(
      connection,
      "Ambush",
    );
    const contract = await ambush.getAddress();
    await partners.connect(ann).invite(organisation, invitation(contract));
    const agree = partners.interface.encodeFunctionData("agree", [organisation, RULES, []]);
    await ambush.send(partners, agree);
    await circles.connect(dora).offer(kitchen, contract);
    await ambush.send(circles, circles.interface.encodeFunctionData("accept", [kitchen]));
    const again = allowances.interface.encodeFunctionData("spendBudget", [
      policy,
      await resolved(budget),
      contract,
      50n,
      PURPOSE,
    ]);
    await ambush.lay(allowances, again);
    await ambush.send(allowances, again);
    expect(await ambush.calls()).to.equal(1n);
    expect(await ambush.succeeded()).to.equal(false);
    expect(await ethers.provider.getBalance(contract)).to.equal(50n);
    expect((await allowances.useOf(policy)).used).to.equal(50n);
  });

  it("P1 a token that returns false is not paid, and nothing is used up", async () => {
    const world = await networkHelpers.loadFixture(budgeted);
    const { allowances, vault, eve, budget } = world;
    const token = await deployContract<Token>(connection, "FalseToken");
    const of = { ...budget, token };
    const policy = await allow(world, "takeBudget", of);
    await allowances.connect(eve).takeBudget(policy, of);
    const asked = spend({ ...world, budget: of, policy }, eve, 1n);
    await refused(asked, vault, "SafeERC20FailedOperation", token);
    expect((await allowances.useOf(policy)).used).to.equal(0n);
  });

  it("P2 the treasury pays from budgets and calls by powers for its own part alone", async () => {
    const world = await networkHelpers.loadFixture(budgeted);
    const { treasury, vault, eve, hand, zoe, ann } = world;
    for (const person of [eve, hand, ann]) {
      const paid = treasury.connect(person).spend(vault, ETH, zoe, 1n);
      await refused(paid, treasury, "NotAllowances", person);
      const called = treasury.connect(person).perform(vault, zoe, 1n, "0x");
      await refused(called, treasury, "NotAllowances", person);
    }
  });
});

/** Kitchen rings a bell three times a week, with up to 10 wei; the bell tolls for whom the vault lets. */
async function powered() {
  const world = await funded(connection);
  const bell = await deployContract<Bell>(connection, "Bell", world.vault);
  const start = await now(connection);
  const calls = (bell as unknown as BaseContract).interface;
  const power: Power = {
    ...{ vault: world.vault, target: bell, selector: calls.getFunction("ring")!.selector },
    ...{ role: world.kitchen, times: 3n, period: WEEK, start, value: 10n },
  };
  const tolling: Power = { ...power, selector: calls.getFunction("toll")!.selector, value: 0n };
  const policy = await allow(world, "usePower", power, "Ringing");
  const toll = await allow(world, "usePower", tolling, "Tolling");
  return { ...world, bell, calls, power, policy, tolling, toll, start };
}

describe("powers", () => {
  it("R-SPD-8 let a role call one function from the vault, so often in each period", async () => {
    const world = await networkHelpers.loadFixture(powered);
    const { allowances, bell, calls, power, policy, eve, fay, gil, kitchen, start, vault } = world;
    const ring = calls.encodeFunctionData("ring");
    const use = (by: Signer, value: bigint, data = ring) =>
      allowances.connect(by).usePower(policy, power, value, data);
    await use(eve, 10n);
    await use(fay, 0n);
    await refused(use(gil, 0n), allowances, "NotForRole", kitchen, gil);
    await refused(use(eve, 11n), allowances, "OutsidePower", policy);
    await refused(
      use(eve, 0n, calls.encodeFunctionData("toll")),
      allowances,
      "OutsidePower",
      policy,
    );
    await refused(use(eve, 0n, "0x"), allowances, "OutsidePower", policy);
    await use(eve, 0n);
    await refused(use(eve, 0n), allowances, "Exhausted", policy, 1n, 0n);
    await nextAt(connection, start + WEEK);
    await use(eve, 0n);
    expect(await bell.rung()).to.equal(4n);
    expect(await ethers.provider.getBalance(bell)).to.equal(10n);
    expect(await ethers.provider.getBalance(vault)).to.equal(FUNDS - 10n);
    const wrong = allowances.connect(eve).usePower(policy, { ...power, value: 99n }, 0n, ring);
    await refused(wrong, allowances, "NotInForce", policy);
  });

  it("P2 never reach the record, what the organisation decides by, or its vaults", async () => {
    const world = await networkHelpers.loadFixture(powered);
    const { circles, structure, treasury, allowances, consent, voice, vault, eve, power } = world;
    for (const target of [circles, structure, treasury, allowances, consent, voice, vault]) {
      const wrong = { ...power, target, selector: "0x01020304" };
      const policy = await allow(world, "usePower", wrong);
      const asked = allowances.connect(eve).usePower(policy, wrong, 0n, "0x01020304");
      await refused(asked, treasury, "ForbiddenTarget", target);
    }
  });

  it("P1 move no tokens, nor let anybody move them", async () => {
    const world = await networkHelpers.loadFixture(powered);
    const { allowances, eve, power, token } = world;
    for (const signature of [
      "transfer(address,uint256)",
      "transferFrom(address,address,uint256)",
      "approve(address,uint256)",
      "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)",
      "increaseAllowance(address,uint256)",
      "decreaseAllowance(address,uint256)",
      "transferAndCall(address,uint256)",
      "transferAndCall(address,uint256,bytes)",
      "approveAndCall(address,uint256)",
      "approveAndCall(address,uint256,bytes)",
      "transferFromAndCall(address,address,uint256)",
      "transferFromAndCall(address,address,uint256,bytes)",
      "setApprovalForAll(address,bool)",
      "safeTransferFrom(address,address,uint256)",
      "safeTransferFrom(address,address,uint256,bytes)",
      "safeTransferFrom(address,address,uint256,uint256,bytes)",
      "safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)",
    ]) {
      const selector = ethers.id(signature).slice(0, 10);
      const wrong = { ...power, target: token, selector };
      const policy = await allow(world, "usePower", wrong);
      const asked = allowances.connect(eve).usePower(policy, wrong, 0n, selector);
      await refused(asked, allowances, "WrongAllowance", policy);
      const taken = allowances.connect(eve).takePower(policy, wrong);
      await refused(taken, allowances, "WrongAllowance", policy);
    }
  });

  it("P1 take no ETH that was promised, and nothing where there is no code", async () => {
    const world = await networkHelpers.loadFixture(powered);
    const { allowances, treasury, calls, power, policy, eve, cem, finance, vault, zoe } = world;
    await announce(world, cem, finance, payment(world, { amount: FUNDS - 5n }));
    const ring = calls.encodeFunctionData("ring");
    const asked = allowances.connect(eve).usePower(policy, power, 6n, ring);
    await refused(asked, treasury, "Overpromised", vault, ETH, 6n, 5n);
    await allowances.connect(eve).usePower(policy, power, 5n, ring);
    const nowhere = { ...power, target: zoe };
    const other = await allow(world, "usePower", nowhere);
    const lost = allowances.connect(eve).usePower(other, nowhere, 0n, ring);
    await refused(lost, vault, "NoCode", zoe);
  });
});

describe("domains that bite: a contract whose authority is a vault", () => {
  it("R-ROL-6 R-DOM-4 is governed by whoever fills the role, as long as they do and the policy stands", async () => {
    const world = await networkHelpers.loadFixture(powered);
    const { circles, structure, allowances, bell, tolling, toll, vault, anchor, kitchen } = world;
    const { eve, gil, dora, ann } = world;
    const tolls = (by: Signer) => bell.connect(by).toll();
    await refused(tolls(eve), bell, "AccessManagedUnauthorized", eve);
    const byOther = allowances.connect(gil).takePower(toll, tolling);
    await refused(byOther, allowances, "NotForRole", kitchen, gil);
    await allowances.connect(eve).takePower(toll, tolling);
    const answer = [toll, kitchen];
    expect([...(await structure.powerOf(vault, bell, tolling.selector))]).to.deep.equal(answer);
    await tolls(eve);
    await refused(tolls(gil), bell, "AccessManagedUnauthorized", gil);
    await refused(tolls(dora), bell, "AccessManagedUnauthorized", dora);
    // The moment somebody else fills it, they may, and whoever does no longer may not.
    await circles.connect(dora).revoke(kitchen, eve);
    await refused(tolls(eve), bell, "AccessManagedUnauthorized", eve);
    await seat(world, dora, kitchen, ann);
    await tolls(ann);
    expect(await bell.tolled()).to.equal(2n);
    // It moves no money: it is a function and no more.
    expect(await ethers.provider.getBalance(vault)).to.equal(FUNDS);
    await enact(world, anchor, [repealPolicy(toll)]);
    await refused(tolls(ann), bell, "AccessManagedUnauthorized", ann);
  });

  it("R-MEM-2 is not for associates and agents who fill the role", async () => {
    const world = await networkHelpers.loadFixture(powered);
    const { circles, partners, allowances, bell, tolling, toll, organisation, kitchen } = world;
    const { ann, dora, eve, zoe } = world;
    await allowances.connect(eve).takePower(toll, tolling);
    await partners.connect(ann).invite(organisation, invitation(zoe, PartnerKind.Associate));
    await partners.connect(zoe).agree(organisation, RULES, []);
    await circles.connect(dora).offer(kitchen, zoe);
    await circles.connect(zoe).accept(kitchen);
    await refused(bell.connect(zoe).toll(), bell, "AccessManagedUnauthorized", zoe);
  });

  it("R-DOM-8 an amendment ends it until it is taken again", async () => {
    const world = await networkHelpers.loadFixture(powered);
    const { allowances, bell, tolling, toll, anchor, eve } = world;
    await allowances.connect(eve).takePower(toll, tolling);
    const twice = allowances.connect(eve).takePower(toll, tolling);
    await refused(twice, allowances, "PowerHeld", toll);
    const rival = await allow(world, "usePower", { ...tolling, times: 9n });
    const taken = allowances.connect(eve).takePower(rival, { ...tolling, times: 9n });
    await refused(taken, allowances, "PowerHeld", toll);
    const terms = await termsOf(world, "usePower", tolling);
    await enact(world, anchor, [{ ...amendPolicy(toll, 1n, "Tolling, said better"), terms }]);
    await refused(bell.connect(eve).toll(), bell, "AccessManagedUnauthorized", eve);
    await allowances.connect(eve).takePower(toll, tolling);
    await bell.connect(eve).toll();
  });

  it("P2 is asked for through the allowances alone, by the contract that the vault obeys", async () => {
    const world = await networkHelpers.loadFixture(powered);
    const { structure, treasury, tolling, toll, eve } = world;
    const power = await encodeTerms(world, "takePower", tolling);
    await refused(treasury.connect(eve).empower(toll, power), treasury, "NotAllowances", eve);
    const asked = structure.connect(eve).takePower(toll, power);
    await refused(asked, world.vault, "NotController", eve);
  });

  it("P2 is looked at by the record too, whatever the contract that the vault obeys has looked at", async () => {
    const world = await networkHelpers.loadFixture(powered);
    const { structure, treasury, tolling, toll, operations, eve } = world;
    const obeyed = await treasury.getAddress();
    await networkHelpers.impersonateAccount(obeyed);
    await networkHelpers.setBalance(obeyed, 10n ** 18n);
    const asked = async (policy: bigint, power: Power) =>
      structure
        .connect(await ethers.getSigner(obeyed))
        .takePower(policy, await encodeTerms(world, "takePower", power));
    await refused(
      asked(toll, { ...tolling, role: world.garden }),
      structure,
      "UnknownPolicy",
      toll,
    );
    // What an inner circle adopts allows nothing.
    const terms = await termsOf(world, "takePower", tolling);
    const inside = [{ ...adoptPolicy(0n, "Tolling"), terms }];
    const [inner] = (await enact(world, operations, inside)) as [bigint];
    await refused(asked(inner, tolling), structure, "UnknownPolicy", inner);
    // Nor what another organisation's anchor adopts.
    await found(world, { founder: eve, ratifiers: [eve], salt: ethers.id("theirs") });
    const written = [{ ...adoptPolicy(0n, "Tolling"), terms }];
    await world.founding.connect(eve).write(2n, 1n, written, [], [], []);
    const theirs = join(2n, 2n);
    expect(await structure.termsOf(theirs)).to.equal(terms);
    await refused(asked(theirs, tolling), structure, "UnknownPolicy", theirs);
    await asked(toll, tolling);
  });

  it("R-ROL-6 ends when its policy moves away from the anchor", async () => {
    const world = await networkHelpers.loadFixture(powered);
    const { structure, allowances, bell, tolling, toll, vault, anchor, operations, eve } = world;
    await allowances.connect(eve).takePower(toll, tolling);
    await enact(world, anchor, [movePolicy(toll, operations)]);
    await refused(bell.connect(eve).toll(), bell, "AccessManagedUnauthorized", eve);
    expect([...(await structure.powerOf(vault, bell, tolling.selector))]).to.deep.equal([0n, 0n]);
  });

  it("R-ROL-6 the vault itself may only while it acts for that role", async () => {
    const world = await networkHelpers.loadFixture(powered);
    const { allowances, calls, bell, tolling, toll, vault, eve, gil, garden } = world;
    await allowances.connect(eve).takePower(toll, tolling);
    const data = calls.encodeFunctionData("toll");
    await allowances.connect(eve).usePower(toll, tolling, 0n, data);
    expect(await bell.tolled()).to.equal(1n);
    // For another role it calls the same, and the bell does not listen.
    const others = { ...tolling, role: garden };
    const policy = await allow(world, "usePower", others);
    const asked = allowances.connect(gil).usePower(policy, others, 0n, data);
    await refused(asked, vault, "CallFailed");
    expect(await vault.canCall(vault, bell, tolling.selector)).to.equal(false);
    expect(await vault.canCall(eve, bell, "0x01020304")).to.equal(false);
    expect(await vault.canCall(eve, gil, tolling.selector)).to.equal(false);
  });

  it("R-ROL-6 the vault's next call in the same transaction is no use of the power", async () => {
    const world = await networkHelpers.loadFixture(powered);
    const { allowances, treasury, voice, bell, calls, tolling, toll, eve, cem, finance } = world;
    await allowances.connect(eve).takePower(toll, tolling);
    const data = calls.encodeFunctionData("toll");
    const call = { kind: Kind.Call, token: bell, payee: NOBODY, amount: 0n, data };
    const paid = payment(world, call);
    const id = await announce(world, cem, finance, paid);
    const { closesAt } = await treasury.announcementAt(id);
    await goTo(connection, closesAt);
    const act = (core: typeof treasury | typeof allowances, name: string, args: unknown[]) => {
      const { interface: known } = core as unknown as BaseContract;
      return { core, data: known.encodeFunctionData(name, args) } as unknown as Spoken;
    };
    const [power, payee] = await Promise.all([resolved(tolling), resolved(paid)]);
    const batch = await Promise.all([
      signed(eve, act(allowances, "usePower", [toll, power, 0n, data])),
      signed(cem, act(treasury, "act", [id, cem.address, payee])),
    ]);
    // The power is used; what was announced asks the bell as the vault, for no role, and is refused.
    expect([...(await voice.speakAll.staticCall(batch))]).to.deep.equal([true, false]);
    await voice.speakAll(batch);
    expect(await bell.tolled()).to.equal(1n);
  });

  it("R-INI-6 nothing here is for whoever fills no role", async () => {
    const world = await networkHelpers.loadFixture(powered);
    const { allowances, calls, power, policy, hal, kitchen } = world;
    const data = calls.encodeFunctionData("ring");
    const asked = allowances.connect(hal).usePower(policy, power, 0n, data);
    await refused(asked, allowances, "NotForRole", kitchen, hal);
  });
});
