import { expect, test } from "vitest";
import { frameOf, viewOf } from "../../src/scene/camera.ts";
import { describePage, visit } from "./visit.ts";

describePage("the note at a dot", () => {
  const site = visit();
  test("says title, authors and year of the paper under the pointer, as text, and goes with it", async () => {
    const page = await site.fresh();
    const box = await page.locator("#map").boundingBox();
    const camera = await page.evaluate(() => window.topograph.camera);
    if (!box || !camera) throw new Error("no map");
    const { map } = site;
    const view = viewOf(frameOf(map.x, map.y), camera, box);
    const note = page.locator(".dot-note");
    await page.mouse.move(box.x + map.x[4] * view.scale + view.dx, box.y + view.dy - map.y[4] * view.scale);
    await expect.poll(() => note.isVisible()).toBe(true);
    const lines = await note.locator("p").allTextContents();
    const named = map.papers.find(({ title }) => title === lines[0]);
    expect(named).toBeDefined();
    for (const part of [...(named?.authors.slice(0, 3) ?? []), String(named?.year ?? "")])
      expect(lines.join(" ")).toContain(part);
    expect(await note.locator("p[dir=auto]").count()).toBe(4);
    await page.mouse.move(2, 2);
    await expect.poll(() => note.isVisible()).toBe(false);
  });
});
