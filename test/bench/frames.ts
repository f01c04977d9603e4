import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../browser.ts";
import { type Counting, metric, open, serve } from "./served.ts";

/**
 * `node dist/bench/frames.js map.json dist/page [another page …]`: what a frame costs while a map is moved, of versions of
 * the page in turn, in headless Chromium with WebGL in software. Script and processes in CPU time, so that other programs
 * count little; the wall time says what people see. A map that all versions read is one that the oldest has written.
 */
const [map = "", ...pages] = process.argv.slice(2);
const ROUNDS = 2;
const STEPS = 30;

interface Cost {
  readonly frames: number;
  /** Milliseconds in all. */
  readonly script: number;
  readonly drawing: number;
  readonly wall: number;
}

/** CPU milliseconds so far of the processes of a kind, all of a browser. */
async function processes(browser: Browser) {
  const session = await browser.newBrowserCDPSession();
  return async (type: string) => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, one) => (one.type === type ? sum + one.cpuTime * 1000 : sum), 0);
  };
}

/** Waits until the page's processes rest: its worker prepares what may be asked for. */
async function atRest(cpu: (type: string) => Promise<number>): Promise<void> {
  for (let k = 0, calm = 0; k < 120 && calm < 2; k++) {
    const before = await cpu("renderer");
    await new Promise((next) => setTimeout(next, 1000));
    calm = (await cpu("renderer")) - before < 100 ? calm + 1 : 0;
  }
}

/** What `act` costs, done once after each frame. */
async function measure(
  page: Page,
  cpu: (type: string) => Promise<number>,
  act: (step: number) => Promise<void>,
): Promise<Cost> {
  const scriptTime = await metric(page, "ScriptDuration");
  const now = async () => {
    const script = await scriptTime();
    const frames = await page.evaluate(() => (window as unknown as Counting).counter.frames);
    return { frames, script, drawing: await cpu("GPU"), wall: performance.now() };
  };
  const before = await now();
  for (let step = 0; step < STEPS; step++) {
    await act(step);
    await page.evaluate(() => new Promise((window as unknown as Counting).counter.next));
  }
  const after = await now();
  return {
    frames: after.frames - before.frames,
    script: after.script - before.script,
    drawing: after.drawing - before.drawing,
    wall: after.wall - before.wall,
  };
}

for (let round = 1; round <= ROUNDS; round++)
  for (const folder of pages) {
    const site = await serve(map, folder);
    const browser = await launchBrowser();
    const cpu = await processes(browser);
    const { page } = await open(browser, site.url, 300_000);
    await atRest(cpu);
    await page.mouse.move(500, 450);
    await page.mouse.down();
    const panning = await measure(page, cpu, (step) => page.mouse.move(500 + 6 * step, 450 + 3 * step));
    await page.mouse.up();
    await page.waitForTimeout(1000);
    await page.mouse.move(500, 450);
    const zooming = await measure(page, cpu, (step) => page.mouse.wheel(0, step < STEPS / 2 ? -60 : 60));
    for (const [name, { frames, script, drawing, wall }] of Object.entries({ panning, zooming })) {
      const each = (total: number) => `${(total / Math.max(1, frames)).toFixed(1)} ms`;
      process.stdout.write(
        `round ${round}, ${folder}, ${name}, ${frames} frames: script ${each(script)}, process that draws ${each(drawing)}, wall ${each(wall)}\n`,
      );
    }
    await browser.close();
    site.close();
  }
