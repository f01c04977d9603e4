import { expect, test } from "vitest";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { asLines, field, textSource } from "./field.ts";
import { describePage, visible, visit } from "./visit.ts";

/** Of 60 papers 30 are from Norway, 20 of them with Singapore; 10 say no country; 20 say one that there is not. */
async function withCountries() {
  const records = field().map((one, i) => ({
    ...one,
    countries: i < 10 ? ["NO"] : i < 30 ? ["NO", "SG"] : i < 40 ? [] : ["ZZ"],
  }));
  return buildMap(await readPapers([textSource("field.jsonl", asLines(records))]));
}

describePage("the map of the world", () => {
  const site = visit(withCountries);

  test("counts papers with any author there, or fractionally; a click on circle or row shows only a country's", async () => {
    const page = await site.open();
    await page.locator("#tab-papers").click();
    await page.locator("#papers input").first().check();
    const selection = () => page.evaluate(() => window.topograph.selection);
    const own = await selection();
    expect(own.length).toBe(1);
    await page.locator("#tab-filters").click();
    await page.getByRole("button", { name: "On a map of the world" }).click();
    const rows = page.locator("#table ol button");
    await rows.first().waitFor();
    const said = async () => (await rows.allTextContents()).map((text) => text.replace(/\s+/g, " ").trim());
    expect((await said()).slice(0, 2)).toEqual([
      "Norway30",
      expect.stringMatching(/^(Singapore|ZZ|Unknown Region)20$/),
    ]);
    expect(await page.locator("#table").getByRole("status").textContent()).toContain("50 papers");
    // Singapore is in the fine outlines only; what is no country has a row, and no place.
    expect(await page.locator("#table circle").count()).toBe(2);
    expect(await page.locator("#table figcaption").textContent()).toContain("Without a place on the map");
    await page.locator('#table circle[data-country="SG"]').click();
    expect((await visible(page)).length).toBe(20);
    // The list goes on counting all, the selection stays the user's own, and a chip says what is filtered by.
    expect((await said())[0]).toBe("Norway30");
    expect(await selection()).toEqual(own);
    await page.getByRole("button", { name: "Remove the filter countries: SG" }).waitFor();
    await page.locator('#table circle[data-country="SG"]').click();
    expect((await visible(page)).length).toBe(60);
    await page.getByLabel("How papers are counted").selectOption({ index: 1 });
    // 10 of Norway alone and 20 halves.
    await expect.poll(async () => (await said()).includes("Norway20")).toBe(true);
    expect((await said()).includes("Singapore10")).toBe(true);
    await page.close();
  });

  test("the list is one stop of Tab with arrow keys, and Escape closes", async () => {
    const page = await site.open();
    await page.locator("#tab-filters").click();
    await page.locator("#open-world").press("Enter");
    const rows = page.locator("#table ol button");
    await rows.first().waitFor();
    await rows.first().focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    expect((await visible(page)).length).toBe(30);
    expect(await rows.first().getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator('#table ol button[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => rows.count()).toBe(0);
    expect(site.trouble).toEqual([]);
    await page.close();
  });
});
