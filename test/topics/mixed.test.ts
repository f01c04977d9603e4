import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Paper } from "../../src/model/paper.ts";
import { buildMap } from "../../src/pipeline.ts";
import { BACKGROUND } from "../../src/text/background/background.ts";
import { readBackground } from "../../src/text/background/table.ts";
import { mixedTopics } from "../../src/topics/mixed.ts";
import { paper } from "../paper.ts";
import { rowsOf } from "../sparse-rows.ts";

const NONE_COMMON = new Uint8Array(8);
/** Two papers on 0, two on 1, and two that share nothing but a little of 2, which all papers have. */
const rows = rowsOf([
  [2, 0, 1],
  [2, 0, 1],
  [0, 2, 1],
  [0, 2, 1],
  [0, 0, 1, 2],
  [0, 0, 1, 0, 2],
]);
const members = [
  [0, 1],
  [2, 3],
  [4, 5],
];

test("papers that are no more alike than papers of different topics have no subject", () => {
  // All rows have the length √5. Inside: (2·2 + 1·1) / 5 = 1 for the first two, 1 / 5 for the third; across topics 1 / 5.
  expect([...mixedTopics(members, { rows, common: NONE_COMMON }, [1, 1, 1])]).toEqual([0, 0, 1]);
});

test("nor those that are alike by common words alone, where no name holds for them", () => {
  // "case study" (3) is all that the last two share: 16 / 17 alike with it, 1 / 17 without; the others 16 / 17.
  const cases = rowsOf([
    [4, 0, 0, 0, 1],
    [4, 0, 0, 0, 0, 1],
    [0, 4, 0, 0, 1],
    [0, 4, 0, 0, 0, 1],
    [0, 0, 0, 4, 1],
    [0, 0, 0, 4, 1],
  ]);
  const common = Uint8Array.of(0, 0, 0, 1, 0, 0);
  expect([...mixedTopics(members, { rows: cases, common }, [1, 1, 0.05])]).toEqual([0, 0, 1]);
  expect([...mixedTopics(members, { rows: cases, common }, [1, 1, 0.5])]).toEqual([0, 0, 0]);
  expect([...mixedTopics(members, { rows: cases, common: NONE_COMMON }, [1, 1, 0.05])]).toEqual([0, 0, 0]);
});

test("broad topics of many papers are told by common words, too, and no name holds for a tenth of them", () => {
  const of = (papers: number) => {
    const last = Array.from({ length: papers }, (_, k) => [0, 0, 0, 4, k % 2 === 0 ? 1 : 0, k % 2]);
    const all = rowsOf([[4, 0, 0, 0, 1], [4, 0, 0, 0, 0, 1], [0, 4, 0, 0, 1], [0, 4, 0, 0, 0, 1], ...last]);
    const sets = [[0, 1], [2, 3], last.map((_, k) => 4 + k)];
    return [...mixedTopics(sets, { rows: all, common: Uint8Array.of(0, 0, 0, 1, 0, 0) }, [1, 1, 0.05])];
  };
  expect(of(999)).toEqual([0, 0, 1]);
  expect(of(1000)).toEqual([0, 0, 0]);
});

test("a single topic, a topic of one paper and papers without words are not mixed", () => {
  const all = { rows, common: NONE_COMMON };
  expect([...mixedTopics([[0, 1, 2, 3, 4, 5]], all, [0])]).toEqual([0]);
  expect([...mixedTopics([[0, 1], [2]], all, [1, 1])]).toEqual([0, 0]);
  expect([
    ...mixedTopics(members, { rows: rowsOf([[], [], [], [], [], []]), common: NONE_COMMON }, []),
  ]).toEqual([0, 0, 0]);
});

const SUBJECTS = [
  ["coral reef bleaching", "ocean warming", "reef fish", "marine heatwave", "symbiotic algae", "sea surface"],
  [
    "medieval Latin manuscript",
    "scribal hand",
    "parchment codex",
    "monastic library",
    "marginal gloss",
    "illuminated initial",
  ],
  [
    "quantum error correction",
    "surface code",
    "logical qubit",
    "stabilizer measurement",
    "fault tolerance",
    "syndrome decoding",
  ],
];
const UNRELATED = [
  "Feeding behaviour of sheep on shrubs",
  "Tax reform and rural voters in Portugal",
  "Acoustics of Baroque concert halls",
  "Corrosion of steel bridges by road salt",
  "Hand hygiene among night nurses",
  "Chess openings as inherited traditions",
];

/** Twelve papers a subject, of three of its phrases each, and a handful that share "report", "case" and nothing else. */
function madeUp(): Paper[] {
  const clear = SUBJECTS.flatMap((phrases) =>
    Array.from({ length: 12 }, (_, i) => {
      const [a, b, c] = [0, 1, 3].map((step) => phrases[(i + step) % phrases.length]);
      return paper({
        title: `${a} and ${b} ${i}`,
        abstract: `We examine ${a}. Then ${b} and ${c}, with ${a}.`,
      });
    }),
  );
  const others = UNRELATED.map((title) =>
    paper({ title: `${title}: case report`, abstract: `The case report is on ${title.toLowerCase()}.` }),
  );
  return [...clear, ...others];
}

test("three clear subjects and a handful of unrelated papers: the handful says that it is mixed", async () => {
  const table = readBackground(gunzipSync(readFileSync("data/background.bin")).toString("utf8"));
  const collection = { papers: madeUp(), files: [], merged: 0, edits: [], tour: [] };
  const map = await buildMap(
    collection,
    { topics: 4, background: BACKGROUND },
    { background: async () => table },
  );
  const said = map.topics.map(({ name, size, mixed }) => [name, size, mixed ?? false]);
  expect(said).toEqual([
    ["Coral reef bleaching & ocean warming", 12, false],
    ["Medieval Latin manuscript & scribal hand", 12, false],
    ["Quantum error correction & surface code", 12, false],
    ["Mixed", 6, true], // No phrase stands in two of the six.
  ]);
});
