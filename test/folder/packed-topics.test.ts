import { expect, test } from "vitest";
import { packTopics, withDetails } from "../../src/folder/packed-topics.ts";
import type { Topic } from "../../src/model/topic.ts";

const topic = (id: number): Topic => ({
  id,
  name: `Topic ${id}`,
  size: 3,
  color: "#000000",
  x: 0,
  y: 0,
  terms: [],
  examples: [],
});

test("terms and examples by columns are those of each topic again, also of one that has none", () => {
  const term = (word: string, score: number) => ({ term: word, score, inside: 0.1 + score, outside: 0.3 });
  const details = [
    { terms: [term("tides", 1), term("β decay", 0.123457)], examples: [2, 0], extra: [] },
    { terms: [], examples: [], extra: [] },
    { terms: [term("wind", 7)], examples: [1], extra: [] },
  ];
  // Row r is paper 10 + r; row 9 is none.
  const packed = packTopics(
    details.map((own, k) => (k === 2 ? { ...own, examples: [1, 9] } : own)),
    Uint32Array.of(10, 11, 12),
  );
  const topics = withDetails([topic(4), topic(5), topic(6)], packed);
  expect(topics).toEqual([
    { ...topic(4), terms: details[0].terms, examples: [12, 10] },
    topic(5),
    { ...topic(6), terms: details[2].terms, examples: [11] },
  ]);
  // Copies are plain.
  const [copy] = topics.map((own) => ({ ...own, name: "Other" }));
  expect(Object.getOwnPropertyDescriptor(copy, "terms")?.value).toEqual(details[0].terms);
  expect(structuredClone(topics)).toEqual(topics);
});
