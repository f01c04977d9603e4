import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { loadPptx, toPptx } from "../../src/cli/picture.ts";
import { toGraphml } from "../../src/export/graphml.ts";
import { toVosviewer } from "../../src/export/vosviewer.ts";
import { decodeMap } from "../../src/model/decode.ts";
import { encodeMap } from "../../src/model/encode.ts";
import { describePage, visit } from "./visit.ts";

describePage("Save", { timeout: 180_000 }, () => {
  const site = visit();

  async function saved(page: Page, name: string): Promise<{ file: string; text: string }> {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".menu-item").filter({ hasText: name }).click(),
    ]);
    return { file: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
  }

  test("writes the files for other programs as the command line does, and lists no help", async () => {
    const page = await site.fresh();
    expect(await saved(page, "Graph (.graphml)")).toEqual({
      file: "a-field.graphml",
      text: [...toGraphml(site.map)].join(""),
    });
    expect(await saved(page, "VOSviewer (.json)")).toEqual({
      file: "a-field.vosviewer.json",
      text: [...toVosviewer(site.map)].join(""),
    });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const items = await page.locator(".menu-item b").allTextContents();
    expect(items).toContain("One page (.html)");
    expect(items.filter((item) => /help|read|link/i.test(item))).toEqual([]);
    await page.keyboard.press("Escape");
  });

  test("saves slides as the command line writes them, byte by byte", async () => {
    const page = await site.open({ colorScheme: "light" });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".menu-item").filter({ hasText: "Slides (.pptx)" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("a-field.pptx");
    await loadPptx(site.map);
    const saved = await decodeMap(encodeMap(site.map));
    const expected = Buffer.concat([...toPptx(saved, {})]);
    expect(readFileSync(await file.path()).equals(expected)).toBe(true);
    await page.context().close();
  });

  test("title and subtitle are written in place, and go with the map; one page holds them and the tour, and writes itself again", async () => {
    const page = await site.open();
    await page.getByRole("button", { name: "A field" }).click();
    await page.keyboard.type("Rivers <b>& names</b>");
    await page.keyboard.press("Tab");
    await page.keyboard.type("for Tuesday");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#bar h1").textContent()).toBe("Rivers <b>& names</b>");
    await expect.poll(() => page.locator(".heading p").textContent()).toMatch(/^for Tuesday · 60 papers/);
    expect(await page.title()).toBe("Rivers <b>& names</b> · Topograph");
    await page.keyboard.press("t");
    await page.getByRole("button", { name: "Make from topics" }).click();
    const stops = await page.locator(".stops li").count();
    await page.keyboard.press("Escape");
    const { attributes } = JSON.parse((await saved(page, "Map (.json)")).text);
    expect([attributes.title, attributes.subtitle]).toEqual(["Rivers <b>& names</b>", "for Tuesday"]);

    const { file, text } = await saved(page, "One page (.html)");
    expect(file).toBe("rivers-b-names-b.html");
    const path = join(tmpdir(), `topograph-${process.pid}.html`);
    writeFileSync(path, text);
    await page.goto(pathToFileURL(path).href);
    await page.waitForFunction(() => window.topograph?.ready);
    await expect.poll(() => page.locator("#bar h1").textContent()).toBe("Rivers <b>& names</b>");
    await page.getByRole("button", { name: "Rivers" }).click();
    await page.keyboard.type("Streams");
    await page.keyboard.press("Enter");
    const again = await saved(page, "One page (.html)");
    writeFileSync(path, again.text);
    await page.goto(`${pathToFileURL(path).href}?tour`);
    await page.getByText(`1 / ${stops}`).waitFor({ timeout: 60_000 });
    expect(await page.evaluate(() => window.topograph.papers.length)).toBe(60);
    expect(await page.title()).toMatch(/^Streams/);
    await page.close();
  });

  test("nothing went wrong, nothing was asked of another place", () => {
    expect(site.trouble).toEqual([]);
  });
});
