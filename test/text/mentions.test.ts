import { describe, expect, test } from "vitest";
import type { Paper } from "../../src/model/paper.ts";
import { findMentions } from "../../src/text/mentions/mentions.ts";
import { createRelatedness } from "../../src/text/mentions/relatedness.ts";
import { sentenceWith } from "../../src/text/mentions/sentence.ts";
import { buildTermMatrix } from "../../src/text/terms/terms.ts";
import { tokenise } from "../../src/text/tokens/tokens.ts";
import { paper } from "../paper.ts";

/** "0>1 NAME: sentence" of every mention. */
const mentions = (papers: readonly Paper[]) => {
  const tokens = tokenise(papers, { stopWords: [], synonyms: [] });
  const matrix = buildTermMatrix(tokens, { minDocumentFrequency: 1, titleWeight: 2 });
  const list = findMentions(papers, tokens, matrix);
  return Array.from(
    list.source,
    (s, e) => `${s}>${list.target[e]} ${list.quoted[e].name}: ${list.quoted[e].sentence}`,
  );
};
const says = (abstract: string, more: Partial<Paper> = {}) =>
  paper({ title: `About ${abstract.length}`, abstract, ...more });

describe("findMentions", () => {
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
    "Our models, named PeatNet, are new.",
    "The resulting corpus, called 'PeatNet', is new.",
    "We build PeatNet, a large set.",
    "We present a new architecture (PeatNet) for moss.",
    "We present the Irish PeatNet corpus, the first of its kind.",
    "We describe some methods used in the development of PeatNet.",
  ])("an introduction: %s", (abstract) => {
    expect(mentions([says(abstract), says("We compare with PeatNet on moss.")])).toEqual([
      "1>0 PeatNet: We compare with PeatNet on moss.",
    ]);
  });
  test.each([
    "We present PeatNet models of moss.",
    "We propose a method for the training of networks on data (PeatNet).",
    "Others know it as PeatNet.",
    "A model, named PeatNet, is known.",
    "We build PeatNet models.",
    "We present a large PeatNet corpus.",
    "The development of PeatNet took years.",
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
  test("so does a size behind a version; two words name a system that is one", () => {
    expect(
      mentions([paper({ title: "PeatNetV2: A bog" }), says("We use PeatNetV2-S."), says("And PeatNetV3-S.")]),
    ).toEqual(["1>0 PeatNetV2: We use PeatNetV2-S."]);
    expect(
      mentions([paper({ title: "PeatBogNet: A bog" }), says("We use Peat BogNet. PeatBog? BogNet!")]),
    ).toEqual(["1>0 PeatBogNet: We use Peat BogNet."]);
  });
  test("a name that contracts a whole title, its first word whole, is that paper's", () => {
    const wide = paper({ title: "Wide Residual Networks" });
    expect(mentions([wide, says("We use WideResNet-40.")])).toEqual([
      "1>0 WideResNet: We use WideResNet-40.",
    ]);
    expect(mentions([wide, says("We use WideResNet-40."), says("Then Wide ResNet.")])).toHaveLength(2);
    expect(mentions([wide, says("We use WideDenseNet, WiResNet and ResNet.")])).toEqual([]);
    expect(mentions([paper({ title: "Pointer Networks" }), says("We use PointNet.")])).toEqual([]);
    expect(mentions([paper({ title: "Very Wide Residual Networks" }), says("We use WideResNet.")])).toEqual(
      [],
    );
  });
  test.each(["The PeatNet corpus: Moss", "PeatNet Dataset: Moss", "Introducing PeatNet: Moss"])(
    "the head of %s",
    (title) => {
      expect(mentions([paper({ title }), says("We use PeatNet.")])).toHaveLength(1);
    },
  );
  test("so do a name in the brackets of a title, and what a title spells out", () => {
    const user = says("We use PeatNet.");
    expect(mentions([paper({ title: "Networks of moss (PeatNet): A bog" }), user])).toHaveLength(1);
    const abstract = "We take part in Peat and networks (PeatNet), a task.";
    expect(mentions([paper({ title: "Task 4: Peat and networks", abstract }), user])).toHaveLength(1);
    expect(mentions([paper({ title: "Task 4: Bogs", abstract }), user])).toEqual([]);
  });
  test("a word in capitals is a name where title and authors both say so, whatever its letters mean below", () => {
    const user = says("Data such as DROP.");
    const drop = (abstract: string) => [
      paper({ title: "DROP: A set", abstract }),
      user,
      says("A drop of water."),
    ];
    expect(mentions(drop("We introduce DROP, a set."))).toHaveLength(1);
    expect(mentions(drop("A set."))).toEqual([]);
  });
  test("a name behind the same capitalised word as its authors write is theirs", () => {
    const head = paper({ title: "PeatNet: A bog", abstract: "The Irish PeatNet is large." });
    expect(mentions([head, says("We use the Irish PeatNet."), says("The Dutch PeatNet.")])).toHaveLength(1);
  });
  test("two ordinary words side by side are no name", () => {
    const head = paper({ title: "PeatBogs: A system" });
    expect(mentions([head, says("Into Peat Bogs.")])).toHaveLength(1);
    expect(mentions([head, says("Into Peat Bogs."), says("Wet peat bogs.")])).toEqual([]);
  });
  test("a name that many hold is a word of the field, one in mixed case only from 11 papers on", () => {
    const head = says("We present a model called PeatNet.");
    const users = (n: number) => Array.from({ length: n }, (_, i) => says(`We use PeatNet${"!".repeat(i)}`));
    expect(mentions([head, ...users(9)])).toHaveLength(9);
    expect(mentions([head, ...users(10)])).toEqual([]);
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
  test("spellings of a name are one, unless its letters are an ordinary word here or shouted", () => {
    const head = paper({ title: "CoSaMP: A pursuit" });
    expect(mentions([head, says("We use CoSamp here.")])).toHaveLength(1);
    expect(mentions([paper({ title: "MERLiN: A net" }), says("We use MERLIN here.")])).toEqual([]);
    const profit = paper({ title: "ProFIT: A language" });
    expect(mentions([profit, says("A ProFIT program.")])).toHaveLength(1);
    expect(mentions([profit, says("On Profit."), says("Their profit.")])).toEqual([]);
  });
  test("a paper that spells the name out in other words means another thing", () => {
    const head = paper({ title: "MemArc: Memory of contexts", abstract: "An archive." });
    expect(mentions([head, says("We use memory archives (MemArc) daily.")])).toHaveLength(1);
    expect(mentions([head, says("We use member architecture (MemArc) daily.")])).toEqual([]);
  });
  test("a dash after a plain name at the head of a title introduces nothing", () => {
    const user = says("The Racah operators of a group.");
    expect(mentions([paper({ title: "Racah: a system" }), user])).toHaveLength(1);
    expect(mentions([paper({ title: "Racah – Wigner symbols" }), user])).toEqual([]);
  });
  test("no papers, no edges", () => {
    expect(mentions([])).toEqual([]);
  });
});

test("relatedness leaves out the terms that hold the name: cosine .5 + .04 with them, .04 without", () => {
  // Papers 0 and 1 share "nemo-3" and a little "peat"; the mean over the three pairs is (.54 + 0 + 0) / 3 = .18.
  const a = Math.sqrt(0.5);
  const rows = {
    start: Uint32Array.from([0, 3, 6, 7]),
    column: Uint32Array.from([0, 1, 2, 0, 1, 3, 4]),
    value: Float32Array.from([a, 0.2, Math.sqrt(0.46), a, 0.2, Math.sqrt(0.46), 1]),
    width: 5,
  };
  const key = ["nemo", "peat", "ocean", "neutrino", "kite"];
  // 4 · .18 = .72 is more than either: with 20 unrelated papers more the mean is .54 / 253 = .002.
  const many = {
    ...rows,
    start: Uint32Array.from([...rows.start, ...Array.from({ length: 20 }, (_, i) => 8 + i)]),
    column: Uint32Array.from([...rows.column, ...Array.from({ length: 20 }, (_, i) => 5 + i)]),
    value: Float32Array.from([...rows.value, ...Array.from({ length: 20 }, () => 1)]),
    width: 25,
  };
  const keys = [...key, ...Array.from({ length: 20 }, (_, i) => `word${i}`)];
  expect(createRelatedness({ rows, key }, ["nemo-3"])(0, 1, "nemo-3")).toBe(false);
  expect(createRelatedness({ rows: many, key: keys }, ["nemo-3"])(0, 1, "nemo-3")).toBe(true);
  expect(createRelatedness({ rows: many, key: keys }, ["nemo-3", "peat"])(0, 1, "nemo-3", "peat")).toBe(
    false,
  );
});

test("sentenceWith finds whole words and whole sentences", () => {
  expect(sentenceWith("We like PeatNetwork. We use PeatNet (v. 2.1) now. End.", "PeatNet")).toBe(
    "We use PeatNet (v. 2.1) now.",
  );
  expect(sentenceWith("Nothing.", "PeatNet")).toBeUndefined();
  expect(sentenceWith(`${"very ".repeat(200)}PeatNet`, "PeatNet")?.length).toBeLessThanOrEqual(400);
});
