import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { around, createAtlas, topicOf } from "../../src/view/atlas.ts";
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
    await expect.poll(() => page.locator("#years .year-labels b").textContent()).toBe("2008");
    await page.mouse.click(at(2008), y);
    await expect.poll(async () => (await visible(page)).length).toBe(60);
    // A second press before the bars are drawn anew: it met a brush without a shape and ended in an error.
    await page.mouse.dblclick(at(2006), y);
    await page.mouse.click(at(2008), y);
    await expect.poll(() => visible(page)).toEqual(keysWhere((i) => site.map.papers[i].year === 2008));
    expect(site.trouble).toEqual([]);
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
    const concept = createAtlas(site.map).concepts().names[0];
    expect(concept).toBeDefined();
    await page.getByLabel(concept).first().check();
    await expect
      .poll(() => visible(page))
      .toEqual(
        keysWhere(
          (i) => site.map.papers[i].venue === "Protein Letters" && site.map.concepts[i].includes(concept),
        ),
      );
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect.poll(() => visible(page)).toHaveLength(60);
  });

  test("ticks the concept that was clicked, in its place, and no other", async () => {
    const page = await fresh();
    await page.locator("#tab-filters").click();
    const concepts = page.getByRole("group", { name: "Concepts" });
    const names = () => concepts.locator(".check > span").allTextContents();
    const before = await names();
    await concepts.getByRole("checkbox").nth(2).click();
    const ticked = () => concepts.locator(".check:has(:checked) > span").allTextContents();
    await expect.poll(ticked).toEqual([before[2]]);
    expect(await names()).toEqual(before);
  });

  test("topics, venues, authors, concepts and years say how many of their papers pass the other filters", async () => {
    const page = await fresh();
    const { papers, topic } = site.map;
    const amounts = async (group: string) =>
      (await page.getByRole("group", { name: group }).locator(".check small").allTextContents()).slice(0, 3);
    await page.locator("#tab-filters").click();
    // 20 papers of each journal; all are by Émile Été.
    await expect.poll(() => amounts("Venues")).toEqual(["20", "20", "20"]);
    await page.getByLabel("Protein Letters").check();
    // What is chosen here does not count here.
    await expect.poll(() => amounts("Venues")).toEqual(["20", "20", "20"]);
    await expect.poll(async () => (await amounts("Authors"))[0]).toBe("20 / 60");
    const ada =
      (await page.getByRole("group", { name: "Authors" }).locator(".check > span").nth(1).textContent()) ??
      "";
    const by = keysWhere((i) => papers[i].authors.includes(ada));
    await page.getByLabel(ada).check();
    const both = keysWhere((i) => papers[i].authors.includes(ada) && papers[i].venue === "Protein Letters");
    await expect.poll(() => visible(page)).toEqual(both);
    await expect.poll(async () => (await amounts("Authors"))[1]).toBe(`${both.length} / ${by.length}`);
    // Bars of the years are as high as what passes of each.
    const heights = (name: string) =>
      page
        .locator(`#years .year-bars .${name} rect`)
        .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute("height"))));
    const shares = async () => {
      const whole = await heights("all");
      return (await heights("shown")).map((height, k) => Math.round((100 * height) / (whole[k] || 1)));
    };
    const inYear = (year: number, keys: readonly string[]) =>
      keys.filter((k) => papers[Number(k.slice(1)) - 1].year === year).length;
    const expected = Array.from({ length: 10 }, (_, k) =>
      Math.round(
        (100 * inYear(2001 + k, both)) /
          inYear(
            2001 + k,
            keysWhere(() => true),
          ),
      ),
    );
    expect(new Set(expected).size).toBeGreaterThan(1);
    await expect.poll(shares).toEqual(expected);
    const ofTopic = (id: number, keys: readonly string[]) =>
      keys.filter((k) => topic[Number(k.slice(1)) - 1] === id);
    await page.locator("#tab-topics").click();
    const all = keysWhere(() => true);
    for (const id of [0, 1, 2]) {
      const [shown, of] = [ofTopic(id, both).length, ofTopic(id, all).length];
      expect(await page.locator(`[data-topic="${id}"] small`).textContent()).toMatch(`${shown} / ${of}`);
    }
  });

  test("chips say what is chosen and take it back one by one", async () => {
    const page = await fresh();
    await page.locator("button.topic").first().click();
    await page.locator("#tab-filters").click();
    await page.getByLabel("Émile Été").check();
    const chips = page.getByRole("group", { name: "What is chosen" });
    await expect.poll(() => chips.locator(".chip").count()).toBe(2);
    await chips.getByRole("button", { name: "Remove the filter Émile Été" }).click();
    await expect.poll(() => page.getByLabel("Émile Été").isChecked()).toBe(false);
    await chips.locator(".chip").click();
    await expect.poll(() => visible(page)).toHaveLength(60);
    await expect.poll(() => chips.count()).toBe(0);
  });

  test("the topic list is one stop of Tab; arrow keys walk it", async () => {
    const page = await fresh();
    const stops = page.locator('.topics [tabindex="0"]');
    await expect.poll(() => stops.count()).toBe(2);
    await page.locator("button.topic").first().focus();
    await page.keyboard.press("ArrowDown");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-topic")))
      .toBe("1");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(
      /^About the topic/,
    );
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
    await expect.poll(() => page.locator("#papers .item").count()).toBeLessThan(40);
    await page.locator("#papers").evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.locator('#papers .item[aria-rowindex="60"]').waitFor();
    await expect.poll(() => page.locator('#papers .item[aria-rowindex="1"]').count()).toBe(0);
  });

  test("a shorter list after scrolling far still shows its rows", async () => {
    const page = await fresh();
    await page.locator("#tab-papers").click();
    await page.locator("#papers").evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.locator('#papers .item[aria-rowindex="60"]').waitFor();
    await page.fill("#search", "glacier");
    await page.locator(".list-hint", { hasText: "for “glacier”" }).waitFor();
    await expect.poll(() => page.locator("#papers [data-paper]").first().isVisible()).toBe(true);
  });

  test("arrow keys walk the list, Enter opens the paper", async () => {
    const page = await fresh();
    await page.locator("#tab-papers").click();
    await page.locator("#papers .row").first().focus();
    await page.keyboard.press("ArrowDown");
    const second = await page.locator('#papers .item[aria-rowindex="2"] .row-title').textContent();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator('[data-card="paper"] h2').textContent()).toBe(second);
  });

  test("what is typed while a search is under way is one more search, not one a letter", async () => {
    const page = await fresh();
    const asked = await page.evaluate(async () => {
      const queries: string[] = [];
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...rest: []) {
        if (message.call === "search") queries.push(message.ask.query);
        post.call(this, message, ...rest);
      };
      const box = document.querySelector<HTMLInputElement>("#search");
      for (const text of ["g", "gl", "gla", "glac", "glacier"]) {
        if (!box) break;
        box.value = text;
        box.dispatchEvent(new Event("input"));
      }
      const until = performance.now() + 15_000;
      while (!document.querySelector("#papers mark") && performance.now() < until)
        await new Promise((next) => setTimeout(next, 20));
      Worker.prototype.postMessage = post;
      return queries;
    });
    expect(asked).toEqual(["g", "glacier"]);
    await page.locator(".list-hint", { hasText: "for “glacier”" }).waitFor();
  });

  test("Enter opens the first paper found, arrows go to the others; what was met is marked", async () => {
    const page = await fresh();
    const box = page.getByRole("combobox", { name: /^Search titles/ });
    await box.fill("glacier");
    await page.locator("#papers mark").first().waitFor();
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    const met = await page.locator("#papers .row-title mark").allTextContents();
    expect(met.every((word) => word.toLowerCase().startsWith("glacier"))).toBe(true);
    const titles = await page.locator("#papers [data-paper] .row-title").allTextContents();
    const active = async () => {
      const id = await box.getAttribute("aria-activedescendant");
      return page.locator(`[id="${id}"] :is(.row-title, .found)`).textContent();
    };
    await expect.poll(active).toBe(titles[0]);
    await box.press("ArrowDown");
    await expect.poll(active).toBe(titles[1]);
    await box.press("Enter");
    await expect.poll(() => page.locator('[data-card="paper"] h2').textContent()).toBe(titles[1]);
    expect(await box.getAttribute("aria-expanded")).toBe("false");
  });

  test("Enter right after typing waits for what is found", async () => {
    const page = await fresh();
    await page.fill("#search", site.map.papers[12].title);
    await page.press("#search", "Enter");
    await expect
      .poll(() => page.locator('[data-card="paper"] h2').textContent())
      .toBe(site.map.papers[12].title);
  });

  test("topics, authors, venues and terms are found too: an author shows only those papers", async () => {
    const page = await fresh();
    await page.fill("#search", "ada");
    const author = page.locator('[data-name="author"]').first();
    const name = (await author.locator(".found").textContent()) ?? "";
    // From the first paper, arrow up goes to the name before it.
    const before = await page.locator("[data-name]").count();
    for (let k = 0; k < before; k++) await page.press("#search", "ArrowUp");
    await page.press("#search", "Enter");
    await expect
      .poll(() => visible(page))
      .toEqual(keysWhere((i) => site.map.papers[i].authors.includes(name)));
    await page.fill("#search", "journal ice");
    await page.locator('[data-name="venue"]', { hasText: "Journal of Ice" }).waitFor();
    const [topic] = createAtlas(site.map).mainTopics;
    await page.fill("#search", topic.name);
    await page.locator('[data-name="topic"]', { hasText: topic.name }).click();
    await expect.poll(() => page.locator('[data-card="topic"] h2').textContent()).toBe(topic.name);
  });

  test("a reading list of ten takes five clicks: two boxes, with Shift all between", async () => {
    const page = await fresh();
    await page.locator("#tab-papers").click();
    const boxes = page.locator("#papers [data-paper] input");
    const rows = await page.locator("#papers [data-paper] .row-title").allTextContents();
    await boxes.nth(0).click();
    await boxes.nth(9).click({ modifiers: ["Shift"] });
    await expect.poll(async () => (await selected(page)).length).toBe(10);
    await page.locator("#panel .drop-down summary").click();
    const download = page.waitForEvent("download");
    await page.locator("#panel .drop-down .menu-item", { hasText: "BibTeX" }).click();
    const text = readFileSync(await (await download).path(), "utf8");
    // Beside the papers stand the groups of JabRef, as a comment.
    expect(text.match(/^@(?!comment)/gim)).toHaveLength(10);
    for (const title of rows.slice(0, 10))
      expect(text.toLowerCase()).toContain(title.toLowerCase().slice(0, 12));
    // Without Shift a box is its own; “Add all” takes the rest of the list.
    await boxes.nth(3).click();
    await expect.poll(async () => (await selected(page)).length).toBe(9);
    await page.getByRole("button", { name: /^Add all/ }).click();
    await expect.poll(async () => (await selected(page)).length).toBe(60);
  });

  test("a star in the row, and one for all that are selected", async () => {
    const page = await fresh();
    await page.locator("#tab-papers").click();
    const stars = page.locator('#papers .icon-button[aria-pressed="true"]');
    await page.locator("#papers .icon-button").nth(1).click();
    await expect.poll(() => stars.count()).toBe(1);
    await page.locator("#papers [data-paper] input").nth(0).click();
    await page
      .locator("#papers [data-paper] input")
      .nth(2)
      .click({ modifiers: ["Shift"] });
    await page.locator(".selection-bar").getByRole("button", { name: "Star" }).click();
    await expect.poll(() => stars.count()).toBe(3);
    await page.locator(".selection-bar").getByRole("button", { name: "Star" }).click();
    await expect.poll(() => stars.count()).toBe(0);
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
