import { latexToText, looksLikeLatex } from "./latex.ts";
import { stripMarkup } from "./markup.ts";

/** "na ̈ıve": an accent that a PDF set before its letter. */
const STRAY_ACCENT = / ([\u0300-\u0308\u030a-\u030c])([A-Za-zı])/g;

/** One of the commonest: where none of them stands apart, none does. */
const STRAY = / [\u0300\u0301\u0308]/;

/**
 * Text as people read it: HTML, JATS, MathML, character references and LaTeX as the characters they stand for. White
 * space stays. Every step looks for its sign first: most texts pass untouched, and a second pass finds nothing to do.
 */
export function plainText(raw: string): string {
  const unmarked = stripMarkup(raw);
  const text = looksLikeLatex(unmarked) ? latexToText(unmarked) : unmarked;
  if (!STRAY.test(text)) return text;
  return text.replace(STRAY_ACCENT, (_all, mark: string, letter: string) =>
    ((letter === "ı" ? "i" : letter) + mark).normalize("NFC"),
  );
}
