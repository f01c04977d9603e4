import { describe, expect, it } from "vitest";
import { createEntryScanner } from "../../src/read/bibtex/scan.ts";

/** The entries of a text that comes in pieces of some size. */
function scan(text: string, size: number) {
  const entries: unknown[] = [];
  const told: string[] = [];
  const scanner = createEntryScanner(
    ({ type, body, line, broken }) => entries.push([line, type, body, ...(broken ? ["broken"] : [])]),
    (message, where) => told.push(`${where?.line}: ${message}`),
  );
  for (let at = 0; at < text.length; at += size) scanner.push(text.slice(at, at + size));
  scanner.end();
  return { entries, ...(told.length > 0 ? { told } : {}) };
}

const PAD = `${"text and more of it ".repeat(40)}\n`;

const TEXTS: readonly (readonly [name: string, text: string, found: object])[] = [
  [
    "one after the other",
    "@misc{a, x={1}}\n\n  @ Article (b, x={(2)})@misc{c}",
    {
      entries: [
        [1, "misc", "a, x={1}"],
        [3, "Article", "b, x={(2)}"],
        [3, "misc", "c"],
      ],
    },
  ],
  [
    "what stands between them is no entry",
    "mail a@b.org {x}\n% @ 7 {\n@misc{a}\nand so on } )",
    { entries: [[3, "misc", "a"]] },
  ],
  [
    "the bracket may stand in the next line",
    "@misc\n{a,\nx=1}\n@misc{b}",
    {
      entries: [
        [1, "misc", "a,\nx=1"],
        [4, "misc", "b"],
      ],
    },
  ],
  [
    "brackets within, escaped ones are letters",
    '@misc{a, x={1 {2} \\} \\{ \\\\}, y="("}\n@misc(b, x={)}, y=(1))\n@misc{c}',
    {
      entries: [
        [1, "misc", 'a, x={1 {2} \\} \\{ \\\\}, y="("'],
        [2, "misc", "b, x={)}, y=(1)"],
        [3, "misc", "c"],
      ],
    },
  ],
  [
    "an entry that does not close ends where the next begins",
    "@misc{a, x={1,\n}\n@misc{b, x={2}}\n@misc{c, x={3}}\n",
    {
      entries: [
        [1, "misc", "a, x={1,\n}\n", "broken"],
        [3, "misc", "b, x={2}"],
        [4, "misc", "c, x={3}"],
      ],
    },
  ],
  [
    "an entry within a balanced one is text",
    "@misc{a, x={see\n@misc{b, y=1}\n}}\n@misc{c}",
    {
      entries: [
        [1, "misc", "a, x={see\n@misc{b, y=1}\n}"],
        [4, "misc", "c"],
      ],
    },
  ],
  [
    "the end of the file within an entry",
    "@misc{a}\n@misc{b,\nx={1",
    {
      entries: [
        [1, "misc", "a"],
        [2, "misc", "b,\nx={1", "broken"],
      ],
      told: ["3: the end of the file is inside an entry: not closed (truncated?)"],
    },
  ],
  [
    "an entry that lost its @",
    "article{a,\n x={1}}\nan article {of faith}\n  book {b,\n x={2}}\n",
    {
      entries: [
        [1, "article", "a,\n x={1}"],
        [4, "book", "b,\n x={2}"],
      ],
      told: [
        '1: found no "@" before article, expected one; read as if it were there',
        '4: found no "@" before book, expected one; read as if it were there',
      ],
    },
  ],
  [
    "an entry that lost its bracket",
    "@article a,\n x={1}}\n@article of faith\n@misc{b}",
    {
      entries: [
        [1, "article", "a,\n x={1}"],
        [4, "misc", "b"],
      ],
      told: ['1: found no "{" after @article, expected one; read as if it were there'],
    },
  ],
  [
    "far apart",
    `${PAD}@misc{a, x={${PAD}}}\n${PAD}@misc{b}${PAD}`,
    {
      entries: [
        [2, "misc", `a, x={${PAD}}`],
        [5, "misc", "b"],
      ],
    },
  ],
  [
    "an escaped bracket without a partner",
    "@misc{a, x={1 \\} 2}}\n@misc{b, x={\\{}}\n@misc{c, x={\\\\}}\n@misc{d}",
    {
      entries: [
        [1, "misc", "a, x={1 \\} 2}"],
        [2, "misc", "b, x={\\{}"],
        [3, "misc", "c, x={\\\\}"],
        [4, "misc", "d"],
      ],
    },
  ],
  [
    "what looks like an entry within one that does not close",
    "@misc{a, x={1 @misc{z, y},\n@home {\n @(x, y\nand @misc{w, v}\n \t@misc {b , y=1}\n@misc{c}",
    {
      entries: [
        [1, "misc", "a, x={1 @misc{z, y},\n@home {\n @(x, y\nand @misc{w, v}\n \t", "broken"],
        [5, "misc", "b , y=1"],
        [6, "misc", "c"],
      ],
    },
  ],
  [
    "one that does not close, far from the next",
    `${PAD}@misc{a, x={1,\n${PAD}@misc{b, x=2}\n${PAD}@misc{c, x={3,\n${PAD}`,
    {
      entries: [
        [2, "misc", `a, x={1,\n${PAD}`, "broken"],
        [4, "misc", "b, x=2"],
        [6, "misc", `c, x={3,\n${PAD}`, "broken"],
      ],
      told: ["8: the end of the file is inside an entry: not closed (truncated?)"],
    },
  ],
  [
    "brackets of the other sort",
    '@misc(a, x=(1) , y={2)})\n@misc{b, x=(1, y={)}}\n@misc(c, x={1}, y="}")',
    {
      entries: [
        [1, "misc", "a, x=(1) , y={2)}"],
        [2, "misc", "b, x=(1, y={)}"],
        [3, "misc", 'c, x={1}, y="}"'],
      ],
    },
  ],
  ["none at all", "nothing\nhere", { entries: [] }],
];

describe("entries cut out of a text", () => {
  it.each(TEXTS)("%s", (_, text, found) => {
    expect(scan(text, text.length)).toEqual(found);
  });
  it.each(TEXTS)("%s, in any pieces", (_, text, found) => {
    for (const size of [1, 2, 7, 64, 700]) expect(scan(text, size)).toEqual(found);
  });
  it("four beginnings of entries within one are enough to know that it is not closed", () => {
    const cutFrom = (n: number) => {
      const found: string[] = [];
      const scanner = createEntryScanner(
        ({ body }) => found.push(body),
        () => undefined,
      );
      scanner.push(`@misc{a, x={1,\n${"@misc{b, x=2}\n".repeat(n)}${PAD}`);
      return found;
    };
    expect(cutFrom(3)).toEqual([]);
    expect(cutFrom(4)).toEqual(["a, x={1,\n", "b, x=2", "b, x=2", "b, x=2", "b, x=2"]);
  });
});
