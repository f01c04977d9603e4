import { statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, dirname, join } from "node:path";
import sirv from "sirv";
import { fileOf, HEAD_FILE, TABLES } from "../folder/shapes.ts";
import type { FoundFolder } from "./map-folder.ts";
import { packedFiles } from "./packed.ts";

/** A map folder, or an archive of one, as the local server gives it. */
export interface ServedFolder {
  /** Its address from the page's: "map/" or "map.zip". */
  readonly href: string;
  /** Answers a request for one of its files; false where it is none of them. */
  answer(request: IncomingMessage, response: ServerResponse, path: string): boolean;
}

/**
 * The files of a map folder by sirv, with ETags and byte ranges: those of the map alone, whatever else lies beside them.
 * Tables are packed already, column by column: no other compression would make them smaller; `map.json` is packed on its way.
 */
export function servedFolder({ path, isZip }: FoundFolder): ServedFolder {
  const root = isZip ? dirname(path) : path;
  const names = isZip ? [basename(path)] : [HEAD_FILE, ...TABLES.map(fileOf)];
  const paths = new Map(names.map((name) => [isZip ? "/map.zip" : `/map/${name}`, name]));
  // Looked up anew each time: the map may be written again while it is served.
  const head = packedFiles();
  const files = sirv(root, { dev: true, etag: true });
  return {
    href: isZip ? "map.zip" : "map/",
    answer(request, response, asked) {
      const name = paths.get(asked);
      const stat = name === undefined ? undefined : statSync(join(root, name), { throwIfNoEntry: false });
      if (name === undefined || !stat?.isFile()) return false;
      if (head.answer(request, response, join(root, name))) return true;
      request.url = `/${encodeURIComponent(name)}`;
      plainRange(request, stat.size);
      response.setHeader("Accept-Ranges", "bytes");
      files(request, response);
      return true;
    },
  };
}

/**
 * Makes of a range what sirv understands, "bytes=FIRST-LAST": the last bytes ("bytes=-500") by where they begin; of
 * several ranges, and of one under a condition, the whole file, as RFC 9110 allows.
 */
function plainRange(request: IncomingMessage, size: number): void {
  const { range } = request.headers;
  if (range === undefined) return;
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  const isPlain = first !== undefined && first !== "" && (last === "" || Number(last) >= Number(first));
  if (request.headers["if-range"] !== undefined || (!isPlain && !(first === "" && Number(last) > 0)))
    delete request.headers.range;
  else if (!isPlain) request.headers.range = `bytes=${Math.max(0, size - Number(last))}-`;
  // sirv reads a last byte of 0 as none.
  else if (last === "0") delete request.headers.range;
}
