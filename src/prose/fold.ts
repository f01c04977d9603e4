/** Letters that may have an accent, or be another's form; not dashes, quotes and Greek, which many texts have. */
const COMPOSED =
  /[^\p{ASCII}\u00b0\u00b1\u00d7\u0391-\u03a9\u03b1-\u03c9\u2010\u2012-\u2015\u2018-\u201f\u2212]/u;

/** Lower case without accents: what words are searched by. */
export function foldText(text: string): string {
  // Taking a text apart costs ten times as much as looking whether there is anything to take apart.
  return (COMPOSED.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "") : text).toLowerCase();
}

/** The words of a text as they stand there: letters and digits. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a name, folded, each after a space. */
export function foldName(name: string): string {
  return ` ${foldText(name).replace(/[^\p{L}\p{N}]+/gu, " ")}`;
}
