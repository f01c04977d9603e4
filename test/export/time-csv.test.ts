import { expect, test } from "vitest";
import { toEventsCsv, toTopicsCsv } from "../../src/export/time-csv.ts";
import type { TimeWindows } from "../../src/time/windows/windows.ts";
import { yearsOf } from "../../src/time/years.ts";
import { areaMap, sampleMap } from "../sample-map.ts";

test("topics × years: counts, shares of the year, citations; what has no year in a line without one", () => {
  // Papers 0 (2019) and 1 (2021) are of topic 0, paper 2 of topic 1 has no year; sources say that paper 2 is cited.
  expect([...toTopicsCsv(sampleMap())].join("")).toBe(
    [
      "topic,name,year,papers,share,citations",
      "0,Graph drawing,2019,1,1,0",
      "0,Graph drawing,2020,0,0,0",
      "0,Graph drawing,2021,1,1,0",
      "1,Maps,2019,0,0,0",
      "1,Maps,2020,0,0,0",
      "1,Maps,2021,0,0,0",
      "1,Maps,,1,,",
      "",
    ].join("\n"),
  );
});

test("topics of a map with areas say theirs in the last column", () => {
  const lines = [...toTopicsCsv(areaMap())].join("").split("\n");
  expect(lines).toEqual([
    "topic,name,year,papers,share,citations,area",
    "0,Graphs,,5,,,Discrete mathematics",
    "1,Maps,,1,,,Geography",
    "",
  ]);
});

test("events: a birth by its name, a split and a merge with their parts, papers by their keys", () => {
  const topic = (window: number, number: number, name: string) => ({ window, topic: number, name, home: number, terms: [], papers: [] }); // biome-ignore format: a row
  const found: TimeWindows = {
    years: yearsOf([{ year: 2000 }, { year: 2001 }, { year: 2002 }]),
    windows: [],
    flows: [],
    topics: [
      [topic(0, 0, "A"), topic(0, 1, "B, old")],
      [topic(1, 0, "C"), topic(1, 1, "D")],
    ],
    events: [
      { kind: "birth", window: 1, before: [], after: [1], from: 1, to: 2, papers: [2, 0] },
      { kind: "split", window: 1, before: [1], after: [0, 1], from: 0, to: 2, papers: [1] },
      { kind: "merge", window: 1, before: [0, 1], after: [0], from: 0, to: 2, papers: [1] },
    ],
  };
  expect([...toEventsCsv(found)].join("")).toBe(
    [
      "from,to,kind,topic,name,papers",
      "2001,2002,birth,1,D,p3 p1",
      '2000,2002,split,1,"B, old → C | D",p2',
      '2000,2002,merge,0,"A | B, old → C",p2',
      "",
    ].join("\n"),
  );
});
