import { describe, expect, it } from "vitest";
import { inChunks } from "../../src/export/chunks.ts";
import { toNodesCsv } from "../../src/export/csv.ts";
import { pairLinks } from "../../src/export/pairs.ts";
import { toPajek } from "../../src/export/pajek.ts";
import { toVosviewer, toVosviewerMap } from "../../src/export/vosviewer.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { sampleMap, sampleTopic } from "../sample-map.ts";
import { loose } from "./loose.ts";
import { twoPapers } from "./two-papers.ts";

const all = (chunks: Iterable<string>) => [...chunks].join("");

/** As VOSviewer describes bibliographic data. */
function table(...cells: readonly string[]): string {
  const rows = cells.flatMap((cell, k) =>
    k % 2 === 0 ? [`<tr><td>${cell}:</td><td>${cells[k + 1]}</td></tr>`] : [],
  );
  return `<table>${rows.join("")}</table>`;
}

describe("VOSviewer", () => {
  const items = (map: TopicMap) => JSON.parse(all(toVosviewer(map))).network.items;

  it.each([
    [{ doi: "10.1/a b" }, { url: "https://doi.org/10.1/a%20b" }],
    [{ doi: "10.1/a", url: "https://x.org" }, { url: "https://x.org" }],
    [{ authors: ["A", "B"] }, { description: table("Authors", "A; B", "Title", "Title 0") }],
    [{ venue: "Maps <2>" }, { description: table("Title", "Title 0", "Source", "Maps &lt;2&gt;") }],
    [
      { year: 2020 },
      { description: table("Title", "Title 0", "Year", "2020"), scores: { "Publication year": 2020 } },
    ],
    [{ citations: 0 }, { scores: { Citations: 0 } }],
  ] as const)("a paper with %j is an item with %j", (paper, fields) => {
    expect(items(loose([paper]))).toEqual([
      {
        id: "p1",
        label: "Title 0",
        description: table("Title", "Title 0"),
        x: 0,
        y: 0,
        weights: { Links: 0, "Total link strength": 0 },
        ...fields,
      },
    ]);
  });
  it("knows a thousand clusters", () => {
    const map = loose([{}, {}, {}], {
      topic: Int32Array.of(999, 1000, -1),
      topics: [sampleTopic(999, "Last"), sampleTopic(1000, "Beyond")],
    });
    expect(items(map).map((item: { cluster?: number }) => item.cluster)).toEqual([
      1000,
      undefined,
      undefined,
    ]);
    expect(JSON.parse(all(toVosviewer(map))).network.clusters).toEqual([{ cluster: 1000, label: "Last" }]);
  });
  it("quotes a title with a comma or semicolon, as VOSviewer documents it", () => {
    expect(all(toVosviewerMap(loose([{ title: "Maps; graphs, trees" }])))).toMatch(
      /^1\t"Maps; graphs, trees"\t\t0\t/m,
    );
  });
  it("writes names of clusters as plain text and says their colors", () => {
    const topics = [
      sampleTopic(0, "Maps & <trees>", { color: "#1043a0" }),
      sampleTopic(1, "Part", { parent: 0 }),
    ];
    const { network, config } = JSON.parse(all(toVosviewer(loose([{}], { topics }))));
    expect(network.clusters).toEqual([{ cluster: 1, label: "Maps & <trees>" }]);
    expect(config.color_schemes).toEqual({ cluster_colors: [{ cluster: 1, color: "#1043a0" }] });
    expect(config.parameters).toEqual({ max_label_length: 40, item_size: 2 });
  });
  it("writes the kinds of links asked for", () => {
    const { network } = JSON.parse(all(toVosviewer(twoPapers, { edges: ["keyword"] })));
    expect(network.links.map((link: { strength: number }) => link.strength)).toEqual([0.5]);
    expect(all(toVosviewerMap(twoPapers, { edges: ["keyword"] }))).toMatch(/\t0\.5\t2019\t7\n/);
  });
  it("puts a title into one cell", () => {
    expect(all(toVosviewerMap(loose([{ title: ' a\t\n"b"\ud800' }])))).toMatch(
      /^1\t"a ""b""\ufffd"\t\t0\t0\t\t0\t0\t\t\n/m,
    );
  });
});

describe("what writers share", () => {
  it("joins pieces to chunks of 64 kB or a little more", () => {
    const half = "x".repeat(1 << 15);
    expect([...inChunks([half, half, "a", "b"])]).toEqual([half + half, "ab"]);
    expect([...inChunks(["a", half, half, "b"])]).toEqual([`a${half}${half}`, "b"]);
    expect([...inChunks([half, half])]).toEqual([half + half]);
    expect([...inChunks([])]).toEqual([]);
  });
  it("makes one link of all links of a pair, in the order of papers", () => {
    expect(pairLinks(sampleMap())).toEqual([
      {
        source: 0,
        target: 1,
        strength: 1.5,
        description: "keyword: graph (75 %), node (25 %); mention: GraphX",
      },
      { source: 0, target: 2, strength: 1, description: "citation" },
      { source: 1, target: 2, strength: 1.125, description: "keyword: graph (100 %); citation" },
    ]);
  });
  it("draws 2000 units wide, whatever the map's own width, with one factor for places and sizes", () => {
    const map = loose([{}, {}], {
      x: Float32Array.of(-1, 3),
      y: Float32Array.of(1, 1),
      size: Float32Array.of(0, 0.5),
    });
    // 2000 / (3 − −1) = 500
    expect(all(toNodesCsv(map)).split("\n").slice(1, 3)).toEqual([
      "p1,Title 0,ref0,hash:0,-500,500,0.001,#9a9a9a",
      "p2,Title 1,ref1,hash:1,1500,500,250,#9a9a9a",
    ]);
    // 0.05 + 0.9 × (0 … 1), y from the top
    expect(all(toPajek(map)).split("\n").slice(1, 3)).toEqual([
      '1 "Title 0" 0.05 0.5 0 ic RGB9A9A9A',
      '2 "Title 1" 0.95 0.5 0 ic RGB9A9A9A',
    ]);
  });
});
