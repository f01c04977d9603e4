import { expect, test } from "vitest";
import { createAtlas, neighbourWalk } from "../../src/view/atlas.ts";
import { describePage, visible, visit } from "./visit.ts";

describePage("the card of a paper", () => {
  const site = visit();
  const key = (i: number) => `p${i + 1}`;
  const keysWhere = (test: (i: number) => boolean) => [...site.map.papers.keys()].filter(test).map(key);

  async function openCard(i: number) {
    const page = await site.fresh();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.fill("#search", site.map.papers[i].title);
    await page.locator("#papers .row").first().click();
    await page.locator('[data-card="paper"]').waitFor();
    return page;
  }

  test("shows the three nearest without scrolling, above an abstract of four lines that unfolds", async () => {
    const page = await openCard(12);
    const near = page.locator('[data-section="nearest"] .row');
    await expect.poll(() => near.count()).toBe(3);
    const titles = neighbourWalk(createAtlas(site.map), 12, new Set())
      .slice(0, 3)
      .map((i) => site.map.papers[i].title);
    expect(await near.locator(".row-title").allTextContents()).toEqual(titles);
    const bottom = await near.last().evaluate((row) => row.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThan(900);
    const abstract = page.locator(".abstract");
    const lines = () =>
      abstract.evaluate((text) =>
        Math.round(text.clientHeight / Number.parseFloat(getComputedStyle(text).lineHeight)),
      );
    const [folded, above] = [
      await lines(),
      await abstract.evaluate((text) => text.getBoundingClientRect().top),
    ];
    expect(folded).toBeLessThanOrEqual(4);
    expect(above).toBeGreaterThan(bottom);
    const more = page.getByRole("button", { name: "more", exact: true });
    if ((await more.count()) > 0) {
      await more.click();
      await expect.poll(lines).toBeGreaterThanOrEqual(folded);
      await page.getByRole("button", { name: "less", exact: true }).waitFor();
    }
  });

  test("authors, venue and year show only their papers, and all again", async () => {
    const page = await openCard(12);
    const { authors, venue, year } = site.map.papers[12];
    const card = page.locator('[data-card="paper"]');
    for (const [name, passes] of [
      [authors[0], (i: number) => site.map.papers[i].authors.includes(authors[0])],
      [String(venue), (i: number) => site.map.papers[i].venue === venue],
      [String(year), (i: number) => site.map.papers[i].year === year],
    ] as const) {
      const link = card.getByRole("button", { name, exact: true });
      await link.click();
      await expect.poll(() => visible(page)).toEqual(keysWhere(passes));
      await link.click();
      await expect.poll(() => visible(page)).toHaveLength(60);
    }
  });

  test("tabs say what it is like, what it cites, what cites it and why it is here; arrow keys go between them", async () => {
    const page = await openCard(12);
    const tabs = page.getByRole("tablist", { name: "What is known of this paper" }).getByRole("tab");
    // It cites the paper three before it, and the one three after cites it.
    const names = async () => (await tabs.allTextContents()).map((text) => text.replace(/\s+/g, " ").trim());
    await expect.poll(names).toEqual(["Similar", "Cites 1", "Cited by 1", "Why here"]);
    const title = (i: number) => site.map.papers[i].title;
    await tabs.first().focus();
    await page.keyboard.press("ArrowRight");
    const rows = page.locator("#card-pane .row-title");
    await expect.poll(() => rows.allTextContents()).toEqual([title(9)]);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => rows.allTextContents()).toEqual([title(15)]);
    await page.keyboard.press("End");
    await page.locator('#card-pane [data-reason="topic"] .reason-lead').waitFor();
    expect(await tabs.last().getAttribute("aria-selected")).toBe("true");
    expect(await page.locator('[role="tablist"] [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press("ArrowRight");
    await page.locator('#card-pane [data-kind="keyword"]').waitFor();
  });

  test("none of this made an error or asked another host", () => {
    expect(site.trouble).toEqual([]);
  });
});
