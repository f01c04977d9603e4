import TfIdf from "natural/lib/natural/tfidf/tfidf.js";
import { describe, expect, test } from "vitest";
import { paperTerms } from "../../src/text/terms/paper-terms.ts";
import { buildTermMatrix } from "../../src/text/terms/terms.ts";
import { tokenise } from "../../src/text/tokens/tokens.ts";
import { paper } from "../paper.ts";

const OPTIONS = { minDocumentFrequency: 2, titleWeight: 2 };
const matrixOf = (...papers: [title: string, abstract: string][]) => {
  const tokens = tokenise(
    papers.map(([title, abstract]) => paper({ title, abstract })),
    { stopWords: [], synonyms: [], language: "en" },
  );
  return buildTermMatrix(tokens, OPTIONS);
};

describe("buildTermMatrix", () => {
  const matrix = matrixOf(
    ["Graph clustering", "Clustering of graphs. Neural networks."],
    ["Neural network", "A neural network for images of cats."],
  );
  const column = (key: string) => matrix.key.indexOf(key);
  const weight = (i: number, key: string) => {
    const { start, column: columns, value } = matrix.rows;
    const at = columns.subarray(start[i], start[i + 1]).indexOf(column(key));
    return at < 0 ? 0 : value[start[i] + at];
  };

  test("terms are stems and bigrams, in descending document frequency, shown in a surface form", () => {
    expect([...matrix.documentFrequency.slice(0, 3)]).toEqual([2, 2, 2]);
    expect(new Set(matrix.key.slice(0, 3))).toEqual(new Set(["neural", "network", "neural network"]));
    expect(matrix.surface[column("neural network")]).toBe("neural network");
    expect(matrix.key).toContain("graph cluster");
  });

  test("no bigram across a stop word or a full stop", () => {
    expect(matrix.key).not.toContain("cluster graph");
    expect(matrix.key).not.toContain("graph neural");
  });

  test("weights are BM25 saturation times smooth idf, rows have length 1", () => {
    // Paper 0: title graph, cluster ×2; abstract cluster, graph, neural, network: lengths 2·2 + 4 = 8.
    // Paper 1: title 2·2, abstract neural, network, images, cats: 8. So both have mean length: tf/(tf + 1.2) · 2.2.
    const saturated = (tf: number) => (tf * 2.2) / (tf + 1.2);
    const idf = (df: number) => Math.log(3 / (df + 1)) + 1;
    const raw = new Map([
      ["graph", saturated(3) * idf(1)],
      ["cluster", saturated(3) * idf(1)],
      ["graph cluster", saturated(2) * idf(1)],
      ["neural", saturated(1) * idf(2)],
      ["network", saturated(1) * idf(2)],
      ["neural network", saturated(1) * idf(2)],
    ]);
    const norm = Math.sqrt([...raw.values()].reduce((sum, w) => sum + w * w, 0));
    for (const [key, w] of raw) expect(weight(0, key)).toBeCloseTo(w / norm, 5);
  });

  test("words like constructor and __proto__ are terms like others", () => {
    const odd = matrixOf(["constructor __proto__ hasOwnProperty", ""], ["constructor", "toString"]);
    expect(odd.key).toContain("constructor");
    expect([...odd.rows.value].every(Number.isFinite)).toBe(true);
  });

  test("term counts and document frequencies are those of natural's TfIdf", () => {
    const texts = [
      "sparse graph clustering sparse",
      "neural graph layout",
      "sparse neural layout layout",
      "graph drawing",
    ];
    const oracle = new TfIdf();
    for (const text of texts) oracle.addDocument(text.split(" "));
    const ours = matrixOf(...texts.map((text): [string, string] => ["", text]));
    for (const word of ["graph", "layout", "neural", "sparse"]) {
      const at = ours.surface.indexOf(word);
      // natural: idf = 1 + ln(N / (1 + df)), so df = N / e^(idf − 1) − 1.
      const df = texts.length / Math.exp(oracle.idf(word) - 1) - 1;
      expect(ours.documentFrequency[at]).toBe(Math.round(df));
    }
  });
});

test("paperTerms: best first, no word twice", () => {
  const matrix = matrixOf(
    ["Graph clustering", "graph clustering graph clustering"],
    ["Cats", "cats and dogs"],
  );
  const [first] = paperTerms(matrix, 3);
  expect(first.join(" ").toLowerCase().match(/graph/g)).toHaveLength(1);
});
