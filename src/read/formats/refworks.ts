import { tagFields } from "../columns/tags.ts";
import { splitList } from "../lists.ts";
import type { Format, RawRecord } from "../record.ts";
import { fieldPattern, readTaggedLines, type Tags } from "../tagged.ts";

const TYPE = /^RT [A-Z][a-z]+(?:[ /,(-]+[A-Za-z]+\)?)*\s*$/;

/** RefWorks' tagged format: "RT Journal Article", "T1 …". */
export const refworks: Format = {
  name: "refworks",
  begins: (line) => TYPE.test(line),
  detect: (head) => (/^RT [A-Z][a-z]/m.test(head) && /^(?:T1|A1|SR|YR|JF) \S/m.test(head) ? 3 : 0),
  create: (emit, warn) =>
    readTaggedLines(emit, warn, {
      field: fieldPattern(/^([A-Z][A-Z0-9])(?: (.*)|$)/),
      begins: (tag, open) => tag === "RT" && open.has("RT", "T1"),
      record: refworksRecord,
    }),
};

function refworksRecord(tags: Tags, ordinal: number): RawRecord {
  const pubmed = tags.peek("PMID", "UI")[0];
  const date = tags.peek("YR", "FD")[0];
  if (/^\d{4}$/.test(date ?? "")) tags.use("YR", date);
  const record: RawRecord = {
    line: tags.line,
    record: `record ${ordinal}`,
    id: tags.first("ID", "AN"),
    title: tags.first("T1", "T2", "OT"),
    abstract: tags.first("AB"),
    year: date,
    authors: tags.all("A1", "A2", "A3"),
    venue: tags.first("JF", "JO", "T2", "T3", "PB"),
    doi: tags.first("DO"),
    url: tags.first("UL", "LK"),
    keywords: tags.all("K1").flatMap(splitList),
    aliases: [/^\d{4,9}$/.test(pubmed ?? "") ? `pmid:${pubmed}` : undefined],
    language: tags.first("LA"),
    volume: tags.first("VO"),
    issue: tags.first("IS"),
    pages: tags.peek("SP")[0],
    type: tags.peek("RT")[0],
  };
  const [first, last] = [tags.first("SP"), tags.first("OP")];
  const pages = [first, last].filter((page) => page !== undefined).join("-");
  return { ...record, fields: [["pages", pages], ...tagFields(tags, "refworks", KNOWN)] };
}

const KNOWN: ReadonlyMap<string, string> = new Map([
  ["RT", "type"],
  ["PB", "publisher"],
  ["SN", "issn"],
  ["AD", "affiliations"],
]);
