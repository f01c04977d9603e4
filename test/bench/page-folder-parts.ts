import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Browser, Page } from "playwright-core";

/** How long a page is waited for. */
export const LONG = { timeout: 90_000 };
const TYPES = new Map([
  [".js", "text/javascript"],
  [".css", "text/css"],
  [".html", "text/html"],
]);

/** Serves the page in `site`, and a folder under map/ by byte ranges. */
export async function serve(
  folder: string,
  site: string,
): Promise<{ readonly url: string; close(): void; kilobytes(): number }> {
  let sent = 0;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://page").pathname;
    const isMap = path.startsWith("/map/");
    const file = isMap ? join(folder, path.slice(5)) : join(site, path === "/" ? "index.html" : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.setHeader("content-type", TYPES.get(extname(file)) ?? "application/octet-stream");
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
    if (first === undefined) {
      if (isMap) sent += statSync(file).size;
      return response.end(readFileSync(file));
    }
    const { size } = statSync(file);
    const end = Math.min(size - 1, Number(last));
    const bytes = Buffer.alloc(end - Number(first) + 1);
    const descriptor = openSync(file, "r");
    readSync(descriptor, bytes, 0, bytes.length, Number(first));
    closeSync(descriptor);
    sent += bytes.length;
    response.writeHead(206, { "Content-Range": `bytes ${first}-${end}/${size}` });
    return response.end(bytes);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close(), kilobytes: () => sent / 1000 };
}

/** CPU milliseconds and megabytes of the processes that hold pages, or of the one that draws. */
export async function processes(browser: Browser, kind: "renderer" | "GPU" = "renderer") {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const own = processInfo.filter(({ type }) => type === kind);
  const kilobytes = own.map(({ id }) => {
    const status = existsSync(`/proc/${id}/status`) ? readFileSync(`/proc/${id}/status`, "utf8") : "";
    return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0);
  });
  return {
    cpu: own.reduce((sum, one) => sum + one.cpuTime * 1000, 0),
    megabytes: Math.max(0, ...kilobytes) / 1000,
  };
}

/** Milliseconds from now until the page has a mark of this name. @throws Error with what the page says, where it failed */
export async function untilMark(page: Page, name: string, from: number): Promise<number> {
  const found = await page.waitForFunction(
    (mark) => {
      const failed = document.querySelector("#app[data-phase=failed] #overlay")?.textContent;
      return failed ?? performance.getEntriesByName(mark).at(-1)?.startTime;
    },
    name,
    LONG,
  );
  const value = await found.jsonValue();
  if (typeof value !== "number") throw new Error(`the page says: ${value}`);
  return value - from;
}
