import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Page } from "playwright-core";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { frameOf, NO_INSETS, viewOf } from "../../src/scene/camera.ts";
import { dotScale } from "../../src/scene/dots.ts";
import { labelCandidates } from "../../src/scene/labels/candidates.ts";
import { createObstacles, layoutLabels } from "../../src/scene/labels/labels.ts";
import type { Label } from "../../src/scene/labels/types.ts";
import { tableMeasure } from "../../src/scene/metrics.ts";
import { launchBrowser } from "../browser.ts";
import { bigMap } from "./big-map.ts";
import { brushStep, withFields } from "./brush.ts";
import { yearTimes } from "./page-time.ts";
import { workTimes } from "./page-work.ts";
import { type Counting, metric, open, serve } from "./served.ts";
import { fileSource } from "./source.ts";

/**
 * `npm run bench:page`: the built page in headless Chromium with software rendering. What is not CPU time is wall
 * time: run it on an idle machine. Writes test/bench/PAGE.md.
 */
const RESULTS = "test/bench/PAGE.md";
/** Maps of more papers are left out: `npm run bench:page -- 10000`. */
const MOST = Number(process.argv[2] ?? 100_000);
const THOUSAND = "../shared/corpora/arxiv_1k.jsonl";
const TEN_THOUSAND = "../shared/corpora/arxiv_10k.jsonl.gz";
const folder = mkdtempSync(join(tmpdir(), "topograph-bench-"));
const rows: string[] = [];
const say = (what: string, value: string, goal: string) => {
  rows.push(`| ${what} | ${value} | ${goal} |`);
  process.stdout.write(`${what}: ${value} (goal ${goal})\n`);
};
const ms = (value: number) => (value >= 100 ? `${Math.round(value)} ms` : `${value.toFixed(1)} ms`);
const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

const mark = (page: Page, name: string) =>
  page.evaluate((key) => performance.getEntriesByName(key)[0]?.startTime ?? Number.NaN, name);

