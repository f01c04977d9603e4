import { describe, expect, test } from "vitest";
import type { Paper } from "../../src/model/paper.ts";
import { sourceOf } from "../../src/model/source-of.ts";
import { readVectors, type VectorOptions } from "../../src/read/vectors/vectors.ts";
import { paper } from "../paper.ts";

const papers = [
  paper({ title: "First", id: "a", doi: "10.1234/first" }),
  paper({ title: "Second", id: "b", doi: "10.1234/second", aliases: ["W2"] }),
];
type Content = string | Uint8Array;
const source = (name: string, content: Content) =>
  typeof content === "string"
    ? sourceOf(name, content)
    : {
        name,
        async *chunks() {
          // Cut anywhere.
          for (let at = 0; at < content.length; at += 100) yield content.subarray(at, at + 100);
        },
      };
const read = (content: Content, options: VectorOptions = {}, of: readonly Paper[] = papers, merged = 0) =>
  readVectors(source("v.x", content), { papers: of, merged }, options);
/** The rows, paper by paper, to three digits. */
async function rows(content: Content, options: VectorOptions = {}) {
  const { vectors } = await read(content, options);
  const { of, dimensions } = vectors;
  if ("source" in of) throw new Error("links");
  return papers.map((_, i) =>
    Array.from(of.value.subarray(i * dimensions, (i + 1) * dimensions), (v) => Number(v.toFixed(3))),
  );
}
/** NumPy's format, version 1: magic, version, length of the header, header, numbers. */
function npy(type: "<f4" | "<f8" | "<i8", shape: string, numbers: readonly number[], order = "False") {
  const header = `{'descr': '${type}', 'fortran_order': ${order}, 'shape': (${shape}), }\n`;
  const body = new Uint8Array(
    (type === "<f4" ? Float32Array.from(numbers) : Float64Array.from(numbers)).buffer,
  );
  const begin = [0x93, ...new TextEncoder().encode("NUMPY"), 1, 0, header.length & 255, header.length >> 8];
  return Uint8Array.from([...begin, ...new TextEncoder().encode(header), ...body]);
}
/** Two rows, of the DOIs 10.1/b: [0, 3] and 10.1/a: [4, 0], in the column `specter`, as pyarrow writes it, packed by zstd. */
const PARQUET =
  "UEFSMRUAFTQVRiwVBBUAFQYVBhwAAAAotS/9IBrRAAACAAAABAEGAAAAMTAuMS9iBgAAADEwLjEvYRUAFTgVSiwVCBUAFQYVBhwAAAAotS/9IBzhAAACAAAAAwoCAAAACAMAAAAAAABAQAAAgEAAAAAAFQAVLBU+LBUEFQAVBhUGHAAAACi1L/0gFrEAAAIAAAAEAdEHAAAAAAAA0gcAAAAAAAAVBBlsNQAYBnNjaGVtYRUGABUMJQIYA2RvaSUATBwAAAA1AhgHc3BlY3RlchUCFQZMPAAAADUEGARsaXN0FQIAFQglAhgHZWxlbWVudAAVBCUCGAR5ZWFyABYEGRwZPCYAHBUMGSUGABkYA2RvaRUMFgQWWhZsJghJHBUAFQAVAgA8FhgZBhkmAAQAAAAmABwVCBklBgAZOAdzcGVjdGVyBGxpc3QHZWxlbWVudBUMFggWXhZwJnRJHBUAFQAVAgA8KSYEBBlGAAAACAAAACYAHBUEGSUGABkYBHllYXIVDBYEFlIWZCbkAUkcFQAVABUCADwpBhkmAAQAAAAWigIWBCYIFsACACggcGFycXVldC1jcHAtYXJyb3cgdmVyc2lvbiAyNi4wLjEZPBwAABwAABwAAAA1AQAAUEFSMQ==";
const parquet = () => Uint8Array.from(atob(PARQUET), (c) => c.charCodeAt(0));

