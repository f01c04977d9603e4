import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describePage, visit } from "./visit.ts";

/** As text handed to the page by its tester: the page's own policy allows no foreign script. */
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds wrong with the page as it stands: rule and elements; by all its rules, or by some. */
async function findings(page: Page, rules: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const found = (await page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: unknown }> } };
    // What passes is not written out. Nothing is loaded again: only rules for sounds and for styles that fix the
    // orientation would need it, of which the first can not fail and the second does not run.
    const options = {
      resultTypes: ["violations"],
      preload: false,
      ...(runOnly.length > 0 ? { runOnly } : {}),
    };
    return (await axe.run(options)).violations;
  }, rules)) as Finding[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 120)} ${failureSummary.slice(0, 200)}`,
    ),
  );
}

const STATES: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ["topics", async () => {}],
  [
    "a search",
    async (page) => {
      await page.fill("#search", "glacier");
      await page.locator("#papers .row").first().waitFor();
    },
  ],
  [
    "a paper",
    async (page) => {
      await page.locator("#papers .row").first().click();
      await page.locator('[data-card="paper"]').waitFor();
    },
  ],
  [
    "a link",
    async (page) => {
      await page.locator("section[data-kind] .row").first().click();
      await page.locator('[data-card="link"] .terms li').first().waitFor();
    },
  ],
  [
    "a topic",
    async (page) => {
      for (let k = 0; k < 4; k++) await page.keyboard.press("Escape");
      await page.locator("#tab-topics").click();
      await page.locator(".topics .icon-button").first().click();
      await page.locator('[data-card="topic"]').waitFor();
    },
  ],
  [
    "what can be corrected",
    async (page) => {
      // They stay open for the topic once they were.
      if ((await page.locator(".tools-box[open]").count()) === 0)
        await page.locator(".tools-box summary").click();
      if ((await page.locator(".swatches").count()) === 0)
        await page.getByRole("button", { name: "Colour", exact: true }).click();
    },
  ],
  ...["Changes", "Words", "Settings", "Continue"].map(
    (tab) =>
      [
        `shaping: ${tab}`,
        async (page: Page) => {
          if ((await page.locator(".box.shape").count()) === 0) await openShape(page);
          await page.locator(".box.shape").getByRole("tab", { name: tab }).click();
        },
      ] as const,
  ),
  [
    "filters",
    async (page) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.locator("#tab-filters").click();
    },
  ],
  [
    "the table",
    async (page) => {
      await page.keyboard.press("b");
      await page.locator("#table .row-of-table").first().waitFor();
      await page.locator("#table summary", { hasText: "Columns" }).click();
    },
  ],
  [
    "help",
    async (page) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("b");
      await page.keyboard.press("?");
    },
  ],
  [
    "citations",
    async (page) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("c");
      await page.locator(".citation-panel h3").first().waitFor();
    },
  ],
];

/** Phones have it in their menu, first. */
async function openShape(page: Page): Promise<void> {
  if ((await page.locator("#shape").count()) > 0) return page.click("#shape");
  await page.locator('[aria-haspopup="true"]').click();
  await page.locator(".menu-item").first().click();
}

/** Everything that stands on the page in text smaller than 12 pixels. */
const smallText = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 12)
      .filter(({ childNodes }) => [...childNodes].some((n) => n.nodeType === 3 && n.textContent?.trim()))
      .map((element) => element.outerHTML.slice(0, 80)),
  );

describePage("the page for everyone", () => {
  const site = visit();

  for (const colorScheme of ["light", "dark"] as const)
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ])
      test(`axe finds nothing, no text is small and nothing is cut, ${viewport.width} px, ${colorScheme}`, async () => {
        const page = await site.fresh();
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize(viewport);
        const found = new Set<string>();
        // The theme changes colours, nothing else.
        const rules = colorScheme === "dark" ? ["color-contrast"] : [];
        const look = async (name: string, seen: Page) => {
          for (const finding of [...(await findings(seen, rules)), ...(await smallText(seen))])
            found.add(`${name}: ${finding}`);
          if ((await seen.evaluate(() => document.documentElement.scrollWidth)) > viewport.width)
            found.add(`${name}: cut`);
        };
        for (const [name, go] of STATES) {
          await go(page);
          await look(name, page);
        }
        await page.keyboard.press("c");
        await page.getByRole("link", { name: "Topograph" }).click();
        await look("the first screen", page);
        await page.getByRole("button", { name: "Back to the map" }).click();
        expect([...found]).toEqual([]);
      });

  test("in forced colours swatches and bars keep theirs, and what is chosen has an outline", async () => {
    const page = await site.open({ forcedColors: "active" });
    await page.locator("button.topic").first().click();
    const looks = await page.evaluate(() => {
      const style = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
      return {
        swatch: style(".topics .swatch").backgroundColor,
        bar: style(".topics .share").backgroundImage,
        outlines: [".topics li", "#tab-topics", ".view-switch [aria-pressed=true]"].map(
          (at) => style(at).outlineStyle,
        ),
        off: style("#tab-papers").outlineStyle,
      };
    });
    expect(looks.swatch).not.toMatch(/rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)/);
    expect(looks.bar).toContain("gradient");
    expect(looks.outlines).toEqual(["solid", "solid", "solid"]);
    expect(looks.off).toBe("none");
    await page.close();
  });

  test("in forced colours the terms marked in a text are seen", async () => {
    const page = await site.open({ forcedColors: "active", colorScheme: "dark" });
    await page.locator("#tab-papers").click();
    await page.locator("#papers .row").first().click();
    const [mark, text] = await page
      .locator("mark")
      .first()
      .evaluate((one) => [one, one.parentElement ?? one].map((element) => getComputedStyle(element).color));
    expect(mark).toBe(text);
    await page.close();
  });

  test("at most twelve stops of Tab before the map; help names T", async () => {
    const page = await site.open();
    const before = await page.evaluate(
      () => document.querySelectorAll("#skip, #bar :is(a, button:not([disabled]), select)").length,
    );
    expect(before).toBeLessThanOrEqual(12);
    await page.keyboard.press("?");
    const keys = await page.getByRole("dialog").locator("kbd").allTextContents();
    expect(keys).toContain("T");
    await page.close();
  });

  /** The shared page at its first size. */
  async function desk(): Promise<Page> {
    const page = await site.fresh();
    await page.setViewportSize({ width: 1000, height: 640 });
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    return page;
  }

  test("Tab reaches skip link, bar, topics on the map, tools and panel, each with a visible focus", async () => {
    const page = await desk();
    await page.locator("#skip").focus();
    const seen = ["skip"];
    for (let k = 0; k < 40; k++) {
      await page.keyboard.press("Tab");
      const now = await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || element === document.body) return undefined;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        const around = element.closest(".search-box");
        const ring =
          (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
        const shown = ring || (around !== null && getComputedStyle(around).boxShadow !== "none");
        return {
          region:
            element.closest("#skip, #bar, .topic-handles, #tools, #years, #panel")?.className ||
            element.closest("[id]")?.id,
          shown,
        };
      });
      if (!now) break;
      expect(now.shown).toBe(true);
      const region = await page.evaluate(
        () => document.activeElement?.closest("#skip, #bar, #map, #views, #tools, #years, #panel")?.id ?? "",
      );
      if (seen.at(-1) !== region) seen.push(region);
    }
    expect(seen.slice(0, 7)).toEqual(["skip", "bar", "map", "views", "tools", "years", "panel"]);
  });

  test("a screen reader hears the topic, the paper and the link that are opened, from the keyboard alone", async () => {
    const page = await desk();
    const heard = () => page.locator("#live").textContent();
    await page.locator(".topic-handle").first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => heard()).toMatch(/^Topic .+, \d+ papers\.$/);
    const topicCard = page.locator('[data-card="topic"]');
    await topicCard.locator(".rows button").first().focus();
    await page.keyboard.press("Enter");
    await page.locator('[data-card="paper"]').waitFor();
    await expect.poll(() => heard()).toMatch(/Topic .+\. \d+ links?\.$/);
    await page.locator("section[data-kind] .row").first().focus();
    await page.keyboard.press("Enter");
    await page.locator('[data-card="link"]').waitFor();
    await expect.poll(() => heard()).toMatch(/^Link between .+ and .+\.$/);
  });

  test("a dialog takes the focus, keeps it, and gives it back", async () => {
    const page = await desk();
    const help = page.getByRole("button", { name: "Keys and help" });
    await help.focus();
    await page.keyboard.press("Enter");
    const inside = () => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);
    await expect.poll(() => inside()).toBe(true);
    for (let k = 0; k < 4; k++) {
      await page.keyboard.press("Tab");
      await expect.poll(() => inside()).toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("Keys and help");
  });

  test("with reduced motion the camera cuts instead of flying", async () => {
    const page = await desk();
    await page.locator(".topic-handle").first().focus();
    await page.keyboard.press("Enter");
    const camera = () => page.evaluate(() => JSON.stringify(window.topograph.camera));
    const first = await camera();
    await page.waitForTimeout(300);
    await expect.poll(() => camera()).toBe(first);
  });

  test("with more contrast asked for, soft text is nearly black", async () => {
    const page = await desk();
    await page.emulateMedia({ contrast: "more", colorScheme: "light" });
    const soft = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue("--soft"),
    );
    expect(soft.trim()).toBe("#2d3138");
  });

  test("on a phone a tap opens a paper's card and a second finger zooms", async () => {
    const page = await site.open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const before = await page.evaluate(() => window.topograph.camera?.ratio ?? 0);
    await page.getByRole("button", { name: "Zoom in" }).tap();
    await page.waitForFunction((ratio) => (window.topograph.camera?.ratio ?? 9) < ratio, before);
    await page.locator("#tab-papers").tap();
    await page.locator("#papers .row").first().tap();
    await page.locator('[data-card="paper"] h2').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.querySelector<HTMLElement>("#app")?.dataset.sheet))
      .toBe("half");
    await page.context().close();
  });

  test("on a tablet a topic that is opened stands above the sheet with its card", async () => {
    const page = await site.open({ viewport: { width: 820, height: 1180 } });
    await page.locator("#tab-topics").click();
    const { name } = site.map.topics[0];
    await page.locator(".topics .icon-button").first().click();
    await page.locator('[data-card="topic"]').waitFor();
    await expect
      .poll(() =>
        page.evaluate((topic) => {
          const handle = [...document.querySelectorAll("#map button")].find((one) =>
            (one.ariaLabel ?? one.textContent ?? "").includes(topic),
          );
          const panel = document.querySelector("#panel")?.getBoundingClientRect();
          return handle && panel ? panel.top - handle.getBoundingClientRect().bottom : undefined;
        }, name),
      )
      .toBeGreaterThan(0);
    await page.close();
  });

  test("none of this made an error or asked another host", () => {
    expect(site.trouble).toEqual([]);
  });
});
