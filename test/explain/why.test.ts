import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locateTokens } from "../../src/explain/locate.ts";
import { sharedCiters, sharedWorks } from "../../src/explain/references.ts";
import { mostSimilar } from "../../src/explain/similar.ts";
import { explainLink, linksBetween } from "../../src/explain/why.ts";
import type { Paper } from "../../src/model/paper.ts";
import { sentences } from "../../src/prose/sentences.ts";
import { buildTermMatrix } from "../../src/text/terms/terms.ts";
import { tokenise } from "../../src/text/tokens/tokens.ts";
import { anyText, sampleMap, samplePaper } from "../sample-map.ts";

function textOf(papers: readonly Paper[]) {
  const tokens = tokenise(papers, { stopWords: [], synonyms: [] });
  return { tokens, matrix: buildTermMatrix(tokens, { minDocumentFrequency: 1, titleWeight: 2 }) };
}

const PAPERS = [
  samplePaper(0, {
    title: "Pruning filters for efficient networks",
    abstract:
      "We prune whole filters. Channel pruning lowers the cost of ResNets, e.g. ResNet-50. Nothing else is new.",
  }),
  samplePaper(1, {
    title: "Learning to prune channels",
    abstract: "It is known that (channel pruning) works well. Networks become smaller.",
  }),
  samplePaper(2, { title: "Protein folding", abstract: "Proteins fold." }),
];

describe("explainLink", () => {
  const map = sampleMap({ papers: PAPERS });
  const text = textOf(PAPERS);
  const why = explainLink(map, text, 0, 1);

  test("the contributions of the shared terms sum to the cosine, best first, as surface forms", () => {
    const sum = why.terms.reduce((total, term) => total + term.contribution, 0);
    expect(Math.abs(sum - why.cosine)).toBeLessThan(1e-6);
    expect(why.terms.reduce((total, term) => total + term.share, 0)).toBeCloseTo(1, 6);
    const shares = why.terms.map((term) => term.share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    const terms = why.terms.map((term) => term.term.toLowerCase());
    expect(terms).toContain("channel pruning");
    expect(terms.some((term) => term.startsWith("prun"))).toBe(true);
  });

  test("any two texts: the shares sum to 1 and the contributions to the cosine of the rows within 1e-6", () => {
    const word = fc.constantFrom(
      "graph",
      "graphs",
      "node",
      "deep",
      "network",
      "constructor",
      "__proto__",
      "of",
      ".",
    );
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const papers = [a, b, c].map((abstract, i) => samplePaper(i, { title: `Deep ${i}`, abstract }));
        const texts = textOf(papers);
        const { terms, cosine } = explainLink(sampleMap({ papers }), texts, 0, 1);
        const stored = mostSimilar(texts.matrix.rows, 0, 3).find(({ paper }) => paper === 1)?.cosine ?? 0;
        expect(
          Math.abs(terms.reduce((sum, { contribution }) => sum + contribution, 0) - stored),
        ).toBeLessThan(1e-6);
        expect(Math.abs(cosine - stored)).toBeLessThan(1e-6);
        const shares = terms.reduce((sum, { share }) => sum + share, 0);
        expect(Math.abs(shares - (stored > 0 ? 1 : 0))).toBeLessThan(1e-6);
      }),
    );
  });

  test("the cosine is that of the rows, whichever paper comes first", () => {
    expect(why.cosine).toBe(explainLink(map, text, 1, 0).cosine);
    expect(why.cosine).toBeCloseTo(mostSimilar(text.matrix.rows, 0, 1)[0].cosine, 6);
    expect(explainLink(map, text, 0, 0).cosine).toBeCloseTo(1, 5);
  });

  test("sentences stand side by side, their shared words marked in the papers' own texts", () => {
    const shown = why.passages[0].passages.map(({ paper, field, start, end, marks }) => ({
      sentence: PAPERS[paper][field].slice(start, end),
      marked: marks.map((mark) => PAPERS[paper][field].slice(mark.start, mark.end)),
    }));
    expect(shown[0].sentence).toBe("Channel pruning lowers the cost of ResNets, e.g. ResNet-50.");
    expect(shown[0].marked[0]).toBe("Channel pruning");
    expect(shown[1].sentence).toBe("It is known that (channel pruning) works well.");
    expect(shown[1].marked).toEqual(["channel pruning"]);
  });

  test("papers that share nothing", () => {
    expect(explainLink(map, text, 0, 2)).toMatchObject({ cosine: 0, terms: [], passages: [], concepts: [] });
  });

  test("a stored weight that the texts do not give is told", () => {
    // the sample says 0.5 for papers 0 and 1
    expect(why.links[0]).toEqual({ kind: "keyword", weight: 0.5 });
    expect(why.agrees).toBe(false);
    const [keyword, ...rest] = map.edges;
    const edges = [{ ...keyword, weight: Float32Array.of(why.cosine, 0.1) }, ...rest];
    expect(explainLink({ ...map, edges }, text, 0, 1).agrees).toBe(true);
  });

  test("links of every kind in either direction", () => {
    expect(linksBetween(map, 0, 1)).toEqual([
      { kind: "keyword", weight: 0.5 },
      { kind: "mention", weight: 1, from: 1, name: "GraphX", sentence: "We extend GraphX." },
    ]);
    expect(linksBetween(map, 0, 2)).toEqual([{ kind: "citation", weight: 1, from: 2 }]);
    expect(linksBetween(map, 0, 3)).toEqual([]);
  });
});

