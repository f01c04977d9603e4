import { expect, test } from "vitest";
import { toNodesCsv } from "../../src/export/csv.ts";
import { sampleMap, samplePaper } from "../sample-map.ts";
import { read } from "./reading.ts";

test("our own table of nodes comes back: Label is the title, source_id the id; what the map found is left", async () => {
  const map = sampleMap();
  const { papers, fields } = await read([...toNodesCsv(map)].join(""), "map.nodes.csv");
  expect(papers.map(({ id, title }) => [id, title])).toEqual(map.papers.map(({ id, title }) => [id, title]));
  expect(fields ?? []).toEqual([]);
});

test("a table of nodes as Gephi's Data Laboratory writes it", async () => {
  const text =
    "Id,Label,timeset,year,modularity_class\nn0,Sorting networks,,1999,3\nn1,Heaps and trees,,2001,3\n";
  const { papers, fields } = await read(text, "nodes.csv");
  expect(papers.map(({ id, title, year }) => [id, title, year])).toEqual([
    ["n0", "Sorting networks", 1999],
    ["n1", "Heaps and trees", 2001],
  ]);
  expect(fields?.map(({ name }) => name)).toContain("modularity_class");
});

test("no backslash stands before a quote or at the end of a cell: Gephi takes the two for one sign", () => {
  const title = 'On "{\\"quotes\\" and a\\';
  const text = [
    ...toNodesCsv(sampleMap({ papers: [0, 1, 2, 3].map((i) => samplePaper(i, { title })) })),
  ].join("");
  expect(text).toContain('"On ""{\\ ""quotes\\ "" and a\\ "');
});
