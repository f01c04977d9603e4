import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TopicMap } from "../../src/model/map.ts";
import { percent } from "../../src/view/numbers.ts";
import { launchBrowser } from "../browser.ts";
import { strongestTerms } from "../folder/link-terms.ts";
import { type FolderSite, filesOf, folderSite } from "./folder-site.ts";
import { fieldMap } from "./maps.ts";
import { describePage } from "./visit.ts";

/** The author of most papers, the first of them by letters, and how many they are. */
function mostPapers({ papers }: TopicMap): [string, number] {
  const counts = new Map<string, number>();
  for (const { authors } of papers)
    for (const name of new Set(authors)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first;
}

describePage("a map folder on the page", () => {
  let browser: Browser;
  let site: FolderSite;
  let page: Page;
  let map: TopicMap;
  let folder: string;
  let fromJson: unknown;
  const trouble: string[] = [];

  beforeAll(async () => {
    map = await fieldMap();
    site = await folderSite(map, (files) => {
      files.delete("edges.parquet");
      files.set("points.parquet", files.get("points.parquet")?.subarray(0, 500) ?? Buffer.alloc(0));
    });
    folder = mkdtempSync(join(tmpdir(), "topograph-folder-"));
    mkdirSync(join(folder, "field"));
    for (const [name, bytes] of await filesOf(map))
      writeFileSync(join(folder, name === "map.zip" ? name : `field/${name}`), bytes);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1000, height: 640 }, reducedMotion: "reduce" });
    page.on("console", (message) => {
      if (message.type() === "error") trouble.push(message.text());
    });
    page.on("pageerror", (error) => trouble.push(error.message));
    await page.goto(`${site.url}?map=map.json`);
    fromJson = await shown();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** All of the map on the page: titles, places, topics, links. */
  const shown = async () => {
    await page.evaluate(() => window.topograph.ready);
    return page.evaluate(async () => ({
      graph: (await window.topograph.graph())?.export(),
      topics: window.topograph.topics,
      title: document.title,
    }));
  };
  /** A page in a browser that is set to save data. */
  const sparingPage = async () => {
    const own = await browser.newPage({ viewport: { width: 1000, height: 640 }, reducedMotion: "reduce" });
    await own.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    });
    own.on("pageerror", (error) => trouble.push(error.message));
    return own;
  };
  /** How many lines of links a picture of the map has. */
  const linesIn = async (from: Page) => {
    await from.getByRole("button", { name: "Save", exact: true }).click();
    await from.getByRole("button", { name: /^Picture/ }).click();
    await from.getByRole("radio", { name: /^SVG/ }).check();
    const [file] = await Promise.all([
      from.waitForEvent("download"),
      from.locator("#picture-dialog button[type=submit]").click(),
    ]);
    const [, links = ""] =
      /<g id="links"[^>]*>(.*?)<\/g>/s.exec(readFileSync(await file.path(), "utf8")) ?? [];
    return links.match(/<path|<line/g)?.length ?? 0;
  };
  const toast = () => page.locator("#overlay").textContent();

  test("at an address is the map of its JSON, read by ranges", async () => {
    site.asked.length = 0;
    await page.goto(`${site.url}?map=map/`);
    expect(fromJson).toMatchObject({ title: "A field · Topograph" });
    expect(await shown()).toEqual(fromJson);
    expect(site.asked[0]).toBe("map/map.json");
    expect(site.asked.slice(1).every((ask) => / bytes=\d+-\d+$/.test(ask))).toBe(true);
  });

  test("a small one's texts and links have come, and the page says no more that they do", async () => {
    await expect
      .poll(() => page.locator(".heading p").textContent())
      .toMatch(/^60 papers · 3 topics · \d+ links$/);
  });

  test("card, search and filter are there", async () => {
    const { title, abstract } = map.papers[7];
    await page.fill("#search", title);
    await expect.poll(() => page.locator("#papers .row").first().textContent()).toContain(title);
    await page.locator("#papers .row").first().click();
    await expect.poll(() => page.locator(".abstract").textContent()).toBe(abstract);
    await page.keyboard.press("Escape");
    await page.fill("#search", "");
  });

  // A page that shows one map opens the next without being loaded anew.
  test("by a script, from a host without ranges: it is the same, and the page says that files were loaded whole", async () => {
    await page.evaluate(() => window.topograph.openMap("whole/map.json"));
    expect(await shown()).toEqual(fromJson);
    await expect.poll(toast).toContain("The host gives no parts of files");
  });

  test("by a script, as an archive at an address", async () => {
    site.asked.length = 0;
    await page.evaluate(() => window.topograph.openMap("map.zip"));
    expect(await shown()).toEqual(fromJson);
    expect(site.asked[0]).toMatch(/^map\.zip /);
    expect(site.asked.every((ask) => / bytes=\d+-\d+$/.test(ask))).toBe(true);
  });

  test("by a script, as files", async () => {
    await page.evaluate(async () => {
      const head: { readonly folder: { readonly files: object } } = await (
        await fetch("map/map.json")
      ).json();
      const names = ["map.json", ...Object.keys(head.folder.files)];
      const files = await Promise.all(
        names.map(async (name) => new File([await (await fetch(`map/${name}`)).blob()], name)),
      );
      await window.topograph.openMap(files);
    });
    expect(await shown()).toEqual(fromJson);
  });

  test("as an archive by the picker, as a folder by the other one", async () => {
    for (const [button, file] of [
      ["Choose files", "map.zip"],
      ["Choose a folder", "field"],
    ]) {
      await page.goto(site.url);
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: button }).click(),
      ]);
      await chooser.setFiles(join(folder, file));
      await page.waitForFunction(() => window.topograph.papers.length === 60);
      expect(await shown()).toEqual(fromJson);
    }
  });

  test("a broken one says which file it is and what to do", async () => {
    await page.goto(`${site.url}?map=broken/`);
    await expect.poll(toast).toMatch(/points\.parquet.*copy the whole folder again/);
    await page.goto(`${site.url}?map=https://elsewhere.example/map/`);
    await expect.poll(toast).toContain("opens maps of its own host only");
  });

  test("where the browser saves data texts and links are read as they are looked at, and what needs all of them says why not", async () => {
    const sparing = await sparingPage();
    site.asked.length = 0;
    const { identity, title, abstract } = map.papers[41];
    await sparing.goto(`${site.url}?map=map/#v=1&p=${encodeURIComponent(identity)}`);
    await expect.poll(() => sparing.locator(".card h2").textContent()).toBe(title);
    await expect.poll(() => sparing.locator(".abstract").textContent()).toBe(abstract);
    // All points are there, and the links of the paper, the first of which is told of.
    expect(await sparing.evaluate(() => window.topograph.visible().length)).toBe(60);
    await expect.poll(() => sparing.locator("[data-section=nearest] .row").count()).toBe(3);
    await sparing.locator("[data-section=nearest] .row").first().click();
    await expect.poll(() => sparing.locator("[data-links] li").count()).toBeGreaterThan(0);
    await expect.poll(() => sparing.locator(".card").textContent()).toContain("set to save data");
    // The folder says why they are linked, to whoever looks.
    await expect
      .poll(() => sparing.locator(".card .terms li").allTextContents())
      .toEqual(strongestTerms(map, 41).map(({ term, share }) => `${term}${percent(share)}`));
    expect(site.asked.some((ask) => ask.startsWith("map/evidence.parquet bytes="))).toBe(true);
    const [file] = await Promise.all([
      sparing.waitForEvent("download"),
      (async () => {
        await sparing.getByRole("button", { name: "Save" }).click();
        await sparing.getByRole("button", { name: /^BibTeX/ }).click();
      })(),
    ]);
    expect(file.suggestedFilename()).toBe("a-field.bib");
    await sparing.fill("#search", title);
    await expect.poll(() => sparing.locator("#papers .row").first().textContent()).toContain(title);
    expect(site.asked.some((ask) => ask.startsWith("map/edges.parquet"))).toBe(true);
    // What is filtered by is that of the whole map: read when somebody looks, or clicks a name.
    await sparing.fill("#search", "");
    await sparing.getByRole("tab", { name: "Filters" }).click();
    const authors = sparing.locator(".filters fieldset", {
      has: sparing.locator("legend", { hasText: "Authors" }),
    });
    const first = authors.locator("label").first();
    await expect.poll(() => authors.locator("label").count()).toBeGreaterThan(1);
    const name = (await first.locator("[dir=auto]").textContent()) ?? "";
    const those = map.papers.flatMap((paper, p) => (paper.authors.includes(name) ? [`p${p + 1}`] : []));
    expect(await first.textContent()).toContain(String(those.length));
    await first.locator("input").check();
    await expect.poll(() => sparing.evaluate(() => window.topograph.visible())).toEqual(those);
    await sparing.getByRole("button", { name: "Clear all" }).click();
    expect(site.asked.some((ask) => ask.startsWith("map/facets.parquet"))).toBe(true);
    // A tour reads the papers that it quotes.
    await sparing.getByRole("button", { name: "Tour", exact: true }).click();
    await sparing.getByRole("button", { name: "Make from topics" }).click();
    const [largest] = [...map.topics].sort((a, b) => b.size - a.size || a.id - b.id);
    await expect
      .poll(() =>
        sparing
          .locator("textarea")
          .evaluateAll((all) => (all as HTMLTextAreaElement[]).map(({ value }) => value).join("\n")),
      )
      .toContain(map.papers[largest.examples[0]].title);
    await sparing.close();
  });

  test("of what stays in the folder the links in sight are drawn, names are found, and an older folder says what it lacks", async () => {
    const sparing = await sparingPage();
    site.asked.length = 0;
    await sparing.goto(`${site.url}?map=map/`);
    // All 60 papers are in sight: their links are read though nobody asked for one, and stand in a picture of the map.
    await expect.poll(() => site.asked.some((ask) => ask.startsWith("map/edges.parquet"))).toBe(true);
    await expect.poll(() => linesIn(sparing)).toBeGreaterThan(50);
    // Names are those of the whole map, not only of papers that were looked at.
    const [name, count] = mostPapers(map);
    await sparing.fill("#search", name);
    const found = sparing.locator(".names [data-name=author]").first();
    await expect.poll(() => found.textContent()).toContain(`${count} papers`);
    await found.click();
    await expect.poll(() => sparing.evaluate(() => window.topograph.visible().length)).toBe(count);
    // Neither lists nor names on the map need abstracts.
    expect(site.asked.some((ask) => ask.startsWith("map/texts.parquet"))).toBe(true);
    expect(site.asked.some((ask) => ask.startsWith("map/abstracts.parquet"))).toBe(false);
    // A folder of before there was a table of what is filtered by.
    await sparing.evaluate(() => window.topograph.openMap("older/map.json"));
    await sparing.getByRole("tab", { name: "Filters" }).click();
    await expect.poll(() => sparing.locator(".filters").textContent()).toContain("of an earlier version");
    await sparing.close();
  });

  test("nothing went wrong on the page", () => {
    expect(trouble).toEqual([]);
  });
});
