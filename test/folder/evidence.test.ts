import fc from "fast-check";
import { expect, test } from "vitest";
import { EVIDENCE, OLD_EVIDENCE } from "../../src/folder/evidence-shapes.ts";
import { openFolder } from "../../src/folder/map-folder.ts";
import { openTables } from "../../src/folder/open.ts";
import { parquetFile } from "../../src/folder/parquet-writer.ts";
import { readFolder } from "../../src/folder/read-map.ts";
import { edgeColumns, fileOf, HEAD_FILE } from "../../src/folder/shapes.ts";
import type { RowGroup } from "../../src/folder/values.ts";
import { NO_LABEL } from "../../src/model/edges.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { anyText, sampleMap } from "../sample-map.ts";
import { fieldMap } from "../web/maps.ts";
import { termsOf } from "./link-terms.ts";
import { filesOf, memorySource } from "./memory.ts";

const json = (map: TopicMap) => [...encodeMap(map)].join("");

/** The columns of a table of a folder. */
async function columnsOf(
  files: ReadonlyMap<string, Uint8Array>,
  table: "edges" | "evidence" | "terms",
  names: string[],
) {
  const { groups, group } = await (await openTables(memorySource(files))).need(table);
  expect(groups.length).toBe(2);
  return (await group(0, names)).map((cells) => Array.from(cells));
}

test("evidence is a row a term of a link, by numbers of terms in the order of their letters", async () => {
  const files = await filesOf(sampleMap());
  // Papers 1–2 are linked by “graph” (.75) and “node” (.25), papers 2–3 by “graph” alone; citations have none.
  const [kind, weight] = await columnsOf(files, "edges", ["kind", "weight"]);
  const [link, term, share] = await columnsOf(files, "evidence", ["link", "term", "share"]);
  const [number, terms] = await columnsOf(files, "terms", ["number", "term"]);
  expect([number, terms]).toEqual([
    [0, 1],
    ["graph", "node"],
  ]);
  const first = weight.indexOf(0.5);
  const second = weight.indexOf(0.125);
  const rows = link.map((row, i) => [row, term[i], share[i]]);
  expect(rows).toEqual(
    [
      [first, 0, 0.75],
      [first, 1, 0.25],
      [second, 0, 1],
    ].sort((a, b) => a[0] - b[0]),
  );
  expect([kind[first], kind[second]]).toEqual(["keyword", "keyword"]);
});

/** Up to three terms a link, of any text, with any share. */
const anyEvidence = fc.array(
  fc.array(fc.tuple(anyText, fc.float({ noDefaultInfinity: true, noNaN: true })), { maxLength: 3 }),
  { minLength: 2, maxLength: 2 },
);

test("any evidence goes into a folder and comes out to the letter", async () => {
  await fc.assert(
    fc.asyncProperty(anyEvidence, async (links) => {
      const labels = [...new Set(links.flat().map(([term]) => term))];
      const slots = links.flatMap((terms) => [0, 1, 2].map((k) => terms.at(k)));
      const label = Uint32Array.from(slots, (slot) => (slot ? labels.indexOf(slot[0]) : NO_LABEL));
      const share = Float32Array.from(slots, (slot) => slot?.[1] ?? 0);
      const [keyword, ...others] = sampleMap().edges;
      const map = sampleMap({ edges: [{ ...keyword, readout: { labels, label, share } }, ...others] });
      const files = await filesOf(map);
      const { map: read } = await readFolder(memorySource(files));
      expect(json(read)).toBe(json(map));
      expect(await filesOf(read)).toEqual(files);
    }),
    { numRuns: 25 },
  );
});

test("a map without evidence has neither table", async () => {
  const edges = sampleMap().edges.map(({ readout: _, ...list }) => list);
  const files = await filesOf(sampleMap({ edges }));
  expect([files.has("evidence.parquet"), files.has("terms.parquet")]).toEqual([false, false]);
  expect(await (await openFolder(memorySource(files))).evidence(0, 1)).toEqual([]);
});

