import { describe, expect, test } from "vitest";
import { NO_TOPIC } from "../../src/model/topic.ts";
import { nameTopics } from "../../src/topics/names.ts";
import { capitalise, joinName } from "../../src/topics/names-pick.ts";

/** A phrase table from the phrases of each paper; stems are the lower case words without a final s. */
function phrasesOf(papers: readonly (readonly string[])[]) {
  const surface = [...new Set(papers.flat())];
  const start = new Uint32Array(papers.length + 1);
  const column: number[] = [];
  for (const [i, list] of papers.entries()) {
    column.push(...list.map((p) => surface.indexOf(p)).sort((a, b) => a - b));
    start[i + 1] = column.length;
  }
  const rows = {
    start,
    column: Uint32Array.from(column),
    value: new Float32Array(column.length).fill(1),
    width: surface.length,
  };
  const key = surface.map((s) =>
    s
      .replace(/ \(.*/, "")
      .toLowerCase()
      .split(" ")
      .map((w) => w.replace(/s$/, ""))
      .join(" "),
  );
  const none = {
    start: new Uint32Array(papers.length + 1),
    column: new Uint32Array(),
    value: new Float32Array(),
    width: rows.width,
  };
  return { phrases: { rows, titles: none, surface, key }, matrix: { rows } };
}

const tree = (topic: number[], subtopic = topic.map(() => NO_TOPIC), parent: number[] = []) => ({
  count: Math.max(...topic) + 1,
  topic: Int32Array.from(topic),
  subtopic: Int32Array.from(subtopic),
  parent: Int32Array.from(parent),
});

const PEAT = ["peat bogs", "peat", "water"];
const KITES = ["kite flying (KF)", "wind", "water"];

describe("nameTopics", () => {
  const names = nameTopics(tree([0, 0, 0, 1, 1, 1]), phrasesOf([PEAT, PEAT, PEAT, KITES, KITES, KITES]));

  test("names a topic by what distinguishes it, the whole phrase before a piece of it", () => {
    expect(names[0].name).toBe("Peat bogs");
    expect(names[1].name).toMatch(/^Kite flying \(KF\)/);
  });
  test("each term comes with its share inside and outside", () => {
    expect(names[0].terms[0]).toMatchObject({ term: "peat bogs", inside: 1, outside: 0 });
  });
  test("what all topics hold names none of them", () => {
    expect(names.flatMap((n) => n.terms.map((t) => t.term))).not.toContain("water");
  });
  test("no term stands for two topics", () => {
    const terms = names.flatMap((n) => n.terms.map((t) => t.term));
    expect(new Set(terms).size).toBe(terms.length);
  });
  test("examples are papers of the topic", () => {
    expect(names[1].examples.every((p) => p >= 3)).toBe(true);
  });
});

test("sub-topics are named against their siblings, and no name is given twice", () => {
  const papers = [["bog", "moss"], ["bog", "moss"], ["bog", "fen"], ["bog", "fen"], ["kite"], ["kite"]];
  const named = nameTopics(tree([0, 0, 0, 0, 1, 1], [2, 2, 3, 3, 4, 4], [0, 0, 1]), phrasesOf(papers)).map(
    (n) => n.name,
  );
  expect(named[2]).toBe("Moss");
  expect(named[3]).toBe("Fen");
  expect(new Set(named.map((n) => n.toLowerCase())).size).toBe(5);
});

test("topics without a phrase still have names of their own", () => {
  const names = nameTopics(tree([0, 1]), phrasesOf([[], []])).map((n) => n.name);
  expect(names).toEqual(["Other papers", "Other papers (2)"]);
});

test("joinName takes a second phrase that says nearly as much", () => {
  const name = (second: number) =>
    joinName(
      [
        { term: "graph kernels", key: "graph kernel", score: 10 },
        { term: "molecules", key: "molecul", score: second },
      ],
      new Set(),
    );
  expect(name(9)).toBe("Graph kernels & molecules");
  expect(name(1)).toBe("Graph kernels");
});

test("capitalise leaves names with a spelling of their own", () => {
  expect(["neural networks", "mRNA", "k-means", "p53"].map(capitalise)).toEqual([
    "Neural networks",
    "mRNA",
    "k-means",
    "p53",
  ]);
});
