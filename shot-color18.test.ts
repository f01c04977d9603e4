import { test } from "vitest";
import { readFileSync } from "node:fs";
import { launchBrowser } from "./test/browser.ts";
import { servePage } from "./test/web/serve.ts";
test("shots", async () => {
  const browser = await launchBrowser();
  const jobs = JSON.parse(process.env.JOBS ?? "[]") as { map: string; name: string; hash: string; w: number; h: number; dark?: boolean; forced?: boolean; act?: string }[];
  const sites = new Map<string, { url: string; close(): void }>();
  for (const job of jobs) {
    if (!sites.has(job.map)) sites.set(job.map, await servePage(readFileSync(job.map, "utf8")));
    const page = await browser.newPage({ viewport: { width: job.w, height: job.h }, colorScheme: job.dark ? "dark" : "light", reducedMotion: "reduce", ...(job.forced ? { forcedColors: "active" as const } : {}) });
    page.on("pageerror", (e) => console.log(job.name, "ERR", e.message));
    page.on("console", (m) => m.type() === "error" && console.log(job.name, m.text()));
    await page.goto(sites.get(job.map)!.url + job.hash);
    await page.evaluate(() => window.topograph.ready);
    await page.waitForTimeout(2500);
    if (job.act) console.log(job.name, JSON.stringify(await page.evaluate(job.act)));
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `/tmp/color18-w/${job.name}.png` });
    await page.close();
  }
  await browser.close();
  for (const s of sites.values()) s.close();
}, 300_000);
