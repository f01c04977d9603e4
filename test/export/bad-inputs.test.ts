import { existsSync } from "node:fs";
import { deflateSync } from "node:zlib";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { toBibtex } from "../../src/export/bibtex.ts";
import { toEdgesCsv, toNodesCsv } from "../../src/export/csv.ts";
import { toGexf } from "../../src/export/gexf.ts";
import { toGraphml } from "../../src/export/graphml.ts";
import { packMap } from "../../src/export/pack-map.ts";
import { toPajek } from "../../src/export/pajek.ts";
import { toSvg } from "../../src/export/picture.ts";
import { toRis } from "../../src/export/ris.ts";
import { toVosviewer, toVosviewerMap } from "../../src/export/vosviewer.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { fileSource, filesBelow, SHARED } from "../read/shared.ts";
import { parseXml } from "./parse-xml.ts";

const FOLDER = `${SHARED}/bad-inputs`;
const files = existsSync(FOLDER) ? filesBelow(FOLDER) : [];
const all = (chunks: Iterable<string>) => [...chunks].join("");

/** Every text format of a map, read by a parser of its language. */
function expectWellFormed(map: TopicMap): void {
  const n = map.papers.length;
  for (const text of [
    toGexf(map),
    toGexf(map, { version: "1.2", dynamic: true }),
    toGraphml(map),
    toSvg(map),
  ])
    parseXml(all(text));
  expect(JSON.parse(all(encodeMap(map))).nodes).toHaveLength(n);
  expect(JSON.parse(all(toVosviewer(map))).network.items).toHaveLength(n);
  for (const table of [toNodesCsv(map), toEdgesCsv(map)]) {
    const { data, errors } = Papa.parse<string[]>(all(table).replace(/\n$/, ""));
    expect(errors).toEqual([]);
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
  }
  const columns = all(toVosviewerMap(map)).replace(/\n$/, "").split("\n");
  expect(new Set(columns.map((line) => line.split("\t").length)).size).toBe(1);
  expect(all(toPajek(map)).match(/^\d+ "[^"\n]*" /gm)).toHaveLength(n);
  expect(all(toRis(map)).match(/^ER {2}- /gm)).toHaveLength(n);
  expect(all(toBibtex(map)).match(/^@\w+\{/gm)).toHaveLength(n);
  expect(all(packMap(map, (json) => deflateSync(all(json))).text)).not.toContain("<");
}

describe.skipIf(files.length === 0)("every output is well-formed, whatever the input", () => {
  test.each(files)("%s", async (file) => {
    const collection = await readPapers([fileSource(file)]);
    if (collection.papers.length === 0) return;
    // Of the long ones a part is enough: what is odd about a file shows in each of its papers.
    const papers = collection.papers.slice(0, 60);
    expectWellFormed(await buildMap({ ...collection, papers }, {}));
  });
});
