import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../browser.ts";
import { isBuilt } from "./opened.ts";
import { servePage } from "./serve.ts";

const WORDS = ["rivers", "soil carbon", "bird songs", "deltas", "lake ice", "moss"];
const LINES = WORDS.map((w, i) =>
  JSON.stringify({
    title: `A study of ${w} in the north`,
    abstract: `We measure ${w}.`,
    ...(i > 3 ? {} : { year: 2001 }),
  }),
);

describe.skipIf(!isBuilt)("what was read, on the page", () => {
  let browser: Browser;
  let site: { readonly url: string; close(): void };
  beforeAll(async () => {
    site = await servePage();
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  test("files with their gaps and rejects, then what the whole lacks and what that means", {
    timeout: 120_000,
  }, async () => {
    const page = await browser.newPage();
    await page.goto(site.url, { waitUntil: "commit", timeout: 60_000 });
    const chooser = page.waitForEvent("filechooser", { timeout: 60_000 });
    await page.getByRole("button", { name: "Choose files" }).click({ timeout: 60_000 });
    await (await chooser).setFiles([
      { name: "in.jsonl", mimeType: "text/plain", buffer: Buffer.from([...LINES, "{bad"].join("\n")) },
      { name: "empty.bib", mimeType: "text/plain", buffer: Buffer.from("") },
    ]);
    // A file that gave nothing opens the report by itself.
    const report = page.getByRole("dialog", { name: "What was read" });
    await report.waitFor({ timeout: 60_000 });
    const text = (await report.textContent()) ?? "";
    expect(text).toMatch(/empty\.bib.*could not be read: the file is empty/s);
    expect(text).toMatch(/in\.jsonl\s*jsonl, utf-8 · 6 papers · 1 warning/);
    expect(text).toContain("2 without year");
    expect(text).toMatch(/2 of 6 \(33 %\) without year\s*not on the time axis/);
    const cells = await report.locator(".rejects tbody td").allTextContents();
    expect(cells.slice(0, 2)).toEqual(["7", "line 7"]);
    expect(cells[2]).toMatch(/invalid JSON: .*left out/);
    await page.close();
  });

  test("records that were merged are kept apart one by one, and the map is made again", {
    timeout: 120_000,
  }, async () => {
    const page = await browser.newPage();
    await page.goto(site.url, { waitUntil: "commit", timeout: 60_000 });
    const chooser = page.waitForEvent("filechooser", { timeout: 60_000 });
    await page.getByRole("button", { name: "Choose files" }).click({ timeout: 60_000 });
    const twice = JSON.stringify({ id: "twice", title: "A study of rivers in the north", year: 2001 });
    const name = "in.jsonl";
    const buffer = Buffer.from([...LINES, twice].join("\n"));
    await (await chooser).setFiles([{ name, mimeType: "text/plain", buffer }]);
    const papers = () =>
      page.evaluate(() => (globalThis as { topograph?: { papers: unknown[] } }).topograph?.papers.length);
    await expect.poll(papers, { timeout: 60_000 }).toBe(6);
    const report = page.getByRole("dialog", { name: "What was read" });
    await page.getByRole("button", { name: "What was read" }).click();
    await report.locator(".matches summary").click();
    expect(await report.locator(".matches li").textContent()).toMatch(
      /A study of rivers in the north\s*in\.jsonl, line 7, twice → in\.jsonl, line 1, 1 · the same title, year and first author/,
    );
    await report.getByLabel("Keep apart").check();
    await report.getByRole("button", { name: "Make the map again" }).click();
    await expect.poll(papers, { timeout: 60_000 }).toBe(7);
    await page.close();
  });
});
