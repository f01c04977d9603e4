import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { describePage, visit } from "./visit.ts";

describePage("the first screen", { timeout: 180_000 }, () => {
  const site = visit();

  test("is where Open and the logo lead, and there is a way back to the map", async () => {
    const page = await site.open();
    const start = page.locator(".start");
    for (const name of ["Open", "Topograph"]) {
      await page
        .locator("#bar")
        .getByRole(name === "Open" ? "button" : "link", { name, exact: true })
        .click();
      await start.getByRole("button", { name: "Choose files" }).waitFor();
      await start.getByRole("button", { name: "Back to the map" }).click();
      await start.waitFor({ state: "detached" });
    }
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await start.waitFor();
    await page.keyboard.press("Escape");
    await start.waitFor({ state: "detached" });
    expect(await page.evaluate(() => window.topograph.papers.length)).toBe(60);
    await page.close();
  });

  test("shows demos with pictures; the rich one has years, authors, venues and citations to try at once", async () => {
    const page = await site.open({ bare: true });
    await expect
      .poll(() =>
        page
          .locator(".demo img")
          .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)),
      )
      .toEqual([400, 400]);
    await page.getByRole("button", { name: "Twenty years of information visualization" }).click();
    await page.waitForFunction(() => window.topograph.papers.length === 683, undefined, { timeout: 120_000 });
    await expect
      .poll(() => page.locator("#bar h1").textContent())
      .toBe("Twenty years of information visualization");
    await page.locator(".year-strip input").first().waitFor({ state: "attached" });
    await page.keyboard.press("c");
    await page.locator("#citations canvas").first().waitFor();
    await page.close();
  });

  test("asks for at most 100 kB of script, packed: maps and charts come with a map", async () => {
    const page = await site.empty();
    const names = await page.evaluate(() =>
      performance.getEntriesByType("resource").flatMap(({ name }) => name.match(/assets\/[^/?]+\.js/) ?? []),
    );
    expect(names.length).toBeGreaterThan(2);
    const sizes = names.map((name) => gzipSync(readFileSync(`dist/page/${name}`)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(100_000);
    await page.close();
  });

  test("nothing went wrong, nothing was asked of another place", () => {
    expect(site.trouble).toEqual([]);
  });
});
