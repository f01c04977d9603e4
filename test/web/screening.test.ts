import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demoMap } from "./maps.ts";
import { describePage, visit } from "./visit.ts";

describePage("screening on the built page", () => {
  const site = visit(demoMap);

  const openPaper = (page: Page, i: number) =>
    page.evaluate((identity) => {
      location.hash = `#${new URLSearchParams({ v: "1", p: identity })}`;
    }, site.map.papers[i].identity);
  /** How many papers are included, excluded, maybe, unseen, as the panel says it. */
  const counts = (page: Page) => page.locator(".screening [data-decisions]").getAttribute("data-decisions");
  const closeCard = (page: Page) => page.keyboard.press("Escape");

  async function saved(page: Page, label: string): Promise<string> {
    const download = page.waitForEvent("download");
    await page.locator('[data-section="save"]').getByRole("button", { name: label, exact: true }).click();
    return readFileSync(await (await download).path(), "utf8");
  }

  test("I, E and U decide on the paper that is chosen and on no other; undo takes it back; decisions leave", async () => {
    const page = await site.open();
    const n = site.map.papers.length;
    // Nobody has asked: there is no such panel.
    expect(await page.locator("#tab-screening").count()).toBe(0);
    await page.locator("#list button.row, #tab-papers").first().waitFor();
    // No paper is chosen: the key does nothing.
    await page.keyboard.press("i");
    await openPaper(page, 4);
    await page.locator('[data-card="paper"]').waitFor();
    await page.keyboard.press("i");
    const decided = page.locator('[data-section="decision"] [aria-pressed="true"]');
    await expect.poll(() => decided.textContent()).toContain("Include");
    await openPaper(page, 7);
    await expect.poll(() => decided.textContent()).toContain("Unseen");
    await page.keyboard.press("e");
    await expect.poll(() => decided.textContent()).toContain("Exclude");
    await closeCard(page);
    await page.locator("#tab-screening").click();
    await expect.poll(() => counts(page)).toBe(`1 1 0 ${n - 2}`);
    await page.evaluate(() => window.topograph.colorBy("decision"));
    const entries = () => page.locator(".legend-entry").allInnerTexts();
    await expect
      .poll(async () => (await entries()).map((text) => text.replace(/\s+/g, " ").trim()))
      .toEqual(["included 1", "excluded 1", `unseen ${n - 2}`]);
    const csv = await saved(page, "ASReview");
    const rows = csv
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((row) => row.split(",").slice(-2).join());
    expect(rows.map((row, i) => [i, row] as const).filter(([, row]) => row !== ",unseen")).toEqual([
      [4, "1,included"],
      [7, "0,excluded"],
    ]);
    expect(await saved(page, "Flow")).toContain("Records included (n = 1)");

    // The unseen ones are ranked, each with its reason; neither of the two is among them.
    const candidates = page.locator("[data-candidate]");
    await expect.poll(() => candidates.count()).toBeGreaterThan(4);
    const first = Number(await candidates.first().getAttribute("data-candidate"));
    expect([4, 7]).not.toContain(first);
    expect(await candidates.first().textContent()).toContain(site.map.papers[4].title);

    // From the list, too.
    await candidates
      .first()
      .getByRole("button", { name: /^Exclude: / })
      .click();
    await expect.poll(() => counts(page)).toBe(`1 2 0 ${n - 3}`);
    await page.keyboard.press("Control+z");
    await expect.poll(() => counts(page)).toBe(`1 1 0 ${n - 2}`);
    await page.keyboard.press("Control+z");
    await expect.poll(() => counts(page)).toBe(`1 0 0 ${n - 1}`);
    await openPaper(page, 4);
    await page.locator('[data-card="paper"]').waitFor();
    await page.keyboard.press("u");
    await expect.poll(() => decided.textContent()).toContain("Unseen");
    await closeCard(page);
    await expect.poll(() => counts(page)).toBe(`0 0 0 ${n}`);
    expect(site.trouble).toEqual([]);
    await page.close();
  });
});
