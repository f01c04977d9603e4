import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAtlas } from "../../src/view/atlas.ts";
import { type Column, columnsOf } from "../../src/web/table/columns.ts";
import { inOrder, nextSort, orderBy } from "../../src/web/table/order.ts";
import { sampleMap } from "../sample-map.ts";
import { describePage, selected, visit } from "./visit.ts";

const column = (values: readonly (string | number | undefined)[], isNumber: boolean): Column => ({
  id: "any",
  label: "Any",
  isNumber,
  width: [80, 0],
  value: (i) => values[i],
});

describe("the order of the table", () => {
  test("numbers, texts with numbers in them, and papers without a value last either way", () => {
    const years = column([2003, undefined, 1999, 2003], true);
    expect([...orderBy(years, 4, true)]).toEqual([0, 3, 2, 1]);
    expect([...orderBy(years, 4, false)]).toEqual([2, 0, 3, 1]);
    const names = column(["Study 10", "études", "Study 2", undefined, "Zebra"], false);
    expect([...orderBy(names, 5, false)]).toEqual([1, 2, 0, 4, 3]);
    expect([...orderBy(names, 5, true)]).toEqual([4, 0, 2, 1, 3]);
  });

  test("every paper once; of the listed ones none is lost or added", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.option(fc.oneof(fc.integer(), fc.constantFrom("__proto__", "constructor", "a")), {
            nil: undefined,
          }),
        ),
        fc.func(fc.boolean()),
        (values, isListed) => {
          const order = orderBy(column(values, false), values.length, false);
          const all = values.map((_, i) => i);
          expect([...order].sort((a, b) => a - b)).toEqual(all);
          const listed = all.filter((i) => isListed(i));
          expect(inOrder(order, listed).sort((a, b) => a - b)).toEqual(listed);
        },
      ),
    );
  });

  test("a header sorts one way, then the other, then not at all: numbers with the largest first", () => {
    const [years, titles] = [column([], true), column([], false)];
    const first = nextSort(years, undefined);
    expect(first).toEqual({ column: "any", isDescending: true });
    expect(nextSort(years, first)).toEqual({ column: "any", isDescending: false });
    expect(nextSort(years, { column: "any", isDescending: false })).toBeUndefined();
    expect(nextSort(titles, undefined)).toEqual({ column: "any", isDescending: false });
  });

  test("columns that no paper has anything in are left out", () => {
    const map = sampleMap();
    const bare = { ...map, papers: map.papers.map(({ year: _, venue: __, ...paper }) => paper) };
    const ids = columnsOf(createAtlas(bare)).map(({ id }) => id);
    expect(ids).toContain("title");
    expect(ids).not.toContain("year");
    expect(ids).not.toContain("venue");
  });
});

describePage("the table of the papers in view", () => {
  const site = visit();
  const rows = "#table .row-of-table";

  test("follows the filters, sorts by its headers, and only the rows in sight exist", async () => {
    const page = await site.fresh();
    await page.keyboard.press("b");
    const grid = page.getByRole("grid", { name: "Papers in view" });
    await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe("61");
    expect(await page.locator(rows).count()).toBeLessThan(60);
    const year = grid.getByRole("columnheader", { name: "Year" });
    expect(await year.getAttribute("aria-sort")).toBe("none");
    await year.click();
    expect(await year.getAttribute("aria-sort")).toBe("descending");
    const first = () => page.locator(`${rows}[aria-rowindex="2"]`).textContent();
    // Years run from 2001 to 2010.
    expect(await first()).toContain("2010");
    await year.click();
    expect(await year.getAttribute("aria-sort")).toBe("ascending");
    expect(await first()).toContain("2001");
    await page.locator("button.topic").first().click();
    const left = await page.evaluate(() => window.topograph.visible().length);
    await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe(String(left + 1));
    expect(left).toBeLessThan(60);
    await page.keyboard.press("b");
    await expect.poll(() => grid.count()).toBe(0);
  });

  test("from the keyboard: ranges grow and shrink, S stars, Enter opens, Ctrl-A takes all, Escape closes", async () => {
    const page = await site.fresh();
    await page.locator("#tab-papers").click();
    await page.locator("#open-table").click();
    await page.locator(rows).first().waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("open-table");
    await page.keyboard.press("Enter");
    await page.locator(rows).first().waitFor();
    const here = () =>
      page.evaluate(() => document.activeElement?.closest(".row-of-table")?.getAttribute("aria-rowindex"));
    expect(await here()).toBe("2");
    await page.keyboard.press(" ");
    for (const _ of [1, 2, 3]) await page.keyboard.press("Shift+ArrowDown");
    expect((await selected(page)).length).toBe(4);
    await page.keyboard.press("Shift+ArrowUp");
    expect((await selected(page)).length).toBe(3);
    await page.keyboard.press("s");
    expect(await page.locator(`${rows} [aria-pressed="true"]`).count()).toBe(1);
    await page.keyboard.press("Control+End");
    expect(await here()).toBe("61");
    // Far from where it was drawn, the row with the focus is there and in sight.
    const isSeen = await page.evaluate(() => {
      const [cell, grid] = [document.activeElement, document.querySelector("#table .grid")].map((one) =>
        one?.getBoundingClientRect(),
      );
      return cell && grid && cell.top >= grid.top && cell.bottom <= grid.bottom + 1;
    });
    expect(isSeen).toBe(true);
    await page.keyboard.press("Control+a");
    expect((await selected(page)).length).toBe(60);
    await page.keyboard.press("Enter");
    await page.locator('[data-card="paper"]').waitFor();
    expect(await here()).toBe("61");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(rows).count()).toBe(0);
    await page.keyboard.press("s");
  });

  test("by pointer: a box, Shift for a range, a star, a row that opens its paper; columns are chosen and saved", async () => {
    const page = await site.open();
    await page.keyboard.press("b");
    await page.locator(rows).first().waitFor();
    const boxes = page.locator(`${rows} input`);
    await boxes.nth(1).click();
    await boxes.nth(4).click({ modifiers: ["Shift"] });
    expect((await selected(page)).length).toBe(4);
    await page.locator("#table summary", { hasText: "Columns" }).click();
    for (const name of ["Authors", "Venue", "Topic"]) await page.getByLabel(name, { exact: true }).uncheck();
    await page.locator("#table").getByLabel("Cited", { exact: true }).uncheck();
    await page.keyboard.press("Escape");
    await page.getByRole("columnheader", { name: "Year" }).click();
    await page.locator("#table summary", { hasText: "Export" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "This table" }).click();
    const stream = await (await saved).createReadStream();
    let text = "";
    for await (const piece of stream) text += piece;
    const lines = text.trim().split("\n");
    expect(lines[0]).toBe("Title,Year");
    expect(lines.length).toBe(5);
    const years = lines.slice(1).map((line) => Number(line.split(",").at(-1)));
    expect(years).toEqual([...years].sort((a, b) => b - a));
    await page.locator(rows).first().locator("[role=gridcell]").nth(1).click();
    await page.locator('[data-card="paper"]').waitFor();
    await page.getByRole("button", { name: "Close the table" }).click();
    await page.close();
  });

  test("on a phone the list makes room for it, and what a row opens lies over it", async () => {
    const page = await site.open({ viewport: { width: 390, height: 844 } });
    await page.locator("#tab-papers").click();
    await page.locator("#open-table").click();
    await page.locator(rows).nth(9).locator("[role=gridcell]").nth(1).click();
    await page.locator('[data-card="paper"]').waitFor();
    await page.close();
  });

  test("no error", () => {
    expect(site.trouble).toEqual([]);
  });
});
