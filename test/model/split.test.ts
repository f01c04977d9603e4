import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeMap } from "../../src/model/decode.ts";
import { TopographError } from "../../src/model/errors.ts";
import { createSplitter, type Piece, parsePiece } from "../../src/model/split.ts";

function split(chunks: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  const splitter = createSplitter(new Set(["nodes"]), (piece) => pieces.push(piece));
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return pieces;
}

test("members whole, named arrays by element", () => {
  expect(split(['{"a": {"b": [1, 2]}, "nodes": [ 1, "],", [2, 3] ], "c": 4}'])).toEqual([
    { key: "a", text: '{"b": [1, 2]}' },
    { key: "nodes", index: 0, text: "1" },
    { key: "nodes", index: 1, text: '"],"' },
    { key: "nodes", index: 2, text: "[2, 3]" },
    { key: "c", text: "4" },
  ]);
});

test("empty object, empty array", () => {
  expect(split(["{}"])).toEqual([]);
  expect(split(['{"nodes":[]}'])).toEqual([]);
});

test("any object, cut anywhere, gives what JSON.parse gives", () => {
  const cuts = fc.array(fc.nat(), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), cuts, fc.nat(2), (nodes, other, cuts, indent) => {
      const text = JSON.stringify({ other, nodes, 'odd "key\\': 1 }, null, indent);
      const at = [0, ...cuts.map((c) => c % text.length).sort((a, b) => a - b), text.length];
      const pieces = split(at.slice(1).map((end, i) => text.slice(at[i], end)));
      const same = (value: unknown) => JSON.parse(JSON.stringify(value));
      expect(pieces.filter((p) => p.key === "nodes").map(parsePiece)).toEqual(same(nodes));
      expect(pieces.filter((p) => p.key === "other").map(parsePiece)).toEqual([same(other)]);
      expect(pieces.at(-1)).toEqual({ key: 'odd "key\\', text: "1" });
    }),
  );
});

test.each([
  ["[1]", "expected a JSON object"],
  ["", "cut off"],
  ['{"a": [1', "cut off"],
  ['{"a": "b', "cut off"],
  ["{} x", "text after its end"],
  ['{"a" 1}', "expected"],
])("%s is refused", (text, message) => {
  expect(() => split([text])).toThrow(TopographError);
  expect(() => split([text])).toThrow(message);
});

test("the message of a broken element names it", () => {
  expect(() => parsePiece({ key: "nodes", index: 4, text: "{a}" })).toThrow("nodes, element 5");
});

describe("maps edited by hand", () => {
  const map = (topics: string) =>
    `{"attributes":{"schema":1,"topics":[${topics}]},"nodes":[],"edges":[],"options":{}}`;

  test("parents that lead in a circle are refused by the topic; a chain of parents is fine", async () => {
    const circle = '{"id":0,"parent":1},{"id":1,"parent":2},{"id":2,"parent":1}';
    await expect(decodeMap([map(circle)])).rejects.toThrow("topic 0: its parents lead back to topic 1");
    const chain = '{"id":0},{"id":1,"parent":0},{"id":2,"parent":1},{"id":3,"parent":9}';
    expect((await decodeMap([map(chain)])).topics).toHaveLength(4);
  });

  test("brackets of any depth end in a message, not in a full stack", async () => {
    const deep = `{"attributes":{"x":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`;
    await expect(decodeMap([deep])).rejects.toThrow('"attributes" holds brackets more than 100 deep');
  });
});
