import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { termReadout } from "../../src/edges/readout.ts";
import { explainLink } from "../../src/explain/why.ts";
import { decodeMap } from "../../src/model/decode.ts";
import { NO_LABEL } from "../../src/model/edges.ts";
import { encodeMap } from "../../src/model/encode.ts";
import { buildMap } from "../../src/pipeline.ts";
import { BACKGROUND, type Background, isCommon, shareOf } from "../../src/text/background/background.ts";
import { keepLetters, keptBackground } from "../../src/text/background/saved.ts";
import { readBackground } from "../../src/text/background/table.ts";
import { lessGeneral } from "../../src/text/phrases/general.ts";
import { weighStems } from "../../src/text/terms/weights.ts";
import { textEvidence } from "../../src/worker/evidence.ts";
import { paper } from "../paper.ts";
import { letterOf } from "../quality/background/counts.ts";
import { rowsOf } from "../sparse-rows.ts";

const TABLE = [
  `${BACKGROUND} 4000 4000`,
  "best G",
  "constructor s",
  "graph g neural m",
  "neural g network h",
  "network d",
  "result B best k",
].join("\n");

describe("the table of the words of science", () => {
  it("says of each stem and pair how large a share of papers holds it", () => {
    const table = readBackground(TABLE);
    expect(table.letters(["graph", "graph neural", "neural network", "result", "result best"])).toBe("gmhBk");
    expect(table.letters(["unheard", "graph network", "network neural", "", "grap"])).toBe("zzzzz");
    // "a" is every paper; three letters further are two doublings: a quarter.
    expect([shareOf("a"), shareOf("d"), shareOf("G")]).toEqual([1, 0.25, 0.0625]);
    expect([isCommon("g"), isCommon("G")]).toEqual([false, true]);
  });
  it("knows no word that is not in it, whatever it is called", () => {
    expect(readBackground(TABLE).letters(["constructor", "__proto__", "toString"])).toBe("szz");
  });
  it("refuses another version by name", () => {
    expect(() => readBackground("2020-01 3 3\na b")).toThrow(/"2020-01 3 3".*expected 2026-11/);
  });
  it("is written in letters that say the share within a third", () => {
    fc.assert(
      fc.property(fc.double({ min: 2e-5, max: 1, noNaN: true }), fc.boolean(), (share, common) => {
        const letter = letterOf(share, common);
        expect(isCommon(letter)).toBe(common);
        expect(Math.abs(Math.log2(shareOf(letter) / share))).toBeLessThanOrEqual(1 / 3 + 1e-6);
      }),
    );
  });
});

describe("weights pooled with the background", () => {
  const background = readBackground(TABLE);
  it("count it as 4,000 papers beside those of the collection", () => {
    const { idf, common, letters } = weighStems(["result", "graph"], Uint32Array.of(80, 20), 100, background);
    expect(letters).toBe("Bg");
    // result: share 2^(−1/1.5) = .63, so 80 of 100 here and 2,520 of 4,000 there; graph: 2^−4, 20 and 250.
    expect(idf[0]).toBeCloseTo(Math.log(1 + 4100 / (80 + 4000 * 2 ** (-1 / 1.5))), 5);
    expect(idf[1]).toBeCloseTo(Math.log(1 + 4100 / 270), 5);
    expect([...common]).toEqual([1, 0]);
  });
  it("take a common word for one of the subject where it is three times as common as elsewhere", () => {
    // best: 1 in 16 elsewhere; 18 of 100 is less than three times that, 19 is more.
    const commonIn = (df: number) => weighStems(["best"], Uint32Array.of(df), 100, background).common[0];
    expect([commonIn(18), commonIn(19)]).toEqual([1, 0]);
  });
  it("leave a collection in words that it does not know as it is", () => {
    const { idf, letters } = weighStems(["ergebnis", "graph"], Uint32Array.of(3, 2), 9, background);
    expect(letters).toBeUndefined();
    expect(idf[0]).toBeCloseTo(Math.log(10 / 4) + 1, 5);
  });
});

