import { expect, test } from "vitest";
import { around, createAtlas, topicOf } from "../../src/web/page/atlas.ts";
import { describePage, selected, visible, visit } from "./visit.ts";

/** Filters, search, list and neighbourhoods: what the page shows is compared with the map's own columns. */
describePage("asking the map", () => {
  const site = visit();
  const { fresh, trouble } = site;
  const key = (i: number) => `p${i + 1}`;
  const keysWhere = (test: (i: number) => boolean) => [...site.map.papers.keys()].filter(test).map(key);

  test("shows only the topics clicked in the list, and all after “Show all”", async () => {
    const page = await fresh();
    await page.locator("button.topic").nth(0).click();
    await page.locator("button.topic").nth(1).click();
    await expect
      .poll(() => visible(page))
      .toEqual(keysWhere((i) => site.map.topic[i] === 0 || site.map.topic[i] === 1));
    await page.getByRole("button", { name: "Show all" }).click();
    await expect.poll(() => visible(page)).toHaveLength(60);
  });

  test("narrows to years by brushing the bars, to one by a click on its bar, which again shows all", async () => {
    const page = await site.fresh();
    const bars = await page.locator("#years .year-bars .overlay").boundingBox();
    if (!bars) throw new Error("no bars");
    // Ten years, 2001 to 2010, in ten equal steps.
    const at = (year: number) => bars.x + ((year - 2001 + 0.5) / 10) * bars.width;
    const y = bars.y + bars.height / 2;
    await page.mouse.move(at(2003), y);
    await page.mouse.down();
    await page.mouse.move(at(2005), y);
    await page.mouse.up();
    await expect.poll(() => page.locator("#years .year-labels b").textContent()).toBe("2003 to 2005");
    await page.mouse.click(at(2008), y);
    await expect.poll(() => visible(page)).toEqual(keysWhere((i) => site.map.papers[i].year === 2008));
    await page.mouse.click(at(2008), y);
    await expect.poll(async () => (await visible(page)).length).toBe(60);
  });

  test("narrows to years by both handles, from the keyboard", async () => {
    const page = await fresh();
    const first = page.locator("#years").getByRole("slider", { name: "First year shown" });
    await first.focus();
    for (let k = 0; k < 3; k++) await first.press("ArrowRight");
    const last = page.locator("#years").getByRole("slider", { name: "Last year shown" });
    await last.focus();
    await last.press("ArrowLeft");
    const years = site.map.papers.map(({ year }) => year ?? 0);
    await expect.poll(() => visible(page)).toEqual(keysWhere((i) => years[i] >= 2004 && years[i] <= 2009));
    await expect.poll(() => page.locator("#years .year-labels b").textContent()).toBe("2004 to 2009");
  });

  test("the handles cannot pass each other", async () => {
    const page = await fresh();
    const first = page.locator("#years").getByRole("slider", { name: "First year shown" });
    await first.focus();
    await first.press("End");
    await expect.poll(() => visible(page)).toEqual(keysWhere((i) => site.map.papers[i].year === 2010));
  });

  test("narrows to a venue, to a concept, and to both", async () => {
    const page = await fresh();
    await page.locator("#tab-filters").click();
    await page.getByLabel("Protein Letters").check();
    await expect
      .poll(() => visible(page))
      .toEqual(keysWhere((i) => site.map.papers[i].venue === "Protein Letters"));
    const concept = createAtlas(site.map).concepts()[0];
    expect(concept).toBeDefined();
    await page.getByLabel(concept.name).first().check();
    await expect
      .poll(() => visible(page))
      .toEqual(
        keysWhere(
          (i) =>
            site.map.papers[i].venue === "Protein Letters" && site.map.concepts[i].includes(concept.name),
        ),
      );
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect.poll(() => visible(page)).toHaveLength(60);
  });

  test("ticks the concept that was clicked, though it moves to the top, and no other", async () => {
    const page = await fresh();
    await page.locator("#tab-filters").click();
    const concepts = page.getByRole("group", { name: "Concepts" });
    const third = concepts.getByRole("checkbox").nth(2);
    const name = await concepts.locator(".check span").nth(2).textContent();
    await third.click();
    const ticked = () => concepts.locator(".check:has(:checked) span").allTextContents();
    await expect.poll(ticked).toEqual([name]);
    expect(await concepts.locator(".check span").first().textContent()).toBe(name);
  });

  test("shows only bridges: papers with a strong link into another topic", async () => {
    const page = await fresh();
    await page.locator("#tab-filters").click();
    await page.getByLabel("Papers that bridge topics").check();
    const { topic, edges } = site.map;
    const crossing = new Set<string>();
    for (const { source, target, weight } of edges) {
      // Strong is the upper half of the links of a kind.
      const least = weight.slice().sort()[Math.floor(weight.length / 2)];
      for (const [e, i] of source.entries())
        if (topic[i] !== topic[target[e]] && weight[e] >= least) crossing.add(key(i)).add(key(target[e]));
    }
    await expect.poll(() => visible(page)).toEqual(keysWhere((i) => crossing.has(key(i))));
  });

  test("a kind of link that is hidden is followed no more", async () => {
    const page = await fresh();
    const atlas = createAtlas(site.map);
    await page.fill("#search", site.map.papers[12].title);
    await page.locator("#papers .row").first().click();
    await page.getByRole("button", { name: "Neighbours" }).click();
    await expect
      .poll(() => visible(page))
      .toEqual([...around(atlas, 12, 1, new Set())].sort((a, b) => a - b).map(key));
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator("#tab-filters").click();
    await page.getByLabel("Similar text").uncheck();
    await expect
      .poll(() => visible(page))
      .toEqual([...around(atlas, 12, 1, new Set(["keyword"]))].sort((a, b) => a - b).map(key));
  });

  test("two steps reach further than one", async () => {
    const page = await fresh();
    await page.fill("#search", site.map.papers[12].title);
    await page.locator("#papers .row").first().click();
    await page.getByRole("button", { name: "Two steps" }).click();
    const atlas = createAtlas(site.map);
    await expect
      .poll(() => visible(page))
      .toEqual([...around(atlas, 12, 2, new Set())].sort((a, b) => a - b).map(key));
  });

  test("draws fewer links with “Only the strongest links”, and hides no paper by it", async () => {
    const page = await fresh();
    await page.locator("#tab-filters").click();
    const slider = page.getByRole("slider", { name: /Only the strongest links/ });
    await slider.focus();
    await slider.press("Home");
    await expect.poll(() => page.locator(".slider output").textContent()).toBe("strongest 2 %");
    await expect.poll(() => visible(page)).toHaveLength(60);
    await expect.poll(() => page.locator("#tab-filters small").textContent()).toBe("1");
  });

  test("sorts the list by title, year, citations and topic", async () => {
    const page = await fresh();
    await page.locator("#tab-papers").click();
    const titles = () => page.locator("#papers .row-title").allTextContents();
    const sortBy = async (by: string) => {
      await page.locator(".sort select").selectOption(by);
      return titles();
    };
    const { papers } = site.map;
    const find = (title: string) => papers.findIndex((paper) => paper.title === title);
    const collator = new Intl.Collator(undefined, { numeric: true });
    const byTitle = await sortBy("title");
    expect(byTitle).toEqual([...byTitle].sort(collator.compare));
    const cited = (await sortBy("citations")).map((title) => papers[find(title)].citations ?? -1);
    expect(cited).toEqual([...cited].sort((a, b) => b - a));
    const years = (await sortBy("year")).map((title) => papers[find(title)].year ?? 0);
    expect(years).toEqual([...years].sort((a, b) => b - a));
    const topics = (await sortBy("topic")).map(
      (title) => topicOf(createAtlas(site.map), find(title))?.id ?? 99,
    );
    expect(topics).toEqual([...topics].sort((a, b) => a - b));
  });

  test("the list holds only the rows in sight, and the last ones once scrolled to", async () => {
    const page = await fresh();
    await page.locator("#tab-papers").click();
    await expect.poll(() => page.locator("#papers li").count()).toBeLessThan(40);
    await page.locator("#papers").evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.locator('#papers li[aria-posinset="60"]').waitFor();
    await expect.poll(() => page.locator('#papers li[aria-posinset="1"]').count()).toBe(0);
  });

  test("a shorter list after scrolling far still shows its rows", async () => {
    const page = await fresh();
    await page.locator("#tab-papers").click();
    await page.locator("#papers").evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.locator('#papers li[aria-posinset="60"]').waitFor();
    await page.fill("#search", "glacier");
    await page.locator('#papers li[aria-posinset="1"]').waitFor();
    await expect.poll(() => page.locator('#papers li[aria-posinset="1"]').isVisible()).toBe(true);
  });

  test("arrow keys walk the list, Enter opens the paper", async () => {
    const page = await fresh();
    await page.locator("#tab-papers").click();
    await page.locator("#papers .row").first().focus();
    await page.keyboard.press("ArrowDown");
    const second = await page.locator('#papers li[aria-posinset="2"] .row-title').textContent();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator('[data-card="paper"] h2').textContent()).toBe(second);
  });

  test("finds by author without accents, and by the beginning of a word", async () => {
    const page = await fresh();
    await page.fill("#search", "emile ete");
    await page.getByText("60 papers for").first().waitFor();
    await page.fill("#search", "exopl");
    await page
      .getByText(/papers for “exopl”/)
      .first()
      .waitFor();
    const found = await page.locator("#papers .row-title").count();
    expect(found).toBeGreaterThan(0);
    await expect.poll(() => selected(page)).toEqual([]);
  });

  test("none of this made an error or asked another host", () => {
    expect(trouble).toEqual([]);
  });
});
