import type { Paper } from "../../model/paper.ts";
import { ENGLISH, LANGUAGES, noticeLanguage } from "../words/language.ts";
import { cutTexts, textBlocks } from "./cut.ts";
import { Lexicon } from "./lexicon.ts";

/** The languages (ISO 639-1) that `tokenise` reads these papers as. */
export function languagesIn(papers: readonly Paper[], fixed: string | undefined): Set<string> {
  if (fixed !== undefined) return new Set([fixed]);
  const found = new Set<string>();
  const lexicon = new Lexicon([], ENGLISH);
  for (const { texts } of textBlocks(papers)) {
    const { start, token, words } = cutTexts(texts);
    const masks = lexicon.masksOf(lexicon.spellingsOf(words));
    for (let i = 0; i < texts.length; i += 2)
      found.add(LANGUAGES[noticeLanguage(masks, token.subarray(start[i], start[i + 2])).language]);
  }
  return found;
}
