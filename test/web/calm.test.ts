import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { frameOf, viewOf } from "../../src/scene/camera.ts";
import { linksOf } from "../../src/scene/links.ts";
import { assignedColors } from "./colors-on-page.ts";
import { describePage, visit } from "./visit.ts";

/** What stands still on the map, and what can be hit at rest. */
describePage("a calm map", () => {
  const site = visit();

  /** Where the papers are on the screen. */
  async function papersOf(page: Page): Promise<{ readonly x: number; readonly y: number }[]> {
    const { map } = site;
    const at = await page.evaluate(() => {
      const box = document.querySelector("#map")?.getBoundingClientRect();
      return (
        box && { x: box.x, y: box.y, width: box.width, height: box.height, camera: window.topograph.camera }
      );
    });
    if (!at?.camera) throw new Error("no map");
    const view = viewOf(frameOf(map.x, map.y), at.camera, at);
    return Array.from(map.x, (x, i) => ({
      x: at.x + x * view.scale + view.dx,
      y: at.y + view.dy - map.y[i] * view.scale,
    }));
  }

  const names = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".topic-handle")].map(
        (name) => `${name.ariaLabel} ${name.style.transform}`,
      ),
    );
  const dots = (page: Page) =>
    assignedColors(
      page,
      site.map.topics.map(({ color }) => color),
    );

  /** The page with the pointer off the map and nothing dimmed, and how many pixels of dots there are then. */
  let all = 0;
  async function calm(): Promise<{ page: Page; all: number }> {
    const page = await site.fresh();
    await page.mouse.move(2, 2);
    // The first time nothing has been pointed at yet.
    if (all === 0) all = await dots(page);
    await expect.poll(() => dots(page)).toBeGreaterThan(all * 0.97);
    return { page, all };
  }

  test("a line can be clicked while nothing is chosen", async () => {
    const { page } = await calm();
    const places = await papersOf(page);
    const links = linksOf(site.map.edges, places.length);
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll(".topic-handle")].map((name) => name.getBoundingClientRect().toJSON()),
    );
    const far = (p: { x: number; y: number }, x: number, y: number) => Math.hypot(p.x - x, p.y - y);
    // The middle of a strong link within a topic that no dot and no name is near.
    const found = [...links.weight.keys()].flatMap((e) => {
      const [a, b] = [places[links.source[e]], places[links.target[e]]];
      const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
      const isSame = site.map.topic[links.source[e]] === site.map.topic[links.target[e]];
      const isFree =
        places.every((p) => far(p, x, y) > 22) &&
        boxes.every((box) => x < box.left - 4 || x > box.right + 4 || y < box.top - 4 || y > box.bottom + 4);
      return isSame && isFree && far(a, b.x, b.y) < 200 ? [{ x, y }] : [];
    });
    expect(found.length).toBeGreaterThan(0);
    await page.mouse.move(found[0].x, found[0].y);
    await page.mouse.click(found[0].x, found[0].y);
    await expect.poll(() => page.locator('[data-card="link"]').count()).toBe(1);
  });

  test("names stay where they are while the pointer rests on a paper", async () => {
    const { page, all: plain } = await calm();
    const before = await names(page);
    expect(before.length).toBeGreaterThan(0);
    const { x, y } = (await papersOf(page))[4];
    await page.mouse.move(x, y);
    await expect.poll(() => dots(page)).toBeLessThan(plain * 0.9);
    expect(await names(page)).toEqual(before);
  });

  test("the map is not dimmed under the wheel", async () => {
    const { page, all: plain } = await calm();
    const { x, y } = (await papersOf(page))[7];
    await page.mouse.move(x, y);
    await expect.poll(() => dots(page)).toBeLessThan(plain * 0.9);
    await page.mouse.wheel(0, -40);
    // Dots only grow: all of them are plain again, with the pointer still on one.
    await expect.poll(() => dots(page)).toBeGreaterThan(plain * 0.9);
  });

  test("the citation view hides the map from its first frame on", async () => {
    const page = await site.open({ reducedMotion: "no-preference" });
    await page.keyboard.press("c");
    await page.waitForSelector("#citations canvas");
    const seen = await page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const canvas = document.querySelector<HTMLCanvasElement>("#citations canvas");
      const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [0];
      let clear = 0;
      for (let k = 3; k < pixels.length; k += 4) if (pixels[k] < 255) clear++;
      const map = document.querySelector("#map");
      return [clear, map && getComputedStyle(map).visibility];
    });
    expect(seen).toEqual([0, "hidden"]);
    await page.context().close();
  });

  test("none of this made an error or asked another host", () => {
    expect(site.trouble.filter((text) => !/WebGL/i.test(text))).toEqual([]);
  });
});
