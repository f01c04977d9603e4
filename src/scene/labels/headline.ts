/**
 * What stands large and small on the map where the whole name does not: of a name of two phrases the one that tells more
 * (that of more words: "Graph" alone says little), and the other below; of "Mixed: tides, wind" the word before.
 * @param around what the topics that it is part of are called: of two halves the one that is not among these
 * @returns whole; name and terms, what stands large and small; names, what it may be called in one line beside what it is
 * part of, the best first: none where it would be called as that again
 */
export function headline(
  whole: string,
  terms: readonly string[],
  mixed = false,
  around: readonly string[] = [],
) {
  const free = (...names: readonly string[]) => names.filter((name) => !around.includes(name));
  if (mixed) {
    const [name] = whole.split(":");
    return { whole, name, terms: terms.slice(0, 2).join(" · "), names: free(name) };
  }
  const halves = whole.split(" & ");
  const [first, second] = halves;
  const isJoined = halves.length === 2 && (terms.includes(second) || around.includes(first));
  if (!isJoined) {
    const others = otherTerms(whole, terms, 2).join(" · ");
    return { whole, name: whole, terms: others, names: free(whole) };
  }
  const words = (half: string) => half.split(/[\s-]+/u).length;
  const order = words(second) > words(first) ? [second, first] : [first, second];
  const [more, less] = around.includes(begun(order[0])) ? [order[1], order[0]] : order;
  const name = begun(more);
  const others = [less, ...otherTerms(whole, terms, 1)].join(" · ");
  return { whole, name, terms: others, names: free(name, begun(less)) };
}

/** The halves of a name as names of their own; the name itself where it has none. */
export function halvesOf(name: string): string[] {
  return name.split(" & ").map(begun);
}

function begun(half: string): string {
  return half.slice(0, 1).toUpperCase() + half.slice(1);
}

/** The first terms that add something to a name. */
export function otherTerms(name: string, terms: readonly string[], most: number): string[] {
  const words = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const known = new Set(words(name));
  const found: string[] = [];
  for (let k = 0; k < terms.length && found.length < most; k++)
    if (!words(terms[k]).some((word) => known.has(word))) found.push(terms[k]);
  return found;
}
