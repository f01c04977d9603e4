import { describe, expect, test } from "vitest";
import { conceptNames, findConcepts } from "../../src/text/concepts/concepts.ts";
import { isName, nameKey, nameRoot, singularName, withoutSize } from "../../src/text/names/form.ts";
import { tokenise } from "../../src/text/tokens/tokens.ts";
import { headType } from "../../src/text/words/heads.ts";
import { paper } from "../paper.ts";

const conceptsOf = (abstracts: readonly string[], keywords: readonly string[][] = []) => {
  const papers = abstracts.map((abstract, i) =>
    paper({ title: `Entry ${i}`, abstract, keywords: keywords[i] ?? [] }),
  );
  return findConcepts(papers, tokenise(papers, { stopWords: [], synonyms: [] }));
};

describe("isName", () => {
  test.each(["ImageNet", "BERT", "ResNet-50", "word2vec", "CIFAR-10", "iPhone"])("%s is one", (w) => {
    expect(isName(w)).toBe(true);
  });
  test.each([
    "Network",
    "network",
    "Self-Supervised",
    "2D",
    "3x",
    "XIV",
    "2019",
    "self-attention",
    "mL",
    "kHz",
  ])("%s is none", (w) => {
    expect(isName(w)).toBe(false);
  });
});

test("spellings of one name share a key", () => {
  expect(["ResNet-50", "ResNet50", "ResNets", "ResNet", "ResNet-based"].map(nameKey)).toEqual([
    "resnet50",
    "resnet50",
    "resnet",
    "resnet",
    "resnet",
  ]);
});

test("names without what hangs on them, in the singular, without sizes; versions stay", () => {
  expect(["BERT-based", "GPU-accelerated", "ResNet-50"].map(nameRoot)).toEqual(["BERT", "GPU", "ResNet-50"]);
  expect(["GANs", "ResNets", "SARS", "CrossFocus"].map(singularName)).toEqual([
    "GAN",
    "ResNet",
    "SARS",
    "CrossFocus",
  ]);
  expect(
    ["ResNet-50", "EfficientNet-B7", "BERT-large", "MobileNetV2", "YOLOX", "BERT"].map(withoutSize),
  ).toEqual(["ResNet", "EfficientNet", "BERT", "MobileNetV2", "YOLOX", "BERT"]);
});

test("headType knows plurals", () => {
  expect(["corpora", "networks", "analyses", "accuracies", "bananas"].map((w) => headType(w)?.type)).toEqual([
    "dataset",
    "method",
    "method",
    "metric",
    undefined,
  ]);
});

describe("findConcepts", () => {
  test("merges sizes and plurals of a name that stands alone too", () => {
    const { name, rows } = conceptsOf([
      "We use ResNet here.",
      "We use ResNet-50 here.",
      "Peat.",
      "Moss.",
      "A ResNets story.",
    ]);
    expect(name).toEqual(["ResNet"]);
    expect(Array.from(rows.start)).toEqual([0, 1, 2, 2, 2, 3]);
  });
  test("tells tasks, data sets and acronyms apart", () => {
    const twice = (s: string) => [s, s, "Peat.", "Moss."];
    const types = (s: string) => conceptsOf(twice(s)).type;
    expect(types("We do coreference resolution and lesion segmentation.")).toContain("task");
    expect(types("We read the Penguin corpus.")).toContain("dataset");
    expect(types("The knowledge base (KB) and KB.")).toContain("acronym");
  });
  test("tells named things by their form and their company", () => {
    const type = (s: string) => conceptsOf([s, s, "Peat.", "Moss.", "Fen.", "Bog."]);
    const of = (s: string) => type(s).type[0];
    expect(of("By AUROC only.")).toBe("metric");
    expect(of("By UNet only.")).toBe("method");
    expect(of("On YouTube now.")).toBe("name");
    expect(type("In the UK again.").name).toEqual([]);
  });
  test("a head that needs its word is a method with it only; plural tasks are none", () => {
    const names = (s: string) => conceptsOf([s, s, "Peat.", "Moss.", "Fen.", "Bog."]).name;
    expect(names("We grow a random forest.")).toContain("random forest");
    expect(names("It burnt a boreal forest.")).toEqual([]);
    expect(names("On student learning.")).toEqual([]);
    expect(names("Our policy recommendations.")).toEqual([]);
    expect(names("On music recommendation.")).toContain("music recommendation");
  });
  test("drops what half of a small collection or one paper alone holds", () => {
    expect(conceptsOf(["BERT.", "BERT.", "BERT.", "GloVe."]).name).toEqual([]);
  });
  test("reads author keywords", () => {
    const { rows, name } = conceptsOf(
      ["With BERT.", "BERT.", "Peat.", "Moss.", "Fen.", "Bog."],
      [[], [], ["BERT"], ["bert"]],
    );
    expect(name).toEqual(["BERT"]);
    expect(rows.start[3]).toBe(3);
    expect(rows.start[4]).toBe(3);
  });
  test("rows have length 1, rare concepts weigh more and come first by name", () => {
    const table = conceptsOf(["BERT and GloVe.", "BERT and GloVe.", "BERT.", "Fen.", "Bog.", "Moss."]);
    const { rows } = table;
    expect(rows.value[0] ** 2 + rows.value[1] ** 2).toBeCloseTo(1, 5);
    expect(conceptNames(table)[0]).toEqual(["GloVe", "BERT"]);
  });
});
