import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describePage, visible, visit } from "./visit.ts";

/** On the screen of a phone. */
describePage("what lies on the map of a small screen", () => {
  const site = visit();
  const viewport = { width: 390, height: 844 };
  const boxOf = async (page: Page, selector: string) => {
    const box = await page.locator(selector).boundingBox();
    if (!box) throw new Error(`${selector} is not seen`);
    return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
  };

  test("the choices for dots stand within it", async () => {
    const page = await site.open({ viewport });
    await page.getByText("Dots", { exact: true }).click();
    const menu = await boxOf(page, ".dot-menu .menu");
    expect(menu.left).toBeGreaterThanOrEqual(0);
    expect(menu.right).toBeLessThanOrEqual(viewport.width);
    await page.close();
  });

  test.each(["venue", "year"])(
    "the legend of %s is seen whole, over the tools and off the papers",
    async (name) => {
      const page = await site.open({ viewport, at: `#v=1&color=${name}` });
      await page.locator(".map-legend section").waitFor();
      const legend = await boxOf(page, ".map-legend");
      const tools = await boxOf(page, ".dot-menu");
      expect(legend.bottom).toBeLessThanOrEqual(tools.top);
      expect(legend.left).toBeGreaterThanOrEqual(0);
      expect(legend.right).toBeLessThanOrEqual(viewport.width);
      const cut = await page
        .locator(".map-legend")
        .evaluate((box) => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight]);
      expect(cut).toEqual([0, 0]);
      const under = () =>
        page.evaluate((bottom) => {
          const names = [...document.querySelectorAll(".topic-handle")];
          return names.filter((one) => one.getBoundingClientRect().bottom > bottom).length;
        }, legend.top);
      await expect.poll(under).toBe(0);
      await page.close();
    },
  );

  test.each([viewport, { width: 1000, height: 640 }])(
    "where no paper passes, the map says so and shows all again: %j",
    async (size) => {
      const page = await site.open({ viewport: size, at: "#v=1&y=1800-1801" });
      await expect.poll(async () => (await visible(page)).length).toBe(0);
      await expect.poll(() => page.locator("#tools .hint").innerText()).toBe("No paper passes the filters");
      await page.locator("#show-again").click();
      await expect.poll(async () => (await visible(page)).length).toBe(site.map.papers.length);
      expect(await page.locator("#show-again").count()).toBe(0);
      await page.close();
    },
  );
});
