import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { describePage, tabs, visit } from "./visit.ts";

const WORDS = ["rivers", "soil carbon", "bird songs", "deltas", "lake ice", "moss"];
const LINES = WORDS.map((w, i) =>
  JSON.stringify({
    title: `A study of ${w} in the north`,
    abstract: `We measure ${w}.`,
    ...(i > 3 ? {} : { year: 2001 }),
  }),
);

describePage("what was read, on the page", () => {
  const site = visit();
  const browser = tabs();

  test("files with their gaps and rejects, then what the whole lacks and what that means", {
    timeout: 120_000,
  }, async () => {
    const page = await site.open({ bare: true });
    const chooser = page.waitForEvent("filechooser", { timeout: 60_000 });
    await page.getByRole("button", { name: "Choose files" }).click({ timeout: 60_000 });
    await (await chooser).setFiles([
      { name: "in.jsonl", mimeType: "text/plain", buffer: Buffer.from([...LINES, "{bad"].join("\n")) },
      { name: "empty.bib", mimeType: "text/plain", buffer: Buffer.from("") },
    ]);
    // A file that gave nothing opens the report by itself.
    const report = page.getByRole("dialog", { name: "What was read" });
    await report.waitFor({ timeout: 60_000 });
    const text = (await report.textContent()) ?? "";
    expect(text).toMatch(/empty\.bib.*could not be read: the file is empty/s);
    expect(text).toMatch(/in\.jsonl\s*jsonl, utf-8 · 6 papers · 1 warning/);
    expect(text).toContain("2 without year");
    expect(text).toMatch(/2 of 6 \(33 %\) without year\s*not on the time axis/);
    const cells = await report.locator(".rejects tbody td").allTextContents();
    expect(cells.slice(0, 2)).toEqual(["7", "line 7"]);
    expect(cells[2]).toMatch(/invalid JSON: .*left out/);
    await page.close();
  });

  test("records that were merged are kept apart one by one, and the map is made again", {
    timeout: 120_000,
  }, async () => {
    const page = await site.open({ bare: true });
    const chooser = page.waitForEvent("filechooser", { timeout: 60_000 });
    await page.getByRole("button", { name: "Choose files" }).click({ timeout: 60_000 });
    const twice = JSON.stringify({ id: "twice", title: "A study of rivers in the north", year: 2001 });
    const name = "in.jsonl";
    const buffer = Buffer.from([...LINES, twice].join("\n"));
    await (await chooser).setFiles([{ name, mimeType: "text/plain", buffer }]);
    const papers = () =>
      page.evaluate(() => (globalThis as { topograph?: { papers: unknown[] } }).topograph?.papers.length);
    await expect.poll(papers, { timeout: 60_000 }).toBe(6);
    const report = page.getByRole("dialog", { name: "What was read" });
    await page.getByRole("button", { name: "What was read" }).click();
    await report.locator(".matches summary").click();
    expect(await report.locator(".matches li").textContent()).toMatch(
      /A study of rivers in the north\s*in\.jsonl, line 7, twice → in\.jsonl, line 1, 1 · the same title, year and first author/,
    );
    await report.getByLabel("Keep apart").check();
    await report.getByRole("button", { name: "Make the map again" }).click();
    await expect.poll(papers, { timeout: 60_000 }).toBe(7);
    await page.close();
  });

  /** The report on the page of `topograph serve` with these words. */
  async function servedReport(folder: string, ...words: string[]) {
    const child: ChildProcess = spawn(
      process.execPath,
      [resolve("dist/cli.js"), "serve", ...words, "--port", "0"],
      { cwd: folder, stdio: ["ignore", "pipe", "ignore"] },
    );
    const address = await new Promise<string>((given) =>
      child.stdout?.once("data", (text) => given(String(text).trim())),
    );
    const page = await browser().newPage();
    await page.goto(address, { waitUntil: "commit", timeout: 60_000 });
    await page.getByRole("button", { name: "What was read" }).click({ timeout: 60_000 });
    const report = page.getByRole("dialog", { name: "What was read" });
    return { report, end: () => Promise.all([page.close(), child.kill()]) };
  }

  test.skipIf(!existsSync("dist/cli.js"))(
    "after topograph serve FILE: the same warnings and merges as on the terminal, after serve map.json the files it was made of",
    { timeout: 120_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "topograph-served-"));
      const twice = JSON.stringify({ id: "twice", title: "A study of rivers in the north", year: 2001 });
      writeFileSync(join(folder, "in.jsonl"), [...LINES, twice, "{bad"].join("\n"));
      const fresh = await servedReport(folder, "in.jsonl");
      await expect
        .poll(() => fresh.report.textContent())
        .toMatch(/in\.jsonl\s*jsonl, utf-8 · 7 papers · 1 duplicate merged · 2 warnings/);
      expect(await fresh.report.locator(".rejects tbody tr").last().textContent()).toMatch(
        /^8line 8invalid JSON/,
      );
      await fresh.report.locator(".matches summary").click();
      // The page does not have the files: it says what to do with them.
      expect(await fresh.report.locator(".matches").textContent()).toContain("--keep-apart FILE");
      expect(await fresh.report.locator(".matches code").textContent()).toMatch(/^hash:\w+~2$/);
      await fresh.end();
      const made = spawn(
        process.execPath,
        [resolve("dist/cli.js"), "build", "in.jsonl", "-q", "-o", "map.json"],
        { cwd: folder },
      );
      await new Promise((done) => made.once("exit", done));
      const saved = await servedReport(folder, "map.json");
      expect(await saved.report.textContent()).toMatch(
        /topograph inspect says that.*in\.jsonl\s*jsonl · 7 papers/s,
      );
      await saved.end();
      rmSync(folder, { recursive: true, force: true });
    },
  );
});
