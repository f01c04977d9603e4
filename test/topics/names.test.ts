import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_TOPIC } from "../../src/model/topic.ts";
import { nameAreas } from "../../src/topics/names/areas.ts";
import { coverOf } from "../../src/topics/names/cover.ts";
import { capitalise, joinMixed, joinName } from "../../src/topics/names/join.ts";
import { labelsOf } from "../../src/topics/names/label.ts";
import { nameTopics } from "../../src/topics/names/names.ts";

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
  const specificity = new Float32Array(rows.width).fill(1);
  return {
    phrases: { rows, titles: none, surface, key, specificity, ...wordsOf(papers, surface, key) },
    matrix: { rows, common: new Uint8Array(rows.width) },
  };
}

/** Which stems each paper holds, and which each phrase is made of. */
function wordsOf(papers: readonly (readonly string[])[], surface: readonly string[], key: readonly string[]) {
  const stems = [...new Set(key.flatMap((k) => k.split(" ")))];
  const held = papers.map((list) => [...new Set(list.flatMap((p) => key[surface.indexOf(p)].split(" ")))]);
  const start = Uint32Array.from([0, ...held.map((_, i) => held.slice(0, i + 1).flat().length)]);
  const word = Uint32Array.from(held.flat(), (stem) => stems.indexOf(stem));
  return {
    words: { start, word, count: stems.length },
    parts: key.map((k) => k.split(" ").map((stem) => stems.indexOf(stem))),
  };
}

const tree = (topic: number[], subtopic = topic.map(() => NO_TOPIC), parent: number[] = []) => ({
  count: Math.max(...topic) + 1,
  topic: Int32Array.from(topic),
  subtopic: Int32Array.from(subtopic),
  parent: Int32Array.from(parent),
});

const PEAT = ["peat bogs", "peat", "water"];
const KITES = ["kite flying (KF)", "wind", "water"];

describe("nameAreas", () => {
  /** 26 topics of three papers each in 13 areas, all of two topics but the last two: of three and of one. */
  const group = Int32Array.from({ length: 26 }, (_, t) => (t === 25 ? 12 : t === 24 ? 11 : t >> 1));
  const papers = Array.from({ length: 78 }, (_, i) => {
    const t = Math.floor(i / 3);
    return [`w${group[t]} study`, `v${t} thing`];
  });
  const topics = { ...tree(papers.map((_, i) => Math.floor(i / 3))), group };
  const text = phrasesOf(papers);
  const names = nameTopics(topics, text);
  const areas = nameAreas(topics, names, text) ?? [];

  test("an area is named against the other areas, by what its topics share", () => {
    expect(areas[0]).toMatch(/^w0 study/i);
    expect(areas[1]).toBe(areas[0]);
    expect(areas[2]).not.toBe(areas[0]);
  });
  test("no area is called as a topic is, but for one of a single topic, which is called as that", () => {
    expect(areas[25]).toBe(names[25].name);
    const called = new Set(names.map(({ name }) => name));
    expect(areas.slice(0, 25).some((name) => called.has(name))).toBe(false);
  });
  test("few topics have no areas", () => {
    const few = { ...tree([0, 0, 0, 1, 1, 1]), group: Int32Array.of(0, 1) };
    expect(nameAreas(few, names, text)).toBeUndefined();
  });
});

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

test("of a phrase and the one around it, the broader is picked where it describes twice the papers", () => {
  const papers = [["moss peat bogs", "peat bogs"], ["peat bogs"], ["peat bogs"], ["kite"], ["kite"]];
  expect(nameTopics(tree([0, 0, 0, 1, 1]), phrasesOf(papers))[0].name).toBe("Peat bogs");
});

test("topics without a phrase still have names of their own", () => {
  const names = nameTopics(tree([0, 1]), phrasesOf([[], []])).map((n) => n.name);
  expect(names).toEqual(["Other papers", "Other papers (2)"]);
});

describe("labelsOf", () => {
  const table = {
    key: ["flower", "image recognition", "batch size (BS)", "rare phrase"],
    surface: ["flowers", "image recognition", "batch size (BS)", "rare phrase"],
  };
  const term = (phrase: number, score: number, papers: number, titled: number) => ({
    phrase,
    score,
    papers,
    titled,
    inside: papers / 100,
    outside: 0,
    holders: Uint32Array.from({ length: papers }, (_, i) => i),
  });
  const worth = (...terms: ReturnType<typeof term>[]) =>
    labelsOf(terms, terms, table, 100).map((label) => [label.term, label.score]);

  test("what no title says comes after what some do: 10 · .4 after 5; acronyms stay", () => {
    expect(worth(term(0, 10, 20, 0), term(1, 5, 20, 0.1), term(2, 8, 20, 0))).toEqual([
      ["batch size (BS)", 8],
      ["image recognition", 5],
      ["flowers", 4],
    ]);
  });
  test("so does what 2 of 100 papers hold, though they say it in the title: 9 · √(.02 / .08)", () => {
    expect(worth(term(3, 9, 2, 1), term(1, 5, 20, 0.1))).toEqual([
      ["image recognition", 5],
      ["rare phrase", 4.5],
    ]);
  });
});

