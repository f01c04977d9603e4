import { tagFields } from "../columns/tags.ts";
import { splitList } from "../lists.ts";
import type { Format, RawRecord } from "../record.ts";
import { fieldPattern, readTaggedLines, type Tags } from "../tagged.ts";

/** ReDIF, the templates of RePEc (https://ideas.repec.org/t/papertemplate.html). */
export const redif: Format = {
  name: "redif",
  begins: (line) => /^Template-Type:\s*ReDIF/i.test(line),
  detect: (head) => (/^Template-Type:\s*ReDIF/im.test(head) ? 3 : 0),
  create: (emit, warn) =>
    readTaggedLines(emit, warn, {
      field: fieldPattern(/^([A-Za-z][\w-]{2,40}):[ \t]?(.*)/),
      begins: (tag) => tag === "Template-Type",
      record: redifRecord,
    }),
};

function redifRecord(tags: Tags, ordinal: number): RawRecord {
  const record: RawRecord = {
    line: tags.line,
    record: `record ${ordinal}`,
    id: tags.first("Handle"),
    title: tags.first("Title"),
    abstract: tags.first("Abstract"),
    year: tags.first("Year", "Creation-Date", "Publication-Date"),
    authors: tags.all("Author-Name", "Editor-Name"),
    venue: tags.first("Journal", "Series", "Book-Title", "Publication-Status"),
    doi: tags.first("DOI"),
    url: tags.first("File-URL"),
    keywords: tags.all("Keywords").flatMap(splitList),
    language: tags.first("Language"),
    volume: tags.first("Volume"),
    issue: tags.first("Issue", "Number"),
    pages: tags.peek("Pages")[0],
    type: tags.peek("Template-Type")[0],
  };
  return { ...record, fields: tagFields(tags, "redif", KNOWN) };
}

const KNOWN: ReadonlyMap<string, string> = new Map([
  ["Template-Type", "type"],
  ["Pages", "pages"],
  ["Publisher-Name", "publisher"],
  ["Author-Workplace-Name", "affiliations"],
]);
