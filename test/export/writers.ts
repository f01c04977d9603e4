import { FORMATS, type WriteContext } from "../../src/cli/formats.ts";
import type { TopicMap } from "../../src/model/map.ts";

/** Formats with tests of their own kind: the map itself, the page and pictures. */
const OTHERS = new Set([".json", ".html", ".svg", ".png", ".pdf"]);

/** Each file that graphs, tables and reading lists are written to, by its ending: whatever stands in FORMATS. */
export const WRITERS: readonly (readonly [
  string,
  (map: TopicMap, context?: Partial<WriteContext>) => string,
])[] = FORMATS.filter(({ extension }) => !OTHERS.has(extension)).flatMap(({ extension, suffixes, write }) =>
  (suffixes ?? [extension]).map(
    (suffix) =>
      [
        suffix,
        (map, context = {}) => {
          const file = write(map, context).find((one) => one.suffix === suffix);
          return [...(file?.chunks() ?? [])].join("");
        },
      ] as const,
  ),
);
