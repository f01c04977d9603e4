import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { toEdgesCsv, toNodesCsv } from "../../src/export/csv.ts";
import { toGraphml } from "../../src/export/graphml.ts";
import { toPajek, toPajekPartition, toPajekVector } from "../../src/export/pajek.ts";
import { toVosviewer, toVosviewerMap, toVosviewerNetwork } from "../../src/export/vosviewer.ts";
import { decodeMap } from "../../src/model/decode.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { anyMap, sampleMap, samplePaper } from "../sample-map.ts";
import { parseXml } from "./parse-xml.ts";
import { WRITERS } from "./writers.ts";

const all = (chunks: Iterable<string>) => [...chunks].join("");

const count = (map: TopicMap) => map.edges.reduce((sum, list) => sum + list.source.length, 0);

test.each(WRITERS)(
  "%s: any map is written well-formed, with finite numbers, and the same once saved",
  async (_, write) => {
    await fc.assert(
      fc.asyncProperty(anyMap, async (map) => {
        const text = write(map);
        expect(Buffer.from(text).toString()).toBe(text);
        expect(text).not.toMatch(/\0|NaN|Infinity/);
        expect(write(await decodeMap(encodeMap(map)))).toBe(text);
      }),
      { numRuns: 50 },
    );
  },
);

describe("GraphML", () => {
  test("mixed graphs are written directed, with the direction of each edge as a boolean", () => {
    const document = parseXml(all(toGraphml(sampleMap())));
    expect(document.getElementsByTagName("graph")[0].getAttribute("edgedefault")).toBe("directed");
    const edges = [...document.getElementsByTagName("edge")].map((edge) => [
      edge.getAttribute("source"),
      edge.getAttribute("target"),
      edge.getAttribute("label"),
      ...[...edge.getElementsByTagName("data")].slice(0, 5).map((data) => data.textContent),
    ]);
    // as in GEXF: a citation counts .15625, a mention nothing
    expect(edges).toEqual([
      ["p1", "p2", "keyword", "keyword", "0.5", "0.5", "true", "false"],
      ["p2", "p3", "keyword", "keyword", "0.125", "0.125", "true", "false"],
      ["p3", "p1", "citation", "citation", "0.15625", "1", "true", "true"],
      ["p3", "p2", "citation", "citation", "0.15625", "1", "true", "true"],
      ["p2", "p1", "mention", "mention", "0.000001", "1", "true", "true"],
    ]);
    expect(all(toGraphml(sampleMap(), { edges: ["keyword"] }))).toContain('edgedefault="undirected"');
  });

  test("any map: every key is declared, every node and edge there", () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const document = parseXml(all(toGraphml(map)));
        const keys = new Set([...document.getElementsByTagName("key")].map((key) => key.getAttribute("id")));
        for (const data of document.getElementsByTagName("data"))
          expect(keys).toContain(data.getAttribute("key"));
        expect(document.getElementsByTagName("node")).toHaveLength(map.papers.length);
        expect(document.getElementsByTagName("edge")).toHaveLength(count(map));
      }),
      { numRuns: 50 },
    );
  });
});

describe("VOSviewer", () => {
  test("items, one link a pair, clusters from 1; labels escaped, every weight on every item", () => {
    const { network } = JSON.parse(
      all(
        toVosviewer(
          sampleMap({
            papers: [samplePaper(0, { title: "a <b> & c", year: 2020 }), ...sampleMap().papers.slice(1)],
          }),
        ),
      ),
    );
    expect(network.items[0]).toEqual({
      id: "p1",
      label: "a &lt;b&gt; &amp; c",
      description:
        "<table><tr><td>Title:</td><td>a &lt;b&gt; &amp; c</td></tr><tr><td>Year:</td><td>2020</td></tr></table>",
      x: 0.1,
      y: 0,
      cluster: 1,
      // keyword 0.5 and mention 1 to p2 are one link; citation 1 from p3
      weights: { Links: 2, "Total link strength": 2.5 },
      scores: { "Publication year": 2020 },
    });
    expect(network.items[3]).not.toHaveProperty("cluster");
    expect(network.links).toEqual([
      {
        source_id: "p1",
        target_id: "p2",
        strength: 1.5,
        description: "keyword: graph (75 %), node (25 %); mention: GraphX",
      },
      { source_id: "p1", target_id: "p3", strength: 1, description: "citation" },
      { source_id: "p2", target_id: "p3", strength: 1.125, description: "keyword: graph (100 %); citation" },
    ]);
    expect(network.clusters).toEqual([
      { cluster: 1, label: "Graph drawing" },
      { cluster: 2, label: "Maps" },
    ]);
  });

  test("text: a table with as many cells in every line, and a network", () => {
    const lines = all(toVosviewerMap(sampleMap()))
      .slice(0, -1)
      .split("\n")
      .map((line) => line.split("\t"));
    expect(lines[0].slice(0, 6)).toEqual(["id", "label", "url", "x", "y", "cluster"]);
    expect(lines.map((cells) => cells.length)).toEqual([10, 10, 10, 10, 10]);
    expect(all(toVosviewerNetwork(sampleMap()))).toBe("1\t2\t1.5\n1\t3\t1\n2\t3\t1.125\n");
    fc.assert(
      fc.property(anyMap, (map) => {
        const rows = all(toVosviewerMap(map)).split("\n");
        expect(rows).toHaveLength(map.papers.length + 2);
        for (const row of rows.slice(0, -1)) expect(row.split("\t")).toHaveLength(10);
      }),
      { numRuns: 50 },
    );
  });
});

