import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { decodeMap } from "../../src/model/decode.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { Edit, TopicMap } from "../../src/model/map.ts";
import type { Monitor } from "../../src/model/progress.ts";
import { effectOf } from "../../src/shape/effect.ts";
import { referTo } from "../../src/shape/topic-ref.ts";
import { shapeHandlers } from "../../src/worker/page-shape.ts";
import { createSession } from "../../src/worker/session.ts";
import { ownSource } from "../web/cited.ts";
import { demoSource } from "../web/demo.ts";

const write = (map: TopicMap) => [...encodeMap(map)].join("");
const monitor: Monitor = {};

/** A session with the page's handlers around it, as the worker has them. */
function worker() {
  const session = createSession();
  let map: TopicMap | undefined;
  const hold = (given: TopicMap) => {
    map = given;
    return given;
  };
  const held = () => {
    if (!map) throw new Error("no map yet");
    return map;
  };
  return { session, hold, held, ...shapeHandlers(session, held, hold) };
}

describe("words of the demo, changed on the page", () => {
  const page = worker();
  let first: TopicMap;
  beforeAll(async () => {
    await page.session.read([demoSource()]);
    first = page.hold(await page.session.build());
  });

  const shape = (edits: readonly Edit[]) => page.shape({ parameters: {}, edits }, monitor);

  test.each<[string, Edit]>([
    ["stop word", { type: "stop-word", word: "network" }],
    ["synonym", { type: "synonym", phrases: ["ResNet", "residual network"] }],
    ["kept phrase", { type: "keep-phrase", phrase: "vision transformer" }],
    ["split phrase", { type: "split-phrase", phrase: "deep learning" }],
  ])("%s: what is counted before is what happens; taken back, the same bytes", async (_name, edit) => {
    const before = page.held();
    const counted = await page.preview({ parameters: {}, edits: [edit] }, monitor);
    expect(counted.added + counted.removed).toBeGreaterThan(0);
    expect(counted).toEqual(effectOf(before, await shape([edit])));
    expect(write(await shape([]))).toBe(write(first));
  });

  test("opened again, words can be taken back to the same bytes; corrections are kept beside them", async () => {
    const edits = [
      { type: "rename", topic: referTo(first, 0), name: "My name" },
      { type: "stop-word", word: "network" },
    ];
    const saved = write(await shape(edits));
    const again = worker();
    again.session.open(again.hold(await decodeMap([saved])));
    expect(write(await again.shape({ parameters: {}, edits }, monitor))).toBe(saved);
    expect(write(await again.shape({ parameters: {}, edits: [] }, monitor))).toBe(write(first));
  });

  test("a map of another version stays as it is until it is computed again, and says what that would do", async () => {
    const old = worker();
    const moved = { ...first, generator: "topograph 0.0.1", x: first.x.map((x) => x + 1) };
    old.session.open(old.hold(moved));
    const worded = await old.shape(
      { parameters: {}, edits: [{ type: "stop-word", word: "network" }] },
      monitor,
    );
    expect([...worded.x]).toEqual([...moved.x].map((x) => expect.closeTo(x, 3)));
    const back = await old.shape({ parameters: {}, edits: [] }, monitor);
    expect(write(back)).toBe(write(moved));
    const effect = await old.preview({ parameters: {}, edits: [], afresh: true }, monitor);
    expect(effect).toMatchObject({ added: 0, removed: 0, moved: 0 });
    expect(write(old.held())).toBe(write(moved));
    const afresh = await old.shape({ parameters: {}, edits: [], afresh: true }, monitor);
    expect(write(afresh)).toBe(write(first));
  });

  test("evidence speaks of the words of now", async () => {
    await shape([{ type: "stop-word", word: "network" }]);
    const { source, target } = page.held().edges[0];
    const pairs = [...source.keys()].slice(0, 300).map((e) => [source[e], target[e]] as const);
    const speaks = () =>
      pairs.some(([i, j]) => page.session.why(i, j).terms.some(({ term }) => /^networks?$/.test(term)));
    expect(speaks()).toBe(false);
    await shape([]);
    expect(speaks()).toBe(true);
  });
});

test("corrections made while settings are tried are not lost", async () => {
  const page = worker();
  await page.session.read([ownSource()]);
  const map = page.hold(await page.session.build());
  const trying = page.preview({ parameters: { neighbours: 5 }, edits: [] }, monitor);
  const edits = [{ type: "rename", topic: referTo(map, 0), name: "Meanwhile" }];
  await page.correct({ edits }, monitor);
  expect((await trying).removed).toBeGreaterThan(0);
  expect(page.held().topics[0].name).toBe("Meanwhile");
  const next = await page.shape({ parameters: { neighbours: 5 }, edits }, monitor);
  expect(next.topics.map(({ name }) => name)).toContain("Meanwhile");
});

test("any sequence of corrections and words, taken back one by one, gives the same bytes; opened again it goes on as if never closed", async () => {
  const page = worker();
  await page.session.read([ownSource()]);
  const first = page.hold(await page.session.build());
  const saved = write(first);
  const shape = (edits: readonly Edit[]) => page.shape({ parameters: {}, edits }, monitor);
  const wishes = fc.array(fc.tuple(fc.nat(4), fc.nat(9)), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(wishes, async (list) => {
      const steps = [saved];
      let edits: readonly Edit[] = [];
      for (const [verb, k] of list) {
        edits = [...edits, anEdit(page.held(), verb, k)];
        steps.push(write(await shape(edits)));
      }
      const again = worker();
      again.session.open(again.hold(await decodeMap([steps[steps.length - 1]])));
      for (let left = edits.length - 1; left >= 0; left--) {
        const taken = edits.slice(0, left);
        expect(write(await shape(taken))).toBe(steps[left]);
        expect(write(await again.shape({ parameters: {}, edits: taken }, monitor))).toBe(steps[left]);
      }
    }),
    { numRuns: 12 },
  );
});

function anEdit(map: TopicMap, verb: number, k: number): Edit {
  const main = map.topics.filter(({ parent }) => parent === undefined);
  const [topic, other] = [main[k % main.length], main[(k + 1) % main.length]];
  const term = topic.terms[k % topic.terms.length]?.term ?? "method";
  switch (verb) {
    case 0:
      return { type: "rename", topic: referTo(map, topic.id), name: `Name ${k}` };
    case 1:
      return { type: "merge", topics: [referTo(map, topic.id), referTo(map, other.id)] };
    case 2:
      return { type: "stop-word", word: term };
    case 3:
      return { type: "synonym", phrases: ["something else", term] };
    default:
      return { type: "move", papers: [map.papers[k].identity], to: referTo(map, topic.id) };
  }
}
