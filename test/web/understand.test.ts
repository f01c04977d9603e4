import type { Page } from "playwright-core";
import { beforeAll, expect, test, vi } from "vitest";
import { withoutCycles } from "../../src/citations/acyclic.ts";
import { similarNotCiting } from "../../src/citations/gaps.ts";
import { citationGraph } from "../../src/citations/graph.ts";
import { mainPath, searchPathShares } from "../../src/citations/main-path.ts";
import { bridgesBetween } from "../../src/explain/bridges.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { largeSource, ownSource } from "./cited.ts";
import { describePage, type Opening, visit } from "./visit.ts";

// Pages are drawn in software here: on a busy machine each takes its time.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
const PATIENCE = 110_000;

describePage("the built page with a collection that cites", () => {
  const site = visit(async () => buildMap(await readPapers([ownSource()]), {}, { title: "Cited" }));
  let map: TopicMap;
  beforeAll(() => {
    ({ map } = site);
  });

  async function open(at = "", options: Opening = {}): Promise<Page> {
    const page = await site.open({ at, ...options });
    page.setDefaultTimeout(PATIENCE);
    return page;
  }

  const slide = (page: Page, selector: string, value: number) =>
    page.locator(selector).evaluate((element, to) => {
      (element as HTMLInputElement).value = String(to);
      element.dispatchEvent(new Event("input", { bubbles: true }));
    }, value);

  /** The two topics with the most text links between them, and what ties them. */
  function tied() {
    const text = map.edges.filter(({ kind }) => kind === "keyword");
    const first = map.topics.filter(({ parent }) => parent === undefined);
    let best: { a: number; b: number; ties: ReturnType<typeof bridgesBetween> } | undefined;
    for (const a of first)
      for (const b of first) {
        if (a.id >= b.id) continue;
        const ties = bridgesBetween(text, map.topic, a.id, b.id, 1e9);
        if (best === undefined || ties.links.length > best.ties.links.length)
          best = { a: a.id, b: b.id, ties };
      }
    if (!best) throw new Error("the collection has fewer than two topics");
    return { ...best, list: text[0] };
  }

  test("the paper with the strongest links to two topics, then the strongest link and its first pair of sentences", async () => {
    const { a, b, ties, list } = tied();
    const page = await open();
    await page.locator(`button.topic[data-topic="${a}"] + .icon-button`).click();
    await page.locator('[data-section="bridges"] .row', { hasText: map.topics[b].name }).first().click();
    const paper = page.locator('[data-bridge="papers"] .row .row-title').first();
    await paper.waitFor();
    await expect
      .poll(async () => (await paper.textContent())?.trim())
      .toBe(map.papers[ties.papers[0].paper].title);
    await page.locator('[data-bridge="links"] .row').first().click();
    await page.locator('[data-card="link"] .pair').first().waitFor();
    const strongest = ties.links[0].edge;
    const ends = await page.locator('[data-card="link"] .end .row-title').allTextContents();
    expect(ends.map((title) => title.trim())).toEqual(
      [list.source[strongest], list.target[strongest]].map((i) => map.papers[i].title),
    );
    const sentences = await page
      .locator('[data-card="link"] .pair')
      .first()
      .locator("blockquote")
      .allTextContents();
    expect(sentences).toHaveLength(2);
    await expect
      .poll(() => page.locator('[data-card="link"] .pair').first().locator("mark").count())
      .toBeGreaterThan(1);
    await page.close();
  });

  test("the pairs above a similarity that do not cite each other; works that are missing", async () => {
    const largeMap = await buildMap(await readPapers([largeSource()]), {}, { title: "Cited" });
    const page = await open("#v=1&view=citations", { saved: [...encodeMap(largeMap)].join("") });
    await slide(page, '[data-box="gaps"] input[type="range"]', 0.5);
    const expected = similarNotCiting(largeMap.edges, largeMap.papers, 0.5);
    await expect
      .poll(() => page.locator('[data-box="gaps"] [data-count]').getAttribute("data-count"))
      .toBe(String(expected.length));
    const [first] = expected;
    await expect
      .poll(() => page.locator('[data-box="gaps"] [data-pair]').first().getAttribute("data-pair"))
      .toBe(`p${first.a + 1} p${first.b + 1}`);
    await page.click('[data-gap="missing"]');
    await expect
      .poll(() => page.locator(".missing li").count())
      .toBe(Math.min(30, largeMap.missing?.length ?? 0));
    await page.click('[data-gap="dissimilar"]');
    await page.locator('[data-box="gaps"] [role="status"]').first().waitFor();
    await page.close();
  });

  test("walks the main path from its first paper to its last", async () => {
    const graph = citationGraph(map.edges, map.papers.length, { mentions: true });
    const acyclic = withoutCycles(
      graph,
      map.papers.map(({ year }) => year),
    );
    const { papers } = mainPath(acyclic, searchPathShares(acyclic));
    const page = await open();
    await page.keyboard.press("c");
    await page.getByRole("button", { name: "Walk the main path" }).click();
    const titles = await page.locator('[data-box="main-path"] .row-title').allTextContents();
    expect(titles.map((title) => title.trim())).toEqual(papers.map((i) => map.papers[i].title));
    for (let k = 1; k < papers.length; k++) await page.getByRole("button", { name: "Next step" }).click();
    await expect
      .poll(() => page.locator("[data-step]").getAttribute("data-step"))
      .toBe(String(papers.length));
    await expect
      .poll(async () => (await page.locator('[aria-current="step"] .row-title').textContent())?.trim())
      .toBe(map.papers[papers[papers.length - 1]].title);
    // Arrow keys step, too: from the last on to the first, and back; where one is, is told.
    const at = () => page.locator("[data-step]").innerText();
    await page.keyboard.press("ArrowRight");
    await expect.poll(at).toBe(`Step 1 of ${papers.length}`);
    await expect
      .poll(() => page.locator("#live").textContent())
      .toBe(`Step 1 of ${papers.length}: ${map.papers[papers[0]].title}`);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(at).toBe(`Step ${papers.length} of ${papers.length}`);
    await page.keyboard.press("c");
    await expect.poll(() => page.locator("#citations").isVisible()).toBe(false);
    // On the map they move it.
    const camera = () => page.evaluate(() => window.topograph.camera?.x ?? 0);
    const before = await camera();
    await page.keyboard.press("ArrowRight");
    await expect.poll(camera).toBeGreaterThan(before);
    await page.close();
  });

  test("opened again on the way back, the citation view stays, as one picture", async () => {
    const page = await open("", { reducedMotion: "no-preference" });
    await page.keyboard.press("c");
    await expect.poll(() => page.locator("#citations canvas").count()).toBe(1);
    await page.keyboard.press("c");
    await page.keyboard.press("c");
    // Longer than the way takes.
    await page.waitForTimeout(1500);
    expect(await page.locator("#citations canvas").count()).toBe(1);
    expect(await page.locator("#citations").isVisible()).toBe(true);
    await page.keyboard.press("c");
    await expect.poll(() => page.locator("#citations").isVisible()).toBe(false);
    expect(await page.locator("#citations canvas").count()).toBe(0);
    await page.close();
  });

  test("a finer resolution splits topics where they lie; back is the same map", async () => {
    const page = await open();
    const seen = () =>
      page.evaluate(() => ({
        papers: JSON.stringify(window.topograph.papers),
        topics: JSON.stringify(window.topograph.topics),
        camera: JSON.stringify(window.topograph.camera),
        count: window.topograph.topics.length,
      }));
    const before = await seen();
    let now = before;
    for (let step = 2; now.count <= before.count && step <= 12; step += 2) {
      await slide(page, 'input[name="finer"]', step);
      await page.waitForFunction((value) => document.querySelector(`[data-settled="${value}"]`), step);
      now = await seen();
    }
    expect(now.count).toBeGreaterThan(before.count);
    expect(now.camera).toBe(before.camera);
    await expect
      .poll(async () => Number(await page.locator("[data-moved]").getAttribute("data-moved")))
      .toBeGreaterThan(0);
    await page.getByRole("button", { name: /^Back to the map/ }).click();
    await page.locator("[data-moved]").waitFor({ state: "detached" });
    await expect.poll(() => seen()).toEqual(before);
    await page.close();
  });

  test("a mix without citations says which links went; a card says why its paper is where it is", async () => {
    const page = await open();
    await page.locator(".tune summary").click();
    await slide(page, 'input[type="range"][name="citation"]', 0);
    await page.locator("[data-moved]").waitFor();
    await expect.poll(() => page.locator("[data-links]").textContent()).toMatch(/fewer|weigh otherwise/);
    await page.getByRole("button", { name: /^Back to the map/ }).click();
    await page.fill("#search", map.papers[0].title);
    await page.locator("#papers .row").first().click();
    await page.locator("[data-similar] .row").first().waitFor();
    await page.getByRole("tab", { name: "Why here" }).click();
    await page.locator('[data-reason="topic"] .pulls li').first().waitFor();
    await page.close();
  });

  test("with every kind of link off there are no topics, but the sliders; undo brings the map back", async () => {
    const page = await open();
    const count = () => page.evaluate(() => window.topograph.topics.length);
    const before = await count();
    await page.locator(".tune summary").click();
    for (const { kind } of map.edges) await slide(page, `input[type="range"][name="${kind}"]`, 0);
    await expect.poll(count).toBe(0);
    expect(await page.locator('input[type="range"][name="finer"]').isVisible()).toBe(true);
    await page.locator("#topics, #list").first().click();
    await page.keyboard.press("Control+z");
    await expect.poll(count).toBe(before);
    await page.close();
  });

  test("the way between two papers, each step with its reason; the address brings the view back", async () => {
    const graph = citationGraph(map.edges, map.papers.length, { mentions: false });
    const [from, to] = [graph.from[0], graph.to[0]];
    const page = await open(`#v=1&view=citations&p=${encodeURIComponent(map.papers[from].identity)}`);
    await page.locator("[data-flow-card]").waitFor();
    await page.getByRole("button", { name: "Path from here" }).click();
    const field = page.locator('[data-end="to"] input');
    await page.getByRole("button", { name: "Back" }).click();
    await field.fill(map.papers[to].title);
    await page.locator('[data-end="to"] .row').first().click();
    await page.locator("[data-path] .why").first().waitFor();
    await expect.poll(() => page.locator("[data-path] .why").count()).toBe(1);
    await expect.poll(() => page.locator("[data-path] .why").textContent()).toContain("cites");
    await page.locator("[data-path] .why").click();
    await page.locator('[data-card="link"] .terms, [data-card="link"] .plain').first().waitFor();
    await page.waitForFunction(() => location.hash.includes("view=citations"));
    await page.close();
  });

  test("From and To are combo boxes: arrows walk what is found, Escape closes it, Enter takes one; the roles say so", async () => {
    const page = await open("#v=1&view=citations");
    const from = page.getByRole("combobox", { name: "From" });
    const options = page.getByRole("listbox", { name: "From" }).getByRole("option");
    const chosen = () => options.evaluateAll((all) => all.findIndex((one) => one.ariaSelected === "true"));
    const active = () =>
      from.evaluate(
        (field) => document.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.ariaSelected,
      );
    expect(await from.getAttribute("aria-expanded")).toBe("false");
    const words = map.papers[0].title.split(/\W+/).filter((word) => word.length > 4)[0];
    await from.fill(words);
    await expect.poll(() => options.count()).toBeGreaterThan(1);
    expect([await from.getAttribute("aria-expanded"), await chosen(), await active()]).toEqual([
      "true",
      0,
      "true",
    ]);
    await page.keyboard.press("ArrowDown");
    expect([await chosen(), await active()]).toEqual([1, "true"]);
    const title = await options.nth(1).locator(".row-title").textContent();
    await page.keyboard.press("Escape");
    await expect.poll(() => options.count()).toBe(0);
    expect(await from.inputValue()).toBe("");
    await from.fill(words);
    await expect.poll(() => options.count()).toBeGreaterThan(1);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => from.inputValue()).toBe(title);
    // What is typed and taken at once is searched for first.
    const to = page.getByRole("combobox", { name: "To" });
    await to.fill(map.papers[1].title);
    await page.keyboard.press("Enter");
    await expect.poll(() => to.inputValue()).toBe(map.papers[1].title);
    await page.locator("[data-box=path] [role=status]").waitFor();
    await page.close();
  });

  test("moves there and back in motion too, and nothing is cut on a phone", async () => {
    const page = await open("", {
      viewport: { width: 390, height: 844 },
      reducedMotion: "no-preference",
      colorScheme: "dark",
    });
    await page.click('[data-view="citations"]');
    await page.locator("#map.behind").waitFor({ state: "attached" });
    const drawn = () =>
      page.locator("#citations canvas").evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const pixels = (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data;
        let painted = 0;
        for (let k = 3; k < (pixels?.length ?? 0); k += 4) if (pixels && pixels[k] > 0) painted++;
        return painted / (width * height);
      });
    await expect.poll(drawn, { timeout: 60_000 }).toBeGreaterThan(0.1);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(390);
    await page.click('[data-view="map"]');
    await page.locator("#citations").waitFor({ state: "hidden" });
    await page.close();
  });

  test("none of this made an error", () => expect(site.trouble).toEqual([]));
});
