import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { shippedFonts } from "../../src/build/fonts.ts";
import { pdfOf } from "../../src/export/pdf.ts";
import { pictureScene, toSvg } from "../../src/export/picture.ts";
import { decodeMap } from "../../src/model/decode.ts";
import { encodeMap } from "../../src/model/encode.ts";
import { marksOf, pictureSize } from "../../src/scene/marks.ts";
import { demoMap } from "./maps.ts";
import { isInSight } from "./steps.ts";
import { describePage, visit } from "./visit.ts";

describePage("pictures from the page", { timeout: 180_000 }, () => {
  const site = visit(demoMap);

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
      await page.locator("#picture-dialog").getByLabel("Pixels").selectOption("2");
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

  test("of the whole map on paper the drawing and the print are the command line's, byte for byte", async () => {
    const page = await site.open();
    const onPaper = async () => {
      const box = page.locator("#picture-dialog");
      await box.getByRole("radio", { name: "the whole map" }).check();
      await box.getByRole("checkbox", { name: "legend" }).uncheck();
      await box.getByLabel("Format of the page").selectOption("a3");
    };
    const options = { width: 1587, height: 1123, legend: false };
    // As it was sent to the page: `topograph convert map.json` reads the same.
    const map = await decodeMap(
      (async function* () {
        yield new TextEncoder().encode([...encodeMap(site.map)].join(""));
      })(),
    );
    expect((await picture(page, "SVG", onPaper)).toString()).toBe([...toSvg(map, options)].join(""));
    await page.reload();
    const scene = pictureScene(map, options);
    const drawn = { marks: marksOf(scene, options), ...pictureSize(scene, options) };
    const of = (weight: number) =>
      [...shippedFonts()].filter(([name]) => name.endsWith(`-${weight}.woff`)).map(([, bytes]) => bytes);
    const pdf = Buffer.concat(pdfOf([drawn], { regular: of(400), bold: of(700) }, map.title));
    expect((await picture(page, "PDF", onPaper)).equals(pdf)).toBe(true);
    await page.close();
  });

  test("the preview shows what was chosen: its shape, its theme, its parts", async () => {
    const page = await site.open();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: /^Picture/ }).click();
    const box = page.locator("#picture-dialog");
    // The window is 640 pixels high: the button is seen, whatever is above it.
    expect(await isInSight(box.locator("button[type=submit]"))).toBe(true);
    const preview = () =>
      box.locator("canvas").evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const [red] = (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(2, 2, 1, 1).data ?? [];
        return { shape: width / height, red };
      });
    await box.getByLabel("Format of the page").selectOption("16:9");
    await expect.poll(async () => (await preview()).shape).toBeCloseTo(16 / 9, 1);
    await box.getByRole("radio", { name: "Dark" }).check();
    await expect.poll(async () => (await preview()).red).toBe(0x14);
    await box.getByRole("checkbox", { name: "background" }).uncheck();
    await expect.poll(async () => (await preview()).red).toBe(0);
    await page.close();
  });

  test("its own look: hills or the flat map with its lines, whatever the screen shows; the preview has it, the screen keeps its own", async () => {
    const page = await site.open();
    const open = async () => {
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("button", { name: /^Picture/ }).click();
      return page.locator("#picture-dialog");
    };
    const preview = (box: Awaited<ReturnType<typeof open>>) =>
      box.locator("canvas").evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const box = await open();
    const flat = await preview(box);
    await box.getByRole("radio", { name: "Relief" }).check();
    await expect.poll(() => preview(box)).not.toBe(flat);
    await box.getByRole("radio", { name: "Flat" }).check();
    await expect.poll(() => preview(box)).toBe(flat);
    await page.keyboard.press("Escape");
    const lines = (svg: Buffer) => svg.toString().match(/<g id="links">(.*?)<\/g>/s)?.[1].length ?? 0;
    const asRelief = () => page.getByRole("radio", { name: "Relief" }).check();
    expect(lines(await picture(page, "SVG"))).toBeGreaterThan(1000);
    expect(lines(await picture(page, "SVG", asRelief))).toBeLessThan(10);
    expect(await page.locator("#tools").getByLabel("Look").inputValue()).toBe("flat");
    await page.locator("#tools").getByLabel("Look").selectOption("relief");
    expect(lines(await picture(page, "SVG"))).toBeLessThan(10);
    expect(
      lines(await picture(page, "SVG", () => page.getByRole("radio", { name: "Flat" }).check())),
    ).toBeGreaterThan(1000);
    await page.close();
  });

  test("nothing went wrong, nothing was asked of another place", () => {
    expect(site.trouble).toEqual([]);
  });
});
