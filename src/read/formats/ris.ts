import { lineSplitter } from "../lines.ts";
import { splitReferences } from "../lists.ts";
import type { Format, RawRecord } from "../record.ts";
import { Tags } from "../tagged.ts";

const TAG = /^\s{0,3}([A-Z][A-Z0-9])[ \t]{0,2}[-–—](?![^ \t])(.*)/;
/** Without a blank after the dash: only where the record begins that way, or "AD-related" would be a tag. */
const TIGHT_TAG = /^\s{0,3}([A-Z][A-Z0-9])[ \t]{0,2}-(.*)/;

/** The number that some services put above each record. */
const NUMBERING = /^\s*[<[(]?\d{1,6}[>\])]?[.:]?\s*$/;
const TIGHT_TY = /^\s{0,3}TY[ \t]{0,2}-\w+\s*$/;

/** RIS (Research Information Systems): as it is meant to be, and as it is found. */
export const ris: Format = {
  name: "ris",
  detect(head) {
    const first = /^\s{0,3}TY[ \t]{0,2}[-–—][ \t]{0,9}\w*\s*$/m.exec(head);
    if (first === null) return 0;
    // RIS records somewhere behind BibTeX entries.
    return /^[ \t]*@[a-z]{3,20}\{/im.test(head.slice(0, first.index)) ? 2 : 3;
  },
  create(emit, warn) {
    let tags: Tags | undefined;
    let records = 0;
    let tight = false;
    /** Lines above the first record. */
    let above = 0;
    /** Lines behind it that stand in none: how many, and the first. */
    let lines = 0;
    let outside: { readonly text: string; readonly line: number } | undefined;

    const endRecord = () => {
      if (tags !== undefined) emit(risRecord(tags, ++records));
      tags = undefined;
    };
    const splitter = lineSplitter((line, number) => {
      if (line.trim() === "") return;
      const spaced = TAG.exec(line);
      if (spaced === null ? TIGHT_TY.test(line) : spaced[1] === "TY") tight = spaced === null;
      const match = spaced ?? (tight ? TIGHT_TAG.exec(line) : null);
      if (match === null) {
        if (tags !== undefined) tags.extend(line);
        else if (!NUMBERING.test(line)) {
          if (records > 0) {
            outside ??= { text: line.trim(), line: number };
            lines++;
          } else if (++above === 1)
            warn("text before the first record, expected TY; skipped", { line: number });
        }
        return;
      }
      const [, tag, value] = match;
      if (tag === "TY") {
        if (tags !== undefined)
          warn("a new record begins (TY) before the one before was ended; expected ER, ended here", {
            line: number,
          });
        endRecord();
        tags = new Tags(number);
        tags.add(tag, value);
      } else if (tag === "ER") endRecord();
      else {
        // A record that lost its TY line.
        if (["TI", "T1", "AU", "A1"].includes(tag)) tags ??= new Tags(number);
        tags?.add(tag, value);
      }
    });
    return {
      push: splitter.push,
      end() {
        splitter.end();
        if (tags !== undefined)
          warn("the last record is not ended, expected ER (truncated?); read as it is", { line: tags.line });
        endRecord();
        if (outside !== undefined)
          warn(
            `${lines} ${lines === 1 ? "line" : "lines"} outside the records, expected TY; left out: “${outside.text.slice(0, 60)}”`,
            { line: outside.line },
          );
      },
    };
  },
};

function risRecord(tags: Tags, ordinal: number): RawRecord {
  const notes = tags.all("N1");
  const cited = notes.map((note) => /^(?:cited by|times cited)\D{0,20}(\d+)/i.exec(note)?.[1]).find(Boolean);
  const listed = notes.map((note) => /^references:(.*)/i.exec(note)?.[1]).find(Boolean);
  const references = [
    ...tags.all("CR", "RF").flatMap((value) => (value.includes(";") ? splitReferences(value) : [value])),
    ...splitReferences(listed ?? ""),
  ];
  return {
    line: tags.line,
    record: `record ${ordinal}`,
    id: tags.first("ID", "UT", "AN"),
    title: tags.first("TI", "T1", "CT", "BT", "ST", "TT"),
    abstract: tags.first("AB", "N2"),
    year: tags.first("PY", "Y1", "DA", "Y2"),
    authors: tags.all("AU", "A1", "A2", "ED", "A3"),
    venue: tags.first("T2", "JF", "JO", "JA", "J2", "BT", "T3", "SE", "PB"),
    doi: [...tags.all("DO", "DI"), ...tags.all("M3"), ...tags.all("UR"), ...tags.all("L3")].find((value) =>
      /10\.\d{4,9}\//.test(value),
    ),
    url: [...tags.all("UR"), ...tags.all("L2"), ...tags.all("L1"), ...tags.all("LK")].find((value) =>
      /^https?:/i.test(value),
    ),
    keywords: tags.all("KW").flatMap((value) => value.split(/;|, /)),
    references,
    aliases: [tags.first("UT", "AN")],
    citations: tags.first("TC") ?? cited,
    language: tags.first("LA"),
    volume: tags.first("VL"),
    issue: tags.first("IS"),
    pages: tags.first("SP"),
    type: tags.first("TY"),
  };
}
