import { describe, expect, test } from "vitest";
import { withoutSize, withoutTail } from "../../src/edges/mention-names.ts";
import { sentenceWith } from "../../src/edges/mention-sentence.ts";
import { mentionEdges } from "../../src/edges/mentions.ts";
import type { Paper } from "../../src/model/paper.ts";
import { buildTermMatrix } from "../../src/text/terms.ts";
import { tokenise } from "../../src/text/tokens.ts";
import { paper } from "../paper.ts";

/** "0>1 NAME: sentence" of every mention. */
const mentions = (papers: readonly Paper[]) => {
  const tokens = tokenise(papers, { stopWords: [], synonyms: [] });
  const { rows } = buildTermMatrix(tokens, { minDocumentFrequency: 1, titleWeight: 2 });
  const list = mentionEdges(papers, tokens, rows);
  return Array.from(
    list.source,
    (s, e) => `${s}>${list.target[e]} ${list.mentions?.[e].name}: ${list.mentions?.[e].sentence}`,
  );
};
const says = (abstract: string, more: Partial<Paper> = {}) =>
  paper({ title: `About ${abstract.length}`, abstract, ...more });

describe("mentionEdges", () => {
  test("links the paper that names a system to the one whose title introduces it, with the sentence", () => {
    expect(
      mentions([
        says("Peat is old. It beats WideResNet by far. So."),
        paper({ title: "WideResNet: Going wide" }),
      ]),
    ).toEqual(["0>1 WideResNet: It beats WideResNet by far."]);
  });
  test.each([
    "We propose PeatNet, which is new.",
    "We present a new model called PeatNet.",
    "The model, which we call PeatNet, is new.",
    "In this paper we introduce the peat bog network (PeatNet).",
  ])("an introduction: %s", (abstract) => {
    expect(mentions([says(abstract), says("We compare with PeatNet on moss.")])).toEqual([
      "1>0 PeatNet: We compare with PeatNet on moss.",
    ]);
  });
  test.each([
    "We present PeatNet models of moss.",
    "We propose a method for the training of networks on data (PeatNet).",
    "Others know it as PeatNet.",
  ])("no introduction: %s", (abstract) => {
    expect(mentions([says(abstract), says("We compare with PeatNet on moss.")])).toEqual([]);
  });
  test("sizes and plurals name the system, V2 another one", () => {
    const head = paper({ title: "PeatNet: A bog" });
    const named = (word: string) => mentions([head, says(`We use ${word} here.`)]).length;
    expect(["PeatNets", "PeatNet-B7", "PeatNet50", "PeatNet-based", "PeatNetV2"].map(named)).toEqual([
      1, 1, 1, 1, 0,
    ]);
  });
  test("a name that two papers claim belongs to neither", () => {
    expect(
      mentions([paper({ title: "PeatNet: One" }), paper({ title: "PeatNet: Two" }), says("PeatNet again.")]),
    ).toEqual([]);
  });
  test("a word that is used in lower case too is no name", () => {
    expect(
      mentions([
        paper({ title: "Reformer: A model" }),
        says("The Reformer wins."),
        says("A reformer writes."),
      ]),
    ).toEqual([]);
  });
  test("never to a paper that came later, nor when someone older knows the name", () => {
    const head = paper({ title: "PeatNet: A bog", year: 2020 });
    expect(mentions([head, says("We use PeatNet.", { year: 2021 })])).toHaveLength(1);
    expect(mentions([head, says("We use PeatNet.", { year: 2019 })])).toEqual([]);
    expect(
      mentions([head, says("We use PeatNet.", { year: 2019 }), says("And PeatNet too.", { year: 2022 })]),
    ).toEqual([]);
  });
  test("a name inside a longer name is another system", () => {
    expect(mentions([paper({ title: "PeatNet: A bog" }), says("We use Mossy PeatNet here.")])).toEqual([]);
  });
  test("no papers, no edges", () => {
    expect(mentions([])).toEqual([]);
  });
});

test("withoutTail and withoutSize", () => {
  expect(["BERT-based", "GPTs", "ResNet-50"].map(withoutTail)).toEqual(
    ["BERT", "GPT", "ResNet-50"].map((w, i) => (i === 1 ? "GPTs" : w)),
  );
  expect(["ResNet-50", "EfficientNet-B7", "BERT-large", "MobileNetV2"].map(withoutSize)).toEqual([
    "ResNet",
    "EfficientNet",
    "BERT",
    "MobileNetV2",
  ]);
});

test("sentenceWith finds whole words and whole sentences", () => {
  expect(sentenceWith("We like PeatNetwork. We use PeatNet (v. 2.1) now. End.", "PeatNet")).toBe(
    "We use PeatNet (v. 2.1) now.",
  );
  expect(sentenceWith("Nothing.", "PeatNet")).toBeUndefined();
  expect(sentenceWith(`${"very ".repeat(200)}PeatNet`, "PeatNet")?.length).toBeLessThanOrEqual(400);
});
