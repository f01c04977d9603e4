import { beforeAll, expect, test } from "vitest";
import { withDetails } from "../../src/folder/packed-topics.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { frameOf } from "../../src/scene/camera.ts";
import { beginFolder, type PageFolder } from "../../src/worker/page-folder.ts";
import { gridMap } from "../folder/grid-map.ts";
import { filesOf } from "../folder/memory.ts";

/** 3,000 papers on a grid in tiles of 500. */
const map: TopicMap = gridMap(3000);
let folder: PageFolder;
beforeAll(async () => {
  const files = [...(await filesOf(map, { tilePoints: 500 }))].map(
    ([name, bytes]) => new File([new Uint8Array(bytes)], name),
  );
  folder = await beginFolder({ kind: "files", files });
});

test("begins with the papers of the first tile, in the frame of all, with their years and without a word", () => {
  const { begun } = folder;
  expect(begun).toMatchObject({ papers: 3000, links: map.edges[0].source.length, wholeBytes: 0 });
  expect(begun.map.x.length).toBe(500);
  expect(frameOf(begun.map.x, begun.map.y)).toEqual(frameOf(map.x, map.y));
  expect(folder.map.papers.length).toBe(500);
  // Papers of one year are one object: 30 years, and those without.
  expect(new Set(folder.map.papers).size).toBeLessThanOrEqual(31);
  expect(begun.map.title).toBe("Grid");
});

test("points are those of the map under its own numbers; the first 500 rows are the papers that were there", async () => {
  const { columns, years, paperOf, topics } = await folder.points();
  for (const name of ["x", "y", "size", "topic", "subtopic", "confidence", "runnerUp"] as const)
    expect(columns[name]).toEqual(map[name]);
  expect([...years.slice(0, 4)]).toEqual([-0x80000000, 1991, 1992, 1993]);
  expect([...folder.begun.map.x]).toEqual(Array.from(paperOf.subarray(0, 500), (p) => map.x[p]));
  // Put together when they are looked at, and the same when they are copied.
  const told = withDetails(folder.begun.map.topics, topics);
  expect(told).toEqual(map.topics);
  expect(told.map((topic) => ({ ...topic }))).toEqual(map.topics);
});

test("papers, their links, fields and what is searched for are read where they are wanted", async () => {
  const read = await folder.papers([2000, 7]);
  const found = new Map(Array.from(read.paper, (p, k) => [p, read.papers[k]]));
  expect([found.get(7), found.get(2000)]).toEqual([map.papers[7], map.papers[2000]]);
  const links = await folder.linksOf(100);
  expect(links.map(({ other }) => other).sort((a, b) => a - b)).toEqual([40, 99, 101, 160]);
  expect(await folder.field("score")).toEqual(map.fields?.[0]);
  expect(await folder.find([map.papers[1234].identity, "doi:10.1/nowhere"])).toEqual([1234]);
  expect((await folder.lookUp("number2999")).papers).toEqual([2999]);
});
