import { levelOf, levelsOf, wayTo } from "../../model/levels.ts";
import type { TopicMap } from "../../model/map.ts";
import { frameOf } from "../camera.ts";
import { type PaperTree, paperTree } from "../paper-tree.ts";
import { shortTitle } from "../type.ts";
import type { LabelCandidates } from "./types.ts";

/** What can be named on a map. @param tree of its papers, where it is known already. O(n log n) */
export function labelCandidates(map: TopicMap, sizes: Float32Array, tree?: PaperTree): LabelCandidates {
  const topics = map.topics.map(({ id, name, mixed, terms, size }) => ({
    id,
    level: levelOf(map, id),
    within: wayTo(map, id)[0],
    size,
    ...headline(
      name,
      terms.map(({ term }) => term),
      mixed,
    ),
  }));
  return {
    x: map.x,
    y: map.y,
    topic: map.topic,
    levels: levelsOf(map),
    order: bySize(sizes),
    title: remembered((paper) => shortTitle(map.papers[paper].title)),
    longTitle: remembered((paper) => shortTitle(map.papers[paper].title, 84, false)),
    topics: topics.sort((a, b) => b.size - a.size || a.id - b.id),
    tree: tree ?? paperTree(map.x, map.y),
    frame: frameOf(map.x, map.y),
  };
}

function remembered(make: (paper: number) => string): (paper: number) => string {
  const known = new Map<number, string>();
  return (paper) => {
    const text = known.get(paper) ?? make(paper);
    known.set(paper, text);
    return text;
  };
}

/** Papers by size, the largest first; ties by index. */
export function bySize(sizes: Float32Array): Uint32Array {
  return Uint32Array.from(sizes.keys()).sort((a, b) => sizes[b] - sizes[a] || a - b);
}

/**
 * What stands large and small on the map where the whole name does not: of a name of two phrases the one that tells more
 * (that of more words: "Graph" alone says little), and the other below; of "Mixed: tides, wind" the word before.
 */
function headline(whole: string, terms: readonly string[], mixed = false) {
  if (mixed) return { whole, name: whole.split(":")[0], terms: terms.slice(0, 2).join(" · ") };
  const halves = whole.split(" & ");
  const [first, second] = halves;
  const isJoined = halves.length === 2 && terms.includes(second);
  if (!isJoined) return { whole, name: whole, terms: otherTerms(whole, terms).slice(0, 2).join(" · ") };
  const words = (half: string) => half.split(/[\s-]+/u).length;
  const [more, less] = words(second) > words(first) ? [second, first] : [first, second];
  const name = more.slice(0, 1).toUpperCase() + more.slice(1);
  return { whole, name, terms: [less, ...otherTerms(whole, terms)].slice(0, 2).join(" · ") };
}

/** Terms that add something to a name. */
export function otherTerms(name: string, terms: readonly string[]): string[] {
  const words = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const known = new Set(words(name));
  return terms.filter((term) => !words(term).some((word) => known.has(word)));
}
