import type { TopicMap } from "../../model/map.ts";
import { boundsOf, frameOf } from "../camera.ts";
import { crowdOf } from "../crowd.ts";
import { groundOf } from "../ground.ts";
import { shortTitle } from "../type.ts";
import type { Extent, LabelStock } from "./types.ts";

/** Prepares a map for the label engine: order of papers, extents of topics, where papers crowd. O(n log n). */
export function labelStock(map: TopicMap, sizes: Float32Array): LabelStock {
  const frame = frameOf(map.x, map.y);
  return {
    x: map.x,
    y: map.y,
    topic: map.topic,
    order: bySize(sizes),
    title: remembered((paper) => shortTitle(map.papers[paper].title)),
    longTitle: remembered((paper) => shortTitle(map.papers[paper].title, 84, false)),
    topics: map.topics
      .map((topic) => ({
        id: topic.id,
        parent: topic.parent ?? -1,
        ...headline(
          topic.name,
          topic.terms.map((t) => t.term),
        ),
        extent: extentOf(map, topic.parent === undefined ? map.topic : map.subtopic, topic.id),
      }))
      .sort((a, b) => b.extent.count - a.extent.count || a.id - b.id),
    crowd: crowdOf(map.x, map.y, frame),
    ground: groundOf(map),
    side: frame.side,
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

/** What stands large and small on the map: of a name of two phrases the second goes below, so that the first stays short. */
function headline(name: string, terms: readonly string[]): { readonly name: string; readonly terms: string } {
  const [first, second] = name.split(" & ");
  const isJoined = second !== undefined && terms.includes(second);
  const below = [...(isJoined ? [second] : []), ...otherTerms(name, terms)].slice(0, 2);
  return { name: isJoined ? first : name, terms: below.join(" · ") };
}

/** Terms that add something to a name. */
export function otherTerms(name: string, terms: readonly string[]): string[] {
  const words = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const known = new Set(words(name));
  return terms.filter((term) => !words(term).some((word) => known.has(word)));
}

/**
 * The box of the six tenths of a topic's papers that stand nearest to where it is densest: topics often have outliers or
 * several parts, and a name belongs to the main one.
 */
function extentOf(map: TopicMap, column: Int32Array, topic: number): Extent {
  const members: number[] = [];
  for (let i = 0; i < column.length; i++) if (column[i] === topic) members.push(i);
  const count = members.length;
  if (count === 0) return { left: 0, top: 0, right: 0, bottom: 0, x: 0, y: 0, count };
  const middle = densest(map, members);
  const far = (i: number) => squared(map.x[i] - map.x[middle], map.y[i] - map.y[middle]);
  const distances = Float64Array.from(members, far);
  const reach = distances.slice().sort()[Math.min(count - 1, Math.ceil(count * 0.6))];
  const near = members.filter((_, k) => distances[k] <= reach);
  const box = boundsOf(map.x, map.y, near) ?? { left: 0, top: 0, right: 0, bottom: 0 };
  return { ...box, x: map.x[middle], y: map.y[middle], count };
}

/** The paper with the least distance to its nearest third of the others, among at most 64 of them, evenly picked. */
function densest({ x, y }: TopicMap, members: readonly number[]): number {
  const step = Math.ceil(members.length / 64);
  const sample = members.filter((_, k) => k % step === 0);
  const third = Math.floor(sample.length / 3);
  const distances = new Float64Array(sample.length);
  let best = sample[0];
  let least = Infinity;
  for (const i of sample) {
    for (let k = 0; k < sample.length; k++) distances[k] = squared(x[i] - x[sample[k]], y[i] - y[sample[k]]);
    const reach = distances.sort()[third];
    if (reach < least) {
      least = reach;
      best = i;
    }
  }
  return best;
}

function squared(dx: number, dy: number): number {
  return dx * dx + dy * dy;
}
