import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { assignedColors } from "./colors-on-page.ts";
import { describePage, selected, visit } from "./visit.ts";

/** What stands on the map as pixels: dots are the only things drawn in the plain colours of topics. */
describePage("drawing the map", () => {
  const site = visit();

  async function dots(page: Page): Promise<number> {
    return assignedColors(
      page,
      site.map.topics.map(({ color }) => color),
    );
  }

  test("draws dots in the colours of their topics", async () => {
    const page = await site.fresh();
    await expect.poll(() => dots(page)).toBeGreaterThan(500);
  });

  test("a filter takes dots away", async () => {
    const page = await site.fresh();
    const all = await dots(page);
    await page.locator("#years").getByRole("slider", { name: "First year shown" }).focus();
    await page.keyboard.press("End");
    await expect.poll(() => dots(page)).toBeLessThan(all / 2);
  });

  test("the pointer lights a paper and a click opens it", async () => {
    const page = await site.fresh();
    const place = await page.evaluate(() => {
      const map = document.querySelector("#map")?.getBoundingClientRect();
      return map && { x: map.x, y: map.y, width: map.width, height: map.height };
    });
    if (!place) throw new Error("no map");
    // The camera's middle stands in the middle of the window: the paper flown to is there.
    await page.fill("#search", site.map.papers[5].title);
    await page.locator("#papers .row").first().click();
    await page.fill("#search", "");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect.poll(() => selected(page)).toEqual([]);
    const found = await hunt(page, place, "p6");
    expect(found).toBe(true);
    await expect
      .poll(() => page.locator('[data-card="paper"] h2').textContent())
      .toBe(site.map.papers[5].title);
  });

  /** Clicks along a spiral from the middle until the paper's card is open. */
  async function hunt(
    page: Page,
    place: { x: number; y: number; width: number; height: number },
    key: string,
  ) {
    for (let k = 0; k < 60; k++) {
      const [a, r] = [k * 0.9, 3 * Math.sqrt(k) * 3];
      const x = place.x + place.width / 2 + 26 + r * Math.cos(a);
      const y = place.y + place.height / 2 - 24 + r * Math.sin(a);
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
      if ((await selected(page)).includes(key)) return true;
      await page.keyboard.press("Escape");
    }
    return false;
  }

  test("draws on a plain canvas where WebGL is missing, and can be moved there", async () => {
    const plain = await site.open({
      before: () => {
        const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (
          this: HTMLCanvasElement,
          kind: string,
          ...more: unknown[]
        ) {
          return kind.startsWith("webgl") ? null : Reflect.apply(real, this, [kind, ...more]);
        } as typeof real;
      },
    });
    await expect.poll(() => dots(plain)).toBeGreaterThan(500);
    const ratio = await plain.evaluate(() => window.topograph.camera?.ratio ?? 0);
    await plain.keyboard.press("+");
    await plain.waitForFunction((before) => (window.topograph.camera?.ratio ?? 9) < before, ratio);
    await plain.context().close();
  });

  test("recovers from a lost WebGL context, with camera and topic buttons where they were", async () => {
    const page = await site.open();
    const before = await dots(page);
    const camera = () =>
      page.evaluate(() =>
        JSON.stringify(window.topograph.camera, (_, n) => (typeof n === "number" ? n.toFixed(9) : n)),
      );
    const place = await camera();
    await page.evaluate(() => {
      for (const canvas of document.querySelectorAll("canvas"))
        canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
    });
    await page.waitForTimeout(1000);
    await expect.poll(() => dots(page)).toBeGreaterThan(before * 0.9);
    await expect.poll(() => camera()).toBe(place);
    await expect.poll(() => page.locator(".topic-handle").count()).toBeGreaterThan(0);
    // Lost again and again: given up for the plain canvas.
    for (let k = 0; k < 4; k++) {
      await page.evaluate(() => {
        for (const canvas of document.querySelectorAll("canvas"))
          canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
      });
      await page.waitForTimeout(400);
    }
    await expect.poll(() => dots(page)).toBeGreaterThan(500);
    await page.context().close();
  });

  test("a map of two papers names both and their topic", async () => {
    const page = await site.empty();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose files" }).click();
    const text = [1, 2].map(
      (k) => `{"title":"Glacier ice melting ${k}","abstract":"Polar snow and glacier ice runoff ${k}."}`,
    );
    await (await chooser).setFiles({
      name: "two.jsonl",
      mimeType: "text/plain",
      buffer: Buffer.from(text.join("\n")),
    });
    await page.waitForFunction(() => window.topograph.papers.length === 2);
    await expect.poll(() => page.locator(".topic-handle").count()).toBe(1);
  });

  test("none of this made an error or asked another host", () => {
    expect(site.trouble.filter((text) => !/WebGL|CONTEXT_LOST/i.test(text))).toEqual([]);
  });
});