/** CPU milliseconds of script per frame while the camera zooms and pans. */
async function moving(page: Page): Promise<number> {
  const time = await metric(page, "ScriptDuration");
  const frames = () => page.evaluate(() => (window as unknown as Counting).counter.frames);
  const [from, before] = [await frames(), await time()];
  for (const key of ["+", "ArrowRight", "+", "ArrowDown", "-", "ArrowLeft"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(500);
  }
  return ((await time()) - before) / Math.max(1, (await frames()) - from);
}

/** CPU milliseconds of script per step of the year filter, the frame that shows it included. */
async function filterStep(page: Page): Promise<number> {
  const steps = 20;
  const time = await metric(page, "ScriptDuration");
  const before = await time();
  await page.evaluate(async (count) => {
    const slider = document.querySelector<HTMLInputElement>("#years input");
    for (let k = 1; slider && k <= count; k++) {
      slider.value = String(Number(slider.min) + k);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((done) => setTimeout(done, 100));
    }
  }, steps);
  return ((await time()) - before) / steps;
}

/** CPU milliseconds of one layout of labels at ten cameras, as in a flight: labels keep their places from frame to frame. */
function labelTime(map: TopicMap): number {
  const frame = frameOf(map.x, map.y);
  const candidates = labelCandidates(map, map.size);
  const obstacles = createObstacles();
  let previous: readonly Label[] = [];
  const times: number[] = [];
  for (let k = 0; k < 200; k++) {
    const ratio = 1.2 * 0.97 ** (k % 100);
    const view = viewOf(frame, { x: 0.45, y: 0.55, ratio }, { width: 1050, height: 780 });
    const dots = dotScale(frame, view, map.x.length);
    const start = process.cpuUsage();
    previous = layoutLabels(
      candidates,
      {
        view,
        dots,
        sizes: map.size,
        insets: NO_INSETS,
        visible: null,
        first: [],
        measure: tableMeasure,
        previous,
      },
      obstacles,
    );
    const { user, system } = process.cpuUsage(start);
    if (k >= 100) times.push((user + system) / 1000);
  }
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}

async function saved(map: TopicMap, name: string): Promise<string> {
  const file = join(folder, name);
  const zip = createGzip({ level: 1 });
  const done = pipeline(zip, (await import("node:fs")).createWriteStream(file));
  for (const piece of encodeMap(map))
    if (!zip.write(piece)) await new Promise((next) => zip.once("drain", next));
  zip.end();
  await done;
  return file;
}

const browser = await launchBrowser();
const empty = await serve();
const first = await browser.newPage();
await first.goto(empty.url);
await first.locator("#demo").waitFor();
say("first load, scripts gzipped", `${(empty.script() / 1000).toFixed(1)} kB`, "≤ 100 kB");
await first.close();

const demo = await buildMap(
  await readPapers([fileSource("data/resnet_papers_page.txt")]),
  {},
  { title: "Demo" },
);
const demoSite = await serve(await saved(demo, "demo"));
const started: number[] = [];
const used: number[] = [];
for (let k = 0; k < 3; k++) {
  const { page, cpu } = await open(browser, demoSite.url);
  started.push(await mark(page, "topograph frame"));
  used.push(cpu);
  await page.close();
}
say("demo map, from navigation to its first frame", ms(middle(started)), "< 1 s");
say("demo map, main thread until its first frame (CPU)", ms(middle(used)), "–");
demoSite.close();

for (const [n, goal] of [
  [10_000, "≤ 0.5 s"],
  [100_000, "≤ 1.5 s"],
] as const) {
  if (n > MOST) continue;
  const map = withFields(bigMap(n));
  const site = await serve(await saved(map, `${n}`));
  const { page, cpu } = await open(browser, site.url);
  const [decoded, drawn] = [await mark(page, "topograph map"), await mark(page, "topograph frame")];
  say(`${n} papers: read and decoded`, ms(decoded), "–");
  say(`${n} papers: first frame after that`, ms(drawn - decoded), goal);
  say(`${n} papers: main thread until the first frame (CPU)`, ms(cpu), "–");
  await page.waitForTimeout(1500);
  say(`${n} papers: script per frame while moving (CPU)`, ms(await moving(page)), "≤ 3 ms");
  say(`${n} papers: one step of the year filter with its frame (CPU)`, ms(await filterStep(page)), "≤ 3 ms");
  say(
    `${n} papers: one step of a brush over a field, with its legend and three charts (CPU)`,
    ms(await brushStep(page)),
    "< 16 ms",
  );
  say(`${n} papers: layout of labels (CPU)`, ms(labelTime(map)), "≤ 2 ms");
  const years = await yearTimes(page, await metric(page, "ScriptDuration"));
  say(`${n} papers: topics over years (CPU)`, ms(years.panel), "< 200 ms");
  say(`${n} papers: script per frame while the years go by (CPU)`, ms(years.frame), "< 8 ms");
  await page.close();
  site.close();
}

if (existsSync(THOUSAND)) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(empty.url);
  await page.locator("#demo").waitFor();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  const given = await chooser;
  const start = await page.evaluate(() => performance.now());
  await given.setFiles(THOUSAND);
  await page.waitForFunction(() => performance.getEntriesByName("topograph frame").length > 0, undefined, {
    timeout: 120_000,
  });
  say("1,000 papers, from file to map", ms((await mark(page, "topograph frame")) - start), "< 5 s");
}

if (existsSync(TEN_THOUSAND) && MOST >= 10_000) {
  const { papers, evidence, regrouping } = await workTimes(TEN_THOUSAND);
  const of = ({ first, mean, slowest }: typeof evidence) =>
    `${ms(mean)}, at most ${ms(slowest)}; the first ${ms(first)}`;
  say(`${papers} papers: why two are linked (CPU)`, of(evidence), "< 20 ms");
  say(
    `${papers} papers: other topics by the slider (CPU)`,
    of(regrouping),
    "what Keep takes, without the layout: ≤ 2 s",
  );
}

await browser.close();
empty.close();
rmSync(folder, { recursive: true, force: true });
// What is measured beside another version is kept.
const [, beside] = readFileSync(RESULTS, "utf8").split(/(?=\n## )/);
writeFileSync(
  RESULTS,
  `Node ${process.version}, headless Chromium with software rendering, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"} (load ${loadavg()[0].toFixed(1)}), ${new Date().toISOString().slice(0, 10)}\n\n| what | measured | goal |\n|---|---|---|\n${rows.join("\n")}\n${beside ?? ""}`,
);
