import { tagFields } from "../columns/tags.ts";
import type { Format, RawRecord } from "../record.ts";
import { readTaggedLines, type TaggedLines, type Tags } from "../tagged.ts";

const NUMBER = /^ ?<\d{1,7}(?:\. ?)?>\s*$/;

/** Names of fields, as Ovid's citation form has them on lines of their own, and the tags that say the same. */
const TAGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "unique identifier": "UI",
    "accession number": "AN",
    title: "TI",
    "book title": "BT",
    author: "AU",
    authors: "AU",
    "authors full name": "FA",
    "authors full names": "FA",
    "author/editor": "AU",
    editor: "ED",
    source: "SO",
    abstract: "AB",
    "author keywords": "KW",
    "keyword heading": "KW",
    "keyword heading owner": "",
    "key concepts": "KW",
    "subject headings": "SH",
    "mesh subject headings": "SH",
    "digital object identifier": "DO",
    "publication year": "YR",
    "year of publication": "YR",
    year: "YR",
    "date of publication": "DP",
    "journal name": "JN",
    language: "LG",
    references: "RF",
  }),
);
const TAG = /^ ?([A-Z][A-Z0-9]{1,2}) {1,2}- ?(.*)/;
const NAME = /^[A-Z][A-Za-z/&() -]{2,60}$/;

/** Ovid's exports: "Reprint/Medlars" (tags) and "citation" (names of fields over their indented values). */
export const ovid: Format = {
  name: "ovid",
  begins: (line) => /^ ?(?:<\d{1,7}\. >\s*$|VN {1,2}- Ovid)/.test(line),
  detect(head) {
    if (/^ ?VN {1,2}- Ovid/m.test(head)) return 3;
    if (!/^<\d{1,7}(?:\. ?)?>\s*$/m.test(head)) return 0;
    return /^(?:TI {1,2}- |Title\n {1,8}\S)/m.test(head) ? 3 : 0;
  },
  create: (emit, warn) =>
    readTaggedLines(emit, warn, {
      field: ovidField(),
      between: NUMBER,
      indented: true,
      lists: new Set(["RF"]),
      begins: (tag, open, blank) =>
        open.has("TI") && (tag === "VN" || (blank && ["DB", "UI", "AN", "TI"].includes(tag))),
      record: ovidRecord,
    }),
};

/** A file has tags or names: words on a line of their own are text where there are tags. */
function ovidField(): TaggedLines["field"] {
  let hasTags = false;
  return (line) => {
    const match = TAG.exec(line);
    hasTags ||= match !== null;
    if (match !== null) return [match[1], match[2]];
    return hasTags || !NAME.test(line) ? undefined : [TAGS.get(line.toLowerCase()) ?? line, ""];
  };
}

/** "Doe, Ann [Ed]; Roe, Bo [Ed]. (2012). A book. …": editors, then what the title of the whole is. */
const EDITORS = /^.{0,2000}\[Ed[^\]]{0,40}\]\.?\s*(?:\(\d{4}\)\.?\s*)?/;

function printedIn(source = ""): string | undefined {
  return /^\[?([^.;\]]{2,200})/.exec(source.replace(EDITORS, ""))?.[1];
}

function ovidRecord(tags: Tags, ordinal: number): RawRecord {
  const source = tags.peek("SO")[0];
  const printed = /(\d+)\(([\d-]+)\)(?::\s?([\w-]+))?/.exec(source ?? "");
  const id = tags.first("UI", "AN");
  const isMedline = /medline/i.test(tags.peek("DB")[0] ?? "") && /^\d{4,9}$/.test(id ?? "");
  const record: RawRecord = {
    line: tags.line,
    record: `record ${ordinal}`,
    id,
    title: tags.first("TI", "BT")?.replace(/\.?\s*\[[A-Z][a-z]+(?: [A-Za-z]+)?\]\s*$/, ""),
    abstract: tags.first("AB"),
    // "J Tests. 12(3):1-5, November 15, 2004."
    year: tags.first("YR", "DP", "YP") ?? source?.match(/\b(?:1[5-9]|20)\d\d\b/g)?.at(-1),
    authors: tags
      .all("FA", "AU", "ED")
      .flatMap((names) => names.replace(/\[[^\]]*(?:\]|$)/g, " ").split(/;\s*/))
      .map((name) => name.replace(/(?<![\d,+*\s])[\d,+*\s]+$/, ""))
      .filter((name) => name !== ""),
    venue:
      tags.first("JN", "JT") ?? printedIn(source ?? (tags.first("TI") === undefined ? "" : tags.first("BT"))),
    doi: [...tags.peek("DO"), ...tags.peek("DI")].find((value) => value.includes("10.")),
    url: [...tags.peek("UR"), ...tags.peek("XL")].find((value) => /^https?:/i.test(value)),
    keywords: tags.all("KW", "SH", "MH", "DE").flatMap((list) => list.split(/;\s*/)),
    references: tags.all("RF"),
    aliases: [isMedline ? `pmid:${id}` : undefined],
    language: tags.first("LG"),
    volume: tags.first("VI") ?? printed?.[1],
    issue: tags.first("IP") ?? printed?.[2],
    pages: tags.peek("PG")[0] ?? printed?.[3],
    type: tags.peek("PT")[0],
  };
  for (const [tag, value] of [
    ["DO", record.doi],
    ["DI", record.doi],
    ["UR", record.url],
  ] as const)
    tags.use(tag, value);
  return { ...record, fields: tagFields(tags, "ovid", KNOWN) };
}

const KNOWN: ReadonlyMap<string, string> = new Map([
  ["PT", "type"],
  ["PG", "pages"],
  ["PB", "publisher"],
  ["IS", "issn"],
  ["IB", "isbn"],
  ["IN", "affiliations"],
]);
