import { levelsOf, wayTo } from "../../model/levels.ts";
import type { TopicMap } from "../../model/map.ts";
import { frameOf } from "../camera.ts";
import { type PaperTree, paperTree } from "../paper-tree.ts";
import { shortTitle } from "../type.ts";
import { headline } from "./headline.ts";
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
