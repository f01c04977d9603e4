import { trimAbstract } from "../../prose/abstract.ts";
import { plainText } from "../../prose/plain.ts";
import { dropHeadings } from "./headings.ts";

const URL = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>()"']+/gi;
/** "recog-⏎nition", and "recog- nition" where a reader has joined the lines; "two- and three-dimensional" stays. */
const LINE_HYPHEN = /(\p{Ll})[-‐]\s+(?!(?:and|or|to|und|oder|et|ou|y|o|e|en|of|vs)\b)(\p{Ll})/gu;
/** "32times32", "3 times 3": a × that lost its backslash. */
const LOST_TIMES = /(\d)\s?\\?times\s?(?=\d)/g;

/**
 * A title or abstract as it is cut into words: without addresses, copyright lines and headings of structured abstracts;
 * words that a line break cut are whole again. Papers of our own readers have no mark-up left; others may. Case, accents
 * and sentence ends stay. Every step looks for its sign first: most texts pass untouched.
 */
export function prepareText(text: string): string {
  let t = plainText(text);
  // What LaTeX without its dollars leaves: "AP_{50}", "class C_{0}".
  if (t.includes("{")) t = t.replace(/[{}]/g, "");
  if (t.includes("://") || t.includes("www.")) t = t.replace(URL, " . ");
  if (t.includes("\u00ad")) t = t.replaceAll("\u00ad", "");
  if (t.includes("- ") || t.includes("-\n") || t.includes("-\r")) t = t.replace(LINE_HYPHEN, "$1$2");
  if (t.includes("times")) t = t.replace(LOST_TIMES, "$1×");
  return dropHeadings(trimAbstract(t));
}
