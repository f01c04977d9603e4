import type { TopicMap } from "../model/map.ts";
import { citationLayers, withoutCycles } from "./acyclic.ts";
import { type CitationGraph, citationGraph } from "./graph.ts";
import { citationLanes, type Lanes } from "./lanes.ts";
import { type MainPath, mainPath, searchPathShares } from "./main-path.ts";

/** Everything the citation view draws and tells, made once per map and choice of arcs. */
export interface CitationModel {
  readonly map: TopicMap;
  readonly graph: CitationGraph;
  /** Arcs by how much of the field's flow they carry, most first. */
  readonly order: Uint32Array;
  /** How often each paper is cited here. */
  readonly cited: Uint32Array;
  readonly mostCited: number;
  readonly lanes: Lanes;
  /** Columns are years; else layers of citation order. */
  readonly dated: boolean;
  readonly main: MainPath;
  readonly counts: {
    readonly real: number;
    readonly inferred: number;
    readonly papers: number;
    readonly dropped: number;
  };
}

/** Years stand for time where at least this share of the drawn papers has one. */
const DATED = 0.5;

/** Rows of papers that a name at the top of a lane takes. */
const HEAD = 2;

/**
 * @param aspect width over height of the window
 * @param beside names of lanes stand beside them, not on them
 */
export function citationModel(
  map: TopicMap,
  mentions: boolean,
  aspect: number,
  beside: boolean,
): CitationModel {
  const papers = map.papers.length;
  const graph = citationGraph(map.edges, papers, { mentions });
  const years = map.papers.map(({ year }) => year);
  const acyclic = withoutCycles(graph, years);
  const shares = searchPathShares(acyclic);
  const cited = new Uint32Array(papers);
  for (const to of graph.to) cited[to]++;
  const drawn = [...cited.keys()].filter(
    (i) => cited[i] > 0 || graph.cites.start[i] < graph.cites.start[i + 1],
  );
  const dated = drawn.filter((i) => years[i] !== undefined).length >= DATED * drawn.length;
  const time = dated ? years : [...citationLayers(acyclic)].map((layer) => (layer < 0 ? undefined : layer));
  const weight = new Float64Array(graph.from.length);
  const byPair = new Map(
    Array.from(acyclic.graph.from, (from, a) => [from * papers + acyclic.graph.to[a], shares[a]]),
  );
  for (let a = 0; a < weight.length; a++)
    weight[a] = (byPair.get(graph.from[a] * papers + graph.to[a]) ?? 0) + cited[graph.to[a]] * 1e-9;
  return {
    map,
    graph,
    order: Uint32Array.from(weight.keys()).sort((a, b) => weight[b] - weight[a] || a - b),
    cited,
    mostCited: cited.reduce((most, n) => Math.max(most, n), 1),
    lanes: citationLanes(graph, {
      topic: map.topic,
      order: lanesOrder(map),
      time,
      aspect,
      head: beside ? 0 : HEAD,
    }),
    dated,
    main: mainPath(acyclic, shares),
    counts: {
      inferred: graph.inferred.reduce((sum, bit) => sum + bit, 0),
      real: graph.inferred.reduce((sum, bit) => sum + 1 - bit, 0),
      papers: drawn.length,
      dropped: acyclic.dropped.length,
    },
  };
}

/** Topics in lanes as they lie on the map, from top to bottom, so that the move between the views is short. */
function lanesOrder(map: TopicMap): number[] {
  return map.topics
    .filter(({ parent }) => parent === undefined)
    .sort((a, b) => b.y - a.y || a.id - b.id)
    .map(({ id }) => id);
}
