import { withFunders } from "../columns/funders.ts";
import { tagFields } from "../columns/tags.ts";
import type { Format, RawRecord } from "../record.ts";
import { fieldPattern, readTaggedLines, type Tags } from "../tagged.ts";

const TAG = /^([A-Z][A-Z0-9]{1,3}) {0,3}- ?(.*)/;

/** PubMed's MEDLINE format (.nbib, "PubMed format"). */
export const nbib: Format = {
  name: "nbib",
  begins: (line) => /^PMID ?- ?\d/.test(line),
  detect(head) {
    if (/^PMID ?- ?\d/m.test(head)) return 3;
    return /^(?:TI {2}|JT {2}|DP {2}|FAU )- /m.test(head) && !/^TY {1,2}-/m.test(head) ? 2.5 : 0;
  },
  create: (emit, warn) =>
    readTaggedLines(emit, warn, {
      field: fieldPattern(TAG),
      indented: true,
      // A record begins at PMID, or after a blank line once the open one has a title.
      begins: (tag, open, blank) =>
        tag === "PMID" ? open.has("PMID") || hasTitle(open) : blank && hasTitle(open),
      record: medlineRecord,
    }),
};

function hasTitle(tags: Tags): boolean {
  return tags.has("TI") || tags.has("BTI") || tags.has("TT");
}

function medlineRecord(tags: Tags, ordinal: number): RawRecord {
  const id = tags.first("PMID");
  const ids = [...tags.peek("LID"), ...tags.peek("AID"), ...tags.peek("DOI")];
  const date = tags.peek("DP")[0];
  if (date !== undefined && /^\d{4}$/.test(date)) tags.use("DP", date);
  const authors = [...tags.all("FAU", "AU"), ...tags.all("CN").map((literal) => ({ literal }))];
  const pmc = tags.first("PMC");
  const record: RawRecord = {
    line: tags.line,
    record: `record ${ordinal}`,
    id,
    title: tags.first("TI", "BTI", "TT"),
    abstract: tags.first("AB", "OAB"),
    year: date ?? tags.first("DEP", "EDAT"),
    authors: authors.length > 0 ? authors : tags.all("FED"),
    venue: tags.first("JT", "TA", "BTI", "SO"),
    doi: ids.find((value) => /^10\.|\[doi\]/.test(value))?.replace("[doi]", ""),
    keywords: [...tags.all("OT"), ...tags.all("MH").map((term) => term.split("/")[0])],
    aliases: [id === undefined ? undefined : `pmid:${id}`, pmc === undefined ? undefined : `pmcid:${pmc}`],
    language: tags.first("LA"),
    volume: tags.first("VI"),
    issue: tags.first("IP"),
    pages: tags.peek("PG")[0],
    type: "journal-article",
  };
  // Full names and short ones are of the same people; the id is in two places.
  tags.all("AU");
  return { ...record, fields: withFunders(tagFields(tags, "nbib", KNOWN, OWN), "bars", "GR") };
}

/** PubMed's own: who keeps a record, when it was changed, and ids that are read elsewhere. */
const OWN: ReadonlySet<string> = new Set(
  "OWN STAT DCOM LR JID SB EDAT MHDA CRDT PHST PST OTO PMCR LID AID SO".split(" "),
);
const KNOWN: ReadonlyMap<string, string> = new Map([
  ["AD", "affiliations"],
  ["PT", "type"],
  ["IS", "issn"],
  ["ISBN", "isbn"],
  ["PB", "publisher"],
  ["PG", "pages"],
]);
