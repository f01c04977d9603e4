import { extname } from "node:path";
import { crc32, gunzipSync, inflateSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { expect } from "vitest";
import { fromBase64 } from "../../src/kernel/base64.ts";
import { parseXml } from "../export/parse-xml.ts";

/** Reads one file of an output of a map of so many papers, as strictly as its language is; throws where it is not well-formed. */
type Check = (bytes: Buffer, papers: number) => void;

/** How each file that outputs become is read, by its ending. */
export const CHECKS: Readonly<Record<string, Check>> = {
  ".zip": (bytes, n) => {
    const files = new Map(Object.entries(unzipSync(bytes)));
    expect(JSON.parse(textOf(Buffer.from(files.get("map.json") ?? []))).folder.papers).toBe(n);
    for (const [name, table] of files)
      if (name.endsWith(".parquet")) expect(textOf(Buffer.from(table.subarray(-4)))).toBe("PAR1");
  },
  ".json": (bytes, n) => expect(JSON.parse(textOf(bytes)).nodes).toHaveLength(n),
  ".vosviewer.json": (bytes, n) => expect(JSON.parse(textOf(bytes)).network.items).toHaveLength(n),
  ".node-link.json": (bytes, n) => {
    const { nodes, edges, multigraph } = JSON.parse(textOf(bytes));
    const ids = new Set(nodes.map(({ id }: { id: string }) => id));
    expect([ids.size, multigraph]).toEqual([n, true]);
    for (const { source, target, key } of edges) expect(ids.has(source) && ids.has(target), key).toBe(true);
  },
  ".cyjs": (bytes, n) => {
    const { nodes, edges } = JSON.parse(textOf(bytes)).elements;
    const ids = new Set(nodes.map(({ data }: { data: { id: string } }) => data.id));
    expect(ids.size).toBe(n);
    for (const { position } of nodes)
      for (const place of [position.x, position.y]) expect(Number.isFinite(place)).toBe(true);
    for (const { data } of edges) expect(ids.has(data.source) && ids.has(data.target), data.id).toBe(true);
  },
  ".gexf": (bytes, n) => expect(parseXml(textOf(bytes)).getElementsByTagName("node")).toHaveLength(n),
  ".graphml": (bytes, n) => expect(parseXml(textOf(bytes)).getElementsByTagName("node")).toHaveLength(n),
  ".svg": (bytes) => expect(parseXml(textOf(bytes)).documentElement?.localName).toBe("svg"),
  ".nodes.csv": (bytes, n) => expect(table(bytes)).toHaveLength(n + 1),
  ".topics.csv": (bytes) =>
    expect(table(bytes)[0]).toEqual("topic,name,year,papers,share,citations".split(",")),
  ".events.csv": (bytes) => expect(table(bytes)[0]).toEqual("from,to,kind,topic,name,papers".split(",")),
  ".asreview.csv": (bytes, n) => expect(table(bytes)).toHaveLength(n + 1),
  ".flow.json": (bytes, n) => {
    const { identified, duplicatesRemoved, screened, notScreened } = JSON.parse(textOf(bytes));
    expect(identified.records - duplicatesRemoved).toBe(n);
    expect(screened + notScreened).toBe(n);
  },
  ".edges.csv": (bytes, n) => {
    for (const [source, target] of table(bytes).slice(1))
      for (const name of [source, target]) expect(indexOf(name.replace(/^p/, ""), n), name).toBe(true);
  },
  ".map.txt": (bytes, n) => {
    const rows = lines(bytes).map((line) => line.split("\t"));
    expect(rows).toHaveLength(n + 1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  },
  ".network.txt": (bytes, n) => {
    for (const row of lines(bytes).map((line) => line.split("\t"))) {
      expect(row).toHaveLength(3);
      expect(indexOf(row[0], n) && indexOf(row[1], n) && Number(row[2]) > 0, row.join()).toBe(true);
    }
  },
  ".net": (bytes, n) => {
    const [first, ...rest] = lines(bytes);
    expect(first).toBe(`*Vertices ${n}`);
    for (const [i, line] of rest.slice(0, n).entries())
      expect(line).toMatch(new RegExp(`^${i + 1} "[^"]*" \\S+ \\S+ 0 ic RGB[0-9A-F]{6}$`));
    for (const line of rest.slice(n)) expect(line).toMatch(/^(?:\*Arcs|\*Edges|\d+ \d+ \S+ l "\w+")$/);
  },
  ".clu": (bytes, n) => expectNumbers(bytes, n),
  ".vec": (bytes, n) => expectNumbers(bytes, n),
  ".ris": (bytes, n) => {
    const text = textOf(bytes);
    expect(text.endsWith("\r\n")).toBe(true);
    const rows = text.slice(0, -2).split("\r\n");
    expect(rows.filter((row) => row === "ER  - ")).toHaveLength(n);
    for (const row of rows) expect(row).toMatch(/^(?:[A-Z][A-Z0-9] {2}- [^\r\n]*|)$/);
  },
  ".bib": (bytes, n) => {
    const text = textOf(bytes);
    expect(text.match(/^@(?!Comment\b)\w+\{/gm)).toHaveLength(n);
    // Braces that are no character of the text are balanced.
    let depth = 0;
    for (const [mark] of text.matchAll(/\\.|[{}]/gs)) {
      if (mark === "{") depth++;
      else if (mark === "}") depth--;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  },
  ".csl.json": (bytes, n) => {
    const items: { id: unknown; type: unknown }[] = JSON.parse(textOf(bytes));
    expect(new Set(items.map(({ id }) => id)).size).toBe(n);
    for (const { type } of items) expect(typeof type).toBe("string");
  },
  ".pptx": (bytes) => {
    const parts = Object.entries(unzipSync(bytes));
    for (const [name, part] of parts) if (/\.(xml|rels|svg)$/.test(name)) parseXml(strFromU8(part));
    expect(parts.some(([name]) => name === "ppt/slides/slide1.xml")).toBe(true);
  },
  ".html": (bytes, n) => {
    const page = textOf(bytes);
    const [, packed = ""] =
      /<script id="topograph-map" type="application\/gzip">([^<]*)<\/script>/.exec(page) ?? [];
    const lines = gunzipSync(fromBase64(packed)).toString().trimEnd().split("\n");
    const papers = lines.map((line) => JSON.parse(line)).filter(({ key }) => key === "nodes");
    expect(papers.reduce((sum, { count }) => sum + count, 0)).toBe(n);
  },
  ".png": (bytes) => {
    expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    const kinds: string[] = [];
    const data: Buffer[] = [];
    for (let at = 8; at < bytes.length; ) {
      const length = bytes.readUInt32BE(at);
      const chunk = bytes.subarray(at + 4, at + 8 + length);
      kinds.push(chunk.toString("latin1", 0, 4));
      if (kinds.at(-1) === "IDAT") data.push(chunk.subarray(4));
      expect(crc32(chunk)).toBe(bytes.readUInt32BE(at + 8 + length));
      at += 12 + length;
    }
    expect([kinds[0], kinds.at(-1)]).toEqual(["IHDR", "IEND"]);
    // Four bytes a pixel, and one a row for its filter.
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(inflateSync(Buffer.concat(data))).toHaveLength((4 * width + 1) * height);
  },
  ".pdf": (bytes) => {
    const text = bytes.toString("latin1");
    expect(text).toMatch(/^%PDF-1\.\d\n[\s\S]*%%EOF\n$/);
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    const [, size] = /^xref\n0 (\d+)\n/.exec(text.slice(start)) ?? [];
    const entries = [...text.slice(start).matchAll(/^(\d{10}) \d{5} n $/gm)];
    expect(entries).toHaveLength(Number(size) - 1);
    for (const [k, [, at]] of entries.entries())
      expect(text.slice(Number(at), Number(at) + 20)).toMatch(new RegExp(`^${k + 1} 0 obj\\n`));
  },
};

/** How a file is read: by its whole ending, else by the last part of it (".node-link.json": as ".json"). */
export function checkOf(ending: string): Check | undefined {
  return CHECKS[ending] ?? CHECKS[extname(ending)];
}

/** @throws TypeError where bytes are no UTF-8 */
function textOf(bytes: Buffer): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

function lines(bytes: Buffer): string[] {
  const text = textOf(bytes);
  if (text === "") return [];
  expect(text.endsWith("\n")).toBe(true);
  return text.slice(0, -1).split("\n");
}

/** Rows of one length. */
function table(bytes: Buffer): string[][] {
  const { data, errors } = Papa.parse<string[]>(textOf(bytes).replace(/\n$/, ""));
  expect(errors.filter(({ code }) => code !== "UndetectableDelimiter")).toEqual([]);
  expect(new Set(data.map((row) => row.length)).size).toBe(1);
  return data;
}

function indexOf(text: string, n: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= n;
}

function expectNumbers(bytes: Buffer, n: number): void {
  const [first, ...rest] = lines(bytes);
  expect(first).toBe(`*Vertices ${n}`);
  expect(rest).toHaveLength(n);
  for (const line of rest) expect(Number.isFinite(Number.parseFloat(line)), line).toBe(true);
}
