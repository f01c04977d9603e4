import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
};

/** The built page. */
export const PAGE = join(import.meta.dirname, "../../dist/page");

/** Serves the built page; with a map (its JSON) as `topograph serve` does it, else as a visitor without one gets it. */
export async function servePage(map?: string): Promise<{ url: string; close(): void }> {
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://page").pathname);
    if (map !== undefined && path === "/map.json")
      return response.setHeader("content-type", "application/json").end(map);
    const file = join(PAGE, path === "/" ? "index.html" : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
    if (path !== "/" || map === undefined) return response.end(readFileSync(file));
    const link = '<link rel="topograph-map" href="map.json"></head>';
    return response.end(readFileSync(file, "utf8").replace("</head>", () => link));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
