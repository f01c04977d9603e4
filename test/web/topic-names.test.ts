import { expect, test } from "vitest";
import { encodeMap } from "../../src/model/encode.ts";
import { areaMap } from "../sample-map.ts";
import { describePage, visit } from "./visit.ts";

/** Names on the map, from the keyboard. */
describePage("names on the map", () => {
  const site = visit();

  test("all are one stop of Tab; arrows lead from name to name and leave the map where it is; Enter opens one", async () => {
    const page = await site.fresh();
    await page.mouse.move(2, 2);
    const names = page.locator(".topic-handle");
    expect(await names.count()).toBeGreaterThan(1);
    expect(await page.locator('.topic-handle[tabindex="0"]').count()).toBe(1);
    await page.locator('.topic-handle[tabindex="0"]').focus();
    const camera = await page.evaluate(() => window.topograph.camera);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    const seen = new Set([await focused()]);
    for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowUp"]) {
      await page.keyboard.press(key);
      seen.add(await focused());
    }
    expect(seen.size).toBeGreaterThan(1);
    expect([...seen].every((name) => / papers?$/.test(name))).toBe(true);
    expect(await page.evaluate(() => window.topograph.camera)).toEqual(camera);
    expect(await page.locator('.topic-handle[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator('[data-card="topic"]').count()).toBe(1);
  });

  test("topics are listed under their areas: arrows lead over both, Enter unfolds one, the address keeps it", async () => {
    const page = await site.fresh();
    const json = [...encodeMap(areaMap())].join("");
    await page.evaluate((text) => window.topograph.openMap([new File([text], "areas.json")]), json);
    const rows = page.locator(".area summary");
    await expect
      .poll(() => rows.allTextContents())
      .toEqual([
        expect.stringMatching(/Discrete mathematics.*1 topic.*5/s),
        expect.stringMatching(/Geography.*1 topic.*1/s),
      ]);
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset.key);
    await rows.first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator('.topics [data-topic="0"]').isVisible()).toBe(true);
    for (const key of ["topic 0", "area Geography"]) {
      await page.keyboard.press("ArrowDown");
      await expect.poll(focused).toBe(key);
    }
    await expect.poll(() => page.url()).toContain("area=Discrete+mathematics");
    await page.getByRole("button", { name: "Show only these" }).click();
    await expect.poll(() => page.evaluate(() => window.topograph.visible().length)).toBe(5);
    expect(await page.locator('.topics [data-topic="1"]').count()).toBe(0);
  });
});
