import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { encodeMap } from "../../src/model/encode.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { launchBrowser } from "../browser.ts";
import { textSource } from "./field.ts";
import { servePage } from "./serve.ts";
import { describePage } from "./visit.ts";

describePage("a map of Arabic papers", { timeout: 180_000 }, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof servePage>>;
  beforeAll(async () => {
    const text = readFileSync("test/fixtures/scripts/ar.csv", "utf8");
    const map = await buildMap(await readPapers([textSource("ar.csv", text)]), {}, {});
    site = await servePage([...encodeMap(map)].join(""));
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  test("runs from the right where its texts do: topics, titles and abstracts, while the page's own words do not", async () => {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => window.topograph?.ready);
    const direction = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).direction);
    expect(await direction(".topic-name")).toBe("rtl");
    await page
      .getByRole("button", { name: /^About the topic/ })
      .first()
      .click();
    await page.locator(".card h2").waitFor();
    expect(await direction(".card h2")).toBe("rtl");
    await page.locator(".card .row").first().click();
    await page.locator('[data-card="paper"]').waitFor();
    expect(await direction('[data-card="paper"] h2')).toBe("rtl");
    expect(await direction('[data-card="paper"] .abstract')).toBe("rtl");
    expect(await direction('[data-card="paper"] h3')).toBe("ltr");
  });
});
