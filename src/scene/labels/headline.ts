/**
 * What stands large and small on the map where the whole name does not: of a name of two phrases the one that tells more
 * (that of more words: "Graph" alone says little), and the other below; of "Mixed: tides, wind" the word before.
 * @param around what the topics that it is part of are called: of two halves the one that is not among these
 */
export function headline(
  whole: string,
  terms: readonly string[],
  mixed = false,
  around: readonly string[] = [],
) {
  if (mixed) return { whole, name: whole.split(":")[0], terms: terms.slice(0, 2).join(" · ") };
  const halves = whole.split(" & ");
  const [first, second] = halves;
  const isJoined = halves.length === 2 && terms.includes(second);
  if (!isJoined) return { whole, name: whole, terms: otherTerms(whole, terms).slice(0, 2).join(" · ") };
  const words = (half: string) => half.split(/[\s-]+/u).length;
  const begun = (half: string) => half.slice(0, 1).toUpperCase() + half.slice(1);
  const order = words(second) > words(first) ? [second, first] : [first, second];
  const [more, less] = around.includes(begun(order[0])) ? [order[1], order[0]] : order;
  const name = begun(more);
  return { whole, name, terms: [less, ...otherTerms(whole, terms)].slice(0, 2).join(" · ") };
}

/** Terms that add something to a name. */
export function otherTerms(name: string, terms: readonly string[]): string[] {
  const words = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const known = new Set(words(name));
  return terms.filter((term) => !words(term).some((word) => known.has(word)));
}
