import fc from "fast-check";
import { expect, test } from "vitest";
import { readFolder } from "../../src/folder/read-map.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { anyMap, sampleMap } from "../sample-map.ts";
import { filesOf, memorySource } from "./memory.ts";

const json = (map: TopicMap) => [...encodeMap(map)].join("");

/** What comes out of a folder, and out of the folder that is written of that. */
async function through(map: TopicMap) {
  const files = filesOf(map, { tilePoints: 2 });
  const { map: read } = await readFolder(memorySource(files));
  return { files, read, again: filesOf(read, { tilePoints: 2 }) };
}

test("a map that goes into a folder and comes out is the same JSON, and the same folder again", async () => {
  const { files, read, again } = await through(sampleMap());
  expect(json(read)).toBe(json(sampleMap()));
  expect(again).toEqual(files);
});

test("so is any map: hostile texts, odd numbers, missing values", async () => {
  await fc.assert(
    fc.asyncProperty(anyMap, async (map) => {
      const { files, read, again } = await through(map);
      expect(json(read)).toBe(json(map));
      expect(again).toEqual(files);
    }),
    { numRuns: 60 },
  );
});
