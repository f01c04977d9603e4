import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { textSource } from "./field.ts";
import { describePage, visit } from "./visit.ts";

describePage("a map of Arabic papers", { timeout: 180_000 }, () => {
  const site = visit(async () => {
    const text = readFileSync("test/fixtures/scripts/ar.csv", "utf8");
    return buildMap(await readPapers([textSource("ar.csv", text)]), {}, {});
  });

  test("runs from the right where its texts do: topics, titles and abstracts, while the page's own words do not", async () => {
    const page = await site.open();
    const direction = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).direction);
    expect(await direction(".topic-name")).toBe("rtl");
    await page
      .getByRole("button", { name: /^About the topic/ })
      .first()
      .click();
    await page.locator(".card h2").waitFor();
    expect(await direction(".card h2")).toBe("rtl");
    await page.locator(".card .row").first().click();
    await page.locator('[data-card="paper"]').waitFor();
    expect(await direction('[data-card="paper"] h2')).toBe("rtl");
    expect(await direction('[data-card="paper"] .abstract')).toBe("rtl");
    expect(await direction('[data-card="paper"] h3')).toBe("ltr");
  });
});
