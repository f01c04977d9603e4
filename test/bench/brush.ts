import type { Page } from "playwright-core";
import { seededRandom } from "../../src/kernel/random.ts";
import { labelField, listField, numberField } from "../../src/model/field-columns.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { metric } from "./served.ts";

/** A map with four fields: numbers over decades, dates of some 3,000 days, 60 countries by Zipf's law, lists of 10,000 words. */
export function withFields(map: TopicMap, seed = 3): TopicMap {
  const random = seededRandom(seed);
  const n = map.papers.length;
  const each = <T>(make: () => T) => ({
    papers: [...map.papers.keys()],
    values: Array.from({ length: n }, make),
  });
  const day = () => new Date(Date.UTC(2010, 0, Math.floor(random() * 3000))).toISOString().slice(0, 10);
  const words = () => Array.from({ length: 3 }, () => `word ${Math.floor(10_000 * random() * random())}`);
  return {
    ...map,
    fields: [
      numberField(
        { name: "score" },
        n,
        each(() => Math.floor(1000 * random() ** 4)),
      ),
      labelField({ name: "added" }, "date", n, each(day)),
      labelField(
        { name: "country" },
        "category",
        n,
        each(() => `C${Math.floor(60 * random() ** 2)}`),
      ),
      listField({ name: "words" }, n, each(words)),
    ],
  };
}

/** CPU milliseconds of script per step of a brush over the legend of the dots, three other charts beside it. */
export async function brushStep(page: Page): Promise<number> {
  const filters = [
    ["added", { range: [2010.5, null] }],
    ["country", { values: ["C0", "C1", "C2", "C3"] }],
    ["words", { missing: true, others: true }],
  ].map((one) => `field=${encodeURIComponent(JSON.stringify(one))}`);
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `v=1&color=score&${filters.join("&")}`,
  );
  await page.locator("#tab-filters").click();
  await page.locator(".field-chart").nth(2).waitFor();
  const bars = page.locator(".map-legend .year-bars svg");
  await bars.waitFor();
  const { x, y, width, height } = (await bars.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const steps = 20;
  const time = await metric(page, "ScriptDuration");
  await page.mouse.move(x + width * 0.1, y + height / 3);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.2, y + height / 3);
  const before = await time();
  for (let k = 1; k <= steps; k++) {
    await page.mouse.move(x + width * (0.2 + (0.6 * k) / steps), y + height / 3);
    await page.waitForTimeout(100);
  }
  const used = ((await time()) - before) / steps;
  await page.mouse.up();
  return used;
}
