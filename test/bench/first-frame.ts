import { cpus, loadavg } from "node:os";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../browser.ts";
import { processes, serve, untilMark } from "./page-folder-parts.ts";

/**
 * `node dist/bench/first-frame.js RUNS map/ dist/page [another/page …]`: the first frame of a map folder over HTTP, in
 * headless Chromium with WebGL in software, of several builds of the page by turns, each run in a browser of its own: out of
 * the first screen (`opened`), and by an address that names the map (`address`, with the code of the page). Prints medians
 * of wall time and of CPU time of the page's process and of the one that draws. With TRACE=FILE it writes a trace of each
 * run, for chrome://tracing.
 */
const [runs = "5", folder = "map", ...sites] = process.argv.slice(2);
const WAYS = ["opened", "address"] as const;
/** The page around the map is put together without a graphics card, too, as browsers do that have none. */
const FLAGS = ["--disable-gpu-compositing"];
type Way = (typeof WAYS)[number];
const NAMES = ["points are read", "first frame", "CPU of the page", "CPU of what draws"] as const;

async function once(browser: Browser, site: string, way: Way, trace: string | undefined): Promise<number[]> {
  const served = await serve(folder, site);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  if (trace !== undefined) await browser.startTracing(page, { path: trace, categories: CATEGORIES });
  let [before, drew] = [await processes(browser), await processes(browser, "GPU")];
  let start = 0;
  if (way === "opened") {
    await page.goto(served.url);
    await page.evaluate(() => window.topograph.ready);
    await page.waitForTimeout(300);
    [before, drew] = [await processes(browser), await processes(browser, "GPU")];
    start = await page.evaluate(() => {
      performance.mark("topograph asked");
      void window.topograph.openMap("map/");
      return performance.getEntriesByName("topograph asked")[0].startTime;
    });
  } else await page.goto(`${served.url}?map=map/`);
  const frame = await untilMark(page, "topograph frame", start);
  const [after, drawn] = [await processes(browser), await processes(browser, "GPU")];
  const read = await page.evaluate(
    () => performance.getEntriesByName("topograph map").at(-1)?.startTime ?? 0,
  );
  if (trace !== undefined) await browser.stopTracing();
  await page.close();
  served.close();
  return [read - start, frame, after.cpu - before.cpu, drawn.cpu - drew.cpu];
}

const CATEGORIES = [
  "devtools.timeline",
  "blink.user_timing",
  "v8.execute",
  "disabled-by-default-v8.cpu_profiler",
  "disabled-by-default-v8.compile",
  "loading",
  "__metadata",
];

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

const found = new Map<string, number[][]>();
for (let run = 0; run < Number(runs); run++)
  for (const way of WAYS)
    for (const site of sites) {
      const browser = await launchBrowser(FLAGS);
      // The first page of a browser waits for it.
      await (await browser.newPage()).close();
      const trace = process.env.TRACE === undefined ? undefined : `${process.env.TRACE}-${way}-${run}.json`;
      const key = `${way} | ${site}`;
      found.set(key, [...(found.get(key) ?? []), await once(browser, site, way, trace)]);
      await browser.close();
    }
process.stdout.write(
  `${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}, load ${loadavg()[0].toFixed(1)}\n`,
);
process.stdout.write(`| way | page | ${NAMES.join(" | ")} |\n`);
for (const [key, all] of found) {
  const told = NAMES.map((_, k) => {
    const values = all.map((run) => run[k]);
    return `${Math.round(median(values))} (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`;
  });
  process.stdout.write(`| ${key} | ${told.join(" | ")} |\n`);
}
