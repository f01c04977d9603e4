import { describe, expect, it } from "vitest";
import { trimAbstract } from "../../src/prose/abstract.ts";
import { latexToText } from "../../src/prose/latex.ts";
import { stripMarkup } from "../../src/prose/markup.ts";
import { plainText } from "../../src/prose/plain.ts";

describe("plainText", () => {
  it.each([
    ["costs $5 and $10 a day", "costs $5 and $10 a day"],
    ["from $11 to $20B (2010$), $6-$170 each", "from $11 to $20B (2010$), $6-$170 each"],
    ["$I(1)$ factors, the $XXZ$ chain", "I(1) factors, the XXZ chain"],
    ["Random \\v{C}ech complexes at D{\\O}", "Random Čech complexes at DØ"],
    ["co\\-re\\-fe\\-rence", "coreference"],
    ["at P$<$0.7", "at P<0.7"],
    ["na \u0308ıve", "naïve"],
    ["sets {a, b} of size 2^{n}", "sets {a, b} of size 2^{n}"],
  ])("%s is %s", (raw, text) => {
    expect(plainText(raw)).toBe(text);
    expect(plainText(text)).toBe(text);
  });
});

describe("latexToText", () => {
  it.each([
    ['{\\"U}ber', "Über"],
    ['na{\\"\\i}ve', "naïve"],
    ['G\\"odel', "Gödel"],
    ["{\\L}ukasiewicz", "Łukasiewicz"],
    ["\\v{C}ech", "Čech"],
    ["\\c c", "ç"],
    ["{\\o}stl{\\o}kka", "østløkka"],
    ['$\\alpha$-H\\"older', "α-Hölder"],
    ["$H_2O$ and $x^{2}$", "H₂O and x²"],
    ["a $5 loan", "a $5 loan"],
    ["$5 and $6 more", "$5 and $6 more"],
    ["10--20 --- so", "10–20 — so"],
    ["``quoted''", "“quoted”"],
    ["\\emph{very} \\textbf{bold}", "very bold"],
    ["50\\% \\& more\\_less", "50% & more_less"],
    ["{D}eep {L}earning", "Deep Learning"],
    ["\\LaTeX{} rules", "LaTeX rules"],
    ["$\\mathcal{O}(n)$", "O(n)"],
    ["a~b", "a b"],
    ["\\'{\\i}", "í"],
    ["Stra{\\ss}e", "Straße"],
  ])("%s is %s", (latex, text) => expect(latexToText(latex)).toBe(text));
  it("is linear in nesting and in length", () => {
    const deep = `${"{".repeat(50_000)}x${"}".repeat(50_000)}`;
    expect(latexToText(deep)).toBe("x");
    expect(latexToText("$".repeat(100_000)).length).toBeGreaterThanOrEqual(0);
    expect(latexToText("\\'".repeat(100_000)).length).toBeGreaterThanOrEqual(0);
  });
});

describe("markup", () => {
  it.each([
    ["<i>E. coli</i> in H<sub>2</sub>O", "E. coli in H2O"],
    ["x<y and z>w", "x<y and z>w"],
    ["A &amp; B &lt; C", "A & B < C"],
    ["&amp;lt;i&amp;gt;twice&amp;lt;/i&amp;gt;", "twice"],
    ["<jats:p>One.</jats:p><jats:p>Two.</jats:p>", " One.  Two. "],
    ["<mml:math><mml:mi>x</mml:mi><annotation>\\x</annotation></mml:math>", "x"],
    ["caf&eacute; &#233; &#xe9;", "café é é"],
    ["&Scaron;koda &nacute;", "Škoda ń"],
    ["&unknown; &", "&unknown; &"],
  ])("%s", (markup, text) => expect(stripMarkup(markup)).toBe(text));
  it("does not go quadratic on brackets that never close", () => {
    expect(stripMarkup("<a ".repeat(50_000)).length).toBe(150_000);
    expect(stripMarkup("<!--".repeat(20_000)).length).toBe(80_000);
  });
});

describe("abstracts", () => {
  it("drops copyright notices and labels", () => {
    const text =
      "We measure the rivers of the north with gauges, and find that they carry less than in the years before.";
    for (const tail of [
      " © 2020 Elsevier Ltd. All rights reserved.",
      " (C) 1999 Academic Press.",
      " Copyright © 2001 ACM.",
      " (C) The Electrochemical Society of Japan, All rights reserved.",
      " Author(s) retain copyright, but ASIS&T receives an exclusive publication license.",
    ])
      expect(trimAbstract(text + tail)).toBe(text);
    expect(trimAbstract(`© 2020 IEEE. ${text}`)).toBe(text);
    expect(trimAbstract(`© 2019 Elsevier B.V. All rights reserved. ${text}`)).toBe(text);
    expect(trimAbstract(`Abstract: ${text}`)).toBe(text);
  });
  it.each([
    " The lecture notes were published by Springer in 2010.",
    " News publishers make copyright claims on the web since 2010.",
    " We do (a) this, (b) that and (c) the rest.",
  ])("a sentence that only speaks of it stays:%s", (last) => {
    expect(trimAbstract(`We measure.${last}`)).toBe(`We measure.${last}`);
  });
});
