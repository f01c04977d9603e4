import { beforeAll, describe, expect, test } from "vitest";
import { inProcess } from "../../src/kernel/executor.ts";
import { symmetric } from "../../src/kernel/graph.ts";
import { seededRandom, shuffle } from "../../src/kernel/random.ts";
import type { Paper } from "../../src/model/paper.ts";
import { type Run, runPipeline } from "../../src/pipeline.ts";
import { mixing } from "../../src/time/windows/match.ts";
import { timePeriods } from "../../src/time/windows/periods.ts";
import { eventTopic, type TimeWindows, timeWindows } from "../../src/time/windows/windows.ts";
import { listOf } from "../edge-list.ts";
import { paper } from "../paper.ts";

describe("periods", () => {
  test("blocks of whole years with about the same number of papers; neighbours are a window", () => {
    // 400 papers, three blocks of 133: 100 + 40, 60 + 60, 60 + 80.
    const papers = Uint32Array.of(100, 40, 60, 60, 60, 80);
    expect(timePeriods({ papers, count: 6 })).toEqual([{ from: 0, to: 3 }, { from: 2, to: 5 }]); // biome-ignore format: a row
  });

  test("few papers or few years have no windows", () => {
    expect(timePeriods({ papers: Uint32Array.of(10, 10, 10, 10), count: 4 })).toEqual([]);
    expect(timePeriods({ papers: Uint32Array.of(500, 500), count: 2 })).toEqual([]);
  });
});

test("mixing: two links within each group, one between: 1 · (5 + 5) / (5 · 5)", () => {
  const graph = symmetric([listOf("keyword", [[0, 1], [1, 2], [3, 4], [4, 5], [2, 3]])], 6); // biome-ignore format: a row
  expect(mixing(graph, [0, 1, 2], [3, 4, 5])).toBeCloseTo(0.4, 6);
  expect(mixing(graph, [0, 1], [4, 5])).toBe(0);
});

/** Words of a topic: made up, so that no stop word and no stem is among them. */
const wordsOf = (topic: string) => Array.from({ length: 14 }, (_, k) => `${topic}${"bdfgklmnprstvz"[k]}ox`);

/** What a topic is about in each of two halves of the time: any of these lists of words, or none. */
const STORY: readonly (readonly [name: string, early: readonly string[], late: readonly string[]])[] = [
  // As many steady ones as windows of this size have topics.
  ...["ha", "ju", "ki", "lo", "ba", "de", "fi", "go", "la", "ve", "wi", "zo"].map(
    (word) => ["steady", [word], [word]] as const,
  ),
  ["born", [], ["mu"]],
  ["dead", ["na"], []],
  ["half of the split", ["pe+qi"], ["pe"]],
  ["other half of the split", ["pe+qi"], ["qi"]],
  ["half of the merged", ["ro"], ["ro+su"]],
  ["other half of the merged", ["su"], ["ro+su"]],
];
const YEARS = 16;

/** Five papers of each topic a year, each of nine of its words. */
function collection(isShuffled: boolean): Paper[] {
  const random = seededRandom(1);
  const papers: Paper[] = [];
  for (let year = 0; year < YEARS; year++)
    for (const [, early, late] of STORY)
      for (const about of year < YEARS / 2 ? early : late)
        for (let k = 0; k < 5; k++) {
          const words = about.split("+").flatMap(wordsOf);
          const drawn = Array.from({ length: about.includes("+") ? 12 : 9 }, () => words[Math.floor(random() * words.length)]); // biome-ignore format: a row
          papers.push(paper({ title: `${drawn.join(" ")}`, id: `${papers.length}`, year: 2000 + year }));
        }
  if (!isShuffled) return papers;
  const order = Uint32Array.from(papers.keys());
  shuffle(order, seededRandom(2));
  return papers.map((one, i) => ({ ...one, year: papers[order[i]].year ?? 0 }));
}

async function storyOf(papers: readonly Paper[]): Promise<{ run: Run; found: TimeWindows }> {
  const run = await runPipeline(
    { papers, files: [], merged: [], fields: [] } as never,
    { background: undefined } as never,
  );
  return { run, found: await timeWindows(run.map, run, inProcess()) };
}

describe("a made-up collection in which one topic is born, one dies, one splits and two merge after 2007", () => {
  let story: TimeWindows;
  let papers: readonly Paper[];
  beforeAll(async () => {
    papers = collection(false);
    story = (await storyOf(papers)).found;
  });

  /** What an event is about: the first letters of the words of its papers. */
  const about = (found: TimeWindows) =>
    found.events.map((event) => ({
      kind: event.kind,
      words: [...new Set(event.papers.flatMap((i) => papers[i].title.split(" ").map((word) => word.slice(0, 2))))].sort().join(" "), // biome-ignore format: a row
      years: [event.from + found.years.first, event.to + found.years.first],
    }));

  test("all four are found, and nothing else", () => {
    const found = about(story);
    expect(found.filter(({ kind }) => kind === "birth").map(({ words }) => words)).toEqual(["mu"]);
    expect(found.filter(({ kind }) => kind === "death").map(({ words }) => words)).toEqual(["na"]);
    expect(found.filter(({ kind }) => kind === "split").map(({ words }) => words)).toEqual(["pe qi"]);
    expect(found.filter(({ kind }) => kind === "merge").map(({ words }) => words)).toEqual(["ro su"]);
    // A window that shares half of its years with the one before sees growth of what was born in it, and so on.
    const rest = found.filter(({ kind }) => kind === "growth" || kind === "decline");
    expect(
      rest.every(({ words }) => words === "mu" || words === "na"),
      JSON.stringify(rest),
    ).toBe(true);
  });

  test("topics without a way on stay, and every event has a topic with a name", () => {
    const last = story.topics
      .flat()
      .filter(({ papers: own }) => own.every((i) => papers[i].title.startsWith("na")));
    expect(last.length).toBeGreaterThan(0);
    for (const event of story.events) expect(eventTopic(story, event).name).not.toBe("");
  });

  test("with the years shuffled nothing is found", async () => {
    const { found } = await storyOf(collection(true));
    expect(found.windows.length).toBe(story.windows.length);
    expect(found.events).toEqual([]);
  });
});
