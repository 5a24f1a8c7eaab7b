import { expect } from "chai";
import type { Browser } from "playwright-core";

import { findBrowser, startBrowser } from "#scripts/browser.ts";

describe("the browser", () => {
  let browser: Browser;

  before(async () => {
    browser = await startBrowser();
  });

  after(async () => {
    await browser?.close();
  });

  it("renders a page and runs its script", async () => {
    const page = await browser.newPage();
    await page.setContent("<h1>Circles</h1><script>document.title = 'ready'</script>");
    expect(await page.title()).to.equal("ready");
    expect(await page.getByRole("heading").textContent()).to.equal("Circles");
  });

  it("says so when CHROME_PATH names nothing", () => {
    expect(() => findBrowser({ CHROME_PATH: "nowhere" })).to.throw("CHROME_PATH names nowhere");
  });
});
