import { join } from "node:path";

import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { type Address, createPublicClient, http, type PublicClient } from "viem";

import { startBrowser } from "#scripts/browser.ts";
import { ROOT } from "#scripts/setup.mjs";
import { officesAbi } from "#sdk/abi/offices.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { numberOf } from "#sdk/chronicle/organisation.ts";
import { read } from "#sdk/chronicle/read.ts";
import { type Guide, guideSchema } from "#sdk/deployment.ts";
import { actAs, signSheet, untilItCloses } from "./personas.ts";
import { removeTestnet, startTestnet, type Testnet } from "./testnet.ts";

const ESRA = "Esra Yıldız";
const DIRK = "Dirk Halvorsen";
const CELIA = "Celia Duarte";
const ILSE = "Ilse Brandt";
const WIES = "Wies Hoekstra";

describe("the journey: an election from its call to its conclusion, and a meeting", function () {
  this.timeout(180_000);
  let testnet: Testnet;
  let browser: Browser;
  let page: Page;
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
    const file = join(ROOT, ".consentric", "election-failure.png");
    await page.screenshot({ path: file, fullPage: true }).catch(() => undefined);
    console.log(`      the page as it was: ${file}`);
  });

  it("R-ELE-1 is called by a member, in the midst of a term", async () => {
    await page.goto(`${testnet.page}#/circle/${await circleNamed("Food Hub")}`);
    await page.getByRole("heading", { level: 1, name: "Food Hub" }).waitFor();
    await actAs(page, CELIA);
    const row = page.locator(".offices > div").filter({ hasText: "Facilitator" });
    await row.getByText(ESRA).waitFor();
    await row.getByRole("button", { name: "Call an election" }).click();
    const form = page.getByRole("dialog", { name: /the facilitator of Food Hub/ });
    await form.getByRole("textbox").fill("Esra leaves us for the harvest.");
    await form.getByRole("button", { name: "Look at it and sign" }).click();
    await signSheet(page, /call an election/);

    await row.getByRole("link", { name: "an election goes on" }).click();
    await page.getByRole("heading", { level: 1, name: /the facilitator of Food Hub/ }).waitFor();
  });

  it("R-ELE-3 is opened by the facilitator, with a term and a way out of ties", async () => {
    await page.getByText("Why can’t I open it?").waitFor();
    await actAs(page, ESRA);
    await page.getByLabel("The term").selectOption({ label: "6 months" });
    await page.getByLabel("A tie is decided by").selectOption({ label: "the lot" });
    await page.getByRole("button", { name: "State it and open" }).click();
    await signSheet(page, /the term is/);
    await page.getByRole("heading", { name: "What was fixed" }).waitFor();
  });

  it("R-ELE-4 takes nominations under seal, and tells nobody whom", async () => {
    await nominate(ESRA, DIRK);
    await nominate(DIRK, CELIA);
    await nominate(CELIA, DIRK);
    await actAs(page, WIES);
    const list = page.getByRole("region", { name: "Nominations, sealed" });
    await list.getByText(/Sealed: /).waitFor();
    expect(await page.locator(".tally").count()).to.equal(0);
    const { ballots } = await electionNow();
    expect(ballots.map(({ shared }) => shared)).to.deep.equal([null, null, null]);
  });

  it("R-ELE-5 shares them with reasons, also where the device has forgotten", async () => {
    await untilItCloses(page);
    await share(ESRA, "He listens before he speaks.");
    await actAs(page, DIRK);
    await page.evaluate((dirk) => {
      for (const key of Object.keys(localStorage)) {
        if (key.endsWith(dirk.toLowerCase())) localStorage.removeItem(key);
      }
    }, addressOf(DIRK));
    await page.reload();
    await actAs(page, DIRK);
    await page.getByRole("button", { name: "Open my seal" }).click();
    await finishSharing(CELIA, "She keeps to the time.");
    await share(CELIA, "He knows every role.");
    await page.getByRole("heading", { name: "Who nominated whom" }).waitFor();
    await page.getByText("She keeps to the time.").waitFor();
    const { ballots } = await electionNow();
    expect(ballots.map(({ shared }) => shared?.nominee)).to.deep.equal([
      addressOf(DIRK),
      addressOf(CELIA),
      addressOf(DIRK),
    ]);
  });

  it("R-ELE-6 lets each change once, or keep", async () => {
    await actAs(page, CELIA);
    await page.getByRole("textbox", { name: "Why you keep it" }).fill("Still so.");
    await page.getByRole("button", { name: "Keep it" }).click();
    await signSheet(page, /nomination/);
    await page.getByText("You have changed yours, or kept it.").waitFor();
    await untilItCloses(page);
  });

  it("R-ELE-7 proposes whoever has most", async () => {
    await page.getByRole("button", { name: "Bring the count" }).click();
    await signSheet(page, /count/);
    await page.getByText(`${DIRK} has most, 2 nominations, and is proposed.`).waitFor();
  });

  it("asks the candidate and everybody who nominated", async () => {
    await actAs(page, DIRK);
    await page.getByRole("button", { name: "I am willing" }).click();
    await signSheet(page, /willing/);
    for (const name of [ESRA, DIRK, CELIA]) {
      await actAs(page, name);
      await page.getByRole("button", { name: "No objection" }).click();
      await signSheet(page, /no objection/);
    }
  });

  it("R-ASG-9 is concluded by anybody, and the office has a holder with a term", async () => {
    await actAs(page, WIES);
    await page.getByRole("button", { name: "Conclude it" }).click();
    await signSheet(page, /conclude/);
    await page.getByText("Elected", { exact: true }).first().waitFor();
    const { subject } = await electionNow();
    const holder = await chain.readContract({
      address: guide.deployment.contracts.offices.address,
      abi: officesAbi,
      functionName: "holderOf",
      args: [subject.circle, Office.Facilitator],
    });
    expect(holder).to.equal(addressOf(DIRK));

    await page.goto(`${testnet.page}#/circle/${await circleNamed("Food Hub")}`);
    const row = page.locator(".offices > div").filter({ hasText: "Facilitator" });
    await row.getByText(DIRK).waitFor();
    await row.getByText(/elected, until/).waitFor();
  });

  it("R-MTG-1 a member asks for a meeting, and the secretary schedules it", async () => {
    await actAs(page, WIES);
    await page.getByRole("button", { name: "Ask for a meeting" }).click();
    const ask = page.getByRole("dialog", { name: "Ask for a meeting of Food Hub" });
    await ask.getByRole("textbox").fill("Who opens the cold store?");
    await ask.getByRole("button", { name: "Look at it and sign" }).click();
    await signSheet(page, /special meeting/);
    await actAs(page, ILSE);
    await page.getByRole("button", { name: "Schedule it" }).click();
    const form = page.getByRole("dialog", { name: "Schedule a meeting of Food Hub" });
    await form.getByRole("button", { name: "Look at it and sign" }).click();
    await signSheet(page, /schedule a meeting/);
    const { state } = await reading();
    const meeting = [...state.meetings.values()].at(-1);
    if (meeting === undefined) throw new Error("no meeting was scheduled");
    await page.goto(`${testnet.page}#/meeting/${guide.organisation}.${numberOf(meeting.id)}`);
    await page.getByRole("heading", { level: 1, name: /Special meeting of Food Hub/ }).waitFor();
  });

  it("R-MTG-9 takes an item step by step, and gives the word to whoever has it", async () => {
    await page.getByText("It is built in the meeting, and not before.").waitFor();
    await untilItCloses(page);
    for (const name of [WIES, DIRK]) {
      await actAs(page, name);
      await page.getByRole("button", { name: "Check in" }).click();
      await signSheet(page, /check in/);
    }
    await actAs(page, WIES);
    await page.getByRole("textbox", { name: "A short label" }).fill("Keys");
    await page.getByRole("button", { name: "Put it on the agenda" }).click();
    await signSheet(page, /Keys/);
    await page.getByText("Why can’t I take it further?").waitFor();

    await actAs(page, DIRK);
    await page.getByRole("button", { name: "Take it up" }).click();
    await signSheet(page, /presentation/);
    await page.getByText("Why can’t I speak?").waitFor();
    await actAs(page, WIES);
    await page.getByRole("textbox", { name: "You have the word" }).fill("Two keys are lost.");
    await page.getByRole("button", { name: "Say it" }).click();
    await signSheet(page, /Two keys are lost/);
    await page.getByText("Two keys are lost.").first().waitFor();
    const { state } = await reading();
    expect([...state.items.values()].at(-1)?.said.map(({ text }) => text)).to.deep.equal([
      "Two keys are lost.",
    ]);
  });

  it("P8 somebody signs an act and sends nothing; somebody else sends it", async () => {
    await page.goto(`${testnet.page}#/people`);
    await actAs(page, WIES);
    await page.getByRole("button", { name: "Be open to assignments" }).click();
    const sheet = page.getByRole("dialog").filter({ hasText: "You are about to say" });
    await sheet.getByRole("button", { name: "Sign it for somebody else to send" }).click();
    const signed = await sheet.getByRole("textbox", { name: "What you have signed" }).inputValue();
    await sheet.getByRole("link", { name: "Where it is sent" }).waitFor();
    // It is not sent as well.
    expect(await sheet.getByRole("button", { name: "Sign in your wallet" }).count()).to.equal(0);
    await sheet.getByRole("button", { name: "Close" }).last().click();

    await actAs(page, DIRK);
    await page.goto(`${testnet.page}#/relay`);
    const given = page.getByRole("textbox", { name: "What they gave you" });
    await given.fill(signed.slice(0, -2));
    await page.getByText("This is not what somebody has signed").first().waitFor();
    await given.fill(signed);
    await page.getByRole("listitem").filter({ hasText: WIES }).waitFor();
    await page.getByRole("button", { name: "Send it" }).click();
    await signSheet(page, /relay what others have signed: Wies Hoekstra: declare/);
    const { state } = await reading();
    expect(state.partners.get(addressOf(WIES).toLowerCase())?.open).to.equal(true);
    expect(state.acts.at(-1)?.actor.toLowerCase()).to.equal(addressOf(WIES).toLowerCase());
  });

  it("shows no error of its own on the way", () => {
    expect(complaints).to.deep.equal([]);
  });

  async function nominate(name: string, nominee: string): Promise<void> {
    await actAs(page, name);
    await page.getByLabel("Whom you nominate").selectOption(addressOf(nominee));
    await page.getByRole("button", { name: "Seal it" }).click();
    await signSheet(page, /nominate/);
    await page.getByText("This device remembers").waitFor();
  }

  async function share(name: string, reason: string): Promise<void> {
    await actAs(page, name);
    await finishSharing(DIRK, reason);
  }

  async function finishSharing(nominee: string, reason: string): Promise<void> {
    await page.getByRole("textbox", { name: `Why ${nominee}` }).fill(reason);
    await page.getByRole("button", { name: "Share it" }).click();
    await signSheet(page, /nomination/);
  }

  function addressOf(name: string): Address {
    const found = Object.entries(guide.people).find(([, each]) => each === name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found[0] as Address;
  }

  async function reading() {
    return await read({
      client: createPublicClient({ transport: http(testnet.rpc) }),
      circles: guide.deployment.contracts.circles.address,
      organisation: guide.organisation,
      startBlock: 0n,
    });
  }

  async function circleNamed(name: string): Promise<string> {
    const { state } = await reading();
    const circle = [...state.roles.values()].find(({ words }) => words.name === name);
    if (circle === undefined) throw new Error(`no circle is called ${name}`);
    return `${guide.organisation}.${numberOf(circle.id)}`;
  }

  async function electionNow() {
    const { state } = await reading();
    const election = [...state.elections.values()].at(-1);
    if (election === undefined) throw new Error("nobody called an election");
    return election;
  }
});
