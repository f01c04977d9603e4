import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkChange } from "../../src/edges/change.ts";
import { combineEdges } from "../../src/edges/combine.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/parameters.ts";
import { continuedTopics } from "../../src/topics/carry.ts";
import { middleResolution, quickTopics } from "../../src/topics/regroup.ts";
import { listOf } from "../edge-list.ts";

describe("continuedTopics", () => {
  // before: 0 0 0 0 1 1 1 1; after: 1 1 1 2 0 0 0 0
  const before = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1);
  const after = Int32Array.of(1, 1, 1, 2, 0, 0, 0, 0);

  test("a topic goes on in the one that shares most of it; a splinter is new", () => {
    // after 0 = before 1 (4 of 4); after 1 holds 3 of 4 of before 0; after 2 holds 1 of 4, but 0 goes on already
    expect([...continuedTopics(before, 2, after, 3, 0.5)]).toEqual([1, 0, -1]);
    expect([...continuedTopics(before, 2, after, 3, 0.1)]).toEqual([1, 0, -1]);
    expect([...continuedTopics(before, 2, after, 3, 0.8)]).toEqual([1, -1, -1]);
  });

  test("any division goes on in itself, however it is numbered; papers without a topic do not count", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 1, maxLength: 30 }), (topics) => {
        const own = Int32Array.from(topics);
        const turned = own.map((t) => (t < 0 ? t : (t + 2) % 5));
        const continued = continuedTopics(own, 5, turned, 5, 1);
        for (const t of new Set(topics)) if (t >= 0) expect(continued[(t + 2) % 5]).toBe(t);
      }),
    );
  });
});

describe("quickTopics", () => {
  /** Two pairs of triangles: the pairs hang together by weight 0.3 links, the halves by 0.05. */
  const triangle = (a: number): [number, number, number][] => [
    [a, a + 1, 1],
    [a, a + 2, 1],
    [a + 1, a + 2, 1],
  ];
  const list = listOf("keyword", [
    ...triangle(0),
    ...triangle(3),
    ...triangle(6),
    ...triangle(9),
    [2, 3, 0.8],
    [1, 4, 0.8],
    [8, 9, 0.8],
    [7, 10, 0.8],
    [5, 6, 0.05],
  ]);
  const graph = combineEdges([list], DEFAULT_PARAMETERS.weights, 13);
  const rows = {
    start: new Uint32Array(14),
    column: new Uint32Array(0),
    value: new Float32Array(0),
    width: 0,
  };
  const own = Int32Array.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, -1);

  test("coarse, then fine: the halves, then the triangles; the paper without links has no topic", () => {
    const coarse = quickTopics(graph, rows, own, 0.5, 1);
    expect([...coarse.topic]).toEqual([...own]);
    const fine = quickTopics(graph, rows, own, 3, 1);
    expect(fine.count).toBe(4);
    expect(fine.topic[12]).toBe(-1);
    expect(new Set(fine.topic.subarray(0, 3)).size).toBe(1);
  });

  test("the same call gives the same topics", () => {
    expect(quickTopics(graph, rows, own, 2, 7)).toEqual(quickTopics(graph, rows, own, 2, 7));
  });

  test("runner-up and confidence lie in range and never name the own topic", () => {
    for (const resolution of [0.5, 1, 2, 4]) {
      const { topic, count, runnerUp, confidence } = quickTopics(graph, rows, own, resolution, 1);
      for (const [i, t] of topic.entries()) {
        expect(t).toBeLessThan(count);
        expect(runnerUp[i]).toBeLessThan(count);
        if (t >= 0) expect(runnerUp[i]).not.toBe(t);
        expect(confidence[i]).toBeGreaterThanOrEqual(0);
        expect(confidence[i]).toBeLessThanOrEqual(1);
      }
    }
  });

  test("the middle is where the map's number comes out", () => {
    const middle = middleResolution(graph, 2, 1);
    expect(quickTopics(graph, rows, own, middle, 1).count).toBe(2);
  });
});

describe("linkChange", () => {
  const keyword = listOf("keyword", [
    [0, 1, 0.5],
    [1, 2, 0.5],
  ]);
  const citation = listOf("citation", [
    [2, 0],
    [1, 0],
  ]);
  const mix = (weights: { keyword: number; citation: number }) =>
    combineEdges([keyword, citation], { ...DEFAULT_PARAMETERS.weights, ...weights }, 3);

  test("links that come, go, or weigh otherwise", () => {
    const words = mix({ keyword: 1, citation: 0 });
    expect(linkChange(words, words)).toEqual({ came: 0, went: 0, shifted: 0 });
    // Citations add 0–2; 0–1 has both kinds now, 1–2 only text: each was half of all, now 1/4 · (1 + 1) and 1/4.
    expect(linkChange(words, mix({ keyword: 1, citation: 1 }))).toEqual({ came: 1, went: 0, shifted: 1 });
    expect(linkChange(words, mix({ keyword: 0, citation: 1 }))).toEqual({ came: 1, went: 1, shifted: 0 });
  });
});
