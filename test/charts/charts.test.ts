import { describe, expect, test } from "vitest";
import { citationChart } from "../../src/charts/citations.ts";
import type { ChartPage } from "../../src/charts/page.ts";
import { SHAPES } from "../../src/charts/shapes.ts";
import { evenPeriods, stripChart } from "../../src/charts/strip.ts";
import { thematicChart } from "../../src/charts/thematic.ts";
import { timeChart } from "../../src/charts/time.ts";
import { chartSlide } from "../../src/export/chart-slide.ts";
import type { Mark } from "../../src/scene/mark.ts";
import { textWidth } from "../../src/scene/metrics.ts";
import { paper } from "../paper.ts";
import { sampleMap, sampleTopic } from "../sample-map.ts";

/** Three papers of 2000 and one of 2001 in topic 0, one and three in topic 1, one without a year. */
const map = sampleMap({
  papers: [2000, 2000, 2000, 2001, 2000, 2001, 2001, 2001, undefined].map((year, i) =>
    paper({ title: `${i}`, ...(year === undefined ? {} : { year }) }),
  ),
  topics: [sampleTopic(0, "One", { size: 4 }), sampleTopic(1, "Two", { size: 5 })],
  topic: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1, 1),
  subtopic: new Int32Array(9).fill(-1),
  x: Float32Array.from({ length: 9 }, (_, i) => i),
  y: Float32Array.from({ length: 9 }, (_, i) => i % 3),
  size: new Float32Array(9).fill(0.1),
});
const bare = { title: false, legend: false, smallPrint: false, width: 1000, height: 400 } as const;
const shapes = ({ marks }: ChartPage) =>
  marks.flatMap((mark) => (mark.shape === "area" ? [[...mark.rings[0]].map(Math.round)] : []));
const texts = ({ marks }: ChartPage) => marks.flatMap((mark) => (mark.shape === "text" ? [mark.text] : []));

describe("topics over years", () => {
  test("stacked: 4 papers a year fill the height; topic 0 is its lower 3 and 1 quarters", () => {
    // Left 24 + 44, right 1000 − 68; top 16 + 8, bottom 392 − 30: 338 pixels for 4 papers.
    const [first, second] = shapes(timeChart(map, { ...bare, shape: "stacked" }));
    const y = (papers: number) => Math.round(362 - (papers * 338) / 4);
    expect(first).toEqual([68, y(3), 932, y(1), 932, y(0), 68, y(0)]);
    expect(second).toEqual([68, y(4), 932, y(4), 932, y(1), 68, y(3)]);
  });

  test.each(SHAPES)("%s with one year, and with shares of it, has finite numbers", (shape) => {
    const one = { ...map, papers: map.papers.map((p) => ({ ...p, year: 2000 })) };
    for (const measure of ["papers", "share", "citations"] as const)
      expect(
        shapes(timeChart(one, { ...bare, shape, measure }))
          .flat()
          .every(Number.isFinite),
      ).toBe(true);
  });

  test("the one bar of a single year holds its names", () => {
    const { marks } = timeChart({ ...map, papers: map.papers.map((p) => ({ ...p, year: 2000 })) }, bare);
    const names = marks.flatMap((mark) => (mark.shape === "text" && mark.weight === 700 ? [mark] : []));
    expect(names.map(({ text }) => text)).toEqual(["One", "Two"]);
    for (const { text, x, size } of names)
      expect(Math.abs(x - 500) + textWidth(text, size, 700) / 2).toBeLessThan(210);
  });

  test("papers without a year are told of", () => {
    expect(texts(timeChart(map, { shape: "lanes" })).join()).toContain("1 papers without a year");
  });

  test("without any year the message says what is missing", () => {
    const none = sampleMap({ papers: map.papers.map(({ title }) => paper({ title })) });
    for (const draw of [() => timeChart(none), () => stripChart(none, { frames: 3 })])
      expect(draw).toThrow("no paper has a year");
  });
});

test("a strip: 27 years in six periods of four and five; its last map has all dated papers, the period's in full", () => {
  expect(evenPeriods(27, 6)).toEqual([[0, 3], [4, 8], [9, 12], [13, 17], [18, 21], [22, 26]]); // biome-ignore format: a row
  expect(evenPeriods(2, 6)).toEqual([[0, 0], [1, 1]]); // biome-ignore format: a row
  const { marks } = stripChart(map, { ...bare, frames: 2 });
  const begins = marks.flatMap((mark, k) =>
    mark.shape === "begin" && mark.name.startsWith("map-") ? [k] : [],
  );
  const papers = (part: readonly Mark[]) => new Set(part.flatMap((mark) => (mark.shape === "dot" && mark.paper >= 0 ? [mark.paper] : []))); // biome-ignore format: a row
  expect([...papers(marks.slice(begins[0], begins[1]))].sort()).toEqual([0, 1, 2, 4]);
  expect(papers(marks.slice(begins[1])).size).toBe(8);
});

test("the thematic map names its quadrants, and no name lies on another", () => {
  const page = thematicChart(sampleMap());
  expect(texts(page)).toEqual(
    expect.arrayContaining(["motor themes", "niche themes", "Graph drawing", "Maps"]),
  );
  const boxes = page.marks.flatMap((mark) => {
    if (mark.shape !== "text" || mark.weight !== 700) return [];
    const width = textWidth(mark.text, mark.size, 700);
    const left = mark.isCentered ? mark.x - width / 2 : mark.x;
    return [{ left, right: left + width, top: mark.y - mark.size * 0.8, bottom: mark.y }];
  });
  for (const [k, a] of boxes.entries())
    for (const b of boxes.slice(k + 1))
      expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
});

test("citations: an arc a citation and mention, the main path ringed; a map without them says so", () => {
  const page = citationChart(sampleMap());
  expect(texts(page).join()).toContain("2 citations, 1 mentions");
  expect(() => citationChart(sampleMap({ edges: [] }))).toThrow("no paper of the map cites another");
});

test("a view as a slide: what it is and its topics beside it, its own texts to be edited", () => {
  const { title, text, items, marks } = chartSlide(timeChart(map, { ...bare, shape: "stacked" }));
  expect([title, text]).toEqual(["Topics over years", "papers a year"]);
  expect(items.map(({ text, note }) => [text, note])).toEqual([["One", "4"], ["Two", "5"]]); // biome-ignore format: a row
  // Moved into the window beside what is said, which begins at 420.
  expect(marks.every((mark) => mark.shape !== "text" || mark.x > 420)).toBe(true);
});
