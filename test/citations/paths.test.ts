import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { citingButDissimilar, similarNotCiting } from "../../src/citations/gaps.ts";
import { shortestPath } from "../../src/citations/shortest-path.ts";
import { EDGE_KINDS } from "../../src/model/edges.ts";
import { listOf } from "../edge-list.ts";

describe("shortestPath", () => {
  const lists = [
    listOf("keyword", [[0, 3, 0.4]]),
    listOf("citation", [
      [1, 0],
      [1, 2],
      [3, 2],
    ]),
    listOf("mention", [[0, 1]]),
  ];

  test("over citations, either way, with who cites whom", () => {
    expect(shortestPath(lists, 4, 0, 3, new Set(["citation"]))).toEqual([
      { from: 0, to: 1, reasons: [{ kind: "citation", weight: 1, forward: false }] },
      { from: 1, to: 2, reasons: [{ kind: "citation", weight: 1, forward: true }] },
      { from: 2, to: 3, reasons: [{ kind: "citation", weight: 1, forward: false }] },
    ]);
  });

  test("over all kinds it is one step; all reasons of a step are told", () => {
    const all = new Set(EDGE_KINDS);
    expect(shortestPath(lists, 4, 0, 3, all)).toHaveLength(1);
    expect(shortestPath(lists, 4, 0, 1, all)?.[0].reasons.map(({ kind }) => kind)).toEqual([
      "citation",
      "mention",
    ]);
  });

  test("no way, and no step to oneself", () => {
    expect(shortestPath(lists, 5, 0, 4, new Set(EDGE_KINDS))).toBeUndefined();
    expect(shortestPath(lists, 5, 4, 4, new Set(EDGE_KINDS))).toEqual([]);
  });

  test("as long as Floyd and Warshall say", () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), {
      selector: ([a, b]) => a * 7 + b,
      maxLength: 14,
    });
    fc.assert(
      fc.property(pairs, (given) => {
        const arcs = given.filter(([a, b]) => a !== b);
        const far = Array.from({ length: 7 }, (_, i) =>
          Array.from({ length: 7 }, (_, j): number => (i === j ? 0 : 99)),
        );
        for (const [a, b] of arcs) far[a][b] = far[b][a] = 1;
        for (let k = 0; k < 7; k++)
          for (let i = 0; i < 7; i++)
            for (let j = 0; j < 7; j++) far[i][j] = Math.min(far[i][j], far[i][k] + far[k][j]);
        for (let j = 0; j < 7; j++) {
          const path = shortestPath([listOf("citation", arcs)], 7, 0, j, new Set(["citation"]));
          expect(path?.length ?? 99).toBe(far[0][j]);
        }
      }),
    );
  });
});

describe("similarNotCiting", () => {
  const lists = [
    listOf("keyword", [
      [0, 1, 0.9],
      [0, 2, 0.5],
      [1, 2, 0.7],
      [2, 3, 0.8],
    ]),
    listOf("citation", [[1, 0]]),
  ];
  const paper = (year: number | undefined, references: string[] = ["x"]) => ({
    references,
    ...(year === undefined ? {} : { year }),
  });

  test("pairs from the bound on that no citation joins, most alike first, the later paper first", () => {
    const papers = [paper(2000), paper(2001), paper(2002), paper(1999)];
    expect(
      similarNotCiting(lists, papers, 0.5).map(({ a, b, similarity }) => [a, b, Math.fround(similarity)]),
    ).toEqual([
      [2, 3, Math.fround(0.8)],
      [2, 1, Math.fround(0.7)],
      [2, 0, 0.5],
    ]);
    expect(similarNotCiting(lists, papers, 0.75)).toHaveLength(1);
  });

  test("a paper that lists no references tells nothing of what it does not cite", () => {
    const papers = [paper(2000), paper(2001), paper(2002, []), paper(1999)];
    expect(similarNotCiting(lists, papers, 0.5)).toEqual([]);
    // of one year either could have cited
    expect(similarNotCiting(lists, [paper(2000), paper(2001), paper(1999, []), paper(1999)], 0.8)).toEqual([
      { a: 3, b: 2, similarity: Math.fround(0.8) },
    ]);
  });
});

describe("citingButDissimilar", () => {
  test("citations up to the bound, least alike first", () => {
    const lists = [
      listOf("citation", [
        [1, 0],
        [2, 0],
        [2, 1],
      ]),
    ];
    const cosine = (i: number, j: number) => (i + j) / 10;
    expect(citingButDissimilar(lists, cosine, 0.2)).toEqual([
      { a: 1, b: 0, similarity: 0.1 },
      { a: 2, b: 0, similarity: 0.2 },
    ]);
  });
});
