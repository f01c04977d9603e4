/**
 * The grammar of DOIs as they are met: one for papers, references and addresses. The handbook allows any printable
 * character in a suffix; what stands around a DOI in files (brackets, commas, tags, queries) is told from it here.
 */

const START = /(?<![\d.])10\.\d{4,9}(?:\.\d{1,9})*\//g;
const LONGEST = 2000;
/** Signs that end a DOI wherever they stand; "'" is among those that only may not be its last. */
const ENDS = /[\s"`|^{}\\\u00ab\u00bb\u201c-\u201f\u3000-\u301f\ufffd\uff08-\uff0c\uff1b]/;
const TRAILING = /[.,;:!?'’*…]+$/;
/** Behind the brackets of a SICI (ANSI/NISO Z39.56): "<693::AID-ASI4>3.0.CO;2-O", "[0933:TEOTWA]2.0.CO;2". */
const SICI_TAIL = /^\d\.\d\.[a-z]{2}/i;
/** What addresses of landing pages add to a DOI. */
const PAGE =
  /(?:\/(?:abstract|full|full-?text|e?pdf|pdfft|epub|html?|xml|summary|meta|references|citations?|figures?|tables?|supinfo|suppl_file|asset|reader|download|issuetoc)(?:\/.*|;.*)?|\/)$/i;
const FILE = /(?:\.(?:full|abstract|short|long|e?pdf|html?|xml))+$/i;
/** "v2.full" behind the DOI of a preprint at bioRxiv or medRxiv. */
const VERSION = /^(10\.(?:1101|64898)\/[\d.]{6,}\d)v\d.*$/;
const QUERY = /[?#&](?:[a-z_][\w.-]*=|(?<=[?#])[a-z]).*$/i;
/** What follows a comma or an end without a blank and is no part of the DOI. */
const NEXT = /(?:https?:|[,;]10\.\d{4,9}\/|,,|,\s*(?:pmid|pmcid|doi|arxiv|v\d|p\d)|;jsessionid).*$/i;

/** The first DOI in a text, in plain lower case: no resolver, query or page ending; undefined where there is none. */
export function findDoi(text: string): string | undefined {
  if (!text.includes("10.")) return undefined;
  const plain = unescaped(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  START.lastIndex = 0;
  for (let start = START.exec(plain); start !== null; start = START.exec(plain)) {
    const before = plain.slice(Math.max(0, start.index - 300), start.index);
    const doi = suffixed(plain, start, /(?:\/\/|www\.|doi\.org)\S*$/i.test(before));
    if (doi !== undefined) return doi;
  }
  return undefined;
}

/** The DOI that begins with the prefix found; undefined where nothing follows it. */
function suffixed(
  text: string,
  { 0: prefix, index }: RegExpExecArray,
  inAddress: boolean,
): string | undefined {
  const from = index + prefix.length;
  SIMPLE.lastIndex = from;
  SIMPLE.test(text);
  let suffix = text.slice(from, SIMPLE.lastIndex);
  if (SIMPLE.lastIndex < text.length && !/\s/.test(text[SIMPLE.lastIndex]))
    suffix = text
      .slice(from, endOfSuffix(text, from))
      .replace(NEXT, "")
      .replace(QUERY, "")
      .replace(TRAILING, "")
      .replace(PAGE, "");
  if (inAddress) suffix = suffix.replace(TRAILING, "").replace(FILE, "");
  suffix = suffix.replace(TRAILING, "");
  return suffix === "" ? undefined : `${prefix}${suffix}`.toLowerCase().replace(VERSION, "$1");
}

/** Nothing here that would have to be weighed. */
const SIMPLE = /[A-Za-z0-9._-]*/y;

/** Where the suffix that begins at `from` ends: before what can stand in none, or closes a bracket that it did not open. */
function endOfSuffix(text: string, from: number): number {
  let open = 0;
  let i = from;
  for (; i < text.length && !ENDS.test(text[i]); i++) {
    const c = text[i];
    if (c === "(") open++;
    else if (c === ")" && open-- === 0) break;
    else if (c === "<" || c === "[") {
      const close = closing(text, i);
      if (close < 0) break;
      i = close;
    } else if (c === ">" || c === "]") break;
    // ";" stands in the control segment of a SICI only, else between DOIs.
    else if (c === ";" && !SICI_TAIL.test(text.slice(Math.max(0, i - 6), i))) break;
    else if (c === "," && !/^[\w(]/.test(text.slice(i + 1, i + 2))) break;
  }
  return i;
}

/** Where the bracket of a SICI that opens at `at` closes; −1 where it is a tag, a note or a list instead. */
function closing(text: string, at: number): number {
  const close = text.indexOf(text[at] === "<" ? ">" : "]", at);
  const inside = close < 0 ? " " : text.slice(at + 1, close);
  return !/[\s<[]/.test(inside) && SICI_TAIL.test(text.slice(close + 1, close + 7)) ? close : -1;
}

const ESCAPED = /[%&\\{$\u00ad\u200b-\u200d\u2010\u2011\u2060]/;

/** Without the ways in which files write single characters: of addresses, HTML (also twice), LaTeX; hyphens plain. */
function unescaped(text: string): string {
  if (!ESCAPED.test(text)) return text;
  let out = text;
  if (out.includes("%"))
    out = out
      .replace(/%25(?=[0-9a-f]{2})/gi, "%")
      .replace(/%([2-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  if (out.includes("&"))
    out = out
      .replace(/&(?:amp;)+/gi, "&")
      .replace(/&(?:lt|#60|#x3c);/gi, "<")
      .replace(/&(?:gt|#62|#x3e);/gi, ">")
      .replace(/&(?:quot|#34|#x22);/gi, '"');
  if (/[\\{$]/.test(out))
    out = out
      .replace(
        /\{?\\text(less|greater)(?:\{\}|\})?|\$([<>])\$/g,
        (_, name, sign) => sign ?? (name === "less" ? "<" : ">"),
      )
      .replace(/\{?\\?([_%&#<>[\]~^])\}?/g, "$1");
  return out.replace(/[\u00ad\u200b-\u200d\u2060]/g, "").replace(/[\u2010\u2011]/g, "-");
}
