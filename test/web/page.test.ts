import { existsSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeMap } from "../../src/model/encode.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { launchBrowser } from "../browser.ts";
import { DEMO, demoSource } from "./demo.ts";
import { PAGE, servePage } from "./serve.ts";

const built = existsSync(PAGE);

describe.skipIf(!built)("the built page with the demo map", () => {
  let browser: Browser;
  let site: { url: string; close(): void };
  const trouble: string[] = [];

  beforeAll(async () => {
    const map = await buildMap(await readPapers([demoSource()]), {}, { title: DEMO });
    site = await servePage([...encodeMap(map)].join(""));
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  /** A fresh page, ready; whatever goes wrong on it or leaves it is noted. */
  async function open(options: Parameters<Browser["newPage"]>[0] = {}, hash = ""): Promise<Page> {
    const page = await browser.newPage({
      viewport: { width: 1000, height: 640 },
      reducedMotion: "reduce",
      ...options,
    });
    page.on("console", (message) => {
      if (message.type() === "error") trouble.push(message.text());
    });
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^https?:$/.test(protocol) && !site.url.startsWith(origin)) trouble.push(`asked ${request.url()}`);
    });
    await page.goto(site.url + hash);
    await page.evaluate(() => window.topograph.ready);
    return page;
  }

  test("shows 144 papers in 8 to 18 topics", async () => {
    const page = await open();
    const shown = await page.evaluate(() => ({
      papers: window.topograph.papers.length,
      topics: window.topograph.topics.length,
    }));
    expect(shown.papers).toBe(144);
    expect(shown.topics).toBeGreaterThanOrEqual(8);
    expect(shown.topics).toBeLessThanOrEqual(18);
    expect(await page.locator("button.topic").count()).toBe(shown.topics);
    await page.close();
  });

  test("finds papers as one types, in the list", async () => {
    const page = await open();
    await page.keyboard.press("/");
    await page.keyboard.type("bottleneck transf");
    const first = page.locator("#papers .row-title").first();
    await first.waitFor();
    expect(await first.textContent()).toBe("Bottleneck Transformers for Visual Recognition");
    await page.fill("#search", "zzzzqqqq");
    await page.getByText("Nothing found").first().waitFor();
    await page.close();
  });

  test("opens a paper, and from its neighbour the evidence: terms whose shares are bars, sentences with marks", async () => {
    const page = await open();
    await page.fill("#search", "bottleneck transformers");
    await page.locator("#papers .row").first().click();
    await page.locator('[data-card="paper"] h2').waitFor();
    expect(await page.evaluate(() => window.topograph.selection)).toEqual(["p1"]);
    await page.locator('section[data-kind="keyword"] .row').first().click();
    await page.locator('[data-card="link"] .terms li').first().waitFor();
    expect(await page.locator('[data-card="link"] .terms li').count()).toBeGreaterThan(0);
    expect(await page.locator(".pair mark").count()).toBeGreaterThan(1);
    await page.close();
  });

  test("a topic of the list filters; a second click shows all again", async () => {
    const page = await open();
    const size = Number(await page.locator("button.topic small").first().textContent());
    const visible = () => page.evaluate(() => window.topograph.visible().length);
    await page.locator("button.topic").first().click();
    expect(await visible()).toBe(size);
    await page.locator("button.topic").first().click();
    expect(await visible()).toBe(144);
    await page.close();
  });

  test("goes by keys: N walks to a neighbour, W asks why, Esc closes, ? helps", async () => {
    const page = await open();
    await page.fill("#search", "bottleneck transformers");
    await page.locator("#papers .row").first().click();
    await page.keyboard.press("n");
    const walked = await page.evaluate(() => window.topograph.selection);
    expect(walked).not.toEqual(["p1"]);
    await page.keyboard.press("w");
    await page.locator('[data-card="link"] .terms li').first().waitFor();
    await page.keyboard.press("Escape");
    expect(await page.locator('[data-card="link"]').count()).toBe(0);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.close();
  });

  test("pans and zooms by keys", async () => {
    const page = await open();
    const camera = () => page.evaluate(() => ({ ...window.topograph.camera }));
    const before = await camera();
    await page.keyboard.press("+");
    await page.waitForFunction((ratio) => (window.topograph.camera?.ratio ?? 0) < ratio, before.ratio ?? 1);
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((x) => (window.topograph.camera?.x ?? 0) > x, before.x ?? 0);
    await page.close();
  });

  test("an address brings the view back", async () => {
    const page = await open();
    await page.locator("button.topic").first().click();
    await page.waitForFunction(() => location.hash.includes("t=0"));
    const hash = await page.evaluate(() => location.hash);
    const visible = await page.evaluate(() => window.topograph.visible());
    await page.close();
    const again = await open({}, hash);
    expect(await again.evaluate(() => window.topograph.visible())).toEqual(visible);
    await again.close();
  });

  for (const colorScheme of ["light", "dark"] as const)
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ])
      test(`nothing is cut at ${viewport.width} px, ${colorScheme}`, async () => {
        const page = await open({ colorScheme, viewport });
        expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(colorScheme);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          viewport.width,
        );
        await page.close();
      });

  test("none of this made an error or asked another host", () => {
    expect(trouble).toEqual([]);
  });
});

describe.skipIf(!built)("the built page without a map", () => {
  let browser: Browser;
  let site: { url: string; close(): void };
  beforeAll(async () => {
    site = await servePage();
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  test("makes the demo map in one click, the same papers in the same topics as the pipeline", async () => {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.click("#demo");
    await page.waitForFunction(() => window.topograph.papers.length === 144, undefined, { timeout: 40_000 });
    const map = await buildMap(await readPapers([demoSource()]), {}, { title: DEMO });
    const topics = await page.evaluate(() => window.topograph.papers.map(({ topic }) => topic));
    expect(topics).toEqual([...map.topic]);
    await page.close();
  });

  test("says what to do about a file without papers, and stays usable", async () => {
    const page = await browser.newPage();
    await page.goto(site.url);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose files" }).click();
    await (await chooser).setFiles({ name: "empty.bib", mimeType: "text/plain", buffer: Buffer.from("") });
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("empty.bib");
    await page.getByRole("button", { name: "Back" }).click();
    await page.locator("#demo").waitFor();
    await page.close();
  });

  test("shows hostile titles as text", async () => {
    const page = await browser.newPage();
    let fired = false;
    page.on("dialog", () => {
      fired = true;
    });
    await page.goto(site.url);
    const evil = [
      "<img src=x onerror=alert(1)>",
      "</script><script>alert(1)</script>",
      "<svg/onload=alert(1)>",
    ];
    const lines = evil.flatMap((title, i) =>
      [0, 1].map((k) =>
        JSON.stringify({
          id: `${i}${k}`,
          title: `${title} ${k}`,
          abstract: `${title} shared words here ${k}`,
          url: "javascript:alert(1)",
        }),
      ),
    );
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose files" }).click();
    await (await chooser).setFiles({
      name: "evil.jsonl",
      mimeType: "text/plain",
      buffer: Buffer.from(lines.join("\n")),
    });
    await page.waitForFunction(() => window.topograph.papers.length > 0, undefined, { timeout: 20_000 });
    expect(await page.locator("a[href^='javascript']").count()).toBe(0);
    expect(await page.locator("#panel img, #panel script").count()).toBe(0);
    expect(fired).toBe(false);
    await page.close();
  });
});
