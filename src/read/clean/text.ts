/** White space to single blanks, well-formed Unicode, no control characters, composed accents (NFC). */
export function tidy(text: string): string {
  let out = text;
  // Most text is plain: the costly steps are taken only where there is something to do.
  const isPlain = !UNPLAIN.test(out);
  if (!isPlain) {
    if (UNWANTED.test(out))
      out = out
        .replace(/\p{Cs}/gu, "\ufffd")
        .replace(
          /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]/g,
          "",
        );
    out = out.normalize("NFC");
  }
  // One pattern for all of these would take twice as long.
  const isEven =
    out.charCodeAt(0) !== BLANK && out.charCodeAt(out.length - 1) !== BLANK && !out.includes("  ");
  return isEven && (isPlain || !OTHER_SPACE.test(out)) ? out : out.replace(/\s+/g, " ").trim();
}

const UNWANTED =
  /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]/;
const UNPLAIN = /[^\x20-\x7e]/;
const BLANK = 32;
const OTHER_SPACE = /[^\S ]/;

/** The beginning of a text, at most `length` long; no character is cut in two. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

const ABSENT =
  /^(?:\[?\(?(?:no abstract(?: is)?(?: available)?|abstract (?:not|un)available|no (?:title|author name|keywords?)(?: available)?|not (?:available|specified|provided|applicable))\)?\]?\.?|n\.?\/?a\.?|nan|none|null|undefined|unknown|[-–—.?]+|abstract\.?|\[no author\(?s?\)? listed\])$/i;

/** Whether a field says that there is nothing ("[No abstract available]", "N/A", "nan", "-"). */
export function isAbsent(text: string): boolean {
  return text === "" || (text.length < 60 && ABSENT.test(text));
}
