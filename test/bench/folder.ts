import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFolder, sourceOf } from "../../src/cli/map-folder.ts";
import { writeFolder } from "../../src/cli/output-folder.ts";
import { openFolder } from "../../src/folder/map-folder.ts";
import { readFolder } from "../../src/folder/read-map.ts";
import { type FolderSource, urlSource } from "../../src/folder/source.ts";
import { folderFiles } from "../../src/folder/write.ts";
import { startMeter } from "./meter.ts";

/**
 * What a map folder costs: `node dist/bench/folder.js FOLDER` reads the whole map, writes it anew, and asks a reader
 * for parts of it, from disk and over HTTP on this machine, with the requests and bytes of each. Lines of Markdown.
 */
const [path = ""] = process.argv.slice(2);
const found = await findFolder(path);
if (!found) throw new Error(`${path} is no map folder`);

const sizes = Object.entries((await openFolder(await sourceOf(found))).head.files);
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
const abstracts = sizes.find(([name]) => name === "abstracts.parquet")?.[1] ?? 0;
console.log(sizes.map(([name, size]) => `${name} ${megabytes(size)}`).join(", "));
console.log(`${megabytes(total)} MB, ${megabytes(total - abstracts)} without abstracts`);

const said = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const meter = startMeter();
  const value = await work();
  const { cpu, wall } = meter();
  console.log(
    `${what}: ${cpu.toFixed(2)} CPU s, ${wall.toFixed(2)} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  );
  return value;
};

/** What was asked of a source. */
const asked = { requests: 0, bytes: 0 };

function counted(source: FolderSource): FolderSource {
  const note = (bytes: ArrayBuffer) => {
    asked.requests++;
    asked.bytes += bytes.byteLength;
    return bytes;
  };
  return {
    whole: async (name) => {
      const bytes = await source.whole(name);
      return bytes && note(bytes);
    },
    async open(name, size) {
      const file = await source.open(name, size);
      return file && { byteLength: size, slice: async (from, to) => note(await file.slice(from, to)) };
    },
  };
}

async function parts(name: string, source: () => Promise<FolderSource>): Promise<void> {
  console.log(`\n| ${name} | ms | requests | kB |\n|---|---|---|---|`);
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const before = { ...asked };
    const begin = performance.now();
    const value = await work();
    const row = [
      what,
      (performance.now() - begin).toFixed(0),
      asked.requests - before.requests,
      ((asked.bytes - before.bytes) / 1000).toFixed(0),
    ];
    console.log(`| ${row.join(" | ")} |`);
    return value;
  };
  const counting = counted(await source());
  const folder = await step("open", () => openFolder(counting));
  await step("first points", () => folder.points(0));
  const last = folder.head.papers - 1;
  await step("all other points", () => Promise.all(folder.tiles.map((_, k) => folder.points(k))));
  await step("first title", () => folder.titles(0, 1));
  await step("a title elsewhere", () => folder.titles(last, last + 1));
  await step("texts of a paper", () => folder.texts(last, last + 1));
  await step("its abstract", () => folder.abstracts(last, last + 1));
  await step("its links, first", () => folder.links(last));
  await step("links of another", () => folder.links(last >> 1));
  await step("links of the first tile", () => folder.tileLinks(0));
  for (const query of ["network", "graph neural", "glacier"])
    await step(`search: ${query}`, () => folder.search(query));
}

await parts("from disk", () => sourceOf(found));
const server = createServer((request, response) => {
  const file = join(path, new URL(request.url ?? "/", "http://localhost").pathname);
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
  if (from === undefined) return void createReadStream(file).pipe(response);
  response.writeHead(206, { "Content-Range": `bytes ${from}-${to}/${statSync(file).size}` });
  createReadStream(file, { start: Number(from), end: Number(to) }).pipe(response);
});
if (!found.isZip) {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await parts("over HTTP", async () => urlSource(base, fetch));
  server.close();
  server.closeAllConnections();
}

console.log("");
const { map } = await said("read the whole map", async () => readFolder(await sourceOf(found)));
const place = mkdtempSync(join(tmpdir(), "topograph-bench-"));
const files = await folderFiles(map, { givenByTexts: ({ readout }) => readout !== undefined });
await said("write it", async () => writeFolder(`${join(place, "map")}/`, files));
rmSync(place, { recursive: true, force: true });
