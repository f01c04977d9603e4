import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeMap } from "../../src/model/decode.ts";
import { encodeMap } from "../../src/model/encode.ts";
import { wayTo } from "../../src/model/levels.ts";
import type { Edit, TopicMap } from "../../src/model/map.ts";
import { applyEdits, replayEdits, uneditedMap, wordsFor } from "../../src/shape/apply.ts";
import { addEdit, redo, startHistory, undo } from "../../src/shape/history.ts";
import { referTo } from "../../src/shape/topic-ref.ts";
import { anyMap, deepMap, sampleMap, samplePaper, sampleTopic } from "../sample-map.ts";

const write = (map: TopicMap) => [...encodeMap(map)].join("");
const names = (map: TopicMap) => map.topics.map(({ name }) => name);

/** Eight papers: 0–4 in "Graphs" (0–2 of them in "Trees", 3–4 in "Cycles"), 5–6 in "Maps", 7 alone. */
function eight(): TopicMap {
  const column = (of: (i: number) => number) => Float32Array.from({ length: 8 }, (_, i) => of(i));
  return sampleMap({
    papers: Array.from({ length: 8 }, (_, i) => samplePaper(i, {})),
    topics: [
      sampleTopic(0, "Graphs", { size: 5, examples: [0, 3] }),
      sampleTopic(1, "Maps", { size: 2, color: "#966105", examples: [5] }),
      sampleTopic(2, "Trees", { parent: 0, size: 3 }),
      sampleTopic(3, "Cycles", { parent: 0, size: 2 }),
    ],
    topic: Int32Array.of(0, 0, 0, 0, 0, 1, 1, -1),
    subtopic: Int32Array.of(2, 2, 2, 3, 3, -1, -1, -1),
    runnerUp: Int32Array.of(1, -1, -1, 1, 1, 0, 0, -1),
    confidence: column((i) => 1 - i / 10),
    x: column((i) => i),
    y: column((i) => -i),
    size: column(() => 0.3),
    terms: Array.from({ length: 8 }, (_, i) => (i < 3 ? ["tree", "graph"] : ["cycle", "graph"])),
    concepts: Array.from({ length: 8 }, () => []),
    edges: [],
  });
}

