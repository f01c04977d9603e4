import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { asLines, field, textSource } from "./field.ts";
import { describePage, visible, visit } from "./visit.ts";

/** Three topics of 20 papers, two a year from 2001 to 2010; three papers lost their year. Those of the last two years speak of what none did before. */
async function withYears() {
  const records = field().map(({ year, ...one }, i) => ({
    ...one,
    ...(i < 3 ? {} : { year }),
    ...(year >= 2009 ? { title: `${one.title} of quantum avalanches` } : {}),
  }));
  return buildMap(await readPapers([textSource("field.jsonl", asLines(records))]));
}

describePage("topics over years", () => {
  const site = visit(withYears);
  let page: Page;
  const shape = (name: string) => page.getByLabel("How topics are drawn").selectOption(name);
  const figure = () => page.locator("#table .time-figure");

  test("are opened by a key, drawn as bands of frozen topics; what has no year is counted, what is not complete hatched", async () => {
    page = await site.open();
    await page.keyboard.press("y");
    await expect.poll(() => page.locator("#table .ribbon").count()).toBe(3);
    expect(await page.locator("#table").getByRole("status").textContent()).toBe(
      "57 papers, 2001 to 2010 · 3 papers without a year are not drawn",
    );
    // The last year is the running one.
    expect(await page.locator("#table rect.partial").count()).toBe(1);
    expect(await page.locator("#open-time").getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => page.url()).toContain("time=stream.papers");
  });

  test("a band opens to the papers of topic and year, and follows other filters", async () => {
    await shape("lanes");
    const box = await figure().boundingBox();
    if (!box) throw new Error("there is no picture");
    // The first lane, the middle of the year 2001.
    await page.mouse.click(box.x + 120 + (box.width - 120) / 20, box.y + 15);
    const shown = await visible(page);
    const years = await page.evaluate(() => document.querySelector(".year-labels")?.textContent);
    expect(years).toBe("2001");
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(4);
    expect(await page.locator("#tab-papers").getAttribute("aria-selected")).toBe("true");
    // All bands stay: only their own filters do not count.
    expect(await page.locator("#table .ribbon").count()).toBe(3);
    await page.mouse.click(box.x + 120 + (box.width - 120) / 20, box.y + 15);
    expect((await visible(page)).length).toBe(60);
  });

  test("are walked by arrow keys, which say what is there; the table has the same numbers as buttons", async () => {
    await page.mouse.move(300, 100);
    await figure().focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect
      .poll(() => page.locator("#live").textContent())
      .toMatch(/, 2009, \d papers?, .* % of the year, cited/);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.querySelector(".year-labels")?.textContent)).toBe("2009");
    await page.keyboard.press("Enter");
    await shape("table");
    await expect.poll(() => page.locator(".time-table tbody tr").count()).toBe(3);
    expect(await page.locator('.time-table button[tabindex="0"]').count()).toBe(1);
    const sum = await page.evaluate(() =>
      [...document.querySelectorAll(".time-table tbody button")].reduce(
        (all, one) => all + Number(one.textContent),
        0,
      ),
    );
    expect(sum).toBe(57);
    await page.locator('.time-table button[tabindex="0"]').focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    expect((await visible(page)).length).toBeLessThan(4);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".time").count()).toBe(0);
  });

  test("bursts of terms are found by the worker on request; a row selects the papers of the burst", async () => {
    await page.keyboard.press("y");
    await page.getByLabel("What is shown of time").selectOption("bursts");
    const row = page.locator(".bursts button").filter({ hasText: "quantum avalanches" }).first();
    await row.waitFor();
    expect(await row.textContent()).toMatch(/12 of its 12 papers · strength .*2009–2010/);
    await row.click();
    expect(await page.evaluate(() => window.topograph.selection.length)).toBe(12);
    await expect.poll(() => page.url()).toContain("time=bursts");
  });

  test("the thematic map has a circle a topic, its formula on screen; too few papers for windows are said to be so", async () => {
    const mode = (name: string) => page.getByLabel("What is shown of time").selectOption(name);
    await page.evaluate(() => {
      location.hash = "#v=1&time=thematic";
    });
    await expect.poll(() => page.locator("#table .theme circle").count()).toBe(3);
    expect(await page.locator(".time-note").textContent()).toContain("Callon’s centrality 10 · Σ e(i, h)");
    await mode("windows");
    await expect
      .poll(() => page.locator("#table .empty").textContent())
      .toBe("There are too few papers or years for windows.");
    await mode("cited");
    await expect.poll(() => page.locator("#table rect.cited").count()).toBeGreaterThan(5);
    await mode("topics");
  });

  /** Boxes of what is on the screen. */
  const boxes = (what: string) =>
    page.locator(what).evaluateAll((all) =>
      all.map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );

  test("nothing is cut or lies on something else: numbers of the stacked picture, names of the thematic map; on a phone the menu and the peaks of lanes", async () => {
    const at = async (look: string) => {
      await page.evaluate((one) => {
        location.hash = `#v=1&time=${one}`;
      }, look);
    };
    await at("stacked.share");
    await expect.poll(() => page.locator("#table .tick + .year").count()).toBe(5);
    const [picture] = await boxes("#table .time-figure > svg");
    for (const { top, bottom } of await boxes("#table .tick + .year")) {
      expect(top).toBeGreaterThanOrEqual(picture.top);
      // Digits do not reach to the lower end of a line.
      expect(bottom - 3).toBeLessThanOrEqual(picture.bottom);
    }
    await at("thematic");
    await expect.poll(() => page.locator("#table .theme circle").count()).toBe(3);
    const names = await boxes("#table svg > .name");
    expect(names.length).toBe(3);
    const others = [...(await boxes("#table .theme circle")), ...(await boxes("#table .corner"))];
    for (const name of names)
      for (const one of others)
        expect(
          name.right < one.left + 1 ||
            name.left > one.right - 1 ||
            name.bottom < one.top + 3 ||
            name.top > one.bottom - 3,
        ).toBe(true);
    await page.setViewportSize({ width: 390, height: 844 });
    await at("lanes");
    await expect.poll(() => page.locator("#table .peak").count()).toBe(3);
    const [band] = await boxes("#table .ribbon");
    for (const { right } of await boxes("#table .peak")) expect(right).toBeLessThanOrEqual(band.left);
    await page.locator(".table-bar summary").click();
    const [menu] = await boxes(".table-bar .menu");
    expect(menu.left).toBeGreaterThanOrEqual(0);
    expect(menu.right).toBeLessThanOrEqual(390);
    await page.locator(".table-bar summary").click();
    await page.setViewportSize({ width: 1000, height: 640 });
  });

  test("an address opens them as they were", async () => {
    await page.evaluate(() => {
      location.hash = "#v=1&time=stacked.share.mean";
    });
    await expect.poll(() => page.getByLabel("How topics are drawn").inputValue()).toBe("stacked");
    expect(await page.getByLabel("What is counted").inputValue()).toBe("share");
    expect(await page.getByLabel("Mean of 3 years").isChecked()).toBe(true);
    await page.evaluate(() => {
      location.hash = "#v=1&c=0.5,0.5,1";
    });
    await expect.poll(() => page.locator(".time").count()).toBe(0);
    expect(site.trouble).toEqual([]);
  });

  const year = () => page.locator(".play output").textContent();

  test("play: a key begins at the first year, space stops, arrow keys step, the address says the year", async () => {
    await page.locator("#skip").focus();
    await page.keyboard.press("k");
    // Years go by in steps where motion is not wanted.
    await expect.poll(year).toBe("2002");
    await page.keyboard.press("Space");
    const stopped = Number(await year());
    await page.keyboard.press("ArrowRight");
    await expect.poll(year).toBe(String(stopped + 1));
    await page.keyboard.press("Home");
    expect(await year()).toBe("2001");
    expect(await page.locator("#live").textContent()).toMatch(/^2001\. \d+ new · \d+ papers so far/);
    await expect.poll(() => page.url()).toContain("moment=2001");
    expect(await page.locator(".play-caption").textContent()).toContain("3 papers without a year not shown");
    await page.getByLabel("How long papers stay").selectOption("3");
    await page.locator(".play input").fill("2005");
    await expect
      .poll(() => page.locator(".play-counts").textContent())
      .toMatch(/6 new · 1[78] papers of 3 years/);
  });

  test("play: an address goes to a year, which says that it is not complete; Escape ends it", async () => {
    await page.evaluate(() => {
      location.hash = "#v=1&moment=2010";
    });
    await expect.poll(year).toBe("2010");
    await expect
      .poll(() => page.locator(".play-counts").textContent())
      .toBe("6 new · 57 papers so far · incomplete");
    await page.locator(".play button").first().focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".play").count()).toBe(0);
    await expect.poll(() => page.url()).not.toContain("moment");
  });

  test("play: every year becomes a stop, with the map until then", async () => {
    await page.keyboard.press("k");
    await page.getByText("Take it along").click();
    await page.getByText("Every year a stop of the tour").click();
    await expect.poll(() => page.locator(".toast").textContent()).toContain("10 stops added");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("t");
    await expect.poll(() => page.locator(".stops li").count()).toBe(10);
    expect(await page.locator(".stops li").nth(3).textContent()).toContain("2004");
    await page.locator(".tour-editor .icon-button").first().click();
    // A stop that was captured with topics over years shows them before the audience, too.
    await page.keyboard.press("y");
    await page.locator("#table .ribbon").first().waitFor();
    await page.locator("#skip").focus();
    await page.keyboard.press("t");
    await page.getByRole("button", { name: "Add this view" }).click();
    await page.getByRole("button", { name: "Present", exact: true }).click();
    await expect.poll(() => page.locator("#app[data-presenting]").count()).toBe(1);
    await expect.poll(() => page.locator("#table .ribbon").count()).toBe(0);
    await page.keyboard.press("End");
    await expect.poll(() => page.locator("#table .ribbon").count()).toBe(3);
    await page.keyboard.press("Escape");
    await page.keyboard.press("y");
  });

  test("pictures: topics over years as SVG, six small maps as a strip, citations by the dialog of pictures", async () => {
    const saved = async (act: () => Promise<void>) => {
      const [download] = await Promise.all([page.waitForEvent("download"), act()]);
      return readFileSync(await download.path(), "utf8");
    };
    await page.evaluate(() => {
      location.hash = "#v=1&time=stacked.share&moment=2005";
    });
    await page.locator("#table .ribbon").first().waitFor();
    const years = await saved(async () => {
      await page.locator("#table summary").click();
      await page.getByText("Picture, SVG").click();
    });
    expect(years).toContain("topics over years: share of the papers of each year");
    const strip = await saved(async () => {
      await page.getByText("Take it along").click();
      await page.getByText("Strip of six small maps, SVG").click();
    });
    expect(strip.match(/id="map-\d"/g)?.length).toBe(6);
    await page.evaluate(() => {
      location.hash = "#v=1&view=citations";
    });
    await page.locator("#citations canvas").waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Picture…").click();
    expect(await page.getByLabel("who cites whom").isChecked()).toBe(true);
    await page.getByLabel("SVG, to edit further").check();
    const citations = await saved(() => page.locator("#picture-dialog button[type=submit]").click());
    expect(citations).toContain("citations: who builds on whom");
  });

  test("play: a film is taken of the years, and can be cancelled", async () => {
    await page.evaluate(() => {
      location.hash = "#v=1&moment=2010&y=2010-2010";
    });
    await expect.poll(year).toBe("2010");
    const film = async () => {
      await page.getByText("Take it along").click();
      await page.getByText("Film (WebM)").click();
    };
    await film();
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect.poll(() => page.locator(".play select").count()).toBe(1);
    const [download] = await Promise.all([page.waitForEvent("download"), film()]);
    expect(download.suggestedFilename()).toMatch(/-years\.webm$/);
    const bytes = readFileSync(await download.path());
    // EBML, and something in it.
    expect([...bytes.subarray(0, 4)]).toEqual([0x1a, 0x45, 0xdf, 0xa3]);
    expect(bytes.length).toBeGreaterThan(5000);
    expect(site.trouble).toEqual([]);
  });
});
