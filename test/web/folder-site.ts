import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { folderFiles } from "../../src/folder/write.ts";
import { zipOf } from "../../src/folder/zip.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { PAGE } from "./serve.ts";

/** The files of a map's folder by name, its archive as "map.zip". */
export async function filesOf(map: TopicMap): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const { name, chunks } of await folderFiles(map, { tilePoints: 16 }))
    files.set(name, Buffer.concat([...chunks()]));
  files.set("map.zip", Buffer.concat([...zipOf(await folderFiles(map, { tilePoints: 16 }))]));
  return files;
}

/** The files as they were written before folders had a table of facets. */
function withoutFacets(files: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const older = new Map(files);
  const head = JSON.parse(String(files.get("map.json")));
  delete head.folder.facets;
  delete head.folder.files["facets.parquet"];
  older.delete("facets.parquet");
  return older.set("map.json", Buffer.from(JSON.stringify(head)));
}

/** A site with a page and a map beside it. */
export interface FolderSite {
  readonly url: string;
  /** What was asked of it: "map/points.parquet bytes=0-99". */
  readonly asked: string[];
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/**
 * A static host of the built page: map.json is the map in one file, map/ its folder, map.zip the archive, whole/ the
 * folder again, without byte ranges, older/ one without a table of facets, and broken/ what `breakIt` leaves of it.
 */
export async function folderSite(
  map: TopicMap,
  breakIt: (files: Map<string, Buffer>) => void,
): Promise<FolderSite> {
  const files = await filesOf(map);
  const broken = new Map(files);
  breakIt(broken);
  const older = withoutFacets(files);
  const json = Buffer.from([...encodeMap(map)].join(""));
  const asked: string[] = [];
  const found = (path: string): Buffer | undefined => {
    const [, folder, name] = /^\/(?:(map|whole|older|broken)\/)?([^/]*)$/.exec(path) ?? [];
    if (folder === "broken") return broken.get(name);
    if (folder === "older") return older.get(name);
    if (folder) return files.get(name);
    if (path === "/map.json") return json;
    return path === "/map.zip" ? files.get("map.zip") : undefined;
  };
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://page").pathname);
    const own = found(path);
    if (own) {
      const { range = "" } = request.headers;
      asked.push(`${path.slice(1)} ${range}`.trim());
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
      if (first === undefined || path.startsWith("/whole/")) return response.end(own);
      const end = Math.min(own.length - 1, Number(last));
      response.writeHead(206, { "Content-Range": `bytes ${first}-${end}/${own.length}` });
      return response.end(own.subarray(Number(first), end + 1));
    }
    const file = join(PAGE, path === "/" ? "index.html" : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
    return response.end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, asked, close: () => server.close() };
}
