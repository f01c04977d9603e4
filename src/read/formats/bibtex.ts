import { parseFields } from "../bibtex/fields.ts";
import { entryRecord } from "../bibtex/record.ts";
import { createEntryScanner } from "../bibtex/scan.ts";
import { outsideLines } from "../outside.ts";
import type { Format, RawRecord } from "../record.ts";

const PARENTS = /^(?:mv)?(?:proceedings|book|collection|reference|conference|periodical|inproceedings)$/i;

/** Remarks, and what programs write at the head of a file. */
const COMMENT =
  /^\s*(?:[%#;*]|\/\/|--|Encoding:|This file was created|Automatically generated|This B[iI]bTeX|BibTeX export|Scopus\s*$|EXPORT DATE:|\\)/i;

/** BibTeX and BibLaTeX: own scanner, string macros, crossref inheritance. */
export const bibtex: Format = {
  name: "bibtex",
  begins: (line) => /^[ \t]*@[ \t]*[a-z]{2,40}[ \t]*[{(][^\s{}()=",]{0,200}[ \t]*,/i.test(line),
  detect(head) {
    const entries = head.match(/^[ \t]*@[ \t]*[a-z_-]+[ \t]*[{(]/gim)?.length ?? 0;
    if (entries > 0) return hasField(head) ? 3 : 2;
    if (
      /^[ \t]*(?:article|book|inproceedings|misc)[ \t]*\{[^\s{}=,]{1,200},[ \t]*\n[ \t]*[a-z]+[ \t]*=/im.test(
        head,
      )
    )
      return 1.5;
    return /@[a-z_-]{1,40}\s{0,40}\{[^{}\n,]{0,200},[^\n=]{0,500}=/i.test(head) ? 1.5 : 0;
  },
  create(emit, warn) {
    const macros = new Map<string, string>();
    const parents = new Map<
      string,
      { readonly type: string; readonly fields: ReadonlyMap<string, string> }
    >();
    /** Keys that entries before named as theirs: BibTeX wants parents behind their children. */
    const wanted = new Set<string>();
    const children: { readonly parent: string; readonly record: RawRecord }[] = [];
    const outside = outsideLines(warn, "an entry (@)");
    const onOutside = (text: string, line: number) => {
      for (const [i, one] of text.split("\n").entries()) if (!COMMENT.test(one)) outside.add(one, line + i);
    };
    const scanner = createEntryScanner(
      (entry) => {
        const type = entry.type.toLowerCase();
        if (type === "comment" || type === "preamble") return;
        const { key, fields } = parseFields(entry, macros, warn);
        if (type === "string") {
          for (const [name, value] of fields) macros.set(name, value);
          return;
        }
        const record = entryRecord(type, key, fields, entry.line);
        const name = key.toLowerCase();
        if (name !== "" && (PARENTS.test(type) || wanted.has(name))) parents.set(name, { type, fields });
        const parent = parentOf(fields);
        if (parent === undefined) return emit(record);
        wanted.add(parent);
        children.push({ parent, record });
      },
      warn,
      onOutside,
    );
    return {
      push: (text) => scanner.push(text),
      inside: () => scanner.inside(),
      held: () => children.length,
      end() {
        scanner.end();
        outside.end();
        for (const { parent, record } of children) {
          const found = parents.get(parent);
          emit(found === undefined ? record : inherit(record, found.type, found.fields));
        }
      },
    };
  },
};

function parentOf(fields: ReadonlyMap<string, string>): string | undefined {
  return (fields.get("crossref") ?? fields.get("xdata"))?.trim().toLowerCase();
}

/** A record with what its parent says: a volume's title is the venue of what stands in it. */
function inherit(record: RawRecord, type: string, parent: ReadonlyMap<string, string>): RawRecord {
  const { title, venue, year, authors } = entryRecord(PARENTS.test(type) ? "book" : type, "", parent, 0);
  return {
    ...record,
    title: record.title || title,
    venue: record.venue || (PARENTS.test(type) ? title || venue : venue),
    year: record.year ?? year,
    authors: (record.authors?.length ?? 0) > 0 ? record.authors : authors,
  };
}

/** Whether "=" stands soon after the beginning of one of the first entries. */
function hasField(head: string): boolean {
  const begin = /^[ \t]*@[ \t]*[a-z_-]{1,40}[ \t]*[{(]/gim;
  for (let i = 0; i < 20; i++) {
    const match = begin.exec(head);
    if (match === null) return false;
    const start = match.index + match[0].length;
    if (/[\w -]=/.test(head.slice(start, start + 500))) return true;
  }
  return false;
}
