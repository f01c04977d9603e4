import { describe, expect, test } from "vitest";
import { decisionsByTopic, nearDuplicates, pockets, rankUnseen } from "../../src/explain/screening.ts";
import { fieldOfDecisions } from "../../src/model/decision.ts";
import { sampleMap, sampleTopic } from "../sample-map.ts";
import { rowsOf } from "../sparse-rows.ts";

/** Four papers; decisions: 0 included, 1 excluded, 2 maybe, 3 unseen. */
const screened = (...decisions: number[]) => sampleMap({ fields: [fieldOfDecisions(decisions)] });

describe("unseen papers by their nearness to the included ones", () => {
  // Papers 0 and 1 are included: (1, 0, 0) and (3/5, 4/5, 0). Their mean is (.8, .4, 0).
  const rows = rowsOf([
    [1, 0, 0],
    [3, 4, 0],
    [0, 1, 0],
    [4, 0, 3],
  ]);

  test("nearness is the mean cosine; terms with their shares, the nearest paper and citations are the reason", () => {
    const found = rankUnseen(screened(0, 0, 3, 3), rows, 5);
    // Paper 3 is (.8, 0, .6): .8 · .8 = .64, that is (.8 + .48) / 2. Paper 2 is (0, 1, 0): .4, that is (0 + .8) / 2.
    expect(found.map(({ paper }) => paper)).toEqual([3, 2]);
    expect(found[0].nearness).toBeCloseTo(0.64, 6);
    expect(found[1].nearness).toBeCloseTo(0.4, 6);
    expect(found[0].terms).toEqual([{ column: 0, share: 1 }]);
    expect(found[0].nearest).toBe(0);
    expect(found[0].cosine).toBeCloseTo(0.8, 6);
    expect(found[1].nearest).toBe(1);
    // In the sample map paper 2 cites papers 0 and 1.
    expect(found.map(({ cited }) => cited)).toEqual([0, 2]);
  });

  test("shares of the terms sum to one", () => {
    // Included: paper 1, (.6, .8, 0). Paper 0 has .6 of it; a paper of two terms has both.
    const two = rowsOf([[1, 1], [3, 4], [1, 0], [0, 1]]); // biome-ignore format: a matrix
    const [first] = rankUnseen(screened(3, 0, 1, 1), two, 1);
    // (1, 1)/√2 · (.6, .8) = 1.4/√2, of which .8/1.4 and .6/1.4.
    expect(first.nearness).toBeCloseTo(1.4 / Math.SQRT2, 6);
    expect(first.terms.map(({ column }) => column)).toEqual([1, 0]);
    expect(first.terms[0].share).toBeCloseTo(0.8 / 1.4, 6);
    expect(first.terms[1].share).toBeCloseTo(0.6 / 1.4, 6);
  });

  test("papers somebody decided on are not ranked; where nothing is included there is no order", () => {
    expect(rankUnseen(screened(0, 1, 2, 3), rows, 5).map(({ paper }) => paper)).toEqual([3]);
    expect(rankUnseen(screened(1, 1, 3, 3), rows, 5)).toEqual([]);
    expect(rankUnseen(sampleMap(), rows, 5)).toEqual([]);
  });

  test("a paper that shares nothing with them is left out; ties by index", () => {
    const tied = rowsOf([[1, 0], [0, 1], [1, 1], [1, 1]]); // biome-ignore format: a matrix
    expect(rankUnseen(screened(0, 3, 3, 3), tied, 5).map(({ paper }) => paper)).toEqual([2, 3]);
  });
});

describe("topics", () => {
  // Topic 0 has papers 0 and 1, its sub-topic 2 has paper 0; topic 1 has paper 2.
  test("their counts, and the share included of those decided for good", () => {
    const [graphs, maps, sub] = decisionsByTopic(screened(0, 1, 2, 3));
    expect(graphs).toEqual({ topic: 0, counts: [1, 1, 0, 0], share: 0.5 });
    expect(maps).toEqual({ topic: 1, counts: [0, 0, 1, 0] });
    expect(sub).toEqual({ topic: 2, counts: [1, 0, 0, 0], share: 1 });
  });

  test("pockets: nobody decided on any of its papers; a sub-topic only where its topic is none", () => {
    expect(pockets(screened(0, 1, 2, 3))).toEqual([]);
    expect(pockets(screened(3, 1, 3, 3))).toEqual([1, 2]);
    expect(
      pockets({
        ...sampleMap(),
        topics: [
          sampleTopic(0, "A", { size: 1 }),
          sampleTopic(1, "B", { size: 2 }),
          sampleTopic(2, "C", { parent: 0 }),
        ],
      }),
    ).toEqual([1, 0]);
  });
});

test("near-duplicates are the pairs that are most alike", () => {
  const [keyword] = sampleMap().edges;
  const pairs = (...weight: number[]) =>
    nearDuplicates(sampleMap({ edges: [{ ...keyword, weight: Float32Array.from(weight) }] })).map(
      ({ pair }) => pair,
    );
  expect(pairs(0.85, 0.95)).toEqual([[1, 2], [0, 1]]); // biome-ignore format: pairs
  expect(pairs(0.5, 0.95)).toEqual([[1, 2]]);
  expect(nearDuplicates(sampleMap({ edges: [] }))).toEqual([]);
});
