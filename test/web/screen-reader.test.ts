import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describePage, selected, visit } from "./visit.ts";

/** The way through four tasks that README describes, from the keyboard alone, by what the accessibility tree says. */
describePage("with keyboard and screen reader", () => {
  const site = visit();

  /** What has the focus: its role and name as the tree has them. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      return `${element?.getAttribute("role") ?? element?.localName} ${element?.ariaLabel ?? element?.textContent?.trim()}`;
    });

  /** Tabs on until something has the focus; that has to come within so many stops. */
  async function tabTo(page: Page, what: RegExp, most: number): Promise<void> {
    for (let stop = 0; stop < most; stop++) {
      await page.keyboard.press("Tab");
      if (what.test(await focused(page))) return;
    }
    throw new Error(`${what} has no focus after ${most} stops, but ${await focused(page)}`);
  }

  const said = (page: Page) => page.locator("#live[role=status]").textContent();
  const tree = (page: Page, at: string) => page.locator(at).ariaSnapshot();

  test("1. what a paper is about and its nearest: headings, buttons and text in this order", async () => {
    const page = await site.open();
    const { title } = site.map.papers[7];
    await page.keyboard.press("/");
    expect(await focused(page)).toMatch(/^combobox Search/);
    await page.keyboard.insertText(title);
    await page.keyboard.press("Enter");
    await expect.poll(() => said(page)).toMatch(new RegExp(`^${title}\\. Topic .+\\. \\d+ links?\\.$`));
    const lines = (await tree(page, "#card")).split("\n").map((line) => line.trim());
    const at = (beginning: string) => lines.findIndex((line) => line.startsWith(beginning));
    const order = [
      at(`- heading "${title}" [level=2]`),
      at('- heading "Nearest" [level=3]'),
      at('- heading "Abstract" [level=3]'),
      at("- tablist"),
    ];
    expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const nearest = lines.slice(order[1], order[2]).filter((line) => line.startsWith("- button"));
    expect(nearest.length).toBeGreaterThanOrEqual(3);
    await page.close();
  });

  test("2. the central papers of a topic, of some years: a pressed button, sliders with values, a grid", async () => {
    const page = await site.open();
    const topic = page.locator("button.topic").first();
    await page.locator("#skip").focus();
    await page.keyboard.press("Enter");
    await tabTo(page, /^button .*\d+ papers?$/s, 12);
    await page.keyboard.press(" ");
    expect(await topic.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => said(page)).toMatch(/^\d+ of 60 papers shown$/);
    const first = page.getByRole("slider", { name: "First year shown" }).first();
    await first.focus();
    for (let k = 0; k < 4; k++) await page.keyboard.press("ArrowRight");
    expect(await first.inputValue()).toBe("2005");
    await page.getByRole("tab", { name: /^Topics/ }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toMatch(/^tab Papers/);
    await tabTo(page, /^button .*in study/s, 6);
    const [row] = (await tree(page, "#papers")).split("\n").filter((line) => line.includes("- row "));
    expect(row).toMatch(/- row "Select .+"/);
    const left = await page.evaluate(() => window.topograph.visible().length);
    expect(await page.locator("#papers").getAttribute("aria-rowcount")).toBe(String(left));
    await page.close();
  });

  test("3. why two papers are linked: N, W, and the evidence is a list under headings", async () => {
    const page = await site.open({ at: `#v=1&p=${encodeURIComponent(site.map.papers[7].identity)}` });
    await page.locator('[data-card="paper"]').waitFor();
    await page.keyboard.press("n");
    await page.keyboard.press("w");
    await expect.poll(() => said(page)).toMatch(/^Link between .+ and .+\.$/);
    await page.locator('[data-card="link"] .terms li').first().waitFor();
    expect(await tree(page, "#card")).toMatch(/heading .+ \[level=[23]\][\s\S]*- list:\n\s*- listitem: .*%/);
    await page.close();
  });

  test("4. a reading list: a grid whose rows say that they are selected, and headers how they are sorted", async () => {
    const page = await site.open();
    await page.keyboard.press("b");
    const grid = page.getByRole("grid", { name: "Papers in view" });
    await grid.waitFor();
    expect(await focused(page)).toMatch(/^gridcell /);
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe("columnheader Title");
    await page.keyboard.press("Enter");
    expect(await grid.getByRole("columnheader", { name: "Title" }).getAttribute("aria-sort")).toBe(
      "ascending",
    );
    await expect.poll(() => said(page)).toBe("Sorted by Title, ascending");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press(" ");
    for (let k = 0; k < 9; k++) await page.keyboard.press("Shift+ArrowDown");
    expect((await selected(page)).length).toBe(10);
    await expect.poll(() => said(page)).toBe("10 papers selected");
    expect(await grid.getByRole("row", { selected: true }).count()).toBe(10);
    await page.keyboard.press("Escape");
    await expect.poll(() => grid.count()).toBe(0);
    await page.locator("#panel .drop-down summary").focus();
    await page.keyboard.press("Enter");
    await tabTo(page, /^button BibTeX/, 3);
    const saved = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    expect((await saved).suggestedFilename()).toMatch(/\.bib$/);
    await page.close();
  });

  test("none of this made an error", () => expect(site.trouble).toEqual([]));
});
