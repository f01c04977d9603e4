import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { loadTable } from "../../src/cli/background.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { BACKGROUND } from "../../src/text/background/background.ts";
import { DEMO, demoSource } from "./demo.ts";
import { describePage, visit } from "./visit.ts";

/** The demo as a visitor sees it. The tests go through one page, one after the other. */
describePage("the built page with the demo", () => {
  const site = visit(async () =>
    buildMap(
      await readPapers([demoSource()]),
      { background: BACKGROUND },
      { title: DEMO, background: loadTable },
    ),
  );
  let page: Page;
  beforeAll(async () => {
    page = await site.open();
  });

  test("shows 144 papers in 8 to 18 topics", async () => {
    const shown = await page.evaluate(() => ({
      papers: window.topograph.papers.length,
      topics: window.topograph.topics.length,
    }));
    expect(shown.papers).toBe(144);
    expect(shown.topics).toBeGreaterThanOrEqual(8);
    expect(shown.topics).toBeLessThanOrEqual(18);
    await expect.poll(() => page.locator("button.topic").count()).toBe(shown.topics);
    const tabs = await page.getByRole("tab").allTextContents();
    expect(tabs.map((text) => text.trim().split(/\s/)[0])).toEqual(["Topics", "Papers", "Filters"]);
  });

  test("finds papers as one types, in the list, and says when there is none", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("bottleneck transf");
    const first = page.locator("#papers .row-title").first();
    await first.waitFor();
    await expect.poll(() => first.textContent()).toBe("Bottleneck Transformers for Visual Recognition");
    await page.fill("#search", "zzzzqqqq");
    await page.getByText("Nothing found").first().waitFor();
    await page.getByRole("button", { name: "Clear the search" }).last().click();
    await expect.poll(() => page.inputValue("#search")).toBe("");
  });

  test("counts no papers while it searches", async () => {
    await page.evaluate(() => {
      const badge = document.querySelector("#tab-papers small");
      const seen: (string | null)[] = [];
      Object.assign(window, { seen });
      if (badge)
        new MutationObserver(() => seen.push(badge.textContent)).observe(badge, {
          childList: true,
          characterData: true,
          subtree: true,
        });
    });
    await page.fill("#search", "network");
    await page.locator(".list-hint", { hasText: "for “network”" }).waitFor();
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).not.toContain("0");
    await page.fill("#search", "");
  });

  test("opens a paper, and from its neighbour the evidence: terms whose shares are bars, sentences with marks", async () => {
    await page.fill("#search", "bottleneck transformers");
    await page.locator("#papers .row").first().click();
    await page.locator('[data-card="paper"] h2').waitFor();
    await expect.poll(() => page.evaluate(() => window.topograph.selection)).toEqual(["p1"]);
    await page.locator('section[data-kind="keyword"] .row').first().click();
    await page.locator('[data-card="link"] .terms li').first().waitFor();
    await expect.poll(() => page.locator(".pair mark").count()).toBeGreaterThan(1);
  });

  test("goes by keys: N walks to a neighbour, W asks why, Esc closes, ? helps", async () => {
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await page.keyboard.press("n");
    const walked = await page.evaluate(() => window.topograph.selection);
    expect(walked).not.toEqual(["p1"]);
    await page.keyboard.press("w");
    await page.locator('[data-card="link"] .terms li').first().waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator('[data-card="link"]').count()).toBe(0);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
  });

  test("pans and zooms by keys", async () => {
    const camera = () => page.evaluate(() => ({ ...window.topograph.camera }));
    const before = await camera();
    await page.keyboard.press("+");
    await page.waitForFunction((ratio) => (window.topograph.camera?.ratio ?? 0) < ratio, before.ratio ?? 1);
    const near = await camera();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((x) => (window.topograph.camera?.x ?? 0) > x, near.x ?? 0);
  });

  test("makes the demo map in one click, the same papers in the same topics as the pipeline", async () => {
    page = await site.empty();
    await page.click("#demo");
    await page.waitForFunction(() => window.topograph.papers.length === 144, undefined, { timeout: 40_000 });
    const topics = await page.evaluate(() => window.topograph.papers.map(({ topic }) => topic));
    expect(topics).toEqual([...site.map.topic]);
  });

  test("says what to do about a file without papers, and stays usable", async () => {
    page = await site.empty();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose files" }).click();
    await (await chooser).setFiles({ name: "empty.bib", mimeType: "text/plain", buffer: Buffer.from("") });
    await page.getByRole("alert").waitFor();
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("empty.bib");
    await page.getByRole("button", { name: "Back" }).click();
    await page.locator("#demo").waitFor();
  });

  test("none of this made an error or asked another host", () => {
    expect(site.trouble).toEqual([]);
  });
});
