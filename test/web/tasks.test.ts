import { readFileSync } from "node:fs";
import type { Download, Page } from "playwright-core";
import { expect, test } from "vitest";
import { demoMap, infovisMap } from "./maps.ts";
import { isInSight, Steps } from "./steps.ts";
import { describePage, visit } from "./visit.ts";

/**
 * What people came for, each in at most as many steps as the best of the programs that can do it. A click, a drag and keys
 * typed in one go are a step each.
 */
describePage("tasks, in steps", { timeout: 120_000 }, () => {
  const site = visit(infovisMap);
  const window = { viewport: { width: 1440, height: 900 } };

  async function begin(at = ""): Promise<{ page: Page; steps: Steps }> {
    const page = await site.open({ ...window, at });
    // The tools for corrections come a moment after the map.
    await page.locator("#bar .history").waitFor({ state: "attached" });
    return { page, steps: new Steps(page) };
  }

  const contents = async (file: Download) => readFileSync(await file.path(), "utf8");
  const titles = (page: Page) => page.locator("#papers .row-title").allTextContents();

  test("2. the most central papers of a topic, of some years: three", async () => {
    const { page, steps } = await begin();
    await steps.click(page.locator("button.topic").first());
    await steps.drag(page.locator("#years .year-bars .overlay"), 0.3, 0.6);
    await steps.click(page.locator("#tab-papers"));
    const { papers, topic, size } = site.map;
    /** The years in the address follow the brush, the list those: what both say at last. */
    const years = () => /y=(\d+)-(\d+)/.exec(decodeURIComponent(page.url()))?.slice(1).map(Number) ?? [0, 0];
    await expect.poll(() => years()[1] - years()[0]).toBeGreaterThan(1);
    await expect
      .poll(async () => {
        const [from, to] = years();
        const [best] = [...papers.keys()]
          .filter((i) => topic[i] === 0 && (papers[i].year ?? 0) >= from && (papers[i].year ?? 0) <= to)
          .sort((a, b) => size[b] - size[a] || a - b);
        return (await titles(page))[0] === papers[best]?.title;
      })
      .toBe(true);
    expect(steps.count).toBeLessThanOrEqual(3);
    await page.close();
  });

  test("3. why two papers are linked: from a card by keys in one go, by pointer in two", async () => {
    const { page, steps } = await begin(`#v=1&p=${encodeURIComponent(site.map.papers[40].identity)}`);
    await page.locator('[data-card="paper"]').waitFor();
    await steps.keys("n", "w");
    await page.locator('[data-card="link"] .terms li').first().waitFor();
    expect(steps.count).toBe(1);
    await page.keyboard.press("Escape");
    await page.close();
  });

  test("4. a reading list of ten as BibTeX: six, in the list as in the table", async () => {
    const { page, steps } = await begin();
    await steps.click(page.locator("button.topic").first());
    await steps.click(page.locator("#tab-papers"));
    const boxes = page.locator("#papers input[type=checkbox]");
    const before = await boxes.nth(9).boundingBox();
    await steps.click(boxes.nth(0));
    // No row moves under the hand.
    expect(await boxes.nth(9).boundingBox()).toEqual(before);
    await steps.click(boxes.nth(9), ["Shift"]);
    await steps.click(page.locator("#panel .drop-down summary"));
    const saved = page.waitForEvent("download");
    await steps.click(page.locator("#panel .menu-item", { hasText: "BibTeX" }));
    expect((await contents(await saved)).match(/^@(?!comment)/gim)).toHaveLength(10);
    expect(steps.count).toBeLessThanOrEqual(6);

    const inTable = new Steps(page);
    await page.keyboard.press("Escape");
    await inTable.keys("b");
    await page.locator("#table .row-of-table").first().waitFor();
    await inTable.keys(" ", ...Array.from({ length: 9 }, () => "Shift+ArrowDown"));
    expect(await page.evaluate(() => globalThis.window.topograph.selection.length)).toBe(10);
    expect(inTable.count).toBe(2);
    await page.close();
  });

  test("5. what ties two topics: two", async () => {
    const { page, steps } = await begin();
    await steps.click(page.locator(".topics .icon-button").first());
    await steps.click(page.locator('[data-section="bridges"] .row').first());
    await page.locator('[data-card="bridge"] .row').first().waitFor();
    expect(steps.count).toBe(2);
    await page.close();
  });

  test("6. two topics renamed, then merged, then all that taken back: five and one", async () => {
    const { page, steps } = await begin();
    const topics = page.locator("button.topic");
    const names = () => page.locator("button.topic .topic-name").allTextContents();
    const before = await names();
    await steps.doubleClick(topics.nth(1));
    await steps.keys("«Trees»", "Enter");
    await expect.poll(async () => (await names())[1]).toBe("Trees");
    await steps.doubleClick(topics.nth(2));
    await steps.keys("«Graphs»", "Enter");
    await expect.poll(async () => (await names())[2]).toBe("Graphs");
    // A click on a topic chooses it, so both are.
    await steps.click(page.getByRole("button", { name: "Merge the two" }));
    await expect.poll(async () => (await names()).length).toBe(before.length - 1);
    expect(steps.count).toBeLessThanOrEqual(6);
    await page.locator("#bar").click({ position: { x: 500, y: 5 } });
    await steps.keys("Control+z", "Control+z", "Control+z");
    await expect.poll(names).toEqual(before);
    await page.close();
  });

  test("7. a tour of six stops with captions of one's own, presented: at most twelve", async () => {
    const { page, steps } = await begin();
    await steps.click(page.locator("#present"));
    await steps.click(page.getByRole("button", { name: "Make from topics" }));
    await steps.click(page.locator(".stops summary").first());
    await steps.click(page.locator(".stops li").first().locator("textarea").first());
    const captions = ["One", "Two", "Three", "Four", "Five", "Six"];
    for (const [k, caption] of captions.entries())
      await steps.keys(...(k > 0 ? ["Tab"] : []), "Control+a", `«${caption}»`, "Control+Enter");
    await steps.click(page.getByRole("button", { name: "Present", exact: true }));
    for (const caption of captions) {
      await expect.poll(() => page.locator(".caption p").first().textContent()).toBe(caption);
      await page.keyboard.press("PageDown");
    }
    expect(steps.count).toBeLessThanOrEqual(12);
    await page.close();
  });

  test("8. a poster as PDF: five; 9. a graph for Gephi: two", async () => {
    const { page, steps } = await begin();
    await steps.click(page.getByRole("button", { name: "Save", exact: true }));
    await steps.click(page.getByRole("button", { name: /^Picture/ }));
    const box = page.locator("#picture-dialog");
    await steps.click(box.getByRole("radio", { name: /^PDF/ }));
    await steps.choose(box.getByLabel("Format of the page"), "a0");
    const poster = page.waitForEvent("download");
    await steps.click(box.locator("button[type=submit]"));
    // A0 lying on its side, in points: 4494 pixels at 96 to the inch.
    const [, width] =
      /\/MediaBox \[0 0 ([\d.]+)/.exec(readFileSync(await (await poster).path(), "latin1")) ?? [];
    expect(Number(width)).toBeCloseTo(4494 * 0.75, 0);
    expect(steps.count).toBeLessThanOrEqual(5);
    const graph = new Steps(page);
    await graph.click(page.getByRole("button", { name: "Save", exact: true }));
    const saved = page.waitForEvent("download");
    await graph.click(page.locator(".menu-item", { hasText: ".gexf" }));
    expect(await contents(await saved)).toContain("<gexf");
    expect(graph.count).toBe(2);
    await page.close();
  });

  test("12. how a topic grew: one, its years in sight", async () => {
    const { page, steps } = await begin();
    await steps.click(page.locator(".topics .icon-button").first());
    await page.locator('[data-card="topic"] .topic-years').waitFor();
    expect(await isInSight(page.locator('[data-card="topic"] .topic-years'))).toBe(true);
    expect(steps.count).toBe(1);
    await page.close();
  });

  test("13. all papers of an author: two; 14. all of a journal: two, and that box is ticked", async () => {
    const { page, steps } = await begin();
    const author = "Jeffrey Heer";
    await steps.keys("/", `«${author}»`);
    await steps.click(page.locator('[data-name="author"]').first());
    const own = site.map.papers.filter(({ authors }) => authors.includes(author)).length;
    const shown = () => page.evaluate(() => globalThis.window.topograph.visible().length);
    expect(own).toBeGreaterThan(3);
    await expect.poll(shown).toBe(own);
    expect(steps.count).toBe(2);
    await page.getByRole("button", { name: "Clear all" }).click();
    const journal = new Steps(page);
    await journal.click(page.locator("#tab-filters"));
    const group = page.getByRole("group", { name: "Venues" });
    await journal.click(group.locator("label").nth(1));
    expect(
      await group
        .locator("input[type=checkbox]")
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked)),
    ).toEqual([false, true]);
    expect(journal.count).toBe(2);
    await page.close();
  });

  test("none of this made an error", () => expect(site.trouble).toEqual([]));
});

describePage("tasks, in steps: with abstracts", { timeout: 120_000 }, () => {
  const site = visit(demoMap);

  test("1. what a paper is about and its three nearest: one run of keys, all in sight", async () => {
    const page = await site.open({ viewport: { width: 1440, height: 900 } });
    const steps = new Steps(page);
    const { title } = site.map.papers[40];
    await steps.keys("/", `«${title}»`, "Enter");
    const card = page.locator('[data-card="paper"]');
    await expect.poll(() => card.locator("h2").textContent()).toBe(title);
    for (const part of ["h2", '[data-section="nearest"] .row >> nth=2', ".abstract"])
      expect(await isInSight(card.locator(part)), part).toBe(true);
    expect(steps.count).toBe(1);
    await page.close();
  });
});
