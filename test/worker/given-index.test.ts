import { expect, test } from "vitest";
import { createSearch } from "../../src/worker/page-search.ts";
import { sampleMap } from "../sample-map.ts";

test("an index that came with a map is asked until one is made; where it is enough, none is", async () => {
  const map = sampleMap();
  const lookUp = async () => ({ papers: [1], words: ["given"] });
  const enough = createSearch(map, { lookUp, hasTexts: false });
  await enough.ready;
  expect((await enough.find("zzz", [])).papers).toEqual([1]);
  const early = createSearch(map, { lookUp, hasTexts: true });
  expect((await early.find("zzz", [])).words).toEqual(["given"]);
  await early.ready;
  expect((await early.find("zzz", [])).papers).toEqual([]);
});
