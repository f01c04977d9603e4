import fc from "fast-check";
import { expect, test } from "vitest";
import { openFolder } from "../../src/folder/map-folder.ts";
import { gatherLinks } from "../../src/folder/paper-links.ts";
import { isDirected } from "../../src/model/edges.ts";
import { fieldMap } from "../web/maps.ts";
import { filesOf, memorySource } from "./memory.ts";

test("links between some papers are those of the map, with what mentions say", async () => {
  const map = await fieldMap();
  const folder = await openFolder(memorySource(await filesOf(map, { tilePoints: 16 })));
  const paperOf: number[] = [];
  for (const [k, { first }] of folder.tiles.entries())
    for (const [i, p] of (await folder.points(k)).paper.entries()) paperOf[first + i] = p;
  const all = map.edges.flatMap(({ kind, source, target }) =>
    Array.from(source, (s, e) => ({ kind, ends: [s, target[e]] as const })),
  );
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: paperOf.length - 1 })), async (rows) => {
      const wanted = new Set(rows.map((row) => paperOf[row]));
      const nameOf = (kind: (typeof all)[number]["kind"], a: number, b: number) =>
        `${kind} ${isDirected(kind) ? [a, b] : [Math.min(a, b), Math.max(a, b)]}`;
      const found = await folder.linksAmong(rows);
      expect(
        found.map(({ kind, source, target }) => nameOf(kind, paperOf[source], paperOf[target])).sort(),
      ).toEqual(
        all
          .filter(({ ends: [a, b] }) => wanted.has(a) && wanted.has(b))
          .map(({ kind, ends }) => nameOf(kind, ...ends))
          .sort(),
      );
    }),
    { numRuns: 20 },
  );
});

test("links between papers stand beside those of papers of which all are there, each once", () => {
  const links = gatherLinks();
  links.add(1, [{ other: 2, kind: "keyword", weight: 0.5 }]);
  const more = [
    { source: 1, target: 2, kind: "keyword", weight: 0.5 },
    { source: 3, target: 4, kind: "keyword", weight: 0.25 },
  ] as const;
  expect(links.lists(more).map(({ source, target }) => [[...source], [...target]])).toEqual([
    [
      [1, 3],
      [2, 4],
    ],
  ]);
  // Others take their place.
  expect(links.lists().map(({ source }) => [...source])).toEqual([[1]]);
});