describe("vectors of any format: 3 and 4 for the first paper, 0 and 2 for the second", () => {
  const expected = [
    [0.6, 0.8], // at unit length: 3/5, 4/5
    [0, 1],
  ];
  test.each<[string, Content, VectorOptions?]>([
    ["NumPy, float32", npy("<f4", "2, 2", [3, 4, 0, 2])],
    ["NumPy, float64", npy("<f8", "2, 2", [3, 4, 0, 2])],
    ["NumPy, column by column", npy("<f8", "2, 2", [3, 0, 4, 2], "True")],
    ["NumPy with keys", npy("<f4", "2, 2", [0, 2, 3, 4]), { keys: ["b", "a"] }],
    ["NumPy with DOIs", npy("<f4", "2, 2", [0, 2, 3, 4]), { keys: ["https://doi.org/10.1234/Second", "a"] }],
    [
      "JSON Lines with keys",
      '{"paperId":"W2","v":[0,2],"title":"S"}\n{"paperId":"a","v":[3,4],"title":"F"}\n',
    ],
    [
      "JSON Lines of Semantic Scholar",
      '{"id":"a","embedding":{"model":"x","vector":[3,4]}}\n{"id":"b","embedding":{"vector":[0,2]}}',
    ],
    [
      "JSON Lines, one column of two",
      '{"key":"b","v":[0,2],"w":[1,1]}\n{"key":"a","v":[3,4],"w":[1,1]}',
      { column: "v" },
    ],
    ["lists alone", "[3,4]\n[0,2]\n"],
    ["numbers alone", "3,4\n0,2\n"],
    ["a key before the numbers", "b;0;2\r\na;3;4\r\n"],
    ["a header with the columns of pandas", "id,0,1\nb,0,2\na,3,4\n"],
    [
      "a header with other fields",
      "doi\ttitle\tyear\td1\td2\n10.1234/first\tF\t1999\t3\t4\n10.1234/second\tS\t2000\t0\t2\n",
    ],
    ["lists in cells", 'id,vector\nb,"[0, 2]"\na,"[3. 4.]"\n'],
    ["keys of the map", "p2,0,2\np1,3,4\n"],
    ["a header of one key column", "key,0,1\nidentity-of-nobody,1,1\nb,0,2\na,3,4\n"],
  ])("%s", async (_, content, options) => {
    expect(await rows(content, options)).toEqual(expected);
  });

  test("Parquet: the list is the vector, other columns of numbers are fields", async () => {
    const of = [paper({ title: "A", doi: "10.1/a" }), paper({ title: "B", doi: "10.1/b" })];
    // "10.1/a" has the form of a DOI only to those who do not look closely: it is compared as it stands.
    const { vectors, warnings } = await read(parquet(), {}, of);
    expect(warnings).toEqual([]);
    expect(vectors).toMatchObject({
      name: "v.x",
      dimensions: 2,
      of: { value: Float32Array.from([1, 0, 0, 1]) },
    });
    expect(vectors.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await read(parquet(), { column: "specter" }, of)).vectors.name).toBe("v.x#specter");
  });
});

describe("what is wrong with some rows is told; the others count", () => {
  const told = async (content: Content, options: VectorOptions = {}) =>
    (await read(content, options)).warnings.map(({ line, record, message }) =>
      [line === undefined ? record : `line ${line}`, message].filter((part) => part !== undefined).join(": "),
    );
  test.each<[string, Content, string[]]>([
    ["no number", "a,3,4\nb,NaN,2\n", ["line 2: number 1 is NaN, expected a finite one; left out"]],
    [
      "no number, by Python",
      '{"id":"a","v":[3,4]}\n{"id":"b","v":[1, NaN]}\n{"id":"b","v":[1,1]}',
      ["line 2: found NaN, which JSON does not have, expected a finite number; left out"],
    ],
    [
      "no number, in NumPy",
      npy("<f4", "2, 2", [3, 4, 1, NaN]),
      ["row 2: number 2 is NaN, expected a finite one; left out"],
    ],
    ["infinite", "[3,4]\n[1e999,0]\n", ["line 2: number 1 is Infinity, expected a finite one; left out"]],
    ["zeros", "a,3,4\nb,0,0\n", ["line 2: all numbers are 0 or too large to have a direction; left out"]],
    [
      "another length",
      "a,3,4\nb,1,2,3\n",
      ["line 2: found 3 numbers, expected 2 as in the first row; left out"],
    ],
    [
      "a line of nothing",
      '{"id":"a","v":[3,4]}\n{"id"\n{"id":"b","v":[1,1]}',
      ["line 2: found no JSON, expected a record in one line; left out"],
    ],
    [
      "keys of nobody, and papers without",
      "a,3,4\nx,1,1\ny,1,1\n",
      ['2 of 3 rows are of no paper of the collection: "x", "y"', '1 of 2 papers have no row: "Second"'],
    ],
    ["a paper twice", "a,3,4\nb,1,1\na,1,1\n", ['a: a second row for the paper "First"; left out']],
  ])("%s", async (_, content, expected) => expect(await told(content)).toEqual(expected));

  test("a key of two papers is nobody's", async () => {
    const twins = [
      paper({ title: "F", id: "a" }),
      paper({ title: "S", id: "a", identity: "other" }),
      papers[1],
    ];
    const { warnings } = await read("a,1,1\nb,1,2\n", {}, twins);
    expect(warnings.map(({ message }) => message)).toContain(
      '1 of 2 rows are of no paper of the collection: "a"',
    );
  });
});