describe("shared references", () => {
  // Works 0, 1, 2 are the papers, 3 and 4 lie outside. 0 cites 2, 3, 4; 1 cites 2, 4; 2 cites 0, 1, 4.
  const cited = {
    start: Uint32Array.of(0, 3, 5, 8),
    work: Uint32Array.of(2, 3, 4, 2, 4, 0, 1, 4),
    outside: ["Smith 1999", "Jones 2001"],
  };

  test("works that both cite, the rarer first; and who cites both", () => {
    expect(sharedWorks(cited, 0, 1)).toEqual([
      { paper: 2, citers: 2 },
      { reference: "Jones 2001", citers: 3 },
    ]);
    expect(sharedCiters(cited, 0, 1)).toEqual([2]);
    expect(sharedCiters(cited, 0, 2)).toEqual([]);
  });

  test("are in the explanation where references are at hand", () => {
    const map = sampleMap({ papers: PAPERS });
    const text = textOf(PAPERS);
    expect(explainLink(map, text, 0, 1)).toMatchObject({ references: [], citers: [] });
    expect(explainLink(map, { ...text, references: cited }, 0, 1)).toMatchObject({ citers: [2] });
  });
});

describe("places of tokens", () => {
  const located = (paper: Paper) => {
    const tokens = tokenise([paper], { stopWords: [], synonyms: [] });
    return locateTokens(tokens, paper, 0).flatMap((place) =>
      place ? [paper[place.field].slice(place.start, place.end)] : [],
    );
  };

  test("accents, compounds and repeated words are found where they stand", () => {
    const paper = samplePaper(0, { title: "Naïve ResNet-50", abstract: "naïve, Naïve; state-of-the-art" });
    expect(located(paper)).toEqual(["Naïve", "ResNet-50", "naïve", "Naïve", "state-of-the-art"]);
  });

  test("any text: places ascend within their field and never leave it", () => {
    fc.assert(
      fc.property(anyText, anyText, (title, abstract) => {
        const paper = samplePaper(0, { title: `Graph ${title}`, abstract });
        const tokens = tokenise([paper], { stopWords: [], synonyms: [] });
        let [field, last] = ["title", -1];
        for (const place of locateTokens(tokens, paper, 0)) {
          if (!place) continue;
          if (place.field !== field) [field, last] = [place.field, -1];
          expect(place.start).toBeGreaterThan(last);
          expect(place.end).toBeLessThanOrEqual(paper[place.field].length);
          last = place.start;
        }
      }),
    );
  });
});

describe("sentences", () => {
  const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

  test.each([
    ["One. Two! Three? 4 is four.", ["One.", "Two!", "Three?", "4 is four."]],
    [
      "It costs 3.5 s, i.e. Much less (cf. Fig. 2). Done.",
      ["It costs 3.5 s, i.e. Much less (cf. Fig. 2).", "Done."],
    ],
    ["J. Smith et al. Found it.", ["J. Smith et al. Found it."]],
    ["第一句。第二句。", ["第一句。", "第二句。"]],
    ["", []],
  ])("%s", (text, expected) => expect(cut(text)).toEqual(expected));

  test("sentences are in order, do not overlap and leave out only space", () => {
    fc.assert(
      fc.property(anyText, fc.nat(3), (text, copies) => {
        const whole = `${text}. A `.repeat(copies + 1);
        let end = 0;
        for (const sentence of sentences(whole)) {
          expect(whole.slice(end, sentence.start).trim()).toBe("");
          expect(sentence.end).toBeGreaterThan(sentence.start);
          end = sentence.end;
        }
        expect(whole.slice(end).trim()).toBe("");
      }),
    );
  });
});
