import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { encodeMap } from "../../src/model/encode.ts";
import { withhold } from "../../src/shape/withhold.ts";
import { asLines, field } from "./field.ts";
import { describePage, visit } from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "topograph-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Drops files on the page as a file manager does. */
async function drop(page: Page, files: readonly { name: string; text: string }[]): Promise<void> {
  const data = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, text } of list) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent("#app", "dragenter", { dataTransfer: data });
  await page.dispatchEvent("#app", "drop", { dataTransfer: data });
}

const mapped = (page: Page, papers: number) =>
  page.waitForFunction((n) => window.topograph.papers.length === n, papers, { timeout: 30_000 });

/** How many maps the browser keeps for the page: they are written after they are shown. */
const keptMaps = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === "topograph")) return 0;
    return new Promise<number>((done) => {
      const opening = indexedDB.open("topograph");
      opening.onsuccess = () => {
        const counting = opening.result.transaction("maps").objectStore("maps").count();
        counting.onsuccess = () => {
          opening.result.close();
          done(counting.result);
        };
      };
    });
  });

async function savedMap(page: Page): Promise<Buffer> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".menu-item", { hasText: "Map (.json)" }).click(),
  ]);
  return readFileSync(await download.path());
}

/** Ways into the page: files, text, saved maps; and what the page makes of hostile ones. */
describePage("opening files", () => {
  const site = visit();

  test("makes the same map as the command line, byte for byte, weighed against the words of science", async () => {
    const name = "resnet_papers_page.txt";
    const text = readFileSync(join("data", name), "utf8");
    const output = join(folder, "dropped.json");
    const run = spawnSync(process.execPath, [
      resolve("dist/cli.js"),
      "build",
      join("data", name),
      "-o",
      output,
    ]);
    expect(run.status).toBe(0);
    const written = readFileSync(output);
    expect(JSON.parse(written.toString()).attributes.background.stems.length).toBeGreaterThan(1000);
    const page = await site.empty();
    await drop(page, [{ name, text }]);
    await mapped(page, 144);
    expect((await savedMap(page)).equals(written)).toBe(true);
  });

  test("a map that was shared without abstracts says so, and has them again when their export is dropped on it", async () => {
    const page = await site.empty();
    const shared = [...encodeMap(withhold(site.map, "abstracts"))].join("");
    await drop(page, [{ name: "shared.json", text: shared }]);
    await mapped(page, site.map.papers.length);
    const abstract = page.locator('[data-section="abstract"]');
    const openFirst = async () => {
      await page.getByRole("tab", { name: "Papers" }).click();
      await page.locator("#papers [data-paper] .row-title").first().click();
    };
    await openFirst();
    await expect.poll(() => abstract.textContent()).toContain("shared without this abstract");
    await drop(page, [{ name: "field.jsonl", text: asLines(field()) }]);
    await expect.poll(() => page.locator("body").textContent()).toContain("abstracts of 60 papers are back");
    await openFirst();
    await expect.poll(() => abstract.textContent()).not.toContain("shared without this abstract");
    expect(JSON.parse((await savedMap(page)).toString()).attributes.withheld).toBeUndefined();
  });

  test("several files dropped at once become one map; one that cannot be read is told", async () => {
    const page = await site.empty();
    const papers = field(30);
    await drop(page, [
      { name: "a.jsonl", text: asLines(papers.slice(0, 15)) },
      { name: "b.jsonl", text: asLines(papers.slice(15)) },
      { name: "empty.bib", text: "" },
    ]);
    await mapped(page, 30);
    // Each paper says which file it is from.
    expect(await page.evaluate(() => window.topograph.fields)).toContainEqual(
      expect.objectContaining({ name: "source", values: 2, missing: 0 }),
    );
    const report = page.getByRole("dialog", { name: "What was read" });
    await expect.poll(() => report.textContent()).toContain("empty.bib");
    await page.keyboard.press("Escape");
    await expect.poll(() => report.count()).toBe(0);
  });

  test("pasted text becomes a map", async () => {
    const page = await site.empty();
    await page.getByRole("button", { name: "Paste text" }).click();
    await page.getByLabel(/Paste titles/).fill(asLines(field(12)));
    await page.getByRole("button", { name: "Make the map" }).click();
    await mapped(page, 12);
  });

  test("Cancel stops the work and brings the first screen back", async () => {
    const page = await site.empty();
    await drop(page, [{ name: "many.jsonl", text: asLines(field(1500)) }]);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.locator("#demo").waitFor();
    await expect.poll(() => page.evaluate(() => window.topograph.papers.length)).toBe(0);
    await drop(page, [{ name: "few.jsonl", text: asLines(field(12)) }]);
    await mapped(page, 12);
  });

  test("a saved map opens at once; one that is broken is refused with a reason, and the old map stays", async () => {
    const page = await site.fresh();
    const saved = (await savedMap(page)).toString();
    await drop(page, [{ name: "half.json", text: saved.slice(0, saved.length / 2) }]);
    await page.getByRole("alert").waitFor();
    await page.getByRole("button", { name: "Back" }).click();
    await expect.poll(() => page.evaluate(() => window.topograph.papers.length)).toBe(60);
    const empty = await site.empty();
    await drop(empty, [{ name: "saved.json", text: saved }]);
    await mapped(empty, 60);
  });

  test("keeps maps in the browser only after consent; they open again and can be forgotten", async () => {
    // In a browser context of its own: a second attempt would else find what the first one kept.
    const page = await site.open({ bare: true });
    const home = async () => {
      await page.reload();
      await page.locator("#demo").waitFor();
    };
    await drop(page, [{ name: "first.jsonl", text: asLines(field(12)) }]);
    await mapped(page, 12);
    await home();
    await expect.poll(() => page.locator(".recent li").count()).toBe(0);
    await page.getByLabel(/Keep the maps/).check();
    await drop(page, [{ name: "second.jsonl", text: asLines(field(15)) }]);
    await mapped(page, 15);
    await expect.poll(() => keptMaps(page)).toBe(1);
    await home();
    await page.locator(".recent .row", { hasText: "second" }).click();
    await mapped(page, 15);
    await home();
    await page.getByRole("button", { name: "Forget the map second" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".recent li").length === 0);
    await page.getByLabel(/Keep the maps/).uncheck();
    await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
    await page.close();
  });

  test("200 hostile titles and abstracts execute nothing and are shown as they are", async () => {
    const page = await site.empty();
    let fired = 0;
    page.on("dialog", (dialog) => {
      fired++;
      void dialog.dismiss();
    });
    await page.evaluate(() => {
      Object.assign(window, { hit: () => Object.assign(window, { wasHit: true }) });
    });
    const evil = [
      "<img src=x onerror=hit()>",
      "</script><script>hit()</script>",
      "<svg/onload=hit()>",
      "javascript:hit()",
      "{{constructor.constructor('hit()')()}}",
      `$\{hit()}`,
      "<iframe srcdoc='<script>parent.hit()</script>'>",
      "__proto__ constructor toString hasOwnProperty",
      "<a href=javascript:hit()>x</a>",
      '"><style>@import url(//evil.example/x)</style>',
    ];
    const papers = Array.from({ length: 200 }, (_, i) => ({
      id: evil[i % 10],
      title: `${evil[i % 10]} study ${i} of words`,
      abstract: `${evil[(i + 3) % 10]} We measure shared words ${i % 7} of ${evil[(i + 1) % 10]}.`,
      authors: [evil[(i + 2) % 10]],
      venue: evil[i % 3],
      year: 2000 + (i % 5),
      url: i % 2 ? "javascript:hit()" : "data:text/html,<script>hit()</script>",
      doi: `10.5555/"onclick="hit()${i}`,
      keywords: [evil[(i + 4) % 10]],
    }));
    await drop(page, [{ name: "<img src=x onerror=hit()>.jsonl", text: asLines(papers) }]);
    await mapped(page, 200);
    await page.keyboard.press("Escape");
    for (const tab of ["topics", "papers", "filters"]) await page.locator(`#tab-${tab}`).click();
    await page.fill("#search", "study");
    await page.locator("#papers .row").first().click();
    await page.locator('[data-card="paper"]').waitFor();
    await expect.poll(() => page.locator('[data-card="paper"] h2').textContent()).toContain("study");
    await page.locator("section[data-kind] .row").first().click();
    await page.locator('[data-card="link"] h2').waitFor();
    await page.getByRole("button", { name: "What was read" }).click();
    const marks = await page.evaluate(() => ({
      hit: "wasHit" in window,
      made: document.querySelectorAll(
        "#app img, #app iframe, #app script, #app style, #app [onerror], #app [onload], #app [onclick]",
      ).length,
      links: [...document.querySelectorAll("a")].filter(({ protocol }) =>
        /^(javascript|data):/.test(protocol),
      ).length,
    }));
    expect(marks).toEqual({ hit: false, made: 0, links: 0 });
    expect(fired).toBe(0);
  });

  test("the page may not evaluate text, and nothing of it needs to", async () => {
    const page = await site.empty();
    const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content");
    expect(policy).toContain("script-src 'self'");
    // WebAssembly may be compiled, which is no text that is evaluated.
    expect(policy?.replace("'wasm-unsafe-eval'", "")).not.toContain("unsafe");
    // What a tester evaluates is allowed; text that a timer of the page is given is not.
    await page.evaluate(() => void setTimeout("window.evaluated = true", 0));
    await page.waitForTimeout(200);
    await expect.poll(() => page.evaluate(() => "evaluated" in window)).toBe(false);
  });

  test("none of this asked another host or made an error that is not the refused one", () => {
    expect(site.trouble.filter((text) => !/unsafe-eval/.test(text))).toEqual([]);
  });
});
