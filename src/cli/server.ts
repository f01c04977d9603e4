import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { TopographError } from "../model/errors.ts";

/** A running server. */
export interface Running {
  /** `http://localhost:4173/`. */
  readonly address: string;
  readonly closed: Promise<void>;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".wasm": "application/wasm",
};

/** The page loads nothing from anywhere else and sends nothing anywhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

const HEADERS = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-cache",
};

const LINK = '<link rel="topograph-map" href="map.json">';

/**
 * Serves the page with a map, to this machine only.
 * @param folder the built page
 * @param map the map's JSON, in pieces
 * @param tries how many ports, from `port` on, are tried while they are taken
 * @throws TopographError (input) where none is free
 */
export async function listen(
  folder: string,
  map: readonly Uint8Array[],
  port: number,
  tries: number,
): Promise<Running> {
  const index = readFileSync(join(folder, "index.html"), "utf8").replace(/<\/head>/i, () => `${LINK}</head>`);
  const server = createServer((request, response) => answer(folder, index, map, request, response));
  const taken = await listenOn(server, port, tries);
  return {
    address: `http://localhost:${taken}/`,
    closed: new Promise((resolve) => server.once("close", () => resolve())),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listenOn(server: Server, first: number, tries: number): Promise<number> {
  for (let port = first; ; port++)
    try {
      return await new Promise<number>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          server.off("error", reject);
          const address = server.address();
          resolve(typeof address === "object" && address ? address.port : port);
        });
      });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === "EADDRINUSE" && port + 1 < first + tries && port < 65535) continue;
      const reason = code === "EADDRINUSE" ? "another program uses it" : message;
      throw new TopographError(
        "input",
        `cannot serve on port ${port}: ${reason}; choose another with --port or PORT (0 takes any that is free)`,
      );
    }
}

function answer(
  folder: string,
  index: string,
  map: readonly Uint8Array[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [status, type, body] = reply(folder, index, map, request);
  const length = body.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  response.writeHead(status, { ...HEADERS, "Content-Type": type, "Content-Length": length });
  if (request.method === "HEAD") response.end();
  else void sendAll(response, body);
}

type Reply = readonly [status: number, type: string, body: readonly (string | Uint8Array)[]];

function reply(folder: string, index: string, map: readonly Uint8Array[], request: IncomingMessage): Reply {
  const refuse = (status: number, reason: string): Reply => [status, "text/plain", [`${reason}\n`]];
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "only GET");
  // Other sites cannot read the map through a name of theirs that resolves to this machine.
  if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(request.headers.host ?? ""))
    return refuse(403, "only localhost");
  const path = pathOf(request.url ?? "/");
  if (path === "/" || path === "/index.html") return [200, TYPES[".html"], [index]];
  if (path === "/map.json") return [200, TYPES[".json"], map];
  const file = path === undefined ? undefined : join(folder, path);
  if (!file || !existsSync(file) || !statSync(file).isFile()) return refuse(404, "not found");
  return [200, TYPES[extname(file).toLowerCase()] ?? "application/octet-stream", [readFileSync(file)]];
}

/** The path of a request within the folder; undefined where it leads out of it or is no path. */
function pathOf(url: string): string | undefined {
  try {
    const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
    if (path.includes("\0") || path.split(sep).includes("..")) return undefined;
    return path.replaceAll(sep, "/");
  } catch {
    return undefined;
  }
}

/** Piece after piece, no faster than they are taken. */
async function sendAll(response: ServerResponse, parts: readonly (string | Uint8Array)[]): Promise<void> {
  for (const part of parts) {
    if (response.destroyed) return;
    if (!response.write(part)) await new Promise<void>((resolve) => waitFor(response, resolve));
  }
  response.end();
}

function waitFor(response: ServerResponse, resolve: () => void): void {
  const done = () => {
    response.off("drain", done).off("close", done);
    resolve();
  };
  response.on("drain", done).on("close", done);
}
