import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { LIGHT } from "../../src/scene/palette.ts";
import { assignedColors } from "./colors-on-page.ts";
import { field } from "./field.ts";
import { describePage, visible, visit } from "./visit.ts";

const keysWhere = (passes: (record: ReturnType<typeof field>[number]) => boolean) =>
  field().flatMap((record, i) => (passes(record) ? [`p${i + 1}`] : []));

describePage("colours by fields", () => {
  const site = visit();
  const entry = (page: Page, name: string) => page.locator(".legend-entry", { hasText: name });
  /** Pixels of a colour on the map itself, with the legend out of sight. */
  const pixels = async (page: Page, color: string) => {
    const show = (visibility: string) =>
      page.evaluate((value) => {
        for (const box of document.querySelectorAll<HTMLElement>(".map-legend")) box.style.visibility = value;
      }, visibility);
    await show("hidden");
    const found = await assignedColors(page, [color]);
    await show("visible");
    return found;
  };

  test("chosen in the one control: dots have the colours of the legend, and a click on an entry shows exactly its papers", async () => {
    const page = await site.open();
    await page.getByText("Dots", { exact: true }).click();
    await page.getByLabel("Colour by").selectOption({ label: "venue" });
    await page.keyboard.press("Escape");
    await entry(page, "Annals of Planets").waitFor();
    // Twenty papers each: in the order of their letters.
    expect(await page.locator(".legend-entry").allInnerTexts()).toEqual([
      expect.stringMatching(/Annals of Planets\s+20/),
      expect.stringMatching(/Journal of Ice\s+20/),
      expect.stringMatching(/Protein Letters\s+20/),
    ]);
    for (const color of LIGHT.slice(0, 3)) await expect.poll(() => pixels(page, color)).toBeGreaterThan(20);

    await entry(page, "Journal of Ice").click();
    await expect.poll(() => visible(page)).toEqual(keysWhere(({ venue }) => venue === "Journal of Ice"));
    await expect.poll(() => pixels(page, LIGHT[0])).toBe(0);
    expect(await pixels(page, LIGHT[1])).toBeGreaterThan(20);
    expect(await entry(page, "Journal of Ice").getAttribute("aria-pressed")).toBe("true");
    // The other entries still say what they would show.
    expect(await entry(page, "Protein Letters").innerText()).toMatch(/20/);
    // The list of venues says the same, and takes it back.
    await page.locator("#tab-filters").click();
    const ticked = page.locator("label", { hasText: "Journal of Ice" }).locator("input");
    await expect.poll(() => ticked.isChecked()).toBe(true);
    await expect.poll(() => page.evaluate(() => location.hash)).toContain("venue=Journal+of+Ice");
    await ticked.click();
    await expect.poll(async () => (await visible(page)).length).toBe(60);
    expect(await entry(page, "Journal of Ice").getAttribute("aria-pressed")).toBe("false");
    await page.close();
  });

  test("colour, ring, size and what is chosen stand in the address, which opens the same view", async () => {
    const filter = JSON.stringify(["year", { range: [2003, 2006] }]);
    const hash = `#v=1&color=year&ring=venue&size=citations&label=venue&limits=2003,2008&field=${encodeURIComponent(filter)}`;
    const page = await site.open({ at: hash });
    await expect.poll(() => visible(page)).toEqual(keysWhere(({ year }) => year >= 2003 && year < 2006));
    await page.locator(".ramp").waitFor();
    expect(await page.locator(".map-legend section").count()).toBe(2);
    expect(await page.getByLabel("Value of the first colour: year").getAttribute("aria-valuetext")).toBe(
      "2003",
    );
    await expect.poll(() => page.evaluate(() => location.hash)).toContain("limits=2003%2C2008");
    const kept = await page.evaluate(() => location.hash);
    for (const part of ["color=year", "ring=venue", "size=citations", "label=venue", "field="])
      expect(kept).toContain(part);
    await page.close();
  });

  test("the map follows a brush while it is drawn, and the brush snaps to classes", async () => {
    const page = await site.open({ at: "#v=1&color=year" });
    const bars = page.locator(".map-legend .year-bars");
    await bars.locator("rect").first().waitFor();
    const { x, y, width } = (await bars.boundingBox()) ?? { x: 0, y: 0, width: 0 };
    // Years 2001 to 2010: ten classes.
    const at = (share: number) => page.mouse.move(x + width * share, y + 8);
    await at(0.32);
    await page.mouse.down();
    await at(0.45);
    await at(0.58);
    await expect.poll(() => visible(page)).toEqual(keysWhere(({ year }) => year >= 2004 && year <= 2006));
    await at(0.78);
    await expect.poll(() => visible(page)).toEqual(keysWhere(({ year }) => year >= 2004 && year <= 2008));
    await page.mouse.up();
    const edge = () => bars.locator(".selection").evaluate((box) => Number(box.getAttribute("x")));
    await expect.poll(edge).toBeCloseTo(width * 0.3, 0);
    await page.close();
  });

  test("the keyboard moves the ends of a histogram; its filter is a chip that goes away by a click", async () => {
    const page = await site.open({ at: "#v=1&color=year" });
    await page.getByLabel("year: least shown").focus();
    for (let k = 0; k < 3; k++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => visible(page)).toEqual(keysWhere(({ year }) => year >= 2004));
    await page.getByRole("button", { name: "Remove the filter 2004 to 2010" }).click();
    await expect.poll(async () => (await visible(page)).length).toBe(60);
    await page.close();
  });

  test("scripts colour by name; what is no field is refused with those there are", async () => {
    const page = await site.fresh();
    await page.evaluate(() => window.topograph.colorBy("citations"));
    await page.locator(".ramp").waitFor();
    const said = await page.evaluate(() => {
      try {
        window.topograph.colorBy("__proto__");
        return "";
      } catch (error) {
        return String(error);
      }
    });
    expect(said).toContain('no field "__proto__"; fields: year, citations, localCitations, venue');
    await page.evaluate(() => window.topograph.colorBy(null));
    await expect.poll(() => page.locator(".map-legend").count()).toBe(0);
    expect(site.trouble).toEqual([]);
  });

  test("charts of more fields are added in the filters and narrow the map", async () => {
    const page = await site.fresh();
    await page.getByRole("tab", { name: "Filters" }).click();
    await page.getByLabel("Add a chart").selectOption({ label: "citations" });
    await page.getByLabel("citations: most shown").focus();
    await page.keyboard.press("Home");
    await expect.poll(() => visible(page)).toEqual(["p1"]);
    await page.getByRole("button", { name: "Remove the chart of citations" }).click();
    await expect.poll(async () => (await visible(page)).length).toBe(60);
  });
});
