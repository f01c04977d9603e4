import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CLI, runIn } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "topograph-vectors-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => runIn(folder, words);
const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);

interface Saved {
  attributes: { parameters: { vectors?: object; weights: Record<string, number> } };
  edges: { source: string; target: string; attributes: { kind: string; weight: number } }[];
}
const map = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Saved;
const semantic = (name: string) =>
  map(name)
    .edges.filter(({ attributes }) => attributes.kind === "semantic")
    .map(({ source, target, attributes }) => [source, target, attributes.weight]);

const TITLES = ["Bees and flowers", "Pollination by insects", "Bridges of steel", "Concrete in bridges"];
write("refs.jsonl", TITLES.map((title, k) => `${JSON.stringify({ id: `r${k}`, title })}\n`).join(""));
/** cos(r0, r1) = 1 · .6 = .6, cos(r2, r3) = 1, all others 0. */
const ROWS = [
  [1, 0, 0],
  [0.6, 0.8, 0],
  [0, 0, 2],
  [0, 0, 1],
];
const EXPECTED = [
  ["p1", "p2", 0.6],
  ["p3", "p4", 1],
];
write("rows.csv", ROWS.map((row) => row.join(",")).join("\n"));

/** NumPy's format: magic, version 1.0, length of the header, header, numbers. */
function npy(rows: readonly (readonly number[])[]): Uint8Array {
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows.length}, ${rows[0].length}), }\n`;
  return Buffer.concat([
    Buffer.from([0x93]),
    Buffer.from("NUMPY\x01\x00"),
    Buffer.from(Uint16Array.of(header.length).buffer),
    Buffer.from(header),
    Buffer.from(Float32Array.from(rows.flat()).buffer),
  ]);
}

describe.skipIf(!existsSync(CLI))("--vectors", () => {
  test("rows in order: links of the kind semantic, mixed at weight 1 and named", () => {
    const { code, stderr } = run(
      "build",
      "refs.jsonl",
      "--vectors",
      "rows.csv",
      "-o",
      "map.json",
      "-o",
      "map.gexf",
    );
    expect([code, stderr]).toEqual([0, expect.stringContaining("4 papers")]);
    expect(semantic("map.json")).toEqual(EXPECTED);
    expect(map("map.json").attributes.parameters).toMatchObject({
      vectors: { name: "rows.csv", dimensions: 3, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      weights: { semantic: 1 },
    });
    expect(readFileSync(join(folder, "map.gexf"), "utf8").match(/value="semantic"/g)).toHaveLength(2);
  });

  test("NumPy with the keys beside it, whatever else is called so", () => {
    write("v.npy", npy([...ROWS].reverse()));
    write("v.json", '{"attributes": "a map, say"}');
    write("v.txt", "r3\nr2\nr1\nr0\n");
    expect(run("build", "refs.jsonl", "--vectors", "v.npy", "-o", "npy.json").code).toBe(0);
    expect(semantic("npy.json")).toEqual(EXPECTED);
    write("v.keys.json", '["r0","r1","r2","r3"]'); // goes before v.txt
    expect(run("build", "refs.jsonl", "--vectors", "v.npy", "-o", "npy.json").code).toBe(0);
    expect(semantic("npy.json")).toEqual([
      ["p1", "p2", 1],
      ["p3", "p4", 0.6],
    ]);
  });

  test("a column of JSON Lines; --weights counts it out of topics and places, not out of the map", () => {
    write(
      "v.jsonl",
      ROWS.map((row, k) => `${JSON.stringify({ id: `r${k}`, a: row, b: [1, 1] })}\n`).join(""),
    );
    const words = [
      "build",
      "refs.jsonl",
      "--vectors",
      "v.jsonl#a",
      "--weights",
      "semantic=0",
      "-o",
      "a.json",
    ];
    expect(run(...words).code).toBe(0);
    expect(semantic("a.json")).toEqual(EXPECTED);
    expect(map("a.json").attributes.parameters).toMatchObject({
      vectors: { name: "v.jsonl#a" },
      weights: { semantic: 0 },
    });
  });

  test("why and convert know them; a base hands them on", () => {
    expect(run("why", "map.json", "p1", "p2").stdout).toContain(
      "semantic  weight 0.600  by the vectors of rows",
    );
    expect(run("convert", "map.json", "-o", "again.json", "--edges", "semantic").code).toBe(0);
    expect(semantic("again.json")).toEqual(EXPECTED);
    expect(run("build", "refs.jsonl", "--base", "map.json", "-o", "next.json").code).toBe(0);
    expect(semantic("next.json")).toEqual(EXPECTED);
    expect(map("next.json").attributes.parameters.vectors).toEqual(
      map("map.json").attributes.parameters.vectors,
    );
  });

  test("what is odd is told, and --strict refuses it", () => {
    write("odd.csv", "r0,1,0\nr1,1,1\nr2,NaN,1\nx,1,1\n");
    const words = ["build", "refs.jsonl", "--vectors", "odd.csv", "-o", "odd.json"];
    const { code, stderr } = run(...words);
    expect(code).toBe(0);
    expect(stderr).toContain("warning: odd.csv, line 3: number 1 is NaN, expected a finite one; left out");
    expect(stderr).toContain('warning: odd.csv: 1 of 4 rows are of no paper of the collection: "x"');
    expect(stderr).toContain('warning: odd.csv: 1 of 4 papers have no row: "Concrete in bridges"');
    expect(run(...words, "--strict").code).toBe(3);
  });

  test.each([
    [
      ["rows.csv"],
      "few.csv",
      "1,2\n2,3\n",
      /error: vectors: few\.csv: found 2 rows, expected 4, one a paper/,
    ],
    [["none"], "none.csv", undefined, /error: cannot open none\.csv: /],
    [["others"], "others.csv", "x,1,2\ny,1,3\n", /none of the 2 keys is a paper's/],
  ])("nothing is written where nothing can be made of the file %s", (_, name, text, message) => {
    if (text !== undefined) write(name, text);
    const { code, stderr } = run("build", "refs.jsonl", "--vectors", name, "-o", "never.json");
    expect(stderr).toMatch(message);
    expect(code).toBe(1);
    expect(existsSync(join(folder, "never.json"))).toBe(false);
  });

  test("the file of vectors is no output", () => {
    write("v.nodes.csv", "1,2\n");
    // Tables come as a pair: v.nodes.csv and v.edges.csv.
    const { code, stderr } = run("build", "refs.jsonl", "--vectors", "v.nodes.csv", "-o", "v.csv");
    expect([code, stderr]).toEqual([2, expect.stringContaining("the output v.nodes.csv is the input")]);
    expect(readFileSync(join(folder, "v.nodes.csv"), "utf8")).toBe("1,2\n");
  });
});
