import { citingButDissimilar, type Pair } from "../citations/gaps.ts";
import { combineEdges } from "../edges/combine.ts";
import { bridgesBetween } from "../explain/bridges.ts";
import { explainTopic, type TopicReason } from "../explain/topic.ts";
import { sharedColumns } from "../explain/why.ts";
import type { Graph } from "../kernel/graph.ts";
import type { EdgeKind, EdgeList } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import type { MapEvidence } from "./evidence.ts";
import { createRegrouping, type Mix, type Regrouped } from "./regroup.ts";

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

/** Answers to the questions of the page about one map; what takes long is made once. */
export interface Answers {
  topicReason(i: number): TopicReason | undefined;
  bridges(a: number, b: number, most: number): Bridges;
  dissimilar(most: number): Pair[];
  regroup(mix: Mix): Regrouped;
  /** The map as it is shown now: the one handed in, or what was made of it by `regroup`. */
  show(map: TopicMap): void;
}

/** @param evidence the map's texts and references, made on first use */
export function createAnswers(map: TopicMap, evidence: () => MapEvidence): Answers {
  let shown = map;
  let graph: Graph | undefined;
  let regroup: ((mix: Mix) => Regrouped) | undefined;
  return {
    topicReason(i) {
      graph ??= combineEdges(map.edges, map.parameters.weights, map.papers.length);
      return explainTopic(shown, evidence().matrix, graph, i);
    },
    bridges(a, b, most) {
      const lists = bridgingLists(map);
      const { papers, links } = bridgesBetween(lists, shown.topic, a, b, Number.POSITIVE_INFINITY);
      return {
        papers: papers.slice(0, most).map(({ paper, share }) => ({
          paper,
          share,
          to: [strongest(lists, shown.topic, paper, a), strongest(lists, shown.topic, paper, b)],
        })),
        links: links.slice(0, most).map(({ list, edge }) => ({
          from: lists[list].source[edge],
          to: lists[list].target[edge],
          kind: lists[list].kind,
          weight: map.edges.find(({ kind }) => kind === lists[list].kind)?.weight[edge] ?? 0,
        })),
        count: links.length,
      };
    },
    dissimilar(most) {
      const { rows } = evidence().matrix;
      const cosine = (i: number, j: number) =>
        sharedColumns(rows, i, j).reduce((sum, { product }) => sum + product, 0);
      return citingButDissimilar(map.edges, cosine, most);
    },
    regroup(mix) {
      regroup ??= createRegrouping(map, evidence());
      return regroup(mix);
    },
    show(given) {
      shown = given;
    },
  };
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
