import { citingButDissimilar, type Pair } from "../citations/gaps.ts";
import { bridgesBetween } from "../explain/bridges.ts";
import { sharedColumns } from "../explain/shared-columns.ts";
import type { SparseRows } from "../kernel/rows.ts";
import type { EdgeKind, EdgeList } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";

/** A paper that ties two topics together, with the strongest of its links into each. */
export interface Bridge {
  readonly paper: number;
  readonly share: number;
  /** Its strongest link into the first and into the second topic: the other paper. */
  readonly to: readonly [number, number];
}

/** What ties two topics together. */
export interface Bridges {
  readonly papers: readonly Bridge[];
  /** The strongest links between them. */
  readonly links: readonly {
    readonly from: number;
    readonly to: number;
    readonly kind: EdgeKind;
    readonly weight: number;
  }[];
  /** How many there are in all. */
  readonly count: number;
}

/** What ties two topics together. @param topic of each paper, as they are shown */
export function bridges(map: TopicMap, topic: Int32Array, a: number, b: number, most: number): Bridges {
  const lists = bridgingLists(map);
  const { papers, links } = bridgesBetween(lists, topic, a, b, Number.POSITIVE_INFINITY);
  return {
    papers: papers.slice(0, most).map(({ paper, share }) => ({
      paper,
      share,
      to: [strongest(lists, topic, paper, a), strongest(lists, topic, paper, b)],
    })),
    links: links.slice(0, most).map(({ list, edge }) => ({
      from: lists[list].source[edge],
      to: lists[list].target[edge],
      kind: lists[list].kind,
      weight: map.edges.find(({ kind }) => kind === lists[list].kind)?.weight[edge] ?? 0,
    })),
    count: links.length,
  };
}

/** Citations between papers whose texts are alike by at most `most`, least alike first. */
export function dissimilar(map: TopicMap, rows: SparseRows, most: number): Pair[] {
  const cosine = (i: number, j: number) =>
    sharedColumns(rows, i, j).reduce((sum, { product }) => sum + product, 0);
  return citingButDissimilar(map.edges, cosine, most);
}

/** Text links where there are some: they come with sentences to read, and their weights mean the same everywhere. */
function bridgingLists(map: TopicMap): readonly EdgeList[] {
  const keyword = map.edges.filter(({ kind }) => kind === "keyword");
  return keyword.length > 0 ? keyword : map.edges;
}

function strongest(lists: readonly EdgeList[], topic: Int32Array, paper: number, into: number): number {
  let [best, most] = [-1, 0];
  for (const { source, target, weight } of lists)
    for (let e = 0; e < source.length; e++) {
      const other = source[e] === paper ? target[e] : target[e] === paper ? source[e] : -1;
      if (other >= 0 && topic[other] === into && weight[e] > most) [best, most] = [other, weight[e]];
    }
  return best;
}
