import { existsSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import type { Source } from "../../src/model/collection.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { launchBrowser } from "../browser.ts";
import { DEMO, demoSource } from "./demo.ts";
import { PAGE, servePage } from "./serve.ts";

export const isBuilt = existsSync(PAGE);

/**
 * Serves the built page with the demo map, or that of another collection, for the tests of a block. `open` gives a fresh
 * page, ready; `trouble` is whatever went wrong on a page or left it.
 */
export function demoSite(source: () => Source = demoSource, title = DEMO) {
  let browser: Browser | undefined;
  let site: { url: string; close(): void } | undefined;
  const trouble: string[] = [];
  let map: TopicMap | undefined;
  beforeAll(async () => {
    map = await buildMap(await readPapers([source()]), {}, { title });
    site = await servePage([...encodeMap(map)].join(""));
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });
  return {
    trouble,
    get map() {
      if (!map) throw new Error("the map is made before the first test");
      return map;
    },
    async open(options: BrowserContextOptions = {}, address = ""): Promise<Page> {
      if (!browser || !site) throw new Error("the tests have not begun");
      const { url } = site;
      const context = await browser.newContext({
        viewport: { width: 1000, height: 640 },
        reducedMotion: "reduce",
        ...options,
      });
      context.on("page", (page) => {
        page.on("console", (message) => {
          if (message.type() === "error") trouble.push(message.text());
        });
        page.on("pageerror", (error) => trouble.push(error.message));
        page.on("request", (request) => {
          const { protocol, origin } = new URL(request.url());
          if (/^https?:$/.test(protocol) && !url.startsWith(origin)) trouble.push(`asked ${request.url()}`);
        });
      });
      const page = await context.newPage();
      // A busy machine may take long; what is waited for is the map.
      await page.goto(url + address, { waitUntil: "commit", timeout: 60_000 });
      await page.waitForFunction(() => "topograph" in window, undefined, { timeout: 60_000 });
      await page.evaluate(() => window.topograph.ready);
      return page;
    },
  };
}
