import type { TopicMap } from "../model/map.ts";
import { frameOf } from "./camera.ts";
import { crowdOf } from "./crowd.ts";
import type { Extent, LabelStock } from "./labels.ts";
import { shortTitle } from "./type.ts";

/** Prepares a map for the label engine: order of papers, extents of topics, where papers crowd. O(n log n). */
export function labelStock(map: TopicMap, sizes: Float32Array): LabelStock {
  const frame = frameOf(map.x, map.y);
  const titles = new Map<number, string>();
  return {
    x: map.x,
    y: map.y,
    topic: map.topic,
    order: bySize(sizes),
    title(paper) {
      const known = titles.get(paper) ?? shortTitle(map.papers[paper].title);
      titles.set(paper, known);
      return known;
    },
    topics: map.topics
      .map((topic) => ({
        id: topic.id,
        parent: topic.parent ?? -1,
        name: topic.name,
        terms: otherTerms(
          topic.name,
          topic.terms.map((t) => t.term),
        ),
        extent: extentOf(map, topic.parent === undefined ? map.topic : map.subtopic, topic.id),
      }))
      .sort((a, b) => b.extent.count - a.extent.count || a.id - b.id),
    crowd: crowdOf(map.x, map.y, frame),
    side: frame.side,
  };
}

/** Papers by size, the largest first; ties by index. */
export function bySize(sizes: Float32Array): Uint32Array {
  return Uint32Array.from(sizes.keys()).sort((a, b) => sizes[b] - sizes[a] || a - b);
}

/** Two terms that add something to a name. */
function otherTerms(name: string, terms: readonly string[]): string {
  const known = new Set(name.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const others = terms.filter(
    (t) =>
      !t
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .some((w) => known.has(w)),
  );
  return others.slice(0, 2).join(" · ");
}

/** The box of the middle nine tenths of a topic's papers, per axis. */
function extentOf(map: TopicMap, column: Int32Array, topic: number): Extent {
  const members: number[] = [];
  for (let i = 0; i < column.length; i++) if (column[i] === topic) members.push(i);
  const count = members.length;
  if (count === 0) return { left: 0, top: 0, right: 0, bottom: 0, x: 0, y: 0, count };
  const xs = Float32Array.from(members, (i) => map.x[i]).sort();
  const ys = Float32Array.from(members, (i) => map.y[i]).sort();
  const low = Math.floor(count * 0.04);
  const high = count - 1 - low;
  return {
    left: xs[low],
    right: xs[high],
    top: ys[low],
    bottom: ys[high],
    x: xs[count >> 1],
    y: ys[count >> 1],
    count,
  };
}