describe("names", () => {
  it("are of words that say something by themselves; a phrase of a word that does stays as specific as its form is", () => {
    const matrix = {
      key: ["result", "best", "graph", "graph neural", "rare"],
      background: { stems: "BKgz", sum: 0 },
    };
    const table = {
      key: ["result", "graph", "graph neural", "best result", "rare", "new"],
      specificity: new Float32Array(6).fill(0.9),
    };
    const [result, graph, pair, common, rare, fresh] = lessGeneral(table, matrix);
    // result is common in every field: .2; graph: share 2^-4 = .0625, ln .0625 / ln .0005 = .365; two common words: .7.
    expect(result).toBeCloseTo(0.9 * 0.2, 5);
    expect(graph).toBeCloseTo(0.9 * (Math.log(2 ** -4) / Math.log(0.0005)), 5);
    expect(common).toBeCloseTo(0.9 * 0.7, 5);
    expect([pair, rare, fresh]).toEqual([0.9, 0.9, 0.9].map(Math.fround));
  });
});

describe("links", () => {
  it("are drawn where papers share more than words that are common everywhere", () => {
    const rows = rowsOf([
      [0.8, 0.6, 0],
      [0.8, 0, 0.6],
      [0.8, 0.6, 0],
    ]);
    const edges = {
      kind: "keyword" as const,
      directed: false,
      source: Uint32Array.of(0, 0, 1),
      target: Uint32Array.of(1, 2, 2),
      weight: Float32Array.of(0.64, 1, 0.64),
    };
    // 0 and 1 share column 0 alone: .8 × .8; 0 and 2 share column 1 too, .36 of 1.
    const names = ["best", "graph", "trial"];
    const kept = termReadout(edges, rows, names, Uint8Array.of(1, 0, 0), 0.1);
    expect([...kept.source]).toEqual([0]);
    expect([...kept.target]).toEqual([2]);
    expect([...kept.weight]).toEqual([1]);
    expect([...(kept.readout?.label ?? [])]).toEqual([1, NO_LABEL, NO_LABEL]);
    expect(kept.readout?.share[0]).toBeCloseTo(0.36);
    expect([...termReadout(edges, rows, names, new Uint8Array(3), 0.1).source]).toEqual([0, 0, 1]);
  });
});

describe("a saved map", () => {
  const papers = [
    paper({ title: "Best results of graph neural networks", abstract: "Graph networks give best results." }),
    paper({ title: "Best neural networks", abstract: "Results of a neural graph." }),
    paper({ title: "Results of networks", abstract: "The best network of graphs." }),
  ];
  const collection = { papers, files: [], merged: 0, edits: [], tour: [] };
  const table = async () => readBackground(TABLE);
  it("keeps what it needs of the background: its links are explained without the table", async () => {
    const made = await buildMap(collection, { background: BACKGROUND }, { background: table });
    const saved = await decodeMap([...encodeMap(made)]);
    expect(saved.background).toEqual(made.background);
    expect(saved.parameters.background).toBe(BACKGROUND);
    const explained = explainLink(saved, textEvidence(saved), 0, 1);
    expect(explained.agrees).toBe(true);
    expect(explained.terms.at(-1)?.term).toBe("results");
    const alone = await buildMap(collection);
    expect(alone.background).toBeUndefined();
    expect([...encodeMap(alone)].join("")).not.toContain("background");
  });
  it("is not made of a background that is named but not given", async () => {
    await expect(buildMap(collection, { background: BACKGROUND })).rejects.toThrow(/context\.background/);
  });
  it("knows its stems by their order, and by their names once the vocabulary is another", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1 }), (stems) => {
        const letters = stems.map((stem) => letterOf(1 / (1 + stem.length), false)).join("");
        let asked = 0;
        const kept: Background = keptBackground(keepLetters(stems, letters), () => {
          asked++;
          return stems;
        });
        expect(kept.letters(stems)).toBe(letters);
        expect(asked).toBe(0);
        const turned = [...stems].reverse();
        expect(kept.letters([...turned, "unheard-of"])).toBe(`${[...letters].reverse().join("")}z`);
      }),
    );
  });
});
