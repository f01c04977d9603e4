import { describe, expect, test } from "vitest";
import { topicRow, topicYears } from "../../src/time/topic-years.ts";
import { isIncomplete, yearsOf } from "../../src/time/years.ts";
import { listOf } from "../edge-list.ts";
import { paper } from "../paper.ts";
import { sampleMap, sampleTopic } from "../sample-map.ts";

/** Papers of these years, so many of each. */
const papersOf = (counts: readonly (readonly [year: number | undefined, papers: number])[]) =>
  counts.flatMap(([year, n]) => Array.from({ length: n }, () => (year === undefined ? {} : { year })));

describe("years of a collection", () => {
  test("columns run without gaps; papers without a year and misprinted years are counted", () => {
    const years = yearsOf(papersOf([[2001, 2], [2004, 1], [undefined, 3], [1066, 1], [9999, 1]])); // biome-ignore format: a row
    expect(years).toMatchObject({ first: 2001, count: 4, missing: 3, stray: 2 });
    expect([...years.papers]).toEqual([2, 0, 0, 1]);
    expect([...years.of]).toEqual([0, 0, 3, -1, -1, -1, -1, -1]);
  });

  test("the first complete year has half of the mean of the three behind it: 4 < 12 / 2, 10 ≥ 13 / 2", () => {
    // 1990: 4 of (10 + 12 + 14) / 3 = 12; 1991: 10 of (12 + 14 + 13) / 3 = 13. The last year is the running one.
    const years = yearsOf(papersOf([[1990, 4], [1991, 10], [1992, 12], [1993, 14], [1994, 13], [1995, 3]])); // biome-ignore format: a row
    expect(years.complete).toBe(1);
    expect([0, 1, 2, 3, 4, 5].map((c) => isIncomplete(years, c))).toEqual([true, false, false, false, false, true]); // biome-ignore format: a row
  });

  test("where more than a tenth of the papers would stand before it, no year is called incomplete at the beginning", () => {
    // 1990: 4 < 10 / 2; but 4 of 34 are more than a tenth.
    expect(yearsOf(papersOf([[1990, 4], [1991, 10], [1992, 10], [1993, 10]])).complete).toBe(0); // biome-ignore format: a row
  });

  test("one year, and none", () => {
    expect(yearsOf(papersOf([[2000, 5]]))).toMatchObject({ count: 1, complete: 0, running: -1 });
    expect(yearsOf(papersOf([[undefined, 5]]))).toMatchObject({ count: 0, missing: 5, running: -1 });
  });
});

describe("topics over years", () => {
  const map = sampleMap({
    papers: [
      paper({ title: "a", year: 2000 }),
      paper({ title: "b", year: 2000 }),
      paper({ title: "c", year: 2002 }),
      paper({ title: "d", year: 2002 }),
      paper({ title: "e" }),
    ],
    topics: [sampleTopic(0, "A"), sampleTopic(1, "B"), sampleTopic(2, "A'", { parent: 0 })],
    topic: Int32Array.of(0, 1, 0, -1, 1),
    subtopic: Int32Array.of(2, -1, -1, -1, -1),
    edges: [listOf("citation", [[2, 0], [3, 0], [3, 1]])], // biome-ignore format: a row
  });

  test("a paper counts in its topic, its sub-topic, and in what shares are of", () => {
    const over = topicYears(map);
    expect([...topicRow(over, 0, "papers")]).toEqual([1, 0, 1]);
    expect([...topicRow(over, 1, "papers")]).toEqual([1, 0, 0]);
    expect([...topicRow(over, 2, "papers")]).toEqual([1, 0, 0]);
    expect([...over.all.papers]).toEqual([2, 0, 2]);
    // One of two papers each; no paper in 2001, and no share.
    expect([...topicRow(over, 0, "share")]).toEqual([0.5, 0, 0.5]);
    expect([...over.undated]).toEqual([0, 1, 0]);
  });

  test("citations are those within the collection, or what the sources say where one says it", () => {
    const over = topicYears(map);
    expect(over.counted).toBe("within");
    // a is cited by c and d, b by d; both are of 2000.
    expect([...topicRow(over, 0, "citations")]).toEqual([2, 0, 0]);
    expect([...topicRow(over, 1, "citations")]).toEqual([1, 0, 0]);
    const said = topicYears({
      ...map,
      papers: map.papers.map((p, i) => (i === 2 ? { ...p, citations: 9 } : p)),
    });
    expect(said.counted).toBe("source");
    expect([...topicRow(said, 0, "citations")]).toEqual([0, 0, 9]);
  });

  test("a mask leaves papers out, the years stay", () => {
    const over = topicYears(map, Uint8Array.of(0, 1, 1, 1, 1));
    expect([...topicRow(over, 0, "papers")]).toEqual([0, 0, 1]);
    expect([...over.all.papers]).toEqual([1, 0, 2]);
  });
});
