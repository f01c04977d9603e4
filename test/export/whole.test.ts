import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { toBibtex } from "../../src/export/bibtex.ts";
import { toEdgesCsv, toNodesCsv } from "../../src/export/csv.ts";
import { toGexf } from "../../src/export/gexf.ts";
import { toGraphml } from "../../src/export/graphml.ts";
import { toPajek, toPajekPartition, toPajekVector } from "../../src/export/pajek.ts";
import { toRis } from "../../src/export/ris.ts";
import { toVosviewer, toVosviewerMap, toVosviewerNetwork } from "../../src/export/vosviewer.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { twoPapers } from "./two-papers.ts";

const FOLDER = "test/fixtures/export";

const FILES: readonly [name: string, write: (map: TopicMap) => Iterable<string>][] = [
  ["two-papers.gexf", (map) => toGexf(map)],
  ["two-papers-1.2.gexf", (map) => toGexf(map, { version: "1.2" })],
  ["two-papers-dynamic.gexf", (map) => toGexf(map, { dynamic: true })],
  ["two-papers.graphml", (map) => toGraphml(map)],
  ["two-papers.bib", (map) => toBibtex(map)],
  ["two-papers.ris", (map) => toRis(map)],
  ["two-papers.net", (map) => toPajek(map)],
  ["two-papers.clu", toPajekPartition],
  ["two-papers.vec", toPajekVector],
  ["two-papers.nodes.csv", (map) => toNodesCsv(map)],
  ["two-papers.edges.csv", (map) => toEdgesCsv(map)],
  ["two-papers.vosviewer.json", (map) => toVosviewer(map)],
  ["two-papers.vosviewer-map.txt", (map) => toVosviewerMap(map)],
  ["two-papers.vosviewer-network.txt", (map) => toVosviewerNetwork(map)],
];

/** Git may have given the fixtures other line ends. */
const lines = (text: string) => text.split(/\r?\n/);

/**
 * A small map in every format, letter by letter. After a wanted change: WHOLE=write npx vitest run
 * test/export/whole.test.ts, and read the difference.
 */
describe("a map of two papers is written as", () => {
  test.each(FILES)("%s", (name, write) => {
    const text = [...write(twoPapers)].join("");
    if (process.env.WHOLE === "write") writeFileSync(`${FOLDER}/${name}`, text);
    expect(lines(text)).toEqual(lines(readFileSync(`${FOLDER}/${name}`, "utf8")));
  });
});
