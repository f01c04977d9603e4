import type { Page } from "playwright-core";
import type { Counting } from "./served.ts";

/** Reads CPU milliseconds of script of a page since it was made. */
type Clock = () => Promise<number>;

/** What the years cost, in CPU milliseconds of script. */
export interface YearTimes {
  /** From the press of the key to topics over years on the screen; the second time, when their code is there. */
  readonly panel: number;
  /** A frame while the years go by. */
  readonly frame: number;
  readonly frames: number;
}

/** Opens topics over years on a page that counts its frames in `counter`, and plays some years. */
export async function yearTimes(page: Page, clock: Clock): Promise<YearTimes> {
  const frames = () => page.evaluate(() => (window as unknown as Counting).counter.frames);
  await page.keyboard.press("y");
  await page.locator("#table .ribbon").first().waitFor();
  await page.keyboard.press("y");
  await page.locator("#table .time").waitFor({ state: "detached" });
  await page.waitForTimeout(500);
  let before = await clock();
  await page.keyboard.press("y");
  await page.locator("#table .ribbon").first().waitFor();
  const panel = (await clock()) - before;
  await page.keyboard.press("y");
  await page.waitForTimeout(500);
  await page.keyboard.press("k");
  await page.waitForTimeout(1000);
  const from = await frames();
  before = await clock();
  await page.waitForTimeout(6000);
  const taken = (await frames()) - from;
  const frame = ((await clock()) - before) / Math.max(1, taken);
  await page.keyboard.press("Escape");
  return { panel, frame, frames: taken };
}
