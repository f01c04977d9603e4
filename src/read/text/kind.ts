const GIVE = "Export as BibTeX, RIS, CSV, JSON or plain text from your reference manager or database";
const GRAPH = "a graph has links but no papers to read: give the collection that it was made of";
const MAIL = `a mail or a saved web page (MIME, .mht, .eml). Save the export itself, or copy the text of the page. ${GIVE}`;
const VIA_ZOTERO = `not read. ${GIVE}; Zotero and JabRef open it and export RIS`;

/** What text is by signs of its own, first match counts: what it looks like, and what to do. */
const SIGNS: readonly (readonly [sign: RegExp, kind: string])[] = [
  [
    /^\s*\*(?:vertices|arcs|edges|arcslist|edgeslist|network|partition)\b/i,
    `a graph in Pajek's format; ${GRAPH}`,
  ],
  [/^\s*(?:creator\b[^\n]*\n\s*)?graph\s*\[/i, `a graph in GML; ${GRAPH}`],
  [/^\s*(?:strict\s+)?(?:di)?graph\b[^\n{]{0,200}\{/i, `a graph in DOT (Graphviz); ${GRAPH}`],
  [/^\s*(?:nodedef>|dl\s+n|\*(?:node|tie) (?:data|properties))/i, `a graph; ${GRAPH}`],
  [/^\s*(?:=LDR|LDR)\s|^=\d{3} {2}/m, `MARC, the format of library catalogues; ${VIA_ZOTERO}`],
  [/^--[A-Z]{2}-- /m, `an export of Biblioscape; ${VIA_ZOTERO}`],
  [/^(?:TI|AU) ~ /m, `an export of Inspec; ${VIA_ZOTERO}`],
  [/^TI- \S[\s\S]{0,2000}?\n[A-Z]{2}- /m, `an export of Copac; ${VIA_ZOTERO}`],
  [/^(?:MIME-Version|Content-Type|Content-Transfer-Encoding|Return-Path|Received|Message-ID):/im, MAIL],
  [/^From: [^\n]+\n(?:[A-Z][\w-]*: [^\n]*\n){1,20}/m, MAIL],
  [/^BEGIN:V(?:CARD|CALENDAR|EVENT)/m, `a list of contacts or dates. ${GIVE}`],
  [/^-----BEGIN [A-Z ]+-----/m, `a key or certificate. ${GIVE}`],
  [/^(?:diff --git |@@ -\d+)/m, `a list of changes (diff). ${GIVE}`],
  [/^\d\d:\d\d:\d\d[,.]\d{3} --> /m, `subtitles. ${GIVE}`],
  [/^#!\s*\//, `a script. ${GIVE}`],
  [/^\s*(?:create table|insert into)\s/im, `a dump of a database (SQL). ${GIVE}`],
  [
    /^\s*\\(?:bibitem|usepackage|relax|citation|entry|bibcite|newcommand)\b/m,
    "LaTeX. Give the .bib file that it uses",
  ],
  [/^cff-version:/m, `CITATION.cff (YAML), not read. ${GIVE}`],
];

/** What most lines of other kinds of text look like: share of the lines, kind, sign. */
const LINES: readonly (readonly [share: number, kind: string, line: RegExp])[] = [
  [
    0.5,
    "a log",
    /^\W{0,3}(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{1,2}\s+\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3}\s)|\b(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE)\b/i,
  ],
  [0.6, "settings (INI, TOML or the like)", /^\[[^\]]{1,60}\]$|^[\w.-]{1,60}\s?=\s?/],
  [
    0.4,
    "the source text of a program",
    /[;{}]$|^(?:import |from \S+ import|def \w+\(|class \w+[:({]|function\b|const |let |var |#include|public |private |return\b|if \(|if __|for \(|while \(|package |using \w+;|@\w+\(|elif |else[:{]|try[:{]|<\?php|#define)|=>|\w\(.{0,200}\)[;:{]?$|^\w+ ?[-+*]?= ?\S/,
  ],
  [0.3, "HTML", /<\/?[a-z][a-z\d]{0,12}(?:\s[^<>]{0,300})?\/?>/i],
  [0.5, "encoded data (base64)", /^[A-Za-z\d+/=]{60,}$/],
];

const YAML_LINE = /^(?:-\s+)?["']?[\w.-]{1,40}["']?:(?:\s|$)|^-\s/;
/** A name without a value, or an indented one: no line of a listing. */
const YAML_ONLY = /^\s*(?:-\s+)?["']?[\w.-]{1,40}["']?:\s*$|^\s+(?:-\s+)?["']?[\w.-]{1,40}["']?:\s/;
const MOST_LINES = 1000;

/**
 * What a text looks like that no reader knows and that is no listing of titles and abstracts.
 * @param head the beginning of the text
 * @returns what it looks like and what can be done; undefined where it may be a listing
 */
export function otherKind(head: string): string | undefined {
  for (const [sign, kind] of SIGNS) if (sign.test(head)) return `this looks like ${kind}`;
  const all = head
    .split("\n", MOST_LINES)
    .filter((line) => /\p{L}\p{M}{0,9}\p{L}/u.test(line))
    .map((line) => line.slice(0, 500));
  const lines = all.map((line) => line.trim());
  const share = (test: (line: string) => boolean, of = lines) =>
    of.filter(test).length / Math.max(1, of.length);
  const yaml = share((line) => YAML_LINE.test(line) || line.startsWith("#"));
  if (yaml >= 0.7 && share((line) => YAML_ONLY.test(line), all) >= 0.1)
    return `this looks like YAML, which is not read. ${GIVE}`;
  for (const [least, kind, line] of LINES)
    if (share((one) => line.test(one)) >= least) return `this looks like ${kind}, not like papers. ${GIVE}`;
  if (lines.length > 0 && share(isWordy) < 0.5)
    return `this does not look like titles and abstracts: most lines are no words (“${lines.find((line) => !isWordy(line))?.slice(0, 60)}”). ${GIVE}`;
  const shapes = new Set(lines.map((line) => line.replace(/\d+/g, "0")));
  if (lines.length >= MANY && shapes.size < lines.length * 0.2)
    return `this looks like the same few lines again and again, not like papers. ${GIVE}`;
  return undefined;
}

const MANY = 20;

/** Whether a line is made of words: letters for the most part, and more than one of them. */
function isWordy(line: string): boolean {
  const letters = line.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Thai}|\p{Script=Hangul}/u.test(line)) return letters >= 4;
  return letters >= line.replace(/\s/g, "").length * 0.45 && letters >= 3;
}

const NOTE =
  /\b(?:to-?do|remember|ask|don'?t|buy|call|mail|meeting|deadline|I|I'm|my|me|you|your|let's|check|read|see|maybe|note|notes|idea|ideas|password)\b/;

/** Whether a line may be a title: neither a sentence nor something said to somebody. */
export function isTitleLike(line: string): boolean {
  const words = line.split(/\s+/).length;
  const wide = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Thai}|\p{Script=Hangul}/u.test(line);
  if (wide) return line.length >= 6;
  return (
    words >= 3 &&
    words <= 40 &&
    /^[\p{Lu}\p{N}"“‘'(¿¡«„]/u.test(line) &&
    !/[.:;,!]$/.test(line) &&
    !NOTE.test(line)
  );
}

const VERBS =
  /\b(?:we|is|are|was|were|has|have|had|this|these|it|its|our|can|may|must|will|shows?|presents?|proposes?|study|studies|investigates?|examines?|describes?|finds?|found|reviews?|measures?|discusses)\b/i;

/** Whether a line reads like a sentence of a text rather than like a title that ends in a full stop. */
export function isSentence(line: string): boolean {
  return /[.…。]["”)]?$/.test(line) && line.split(/\s+/).length >= 5 && VERBS.test(line);
}
