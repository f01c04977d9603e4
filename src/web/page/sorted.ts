import { orderBy } from "../../kernel/order.ts";
import { bySize } from "../../scene/by-size.ts";
import type { Atlas } from "../../view/atlas.ts";

/** What the list of papers can be sorted by. */
export type SortBy = "central" | "year" | "title" | "citations" | "topic";

/** Behind every other key. */
const LAST = 0xffffffff;

/** All papers as a list shows them; of what is alike the more central first. O(n), by title O(n log n). */
export function sortedPapers(atlas: Atlas, by: SortBy): Uint32Array {
  const { papers, size, topic } = atlas.map;
  const sorted = (keyOf: (paper: number) => number) => {
    const key = new Uint32Array(papers.length);
    for (let i = 0; i < key.length; i++) key[i] = keyOf(i);
    return orderBy(key, bySize(size));
  };
  switch (by) {
    case "year": {
      const years = atlas.yearColumn();
      // Without a year, which is before every other, that is the last key.
      return sorted((i) => 0x7fffffff - years[i]);
    }
    case "citations":
      return sorted((i) => LAST - 1 - (papers[i].citations ?? -1));
    case "topic":
      return sorted((i) => (topic[i] < 0 ? LAST : topic[i]));
    case "title":
      return orderBy(titleRanks(papers));
    default:
      return bySize(size);
  }
}

/** The place of each paper's title among all; titles that are alike have one. Compared once a title, not once a pair of papers. */
function titleRanks(papers: Atlas["map"]["papers"]): Uint32Array {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const titles = [...new Set(papers.map(({ title }) => title))].sort(compare);
  const rank = new Map<string, number>();
  for (const [k, title] of titles.entries())
    rank.set(title, k > 0 && compare(titles[k - 1], title) === 0 ? (rank.get(titles[k - 1]) ?? k) : k);
  return Uint32Array.from(papers, ({ title }) => rank.get(title) ?? 0);
}
