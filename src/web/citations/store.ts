import { computed, signal } from "@preact/signals-core";
import { type PathStep, shortestPath } from "../../citations/shortest-path.ts";
import { EDGE_KINDS, type EdgeKind } from "../../model/edges.ts";
import { perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { type CitationModel, citationModel } from "./model.ts";

/** Whether mentions by name count as arcs. */
export const mentions = signal(true);
/** Width over height of the window the view is drawn in. */
export const aspect = signal(1.6);
/** Whether names of lanes stand beside them; in narrow windows they stand on them. */
export const beside = signal(true);
/** Where on the main path one stands; undefined while one does not walk it. */
export const step = perMap(() => signal<number | undefined>(undefined));

/** The citation view of the map on the page. */
export const model = computed<CitationModel | undefined>(() => {
  const map = state.atlas.value?.map;
  return map && citationModel(map, mentions.value, aspect.value, beside.value);
});

/** A path that was found, and by which of three choices of links: citations, also mentions, links of any kind. */
export interface FoundPath {
  readonly steps: readonly PathStep[];
  readonly by: 0 | 1 | 2;
}

const CHOICES: readonly ReadonlySet<EdgeKind>[] = [
  new Set<EdgeKind>(["citation"]),
  new Set<EdgeKind>(["citation", "mention"]),
  new Set(EDGE_KINDS),
];

/** The shortest path between the chosen ends: over citations if there is one, else over more kinds of links. */
export const found = computed<FoundPath | undefined | "none">(() => {
  const now = state.current.value;
  const { from, to } = now?.pathEnds.value ?? {};
  if (!now || from === undefined || to === undefined) return undefined;
  const { map } = now.atlas.value;
  for (const by of [0, 1, 2] as const) {
    const steps = shortestPath(map.edges, map.papers.length, from, to, CHOICES[by]);
    if (steps) return { steps, by };
  }
  return "none";
});
