import { existsSync, readFileSync } from "node:fs";
import { parse } from "@retorquere/bibtex-parser";
import { describe, expect, it } from "vitest";
import { createEntryScanner, type Entry } from "../../src/read/bibtex/scan.ts";
import { SHARED } from "./shared.ts";

const FILES = [
  "jabref_complex.bib",
  "jabref_crossref.bib",
  "zotero_davharris.bib",
  "googlescholar_ortho.bib",
  "scopus_m.bib",
  "ads_export.bib",
];

/** Our scanner finds the entries that @retorquere/bibtex-parser finds: same types and keys in the same order. */
describe.skipIf(!existsSync(`${SHARED}/formats/bibtex`))(
  "BibTeX entries as @retorquere/bibtex-parser sees them",
  () => {
    it.each(FILES)("%s", (file) => {
      const text = readFileSync(`${SHARED}/formats/bibtex/${file}`, "utf8").replace(/^\ufeff/, "");
      const entries: Entry[] = [];
      const scanner = createEntryScanner(
        (entry) => entries.push(entry),
        () => undefined,
      );
      scanner.push(text);
      scanner.end();
      const ours = entries
        .filter((entry) => !/^(?:string|comment|preamble)$/i.test(entry.type))
        .map((entry) => `${entry.type.toLowerCase()} ${entry.body.split(",", 1)[0].trim()}`);
      const theirs = parse(text, { sentenceCase: false } as never).entries.map(
        (entry) => `${entry.type} ${entry.key}`,
      );
      expect(ours.length).toBe(theirs.length);
      // The oracle cuts keys at blanks and question marks.
      for (const [i, entry] of theirs.entries())
        expect(ours[i].startsWith(entry), `${ours[i]} / ${entry}`).toBe(true);
    });
  },
);
