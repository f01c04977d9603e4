import { describe, expect, test } from "vitest";
import {
  beautyOf,
  citationBursts,
  citationYears,
  hotPapers,
  sleepingBeauties,
} from "../../src/time/citation-years.ts";
import { termBursts, termColumns } from "../../src/time/term-bursts.ts";
import { recentFrom, rowTrend, trendOf } from "../../src/time/trends.ts";
import { yearsOf } from "../../src/time/years.ts";
import { texts } from "../../src/web/texts/texts.ts";
import { listOf } from "../edge-list.ts";
import { rowsOf } from "../sparse-rows.ts";

describe("emerging and fading, with an interval", () => {
  test("10 of 1,000 papers, then 30 of 1,000", () => {
    const { ratio, low, high, kind, isSmall } = trendOf(10, 1000, 30, 1000);
    expect(ratio).toBeCloseTo(30.5 / 10.5, 5);
    // √(1/30.5 − 1/1000.5 + 1/10.5 − 1/1000.5) = .355; 1.96 · .355 = .696; e^.696 = 2.005.
    expect(low).toBeCloseTo(2.905 / 2.005, 2);
    expect(high).toBeCloseTo(2.905 * 2.005, 2);
    expect([kind, isSmall]).toEqual(["emerging", false]);
  });

  test("one paper, then three: three times as many, and nothing is known", () => {
    expect(trendOf(1, 100, 3, 100)).toMatchObject({ kind: "steady", isSmall: true });
  });

  test("none before is no division by zero; nothing at all is steady", () => {
    expect(trendOf(0, 100, 9, 100)).toMatchObject({ kind: "emerging", isSmall: true });
    expect(trendOf(0, 0, 8, 100).kind).toBe("steady");
  });

  test("of 27 years the last five are recent, of 6 the last two, of one that one", () => {
    expect([27, 6, 1].map((count) => recentFrom({ count }))).toEqual([22, 4, 0]);
    expect(rowTrend([40, 40, 1], [100, 100, 100], 2)).toMatchObject({
      before: 80,
      recent: 1,
      kind: "fading",
    });
  });
});

/** Papers of so many a year from 2000 on; each with an abstract or not. */
const collection = (perYear: readonly number[], abstract: (year: number) => string = () => "A.") =>
  perYear.flatMap((n, c) =>
    Array.from({ length: n }, () => ({ year: 2000 + c, abstract: abstract(2000 + c) })),
  );

describe("bursts of terms", () => {
  // Ten papers a year; "deep learning" in six of 2003, "learning" in the same ones, "trees" in one each year.
  const papers = collection([10, 10, 10, 10, 10]);
  const held = (i: number) => (i >= 30 && i < 36 ? 1 : 0);
  const rows = rowsOf(papers.map((_, i) => [held(i), held(i), i % 10 === 9 ? 1 : 0]));
  const table = {
    rows,
    titles: rows,
    surface: ["deep learning", "learning", "trees"],
    key: ["deep learn", "learn", "tree"],
    specificity: Float32Array.of(1, 1, 1),
  };

  test("one that bursts, told once, with its papers", () => {
    const found = termBursts(termColumns(table, papers), yearsOf(papers));
    expect(found.map(({ name, from, to, all }) => [name, from, to, all])).toEqual([
      ["deep learning", 3, 3, 6],
    ]);
    expect(found[0].papers).toEqual([30, 31, 32, 33, 34, 35]);
  });

  test("titles are compared where abstracts begin in some year", () => {
    expect(termColumns(table, papers).read).toBe("texts");
    expect(
      termColumns(
        table,
        collection([10, 10], (year) => (year > 2000 ? "A." : "")),
      ).read,
    ).toBe("titles");
  });
});

describe("citations over years", () => {
  test("the beauty coefficient: c = 0 0 0 0 4, so that ℓ(t) = t, and B = 0 + 1 + 2 + 3 + 0", () => {
    expect(beautyOf([0, 0, 0, 0, 4])).toEqual({ beauty: 6, awake: 3, peak: 4 });
    // ℓ = 1, 2, 3: B = (1 − 1) / 1 + (2 − 1) / 1 + (3 − 3) / 3.
    expect(beautyOf([1, 1, 3])).toEqual({ beauty: 1, awake: 1, peak: 2 });
    // Cited most at once: no sleep.
    expect(beautyOf([5, 2, 1])).toEqual({ beauty: 0, awake: 0, peak: 0 });
  });

  // Paper 0 of 2000 is cited by the four papers of 2004 only, paper 1 of 2001 by those of 2002 and 2003.
  const years = yearsOf(collection([1, 1, 1, 1, 4]));
  const cites = [[2, 1], [3, 1], [4, 0], [5, 0], [6, 0], [7, 0], [0, 7]] as const; // biome-ignore format: a row
  const found = citationYears([listOf("citation", cites)], years);

  test("counted by the year of the citing paper, none before the cited one", () => {
    expect([...(found?.cited.subarray(0, 10) ?? [])]).toEqual([0, 0, 0, 0, 4, 0, 0, 1, 1, 0]);
    expect([...(found?.all ?? [])]).toEqual([0, 0, 1, 1, 4]);
    expect(citationYears([], years)).toBeUndefined();
  });

  test("the one that slept four years", () => {
    expect(found && sleepingBeauties(found, years)).toEqual([{ paper: 0, beauty: 6, awake: 3, peak: 4, citations: 4 }]); // biome-ignore format: a row
  });

  test("hot: of two papers of 2003 the one is cited six times in 2004, the other never: twice the mean of 3 is not enough; of ten it is", () => {
    const cited = (others: number) => {
      const of = yearsOf(collection([1, 1, 1, 1 + others, 6]));
      const links = Array.from({ length: 6 }, (_, k) => [4 + others + k, 3] as const);
      const counts = citationYears([listOf("citation", links)], of);
      return counts && hotPapers(counts, of);
    };
    expect(cited(1)).toEqual([]);
    expect(cited(9)).toEqual([{ paper: 3, citations: 6, usual: 0.6 }]);
  });

  test("a burst of citations begins no earlier than the paper", () => {
    const of = yearsOf(collection([1, 1, 12, 12, 12, 12]));
    // Of twelve citing papers a year, eight of 2002 cite paper 1, then one a year; the others cite paper 0.
    const links = Array.from({ length: 48 }, (_, k) => {
      const [column, rank] = [Math.floor(k / 12), k % 12];
      return [2 + k, rank < (column === 0 ? 8 : 1) ? 1 : 0] as const;
    });
    const counts = citationYears([listOf("citation", links)], of);
    const bursts = counts ? citationBursts(counts, of) : [];
    expect(bursts.map(({ paper, from, to, citations, all }) => [paper, from, to, citations, all])).toEqual([[1, 2, 2, 8, 11]]); // biome-ignore format: a row
  });
});

test("the card of a topic says a sure change in words, with its interval", () => {
  // 20.5 / 100.5 over 2.5 / 100.5 is 8.2.
  expect(texts.topic.trend(trendOf(2, 100, 20, 100), 5)).toMatch(
    /^Rising: its share of the last 5 years’ papers is 8.2 times that before \(95 % interval 2.\d to \d\d\)\.$/,
  );
  expect(texts.topic.trend(trendOf(9, 100, 0, 100), 3)).toMatch(
    /^Falling: .* 0.05 times .*; a small count\.$/,
  );
});
