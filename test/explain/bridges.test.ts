import { expect, test } from "vitest";
import { bridgesBetween } from "../../src/explain/bridges.ts";
import { listOf } from "../edge-list.ts";

// Papers 0, 1 in topic 0; 2, 3 in topic 1; 4 in topic 2.
const topic = Int32Array.of(0, 0, 1, 1, 2);
const edges = listOf("keyword", [
  [0, 1, 0.5],
  [1, 2, 0.5],
  [1, 3, 0.25],
  [2, 3, 1.5],
  [3, 4, 0.75],
]);

test("the strongest links between two topics come first; others are not listed", () => {
  const { links } = bridgesBetween([edges], topic, 0, 1, 9);
  expect(links).toEqual([
    { list: 0, edge: 1, weight: 0.5 },
    { list: 0, edge: 2, weight: 0.25 },
  ]);
});

test("papers come by the smaller of their links into both; one of neither topic counts too", () => {
  // Paper 1: 0.5 into topic 0 (from 0), 0.75 into topic 1, of 1.25 in all. Paper 2: 0.5 and 1.5 of 2. Paper 3: 0.25 and
  // 1.5 of 2.5. Paper 0 has no link into topic 1, paper 4 none into topic 0.
  const { papers } = bridgesBetween([edges], topic, 0, 1, 9);
  expect(papers).toEqual([
    { paper: 2, topic: 1, into: [0.5, 1.5], share: 0.25 },
    { paper: 1, topic: 0, into: [0.5, 0.75], share: 0.4 },
    { paper: 3, topic: 1, into: [0.25, 1.5], share: 0.1 },
  ]);
  // 3 of topic 1 stands between topics 1 and 2; so does 4, of topic 2, but nothing is linked to it within its topic.
  expect(bridgesBetween([edges], topic, 2, 1, 9).papers.map(({ paper }) => paper)).toEqual([3]);
});

test("a topic has no bridges to itself, nor to one without links to it", () => {
  expect(bridgesBetween([edges], topic, 0, 0, 9)).toEqual({ papers: [], links: [] });
  expect(bridgesBetween([edges], topic, 0, 2, 9).links).toEqual([]);
});
