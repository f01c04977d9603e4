import { readdirSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../browser.ts";
import { LONG, processes, serve, untilMark } from "./page-folder-parts.ts";
import { metric } from "./served.ts";

/**
 * `node dist/bench/page-folder.js dist/page map/ [another map/ …]`: what a saved map folder takes until it is drawn, over
 * HTTP with byte ranges and from files, in headless Chromium with WebGL in software; then the title of a paper under the
 * pointer, a search, another filter by year, frames in which the map moves, and what the page holds in memory. Prints a
 * table; what is not CPU time is wall time.
 */
const [site = "dist/page", ...folders] = process.argv.slice(2);
async function measure(browser: Browser, folder: string, from: "http" | "files"): Promise<void> {
  const served = await serve(folder, site);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const say = (what: string, value: string) => process.stdout.write(`| ${from}: ${what} | ${value} |\n`);
  const ms = (value: number) => `${Math.round(value)} ms`;
  await page.goto(served.url);
  await page.evaluate(() => window.topograph.ready);
  const before = await processes(browser);
  let start: number;
  if (from === "http")
    start = await page.evaluate(() => {
      void window.topograph.openMap("map/");
      return performance.now();
    });
  else {
    await page.evaluate(() => {
      const input = document.createElement("input");
      Object.assign(input, { type: "file", id: "bench", multiple: true });
      document.body.append(input);
    });
    const files = readdirSync(folder).map((name) => join(folder, name));
    await page.locator("#bench").setInputFiles(files);
    start = await page.evaluate(() => {
      const { files: chosen } = document.querySelector("#bench") as HTMLInputElement;
      void window.topograph.openMap([...(chosen ?? [])]);
      return performance.now();
    });
  }
  const frame = await untilMark(page, "topograph frame", start);
  const drawn = await processes(browser);
  const read = await page.evaluate(() => performance.getEntriesByName("topograph map").at(-1)?.startTime);
  say("points read", ms((read ?? 0) - start));
  say(
    "first frame",
    `${ms(frame)} (${ms(drawn.cpu - before.cpu)} CPU${from === "http" ? `, ${Math.round(served.kilobytes())} kB` : ""})`,
  );
  say("title under the pointer, while the rest comes", ms(await hoverTitle(page)));
  say("search, while the rest comes", ms(await searchTime(page, "neural")));
  say("all points are drawn", ms(await untilMark(page, "topograph points", start)));
  const points = await processes(browser);
  say("CPU until then", ms(points.cpu - before.cpu));
  const { folder: head } = JSON.parse(readFileSync(join(folder, "map.json"), "utf8"));
  if (head.papers <= 200_000) {
    say("all is there", ms(await untilMark(page, "topograph whole", start)));
    const whole = await processes(browser);
    say("CPU until then", ms(whole.cpu - before.cpu));
  }
  say("title under the pointer then", ms(await hoverTitle(page, 650)));
  say("search then", ms(await searchTime(page, "galax")));
  const filter = await yearFilter(page);
  say("filter by year", `${ms(filter.wall)} (${ms(filter.script)} CPU of the page)`);
  for (const [what, key] of [
    ["a step to the side", "ArrowRight"],
    ["a step nearer", "+"],
  ]) {
    const { script, drawing } = await moving(browser, page, key);
    say(what, `${ms(script)} CPU of the page, ${ms(drawing)} of the process that draws`);
  }
  say("memory of the page's process", `${Math.round((await processes(browser)).megabytes)} MB`);
  await page.close();
  served.close();
}

/** Milliseconds from the pointer's coming over a dot until its title is there. */
async function hoverTitle(page: Page, left = 500): Promise<number> {
  await page.evaluate(() => {
    // What is told of now, if anything, is another paper.
    const old = document.querySelector<HTMLElement>(".dot-note p")?.textContent ?? "";
    const times = { came: 0, told: 0 };
    Object.assign(window, { times });
    const look = () => {
      const note = document.querySelector<HTMLElement>(".dot-note");
      const title = note?.querySelector("p")?.textContent ?? "";
      if (note && !note.hidden && title !== old && times.came === 0) times.came = performance.now();
      if (title !== "" && title !== old && times.told === 0) times.told = performance.now();
      if (times.told === 0) requestAnimationFrame(look);
    };
    look();
  });
  for (let k = 0; k < 400; k++) {
    await page.mouse.move(left + (k % 40) * 5, 350 + Math.floor(k / 40) * 11);
    if (await page.evaluate(() => (window as unknown as { times: { came: number } }).times.came > 0)) break;
  }
  await page.waitForFunction(
    () => (window as unknown as { times: { told: number } }).times.told > 0,
    undefined,
    LONG,
  );
  return page.evaluate(() => {
    const { came, told } = (window as unknown as { times: { came: number; told: number } }).times;
    return told - came;
  });
}

/** Milliseconds from typing a word until the first title that has been found is there. */
function searchTime(page: Page, word: string): Promise<number> {
  return page.evaluate(async (query) => {
    const input = document.querySelector("#search") as HTMLInputElement;
    const start = performance.now();
    input.value = query;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    for (;;) {
      await new Promise((next) => requestAnimationFrame(next));
      const title = document.querySelector("#papers .item .row-title")?.textContent ?? "";
      if (title.toLowerCase().includes(query)) break;
      if (performance.now() - start > 60_000) return Number.NaN;
    }
    const took = performance.now() - start;
    input.value = "";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    return took;
  }, word);
}

/** Milliseconds from a stroke over the years until a frame with their papers is drawn. */
async function yearFilter(page: Page): Promise<{ wall: number; script: number }> {
  const { x, y, width, height } = (await page.locator("#years svg").first().boundingBox(LONG)) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  const script = await metric(page, "TaskDuration");
  await page.mouse.move(x + width * 0.3, y + height / 2);
  await page.mouse.down();
  const before = await script();
  const seen = page.evaluate(async () => {
    const count = () => document.querySelector("#tab-papers")?.textContent;
    const all = count();
    const stroke = await new Promise<number>((done) => {
      addEventListener("pointermove", () => done(performance.now()), { capture: true, once: true });
    });
    while (count() === all && performance.now() - stroke < 20_000)
      await new Promise((next) => setTimeout(next));
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    return performance.now() - stroke;
  });
  await page.mouse.move(x + width * 0.6, y + height / 2);
  const wall = await seen;
  await page.mouse.up();
  return { wall, script: (await script()) - before };
}

/** Steps of a key that are measured. */
const STEPS = 8;

/** What a step of a key, which moves the map for a tenth of a second or two, costs in CPU milliseconds. */
async function moving(browser: Browser, page: Page, key: string) {
  await page.mouse.move(700, 20);
  await page.waitForTimeout(3000);
  const time = await metric(page, "TaskDuration");
  const [before, drawn] = [await time(), (await processes(browser, "GPU")).cpu];
  for (let k = 0; k < STEPS; k++) {
    await page.keyboard.press(key);
    await page.waitForTimeout(500);
  }
  return {
    script: ((await time()) - before) / STEPS,
    drawing: ((await processes(browser, "GPU")).cpu - drawn) / STEPS,
  };
}

const load = loadavg()[0].toFixed(1);
process.stdout.write(`${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}, load ${load}\n`);
for (const folder of folders)
  for (const from of ["http", "files"] as const) {
    process.stdout.write(`\n${folder}\n`);
    // Each in a browser of its own: nothing of another map is in its memory.
    const browser = await launchBrowser();
    await measure(browser, folder, from);
    await browser.close();
  }
