import { describe, expect, it } from "vitest";
import { toBibtex } from "../../src/export/bibtex.ts";
import { toEdgesCsv, toNodesCsv } from "../../src/export/csv.ts";
import { toGexf } from "../../src/export/gexf.ts";
import { toGraphml } from "../../src/export/graphml.ts";
import { toPajek, toPajekPartition } from "../../src/export/pajek.ts";
import { toRis } from "../../src/export/ris.ts";
import type { Paper } from "../../src/model/paper.ts";
import { loose } from "./loose.ts";
import { twoPapers } from "./two-papers.ts";

const all = (chunks: Iterable<string>) => [...chunks].join("");

describe("BibTeX", () => {
  const field = (name: string, paper: Partial<Paper>) =>
    new RegExp(`^  ${name} = \\{(.*)\\},$`, "m").exec(all(toBibtex(loose([paper]))))?.[1];

  it.each([
    [["doe19"], ["doe19"]],
    [["10.1/a b(c)d"], ["10.1/a_b_c_d"]],
    [["{x}{y}"], ["x_y"]],
    [["__a__b__"], ["a__b"]],
    [["ArXiv:1+2.3-4"], ["ArXiv:1+2.3-4"]],
    // Nothing that a key may have is left: the place in the map.
    [
      ["", "深度"],
      ["p1", "p2"],
    ],
    // BibTeX takes keys that differ in case for the same.
    [
      ["Doe", "doe", "DOE"],
      ["Doe", "doe-p2", "DOE-p3"],
    ],
    [
      ["ſ", "S", "s"],
      ["p1", "S", "s-p3"],
    ],
    [
      ["doe-p2", "doe", "x", "p5", ""],
      ["doe-p2", "doe", "x", "p5", "p5-p5"],
    ],
    [
      ["doe", "doe-p3", "doe"],
      ["doe", "doe-p3", "doe-p3-p3"],
    ],
  ])("ids %j become keys %j", (ids, keys) => {
    const text = all(toBibtex(loose(ids.map((id) => ({ id })))));
    expect(Array.from(text.matchAll(/^@misc\{(.*),$/gm), (match) => match[1])).toEqual(keys);
  });
  it("escapes what LaTeX would obey", () => {
    expect(field("abstract", { abstract: "a \\ {b} $1 & 50% #1 x_i 2^3 ~" })).toBe(
      "a \\textbackslash{} \\{b\\} \\$1 \\& 50\\% \\#1 x\\_i 2\\textasciicircum{}3 \\textasciitilde{}",
    );
    expect(field("keywords", { keywords: ["R&D", "a_b"] })).toBe("R\\&D, a\\_b");
  });
  it.each(["Sets {x of networks", "} and {", "a}"])(
    "%j does not end the entry: BibTeX counts escaped braces",
    (abstract) => {
      let depth = 0;
      for (const [brace] of (field("abstract", { abstract }) ?? "").matchAll(/[{}]/g)) {
        depth += brace === "{" ? 1 : -1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect(field("abstract", { abstract })).toContain("\\textbrace");
    },
  );
  it("leaves addresses as they are, but for what would unbalance the entry", () => {
    expect(field("url", { url: "https://x.org/a_b?c={d}\\e&f#g" })).toBe(
      "https://x.org/a_b?c=%7Bd%7D%5Ce&f#g",
    );
    expect(field("doi", { doi: "10.1/a_b<{c>" })).toBe("10.1/a_b<%7Bc>");
  });
  it("puts names that hold the word and into braces", () => {
    const authors = ["Sandy Brand", "Rivers AND Lakes", "And Company", "Land and", "Andy Lee"];
    expect(field("author", { authors })).toBe(
      "Brand, Sandy and {Rivers AND Lakes} and {And Company} and {Land and} and Lee, Andy",
    );
  });
  it("writes a field on one line", () => {
    expect(field("title", { title: " One\r\n\ttitle\u2028 \ud800" })).toBe("{One title  \ufffd}");
  });
  it("writes the papers asked for, in that order", () => {
    const text = all(toBibtex(loose([{ id: "a" }, { id: "b" }, { id: "c" }]), [2, 0]));
    expect(text).toBe("@misc{c,\n  title = {{Title 2}},\n}\n\n@misc{a,\n  title = {{Title 0}},\n}\n\n");
  });
});

describe("RIS", () => {
  it("ends every line with CRLF and puts every value on one line", () => {
    const papers = [{ title: " One\r\n\ttitle\u2028 \ud800", abstract: "\n" }];
    expect(all(toRis(loose(papers)))).toBe(
      "TY  - GEN\r\nID  - ref0\r\nTI  - One title  \ufffd\r\nER  - \r\n\r\n",
    );
  });
  it("writes the papers asked for, in that order", () => {
    const text = all(toRis(loose([{ title: "A" }, { title: "B" }, { title: "C" }]), [2, 0]));
    expect(text.match(/TI {2}- ./g)).toEqual(["TI  - C", "TI  - A"]);
  });
});

describe("CSV", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@sum", "'@sum"],
    ["\t=1", "'\t=1"],
    ["\r=1", '"\'\r=1"'],
    ["1=1+1", "1=1+1"],
    ["a\0b", "ab"],
    ["\0=1", "'=1"],
    ['say "hi"', '"say ""hi"""'],
    ["a,b", '"a,b"'],
    ["a\nb", '"a\nb"'],
    ["a;b", "a;b"],
    ["\ud800", "\ufffd"],
  ])("the title %j is the cell %j", (title, cell) => {
    expect(all(toNodesCsv(loose([{ title }])))).toBe(
      `\ufeffId,Label,source_id,identity,x,y,size,color\np1,${cell},ref0,hash:0,0,0,0.01,#9a9a9a\n`,
    );
  });
  it("writes the papers and the kinds of links asked for", () => {
    expect(
      all(toNodesCsv(twoPapers, [1]))
        .split("\n")
        .slice(1),
    ).toEqual(["p2,Bare,,,,,,,,,,,,,,,,,,,2000,0,40,#9a9a9a", ""]);
    expect(
      all(toEdgesCsv(twoPapers, { edges: ["mention"] }))
        .split("\n")
        .slice(1),
    ).toEqual(["p2,p1,Directed,e1,GraphX,1,mention,1,true,,We extend GraphX <2>.", ""]);
  });
});

