import fc from "fast-check";
import { expect, test } from "vitest";
import { NAMED_FACETS } from "../../src/folder/index-shapes.ts";
import { openFolder } from "../../src/folder/map-folder.ts";
import { nameBlock, placesWith } from "../../src/folder/name-list.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { foldName } from "../../src/prose/fold.ts";
import { facetNamed } from "../../src/view/atlas.ts";
import { gridMap } from "./grid-map.ts";
import { filesOf, memorySource } from "./memory.ts";

/** 600 papers: authors by letter, 250 of whom have two papers each, and 100 one. */
const base = gridMap(600);
const authorsOf = (p: number) => (p < 500 ? [`Author ${p >> 1}`, "Zoë", "Zoë"] : [`Only ${p}`]);
const map: TopicMap = {
  ...base,
  papers: base.papers.map((paper, p) => ({
    ...paper,
    authors: authorsOf(p),
    ...(p % 3 === 0 ? { venue: p % 2 === 0 ? "Even" : "Odd" } : {}),
  })),
  concepts: base.papers.map((_, p) => (p % 5 === 0 ? ["deep nets"] : [])),
};
const files = await filesOf(map, { tilePoints: 100 });
const folder = await openFolder(memorySource(files));
const rowToPaper: number[] = [];
for (const [k, { first }] of folder.tiles.entries())
  for (const [i, p] of (await folder.points(k)).paper.entries()) rowToPaper[first + i] = p;
const papersOf = (rows: readonly number[]) => rows.map((row) => rowToPaper[row]).sort((a, b) => a - b);
const withAuthor = (name: string) =>
  map.papers.flatMap(({ authors }, p) => (authors.includes(name) ? [p] : []));

test("the commonest values are those of the whole map, most papers first, with all their papers", async () => {
  expect(NAMED_FACETS.map((name) => folder.facets.size(name))).toEqual([1, 2, 251]);
  const authors = await folder.facets.commonest("authors");
  const all = facetNamed(map, "authors");
  expect(authors.map(({ value }) => value)).toEqual(all.names.slice(0, 200));
  for (const { value, rows } of authors) expect(papersOf(rows)).toEqual(withAuthor(value));
  const [even] = await folder.facets.commonest("venues");
  expect([even.value, even.rows.length]).toEqual(["Even", 100]);
});

test("any value of more than one paper is found by its name, and by a part of it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 249 }), async (k) => {
      const found = await folder.facets.value("authors", `Author ${k}`);
      expect(papersOf(found?.rows ?? [])).toEqual(withAuthor(`Author ${k}`));
      const [like] = await folder.facets.find("authors", `THOR ${k}`, 1);
      expect(like.value).toContain(`Author ${k}`);
    }),
    { numRuns: 30 },
  );
  expect((await folder.facets.find("authors", "zo", 9)).map(({ value }) => value)).toEqual(["Zoë"]);
  expect(await folder.facets.value("authors", "Only 500")).toBeUndefined();
  expect(await folder.facets.value("authors", "author 1")).toBeUndefined();
  expect(await folder.facets.find("authors", "nobody", 9)).toEqual([]);
});

test("values are named by words that begin so, of most papers first, whatever their case and accents", async () => {
  const named = (...words: string[]) => folder.facets.named("authors", words, 3);
  expect(await named("zoe")).toEqual([{ value: "Zoë", papers: 500 }]);
  expect((await named("author")).map(({ value }) => value)).toEqual(["Author 0", "Author 1", "Author 10"]);
  expect(await named("24", "aut")).toEqual([
    { value: "Author 24", papers: 2 },
    { value: "Author 240", papers: 2 },
    { value: "Author 241", papers: 2 },
  ]);
  // Within a word it is none of these.
  expect(await named("uthor")).toEqual([]);
  expect(await folder.facets.named("venues", ["o"], 3)).toEqual([{ value: "Odd", papers: 100 }]);
});

test("names of row groups are found as a plain look through all of them finds them", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "É", " ", "-", "."), maxLength: 6 });
  const table = fc.array(fc.array(fc.tuple(letters, fc.integer({ min: 1, max: 4 })), { maxLength: 5 }));
  fc.assert(
    fc.property(table, letters, fc.integer({ min: 1, max: 4 }), (groups, text, most) => {
      const part = foldName(text).slice(1);
      const blocks = groups.map((rows, k) =>
        nameBlock(
          k,
          rows.map(([name]) => name),
          rows.map(([, papers]) => papers),
        ),
      );
      const plain = groups
        .flatMap((rows, group) => rows.map(([name, papers], at) => ({ name, group, at, papers })))
        .filter(({ name }) => foldName(name).includes(part))
        .sort((a, b) => b.papers - a.papers || a.group - b.group || a.at - b.at)
        .slice(0, most)
        .map(({ group, at, papers }) => ({ group, at, papers }));
      expect(placesWith(blocks, [part], most)).toEqual(plain);
    }),
  );
});

test("a folder of before there was the table has no values, and opens", async () => {
  const text = Buffer.from(files.get("map.json") ?? []).toString();
  const head = JSON.parse(text);
  delete head.folder.facets;
  delete head.folder.files["facets.parquet"];
  const old = new Map(files).set("map.json", Buffer.from(JSON.stringify(head)));
  old.delete("facets.parquet");
  const opened = await openFolder(memorySource(old));
  expect(opened.facets.size("authors")).toBeUndefined();
  expect(await opened.facets.commonest("authors")).toEqual([]);
  expect(await opened.facets.value("authors", "Zoë")).toBeUndefined();
  head.folder.facets = [{ name: "authors" }];
  old.set("map.json", Buffer.from(JSON.stringify(head)));
  await expect(openFolder(memorySource(old))).rejects.toThrow("damaged");
});
