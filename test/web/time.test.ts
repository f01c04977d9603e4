import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { asLines, field, textSource } from "./field.ts";
import { describePage, visible, visit } from "./visit.ts";

/** Three topics of 20 papers, two a year from 2001 to 2010; three papers lost their year. */
async function withYears() {
  const records = field().map(({ year, ...one }, i) => (i < 3 ? one : { ...one, year }));
  return buildMap(await readPapers([textSource("field.jsonl", asLines(records))]));
}

describePage("topics over years", () => {
  const site = visit(withYears);
  let page: Page;
  const shape = (name: string) => page.getByLabel("How topics are drawn").selectOption(name);
  const figure = () => page.locator("#table .time-figure");

  test("are opened by a key, drawn as bands of frozen topics; what has no year is counted, what is not complete hatched", async () => {
    page = await site.open();
    await page.keyboard.press("y");
    await expect.poll(() => page.locator("#table .ribbon").count()).toBe(3);
    expect(await page.locator("#table").getByRole("status").textContent()).toBe(
      "57 papers, 2001 to 2010 · 3 papers without a year are not drawn",
    );
    // The last year is the running one.
    expect(await page.locator("#table rect.partial").count()).toBe(1);
    expect(await page.locator("#open-time").getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => page.url()).toContain("time=stream.papers");
  });

  test("a band opens to the papers of topic and year, and follows other filters", async () => {
    await shape("lanes");
    const box = await figure().boundingBox();
    if (!box) throw new Error("there is no picture");
    // The first lane, the middle of the year 2001.
    await page.mouse.click(box.x + 120 + (box.width - 120) / 20, box.y + 15);
    const shown = await visible(page);
    const years = await page.evaluate(() => document.querySelector(".year-labels")?.textContent);
    expect(years).toBe("2001");
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(4);
    expect(await page.locator("#tab-papers").getAttribute("aria-selected")).toBe("true");
    // All bands stay: only their own filters do not count.
    expect(await page.locator("#table .ribbon").count()).toBe(3);
    await page.mouse.click(box.x + 120 + (box.width - 120) / 20, box.y + 15);
    expect((await visible(page)).length).toBe(60);
  });

  test("are walked by arrow keys, which say what is there; the table has the same numbers as buttons", async () => {
    await page.mouse.move(300, 100);
    await figure().focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect
      .poll(() => page.locator("#live").textContent())
      .toMatch(/, 2009, \d papers?, .* % of the year, cited/);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.querySelector(".year-labels")?.textContent)).toBe("2009");
    await page.keyboard.press("Enter");
    await shape("table");
    await expect.poll(() => page.locator(".time-table tbody tr").count()).toBe(3);
    expect(await page.locator('.time-table button[tabindex="0"]').count()).toBe(1);
    const sum = await page.evaluate(() =>
      [...document.querySelectorAll(".time-table tbody button")].reduce(
        (all, one) => all + Number(one.textContent),
        0,
      ),
    );
    expect(sum).toBe(57);
    await page.locator('.time-table button[tabindex="0"]').focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    expect((await visible(page)).length).toBeLessThan(4);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".time").count()).toBe(0);
  });

  test("an address opens them as they were", async () => {
    await page.evaluate(() => {
      location.hash = "#v=1&time=stacked.share.mean";
    });
    await expect.poll(() => page.getByLabel("How topics are drawn").inputValue()).toBe("stacked");
    expect(await page.getByLabel("What is counted").inputValue()).toBe("share");
    expect(await page.getByLabel("Mean of 3 years").isChecked()).toBe(true);
    await page.evaluate(() => {
      location.hash = "#v=1&c=0.5,0.5,1";
    });
    await expect.poll(() => page.locator(".time").count()).toBe(0);
    expect(site.trouble).toEqual([]);
  });
});
