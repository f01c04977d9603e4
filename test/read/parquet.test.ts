import { expect, test } from "vitest";
import { parquetFile } from "../../src/folder/parquet-writer.ts";
import type { ColumnShape } from "../../src/folder/shapes.ts";
import { startZstd } from "../../src/folder/zstd.ts";
import type { Source } from "../../src/model/collection.ts";
import { sourceOf } from "../../src/model/source-of.ts";
import { readPapers } from "../../src/read/read.ts";

const shapes: readonly ColumnShape[] = [
  { name: "Naslov", type: "string", required: true },
  { name: "Povzetek", type: "string" },
  { name: "authors", type: "strings" },
  { name: "year", type: "int" },
  { name: "country", type: "string" },
  { name: "score", type: "double" },
];
const groups = [
  [
    ["One title", "Another title"],
    ["Čist abstract.", null],
    { start: Uint32Array.of(0, 2, 2), values: ["Ada Lovelace", "Jörg Müller"] },
    [2019, null],
    ["SI", null],
    [0.5, 2],
  ],
  [
    ["Third title"],
    ["More."],
    { start: Uint32Array.of(0, 1), values: ["Kurt Gödel"] },
    [1931],
    ["AT"],
    [null],
  ],
];
await startZstd();
const bytes = Buffer.concat([...parquetFile(shapes, groups)]);
const columns = new Map([
  ["Naslov", "title"],
  ["Povzetek", "abstract"],
]);

test("rows of a Parquet file are papers, its columns what members are in JSON", async () => {
  const { papers, fields, files } = await readPapers([sourceOf("dump.parquet", bytes)], { columns });
  expect(papers.map(({ title, abstract, authors, year }) => [title, abstract, authors, year])).toEqual([
    ["One title", "Čist abstract.", ["Ada Lovelace", "Jörg Müller"], 2019],
    ["Another title", "", [], undefined],
    ["Third title", "More.", ["Kurt Gödel"], 1931],
  ]);
  expect(fields?.map(({ name, type }) => [name, type])).toEqual(
    expect.arrayContaining([["score", "number"]]),
  );
  expect(files[0]).toMatchObject({ format: "parquet", papers: 3, warningCount: 0 });
  expect(files[0].refusal).toBeUndefined();
});

test("without a title column it says which columns there are", async () => {
  const { files, papers } = await readPapers([sourceOf("dump.parquet", bytes)], {});
  expect(papers).toEqual([]);
  expect(files[0].warnings[0].message).toContain("no title among the members Naslov, Povzetek");
  expect(files[0].warnings[0].record).toBe("row 1");
});

test("where the source gives parts, no more than the file is read of it, twice at most", async () => {
  let read = 0;
  const source: Source = {
    ...sourceOf("dump.parquet", bytes),
    slice: async (start, end) => {
      read += end - start;
      return new Uint8Array(bytes).buffer.slice(start, end);
    },
  };
  const { papers } = await readPapers([source], { columns });
  expect(papers.length).toBe(3);
  expect(read).toBeLessThanOrEqual(2 * bytes.length);
});

test("a damaged or cut-off file is refused, with the reason", async () => {
  for (const part of [
    bytes.subarray(0, 60),
    Buffer.concat([bytes.subarray(0, 30), Buffer.alloc(200, 7), bytes.subarray(-8)]),
  ]) {
    const { files, papers } = await readPapers([sourceOf("dump.parquet", part)], { columns });
    expect(papers).toEqual([]);
    expect(files[0].refusal).toContain("the Parquet file is damaged, cut off or of a kind that is not read");
  }
});