describe("joinName", () => {
  const label = (term: string, score: number, ...holders: number[]) => ({
    term,
    key: term,
    score,
    holders: Uint32Array.from(holders),
  });
  const name = (...labels: ReturnType<typeof label>[]) => joinName(labels, 10, new Set());

  test("a phrase that describes 7 of 10 papers stands alone", () => {
    expect(name(label("kernels", 10, 0, 1, 2, 3, 4, 5, 6), label("molecules", 9, 7, 8, 9))).toBe("Kernels");
  });
  test("below that, the phrase that adds most papers stands beside it: 5 · 3/3 before 6 · 1/3", () => {
    const first = label("kernels", 10, 0, 1, 2, 3);
    expect(name(first, label("random graphs", 6, 2, 3, 4), label("small molecules", 5, 5, 6, 7))).toBe(
      "Kernels & small molecules",
    );
  });
  test("what scores less than 3 of 10, a word less than 5, or what adds no paper, does not", () => {
    const first = label("kernels", 10, 0, 1, 2, 3);
    expect(name(first, label("small molecules", 2, 5, 6, 7))).toBe("Kernels");
    expect(name(first, label("molecules", 4, 5, 6, 7), label("graphs", 6, 2, 3))).toBe("Kernels");
  });
  test("no word stands in both, and a name that is taken is not given again", () => {
    const first = label("graph kernels", 10, 0, 1, 2);
    expect(name(first, label("kernels", 9, 4, 5, 6))).toBe("Graph kernels");
    const other = label("molecules", 1, 0);
    expect(joinName([first, other], 10, new Set(["graph kernels"]))).toBe("Graph kernels & molecules");
  });
});

test("coverOf counts papers that hold all words of a phrase, in any order", () => {
  // Papers 0 to 2 are one topic, 3 and 4 another; 1 holds both words without the phrase.
  const { phrases } = phrasesOf([["peat bogs"], ["bogs", "peat"], ["peat"], ["peat bogs"], ["bogs"]]);
  const [[cover]] = coverOf(
    [
      [0, 1, 2],
      [3, 4],
    ],
    [[phrases.surface.indexOf("peat bogs")], []],
    phrases,
  );
  expect([...cover.inside]).toEqual([0, 1]);
  expect(cover.outside).toBe(1);
});

test("coverOf is what looking for each word of each phrase in each paper gives", () => {
  const some = (of: fc.Arbitrary<number>) => fc.uniqueArray(of, { maxLength: 5 });
  const topics = fc.array(fc.nat(2), { minLength: 12, maxLength: 12 });
  const given = fc.tuple(
    topics,
    fc.array(some(fc.nat(6)), { minLength: 12, maxLength: 12 }),
    fc.array(some(fc.nat(6))),
  );
  fc.assert(
    fc.property(given, ([topic, held, parts]) => {
      const members = [0, 1, 2].map((t) => [...topic.keys()].filter((p) => topic[p] === t));
      const asked = [parts.map((_, k) => k), parts.map((_, k) => k).reverse(), []];
      const start = Uint32Array.from([0, ...held.map((_, p) => held.slice(0, p + 1).flat().length)]);
      const words = { start, word: Uint32Array.from(held.flat()), count: 7 };
      const holds = (phrase: number) => (p: number) =>
        parts[phrase].length > 0 && parts[phrase].every((w) => held[p].includes(w));
      const expected = asked.map((list, t) =>
        list.map((phrase) => ({
          inside: Uint32Array.from([...members[t].keys()].filter((at) => holds(phrase)(members[t][at]))),
          outside: members.flat().filter((p) => topic[p] !== t && holds(phrase)(p)).length,
        })),
      );
      expect(coverOf(members, asked, { words, parts })).toEqual(expected);
    }),
  );
});

test("capitalise leaves names with a spelling of their own", () => {
  expect(["neural networks", "mRNA", "k-means", "p53"].map(capitalise)).toEqual([
    "Neural networks",
    "mRNA",
    "k-means",
    "p53",
  ]);
});

test("the name of a mixed topic: two of its phrases, longer ones first; the word alone where these are taken or missing", () => {
  const part = (term: string) => ({ term, key: term, score: 1, holders: new Uint32Array() });
  const labels = [part("medium"), part("wireless networks"), part("pattern recognition")];
  const two = "Mixed: wireless networks, pattern recognition";
  expect(joinMixed(labels, new Set())).toBe(two);
  expect(joinMixed(labels, new Set([two.toLowerCase()]))).toBe("Mixed: wireless networks");
  expect(joinMixed([], new Set())).toBe("Mixed");
  expect(joinMixed([], new Set(["mixed"]))).toBe("");
});
