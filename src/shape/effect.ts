import type { EdgeList } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { compareMaps } from "./compare.ts";

/** What a change does to a map, counted. */
export interface Effect {
  /** Links that would be new, and links that would be gone; a link that only changes its weight is neither. */
  readonly added: number;
  readonly removed: number;
  /** Papers that would be in another topic. */
  readonly moved: number;
  /** Topics of the first level; absent where they were not computed. */
  readonly topics?: { readonly before: number; readonly after: number };
}

/** Links of `after` that `before` lacks, and the other way round. Both lists are of one kind and sorted, as all are. */
function countChanges(
  before: Pick<EdgeList, "source" | "target"> | undefined,
  after: Pick<EdgeList, "source" | "target"> | undefined,
): { readonly added: number; readonly removed: number } {
  let [i, j, added, removed] = [0, 0, 0, 0];
  const [n, m] = [before?.source.length ?? 0, after?.source.length ?? 0];
  while (i < n || j < m) {
    const order =
      !before || i >= n
        ? 1
        : !after || j >= m
          ? -1
          : before.source[i] - after.source[j] || before.target[i] - after.target[j];
    if (order < 0) removed++;
    if (order > 0) added++;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return { added, removed };
}

/** What differs between two maps of the same papers, over all kinds of links. */
export function effectOf(before: TopicMap, after: TopicMap): Effect {
  let [added, removed] = [0, 0];
  for (const kind of new Set([...before.edges, ...after.edges].map((list) => list.kind))) {
    const of = (map: TopicMap) => map.edges.find((list) => list.kind === kind);
    const changes = countChanges(of(before), of(after));
    added += changes.added;
    removed += changes.removed;
  }
  const count = (map: TopicMap) => map.topics.filter(({ parent }) => parent === undefined).length;
  return {
    added,
    removed,
    moved: compareMaps(before, after).movedPapers.length,
    topics: { before: count(before), after: count(after) },
  };
}
