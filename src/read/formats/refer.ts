import { tagFields } from "../columns/tags.ts";
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
  const date = tags.peek("D", "8")[0];
  for (const tag of ["D", "8"]) if (/^\d{4}$/.test(date ?? "")) tags.use(tag, date);
  const record: RawRecord = {
    line: tags.line,
    record: `record ${ordinal}`,
    id: tags.first("F", "M"),
    title: tags.first("T", "B", "Q", "!"),
    abstract: tags.first("X"),
    year: date,
    authors: tags.all("A", "E"),
    venue: tags.first("J", "B", "S", "I"),
    doi: tags.first("R"),
    url: tags.first("U"),
    keywords: tags.all("K").flatMap(splitList),
    aliases: [tags.peek("M")[0]],
    language: tags.first("G"),
    volume: tags.first("V"),
    issue: tags.first("N"),
    pages: tags.peek("P")[0],
    type: tags.peek("0")[0],
  };
  return { ...record, fields: tagFields(tags, "refer", KNOWN) };
}

const KNOWN: ReadonlyMap<string, string> = new Map([
  ["0", "type"],
  ["P", "pages"],
  ["I", "publisher"],
  ["@", "issn"],
  ["+", "affiliations"],
]);
