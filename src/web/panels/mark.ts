/** A stretch of text; `term` is the index of the term it shows, or −1. */
export interface Stretch {
  readonly text: string;
  readonly term: number;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Lower case without accents, as the search has words. */
function plainText(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Lower case without accents and the commonest English endings: enough to find a surface form in its text. */
function fold(word: string): string {
  const plain = plainText(word);
  if (plain.length > 5) return plain.replace(/(?:ations?|ions?|ings?|ed|es|s|e)$/u, "");
  return plain.length > 3 ? plain.replace(/s$/u, "") : plain;
}

/**
 * Cuts a text where the terms stand in it, longest term first: stretches that join to the text again.
 * Words are compared by `fold`, so "networks" is found in "network".
 */
export function markTerms(text: string, terms: readonly string[]): Stretch[] {
  const wanted = terms
    .map((term, index) => ({ words: (term.match(WORD) ?? []).map(fold), index }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length || a.index - b.index);
  const byFirst = new Map<string, typeof wanted>();
  for (const term of wanted) byFirst.set(term.words[0], [...(byFirst.get(term.words[0]) ?? []), term]);

  const words = [...text.matchAll(WORD)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    fold: fold(match[0]),
  }));
  const ranges: Range[] = [];
  for (let w = 0; w < words.length; ) {
    const found = byFirst
      .get(words[w].fold)
      ?.find((term) => term.words.every((word, k) => words[w + k]?.fold === word));
    if (found)
      ranges.push({ from: words[w].from, to: words[w + found.words.length - 1].to, term: found.index });
    w += found?.words.length ?? 1;
  }
  return markRanges(text, ranges);
}

/**
 * What cuts texts where words stand that a search met.
 * @param met these words, folded
 * @param query what was typed: words that begin as one of its do are marked, too
 */
export function wordMarker(met: ReadonlySet<string>, query: string): (text: string) => Stretch[] {
  const beginnings = plainText(query).match(WORD) ?? [];
  return (text) => {
    const ranges: Range[] = [];
    for (const { index, 0: word } of text.matchAll(WORD)) {
      const plain = plainText(word);
      if (met.has(plain) || beginnings.some((beginning) => plain.startsWith(beginning)))
        ranges.push({ from: index, to: index + word.length, term: 0 });
    }
    return markRanges(text, ranges);
  };
}

/** Where a term stands in a text. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly term: number;
}

/** Cuts a text at given ranges, which do not overlap and ascend. */
export function markRanges(text: string, ranges: readonly Range[]): Stretch[] {
  const stretches: Stretch[] = [];
  let written = 0;
  for (const { from, to, term } of ranges) {
    if (from < written || to <= from) continue;
    if (from > written) stretches.push({ text: text.slice(written, from), term: -1 });
    stretches.push({ text: text.slice(from, to), term });
    written = to;
  }
  if (written < text.length) stretches.push({ text: text.slice(written), term: -1 });
  return stretches;
}
