const LONGEST = 400;

/** The sentence of a text in which a name stands as a word, or undefined. At most 400 characters. */
export function sentenceWith(text: string, name: string): string | undefined {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (isWordUnit(text, at - 1) || isWordUnit(text, at + name.length)) continue;
    let from = 0;
    let to = text.length;
    for (const end of text.matchAll(
      /(?<!\b(?:e\.g|i\.e|al|vs|cf|v|[Ff]ig|[Ee]q))[.!?][")”’]?\s+(?=["(“‘]?\p{Lu})/gu,
    )) {
      if (end.index + end[0].length <= at) from = end.index + end[0].length;
      else if (end.index >= at) {
        to = end.index + end[0].trimEnd().length;
        break;
      }
    }
    const sentence = text.slice(from, to).trim();
    return sentence.length <= LONGEST ? sentence : around(text, at, from, to);
  }
  return undefined;
}

function around(text: string, at: number, from: number, to: number): string {
  const begin = Math.max(from, at - LONGEST / 2);
  const end = Math.min(to, begin + LONGEST - 2);
  return `${begin > from ? "…" : ""}${text.slice(begin, end).trim()}${end < to ? "…" : ""}`;
}

function isWordUnit(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at]);
}
