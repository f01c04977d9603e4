import { type LinkChange, linkChange } from "../edges/change.ts";
import { combineEdges } from "../edges/combine.ts";
import { median, membersOf } from "../kernel/columns.ts";
import type { Graph } from "../kernel/graph.ts";
import type { EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { NO_TOPIC, type Topic } from "../model/topic.ts";
import type { TextAnalysis } from "../text/analyse.ts";
import { continuedTopics } from "../topics/carry.ts";
import { nameTopics } from "../topics/names/names.ts";
import { middleResolution, quickTopics } from "../topics/regroup.ts";

/** Where the sliders stand. */
export interface Mix {
  /** Times the resolution of the map: 1 is its own, 2 finer, ½ coarser. */
  readonly finer: number;
  /** What each kind of link counts. */
  readonly weights: Readonly<Record<EdgeKind, number>>;
}

/** The map's papers in other topics. Columns replace those of the map; there are no sub-topics. */
export interface Regrouped extends Pick<TopicMap, "topic" | "confidence" | "runnerUp"> {
  /** Without a colour where the topic continues none of the map. */
  readonly topics: readonly (Omit<Topic, "color"> & { readonly color?: string })[];
  /** Papers that are not in the topic that continues their own. */
  readonly moved: number;
  /** The resolution it was done at: what `--resolution` takes to do the like in full. */
  readonly resolution: number;
  readonly links: LinkChange;
}

/** From here on two topics are the same one at another resolution: the bearer of name and colour. */
const SAME_NAME = 0.5;
const SAME_COLOR = 0.15;

/** Regroups one map again and again: the text is analysed once, each call is one quick clustering. */
export function createRegrouping(map: TopicMap, text: TextAnalysis): (mix: Mix) => Regrouped {
  const { seed, weights } = map.parameters;
  const own = combineEdges(map.edges, weights, map.papers.length);
  const first = map.topics.filter((topic) => topic.parent === undefined);
  const middles = new Map<string, number>();
  let mixed: { readonly key: string; readonly graph: Graph; readonly links: LinkChange } | undefined;
  return (mix) => {
    const key = JSON.stringify(mix.weights);
    if (mixed?.key !== key) {
      const graph = combineEdges(map.edges, mix.weights, map.papers.length);
      mixed = { key, graph, links: linkChange(own, graph) };
    }
    const { graph, links } = mixed;
    const middle = middles.get(key) ?? middleResolution(graph, first.length, seed);
    middles.set(key, middle);
    const { rows } = text.matrix;
    const resolution = middle * mix.finer;
    const division = quickTopics(graph, rows, map.topic, resolution, seed);
    const { topic, count, confidence, runnerUp } = division;
    const same = continuedTopics(map.topic, first.length, topic, count, SAME_COLOR);
    const named = continuedTopics(map.topic, first.length, topic, count, SAME_NAME);
    const tree = {
      topic,
      count,
      subtopic: new Int32Array(topic.length).fill(NO_TOPIC),
      parent: new Int32Array(0),
    };
    const names = nameTopics(tree, text);
    const members = membersOf([topic], count);
    const taken = new Set(Array.from(named, (id) => (id === NO_TOPIC ? "" : first[id].name)));
    const topics = names.map(({ name, terms, examples }, id) => {
      const old = same[id] === NO_TOPIC ? undefined : first[same[id]];
      const keeps = named[id] !== NO_TOPIC;
      return {
        id,
        name: keeps ? first[named[id]].name : unlike(name, taken),
        terms,
        examples,
        size: members[id].length,
        x: median(members[id].map((p) => map.x[p])),
        y: median(members[id].map((p) => map.y[p])),
        ...(old ? { color: old.color } : {}),
        ...(keeps && old?.stability !== undefined ? { stability: old.stability } : {}),
      };
    });
    let moved = 0;
    for (const [i, t] of topic.entries()) {
      const now = t === NO_TOPIC ? NO_TOPIC : same[t];
      if (now !== map.topic[i]) moved++;
    }
    return { topic, confidence, runnerUp, topics, moved, links, resolution };
  };
}

/** A new topic may not bear the name that another keeps. */
function unlike(name: string, taken: Set<string>): string {
  let unique = name;
  for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
  taken.add(unique);
  return unique;
}
