import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { type Address, createPublicClient, erc20Abi, http, type PublicClient } from "viem";

import { startBrowser } from "#scripts/browser.ts";
import { ROOT } from "#scripts/setup.mjs";
import { consentAbi } from "#sdk/abi/consent.ts";
import { read } from "#sdk/chronicle/read.ts";
import { type Guide, guideSchema } from "#sdk/deployment.ts";
import { startLiar } from "./liar.ts";
import { removeTestnet, startTestnet, type Testnet } from "./testnet.ts";
import { installWallet, type Wallet } from "./wallet.ts";

const DIRK = "Dirk Halvorsen";
const CELIA = "Celia Duarte";

describe("the journey: an objection, a payment, an audit", function () {
  this.timeout(120_000);
  let testnet: Testnet;
  let browser: Browser;
  let page: Page;
  let wallet: Wallet;
  let guide: Guide;
  let chain: PublicClient;
  const complaints: string[] = [];

  before(async () => {
    testnet = await startTestnet();
    browser = await startBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    const response = await fetch(new URL("deployment.json", testnet.page));
    guide = guideSchema.parse(await response.json());
    chain = createPublicClient({ transport: http(testnet.rpc) });
    wallet = await installWallet(page, testnet.rpc, addressOf(DIRK));
  });

  after(async () => {
    await browser?.close();
    if (testnet !== undefined) {
      await testnet.interrupt();
      await removeTestnet(testnet);
    }
  });

  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    const file = join(ROOT, ".consentric", "journey-failure.png");
    await page.screenshot({ path: file, fullPage: true }).catch(() => undefined);
    console.log(`      the page as it was: ${file}`);
  });

  it("R-REC-2 shows the whole organisation to somebody without a wallet, and proves it", async () => {
    await page.goto(testnet.page);
    await page.getByRole("heading", { level: 1, name: "Meander Commons" }).waitFor();
    const block = Number(await chain.getBlockNumber());
    await page.getByRole("button", { name: `Verified to block ${block}` }).waitFor();
    await page.getByRole("link", { name: "Food Hub" }).first().waitFor();
    await page.getByRole("button", { name: "you only look around" }).waitFor();
  });

  it("R-OBJ-4 raises an objection with its four arguments, signed in a wallet", async () => {
    await go("Proposals");
    await page
      .getByRole("link", { name: /Box Planner/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: /Box Planner/ }).waitFor();
    await connectWallet();

    await page.getByRole("button", { name: "Object", exact: true }).click();
    const form = page.getByRole("dialog", { name: "Object to version 1" });
    const boxes = form.getByRole("textbox");
    await boxes.nth(0).fill("Boxes would be packed from a list that growers cannot keep.");
    await boxes
      .nth(1)
      .fill("Cold Store Keeper allots shelves by the list; on Monday they are full.");
    await boxes.nth(2).fill("Today the list comes when the shelves are free.");
    await boxes.nth(3).fill("It would happen in the very first week.");
    await form.getByRole("button", { name: "Look at it and sign" }).click();
    await signSheet(/object/i);

    await page.getByText("Objected", { exact: true }).first().waitFor();
    const proposal = await proposalNow();
    expect(await statusOf(proposal.id)).to.equal(2);
    expect(proposal.objections.map(({ by }) => by)).to.deep.equal([addressOf(DIRK)]);
  });

  it("R-PRP-6 amends it, which opens a second version and voids the earlier answer", async () => {
    await wallet.choose(addressOf(CELIA));
    await page.getByRole("button", { name: "Amend it" }).click();
    const noon = page.getByRole("textbox", { name: "Accountabilities, 2" });
    await noon.fill("Publishing the box list by Monday evening");
    await page
      .getByRole("textbox", { name: "What it integrates" })
      .fill("The shelves are free on Monday evening.");
    await page.getByRole("button", { name: "Look at it and sign" }).click();
    await signSheet(/amend|version 2/i);

    await page
      .getByText(/version 2/)
      .first()
      .waitFor();
    const proposal = await proposalNow();
    expect(proposal.versions).to.have.length(2);
  });

  it("R-INT-1 is resolved by the objector over the same text", async () => {
    await openProposal();
    await wallet.choose(addressOf(DIRK));
    await page.getByRole("button", { name: "Version 2 no longer triggers my objection" }).click();
    await signSheet(/version 2/i);

    await page.getByText("Open", { exact: true }).first().waitFor();
    const proposal = await proposalNow();
    expect(proposal.objections[0]?.ended?.how).to.equal("resolved");
  });

  it("R-PRP-5 hears a persona of the testnet, for whom its own node signs", async () => {
    await actAs(/^Esra Yıldız/);
    await page.getByRole("button", { name: "No objection" }).click();
    await signSheet(/no objection to version 2/i);
    const esra = addressOf("Esra Yıldız");
    expect((await proposalNow()).confirmations.at(-1)?.by).to.equal(esra);
  });

  it("R-PRP-7 lets the window pass: silence is consent from then on", async () => {
    await page.getByRole("button", { name: "Until this window closes" }).click();
    await page.getByText("Adopted", { exact: true }).first().waitFor();
    expect(await statusOf((await proposalNow()).id)).to.equal(3);
  });

  it("R-PRP-8 enacts it, and the role says so on the chain", async () => {
    await page.getByRole("button", { name: "Enact it" }).click();
    await signSheet(/enact/i);

    await page.getByText("Enacted", { exact: true }).first().waitFor();
    const { state } = await reading();
    const planner = [...state.roles.values()].find(({ words }) => words.name === "Box Planner");
    expect(planner?.revision).to.equal(2);
    expect(planner?.words.accountabilities).to.include("Publishing the box list by Monday evening");
  });

  it("takes the chosen wallet up again after a reload, without asking", async () => {
    await actAs("Journey wallet");
    await page.getByRole("button", { name: `You act as ${DIRK}` }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: `You act as ${DIRK}` }).waitFor();
  });

  it("R-SPD-2 announces a payment", async () => {
    await go("Treasury");
    await page.getByRole("button", { name: "Announce spending" }).click();
    await page.getByLabel("Token").selectOption(guide.tokens[0]?.address ?? "");
    await page.getByRole("textbox", { name: "Amount" }).fill("1150.50");
    await page.getByLabel("To", { exact: true }).selectOption(addressOf("Wies Hoekstra"));
    await page.getByRole("textbox", { name: "What for" }).fill("Service of both compressors");
    await page.getByRole("button", { name: "Look at it and sign" }).click();
    await signSheet(/1,?150\.50? tEUR/);

    const { state } = await reading();
    const announcement = [...state.announcements.values()].at(-1);
    expect(announcement?.payment.amount).to.equal(115_050n);
    expect(announcement?.announcer).to.equal(addressOf(DIRK));
  });

  it("R-SPD-5 pays it after its window: the balance changes and the act stands in the history", async () => {
    const [token] = guide.tokens;
    const payee = addressOf("Wies Hoekstra");
    const before = await balance(token?.address, payee);
    await go("Treasury");
    const item = page.getByRole("article").filter({ hasText: "Service of both compressors" });
    await page.getByText("Service of both compressors").first().waitFor();
    for (let day = 0; day < 7; day++) {
      const passed = page.getByRole("button", { name: "A day passes" });
      const time = await chain.getBlock();
      await passed.click();
      await until(async () => (await chain.getBlock()).timestamp > time.timestamp);
    }
    const pay =
      (await item.count()) > 0
        ? item.getByRole("button", { name: "Pay it" })
        : page.getByRole("button", { name: "Pay it" });
    await pay.first().click();
    await signSheet(/pay/i);
    expect(await balance(token?.address, payee)).to.equal(before + 115_050n);

    await go("History");
    await page.getByText("Service of both compressors").first().waitFor();
    const { state } = await reading();
    expect(state.acts.at(-1)?.name).to.equal("Paid");
  });

  it("shows no error of its own on the way", () => {
    expect(complaints).to.deep.equal([]);
  });

  it("P6 audits the chain as complete", async () => {
    const { code, out } = await audit(testnet.rpc);
    expect(code, out).to.equal(0);
  });

  it("P6 names the one event that an RPC keeps to itself", async () => {
    const { state } = await reading();
    const objection = state.acts.find(({ name }) => name === "Objected");
    if (objection === undefined) throw new Error("nobody objected");
    const subject = `0x${objection.subject.toString(16).padStart(64, "0")}`;
    const [topic] = await signatureOf(objection.transaction, objection.logIndex);
    const liar = await startLiar(
      testnet.rpc,
      (log) => log.topics[0] === topic && log.topics[2] === subject,
    );
    try {
      const { code, out } = await audit(liar.rpc);
      expect(code, out).to.equal(1);
      expect(out).to.match(new RegExp(`\\b${objection.number}\\b`));
      expect(out).to.match(/missing/i);
    } finally {
      await liar.close();
    }
  });

  it("goes on from the saved state after Ctrl-C", async () => {
    const { state } = await reading();
    expect(await testnet.interrupt()).to.equal(0);
    expect(testnet.output()).to.contain("goes on from here");
    testnet = await startTestnet(testnet.directory);
    const later = await reading();
    expect(later.state.head.word).to.equal(state.head.word);
    // Days were passed before it was stopped: its clock goes on from there, not from today nor from the beginning.
    const { timestamp } = await chainAgain().getBlock();
    const pending = await chainAgain().getBlock({ blockTag: "pending" });
    expect(Number(pending.timestamp - timestamp)).to.be.within(0, 60);
    await page.goto(testnet.page);
    await page.getByRole("heading", { level: 1, name: "Meander Commons" }).waitFor();
  });

  function addressOf(name: string): Address {
    const found = Object.entries(guide.people).find(([, each]) => each === name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found[0] as Address;
  }

  async function go(place: string): Promise<void> {
    await page
      .getByRole("navigation", { name: "Pages", exact: true })
      .getByRole("link", { name: place })
      .click();
  }

  async function openProposal(): Promise<void> {
    const { id } = await proposalNow();
    const number = id & 0xffff_ffffn;
    await page.goto(`${testnet.page}#/proposal/${guide.organisation}.${number}`);
    await page.getByRole("heading", { level: 1, name: /Box Planner/ }).waitFor();
  }

  async function connectWallet(): Promise<void> {
    await page.getByRole("button", { name: "you only look around" }).click();
    await page.getByRole("button", { name: "Journey wallet" }).click();
    await page.getByRole("button", { name: /^You act as/ }).waitFor();
  }

  /** From now on somebody else acts: a wallet, or a persona. */
  async function actAs(name: string | RegExp): Promise<void> {
    await page.getByRole("button", { name: /^You act as/ }).click();
    await page.getByRole("dialog").getByRole("button", { name }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }

  /** Reads the sheet, signs, and waits until the act is in a block. */
  async function signSheet(sentence: RegExp): Promise<void> {
    const sheet = page.getByRole("dialog").filter({ hasText: "You are about to say" });
    await sheet.waitFor();
    expect(await sheet.locator(".said").textContent()).to.match(sentence);
    await sheet.getByRole("button", { name: "Sign in your wallet" }).click();
    const done = page.getByRole("dialog").filter({ hasText: "You have said" });
    await done.waitFor();
    await done.getByRole("button", { name: "Close" }).last().click();
    await done.waitFor({ state: "hidden" });
  }

  async function reading() {
    return await read({
      client: createPublicClient({ transport: http(testnet.rpc) }),
      circles: guide.deployment.contracts.circles.address,
      organisation: guide.organisation,
      startBlock: 0n,
    });
  }

  async function proposalNow() {
    const { state } = await reading();
    const proposal = [...state.proposals.values()].findLast(({ versions }) =>
      versions.some(({ changes }) => changes[0]?.words.name === "Box Planner"),
    );
    if (proposal === undefined) throw new Error("nothing was proposed");
    return proposal;
  }

  async function statusOf(id: bigint): Promise<number> {
    return await chain.readContract({
      address: guide.deployment.contracts.consent.address,
      abi: consentAbi,
      functionName: "statusOf",
      args: [id],
    });
  }

  async function balance(token: Address | undefined, person: Address): Promise<bigint> {
    if (token === undefined) throw new Error("no token");
    return await chain.readContract({
      address: token,
      abi: erc20Abi,
      functionName: "balanceOf",
      args: [person],
    });
  }

  function chainAgain(): PublicClient {
    return createPublicClient({ transport: http(testnet.rpc) });
  }

  async function signatureOf(hash: `0x${string}`, logIndex: number) {
    const { logs } = await chain.getTransactionReceipt({ hash });
    return logs.find((log) => log.logIndex === logIndex)?.topics ?? [];
  }

  async function audit(rpc: string): Promise<{ code: number; out: string }> {
    const file = join(testnet.directory, "deployment.json");
    await writeFile(file, JSON.stringify(guide.deployment));
    const args = ["scripts/consentric.ts", "audit", "--rpc", rpc, "--deployment", file];
    return await new Promise((resolve) => {
      execFile(process.execPath, args, { cwd: ROOT }, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
        resolve({ code, out: stdout + stderr });
      });
    });
  }
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error("it did not come about");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
