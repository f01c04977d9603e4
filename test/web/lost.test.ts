import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { frameOf } from "../../src/scene/camera.ts";
import { describePage, visit } from "./visit.ts";

/** Whoever zooms and pans too far finds back. */
describePage("nobody gets lost on the map", () => {
  const site = visit();
  const camera = async (page: Page) => {
    const now = await page.evaluate(() => window.topograph.camera);
    if (!now) throw new Error("no map");
    return now;
  };
  const rest = (page: Page) => page.waitForTimeout(400);
  const press = async (page: Page, key: string, times: number) => {
    for (let k = 0; k < times; k++) await page.keyboard.press(key);
    await rest(page);
  };
  const overview = (page: Page) => page.locator(".overview");
  const back = (page: Page) => page.locator("#back-to-map");

  test("zoom ends where three neighbours fill the window, and where the map fills a third of it", async () => {
    const page = await site.open();
    await press(page, "+", 30);
    const { x, y } = site.map;
    const side = Math.max(Math.max(...x) - Math.min(...x), Math.max(...y) - Math.min(...y));
    expect((await camera(page)).ratio).toBeCloseTo(3 / side, 5);
    // The wheel at the limit moves nothing.
    const near = await camera(page);
    await page.mouse.move(200, 300);
    await page.mouse.wheel(0, -300);
    await rest(page);
    expect(await camera(page)).toEqual(near);
    await press(page, "-", 30);
    expect((await camera(page)).ratio).toBe(3);
    await page.close();
  });

  test("panning keeps a strip of the papers in the window", async () => {
    const page = await site.open();
    const box = await page.locator("#map").boundingBox();
    if (!box) throw new Error("no map");
    await press(page, "ArrowRight", 40);
    const { x, ratio } = await camera(page);
    // The middle of the window is 35 % of it beside the papers at most, which end at 1 of the frame.
    const window = (ratio * box.width) / Math.min(box.width, box.height);
    expect(x).toBeCloseTo(1 + 0.35 * window, 5);
    await page.close();
  });

  test("the overview comes with the zoom, and a click or drag on it moves the map", async () => {
    const page = await site.open();
    expect(await overview(page).isVisible()).toBe(false);
    await press(page, "+", 5);
    expect(await overview(page).isVisible()).toBe(true);
    expect(await overview(page).getAttribute("aria-hidden")).toBe("true");
    const box = await overview(page).boundingBox();
    if (!box) throw new Error("no overview");
    await page.mouse.click(box.x + box.width - 8, box.y + box.height / 2);
    await rest(page);
    const right = await camera(page);
    expect(right.x).toBeGreaterThan(0.8);
    // What is taken hold of is dragged, and the map under it hears nothing of it.
    await page.mouse.move(box.x + box.width - 10, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 2, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await rest(page);
    const middle = await camera(page);
    expect(right.x - middle.x).toBeGreaterThan(0.3);
    expect(middle.ratio).toBe(right.ratio);
    expect(await page.locator("#card").count()).toBe(0);
    await press(page, "0", 1);
    expect(await overview(page).isVisible()).toBe(false);
    await page.close();
  });

  test("where nothing is in view a button leads back, to the papers that pass the filters", async () => {
    const page = await site.open();
    expect(await back(page).count()).toBe(0);
    await press(page, "+", 9);
    await press(page, "ArrowLeft", 40);
    await press(page, "ArrowUp", 40);
    await back(page).click();
    await expect.poll(() => back(page).count()).toBe(0);
    await expect.poll(() => overview(page).isVisible()).toBe(false);
    // Of two topics only the second is shown, while the window is at a paper of the first.
    const { x, y, topic } = site.map;
    const other = topic.findIndex((id) => id >= 0 && id !== topic[0]);
    const frame = frameOf(x, y);
    const at = [(x[0] - frame.x) / frame.side, (y[0] - frame.y) / frame.side, 0.15].join(",");
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#v=1&c=${at}`);
    await expect.poll(() => back(page).count()).toBe(0);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#v=1&c=${at}&t=${topic[other]}`);
    await back(page).click();
    await expect.poll(() => back(page).count()).toBe(0);
    await expect.poll(async () => (await camera(page)).ratio).toBeGreaterThan(0.15);
    await rest(page);
    const seen = await camera(page);
    const shown = [...topic.keys()].filter((i) => topic[i] === topic[other]);
    // The whole of the topic, not of the map.
    expect(seen.ratio).toBeLessThan(1);
    expect(shown.every((i) => Math.abs((x[i] - frame.x) / frame.side - seen.x) < seen.ratio)).toBe(true);
    await page.close();
  });

  test("neither overview nor button is in the way of a phone", async () => {
    const page = await site.open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    for (let k = 0; k < 4; k++) await page.getByRole("button", { name: "Zoom in" }).click();
    await rest(page);
    const box = await overview(page).boundingBox();
    const switches = await page.locator(".view-switch").boundingBox();
    if (!box || !switches) throw new Error("nothing over the map");
    expect(box.width).toBeLessThan(100);
    expect(box.x).toBeGreaterThan(switches.x + switches.width);
    await page.close();
  });

  test("nothing went wrong", () => {
    expect(site.trouble).toEqual([]);
  });
});
