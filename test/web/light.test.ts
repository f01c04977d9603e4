import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bySize } from "../../src/scene/by-size.ts";
import { ALL_LINKS, linksOf } from "../../src/scene/links.ts";
import { litTopics } from "../../src/scene/lit-topics.ts";
import type { SceneModel } from "../../src/scene/model.ts";
import { assignedColors } from "./colors-on-page.ts";
import { describePage, visit } from "./visit.ts";

/** What lights up on the map: dots that are not lit are not in the plain colours of topics. */
describePage("lighting the map", () => {
  const site = visit();

  const dots = (page: Page) =>
    assignedColors(
      page,
      site.map.topics.map(({ color }) => color),
    );

  /** What `litTopics` reads of a model. */
  const lit = (topics: readonly number[]) => {
    const { map } = site;
    const candidates = { order: bySize(map.size) } as SceneModel["candidates"];
    const links = linksOf(map.edges, map.papers.length);
    return { links, found: litTopics({ map, candidates, links, filter: ALL_LINKS, topics } as SceneModel) };
  };

  test("one topic: its papers, the largest first, and links inside of it", () => {
    const { topic, size } = site.map;
    const { links, found } = lit([0]);
    expect([...found.papers].sort((a, b) => a - b)).toEqual([...topic.keys()].filter((i) => topic[i] === 0));
    expect(found.papers.map((i) => size[i])).toEqual(found.papers.map((i) => size[i]).sort((a, b) => b - a));
    expect(found.links.length).toBeGreaterThan(0);
    for (const e of found.links) expect([topic[links.source[e]], topic[links.target[e]]]).toEqual([0, 0]);
    // Links are in the order in which they are drawn first.
    expect(found.links).toEqual([...found.links].sort((a, b) => a - b));
  });

  test("two topics: only the links that lead from one to the other", () => {
    const { topic } = site.map;
    const { links, found } = lit([0, 1]);
    const expected = [...links.weight.keys()].filter((e) => {
      const ends = [topic[links.source[e]], topic[links.target[e]]].sort((a, b) => a - b);
      return ends[0] === 0 && ends[1] === 1;
    });
    expect(found.links).toEqual(expected);
  });

  test("pointing at a paper in the list shows it on the map, until the pointer leaves", async () => {
    const page = await site.fresh();
    await page.locator("#tab-papers").click();
    await page.mouse.move(700, 20);
    const all = await dots(page);
    await page.locator("#papers .row").first().hover();
    await expect.poll(() => dots(page)).toBeLessThan(all * 0.9);
    await page.mouse.move(700, 20);
    await expect.poll(() => dots(page)).toBeGreaterThan(all * 0.97);
  });

  test("the card of a topic lights its papers, closing it lights all", async () => {
    const page = await site.fresh();
    await page.keyboard.press("0");
    const all = await dots(page);
    await page.locator("button.topic + .icon-button").first().click();
    await page.locator('[data-card="topic"]').waitFor();
    await page.keyboard.press("0");
    const one = await dots(page);
    expect(one).toBeGreaterThan(50);
    expect(one).toBeLessThan(all * 0.7);
    await page.keyboard.press("Escape");
    await expect.poll(() => dots(page)).toBeGreaterThan(all * 0.97);
  });

  test("the view of the whole map stays one when the window changes; another view stays where it is", async () => {
    const page = await site.open();
    const camera = () => page.evaluate(() => JSON.stringify(window.topograph.camera));
    const before = await camera();
    await page.setViewportSize({ width: 1300, height: 560 });
    await page.waitForFunction((was) => JSON.stringify(window.topograph.camera) !== was, before);
    const refitted = await camera();
    await page.keyboard.press("0");
    await expect.poll(() => camera()).toBe(refitted);
    await page.keyboard.press("+");
    const near = await camera();
    await page.setViewportSize({ width: 1000, height: 640 });
    await page.waitForTimeout(200);
    await expect.poll(() => camera()).toBe(near);
    await page.context().close();
  });

  test("on a phone one menu holds what the bar has no room for", async () => {
    const page = await site.open({ viewport: { width: 390, height: 844 } });
    await expect.poll(() => page.locator("#bar button:visible:not(.title)").count()).toBe(2);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("button", { name: /^Tour/ }).click();
    await page.locator(".tour-editor").waitFor();
    await page.context().close();
  });

  test("none of this made an error", () => expect(site.trouble).toEqual([]));
});
