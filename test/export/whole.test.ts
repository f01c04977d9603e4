import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { toGexf } from "../../src/export/gexf.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { twoPapers } from "./two-papers.ts";
import { WRITERS } from "./writers.ts";

const FOLDER = "test/fixtures/export";

const FILES = [
  ...WRITERS,
  ["-1.2.gexf", (map: TopicMap) => [...toGexf(map, { version: "1.2" })].join("")],
  ["-dynamic.gexf", (map: TopicMap) => [...toGexf(map, { dynamic: true })].join("")],
] as const;

/** Git may have given the fixtures other line ends. */
const lines = (text: string) => text.split(/\r?\n/);

/**
 * A small map in every format, letter by letter. After a wanted change: WHOLE=write npx vitest run
 * test/export/whole.test.ts, and read the difference.
 */
describe("a map of two papers is written as", () => {
  test.each(FILES)("%s", (ending, write) => {
    const name = `two-papers${ending}`;
    const text = write(twoPapers);
    if (process.env.WHOLE === "write") writeFileSync(`${FOLDER}/${name}`, text);
    expect(lines(text)).toEqual(lines(readFileSync(`${FOLDER}/${name}`, "utf8")));
  });
});
