import { describe, expect, test } from "vitest";
import { inProcess } from "../../src/kernel/executor.ts";
import { levelsOfTree } from "../../src/model/levels.ts";
import { NO_TOPIC } from "../../src/model/topic.ts";
import { findDeeper } from "../../src/topics/deeper.ts";
import { planted, plantedRows } from "./graphs.ts";

/** Sub-topics are given: topic 0 has sub-topic 1, of the first `large` papers, and sub-topic 2, of the others. */
async function deeper(n: number, blocks: number, large: number) {
  const subtopic = Int32Array.from({ length: n }, (_, i) => (i < large ? 1 : 2));
  const given = { subtopic, parent: Int32Array.of(0, 0) };
  const found = await findDeeper(planted(n, blocks, 1), plantedRows(n, blocks, 1), 1, given, 1, inProcess());
  return { count: 1, topic: new Int32Array(n), subtopic, ...found };
}

describe("sub-topics divide again", () => {
  test("240 papers of four planted blocks come in four parts of 60: 240 / 50 allows four", async () => {
    const { leaf, parent } = await deeper(240, 4, 240);
    expect([...parent]).toEqual([0, 0, 1, 1, 1, 1]);
    // Paper i was planted in block i mod 4.
    for (let i = 4; i < 240; i++) expect(leaf?.[i]).toBe(leaf?.[i % 4]);
    expect(new Set(leaf)).toEqual(new Set([3, 4, 5, 6]));
  });

  test("119 papers are read as they are: nothing divides, and no column says so", async () => {
    const found = await deeper(119, 4, 119);
    expect(found.leaf).toBeUndefined();
    expect([...found.parent]).toEqual([0, 0]);
  });

  test("a small one beside a large one stays whole", async () => {
    const { leaf } = await deeper(280, 4, 200);
    expect(leaf?.slice(0, 200).every((id) => id !== NO_TOPIC)).toBe(true);
    expect(leaf?.slice(200).every((id) => id === NO_TOPIC)).toBe(true);
  });

  test("parts that are still large divide, too; each lies in one part above", async () => {
    const tree = await deeper(1600, 16, 1600);
    const levels = levelsOfTree(tree);
    expect(levels.length).toBeGreaterThan(3);
    const [, , above, below] = levels;
    const home = new Map<number, number>();
    for (const [i, id] of below.entries())
      if (id !== NO_TOPIC) {
        expect(home.get(id) ?? above[i]).toBe(above[i]);
        expect(tree.parent[id - 1]).toBe(above[i]);
        home.set(id, above[i]);
      }
  });

  test("the same papers and seed give the same parts", async () => {
    expect(await deeper(240, 4, 240)).toEqual(await deeper(240, 4, 240));
  });
});
