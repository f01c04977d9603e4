import { describe, expect, test } from "vitest";
import { nodeColumns } from "../../src/export/columns.ts";
import { toVosviewerMap } from "../../src/export/vosviewer.ts";
import { measure, withMeasures } from "../../src/graph/measure.ts";
import { decodeMap } from "../../src/model/decode.ts";
import type { EdgeList } from "../../src/model/edges.ts";
import { encodeMap } from "../../src/model/encode.ts";
import { listOf } from "../edge-list.ts";
import { sampleMap, samplePaper } from "../sample-map.ts";

/** Six papers with these links. */
function mapOf(...edges: EdgeList[]) {
  const papers = Array.from({ length: 6 }, (_, i) => samplePaper(i, {}));
  return { ...sampleMap(), papers, edges };
}

describe("a triangle 0–1–2 with a tail 2–3, and papers without links", () => {
  // Papers 0 and 1 are linked by two kinds: once in the graph, with the sum of the weights.
  const map = mapOf(
    listOf("keyword", [
      [0, 1, 0.5],
      [0, 2, 0.25],
      [1, 2, 0.25],
    ]),
    listOf("concept", [
      [0, 1, 0.5],
      [2, 3, 1],
    ]),
  );
  const n = map.papers.length;
  const { columns, density, components } = measure(map);
  const first = (name: keyof typeof columns) => [...columns[name].subarray(0, 4)];

  test("degrees, and the weight of the links", () => {
    expect(first("degree")).toEqual([2, 2, 3, 1]);
    expect(first("weightedDegree")).toEqual([1.25, 1.25, 1.5, 1]);
  });

  test("four links of the n (n − 1) / 2 that there could be", () => {
    expect(density).toBeCloseTo(4 / ((n * (n - 1)) / 2), 6);
  });

  test("the pairs of neighbours that are linked: all, all, one of three, and one neighbour makes no pair", () => {
    expect(first("clustering")).toEqual([1, 1, 0.333333, 0]);
  });

  test("of the shortest ways of others, those from 0 and 1 to 3 lead over 2", () => {
    const pairs = ((n - 1) * (n - 2)) / 2;
    expect(columns.betweenness[2]).toBeCloseTo(2 / pairs, 6);
    expect(columns.betweenness.filter((b) => b > 0)).toHaveLength(1);
  });

  test("components: the four, then each paper for itself, by size, then number", () => {
    expect(first("component")).toEqual([1, 1, 1, 1]);
    expect(components).toBe(1 + n - 4);
    expect(columns.component[4]).toBe(2);
  });

  test("without citations PageRank is over weighted links and sums to 1", () => {
    expect(columns.pageRank.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4);
    expect(columns.pageRank[2]).toBeGreaterThan(columns.pageRank[3]);
  });
});

test("PageRank over citations: of three papers in a row, the last is cited by one that is cited", () => {
  const map = mapOf(
    listOf("citation", [
      [0, 1],
      [1, 2],
    ]),
  );
  const n = map.papers.length;
  const { pageRank } = measure(map).columns;
  // What falls on every paper alike: b. Then 0 has b, 1 has b + .85 b, 2 has b + .85 (b + .85 b).
  const b = pageRank[0];
  expect(pageRank[1]).toBeCloseTo(1.85 * b, 5);
  expect(pageRank[2]).toBeCloseTo((1 + 0.85 * 1.85) * b, 5);
  expect((n - 2) * b + pageRank[1] + pageRank[2]).toBeCloseTo(1, 5);
});

describe("in files", () => {
  const map = withMeasures(sampleMap());
  const text = [...encodeMap(map)].join("");

  test("a saved map has them and gives them back", async () => {
    const { attributes, nodes } = JSON.parse(text);
    expect(attributes.measures).toEqual({
      density: map.measures?.density,
      components: map.measures?.components,
    });
    expect(nodes[0].attributes.degree).toBe(map.measures?.columns.degree[0]);
    const back = await decodeMap([text]);
    expect(back.measures).toEqual(map.measures);
    expect([...encodeMap(back)].join("")).toBe(text);
  });

  test("of a map in which a paper lacks one, they are attributes as any other, and written again", async () => {
    const saved = JSON.parse(text);
    delete saved.nodes[1].attributes.pageRank;
    const back = await decodeMap(saved);
    expect(back.measures).toBeUndefined();
    expect(JSON.parse([...encodeMap(back)].join(""))).toEqual(saved);
  });

  test("columns for GEXF, GraphML and CSV, counts as whole numbers; scores for VOSviewer", () => {
    const columns = nodeColumns(map).slice(-10, -4);
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      "degree integer",
      "weightedDegree float",
      "pageRank float",
      "betweenness float",
      "clustering float",
      "component integer",
    ]);
    expect([...toVosviewerMap(map)].join("").split("\n")[0]).toContain(
      "score<PageRank>\tscore<Betweenness>\tscore<Clustering>",
    );
  });

  test("measured again nothing changes, and a map that nobody measures has none of it", () => {
    expect(withMeasures(map)).toBe(map);
    expect([...encodeMap(sampleMap())].join("")).not.toContain("betweenness");
  });
});
