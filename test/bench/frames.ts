import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../browser.ts";

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

interface Counted {
  readonly counter: { frames: number; readonly next: typeof requestAnimationFrame };
}

async function serve(folder: string): Promise<{ readonly url: string; close(): void }> {
  const types = new Map([
    [".js", "text/javascript"],
    [".css", "text/css"],
    [".html", "text/html"],
  ]);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://page").pathname;
    if (path === "/map.json") return createReadStream(map).pipe(response);
    const file = join(folder, path === "/" ? "index.html" : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.setHeader("content-type", types.get(extname(file)) ?? "application/octet-stream");
    const body = readFileSync(file);
    const link = '<link rel="topograph-map" href="map.json"></head>';
    return response.end(path === "/" ? body.toString().replace("</head>", () => link) : body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** CPU milliseconds so far of the processes of a kind, all of a browser. */
async function processes(browser: Browser) {
  const session = await browser.newBrowserCDPSession();
  return async (type: string) => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, one) => (one.type === type ? sum + one.cpuTime * 1000 : sum), 0);
  };
}

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    // Frames that the page asks for: those in which nothing moves are not among them.
    const next = requestAnimationFrame.bind(window);
    const counter = { frames: 0, next };
    Object.assign(window, { counter });
    window.requestAnimationFrame = (call) =>
      next((now) => {
        counter.frames++;
        call(now);
      });
  });
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName("topograph frame").length > 0, undefined, {
    timeout: 300_000,
  });
  return page;
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
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const now = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const script = (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0) * 1000;
    const frames = await page.evaluate(() => (window as unknown as Counted).counter.frames);
    return { frames, script, drawing: await cpu("GPU"), wall: performance.now() };
  };
  const before = await now();
  for (let step = 0; step < STEPS; step++) {
    await act(step);
    await page.evaluate(() => new Promise((window as unknown as Counted).counter.next));
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
    const site = await serve(folder);
    const browser = await launchBrowser();
    const cpu = await processes(browser);
    const page = await open(browser, site.url);
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
