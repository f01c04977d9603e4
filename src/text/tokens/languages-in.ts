import type { Paper } from "../../model/paper.ts";
import { prepareText } from "../clean/prepare.ts";
import { LANGUAGES, noticeLanguage } from "../words/language.ts";
import { Lexicon } from "./lexicon.ts";
import { Scanner } from "./scan.ts";

/** The languages (ISO 639-1) that `tokenise` reads these papers as. */
export function languagesIn(papers: readonly Paper[], fixed: string | undefined): Set<string> {
  if (fixed !== undefined) return new Set([fixed]);
  const lexicon = new Lexicon([], { language: 0, mostlyEnglish: true });
  const scanner = new Scanner(lexicon, 1024);
  const found = new Set<string>();
  for (const { title, abstract } of papers) {
    scanner.length = 0;
    scanner.scan(prepareText(title));
    scanner.scan(prepareText(abstract));
    found.add(LANGUAGES[noticeLanguage(lexicon.mask, scanner.tokens.subarray(0)).language]);
  }
  return found;
}
