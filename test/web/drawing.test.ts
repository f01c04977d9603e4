import { existsSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGexf } from "../../src/export/gexf.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { launchBrowser } from "../browser.ts";
import { asLines, field, textSource } from "./field.ts";
import { PAGE, servePage } from "./serve.ts";

describe.skipIf(!existsSync(PAGE))("a graph of the map is dropped on it", () => {
  let browser: Browser;
  let page: Page;
  let site: { url: string; close(): void };
  let map: TopicMap;
  const trouble: string[] = [];

  beforeAll(async () => {
    map = await buildMap(await readPapers([textSource("field.jsonl", asLines(field()))]));
    site = await servePage([...encodeMap(map)].join(""));
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1200, height: 800 }, reducedMotion: "reduce" });
    page.on("pageerror", (error) => trouble.push(error.message));
    await page.goto(site.url);
    await page.evaluate(() => window.topograph.ready);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  const drop = (name: string, text: string) =>
    page.evaluate(
      ([name, text]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], name));
        window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true }));
      },
      [name, text] as const,
    );
  const first = () => page.evaluate(() => window.topograph.papers[0]);
  const toast = () => page.locator(".toast").textContent();

  test("what was changed in Gephi becomes corrections, taken back at once", async () => {
    const gexf = [...toGexf(map)].join("");
    const changed = gexf
      .replace(/(<node id="p1" label=")[^"]*/, "$1Called otherwise")
      .replace(/(<node id="p1".*?viz:position x=")[^"]*/s, "$1900");
    await drop("from-gephi.gexf", changed);
    await expect.poll(toast).toContain("Other titles for 1 paper; Other places for 1 paper");
    expect((await first()).title).toBe("Called otherwise");
    await page.locator(".toast button").click();
    await expect.poll(async () => (await first()).title).toBe(map.papers[0].title);
    await drop("as-it-was.gexf", gexf);
    await expect.poll(toast).toContain("Nothing on it differs from the map");
  });

  test("a graph of other papers is opened as one", async () => {
    const nodes = [
      "One paper on sorting with networks",
      "Another paper on heaps of trees",
      "A third on trees of heaps",
    ];
    const text = `<gexf xmlns="http://gexf.net/1.3"><graph><nodes>${nodes.map((label, i) => `<node id="${i}" label="${label}"/>`).join("")}</nodes></graph></gexf>`;
    await drop("others.gexf", text);
    await expect.poll(() => page.evaluate(() => window.topograph.papers.length)).toBe(3);
    expect(trouble).toEqual([]);
  });
});
