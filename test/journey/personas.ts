import { expect } from "chai";
import type { Page } from "playwright-core";

/** Somebody of the worked organisation acts from now on; its own node signs. */
export async function actAs(page: Page, name: string): Promise<void> {
  const nobody = page.getByRole("button", { name: "you only look around" });
  const somebody = page.getByRole("button", { name: /^You act as/ });
  await nobody.or(somebody).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: `You act as ${name}` }).waitFor();
}

/** Reads the sheet, signs, and waits until the act is in a block. */
export async function signSheet(page: Page, sentence: RegExp): Promise<void> {
  const sheet = page.getByRole("dialog").filter({ hasText: "You are about to say" });
  await sheet.waitFor();
  expect(await sheet.locator(".said").textContent()).to.match(sentence);
  await sheet.getByRole("button", { name: "Sign in your wallet" }).click();
  const done = page.getByRole("dialog").filter({ hasText: "You have said" });
  await done.waitFor();
  await done.getByRole("button", { name: "Close" }).last().click();
  await done.waitFor({ state: "hidden" });
}

/** Passes the time until the step or the window that the page is about ends. */
export async function untilItCloses(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Until this window closes" }).click();
}
