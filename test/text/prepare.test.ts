import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareText } from "../../src/text/clean/prepare.ts";

/** Runs of spaces as one: how many a removal leaves makes no difference to words. */
const clean = (text: string) => prepareText(text).replace(/\s+/g, " ").trim();

describe("prepareText", () => {
  test.each([
    ["addresses", "Code is at https://example.org/a?b=1 for all", "Code is at . for all"],
    ["HTML inside words", "H<sub>2</sub>O and <i>in vivo</i>", "H2O and in vivo"],
    ["doubly escaped entities", "R&amp;amp;D in M&uuml;nster", "R&D in Münster"],
    ["comparisons are no tags", "p < 0.05 and a > b", "p < 0.05 and a > b"],
    ["JATS headings", "<jats:title>Methods:</jats:title><jats:p>We test.</jats:p>", ". We test."],
    ["MathML names", "the <mml:math><mml:mi>k</mml:mi></mml:math>-means", "the k-means"],
    ["LaTeX names", "$k$-means and $\\epsilon$-greedy", "k-means and ϵ-greedy"],
    ["LaTeX formulas", "Let $M = H^3/\\Gamma$ be", "Let M = H³/Γ be"],
    ["LaTeX formulas, oddly spaced", "a $ \\sigma $-set at P$<$0.7", "a σ -set at P<0.7"],
    ["accents set before their letter", "na \u0308ıve", "naïve"],
    ["money", "costs $5 and $10 a day", "costs $5 and $10 a day"],
    ["escapes", "99\\% of 32times32 images", "99% of 32×32 images"],
    ["LaTeX accents", "Schr\\\"odinger, Erd\\H{o}s and Ji\\v{r}\\'i", "Schrödinger, Erdős and Jiří"],
    ["line-end hyphens", "image recog-\nnition", "image recognition"],
    ["suspended hyphens", "two- and three-dimensional", "two- and three-dimensional"],
    ["headings", "BACKGROUND: We ask. Methods and Results: We test.", ". We ask. . We test."],
    ["capital headings without colon", "OBJECTIVE To ask. RESULTS We found it.", ". To ask. . We found it."],
    ["a colon in prose", "We show one thing: cats sleep.", "We show one thing: cats sleep."],
    ["a name before a colon", "It works. ResNet: a network.", "It works. ResNet: a network."],
  ])("%s", (_what, given, expected) => {
    expect(clean(given)).toBe(expected);
  });

  test("copyright lines go, behind and in front; (c) in a list stays", () => {
    const prose = "We measure the thing that nobody has measured and find it to be large.";
    expect(clean(`${prose} (c) 2017 Wiley Periodicals, Inc. J. Polym. Sci.`)).toBe(prose);
    expect(clean(`${prose} © 2019 The Authors. Published by Elsevier Ltd.`)).toBe(prose);
    expect(clean(`${prose} (C) The Electrochemical Society of Japan, All rights reserved.`)).toBe(prose);
    expect(clean(`${prose} Copyright: © 2020 Someone`)).toBe(prose);
    expect(clean(`© 2019 Elsevier Ltd. All rights reserved. ${prose}`)).toBe(prose);
    expect(clean("Laws on the copyright of the works of 2010 are old.")).toContain("2010 are old");
    expect(clean("We do (a) this, (b) that and (c) the rest.")).toBe(
      "We do (a) this, (b) that and (c) the rest.",
    );
  });

  test("never fails", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(typeof prepareText(text)).toBe("string");
      }),
      { numRuns: 40 },
    );
  });

  test("hostile text does not grow by being cleaned", () => {
    for (const unit of [
      "<a ",
      "$a ",
      "\\begin{a}",
      "&amp",
      "<title>",
      "Methods and ",
      "- a",
      "(c) A",
      "{\\'",
    ])
      expect(prepareText(unit.repeat(5_000)).length).toBeLessThan(200_000);
  });
});