describe("Pajek", () => {
  const labels = (titles: readonly string[]) =>
    Array.from(all(toPajek(loose(titles.map((title) => ({ title }))))).matchAll(/"(.*)"/g), (m) => m[1]);
  it.each([
    [['say "hi" \\ there'], ["say 'hi' / there"]],
    [[" One\r\n\ttitle \ud800"], ["One title \ufffd"]],
    [
      ["Same", "Same", "Same"],
      ["Same", "Same (p2)", "Same (p3)"],
    ],
    [
      ["", "\n"],
      ["(p1)", "(p2)"],
    ],
    [
      ["Same", "Same (p3)", "Same"],
      ["Same", "Same (p3)", "Same (p3) (p3)"],
    ],
  ])("titles %j become labels %j", (titles, expected) => {
    expect(labels(titles)).toEqual(expected);
  });
  it("puts a paper alone into the middle, and leaves out arcs and edges where there are none", () => {
    expect(all(toPajek(loose([{}])))).toBe('*Vertices 1\n1 "Title 0" 0.5 0.5 0 ic RGB9A9A9A\n');
    expect(all(toPajek(twoPapers, { edges: ["keyword"] }))).toMatch(/^\*Vertices 2\n.*\n.*\n\*Edges\n.*\n$/);
    expect(all(toPajek(twoPapers, { edges: ["mention"] }))).toMatch(/^\*Vertices 2\n.*\n.*\n\*Arcs\n.*\n$/);
  });
  it("numbers topics from 1, and gives 0 to papers without one", () => {
    const map = loose([{}, {}, {}], { topic: Int32Array.of(1, -1, 0) });
    expect(all(toPajekPartition(map))).toBe("*Vertices 3\n2\n0\n1\n");
  });
});

describe("GraphML and GEXF", () => {
  it.each([
    ["no links", [], 'edgedefault="undirected"', "<graph mode"],
    ["undirected links", ["keyword"], 'edgedefault="undirected"', 'defaultedgetype="undirected"'],
    ["directed links", ["mention"], 'edgedefault="directed"', 'defaultedgetype="directed"'],
    ["links of both sorts", ["keyword", "mention"], 'edgedefault="directed"', "<graph mode"],
  ] as const)("a map with %s", (_, edges, graphml, gexf) => {
    expect(all(toGraphml(twoPapers, { edges }))).toContain(graphml);
    expect(all(toGexf(twoPapers, { edges }))).toContain(gexf);
  });
  it("links papers without a year from the beginning", () => {
    const papers = twoPapers.papers.map(({ year, ...paper }) => paper);
    expect(all(toGexf({ ...twoPapers, papers }, { dynamic: true }))).not.toMatch(
      /<(?:node|edge)[^>]* start=/,
    );
  });
});
