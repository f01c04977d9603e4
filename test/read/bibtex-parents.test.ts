import { describe, expect, it } from "vitest";
import { bibtex } from "../../src/read/formats/bibtex.ts";
import { messages, read, said, sureness } from "./reading.ts";

describe("parents and strings", () => {
  it("a child has from its parent what it has not itself", async () => {
    const text = `@inproceedings{a, title = {One}, crossref = { P }}
@inproceedings{b, title = {Two}, booktitle = {Own}, author = {Doe, Jane}, year = 2001, crossref = {p}}
@inbook{c, year = 1990, crossref = {p}}
@misc{d, title = {Four}, xdata = {p}}
@misc{e, title = {Five}, crossref = {none}}
@proceedings{P, title = {Proc. of Things}, editor = {Roe, Ann}, year = 2005}`;
    const { papers } = await read(text);
    const table = papers.map(({ id, title, venue, authors, year }) => [
      id,
      title,
      venue,
      authors.join(),
      year,
    ]);
    expect(table).toEqual([
      ["P", "Proc. of Things", undefined, "Ann Roe", 2005],
      ["a", "One", "Proc. of Things", "Ann Roe", 2005],
      ["b", "Two", "Own", "Jane Doe", 2001],
      ["c", "Proc. of Things", "Proc. of Things", "Ann Roe", 1990],
      ["d", "Four", "Proc. of Things", "Ann Roe", 2005],
      ["e", "Five", undefined, "", undefined],
    ]);
  });
  it.each([
    "proceedings",
    "mvproceedings",
    "book",
    "mvbook",
    "collection",
    "reference",
    "conference",
    "periodical",
    "inproceedings",
  ])("@%s may be a parent", async (type) => {
    const { papers } = await read(`@${type}{p, title = {Parent}}\n@misc{a, title = {One}, crossref = {p}}`);
    expect(papers.map((paper) => paper.venue)).toEqual([undefined, "Parent"]);
  });
  it.each(["article", "bookish", "inbook"])("@%s is none", async (type) => {
    const { papers } = await read(`@${type}{p, title = {Parent}}\n@misc{a, title = {One}, crossref = {p}}`);
    expect(papers.map((paper) => paper.venue)).toEqual([undefined, undefined]);
  });
  it("strings, months and what is between entries", async () => {
    const text = `@STRING{j = "Journal of "}
@string{j = {never}}
@preamble{"\\newcommand{x}"}
@comment{@misc{no, title = {No}}}
@misc{a, title = "A " # {B} # " C", journal = J # {Tests}, year = mar # " 2001", note = unknown}`;
    expect((await read(text)).papers.map(said)).toEqual([
      { id: "a", title: "A B C", venue: "neverTests", year: 2001 },
    ]);
  });
});

describe("BibTeX is known", () => {
  it.each([
    ["@article{a, title = {One}}", 3],
    ["  @ article (a,\n  title = {One})", 3],
    ["@article{a}", 2],
    ["@article{a}\n@misc{b, x-y=1}", 3],
    [`${`@misc{a}${" ".repeat(600)}\n`.repeat(20)}@misc{a, x=1}`, 2],
    [`${`@misc{a}${" ".repeat(600)}\n`.repeat(19)}@misc{a, x=1}`, 3],
    ["@article", 0],
    ["article{a,\n  title = {One}", 1.5],
    ["Book{a,\n  title = {One}", 1.5],
    ["inproceedings {a,\ntitle={One}", 1.5],
    ["misc{a,\ntitle={One}", 1.5],
    ["the misc{a,\ntitle={One}", 0],
    ["misc{a, title={One}", 0],
    ["see @article{a, title = {One}}", 1.5],
    ["see @article{a, and more", 0],
    ["mail a@b.org", 0],
  ])("%j with sureness %d", (head, sure) => {
    expect(sureness(bibtex, head)).toBe(sure);
  });
  it("repeated keys are told of", async () => {
    expect(messages(await read("@misc{k, title={One of them}}\n@misc{k, title={Other}}"))).toEqual([
      expect.stringContaining("line 2: k: the key is repeated (first in line 1)"),
    ]);
  });
});
