import { readFileSync, type Stats, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * Longer bodies go as they are: a browser on this machine takes them faster than they are packed, and what is that long
 * and matters far away (through a tunnel) is a map folder, whose tables are packed.
 */
const LONGEST = 1 << 22;
/** Shorter ones fit into one packet anyway. */
const SHORTEST = 1 << 10;

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".html": "text/html; charset=utf-8",
};

/** Whether an answer may be packed: never a part of a file, because ranges count its own bytes. */
export function mayPack({ headers }: IncomingMessage): boolean {
  const accepted = String(headers["accept-encoding"] ?? "");
  return headers.range === undefined && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(accepted);
}

/** The bytes of a body by the platform's gzip; undefined where it goes as it is. */
export function packed(
  request: IncomingMessage,
  body: readonly (string | Uint8Array)[],
): Uint8Array | undefined {
  const length = body.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  if (length < SHORTEST || length > LONGEST || !mayPack(request)) return undefined;
  return gzipSync(Buffer.concat(body.map((part) => Buffer.from(part))));
}

/** Files packed once, as long as they stay as they are. */
export function packedFiles() {
  const kept = new Map<string, { readonly tag: string; readonly bytes: Uint8Array }>();
  return {
    /**
     * Answers with a packed file that is text; false where another must: parts of files, other types, who takes no gzip,
     * and who has it already.
     */
    answer(request: IncomingMessage, response: ServerResponse, file: string): boolean {
      const type = TYPES[extname(file)];
      if (type === undefined) return false;
      // Others that keep answers must not give a packed one to who takes none.
      response.setHeader("Vary", "Accept-Encoding");
      const stat = mayPack(request) ? statSync(file, { throwIfNoEntry: false }) : undefined;
      if (!stat?.isFile() || stat.size < SHORTEST || stat.size > LONGEST) return false;
      const tag = tagOf(stat);
      if (request.headers["if-none-match"] === tag) return false;
      let found = kept.get(file);
      if (found?.tag !== tag) {
        found = { tag, bytes: gzipSync(readFileSync(file)) };
        kept.set(file, found);
      }
      response.writeHead(200, {
        "Content-Type": type,
        "Content-Encoding": "gzip",
        "Content-Length": found.bytes.length,
        ETag: tag,
      });
      response.end(request.method === "HEAD" ? undefined : found.bytes);
      return true;
    },
  };
}

/** As sirv writes it: weak, because it names what is in the file rather than its bytes. */
function tagOf({ size, mtime }: Stats): string {
  return `W/"${size}-${mtime.getTime()}"`;
}
