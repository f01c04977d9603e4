import { type LinkChange, linkChange } from "../edges/change.ts";
import type { Graph } from "../kernel/graph.ts";
import { clamp } from "../kernel/numeric.ts";
import type { EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import type { Parameters } from "../model/parameters.ts";
import type { Run } from "../pipeline.ts";
import { carryOver } from "../shape/carry.ts";
import { compareMaps } from "../shape/compare.ts";

/** Where the sliders stand. */
export interface Mix {
  /** Times the topics of the map: 1 is its own number, 2 twice as many, ½ half. */
  readonly finer: number;
  /** What each kind of link counts. */
  readonly weights: Readonly<Record<EdgeKind, number>>;
}

/** The map's papers in other topics: columns and topics replace those of the map. */
export interface Regrouped
  extends Pick<
    TopicMap,
    "topic" | "subtopic" | "leaf" | "confidence" | "runnerUp" | "topics" | "parameters"
  > {
  /** What `build` takes to give these topics. */
  readonly given: Partial<Parameters>;
  /** Papers that are not in the topic that continues their own. */
  readonly moved: number;
  readonly links: LinkChange;
}

/** What a map's parameters become where the sliders stand so. */
export function mixedParameters(map: TopicMap, { finer, weights }: Mix): Partial<Parameters> {
  if (finer === 1) return { ...map.parameters, weights };
  const { topics: _topics, resolution: _resolution, ...rest } = map.parameters;
  const now = map.topics.filter(({ parent }) => parent === undefined).length;
  return { ...rest, weights, topics: clamp(Math.round(now * finer), 1, 1000) };
}

/**
 * What the sliders show: the topics that `build` gives with these parameters, under the names and colours of the topics
 * of the map that they continue.
 * @param graph what counted in the map
 */
export function regrouped(map: TopicMap, graph: Graph, made: Run, given: Partial<Parameters>): Regrouped {
  const shown = carryOver(made.map, map);
  const { topic, subtopic, leaf, confidence, runnerUp, topics, parameters } = shown;
  return {
    ...{ topic, subtopic, confidence, runnerUp, topics, parameters, given },
    ...(leaf ? { leaf } : {}),
    moved: compareMaps(map, shown).movedPapers.length,
    links: linkChange(graph, made.graph),
  };
}
