const WORDS = /[\p{L}\p{N}]+/gu;
/** More words than this has no term. */
const MOST_WORDS = 8;

/** A term as the page in one file holds it: itself, or where its words stand in the paper's own text. */
export type PackedTerm = string | number;

/**
 * Terms by their place in a text, most of which take a third of the room: twice (first word · 8 + words − 1), and one
 * more where the text is to be read in lower case. Terms that do not stand in it stay as they are.
 */
export function termsToPlaces(terms: readonly string[], text: string): PackedTerm[] {
  const spans = [...text.matchAll(WORDS)];
  const at = (word: number, words: number) => sliceOf(text, spans, word, words);
  return terms.map((term) => {
    const words = term.match(WORDS)?.length ?? 0;
    if (words === 0 || words > MOST_WORDS) return term;
    const exact = spans.findIndex((_, word) => at(word, words) === term);
    if (exact >= 0) return (exact * MOST_WORDS + words - 1) * 2;
    const lower = spans.findIndex((_, word) => at(word, words).toLowerCase() === term);
    return lower >= 0 ? (lower * MOST_WORDS + words - 1) * 2 + 1 : term;
  });
}

/** The terms again. */
export function placesToTerms(packed: readonly PackedTerm[], text: string): string[] {
  const spans = [...text.matchAll(WORDS)];
  return packed.map((term) => {
    if (typeof term === "string") return term;
    const place = Math.floor(term / 2);
    const slice = sliceOf(text, spans, Math.floor(place / MOST_WORDS), (place % MOST_WORDS) + 1);
    return term % 2 === 1 ? slice.toLowerCase() : slice;
  });
}

function sliceOf(text: string, spans: readonly RegExpMatchArray[], word: number, words: number): string {
  const [first, last] = [spans[word], spans[word + words - 1]];
  if (first?.index === undefined || last?.index === undefined) return "";
  return text.slice(first.index, last.index + last[0].length);
}