describe("Pajek", () => {
  test("vertices, arcs, edges; partition and vector", () => {
    const lines = all(toPajek(sampleMap())).split("\n");
    expect(lines[0]).toBe("*Vertices 4");
    // y = 0 is (0 + 0.001) / 3.251 of the way up: 0.05 + 0.9 × 0.000307… = 0.0502768, counted from the top
    expect(lines[1]).toBe('1 "Title 0" 0.461429 0.949723 0 ic RGB4E79A7');
    expect(lines.slice(5, 12)).toEqual([
      "*Arcs",
      '3 1 1 l "citation"',
      '3 2 1 l "citation"',
      '2 1 1 l "mention"',
      "*Edges",
      '1 2 0.5 l "keyword"',
      '2 3 0.125 l "keyword"',
    ]);
    expect(all(toPajekPartition(sampleMap()))).toBe("*Vertices 4\n1\n1\n2\n0\n");
    expect(all(toPajekVector(sampleMap()))).toBe("*Vertices 4\n0.01\n0.02\n0.015\n0.01\n");
  });

  test("labels hold no quote and differ, whatever the titles", () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const labels = all(toPajek(map))
          .split("\n")
          .slice(1, map.papers.length + 1)
          .map((line) => /^\d+ "([^"]*)" \S+ \S+ 0 ic RGB[0-9A-F]{6}$/.exec(line)?.[1]);
        expect(labels).not.toContain(undefined);
        expect(new Set(labels).size).toBe(map.papers.length);
      }),
    );
  });
});

describe("CSV", () => {
  test("Gephi's columns", () => {
    const [header, first] = Papa.parse<string[]>(all(toEdgesCsv(sampleMap()))).data;
    expect(header).toEqual([
      "Source",
      "Target",
      "Type",
      "Id",
      "Label",
      "Weight",
      "Kind",
      "Similarity",
      "Shown",
      "Evidence",
      "Sentence",
    ]);
    expect(first).toEqual([
      "p1",
      "p2",
      "Undirected",
      "e1",
      "",
      "0.5",
      "keyword",
      "0.5",
      "true",
      "graph (75 %), node (25 %)",
      "",
    ]);
    const [nodes] = Papa.parse<string[]>(all(toNodesCsv(sampleMap()))).data;
    expect(nodes.slice(0, 3)).toEqual(["Id", "Label", "year"]);
  });

  test("both tables begin with the mark by which Excel knows UTF-8", () => {
    expect(all(toEdgesCsv(sampleMap()))).toMatch(/^\ufeffSource,/);
    expect(all(toNodesCsv(sampleMap()))).toMatch(/^\ufeffId,/);
  });

  test("no cell of text is a formula; negative numbers stay numbers", () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const { data, errors } = Papa.parse<string[]>(all(toNodesCsv(map)), { delimiter: "," });
        expect(errors).toEqual([]);
        const header = data[0];
        const numbers = new Set(["x", "y", "size", "year", "citations", "confidence"]);
        for (const row of data.slice(1, -1)) {
          expect(row).toHaveLength(header.length);
          for (const [k, cell] of row.entries())
            if (numbers.has(header[k])) expect(Number(cell)).not.toBeNaN();
            else expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        }
      }),
      { numRuns: 50 },
    );
  });
});
