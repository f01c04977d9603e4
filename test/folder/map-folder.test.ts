import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFolder } from "../../src/folder/map-folder.ts";
import { filesSource, urlSource } from "../../src/folder/source.ts";
import { folderFiles } from "../../src/folder/write.ts";
import { zipOf, zipSource } from "../../src/folder/zip.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { NO_YEAR } from "../../src/model/years.ts";
import { gridMap } from "./grid-map.ts";
import { filesOf, memorySource } from "./memory.ts";

/** 3,000 papers on a grid, tiles of 500: several row groups of everything but links. */
const map: TopicMap = gridMap(3000);
const files = await filesOf(map, { tilePoints: 500 });
const asked: string[] = [];
let [givesRanges, isGone] = [true, false];
const server = createServer((request, response) => {
  const name = (request.url ?? "").slice(1);
  const bytes = isGone && name === "texts.parquet" ? undefined : files.get(name);
  if (!bytes) return void response.writeHead(404).end();
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
  asked.push(name);
  if (from === undefined || !givesRanges) return void response.end(bytes);
  const part = bytes.subarray(Number(from), Number(to) + 1);
  response.writeHead(206, { "Content-Range": `bytes ${from}-${to}/${bytes.length}` });
  response.end(part);
});
// On a busy machine the work between two requests takes longer than a connection is kept otherwise.
server.keepAliveTimeout = 0;
let base = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());

/** The files that were asked for while something was done, one a request. */
async function requests<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly names: string[] }> {
  asked.length = 0;
  const value = await work();
  return { value, names: [...asked] };
}

/** Which papers texts are of, by their titles: "Paper number7 on Epsilon". */
const papersIn = (texts: readonly { readonly title: string }[]) =>
  texts.map(({ title }) => Number(/number(\d+)/.exec(title)?.[1]));

test("over HTTP each question takes a request or two", async () => {
  const opened = await requests(() => openFolder(urlSource(base, fetch), 8192));
  expect(opened.names).toEqual(["map.json"]);
  const folder = opened.value;
  expect(folder.about.title).toBe("Grid");
  expect(folder.tiles.length).toBeGreaterThan(4);

  const first = await requests(() => folder.points(0));
  // The list of row groups, and the columns that are drawn.
  expect(first.names).toEqual(["points.parquet", "points.parquet"]);
  expect(first.value.count).toBe(500);
  expect((await requests(() => folder.points(1))).names).toEqual(["points.parquet"]);
  expect((await requests(() => folder.points(1))).names).toEqual([]);
  expect((await requests(() => folder.field(1, "score"))).names.length).toBeLessThanOrEqual(2);

  expect((await requests(() => folder.titles(100, 101))).names.length).toBe(2);
  expect((await requests(() => folder.titles(900, 1200))).names).toEqual([]);
  expect((await requests(() => folder.texts(100, 101))).names).toEqual(["texts.parquet"]);
  expect((await requests(() => folder.abstracts(2500, 2501))).names.length).toBeLessThanOrEqual(3);
  expect((await requests(() => folder.search("paper"))).names.length).toBeLessThanOrEqual(2);
  const links = await requests(() => folder.links(7));
  expect(new Set(links.names)).toEqual(new Set(["edges.parquet"]));
});

test("small tables come whole, by one request each", async () => {
  const folder = await openFolder(urlSource(base, fetch));
  const { names } = await requests(async () => {
    for (const k of folder.tiles.keys()) await folder.points(k);
    await folder.texts(0, 3000);
    await folder.links(1);
  });
  expect(names).toEqual(["points.parquet", "texts.parquet", "edges.parquet"]);
});

test("rows are papers of the map: points, texts, abstracts, fields, links", async () => {
  const folder = await openFolder(memorySource(files));
  const texts = await folder.texts(0, folder.head.papers);
  const paper = papersIn(texts);
  expect(new Set(paper).size).toBe(map.papers.length);
  for (const [k, { first, count }] of folder.tiles.entries()) {
    const points = await folder.points(k);
    const score = await folder.field(k, "score");
    for (let i = 0; i < count; i += 37) {
      const p = paper[first + i];
      expect([points.x[i], points.y[i], points.topic[i]]).toEqual([map.x[p], map.y[p], map.topic[p]]);
      expect(points.year[i]).toBe(map.papers[p].year ?? NO_YEAR);
      expect(score[i] ?? undefined).toBe(p % 3 === 0 ? undefined : p / 8);
    }
  }
  const abstracts = await folder.abstracts(1990, 2010);
  expect(abstracts).toEqual(paper.slice(1990, 2010).map((p) => map.papers[p].abstract));
  const row = paper.indexOf(1500);
  const neighbours = (await folder.links(row)).map(({ other, weight }) => [paper[other], weight]);
  const [{ source, target, weight }] = map.edges;
  const expected: [number, number][] = [];
  for (let e = 0; e < source.length; e++)
    if (source[e] === 1500 || target[e] === 1500) expected.push([source[e] + target[e] - 1500, weight[e]]);
  expect(neighbours.sort((a, b) => a[0] - b[0])).toEqual(expected.sort((a, b) => a[0] - b[0]));
});