test("the evidence of a link is read by itself: that of the map, with both kinds", async () => {
  const map = await fieldMap();
  const folder = await openFolder(memorySource(await filesOf(map, { tilePoints: 16 })));
  const rowOf: number[] = [];
  for (const [k, { first }] of folder.tiles.entries())
    for (const [i, p] of (await folder.points(k)).paper.entries()) rowOf[p] = first + i;
  const [keyword, concept] = map.edges;
  expect([keyword.kind, concept.kind]).toEqual(["keyword", "concept"]);
  for (let e = 0; e < keyword.source.length; e += 17) {
    const [a, b] = [keyword.source[e], keyword.target[e]];
    const told = await folder.evidence(rowOf[a], rowOf[b]);
    expect(told.find(({ kind }) => kind === "keyword")?.terms).toEqual(termsOf(keyword.readout, e));
    const other = concept.source.findIndex((s, k) => s === a && concept.target[k] === b);
    expect(told.find(({ kind }) => kind === "concept")?.terms).toEqual(
      other < 0 ? undefined : termsOf(concept.readout, other),
    );
  }
  expect(await folder.evidence(0, 0)).toEqual([]);
});

/** The same folder with tables in the place of others. */
async function withTables(
  files: ReadonlyMap<string, Uint8Array>,
  tables: Readonly<Record<string, Uint8Array | undefined>>,
): Promise<Map<string, Uint8Array>> {
  const all = new Map(files);
  const head = JSON.parse(Buffer.from(files.get(HEAD_FILE) ?? []).toString());
  for (const [name, bytes] of Object.entries(tables)) {
    if (bytes) all.set(name, bytes);
    else all.delete(name);
    head.folder.files[name] = bytes?.length;
  }
  if (!all.has("evidence.parquet")) head.folder.evidenceGroups = undefined;
  return all.set(HEAD_FILE, Buffer.from(JSON.stringify(head)));
}

test("evidence as JSON, as folders had it at first, is read; what is none is left out", async () => {
  const map = sampleMap();
  const files = await filesOf(map);
  const shapes = [...edgeColumns({ mentions: true, rest: false }), OLD_EVIDENCE];
  const names = shapes.map(({ name }) => name);
  const columns = await columnsOf(files, "edges", names);
  const old = async (texts: Readonly<Record<number, string>>) => {
    const evidence = columns[1].map(
      (_, row) => texts[columns[names.indexOf("weight")][row] as number] ?? null,
    );
    const group = [...columns.slice(0, -1), evidence].map((cells, k) => named(names[k], cells));
    const edges = Buffer.concat([...parquetFile(shapes, [group])]);
    const tables = { "edges.parquet": edges, "evidence.parquet": undefined, "terms.parquet": undefined };
    return (await readFolder(memorySource(await withTables(files, tables)))).map;
  };
  const both = '[{"term":"graph","share":0.75},{"term":"node","share":0.25}]';
  expect(json(await old({ 0.5: both, 0.125: '[{"term":"graph","share":1}]' }))).toBe(json(map));
  const odd = (await old({ 0.5: `[7,{"term":8},{"term":"node"}]`, 0.125: "{" })).edges[0].readout;
  expect([odd?.labels, odd?.label[0], odd?.share[0]]).toEqual([["node"], 0, 0]);
});

/** Cells as a column is written: of citations there are no names. */
function named(name: string, cells: readonly unknown[]): RowGroup[number] {
  if (name === "source" || name === "target") return Int32Array.from(cells, Number);
  return name === "weight" ? Float32Array.from(cells, Number) : cells;
}

test("evidence of no link, or by no term, says so", async () => {
  const files = await filesOf(sampleMap());
  const read = async (link: number, term: number) => {
    const group = [Int32Array.of(link), Int32Array.of(term), Float32Array.of(1)];
    const bytes = Buffer.concat([...parquetFile(EVIDENCE, [group])]);
    return readFolder(memorySource(await withTables(files, { [fileOf("evidence")]: bytes })));
  };
  await expect(read(99, 0)).rejects.toThrow("evidence.parquet: there is no link 99");
  await expect(read(0, 2)).rejects.toThrow("evidence.parquet: there is no term 2");
  expect((await read(0, 1)).map.edges.flatMap(({ readout }) => readout?.labels ?? [])).toContain("node");
});
