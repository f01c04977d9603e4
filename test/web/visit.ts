import { existsSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { launchBrowser } from "../browser.ts";
import { asLines, field, textSource } from "./field.ts";
import { PAGE, servePage } from "./serve.ts";

/** Tests of the built page: skipped where it has not been built. */
export const describePage = describe.skipIf(!existsSync(PAGE));

/** How a page is opened: without a map, at an address, after a script of the tester's. */
export interface Opening extends BrowserContextOptions {
  readonly bare?: boolean;
  readonly hash?: string;
  readonly before?: () => void;
}

/** What the tests of one file share. */
export interface Visit {
  readonly map: TopicMap;
  /** Where the page with the map is served. */
  readonly url: string;
  /** What went wrong on any of its pages, or left them. */
  readonly trouble: string[];
  /** A page on its own, ready; with the map unless `bare`. */
  open(options?: Opening): Promise<Page>;
  /** The page that the tests of a file share, with everything closed and cleared. Opening one takes a second. */
  fresh(): Promise<Page>;
  /** The page without a map that the tests of a file share, loaded again. */
  empty(): Promise<Page>;
}

/** The map of 60 made-up papers. */
export async function fieldMap(): Promise<TopicMap> {
  return buildMap(await readPapers([textSource("field.jsonl", asLines(field()))]), {}, { title: "A field" });
}

/** Starts one browser and serves the page with and without a map, for the tests of one file. */
export function visit(make = fieldMap): Visit {
  let browser: Browser;
  let shared: Page | undefined;
  let bare: Page | undefined;
  const sites: { url: string; close(): void }[] = [];
  const trouble: string[] = [];
  let map: TopicMap | undefined;
  beforeAll(async () => {
    map = await make();
    sites.push(await servePage([...encodeMap(map)].join("")), await servePage());
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    for (const site of sites) site.close();
  });

  function watch(page: Page): void {
    page.on("console", (message) => {
      if (message.type() === "error") trouble.push(message.text());
    });
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      const own = sites.some((site) => site.url.startsWith(origin));
      if (/^https?:$/.test(protocol) && !own) trouble.push(`asked ${request.url()}`);
    });
  }

  const open: Visit["open"] = async ({ bare = false, hash = "", before, ...options } = {}) => {
    const page = await browser.newPage({
      viewport: { width: 1000, height: 640 },
      reducedMotion: "reduce",
      ...options,
    });
    watch(page);
    if (before) await page.addInitScript(before);
    await page.goto(sites[bare ? 1 : 0].url + hash);
    await page.evaluate(() => window.topograph.ready);
    return page;
  };

  return {
    trouble,
    open,
    get url() {
      return sites[0].url;
    },
    get map() {
      if (!map) throw new Error("the map is made before the first test");
      return map;
    },
    async empty() {
      if (!bare) {
        bare = await open({ bare: true });
        return bare;
      }
      await bare.goto(sites[1].url);
      await bare.evaluate(() => window.topograph.ready);
      return bare;
    },
    async fresh() {
      if (!shared) {
        shared = await open();
        return shared;
      }
      // The address of a view at rest clears filters, selection, card and search.
      await shared.keyboard.press("Escape");
      await shared.keyboard.press("Escape");
      await shared.evaluate(() => {
        location.hash = `#v=1&c=0.5,0.5,1&at=${Math.random()}`;
      });
      await shared.waitForFunction(
        () => window.topograph.visible().length === window.topograph.papers.length,
      );
      await shared.locator("#tab-topics").click();
      return shared;
    },
  };
}

/** Keys of the papers that pass the filters. */
export const visible = (page: Page): Promise<string[]> => page.evaluate(() => window.topograph.visible());

/** Keys of the selected papers. */
export const selected = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...window.topograph.selection]);