test("a topic is told of by its id: terms, and rows as examples", async () => {
  const folder = await openFolder(memorySource(files));
  const [bare] = folder.about.topics;
  expect([bare.name, bare.terms, bare.examples]).toEqual([map.topics[0].name, [], []]);
  const topic = await folder.topic(0);
  expect(topic?.terms).toEqual(map.topics[0].terms);
  const examples = (topic?.examples ?? []).map(async (row) => papersIn(await folder.texts(row, row + 1))[0]);
  expect(await Promise.all(examples)).toEqual(map.topics[0].examples);
  expect(await folder.topic(99)).toBeUndefined();
});

test("the tiles of a view bring each link between their papers once", async () => {
  const folder = await openFolder(memorySource(files));
  let count = 0;
  for (const [k, { first, count: own }] of folder.tiles.entries()) {
    const links = await folder.tileLinks(k);
    count += links.source.length;
    links.source.forEach((source, e) => {
      const later = Math.max(source, links.target[e]);
      expect(later >= first && later < first + own).toBe(true);
    });
  }
  expect(count).toBe(map.edges[0].source.length);
});

test("words are found by their beginnings, without case or accents; titles come first", async () => {
  const folder = await openFolder(memorySource(files));
  const keys = async (query: string) => {
    const { rows } = await folder.search(query);
    return Promise.all(rows.slice(0, 3).map(async (row) => papersIn(await folder.texts(row, row + 1))[0]));
  };
  expect(await keys("Épsilon number1234")).toEqual([1234]);
  expect((await keys("number12")).length).toBe(3);
  expect(await keys("lovelace1500")).toEqual([1500]);
  expect(await keys("lovelace1500 number1501")).toEqual([]);
  expect(await keys("")).toEqual([]);
  const row = await folder.rowOf("hash:77");
  expect(row !== undefined && papersIn(await folder.texts(row, row + 1))).toEqual([77]);
  expect(await folder.rowOf("hash:")).toBeUndefined();
});

test("a folder of files, an archive and a host without ranges give the same", async () => {
  const named = [...files].map(([name, bytes]) => Object.assign(new Blob([new Uint8Array(bytes)]), { name }));
  const zip = Buffer.concat([...zipOf(await folderFiles(map, { tilePoints: 500 }))]);
  const bytes = {
    byteLength: zip.length,
    slice: (start: number, end?: number) => new Uint8Array(zip).buffer.slice(start, end),
  };
  const whole: string[] = [];
  givesRanges = false;
  const sources = [
    filesSource(named),
    await zipSource(bytes),
    urlSource(base, fetch, (name) => void whole.push(name)),
  ];
  const answers = await Promise.all(
    sources.map(async (source) => {
      const folder = await openFolder(source);
      return [
        await folder.points(2),
        await folder.titles(40, 45),
        (await folder.search("number7")).rows.length,
      ];
    }),
  );
  asked.length = 0;
  const texts = await urlSource(base, fetch).open("texts.parquet", files.get("texts.parquet")?.length ?? 0);
  const parts = await Promise.all([texts?.slice(0, 4), texts?.slice(4, 8)]);
  expect([parts.map((part) => part?.byteLength), asked]).toEqual([[4, 4], ["texts.parquet"]]);
  givesRanges = true;
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  expect(whole.sort()).toEqual(["points.parquet", "search.parquet", "texts.parquet"]);
});

test("what is missing, of another map, cut off or of a newer version says so", async () => {
  const withFile = (name: string, bytes: Uint8Array | undefined) => {
    const others = new Map(files);
    if (bytes) others.set(name, bytes);
    else others.delete(name);
    return openFolder(memorySource(others));
  };
  await expect(withFile("map.json", undefined)).rejects.toThrow("this is no map folder");
  const head = Buffer.from(files.get("map.json") ?? []).toString();
  await expect(withFile("map.json", Buffer.from(head.replace('"version":1', '"version":2')))).rejects.toThrow(
    "newer Topograph",
  );
  await expect(
    withFile("map.json", Buffer.from(head.replace('"papers":3000', '"papers":-1'))),
  ).rejects.toThrow("damaged");
  const noTexts = await withFile("texts.parquet", undefined);
  await expect(noTexts.titles(0, 1)).rejects.toThrow("there is no texts.parquet");
  const points = files.get("points.parquet") ?? new Uint8Array();
  await expect((await withFile("points.parquet", points.subarray(0, 9000))).points(0)).rejects.toThrow(
    "points.parquet is damaged or cut off",
  );
  const other = (await filesOf(gridMap(20))).get("points.parquet");
  await expect((await withFile("points.parquet", other)).points(0)).rejects.toThrow(
    "points.parquet has 20 rows; expected 3000",
  );
  const regrouped = (await filesOf(map, { tilePoints: 700 })).get("points.parquet");
  await expect((await withFile("points.parquet", regrouped)).points(0)).rejects.toThrow("other row groups");
  isGone = true;
  const served = await openFolder(urlSource(base, fetch));
  await expect(served.titles(0, 1)).rejects.toThrow("there is no such file");
  isGone = false;
  expect((await served.titles(0, 1)).length).toBe(1);
});