describe("corrections", () => {
  test("rename: the topic is found by its papers, whatever its number", () => {
    const map = eight();
    const edited = applyEdits(map, [{ type: "rename", topic: referTo(map, 1), name: "Cartography" }]);
    expect(names(edited)).toEqual(["Graphs", "Cartography", "Trees", "Cycles"]);
  });

  test("that a topic is mixed goes with the name that says so: a new name or a split ends it, a merge into it does not", () => {
    const plain = eight();
    const map = {
      ...plain,
      topics: plain.topics.map((t) => (t.id === 0 ? { ...t, mixed: true as const } : t)),
    };
    const mixed = (...edits: Edit[]) => applyEdits(map, edits).topics.map((t) => t.mixed ?? false);
    const topic = referTo(map, 0);
    const parts = [{ papers: ["hash:0", "hash:1", "hash:2"] }, { papers: ["hash:3", "hash:4"] }];
    expect(mixed()).toEqual([true, false, false, false]);
    expect(mixed({ type: "rename", topic, name: "Graphs of all kinds" })).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(mixed({ type: "split", topic, parts })[0]).toBe(false);
    expect(mixed({ type: "merge", topics: [topic, referTo(map, 1)] })[0]).toBe(true);
  });

  test("recolour: sub-topics follow as tints", () => {
    const map = eight();
    const edited = applyEdits(map, [{ type: "recolour", topic: referTo(map, 0), color: "#951522" }]);
    expect(edited.topics[0].color).toBe("#951522");
    expect(edited.topics[2].color).not.toBe(map.topics[2].color);
    expect(edited.topics[1].color).toBe(map.topics[1].color);
  });

  test("merge: 5 + 2 papers under the first one's name; ids close up", () => {
    const map = eight();
    const edited = applyEdits(map, [{ type: "merge", topics: [referTo(map, 1), referTo(map, 0)] }]);
    expect(names(edited)).toEqual(["Maps", "Trees", "Cycles"]);
    expect([...edited.topic]).toEqual([0, 0, 0, 0, 0, 0, 0, -1]);
    expect([...edited.subtopic]).toEqual([1, 1, 1, 2, 2, -1, -1, -1]);
    expect([...edited.runnerUp]).toEqual([-1, -1, -1, -1, -1, -1, -1, -1]);
    expect(edited.topics[0].size).toBe(7);
    expect(edited.topics[1].parent).toBe(0);
    // Median of 0 … 6.
    expect([edited.topics[0].x, edited.topics[0].y]).toEqual([3, -3]);
  });

  test("split: the first part keeps the colour, the second gets one that differs", () => {
    const map = eight();
    const parts = [
      { name: "Trees", papers: ["hash:0", "hash:1", "hash:2"] },
      { papers: ["hash:3", "hash:4"] },
    ];
    const edited = applyEdits(map, [{ type: "split", topic: referTo(map, 0), parts }]);
    // Without a name of its own a part is called by its most representative terms.
    expect(names(edited)).toEqual(["Trees", "Cycle & graph", "Maps"]);
    expect([...edited.topic]).toEqual([0, 0, 0, 1, 1, 2, 2, -1]);
    expect(edited.topics[0].color).toBe(map.topics[0].color);
    expect(new Set(edited.topics.map(({ color }) => color)).size).toBe(3);
    // The sub-topics were these very parts: they fall away.
    expect([...edited.subtopic]).toEqual([-1, -1, -1, -1, -1, -1, -1, -1]);
  });

  test("a paper that no part lists joins the part that it is linked to most", () => {
    const map = {
      ...eight(),
      edges: [
        {
          kind: "keyword" as const,
          directed: false,
          source: Uint32Array.of(0, 2),
          target: Uint32Array.of(2, 3),
          weight: Float32Array.of(0.2, 0.7),
        },
      ],
    };
    const parts = [{ papers: ["hash:0", "hash:1"] }, { papers: ["hash:3", "hash:4"] }];
    const edited = applyEdits(map, [{ type: "split", topic: referTo(map, 0), parts }]);
    expect(edited.topic[2]).toBe(edited.topic[3]);
  });

  test("move: the paper counts in its new topic, certain of it; its old one is the next best", () => {
    const map = eight();
    const edited = applyEdits(map, [{ type: "move", papers: ["hash:4", "hash:7"], to: referTo(map, 1) }]);
    expect([...edited.topic]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(edited.topics.map(({ size }) => size)).toEqual([4, 4, 3, 1]);
    expect([edited.confidence[4], edited.runnerUp[4]]).toEqual([1, 0]);
  });

  test("what finds nothing to change is told, stays in the list, and changes nothing", () => {
    const map = eight();
    const gone = { name: "Gone", level: "topic", papers: ["hash:99"] };
    const edits = [
      { type: "rename", topic: gone, name: "X" },
      { type: "rename", topic: referTo(map, 0), name: "Graphs" },
      { type: "from-the-future", topic: 3 },
    ];
    const replay = replayEdits(map, edits);
    expect(replay.idle).toEqual([0, 1, 2]);
    expect(replay.map.edits).toEqual(edits);
    expect(names(replay.map)).toEqual(names(map));
  });

  test("a topic does not merge with its own sub-topic, nor with itself", () => {
    const map = eight();
    const edits = [
      { type: "merge", topics: [referTo(map, 0), referTo(map, 2)] },
      { type: "merge", topics: [referTo(map, 1), referTo(map, 1)] },
    ];
    const replay = replayEdits(map, edits);
    expect(replay.idle).toEqual([0, 1]);
    expect(names(replay.map)).toEqual(names(map));
  });

  test("a topic of two papers splits into one and one; a part that would hold all is no split", () => {
    const map = eight();
    const split = (...papers: string[][]) => ({
      type: "split",
      topic: referTo(map, 1),
      parts: papers.map((own) => ({ papers: own })),
    });
    const halves = applyEdits(map, [split(["hash:5"], ["hash:6"])]);
    expect([...halves.topic]).toEqual([0, 0, 0, 0, 0, 1, 2, -1]);
    expect(replayEdits(map, [split(["hash:5", "hash:6"]), split(["hash:5"], ["hash:0"])]).idle).toEqual([
      0, 1,
    ]);
  });

  test("a topic whose papers were regrouped is found where most of its papers went", () => {
    const map = eight();
    const edit = { type: "rename", topic: referTo(map, 0), name: "Networks" };
    const regrouped = { ...map, topic: Int32Array.of(1, 1, 1, 1, 0, 0, 0, -1) };
    expect(names(applyEdits(regrouped, [edit]))[1]).toBe("Networks");
  });
});

test("vocabulary edits are the lines of the files: stop words, synonyms, kept and split phrases", () => {
  const words = wordsFor(eight(), [
    { type: "stop-word", word: "novel" },
    { type: "stop-word", word: "novel" },
    { type: "synonym", phrases: ["CNN", "convolutional network"] },
    { type: "keep-phrase", phrase: "neural network" },
    { type: "split-phrase", phrase: "deep learning" },
  ]);
  expect(words.stopWords).toEqual(["novel"]);
  expect(words.synonyms).toEqual([
    ["CNN", "convolutional network"],
    ["neural-network", "neural network"],
    ["deep | learning", "deep learning"],
  ]);
});

/** Edits on the topics and papers of any map; they are made for the state that the earlier ones left. */
const steps = fc.array(fc.tuple(fc.nat(6), fc.nat(20), fc.nat(20)), { maxLength: 8 });

function editsOn(map: TopicMap, wishes: readonly (readonly [number, number, number])[]): Edit[] {
  const edits: Edit[] = [];
  for (const [verb, a, b] of wishes) {
    const now = applyEdits(map, edits);
    const count = now.topics.length;
    const topic = referTo(now, a % count);
    const other = referTo(now, b % count);
    const identities = now.papers.map(({ identity }) => identity);
    const half = Math.ceil(identities.length / 2);
    if (verb === 0) edits.push({ type: "rename", topic, name: `Name ${b}` });
    else if (verb === 1) edits.push({ type: "recolour", topic, color: "#951522" });
    else if (verb === 2) edits.push({ type: "merge", topics: [topic, other] });
    else if (verb === 3)
      edits.push({
        type: "split",
        topic,
        parts: [{ papers: identities.slice(0, half) }, { papers: identities.slice(half) }],
      });
    else if (verb === 4) edits.push({ type: "move", papers: [identities[b % identities.length]], to: topic });
    else if (verb === 5) edits.push({ type: "stop-word", word: `w${b}` });
    else edits.push({ type: "future", a, b });
  }
  return edits;
}

const mapsToEdit = fc.oneof(anyMap, fc.constant(eight()), fc.constant(sampleMap()), fc.constant(deepMap()));

test("any sequence of edits, undone, gives the same bytes; done again, the same as before", () => {
  fc.assert(
    fc.property(mapsToEdit, steps, (map, wishes) => {
      let history = startHistory();
      for (const edit of editsOn(map, wishes)) history = addEdit(history, edit);
      const edited = applyEdits(map, history.done);
      const all = history.done.length;
      for (let k = 0; k < all; k++) history = undo(history);
      expect(write(applyEdits(edited, history.done))).toBe(write(map));
      for (let k = 0; k < all; k++) history = redo(history);
      expect(write(applyEdits(edited, history.done))).toBe(write(edited));
    }),
    { numRuns: 150 },
  );
});

test("edits commute with saving and loading", async () => {
  await fc.assert(
    fc.asyncProperty(mapsToEdit, steps, fc.nat(8), async (map, wishes, cut) => {
      const edits = editsOn(map, wishes);
      const expected = write(applyEdits(map, edits));
      // Saved before all edits, or between two of them.
      const saved = await decodeMap([write(applyEdits(map, edits.slice(0, cut)))]);
      expect(write(applyEdits(saved, edits))).toBe(expected);
      expect(write(uneditedMap(await decodeMap([expected])))).toBe(write(map));
    }),
    { numRuns: 150 },
  );
});

test("every edited map is whole: ids count up, papers sit in topics that exist, sizes are what is counted", () => {
  fc.assert(
    fc.property(mapsToEdit, steps, (map, wishes) => {
      const edits = editsOn(map, wishes).filter(({ type }) => type !== "stop-word");
      const edited = applyEdits(map, edits);
      expect(edited.topics.map(({ id }) => id)).toEqual(edited.topics.map((_, k) => k));
      for (const [i, t] of edited.topic.entries()) {
        if (t >= 0) expect(edited.topics[t].parent).toBeUndefined();
        const s = edited.subtopic[i];
        if (s >= 0) expect(edited.topics[s].parent).toBe(t);
        const leaf = edited.leaf?.[i] ?? -1;
        if (leaf >= 0) expect(wayTo(edited, leaf).slice(0, 2)).toEqual([t, s]);
      }
    }),
    { numRuns: 150 },
  );
});
