import { describe, expect, it } from "vitest";
import { parseFields } from "../../src/read/bibtex/fields.ts";
import type { Entry } from "../../src/read/bibtex/scan.ts";

/** The fields of the body of an entry that begins in line 10, and what is told of them. */
function parse(body: string, given: Partial<Entry> = {}) {
  const told: string[] = [];
  const { key, fields } = parseFields(
    { type: "Misc", body, line: 10, broken: false, ...given },
    new Map([["j", "Journal"]]),
    (message, where) => told.push(`${where?.line} ${where?.record}: ${message}`),
  );
  return { key, ...Object.fromEntries(fields), ...(told.length > 0 ? { told } : {}) };
}

const NO_COMMA = 'found no "," after the key, expected one; read as if it were there';

const BARE = (name: string) =>
  `found no brace or quote before the words of "${name}", expected one; read up to the comma`;

const UNCLOSED = (what: string, name: string) =>
  `the ${what} of "${name}" is not closed; ended before the next field`;

describe("the fields of an entry", () => {
  it.each([
    ['k, a = {One}, B = "Two", c = 3', { key: "k", a: "One", b: "Two", c: "3" }],
    ["k,a={One},,b={Two},\n,}", { key: "k", a: "One", b: "Two" }],
    [" my  key ,\n a = {One}", { key: "my key", a: "One" }],
    ["k", { key: "k" }],
    ["", { key: "" }],
    ["a = {One}", { key: "", a: "One" }],
    // Values as they stand, brackets and all.
    ['k, a = {{One} {T}wo}, b = "{Q"}uote"', { key: "k", a: "{One} {T}wo", b: '{Q"}uote' }],
    ["k, a = {One \\} two \\{ \\\\}, b = 2", { key: "k", a: "One \\} two \\{ \\\\", b: "2" }],
    ['k, a = "say \\"hi\\" now", b = 2', { key: "k", a: 'say \\"hi\\" now', b: "2" }],
    // Joined by "#", with macros and months.
    ['k, a = J # " of " # {Water} # 7 # x', { key: "k", a: "Journal of Water7x" }],
    [
      "k, a = jan # feb # mar # apr # may # jun # jul # aug # sep # oct # nov # DEC",
      { key: "k", a: "123456789101112" },
    ],
    // The first of a name counts; names are compared without case, blanks as dashes.
    ["k, a = ”One”, b = ‟Two”", { key: "k", a: "One", b: "Two" }],
    ['k, a = "One" # "", b = {} # {Two }', { key: "k", a: "One", b: "Two " }],
    ["k , a = {One}\n, b = {}", { key: "k", a: "One", b: "" }],
    ["k, a = 'One', b='Two'", { key: "k", a: "'One'", b: "'Two'" }],
    ["k, a =  \n {One}  #  {Two}", { key: "k", a: "OneTwo" }],
    ["k, a = {One}, A = {Two}", { key: "k", a: "One" }],
    ["k, Author  Keywords = {x}", { key: "k", "author-keywords": "x" }],
    // The quotes of a word processor.
    ["k, a = “One”, b = „Two“,\n c = ″Three″", { key: "k", a: "One", b: "Two", c: "Three" }],
    ["k, a = “One ”quoted” word”\n}", { key: "k", a: "One ”quoted” word" }],
  ])("%j", (body, fields) => {
    expect(parse(body)).toEqual(fields);
  });

  it.each([
    ["k\n a = {One}", { key: "k", a: "One", told: [`10 k: ${NO_COMMA}`] }],
    ["k title = {One}", { key: "k", title: "One", told: [`10 k: ${NO_COMMA}`] }],
    ["k what = {One}", { key: "", "k-what": "One" }],
    [
      "k\n and more\n, a = {One}",
      { key: "k", a: "One", told: ['11 k: expected "=" after "and more"; skipped to the next field'] },
    ],
    [
      "k,\n a {One}",
      { key: "k", a: "One", told: ['11 k: found no "=" after "a", expected one; read as if it were there'] },
    ],
    [
      'k, a: "One"',
      { key: "k", a: "One", told: ['10 k: found no "=" after "a:", expected one; read as if it were there'] },
    ],
    ["k, a : = {One}", { key: "k", a: "One" }],
    [
      "k,\n\n stray, a = {One}",
      { key: "k", a: "One", told: ['12 k: expected "=" after "stray"; skipped to the next field'] },
    ],
    ["k, a = {One}, stray", { key: "k", a: "One" }],
    [
      "k, a = one word, and more,\n b = {Two}",
      { key: "k", a: "one word, and more", b: "Two", told: [`10 k: ${BARE("a")}`] },
    ],
    ["k, a = one word, b = {Two}", { key: "k", a: "one word", b: "Two", told: [`10 k: ${BARE("a")}`] }],
    ["k, a = 'one word'\n", { key: "k", a: "one word", told: [`10 k: ${BARE("a")}`] }],
    [
      'k,\n a = "One,\n b = {Two}',
      { key: "k", a: "One", b: "Two", told: [`11 k: ${UNCLOSED("quote", "a")}`] },
    ],
    [
      'k, a = "One,\n b = {Two},\n c = "Three"',
      { key: "k", a: "One", b: "Two", c: "Three", told: [`10 k: ${UNCLOSED("quote", "a")}`] },
    ],
    ["k, a = {One,\n b = {Two}", { key: "k", a: "One", b: "Two", told: [`10 k: ${UNCLOSED("brace", "a")}`] }],
    ["k, a = {One", { key: "k", a: "One", told: [`10 k: ${UNCLOSED("brace", "a")}`] }],
    ["k, a = “One,\n b = {Two}", { key: "k", a: "One", b: "Two", told: [`10 k: ${UNCLOSED("quote", "a")}`] }],
    ["\n k \n title = {One}", { key: "k", title: "One", told: [`10 k: ${NO_COMMA}`] }],
    ["k\n my title = {One}", { key: "k", "my-title": "One", told: [`10 k: ${NO_COMMA}`] }],
    ["k author = {One}", { key: "k", author: "One", told: [`10 k: ${NO_COMMA}`] }],
    ["k\tYear = 2001", { key: "k", year: "2001", told: [`10 k: ${NO_COMMA}`] }],
    ["my k title = {One}", { key: "", "my-k-title": "One" }],
    [
      "k, a = {One} and more, b = {Two}",
      {
        key: "k",
        a: "One",
        b: "Two",
        told: ['10 k: expected "=" after "and more"; skipped to the next field'],
      },
    ],
    [
      `k, ${"very ".repeat(9)}long, a = {One}`,
      {
        key: "k",
        a: "One",
        told: [`10 k: expected "=" after "${"very ".repeat(6)}"; skipped to the next field`],
      },
    ],
    ["k, stray}", { key: "k" }],
    ["k, { }, a = {One}", { key: "k", a: "One" }],
    [
      "k, a = One word # two, b = {Two}",
      { key: "k", a: "One", b: "Two", told: ['10 k: expected "=" after "word"; skipped to the next field'] },
    ],
    ["k, a = 'one' word\n", { key: "k", a: "'one' word", told: [`10 k: ${BARE("a")}`] }],
    ["k, a = it's 'one'\n", { key: "k", a: "it's 'one'", told: [`10 k: ${BARE("a")}`] }],
    ["k, a = one, two\n", { key: "k", a: "one, two", told: [`10 k: ${BARE("a")}`] }],
    ["k, a = one,\n b = two", { key: "k", a: "one", b: "two" }],
    ["k, a = one\ttwo,  \n b = 7", { key: "k", a: "one\ttwo", b: "7", told: [`10 k: ${BARE("a")}`] }],
    [
      'k, a = "One,\n\tb-c = 7',
      { key: "k", a: "One", "b-c": "7", told: [`10 k: ${UNCLOSED("quote", "a")}`] },
    ],
    ["k, a = “One", { key: "k", a: "One", told: [`10 k: ${UNCLOSED("quote", "a")}`] }],
  ])("with a fault: %j", (body, fields) => {
    expect(parse(body)).toEqual(fields);
  });

  it("of an entry that did not close are saved up to where each must have ended", () => {
    expect(parse("k,\n a = {One,\n b = {Two},\n stray", { broken: true })).toEqual({
      key: "k",
      a: "One",
      b: "Two",
      told: [
        "10 k: a brace or quote is not closed: the entry ends where the next one begins; its fields were saved",
        `11 k: ${UNCLOSED("brace", "a")}`,
      ],
    });
    expect(parse("k, a = {One},\n b = {Two}", { broken: true })).toMatchObject({ a: "One", b: "Two" });
    expect(parse("a = {One}", { broken: true }).told).toEqual([expect.stringMatching(/^10 Misc: /)]);
  });
  it("of a string have no key", () => {
    expect(parse("j = {Water}", { type: "STRING" })).toEqual({ key: "", j: "Water" });
  });
});
