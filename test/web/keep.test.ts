import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describePage, selected, visible, visit } from "./visit.ts";

/** What users take along: selections, stars, notes, reading lists, addresses. */
describePage("keeping", () => {
  const site = visit();

  /** Drags a loop along the corners, given as shares of the map's width and height. */
  async function loop(page: Page, corners: readonly (readonly [number, number])[]): Promise<void> {
    const box = await page.locator("#map").boundingBox();
    if (!box) throw new Error("no map");
    const at = ([x, y]: readonly [number, number]) =>
      [box.x + x * box.width, box.y + y * box.height] as const;
    await page.mouse.move(...at(corners[0]));
    await page.mouse.down();
    for (const corner of corners.slice(1)) await page.mouse.move(...at(corner), { steps: 4 });
    await page.mouse.up();
  }

  const ALL = [
    [0.01, 0.01],
    [0.99, 0.01],
    [0.99, 0.99],
    [0.01, 0.99],
  ] as const;

  /** Opens the save menu, presses an entry, and gives back what is downloaded. */
  async function save(page: Page, entry: string): Promise<{ name: string; text: string }> {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".menu-item", { hasText: entry }).click(),
    ]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  }

  test("a lasso around the map selects every paper, one around its left half those that stand there", async () => {
    const page = await site.fresh();
    await page.keyboard.press("0");
    await page.getByRole("button", { name: "Select with a lasso" }).click();
    await loop(page, ALL);
    await expect.poll(() => selected(page)).toHaveLength(60);
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await page.keyboard.press("l");
    await loop(page, [
      [0.01, 0.01],
      [0.5, 0.01],
      [0.5, 0.99],
      [0.01, 0.99],
    ]);
    const left = await selected(page);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(60);
    const x = (k: string) => site.map.x[Number(k.slice(1)) - 1];
    const others = site.map.papers.map((_, i) => `p${i + 1}`).filter((k) => !left.includes(k));
    expect(Math.max(...left.map(x))).toBeLessThan(Math.min(...others.map(x)));
  });

  test("“Only these” hides all but the selection, and Escape ends the lasso", async () => {
    const page = await site.fresh();
    await page.locator(".topics .icon-button").first().click();
    await page.getByRole("button", { name: "Select its papers" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Only these" }).click();
    expect(await visible(page)).toEqual(await selected(page));
    await page.keyboard.press("l");
    await page.locator(".hint").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".hint").count()).toBe(0);
  });

  test("saves the selection as RIS, BibTeX and CSV: those papers and no others", async () => {
    const page = await site.fresh();
    await page.fill("#search", site.map.papers[7].title);
    await page.locator("#papers .row").first().click();
    await page.getByRole("button", { name: "Select", exact: true }).click();
    const ris = await save(page, "RIS");
    expect(ris.name).toBe("a-field.ris");
    expect(ris.text.match(/^TY {2}-/gm)).toHaveLength(1);
    expect(ris.text).toContain(`TI  - ${site.map.papers[7].title}`);
    const bib = await save(page, "BibTeX");
    expect(bib.text.match(/^@(?!Comment\b)\w+\{/gm)).toHaveLength(1);
    expect(bib.text).toContain("10.5555/field.7");
    const csv = await save(page, "CSV");
    expect(csv.text.trim().split(/\r?\n/)).toHaveLength(2);
  });

  test("without a selection the list holds what is shown", async () => {
    const page = await site.fresh();
    await page.locator("button.topic").first().click();
    const ris = await save(page, "RIS");
    expect(ris.text.match(/^TY {2}-/gm)).toHaveLength((await visible(page)).length);
  });

  test("saves the graph for Gephi, and the map as it is", async () => {
    const page = await site.fresh();
    const gexf = await save(page, "Graph (.gexf)");
    expect(gexf.text.match(/<node /g)).toHaveLength(60);
    const json = await save(page, "Map (.json)");
    expect(JSON.parse(json.text).nodes).toHaveLength(60);
  });

  test("stars and notes are there again when the page is opened again, and stars filter", async () => {
    const page = await site.open();
    await page.fill("#search", site.map.papers[3].title);
    await page.locator("#papers .row").first().click();
    await page.keyboard.press("s");
    await page.getByLabel("Note").fill("read <b>first</b>");
    await page.getByLabel("Note").blur();
    await page.goto("about:blank");
    await page.goto(site.url);
    await page.evaluate(() => window.topograph.ready);
    await page.locator("#tab-filters").click();
    await page.getByLabel("Starred papers").check();
    await expect.poll(() => visible(page)).toEqual(["p4"]);
    await page.locator("#tab-papers").click();
    await page.locator("#papers .row").first().click();
    await expect.poll(() => page.getByLabel("Note").inputValue()).toBe("read <b>first</b>");
    await page.close();
  });

  test("an address restores filters, selection, card, search, theme and camera", async () => {
    const page = await site.fresh();
    await page.locator("button.topic").first().click();
    await page.locator("#tab-filters").click();
    const first = site.map.papers[site.map.topic.indexOf(0)];
    await page.getByLabel(first.venue ?? "").check();
    await page.fill("#search", "study");
    await page.locator("#papers .row").first().click();
    await page.getByRole("button", { name: "Select", exact: true }).click();
    await page.keyboard.press("d");
    await page.keyboard.press("+");
    await page.waitForFunction(() =>
      ["t=", "venue=", "q=study", "p=", "sel=", "theme=", "c="].every((part) => location.hash.includes(part)),
    );
    const look = () =>
      page.evaluate(() => ({
        visible: window.topograph.visible(),
        selection: [...window.topograph.selection],
        theme: document.documentElement.dataset.theme,
        camera: [window.topograph.camera?.x, window.topograph.camera?.y, window.topograph.camera?.ratio],
        card: document.querySelector(".card h2")?.textContent,
        query: document.querySelector<HTMLInputElement>("#search")?.value,
      }));
    await page.waitForTimeout(500);
    const { camera: before, ...shown } = await look();
    await page.reload();
    await page.evaluate(() => window.topograph.ready);
    const { camera, ...after } = await look();
    expect(after).toEqual(shown);
    // Addresses are short: the camera is there to the third decimal.
    for (const [at, value] of before.entries()) expect(camera[at]).toBeCloseTo(value ?? Number.NaN, 2);
    await page.keyboard.press("d");
  });

  test("the browser’s Back goes through cards, topics and views, and stays on the page", async () => {
    const page = await site.open();
    const card = () => page.locator("[data-card] h2").allTextContents();
    await page.locator("#tab-papers").click();
    await page.locator("#papers .row").first().click();
    await page.locator('[data-card="paper"]').waitFor();
    const first = await card();
    await page.locator("section[data-kind] .row").first().click();
    await page.locator('[data-card="link"]').waitFor();
    await page.goBack();
    await expect.poll(card).toEqual(first);
    await page.goBack();
    await expect.poll(card).toEqual([]);
    await page.goForward();
    await page.locator('[data-card="paper"]').waitFor();
    await page.goBack();
    await page.locator("#tab-topics").click();
    await page.locator("button.topic").first().click();
    await expect.poll(async () => (await visible(page)).length).toBeLessThan(60);
    await page.goBack();
    await expect.poll(() => visible(page)).toHaveLength(60);
    await page.close();
  });

  test("an address of another map or version does no harm", async () => {
    const page = await site.fresh();
    for (const hash of ["#v=99&t=1", "#v=1&p=doi:nobody&t=77,x&c=1,2&y=abc&around=q&s=9", "#%%%"]) {
      await page.goto(site.url + hash);
      await page.evaluate(() => window.topograph.ready);
      await expect.poll(() => visible(page)).toHaveLength(60);
    }
  });

  test("none of this made an error or asked another host", () => {
    expect(site.trouble).toEqual([]);
  });

  test("an address is gone to however long the map takes to be drawn", async () => {
    const page = await site.open({ bare: true });
    // What draws the map comes a second after what opens it.
    await page.route("**/assets/*.js", async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue();
    });
    await page.goto(`${site.url}#v=1&view=citations`);
    await page.locator(".citation-panel h3").first().waitFor({ timeout: 15_000 });
    await page.close();
  });
});
