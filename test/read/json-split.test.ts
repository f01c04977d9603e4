import { describe, expect, it } from "vitest";
import { createJsonSplitter } from "../../src/read/json/split.ts";

/** What is found in a text that comes in pieces of some size. */
function split(text: string, size: number) {
  const items: unknown[] = [];
  const rests: unknown[] = [];
  const gaps: number[] = [];
  const splitter = createJsonSplitter({
    onItem: (item, line, path) => items.push([line, path, item]),
    onRest: (rest, line, count) => rests.push([line, count, rest]),
    onGap: (line) => gaps.push(line),
  });
  for (let at = 0; at < text.length; at += size) splitter.push(text.slice(at, at + size));
  const { unfinished } = splitter;
  return {
    ...(items.length > 0 ? { items } : {}),
    ...(rests.length > 0 ? { rests } : {}),
    ...(gaps.length > 0 ? { gaps } : {}),
    ...(unfinished === undefined ? {} : { unfinished }),
  };
}

/** [what it shows, text, items as [line, path, text], rest as [line, items before it, text], lines of gaps, what is unfinished] */
const CASES: readonly (readonly [name: string, text: string, found: object])[] = [
  [
    "the items of a list",
    '[{"a":1},\n {"b":[2,{}]} , "c", 4]',
    {
      items: [
        [1, "", '{"a":1}'],
        [2, "", '{"b":[2,{}]} '],
        [2, "", '"c"'],
        [2, "", "4"],
      ],
    },
  ],
  ["an empty list", "[ ]", {}],
  ["a value at the top", ' {"a":[1,2]}\n', { rests: [[1, 0, '{"a":[1,2]}']] }],
  [
    "values one after another",
    '{"a":1}\n{"b":2} {"c":3}',
    {
      rests: [
        [1, 0, '{"a":1}'],
        [2, 0, '{"b":2}'],
        [2, 0, '{"c":3}'],
      ],
    },
  ],
  [
    "lists one after another",
    '[{"a":1}]\n[{"b":2}]',
    {
      items: [
        [1, "", '{"a":1}'],
        [2, "", '{"b":2}'],
      ],
    },
  ],
  [
    "a list in the wrapping of a service, which is left empty in the rest",
    '{"meta":{"n":1},\n"results":[{"a":1},{"b":2}],"next":null}',
    {
      items: [
        [2, "results", '{"a":1}'],
        [2, "results", '{"b":2}'],
      ],
      rests: [[1, 2, '{"meta":{"n":1},\n"results":[],"next":null}']],
    },
  ],
  [
    "a list two levels down",
    '{"message":{"items":[{"a":1}]}}',
    { items: [[1, "message.items", '{"a":1}']], rests: [[1, 1, '{"message":{"items":[]}}']] },
  ],
  ["a list of another name", '{"mine":[{"a":1}]}', { rests: [[1, 0, '{"mine":[{"a":1}]}']] }],
  [
    "a list of that name, but elsewhere",
    '{"x":{"results":[{"a":1}]}}',
    { rests: [[1, 0, '{"x":{"results":[{"a":1}]}}']] },
  ],
  ["a name that is only a value", '{"x":"results","y":[1]}', { rests: [[1, 0, '{"x":"results","y":[1]}']] }],
  [
    "brackets, commas and colons in strings",
    '[{"a":"]},:[{"},\n"x,]"]',
    {
      items: [
        [1, "", '{"a":"]},:[{"}'],
        [2, "", '"x,]"'],
      ],
    },
  ],
  [
    "escapes in strings",
    '[{"a":"\\"]"},{"b":"\\\\"},{"c":"\\\\\\"]"}]',
    {
      items: [
        [1, "", '{"a":"\\"]"}'],
        [1, "", '{"b":"\\\\"}'],
        [1, "", '{"c":"\\\\\\"]"}'],
      ],
    },
  ],
  [
    "commas with nothing between or behind them",
    '[{"a":1},\n,{"b":2},\n]',
    {
      items: [
        [1, "", '{"a":1}'],
        [2, "", '{"b":2}'],
      ],
      gaps: [2, 3],
    },
  ],
  [
    "a line end in a string, where words go on",
    '[{"a":"one\n two"},\n3]',
    {
      items: [
        [1, "", '{"a":"one\n two"}'],
        [3, "", "3"],
      ],
    },
  ],
  [
    "a quote that does not close, where the next line begins an item",
    '[{"a":"one},\n  {"b":2}]',
    { unfinished: { text: '{"a":"one},\n  {"b":2}]', line: 1 } },
  ],
  [
    "a quote that does not close, before the end of its item",
    '[{"a":"one\n },{"b":2}]',
    {
      items: [
        [1, "", '{"a":"one\n }'],
        [2, "", '{"b":2}'],
      ],
    },
  ],
  [
    "an item cut off",
    '[{"a":1},\n{"b":',
    { items: [[1, "", '{"a":1}']], unfinished: { text: '{"b":', line: 2 } },
  ],
  ["a rest cut off", '\n{"a":1', { unfinished: { text: '{"a":1', line: 2 } }],
  [
    "a list cut off behind an item",
    '[{"a":1}, ',
    { items: [[1, "", '{"a":1}']], unfinished: { text: "", line: 1 } },
  ],
  [
    "a bracket too many",
    '{"a":1}}]{"b":2}',
    {
      rests: [
        [1, 0, '{"a":1}'],
        [1, 0, '{"b":2}'],
      ],
    },
  ],
  ["text outside of everything", 'var x = {"a":1};', { rests: [[1, 0, '{"a":1}']] }],
];

describe("JSON cut into records", () => {
  it.each(CASES)("%s", (_, text, found) => {
    expect(split(text, text.length)).toEqual(found);
  });
  it.each(CASES)("%s, in any pieces", (_, text, found) => {
    for (const size of [1, 2, 3, 5, 8]) expect(split(text, size)).toEqual(found);
  });
});
