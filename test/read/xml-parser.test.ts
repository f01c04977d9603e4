import { describe, expect, it } from "vitest";
import { xml } from "../../src/read/formats/xml.ts";
import { xmlParser } from "../../src/read/xml.ts";
import { messages, read, sureness, titles } from "./reading.ts";

/** What a parser makes of a text that comes in pieces of some size: "<a x=1>text</a>" again, and what it tells. */
function parse(text: string, size: number) {
  let found = "";
  const told: string[] = [];
  const parser = xmlParser(
    {
      open: (name, attributes, line) => {
        const list = Object.entries(attributes).map(([key, value]) => ` ${key}=${value}`);
        found += `<${name}${list.join("")} ${line}>`;
      },
      text: (some) => {
        found += some;
      },
      close: (name) => {
        found += `</${name}>`;
      },
    },
    (message, where) => told.push(`${where?.line}: ${message}`),
  );
  for (let at = 0; at < text.length; at += size) parser.push(text.slice(at, at + size));
  parser.end();
  return { found, ...(told.length > 0 ? { told } : {}) };
}

const AMPERSAND = 'invalid XML: a bare "&" (ampersand), expected "&amp;"; read as such';
const LESS = 'invalid XML: a bare "<", expected "&lt;"; read as such';
const UNCLOSED =
  "invalid XML: unexpected end inside an element that is not closed (truncated?); what came before was read";

const CASES: readonly (readonly [text: string, found: string, told: readonly string[]])[] = [
  ["<a>\n<b c='1'>x</b>\n</a>", "<a 1>\n<b c=1 2>x</b>\n</a>", []],
  ["<p:a><q:b/></p:a>", "<a 1><b 1></b></a>", []],
  [
    "<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;&#X43;&#1059638;</a>",
    "<a 1><&>\"'AB&#X43;\u{102b36}</a>",
    ['1: invalid XML: malformed character entity. (a bare "&" must be written "&amp;"); read on'],
  ],
  [
    "<a>R & D\n& more && all&</a>",
    "<a 1>R & D\n& more && all&</a>",
    [`1: ${AMPERSAND}`, `2: ${AMPERSAND}`, `2: ${AMPERSAND}`, `2: ${AMPERSAND}`, `2: ${AMPERSAND}`],
  ],
  [
    "<a>x &; &1; &a b; &#; &#xyz;</a>",
    "<a 1>x &; &1; &a b; &#; &#xyz;</a>",
    [`1: ${AMPERSAND}`, `1: ${AMPERSAND}`, `1: ${AMPERSAND}`, `1: ${AMPERSAND}`, `1: ${AMPERSAND}`],
  ],
  [
    "<a>p < 0.05, n <5, <-, <=, <></a>",
    "<a 1>p < 0.05, n <5, <-, <=, <></a>",
    [`1: ${LESS}`, `1: ${LESS}`, `1: ${LESS}`, `1: ${LESS}`, `1: ${LESS}`],
  ],
  [
    "<a><![CDATA[x & y < 5 &amp;]]>&amp;<![CDATA[ & ]] & ]]> &</a>",
    "<a 1>x & y < 5 &amp;& & ]] &  &</a>",
    [`1: ${AMPERSAND}`],
  ],
  ["<a>one\n<b>two", "<a 1>one\n<b 2>two", [`2: ${UNCLOSED}`]],
  ["", "", ["1: invalid XML: no element; read on"]],
  ["<a/><b/>", "<a 1></a><b 1></b>", ["1: invalid XML: several documents in one file; read on"]],
];

describe("XML", () => {
  it.each(CASES)("%j", (text, found, told) => {
    expect(parse(text, text.length || 1)).toEqual({ found, ...(told.length > 0 ? { told } : {}) });
  });
  it.each(CASES)("%j, in any pieces", (text, found, told) => {
    for (const size of [1, 2, 3, 5, 50])
      expect(parse(text, size)).toEqual({ found, ...(told.length > 0 ? { told } : {}) });
  });
  it("an entity of one's own is never expanded", () => {
    const { found, told } = parse('<!DOCTYPE a [<!ENTITY boom "bang">]>\n<a>&boom; &unknown;</a>', 1000);
    expect(found).not.toContain("bang");
    expect(told?.[0]).toBe("1: the XML declares entities of its own; they are never expanded, for safety");
    expect(told?.slice(1).every((text) => text.startsWith("2: invalid XML: undefined entity"))).toBe(true);
    expect(told?.[1]).toContain('(a bare "&" must be written "&amp;")');
    expect(parse("<!DOCTYPE a>\n<a/>", 1000)).toEqual({ found: "\n<a 2></a>" });
  });
  it("tells of five faults, not of more, and reads all", () => {
    const { found, told } = parse(`<a>${"& ".repeat(9)}</a>`, 1000);
    expect(found).toBe(`<a 1>${"& ".repeat(9)}</a>`);
    expect(told).toHaveLength(5);
    expect(parse(`<a>${"<b x y/>\n".repeat(9)}</a>`, 1000).told).toHaveLength(5);
  });
  it("ends tens of thousands of open elements at once", () => {
    const { told } = parse("<a>".repeat(20_000), 1 << 20);
    expect(told).toEqual([`1: ${UNCLOSED}`]);
  });

  it.each([
    ['<?xml version="1.0"?><a/>', 3],
    ['\n <?xml version="1.0"?><a/>', 3],
    ["<!DOCTYPE x><a/>", 3],
    ['<a xmlns="x"/>', 3],
    ["<!-- x --><a/>", 1.5],
    ["  <a/>", 1.5],
    ["<5", 0],
    ["text <a/>", 0],
    ['From: x\n <?xml version="1.0"?><a/>', 2],
    ["Results:\n<PubmedArticleSet>", 2],
    ["Results:\n\t<PubmedArticle >", 2],
    ["Results:\n<OAI-PMH\n>", 2],
    ['Results:\n<feed xmlns="http://www.w3.org/2005/Atom">', 2],
    ["Results: <PubmedArticleSet>", 0],
    ["Results:\n<PubmedArticles>", 0],
    ["Results:\n<feed>", 0],
    ["Results:\n<?xmlx?>", 0],
  ])("%j is known with sureness %d", (head, sure) => {
    expect(sureness(xml, head)).toBe(sure);
  });
  it("is read behind what a mail put before it", async () => {
    const text =
      "From: x <x@y.org>\n\n<?xml version='1.0'?>\n<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>One</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>";
    const collection = await read(text, "a.txt");
    expect(titles(collection)).toEqual(["One"]);
    expect(messages(collection)).toEqual([
      "line 1: : 1 line outside the records, expected XML; left out: “From: x <x@y.org>”",
    ]);
  });
});
