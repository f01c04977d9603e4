import { expect, test } from "vitest";
import { contrast } from "../../src/explain/contrast.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { asLines, field, textSource } from "./field.ts";
import { describePage, visit } from "./visit.ts";

/** Fifteen papers on ice are mine; five more on ice, twenty on proteins and twenty on planets are the field's. */
async function twoFiles() {
  const records = field();
  const isMine = (_: unknown, i: number) => i % 3 === 0 && i < 45;
  const mine = records.filter(isMine);
  const others = records.filter((one, i) => !isMine(one, i));
  return buildMap(
    await readPapers([
      { ...textSource("mine.jsonl", asLines(mine)), groups: ["<b>mine</b>"] },
      { ...textSource("others.jsonl", asLines(others)), groups: ["__proto__"] },
    ]),
  );
}

describePage("two sets of papers are compared", () => {
  const site = visit(twoFiles);
  const section = (name: string) => `#table .compare-${name}`;

  test("topics with their shares, terms, and what one lacks with its reason; rows open topics and papers", async () => {
    const page = await site.open();
    await page.getByRole("button", { name: "Compare two sets of papers" }).click();
    const table = page.locator("#table");
    await table.locator("section").first().waitFor();
    // The smaller set comes first.
    expect(await table.getByRole("status").textContent()).toBe("15 against 45 papers");
    const ice = page.locator(`${section("topics")} button.odds`).first();
    expect(await ice.textContent()).toMatch(/15 \(100 %\).*5 \(11 %\)/s);
    // ln((15.5 · 40.5) / (0.5 · 5.5)) = 5.43
    expect(await ice.getAttribute("title")).toContain("log-odds ratio +5.43");
    expect(await page.locator(section("lacking")).textContent()).toContain("2 topics it never touches");
    // What is near to mine is the five on ice, and why is said of each.
    const reasons = await page.locator(`${section("lacking")} .reason`).allTextContents();
    expect(reasons[0]).toMatch(/^\d+ % of its links lead there, the strongest to “/);
    const nearest = page.locator(`${section("lacking")} li:has(.reason) button.row`).first();
    expect((await nearest.textContent())?.toLowerCase()).toMatch(/ice|glacier|snow|polar|melting|albedo/);
    await nearest.click();
    await page.locator('[data-card="paper"]').waitFor();
    await table.getByRole("button", { name: "Why", exact: true }).first().click();
    await page.locator('[data-card="link"]').waitFor();
    await ice.click();
    await page.locator('[data-card="topic"]').waitFor();
    await page.close();
  });

  test("the sets are swapped and chosen from the keyboard, and Escape closes", async () => {
    const page = await site.open();
    await page.locator("#open-compare").press("Enter");
    const table = page.locator("#table");
    await table.locator("section").first().waitFor();
    await page.waitForFunction(() => document.activeElement?.matches("#table select"));
    await table.getByRole("button", { name: "⇄" }).press("Enter");
    const status = table.getByRole("status");
    await expect.poll(() => status.textContent()).toBe("45 against 15 papers");
    await table.getByLabel("Second set").selectOption({ label: "all others" });
    await expect.poll(() => status.textContent()).toBe("45 against 15 papers");
    await table.getByLabel("Field").selectOption({ label: "source" });
    await expect.poll(() => status.textContent()).toBe("15 against 45 papers");
    await table.getByLabel("Field").press("Escape");
    await expect.poll(() => table.locator("section").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("open-compare");
    await page.close();
  });

  test("what is compared stands in the address, which opens it again; what the map lacks is left out", async () => {
    const sides = ["source", "others.jsonl", "mine.jsonl"].map((part) => `compare=${part}`).join("&");
    const page = await site.open({ at: `#v=1&${sides}` });
    const status = page.locator("#table").getByRole("status");
    await expect.poll(() => status.textContent()).toBe("45 against 15 papers");
    await page.locator("#table").getByRole("button", { name: "⇄" }).click();
    const address = () => page.evaluate(() => location.hash);
    await expect.poll(address).toContain("compare=source&compare=mine.jsonl&compare=others.jsonl");
    await page.locator("#open-compare").click();
    await expect.poll(address).not.toContain("compare");
    await page.evaluate(() => {
      location.hash = "#v=1&compare=constructor&compare=x";
    });
    await expect.poll(() => status.textContent()).toBe("15 against 45 papers");
    await page.close();
  });

  test("what hostile names of groups are is text, and nothing went wrong", async () => {
    const page = await site.open();
    await page.locator("#open-compare").click();
    await page.locator("#table section").first().waitFor();
    expect(await page.locator("#table").textContent()).toContain("More in <b>mine</b>");
    expect(await page.locator("#table b b, #table h4 b").count()).toBe(0);
    expect(site.trouble).toEqual([]);
    await page.close();
  });
});

test("a field or a value that there is not makes a side without papers", async () => {
  const { runPipeline } = await import("../../src/pipeline.ts");
  const run = await runPipeline(await readPapers([textSource("a.jsonl", asLines(field(12)))]));
  const found = contrast(run, { field: "constructor", first: "a", most: 5 });
  expect([found.sizes, found.topics, found.lacking]).toEqual([[0, 0], [], []]);
});
