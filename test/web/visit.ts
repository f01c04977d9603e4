import { existsSync } from "node:fs";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { leaveBrowser, sharedBrowser } from "../browser.ts";
import { fieldMap } from "./maps.ts";
import { PAGE, servePage } from "./serve.ts";

/** Tests of the built page: skipped where it has not been built. */
export const describePage = describe.skipIf(!existsSync(PAGE));

/** How a page is opened: without a map, at an address, after a script of the tester's. */
export interface Opening extends BrowserContextOptions {
  readonly bare?: boolean;
  /** Another map than that of the file, as JSON. */
  readonly saved?: string;
  /** What comes behind the address of the page: "#v=1&view=citations", "?tour". */
  readonly at?: string;
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

/** A busy machine may take long; what is waited for is the map. */
const PATIENCE = 60_000;

/** The browser of the tests of a block, from its first test on; what they open is closed after them. */
export function tabs(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await sharedBrowser();
  }, 120_000);
  afterAll(() => leaveBrowser(browser));
  return () => {
    if (!browser) throw new Error("the browser is there from the first test on");
    return browser;
  };
}

/** Serves the page with and without a map, for the tests of one file. */
export function visit(make: () => Promise<TopicMap> = fieldMap): Visit {
  const browser = tabs();
  let shared: Page | undefined;
  let bare: Page | undefined;
  const sites: { url: string; close(): void }[] = [];
  const trouble: string[] = [];
  let map: TopicMap | undefined;
  beforeAll(async () => {
    map = await make();
    sites.push(await servePage([...encodeMap(map)].join("")), await servePage());
  }, 120_000);
  afterAll(() => {
    for (const site of sites) site.close();
  });

  /** Every page of a visitor, windows that pages open, too. */
  function watch(visitor: BrowserContext): void {
    visitor.on("page", (page) => {
      page.on("console", (message) => {
        if (message.type() === "error") trouble.push(message.text());
      });
      page.on("pageerror", (error) => trouble.push(error.message));
      page.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        const own = sites.some((site) => site.url.startsWith(origin));
        if (/^https?:$/.test(protocol) && !own) trouble.push(`asked ${request.url()}`);
      });
    });
  }

  async function load(page: Page, url: string): Promise<void> {
    await page.goto(url, { waitUntil: "commit", timeout: PATIENCE });
    await page.waitForFunction(() => "topograph" in window, undefined, { timeout: PATIENCE });
    await page.evaluate(() => window.topograph.ready);
  }

  const open: Visit["open"] = async ({ bare = false, saved, at = "", before, ...options } = {}) => {
    const visitor = await browser().newContext({
      viewport: { width: 1000, height: 640 },
      reducedMotion: "reduce",
      ...options,
    });
    watch(visitor);
    const page = await visitor.newPage();
    // Nobody comes back to a visitor whose page is closed.
    page.once("close", () => void visitor.close());
    if (before) await page.addInitScript(before);
    if (saved !== undefined) sites.push(await servePage(saved));
    await load(page, (saved === undefined ? sites[bare ? 1 : 0] : sites[sites.length - 1]).url + at);
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
      await load(bare, sites[1].url);
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
