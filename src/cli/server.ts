import { randomBytes, timingSafeEqual } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { join, sep } from "node:path";
import sirv from "sirv";
import { TopographError } from "../model/errors.ts";
import { packed, packedFiles } from "./packed.ts";
import type { ServedFolder } from "./serve-folder.ts";

/** A running server. */
export interface Running {
  /** `http://localhost:4173/`, with the token where there is one. */
  readonly address: string;
  readonly closed: Promise<void>;
  close(): void;
}

/** The page loads nothing from anywhere else and sends nothing anywhere. */
const POLICY = [
  "default-src 'none'",
  // WebAssembly draws the pictures of slides.
  "script-src 'self' 'wasm-unsafe-eval'",
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

/** What is made for the page, each named by a link in its head. */
const MADE = { map: "map.json", reading: "reading.json" } as const;

/** The one site that may read the map's graph: the page links to it. */
const GEPHI_LITE = "https://lite.gephi.org";

/** What is served, and to whom. */
export interface Served {
  /** The folder of the built page. */
  readonly folder: string;
  /** The map's JSON, in pieces, or what makes it when it is asked for; absent: the page begins with its first screen. */
  readonly map?: readonly Uint8Array[] | (() => Promise<readonly Uint8Array[]>);
  /** The map folder that the map is in. */
  readonly mapFolder?: ServedFolder;
  /** The map as GEXF, written anew for each request. */
  readonly gexf?: () => Iterable<string>;
  /** What was read for it, as JSON, in pieces. */
  readonly reading?: readonly Uint8Array[];
  /** What the first request must bring, so that other users of this machine cannot read the map; absent: anybody here may. */
  readonly token?: string;
}

/**
 * Serves the page with a map or without one, to this machine only, with a token to whoever knows the address.
 * @param tries how many ports, from `port` on, are tried while they are taken
 * @throws TopographError (input) where none is free
 */
export async function listen(served: Served, port: number, tries: number): Promise<Running> {
  const server = createServer(handler(served));
  const taken = await listenOn(server, port, tries);
  return {
    address: `http://localhost:${taken}/${served.token === undefined ? "" : `?token=${served.token}`}`,
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

/** Answers each request: refusals first, then the page that knows its map, the map, and the page's other files. */
function handler({ folder, token, gexf, mapFolder, ...served }: Served): RequestListener {
  const plain = readFileSync(join(folder, "index.html"), "utf8");
  const made = new Map<string, NonNullable<Served["map"]>>();
  let links = mapFolder ? `<link rel="topograph-folder" href="${mapFolder.href}">` : "";
  for (const name of ["map", "reading"] as const) {
    const pieces = served[name];
    if (!pieces) continue;
    made.set(`/${MADE[name]}`, pieces);
    links += `<link rel="topograph-${name}" href="${MADE[name]}">`;
  }
  // Another site brings no cookie, so that the address itself says that it may: it opens the graph alone, not the page.
  const key = token === undefined ? undefined : randomBytes(24).toString("hex");
  const graph = key === undefined ? "/map.gexf" : `/${key}/map.gexf`;
  if (gexf) links += `<link rel="topograph-gexf" href="${graph.slice(1)}">`;
  const index = plain.replace(/<\/head>/i, () => `${links}</head>`);
  const files = sirv(folder, { etag: true });
  const small = packedFiles();
  const texts = new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => [
      `/${name.split(sep).join("/")}`,
      join(folder, name),
    ]),
  );
  return (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const send = (status: number, type: string, body: readonly (string | Uint8Array)[]) => {
      const short = packed(request, body);
      if (short) response.setHeader("Content-Encoding", "gzip");
      const parts = short ? [short] : body;
      const length = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
      response.writeHead(status, { "Content-Type": type, "Content-Length": length, Vary: "Accept-Encoding" });
      if (request.method === "HEAD") response.end();
      else void sendAll(response, parts);
    };
    const refuse = (status: number, reason: string) =>
      send(status, "text/plain; charset=utf-8", [`${reason}\n`]);
    // Other sites cannot read the map through a name of theirs that resolves to this machine.
    if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(request.headers.host ?? ""))
      return refuse(403, "only localhost");
    const written = request.url ?? "/";
    if (!URL.canParse(written, "http://localhost")) return refuse(404, "not found");
    const url = new URL(written, "http://localhost");
    const isGraph = gexf !== undefined && isSame(url.pathname, graph);
    if (isGraph) allowGephiLite(request, response);
    if (isGraph && request.method === "OPTIONS") return void response.writeHead(204).end();
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return refuse(405, "only GET");
    }
    const sendGraph = () => {
      response.writeHead(200, { "Content-Type": "application/xml; charset=utf-8" });
      if (request.method === "HEAD") response.end();
      else void sendAll(response, gexf?.() ?? []);
    };
    if (isGraph && key !== undefined) return sendGraph();
    if (token !== undefined && !isAdmitted(request, token)) {
      if (!isSame(url.searchParams.get("token") ?? "", token))
        return refuse(403, "open the whole address that topograph printed, with its token");
      // The page's own requests, and a reload without the token, come with the cookie.
      response.setHeader("Set-Cookie", `${cookieName(request)}=${token}; Path=/; HttpOnly; SameSite=Strict`);
    }
    if (url.pathname === "/" || url.pathname === "/index.html")
      return send(200, "text/html; charset=utf-8", [index]);
    if (gexf && url.pathname === "/map.gexf") return sendGraph();
    const pieces = made.get(url.pathname);
    if (typeof pieces === "function")
      return void pieces().then(
        (all) => send(200, "application/json; charset=utf-8", all),
        (error: unknown) => refuse(500, error instanceof Error ? error.message : String(error)),
      );
    if (pieces) return send(200, "application/json; charset=utf-8", pieces);
    if (mapFolder?.answer(request, response, url.pathname)) return;
    const own = texts.get(url.pathname);
    if (own !== undefined && small.answer(request, response, own)) return;
    files(request, response, () => refuse(404, "not found"));
  };
}

/** Lets pages of Gephi Lite, and of no other site, read an answer; browsers ask before they let one reach this machine. */
function allowGephiLite({ headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Vary", "Origin");
  if (headers.origin !== GEPHI_LITE) return;
  response.setHeader("Access-Control-Allow-Origin", GEPHI_LITE);
  response.setHeader("Access-Control-Allow-Methods", "GET");
  if (headers["access-control-request-private-network"] === "true")
    response.setHeader("Access-Control-Allow-Private-Network", "true");
}

/** A browser keeps cookies by host, not by port: each server of this machine has a name of its own. */
function cookieName(request: IncomingMessage): string {
  return `topograph-${request.socket.localPort}`;
}

/** Whether an earlier answer gave this browser the token. */
function isAdmitted(request: IncomingMessage, token: string): boolean {
  const name = cookieName(request);
  const cookies = (request.headers.cookie ?? "").split(";").map((cookie) => cookie.trim().split("="));
  return cookies.some(([key, value]) => key === name && isSame(value ?? "", token));
}

/** Compares in a time that tells nothing about where the texts differ. */
function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Piece after piece, no faster than they are taken. */
async function sendAll(response: ServerResponse, parts: Iterable<string | Uint8Array>): Promise<void> {
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
