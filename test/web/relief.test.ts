import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describePage, visit } from "./visit.ts";

describePage("the look of the map", () => {
  const site = visit();
  /** How many pixels under the papers are painted over in full: areas are faint, hills are not. */
  const hills = (page: Page) =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>("canvas.sigma-areas");
      const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
      return data?.filter((v, k) => k % 4 === 3 && v === 255).length ?? -1;
    });
  const look = (page: Page) => page.getByLabel("Look");

  test("Relief is chosen beside the flat look, stands in the address and is opened by it", async () => {
    const page = await site.fresh();
    expect(await hills(page)).toBe(0);
    await look(page).selectOption({ label: "Relief" });
    await expect.poll(() => hills(page)).toBeGreaterThan(10_000);
    await expect.poll(() => page.url()).toContain("look=relief");
    // There are no lines to click.
    expect(await page.locator(".reading").textContent()).toMatch(/hills stand where papers are many/);
    const again = await site.open({ at: new URL(page.url()).hash });
    await expect.poll(() => hills(again)).toBeGreaterThan(10_000);
    await look(again).selectOption({ label: "Flat" });
    await expect.poll(() => hills(again)).toBe(0);
    await again.close();
  });

  test("hills go along while the map is moved", async () => {
    const page = await site.fresh();
    await look(page).selectOption({ label: "Relief" });
    await expect.poll(() => hills(page)).toBeGreaterThan(10_000);
    await page.mouse.move(700, 400);
    await page.mouse.wheel(0, 240);
    await page.mouse.wheel(0, -240);
    await expect.poll(() => hills(page)).toBeGreaterThan(10_000);
    expect(site.trouble).toEqual([]);
  });
});
