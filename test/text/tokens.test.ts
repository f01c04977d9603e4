import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Executor } from "../../src/kernel/executor.ts";
import { BREAK, type Tokens } from "../../src/model/text.ts";
import type { TokenOptions } from "../../src/text/tokens/build.ts";
import { tokenise, tokeniseOn } from "../../src/text/tokens/tokens.ts";
import { paper } from "../paper.ts";

const PLAIN: TokenOptions = { stopWords: [], synonyms: [] };
const read = (texts: readonly string[], options: TokenOptions = PLAIN) =>
  tokenise(
    texts.map((abstract) => paper({ title: "", abstract })),
    options,
  );
/** Words of paper i, "|" for BREAK. */
const words = (t: Tokens, i = 0) =>
  [...t.token.subarray(t.start[i], t.start[i + 1])].map((id) => (id === BREAK ? "|" : t.words[id])).join(" ");
const content = (t: Tokens, i = 0) =>
  [...t.token.subarray(t.start[i], t.start[i + 1])].filter((id) => t.stop[id] === 0).map((id) => t.words[id]);
const stemOf = (t: Tokens, word: string) => t.stems[t.stem[t.words.indexOf(word)]];

describe("tokenise", () => {
  test("title up to body, then abstract; BREAK at sentence ends, brackets and field ends", () => {
    const t = tokenise([paper({ title: "Deep nets", abstract: "We prune (a lot). It works" })], PLAIN);
    expect(words(t)).toBe("Deep nets | We prune | a lot | It works |");
    expect(t.body[0]).toBe(3);
  });

  test.each([
    [
      "compounds stay whole",
      "state-of-the-art ResNet-50 super-resolution",
      "state-of-the-art ResNet-50 super-resolution |",
    ],
    ["accents and scripts", "naïve Schrödinger Ωμέγα машинное", "naïve Schrödinger Ωμέγα машинное |"],
    ["signs of names", "C++ and C# and R&D", "C++ and C# and R&D |"],
    ["numbers with points", "industry 4.0 rose 3.5%.", "industry 4.0 rose 3.5 |"],
    ["possessives", "a driver's trip", "a driver trip |"],
    ["elisions", "l'apprentissage d’images qu’à", "apprentissage images à |"],
    ["Han characters in pairs", "深度学习", "深度 | 度学 | 学习 |"],
    ["katakana whole, hiragana as a gap", "ネットワークの学習", "ネットワーク | 学習 |"],
    ["no word from a rule of dashes", "a -- b --- ''", "a | b |"],
  ])("%s", (_what, given, expected) => {
    expect(words(read([given]))).toBe(expected);
  });

  test("inflections, cases and accents share a stem; compounds meet the words written apart", () => {
    const t = read(["Networks network naïve naive super-resolution pre-training pretraining GPS"]);
    expect(stemOf(t, "Networks")).toBe(stemOf(t, "network"));
    expect(stemOf(t, "naïve")).toBe(stemOf(t, "naive"));
    expect(stemOf(t, "super-resolution")).toBe("super resolut");
    expect(stemOf(t, "pre-training")).toBe(stemOf(t, "pretraining"));
    expect(stemOf(t, "GPS")).toBe("gps");
  });

  test("stop words are those of each paper's language", () => {
    const french = "Les réseaux de neurones sont dans la plupart des cas utilisés pour les images";
    const english = "The car is on the road and the son of the driver is in it";
    const t = read([english, french, english]);
    expect(content(t, 0)).toEqual(["car", "road", "son", "driver"]);
    expect(content(t, 2)).toEqual(content(t, 0));
    for (const stop of ["Les", "de", "dans", "la", "des", "pour", "les"])
      expect(content(t, 1)).not.toContain(stop);
    expect(content(t, 1)).toContain("réseaux");
  });

  test("the stop words of the user are meant in all their inflections, and as phrases", () => {
    expect(content(read(["model models run"], { ...PLAIN, stopWords: ["model"] }))).toEqual(["run"]);
    const t = read(["deep neural networks learn"], { ...PLAIN, stopWords: ["neural network"] });
    expect(words(t)).toBe("deep | learn |");
    // Also within compounds: a sub-network is then just "sub".
    const parts = read(["sub-networks learn", "networks learn"], { ...PLAIN, stopWords: ["network"] });
    expect(parts.stems).not.toContain("sub network");
  });

  test("the first phrase of a line stands for the others; capitals are meant as written", () => {
    const synonyms = [["convolutional network", "CNN", "conv nets"]];
    const t = read(["a CNN, two conv-nets, the cnn"], { ...PLAIN, synonyms });
    expect(words(t)).toBe("a convolutional network | two convolutional network | the cnn |");
  });

  test("whatever the text: the columns fit together, every word has a spelling, no two BREAKs in a row", () => {
    const text = fc.oneof(fc.string({ maxLength: 80 }), fc.string({ unit: "binary", maxLength: 80 }));
    fc.assert(
      fc.property(fc.array(fc.record({ title: text, abstract: text }), { maxLength: 6 }), (given) => {
        const t = tokenise(
          given.map((g) => paper(g)),
          PLAIN,
        );
        expect(t.start[given.length]).toBe(t.token.length);
        for (let i = 0; i < given.length; i++) {
          expect(t.body[i]).toBeGreaterThanOrEqual(t.start[i]);
          expect(t.body[i]).toBeLessThanOrEqual(t.start[i + 1]);
          if (t.start[i + 1] > t.start[i]) expect(t.token[t.start[i + 1] - 1]).toBe(BREAK);
        }
        for (const [at, id] of t.token.entries()) {
          expect(t.words[id]).toBeDefined();
          expect(t.stems[t.stem[id]]).toBeDefined();
          if (id !== BREAK) expect(t.words[id]).not.toBe("");
          else if (at > 0) expect(t.token[at - 1]).not.toBe(BREAK);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test("threads give the words and numbers that one gives, in a collection of several languages", async () => {
  const parts = [
    "We prune networks without loss and the results of Networks show it",
    "Les réseaux de neurones sont dans la plupart des cas utilisés pour les images",
    "Die Ergebnisse zeigen, dass die Methode bei der Analyse von Texten besser ist als andere",
  ];
  // Three blocks, one after the other.
  const papers = Array.from({ length: 700 }, (_, i) =>
    paper({ title: parts[i % 3], abstract: `${parts[(i * i) % 3]} (word${i}). `.repeat(180) }),
  );
  let runs = 0;
  const executor: Executor = {
    threads: 1,
    start: () => undefined,
    run: async (kernel, input, blocks) => {
      runs += blocks.length;
      return structuredClone(blocks).map((block) => structuredClone(kernel.run(input, block)));
    },
  };
  const options = { ...PLAIN, stopWords: ["loss"] };
  const { token, ...others } = tokenise(papers, options);
  const { token: cut, ...rest } = await tokeniseOn(executor, papers, options, undefined, 0);
  expect(rest).toEqual(others);
  expect(cut.every((id, at) => id === token[at])).toBe(true);
  expect(runs).toBe(3);
});
