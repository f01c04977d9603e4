import type { Page } from "playwright-core";

/** How many pixels of the map on a page's picture have exactly one of the given colours (`#rrggbb`, give or take 2). */
export async function assignedColors(page: Page, colors: readonly string[]): Promise<number> {
  const picture = await page.locator("#map").screenshot();
  return page.evaluate(
    async ({ data, colors }) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      if (!context) return 0;
      context.drawImage(image, 0, 0);
      const pixels = context.getImageData(0, 0, image.width, image.height).data;
      const wanted = colors.map((hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));
      let found = 0;
      for (let p = 0; p < pixels.length; p += 4)
        if (wanted.some((color) => color.every((part, k) => Math.abs(part - pixels[p + k]) <= 2))) found++;
      return found;
    },
    { data: picture.toString("base64"), colors },
  );
}