describe("files of which nothing can be made", () => {
  test.each<[string, Content, VectorOptions, RegExp]>([
    [
      "too few rows",
      npy("<f4", "1, 2", [1, 2]),
      {},
      /v\.x: found 1 rows, expected 2, one a paper.*\.keys\.txt/,
    ],
    [
      "too few keys",
      npy("<f4", "2, 2", [1, 2, 3, 4]),
      { keys: ["a"] },
      /found 2 rows and 1 keys beside them/,
    ],
    [
      "whole numbers",
      npy("<i8", "2, 2", [1, 2, 3, 4]),
      {},
      /type <i8, expected float32 or float64; save it by/,
    ],
    ["one dimension", npy("<f4", "4,", [1, 2, 3, 4]), {}, /shape \(4, \), expected two dimensions/],
    [
      "three dimensions",
      npy("<f4", "1, 2, 2", [1, 2, 3, 4]),
      {},
      /shape \(1, 2, 2\), expected two dimensions/,
    ],
    [
      "rows of nothing",
      npy("<f4", "4000000000, 0", []),
      {},
      /shape \(4000000000, 0\), expected two dimensions/,
    ],
    ["transposed", npy("<f4", "3, 2", [1, 2, 3, 4, 5, 6]), {}, /found 3 rows, expected 2, one a paper/],
    [
      "cut off after its first bytes",
      npy("<f4", "2, 2", [1, 2, 3, 4]).slice(0, 8),
      {},
      /cut off in its header/,
    ],
    ["cut off in the header", npy("<f4", "2, 2", [1, 2, 3, 4]).slice(0, 40), {}, /cut off in its header/],
    ["nothing but NaN", npy("<f4", "2, 2", [NaN, NaN, NaN, NaN]), {}, /no row can be used \(number 1 is NaN/],
    ["cut off", npy("<f4", "2, 3", [1, 2, 3, 4]), {}, /cut off: 2 rows of 3 numbers take 24 bytes, found 16/],
    [
      "keys of others",
      "x,1,1\ny,2,1\n",
      {},
      /none of the 2 keys is a paper's: found "x", "y", expected such as "a", "test:a"/,
    ],
    ["only bad rows", "a,NaN,1\nb,NaN,1\n", {}, /no row can be used \(line 1: number 1 is NaN/],
    [
      "two columns of lists",
      '{"id":"a","v":[1,2],"w":[1,2]}',
      {},
      /several columns hold lists of numbers: v, w; name one behind the file: FILE#v/,
    ],
    ["no such column", '{"id":"a","v":[1,2]}', { column: "u" }, /there is no column "u"; found id, v/],
    ["no numbers", "title,doi\nFirst,10.1234/first\n", {}, /no column holds vectors/],
    ["an archive", "PK\u0003\u0004 vectors", {}, /this is a ZIP archive \(\.npz\?\)/],
    ["nothing", "", {}, /v\.x: /],
    ["a damaged Parquet file", parquet().slice(0, 300), {}, /the Parquet file cannot be read/],
  ])("%s", async (_, content, options, message) => {
    await expect(read(content, options)).rejects.toThrow(message);
  });

  test("records that were merged are named as a reason", async () => {
    await expect(read("1,2\n1,3\n1,4\n", {}, papers, 1)).rejects.toThrow(/expected 2.*1 records were merged/);
  });

  test("hostile keys and columns are ordinary words", async () => {
    const of = [paper({ title: "F", id: "__proto__" }), paper({ title: "S", id: "constructor" })];
    const { vectors } = await read(
      '{"id":"constructor","__proto__":[0,1]}\n{"id":"__proto__","__proto__":[1,0]}',
      {},
      of,
    );
    expect(vectors.of).toMatchObject({ value: Float32Array.from([1, 0, 0, 1]) });
  });
});
