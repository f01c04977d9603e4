import { DamerauLevenshteinDistance } from "natural/lib/natural/distance/levenshtein_distance";

/** The word most like `word`, where one is near enough to be meant: at most a third of its letters differ. */
export function suggest(word: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of words) {
    const distance = DamerauLevenshteinDistance(word, candidate, { restricted: true });
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** How a sentence ends that says of a word that it is not known: with the one that was meant, where one is near. */
export function orNear(word: string, words: Iterable<string>): string {
  const near = suggest(word, words);
  return near === undefined ? "." : `; did you mean ${near}?`;
}
