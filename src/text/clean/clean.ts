import { dropBoilerplate } from "./boilerplate.ts";
import { plainLatex } from "./latex.ts";
import { plainMarkup } from "./markup.ts";

const URL = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>()"']+/gi;
/** "recog-⏎nition", and "recog- nition" where a reader has joined the lines; "two- and three-dimensional" stays. */
const LINE_HYPHEN = /(\p{Ll})[-‐]\s+(?!(?:and|or|to|und|oder|et|ou|y|o|e|en|of|vs)\b)(\p{Ll})/gu;
/** "32times32", "3 times 3": a × that lost its backslash. */
const LOST_TIMES = /(\d)\s?\\?times\s?(?=\d)/g;

/** "na ̈ıve": an accent that a PDF set before its letter. */
const STRAY_ACCENT = / ([\u0300-\u0308\u030a-\u030c])([A-Za-zı])/g;

/**
 * Text as its author meant it: without addresses, mark-up (HTML, JATS, MathML, LaTeX), copyright lines and headings
 * of structured abstracts; words that a line break cut are whole again. Case, accents and sentence ends stay.
 * Idempotent on ordinary prose. Every step looks for its tell-tale character first: most texts pass untouched.
 */
export function cleanText(text: string): string {
  let t = text;
  if (t.includes("&") || t.includes("<")) t = plainMarkup(t);
  if (t.includes("://") || t.includes("www.")) t = t.replace(URL, " . ");
  if (t.includes("\\") || t.includes("$") || t.includes("{")) t = plainLatex(t);
  if (t.includes("\u00ad")) t = t.replaceAll("\u00ad", "");
  if (t.includes("- ") || t.includes("-\n") || t.includes("-\r")) t = t.replace(LINE_HYPHEN, "$1$2");
  if (t.includes("times")) t = t.replace(LOST_TIMES, "$1×");
  if (t.includes(" \u0308") || t.includes(" \u0301") || t.includes(" \u0300"))
    t = t.replace(STRAY_ACCENT, (_all, mark: string, letter: string) =>
      ((letter === "ı" ? "i" : letter) + mark).normalize("NFC"),
    );
  return dropBoilerplate(t);
}
