import { expect, test } from "vitest";
import { inProcess } from "../../src/kernel/executor.ts";
import type { Graph } from "../../src/kernel/graph.ts";
import type { SparseRows } from "../../src/kernel/rows.ts";
import { NO_TOPIC } from "../../src/model/topic.ts";
import { type DivideOptions, divide } from "../../src/topics/divide.ts";
import { topicTree } from "../../src/topics/topics.ts";
import { graphOf, planted, plantedRows } from "./graphs.ts";

const emptyRows = (n: number): SparseRows => ({
  start: new Uint32Array(n + 1),
  column: new Uint32Array(0),
  value: new Float32Array(0),
  width: 0,
});
const topicsOf = async (
  graph: Graph,
  rows = emptyRows(graph.start.length - 1),
  options: Partial<DivideOptions> = {},
) => topicTree(graph, rows, await divide(graph, rows, { seed: 1, ...options }, inProcess()), 1, inProcess());

const sizes = (topic: Int32Array, count: number) =>
  Array.from({ length: count }, (_, t) => topic.filter((own) => own === t).length);

test("no papers: no topics", async () => {
  expect(await topicsOf(graphOf(0, []))).toMatchObject({ count: 0, modularity: 0 });
});

test("papers without links have no topic, and say so", async () => {
  const tree = await topicsOf(graphOf(2, []));
  expect(tree.count).toBe(0);
  expect([...tree.topic]).toEqual([NO_TOPIC, NO_TOPIC]);
  expect([...tree.runnerUp]).toEqual([NO_TOPIC, NO_TOPIC]);
});

test("two linked papers are one topic; a third without links is in none", async () => {
  const tree = await topicsOf(graphOf(3, [[0, 1, 0.5]]));
  expect([...tree.topic]).toEqual([0, 0, NO_TOPIC]);
  expect([...tree.confidence]).toEqual([1, 1, 0]);
});

test("finds planted topics, largest first, each paper sure of its own", async () => {
  const tree = await topicsOf(planted(240, 6, 1), plantedRows(240, 6, 1), { topics: 6 });
  expect(tree.count).toBe(6);
  // Paper i was planted in block i mod 6: everyone in a topic is of one block.
  for (let i = 6; i < 240; i++) expect(tree.topic[i]).toBe(tree.topic[i % 6]);
  expect(Math.min(...tree.confidence)).toBeGreaterThan(0.5);
  expect(Math.min(...tree.stability)).toBeGreaterThan(0.8);
  const [own, next] = [tree.topic, tree.runnerUp];
  expect(own.every((t, i) => t !== next[i])).toBe(true);
});

test.each([1, 2, 3, 5, 7, 12, 25])("--topics %i gives exactly as many, by size", async (topics) => {
  const tree = await topicsOf(planted(240, 6, 2), plantedRows(240, 6, 2), { topics });
  const counted = sizes(tree.topic, tree.count);
  expect(tree.count).toBe(topics);
  expect(counted.every((s, t) => s > 0 && (t === 0 || s <= counted[t - 1]))).toBe(true);
});

test("more topics than papers: as many as there are papers at most", async () => {
  const tree = await topicsOf(
    graphOf(3, [
      [0, 1, 1],
      [1, 2, 1],
    ]),
    emptyRows(3),
    { topics: 10 },
  );
  expect(tree.count).toBeLessThanOrEqual(3);
  expect(tree.count).toBeGreaterThanOrEqual(1);
});

test("more than 18 topics come in 6 to 8 groups; up to 18 each is its own", async () => {
  const many = await topicsOf(planted(400, 20, 1), plantedRows(400, 20, 1), { topics: 20 });
  const groups = new Set(many.group).size;
  expect(groups).toBeGreaterThanOrEqual(6);
  expect(groups).toBeLessThanOrEqual(8);
  const few = await topicsOf(planted(240, 6, 1), plantedRows(240, 6, 1), { topics: 6 });
  expect([...few.group]).toEqual([0, 1, 2, 3, 4, 5]);
});

test("sub-topics lie inside their topic and number after the topics", async () => {
  const tree = await topicsOf(planted(400, 12, 4), plantedRows(400, 12, 4), { topics: 3 });
  expect(tree.parent.length).toBeGreaterThan(0);
  for (const [i, s] of tree.subtopic.entries()) {
    if (s === NO_TOPIC) continue;
    expect(s).toBeGreaterThanOrEqual(tree.count);
    expect(tree.parent[s - tree.count]).toBe(tree.topic[i]);
  }
});

test("a resolution is taken as it is: a higher one gives more topics", async () => {
  const [graph, rows] = [planted(240, 12, 3), plantedRows(240, 12, 3)];
  const coarse = await topicsOf(graph, rows, { resolution: 0.2 });
  const fine = await topicsOf(graph, rows, { resolution: 2 });
  expect(coarse.resolution).toBeCloseTo(0.2);
  expect(fine.count).toBeGreaterThan(coarse.count);
});

test("the same input and seed give the same tree", async () => {
  const [graph, rows] = [planted(240, 6, 2), plantedRows(240, 6, 2)];
  expect(await topicsOf(graph, rows)).toEqual(await topicsOf(graph, rows));
});

test("unlinked pieces are topics of their own where they are large enough, and no bin of leftovers is made", async () => {
  const clique = (from: number, n: number) =>
    Array.from({ length: n }, (_, i) => i).flatMap((i) =>
      Array.from({ length: n - i - 1 }, (_, k) => [from + i, from + i + k + 1, 1] as const),
    );
  // 10 + 10 papers, and a pair that shares nothing with either: too small for a topic.
  const tree = await topicsOf(
    graphOf(22, [...clique(0, 10), ...clique(10, 10), [20, 21, 1]]),
    emptyRows(22),
    {
      resolution: 1,
    },
  );
  expect(sizes(tree.topic, tree.count)).toEqual([10, 10]);
  expect([...tree.topic.slice(20)]).toEqual([NO_TOPIC, NO_TOPIC]);
});
