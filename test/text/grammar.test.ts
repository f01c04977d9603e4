import { describe, expect, test } from "vitest";
import { findCasing } from "../../src/text/phrases/casing.ts";
import { findGrammar } from "../../src/text/phrases/grammar.ts";
import { findPhrases } from "../../src/text/phrases/phrases.ts";
import { specificity } from "../../src/text/phrases/specificity.ts";
import { tokenise } from "../../src/text/tokens/tokens.ts";
import { paper } from "../paper.ts";

const tokensOf = (...abstracts: string[]) =>
  tokenise(
    abstracts.map((abstract, i) => paper({ title: `Paper ${i}`, abstract })),
    { stopWords: [], synonyms: [] },
  );

/** What one word is found to be. */
function judge(word: string, ...abstracts: string[]) {
  const tokens = tokensOf(...abstracts);
  const casing = findCasing(tokens);
  const { verb, modifier, nounless } = findGrammar(tokens, casing);
  const id = casing.fold[tokens.words.indexOf(word)];
  return { verb: verb[id], modifier: modifier[id], nounless: nounless[id] };
}

describe("findGrammar", () => {
  test("a word with an object behind it or a helper before it is a verb: here 2 of 3 times", () => {
    const { verb } = judge("prune", "We prune the trees.", "To prune is an art.", "The prune of the year.");
    expect(verb).toBe(1);
  });
  test("a noun is none, though a verb follows it", () => {
    expect(judge("pruning", "The pruning of trees. A pruning is slow. Of pruning.")).toMatchObject({
      verb: 0,
      nounless: 0,
    });
  });
  test("a word that always stands before another one is a modifier", () => {
    const five = "A fine-grained class. The fine-grained task of fine-grained tagging by fine-grained trees.";
    expect(judge("fine-grained", `${five} In fine-grained detail.`).modifier).toBe(1);
    expect(judge("fine-grained", `${five} It is fine-grained.`).modifier).toBe(0);
  });
  test("a word that never stands where nouns do is no noun", () => {
    expect(judge("stacked", "The layers are stacked on the ground. A net of layers.").nounless).toBe(1);
  });
});

describe("phrases by the company of their words", () => {
  const surface = (...abstracts: string[]) => findPhrases(tokensOf(...abstracts)).surface;

  test("hold no verb", () => {
    const text = "We forage honey bees. To forage honey bees. They forage honey bees.";
    expect(surface(text, text)).not.toContain("forage honey bees");
    expect(surface(text, text)).toContain("honey bees");
  });
  test("domain adjectives with a common noun are phrases, vague ones with it are not", () => {
    const text = "The medical images of patients. On different models.";
    expect(surface(text, text)).toContain("medical images");
    expect(surface(text, text)).not.toContain("different models");
  });
  test("a phrase without its empty head is no fragment", () => {
    const text = "A channel pruning method is a channel pruning method.";
    expect(surface(text, text)).toContain("channel pruning");
  });
});

describe("long forms of acronyms", () => {
  const surface = (...abstracts: string[]) => findPhrases(tokensOf(...abstracts)).surface;

  test("lose the capitals of their definition where running text has none", () => {
    expect(surface("On Artificial Intelligence (AI).", "The artificial one has intelligence.")).toContain(
      "artificial intelligence (AI)",
    );
  });
  test("keep them where a word is never written otherwise", () => {
    expect(surface("The Linguistic Data Consortium (LDC).", "Of linguistic data.")).toContain(
      "Linguistic Data Consortium (LDC)",
    );
  });
  test("are left alone where one paper of many means its own thing", () => {
    const users = Array.from({ length: 6 }, () => "Fine-tuning of BART is slow.");
    expect(surface("The Beautiful Anaphora Resolution Toolkit (BART).", ...users)).toContain("BART");
  });
});

describe("specificity", () => {
  test("subjects say more than empty heads, metrics, data sets and names of one system", () => {
    expect(specificity("network pruning")).toBe(1);
    for (const less of [
      "pruning method",
      "top-1 accuracy",
      "Kitti dataset",
      "ResNet-50 training",
      "ResNet-50",
    ])
      expect(specificity(less)).toBeLessThan(0.8);
  });
  test("the acronym of a system is one, that of a term is not", () => {
    expect(specificity("stitchable neural networks (SN-Net)")).toBeLessThan(0.8);
    expect(specificity("neural architecture search (NAS)")).toBe(1);
    // What has an acronym of its own is a term, whatever it ends in.
    expect(specificity("compute unified device architecture (CUDA)")).toBe(1);
  });
});
