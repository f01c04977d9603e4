import { levelsOf, wayTo } from "../../model/levels.ts";
import type { TopicMap } from "../../model/map.ts";
import { frameOf } from "../camera.ts";
import { type PaperTree, paperTree } from "../paper-tree.ts";
import { shortTitle } from "../type.ts";
import type { LabelCandidates } from "./types.ts";

/** What a paper is called on the map; "" where it has no name. */
export type PaperNames = (paper: number) => string;

/**
 * What can be named on a map. O(n log n)
 * @param tree of its papers, where it is known already
 * @param called what papers are called; their titles where absent
 */
export function labelCandidates(
  map: TopicMap,
  sizes: Float32Array,
  tree?: PaperTree,
  called: PaperNames = (paper) => map.papers[paper].title,
): LabelCandidates {
  const names: string[] = [];
  const topics = map.topics.map(({ id, name, mixed, terms, size }) => {
    const way = wayTo(map, id);
    const around = way.slice(0, -1).map((above) => names[above]);
    const head = headline(
      name,
      terms.map(({ term }) => term),
      mixed,
      around,
    );
    names[id] = head.name;
    // A part that is called what lies around it would be read as that again.
    if (around.includes(head.name)) head.name = "";
    return { id, level: way.length - 1, within: way[0], size, ...head };
  });
  return {
    x: map.x,
    y: map.y,
    topic: map.topic,
    levels: levelsOf(map),
    order: bySize(sizes),
    title: remembered((paper) => shortTitle(called(paper))),
    longTitle: remembered((paper) => shortTitle(called(paper), 84, false)),
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
 * @param around what the topics that it is part of are called: of two halves the one that is not among these
 */
function headline(whole: string, terms: readonly string[], mixed = false, around: readonly string[] = []) {
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
