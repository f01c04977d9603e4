import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";

const PAGE = "dist/page";

/** Serves the built page (of this version, or of another in `folder`), with a file as its map; counts the gzipped bytes of scripts asked for. */
export async function serve(
  map?: string,
  folder = PAGE,
): Promise<{ url: string; script(): number; close(): void }> {
  let script = 0;
  const types = new Map([
    [".js", "text/javascript"],
    [".css", "text/css"],
    [".html", "text/html"],
  ]);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://page").pathname;
    if (path === "/map.json" && map) return createReadStream(map).pipe(response);
    const file = join(folder, path === "/" ? "index.html" : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    const body = readFileSync(file);
    if (extname(file) === ".js") script += gzipSync(body).length;
    response.setHeader("content-type", types.get(extname(file)) ?? "application/octet-stream");
    if (path !== "/" || !map) return response.end(body);
    return response.end(
      body.toString().replace("</head>", () => '<link rel="topograph-map" href="map.json"></head>'),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, script: () => script, close: () => server.close() };
}

/** What a page that was opened here has: the frames that it asked for, and how to ask for one that is not counted. */
export interface Counting {
  readonly counter: { readonly frames: number; readonly next: typeof requestAnimationFrame };
}

/** A page with its map drawn; it counts its animation frames. @param patience milliseconds that drawing may take */
export async function open(
  browser: Browser,
  url: string,
  patience = 120_000,
): Promise<{ page: Page; cpu: number }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const time = await metric(page, "TaskDuration");
  await page.addInitScript(() => {
    const next = window.requestAnimationFrame.bind(window);
    const counter = { frames: 0, next };
    Object.assign(window, { counter });
    window.requestAnimationFrame = (call) =>
      next((now) => {
        counter.frames++;
        call(now);
      });
  });
  await page.goto(url);
  await page.evaluate(() => window.topograph.ready);
  await page.waitForFunction(() => performance.getEntriesByName("topograph frame").length > 0, undefined, {
    timeout: patience,
  });
  return { page, cpu: await time() };
}

/** CPU milliseconds of the page's main thread so far: what other programs do at the same time does not count. */
export async function metric(
  page: Page,
  wanted: "TaskDuration" | "ScriptDuration",
): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1000;
  };
}
