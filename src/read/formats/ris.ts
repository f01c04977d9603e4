import { withFunders } from "../columns/funders.ts";
import { tagFields } from "../columns/tags.ts";
import { splitReferences } from "../lists.ts";
import type { Format, RawField, RawRecord } from "../record.ts";
import { readTaggedLines, type TaggedLines, type Tags } from "../tagged.ts";

const TAG = /^\s{0,3}([A-Z][A-Z0-9])[ \t]{0,2}[-–—](?![^ \t])(.*)/;
/** Without a blank after the dash, or in lower case: only where the record begins that way, or "AD-related" would be a tag. */
const TIGHT_TAG = /^\s{0,3}([A-Z][A-Z0-9])[ \t]{0,2}-(.*)/;
const LOWER_TAG = /^\s{0,3}([a-z][a-z0-9])[ \t]{1,2}[-–—](?![^ \t])(.*)/;
const TIGHT_TY = /^\s{0,3}TY[ \t]{0,2}-\w+\s*$/;
const LOWER_TY = /^\s{0,3}ty[ \t]{1,2}[-–—](?![^ \t])/;

/** The first line of a record; the type may be written out ("Journal Article"). */
const TYPE = /^[ \t]{0,3}(?:TY[ \t]{0,2}|ty[ \t]{1,2})[-–—][ \t]{0,9}[\w /()-]{0,40}[ \t]{0,9}$/;
const TYPES = new RegExp(TYPE.source, "m");
/** The number that some services put above each record. */
const NUMBERING = /^\s*[<[(]?\d{1,6}[>\])]?[.:]?\s*$/;

/** RIS (Research Information Systems): as it is meant to be, and as it is found. */
export const ris: Format = {
  name: "ris",
  begins: (line) => TYPE.test(line),
  detect: (head) => (TYPES.test(head) ? 3 : 0),
  create: (emit, warn) =>
    readTaggedLines(emit, warn, {
      field: risField(),
      between: NUMBERING,
      // A record that lost its TY line begins with its title or authors.
      closed: { first: "TY", last: ["ER"], starts: ["TY", "TI", "T1", "AU"] },
      begins: (tag) => tag === "TY",
      record: risRecord,
    }),
};

function risField(): TaggedLines["field"] {
  let other: RegExp | undefined;
  return (line) => {
    const spaced = TAG.exec(line);
    if (spaced?.[1] === "TY") other = undefined;
    else if (TIGHT_TY.test(line)) other = TIGHT_TAG;
    else if (LOWER_TY.test(line)) other = LOWER_TAG;
    const match = spaced ?? other?.exec(line);
    const tag = match?.[1].toUpperCase();
    // Both stand for authors, and files have them beside each other.
    return match && tag ? [tag === "A1" ? "AU" : tag, match[2]] : undefined;
  };
}

function risRecord(tags: Tags, ordinal: number): RawRecord {
  const notes = tags.peek("N1");
  const cited = notes.map((note) => /^(?:cited by|times cited)\D{0,20}(\d+)/i.exec(note)?.[1]).find(Boolean);
  const listed = notes.map((note) => /^references:(.*)/i.exec(note)?.[1]).find(Boolean);
  const references = [
    ...tags.all("CR", "RF").flatMap((value) => (value.includes(";") ? splitReferences(value) : [value])),
    ...splitReferences(listed ?? ""),
  ];
  const dates = ["PY", "DA", "Y1", "Y2"].flatMap((tag) => tags.peek(tag).map((date) => [tag, date] as const));
  const [dated, date] = dates.find(([, text]) => /\d{4}/.test(text)) ?? dates[0] ?? [];
  if (dated !== undefined && date !== undefined && /^\d{4}\/*$/.test(date)) tags.use(dated, date);
  /** The first of these tags' values that is like this: it counts as used. */
  const find = (pattern: RegExp, ...names: readonly string[]) => {
    for (const name of names) {
      const value = tags.peek(name).find((text) => pattern.test(text));
      if (value === undefined) continue;
      tags.use(name, value);
      return value;
    }
    return undefined;
  };
  const record: RawRecord = {
    line: tags.line,
    record: `record ${ordinal}`,
    id: tags.first("ID", "UT", "AN"),
    title: tags.first("TI", "T1", "CT", "BT", "ST", "TT"),
    abstract: tags.first("AB", "N2"),
    year: date,
    authors: tags.all("AU", "A2", "ED", "A3"),
    venue: tags.first("T2", "JF", "JO", "JA", "J2", "BT", "T3", "SE", "PB"),
    doi:
      find(DOI, "DO", "DI") ??
      [...tags.peek("M3"), ...tags.peek("UR"), ...tags.peek("L3")].find((text) => DOI.test(text)),
    url: find(/^https?:/i, "UR", "L2", "L1", "LK"),
    keywords: tags.all("KW").flatMap((value) => value.split(/;|, /)),
    references,
    aliases: [tags.peek("UT", "AN")[0]],
    citations: tags.first("TC") ?? cited,
    language: tags.first("LA"),
    volume: tags.first("VL"),
    issue: tags.first("IS"),
    pages: tags.peek("SP")[0],
    type: tags.peek("TY")[0],
  };
  return { ...record, fields: risFields(tags, listed !== undefined) };
}

const DOI = /10\.\d{4,9}\//;

/** What the record does not say by itself; pages are one field, whether their ends stand together or apart. */
function risFields(tags: Tags, isListed: boolean): RawField[] {
  const [first] = tags.all("SP");
  const [last] = tags.all("EP");
  const pages = [first, last === first ? undefined : last].filter((page) => page !== undefined).join("-");
  const fields = withFunders(tagFields(tags, "ris", KNOWN), "brackets", "FU");
  if (pages !== "") fields.unshift(["pages", pages]);
  if (!isListed) return fields;
  // References in a note are read as what they are.
  return fields.map((field) => {
    if (field[2] !== "ris:N1") return field;
    const notes = [field[1]].flat().filter((note) => !/^references:/i.test(note));
    return ["N1", notes.length === 1 ? notes[0] : notes, field[2]];
  });
}

const KNOWN: ReadonlyMap<string, string> = new Map([
  ["TY", "type"],
  ["PB", "publisher"],
  // Web of Science has it in its own tag there, too.
  ["PU", "publisher"],
  ["SN", "issn"],
  ["AD", "affiliations"],
]);
