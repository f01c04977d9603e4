import { FORMATS } from "../../src/cli/formats.ts";
import { type WriteContext, writerOf } from "../../src/cli/writers.ts";
import type { TopicMap } from "../../src/model/map.ts";

/** Formats with tests of their own kind: the map itself (packed, too), the page, pictures, and what is clustered first. */
const OTHERS = new Set([".json", ".html", ".svg", ".png", ".pdf", ".pptx", ".zip", ".events.csv"]);

/** Each file that graphs, tables and reading lists are written to, by its ending: whatever stands in FORMATS. */
export const WRITERS: readonly (readonly [
  string,
  (map: TopicMap, context?: Partial<WriteContext>) => string,
])[] = FORMATS.filter(({ extension }) => !OTHERS.has(extension)).flatMap(({ extension }) =>
  Object.entries(writerOf(`map${extension}`).files).map(
    ([ending, write]) => [ending, (map, context = {}) => [...write(map, context)].join("")] as const,
  ),
);
