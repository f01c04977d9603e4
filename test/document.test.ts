import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { buildDocument } from "../src/document.ts";
import type { Collection } from "../src/model/collection.ts";
import { decodeMap } from "../src/model/decode.ts";
import { encodeMap } from "../src/model/encode.ts";
import type { Edit, TopicMap } from "../src/model/map.ts";
import { buildMap } from "../src/pipeline.ts";
import { readPapers } from "../src/read/read.ts";
import { effectOf } from "../src/shape/effect.ts";
import { referTo } from "../src/shape/topic-ref.ts";

const write = (map: TopicMap) => [...encodeMap(map)].join("");
const saved = (map: TopicMap) => decodeMap([write(map)]);
const main = (map: TopicMap) => map.topics.filter(({ parent }) => parent === undefined);

function collect(name: string, text: string): Promise<Collection> {
  const bytes = new TextEncoder().encode(text);
  return readPapers([
    {
      name,
      async *chunks() {
        yield bytes;
      },
    },
  ]);
}

/** The collection without some of its papers. */
const without = (all: Collection, drop: (i: number) => boolean): Collection => ({
  ...all,
  papers: all.papers.filter((_, i) => !drop(i)),
});

describe("the demo, continued", () => {
  let all: Collection;
  let fewer: Collection;
  let base: TopicMap;
  beforeAll(async () => {
    all = await collect("demo.txt", readFileSync("data/resnet_papers_page.txt", "utf8"));
    fewer = without(all, (i) => i % 10 === 9);
    base = await saved(await buildDocument({ collection: fewer }));
  });

  test("without base and edits a document is what the pipeline makes", async () => {
    expect(write(await buildDocument({ collection: fewer }))).toBe(write(await buildMap(fewer)));
  });

  test("an unchanged collection gives the base, byte for byte, whatever its parameters and edits", async () => {
    const edits = fc.subarray<Edit>([
      { type: "rename", topic: referTo(base, 0), name: "First" },
      { type: "merge", topics: [referTo(base, 1), referTo(base, 2)] },
      { type: "stop-word", word: "network" },
    ]);
    await fc.assert(
      fc.asyncProperty(
        edits,
        fc.constantFrom({}, { neighbours: 7 }, { topics: 6 }),
        async (list, parameters) => {
          const first = await buildDocument({ collection: fewer, parameters, edits: list });
          const again = await buildDocument({ collection: fewer, base: await saved(first) });
          expect(write(again)).toBe(write(first));
        },
      ),
      { numRuns: 6 },
    );
  });

  test("with 10 % more papers the known ones stay: median below 2 % of the width, 95 % in their topic", async () => {
    const grown = await buildDocument({ collection: all, base });
    expect(grown.changes?.newPapers).toHaveLength(14);
    expect(grown.changes?.drift).toBeLessThan(0.02);
    expect(grown.changes?.movedPapers.length).toBeLessThanOrEqual(0.05 * 130);
    const colors = new Map(main(grown).map(({ name, color }) => [name, color]));
    for (const { name, color } of main(base)) expect([name, colors.get(name)]).toEqual([name, color]);
    expect(write(await saved(grown))).toBe(write(grown));
  });

  test("papers that are gone are told; a topic that keeps 80 % of its papers keeps name and colour", async () => {
    const shrunk = await buildDocument({ collection: without(fewer, (i) => i % 5 === 4), base });
    expect(shrunk.changes?.gonePapers).toHaveLength(26);
    const colors = new Map(main(shrunk).map(({ name, color }) => [name, color]));
    const kept = main(base).filter(({ name, color }) => colors.get(name) === color);
    expect(kept.length).toBe(main(base).length);
  });

  test("corrections are replayed on the larger collection; one whose topic is gone is told", async () => {
    const gone = { name: "Gone", level: "topic", papers: ["doi:10.0/none"] };
    const edits = [
      { type: "rename", topic: referTo(base, 1), name: "My name" },
      { type: "recolour", topic: gone, color: "#112233" },
    ];
    const edited = await buildDocument({ collection: fewer, edits });
    const grown = await buildDocument({ collection: all, base: await saved(edited) });
    expect(main(grown).map(({ name }) => name)).toContain("My name");
    expect(grown.edits).toEqual(edits);
    expect(grown.changes?.idleEdits).toEqual([1]);
  });

  test("other parameters regroup the papers in their places: topics split and merge, and that is told", async () => {
    const fewTopics = await buildDocument({ collection: fewer, base, parameters: { topics: 4 } });
    expect(main(fewTopics)).toHaveLength(4);
    expect(fewTopics.changes?.drift).toBe(0);
    expect(fewTopics.changes?.mergedTopics.length).toBeGreaterThan(0);
    expect(fewTopics.changes?.goneTopics.length).toBe(main(base).length - 4);
  });

  test("vocabulary edits give the links that the same words in files do, and the map stays in place", async () => {
    const edits = [
      { type: "stop-word", word: "network" },
      { type: "synonym", phrases: ["CNN", "convolutional neural network"] },
    ];
    const byHand = await buildDocument({ collection: fewer, edits });
    const parameters = { stopWords: ["network"], synonyms: [["CNN", "convolutional neural network"]] };
    const byFile = await buildDocument({ collection: fewer, parameters });
    expect(byHand.parameters).toEqual(byFile.parameters);
    expect(byHand.edges).toEqual(byFile.edges);
    expect([[...byHand.x], [...byHand.y]]).toEqual([[...base.x], [...base.y]]);
    const { moved, topics } = effectOf(base, byHand);
    expect(moved).toBeLessThan(0.1 * 130);
    expect(topics?.after).toBe(topics?.before);
    // Names go on, but for those that speak of the words.
    const names = new Set(main(byHand).map(({ name }) => name));
    for (const { name } of main(base)) if (!/network/i.test(name)) expect(names).toContain(name);
    // An acronym is a word of its own, and is shown with what it stands for.
    for (const name of names) expect(name.replace(/[^&]+\([A-Z][\w-]*\)/g, "")).not.toMatch(/\bnetworks?\b/i);
  });

  test("vocabulary edits taken back give the map before, byte for byte, also after saving and opening", async () => {
    const edits = [{ type: "stop-word", word: "network" }];
    const opened = await saved(await buildDocument({ collection: fewer, edits }));
    const collection = { ...fewer, papers: opened.papers };
    expect(write(await buildDocument({ collection, opened }))).toBe(write(base));
    expect(write(await buildDocument({ collection, opened, edits }))).toBe(write(opened));
    // Without the map that was opened it is computed; from the map before, gone on with.
    expect(write(await buildDocument({ collection, edits: [] }))).toBe(write(base));
    const before = await saved(base);
    expect(
      write(await buildDocument({ collection: { ...fewer, papers: before.papers }, opened: before, edits })),
    ).toBe(write(opened));
  });
});

const CORPUS = "../shared/corpora/arxiv_1k.jsonl";

test.skipIf(!existsSync(CORPUS))(
  "1,000 papers of arXiv on the map of the first 900: 100 are new, the others stay",
  async () => {
    const lines = readFileSync(CORPUS, "utf8").trim().split("\n");
    const first = await collect("first.jsonl", lines.slice(0, -100).join("\n"));
    const base = await saved(await buildDocument({ collection: first }));
    const grown = await buildDocument({ collection: await collect("all.jsonl", lines.join("\n")), base });
    const { changes } = grown;
    expect(changes?.newPapers).toEqual(grown.papers.slice(-100).map(({ identity }) => identity));
    expect(changes?.drift).toBeLessThan(0.02);
    expect(changes?.movedPapers.length).toBeLessThanOrEqual(45);
  },
  60_000,
);
