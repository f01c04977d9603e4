import { splitList } from "../lists.ts";
import type { Format, RawRecord } from "../record.ts";
import { fieldPattern, readTaggedLines, type Tags } from "../tagged.ts";

const TAG = /^%([0-9A-Z@!*+$]) ?(.*)/;

/** EndNote's refer format (.enw). */
export const refer: Format = {
  name: "endnote-refer",
  begins: (line) => /^%0 [A-Z][a-z]/.test(line),
  detect(head) {
    const start = head.slice(0, 5000);
    if (/^%0 \S/m.test(start)) return 3;
    return (start.match(/^%[ATDJBKX] \S/gm)?.length ?? 0) >= 2 ? 2.5 : 0;
  },
  create: (emit, warn) =>
    readTaggedLines(emit, warn, {
      field: fieldPattern(TAG),
      // %0 begins a record; files without it put a blank line between records.
      begins: (tag, open, blank) =>
        tag === "0" ? open.has("0") || open.has("T") : blank && open.has("T") && !open.has("0"),
      record: referRecord,
    }),
};

function referRecord(tags: Tags, ordinal: number): RawRecord {
  return {
    line: tags.line,
    record: `record ${ordinal}`,
    id: tags.first("F", "M"),
    title: tags.first("T", "B", "Q", "!"),
    abstract: tags.first("X"),
    year: tags.first("D", "8"),
    authors: tags.all("A", "E"),
    venue: tags.first("J", "B", "S", "I"),
    doi: tags.first("R"),
    url: tags.first("U"),
    keywords: tags.all("K").flatMap(splitList),
    aliases: [tags.first("M")],
    language: tags.first("G"),
    volume: tags.first("V"),
    issue: tags.first("N"),
    pages: tags.first("P"),
    type: tags.first("0"),
  };
}
