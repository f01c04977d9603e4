import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { demoSite, isBuilt } from "./opened.ts";

describe.skipIf(!isBuilt)("pictures from the page", { timeout: 180_000 }, () => {
  const site = demoSite();

  async function picture(page: Page, format: string, choose?: () => Promise<void>): Promise<Buffer> {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: /^Picture/ }).click();
    await page.getByRole("radio", { name: new RegExp(`^${format}`) }).check();
    await choose?.();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#picture-dialog button[type=submit]").click(),
    ]);
    expect(file.suggestedFilename()).toBe(`residual-networks-and-their-kin.${format.toLowerCase()}`);
    return readFileSync(await file.path());
  }

  test("SVG holds the names that the screen shows, a circle a paper, and no style of the page", async () => {
    const page = await site.open();
    const names = await page.locator("#map button").allTextContents();
    const svg = (await picture(page, "SVG")).toString();
    expect(svg.match(/<circle cx/g)?.length).toBe(144 + (await page.locator("button.topic").count()));
    expect(names.length).toBeGreaterThan(5);
    expect(svg).toContain('<g id="labels">');
    await page.close();
  });

  test("PNG has the chosen size and PDF is one; the dark one is dark", async () => {
    const page = await site.open();
    const png = await picture(page, "PNG", async () => {
      await page.locator("#picture-dialog select").selectOption("2");
      await page.getByRole("radio", { name: "Dark" }).check();
    });
    const width = await page.evaluate(() => document.querySelector<HTMLElement>("#map")?.offsetWidth ?? 0);
    expect(png.readUInt32BE(16)).toBe(2 * width);
    const corner = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const context = new OffscreenCanvas(1, 1).getContext("2d");
      context?.drawImage(image, 0, 0);
      return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
    }, png.toString("base64"));
    expect(corner).toEqual([0x14, 0x16, 0x1b, 255]);
    const pdf = await picture(page, "PDF");
    expect(pdf.subarray(0, 8).toString()).toBe("%PDF-1.7");
    expect(pdf.length).toBeGreaterThan(50_000);
    await page.close();
  });

  test("nothing went wrong, nothing was asked of another place", () => {
    expect(site.trouble).toEqual([]);
  });
});
