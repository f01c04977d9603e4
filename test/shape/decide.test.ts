import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildDocument } from "../../src/document.ts";
import { DECISIONS, decisionsOf, fieldOfDecisions } from "../../src/model/decision.ts";
import { decodeMap } from "../../src/model/decode.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { Edit, TopicMap } from "../../src/model/map.ts";
import { applyEdits, replayEdits, uneditedMap } from "../../src/shape/apply.ts";
import { read } from "../read/reading.ts";
import { sampleMap } from "../sample-map.ts";

const write = (map: TopicMap) => [...encodeMap(map)].join("");
const said = (map: TopicMap) => Array.from(decisionsOf(map), (code) => DECISIONS[code]);
const decide = (decision: string, ...papers: number[]): Edit => ({
  type: "decide",
  papers: papers.map((i) => `hash:${i}`),
  decision,
});

describe("a decision is an edit", () => {
  test("of one paper, the first of all: the others are unseen", () => {
    const map = applyEdits(sampleMap(), [decide("included", 1)]);
    expect(said(map)).toEqual(["unseen", "included", "unseen", "unseen"]);
    expect(map.fields?.map(({ name }) => name)).toEqual(["decision"]);
  });

  test("over what files say, in its place among the fields; taken back, what they say", () => {
    const before = sampleMap({ fields: [fieldOfDecisions([0, 1, 3, 3])] });
    const map = applyEdits(before, [decide("excluded", 0), decide("maybe", 3), decide("unseen", 1)]);
    expect(said(map)).toEqual(["excluded", "unseen", "unseen", "maybe"]);
    expect(said(uneditedMap(map))).toEqual(["included", "excluded", "unseen", "unseen"]);
  });

  test("what is so already, unknown papers and unknown words change nothing, and are told", () => {
    const before = sampleMap({ fields: [fieldOfDecisions([0, 1, 3, 3])] });
    const edits = [decide("included", 0), decide("included", 99), decide("perhaps", 1)];
    const { map, idle } = replayEdits(before, edits);
    expect(idle).toEqual([0, 1, 2]);
    expect(said(map)).toEqual(said(before));
  });
});

const anyDecisions = fc.option(fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }));
const anyEdits = fc.array(
  fc
    .tuple(fc.constantFrom(...DECISIONS), fc.uniqueArray(fc.nat(4), { minLength: 1 }))
    .map(([decision, papers]) => decide(decision, ...papers)),
  { minLength: 1, maxLength: 8 },
);

test("any decisions taken back give the same bytes, at once, and from a saved file", async () => {
  await fc.assert(
    fc.asyncProperty(anyDecisions, anyEdits, fc.nat(8), async (decisions, edits, cut) => {
      const map = sampleMap(decisions ? { fields: [fieldOfDecisions(decisions)] } : {});
      const edited = applyEdits(map, edits);
      expect(write(applyEdits(edited, []))).toBe(write(map));
      const saved = await decodeMap([write(applyEdits(map, edits.slice(0, cut)))]);
      expect(write(applyEdits(saved, edits))).toBe(write(edited));
      expect(write(applyEdits(saved, []))).toBe(write(map));
    }),
    { numRuns: 100 },
  );
});

test("the last decision on a paper is the one that holds", () => {
  fc.assert(
    fc.property(anyEdits, (edits) => {
      const expected = Array.from({ length: 4 }, (_, i) => {
        const last = edits.findLast(({ papers }) => (papers as string[]).includes(`hash:${i}`));
        return last?.decision ?? "unseen";
      });
      expect(said(applyEdits(sampleMap(), edits))).toEqual(expected);
    }),
  );
});

test("a map that is continued keeps them, over what its files say now", async () => {
  const text = (first: string) =>
    `title,abstract,included\nGraphs of maps,We draw graphs as maps.,${first}\nMaps of graphs,We draw maps as graphs.,0\nTrees in graphs,We find trees in graphs.,\n`;
  const collection = await read(text("1"), "refs.csv");
  const map = await buildDocument({ collection });
  const edit = { type: "decide", papers: [map.papers[2].identity], decision: "included" };
  const base = applyEdits(map, [edit]);
  const again = await buildDocument({ collection, base });
  expect(said(again)).toEqual(["included", "excluded", "included"]);
  expect(write(again)).toBe(write(base));
  const other = await buildDocument({ collection: await read(text("0"), "refs.csv"), base });
  expect(said(other)).toEqual(["excluded", "excluded", "included"]);
  expect(said(applyEdits(other, []))).toEqual(["excluded", "excluded", "unseen"]);
});
