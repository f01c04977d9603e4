import { median, membersOf } from "../kernel/columns.ts";
import type { EdgeList } from "./edges.ts";
import type { Field } from "./field.ts";
import { levelsOfTree } from "./levels.ts";
import type { KeptBackground, MapInput, TopicMap } from "./map.ts";
import type { Paper } from "./paper.ts";
import type { Parameters } from "./parameters.ts";
import type { Note } from "./report.ts";
import type { Topic, TopicTerm, TopicTree } from "./topic.ts";

/** What the naming stage says of one topic. */
export interface TopicName {
  readonly name: string;
  readonly mixed?: true;
  readonly terms: readonly TopicTerm[];
  /** Papers that stand for it, best first. */
  readonly examples: readonly number[];
}

/** The outputs of all stages. `names` and `colors` follow topic ids: topics first, then sub-topics, then their parts. */
export interface MapParts
  extends Pick<TopicMap, "title" | "generator" | "x" | "y" | "size" | "terms" | "concepts"> {
  readonly papers: readonly Paper[];
  readonly fields: readonly Field[] | undefined;
  readonly inputs: readonly MapInput[];
  readonly parameters: Parameters;
  readonly tree: TopicTree;
  readonly names: readonly TopicName[];
  readonly colors: readonly string[];
  /** The area of each topic of the first level; absent where there are none. */
  readonly areas?: readonly string[] | undefined;
  readonly edges: readonly EdgeList[];
  readonly notes: readonly Note[];
  readonly missing: TopicMap["missing"];
  readonly background?: KeptBackground;
}

/** Puts the outputs of the stages together; computes nothing but sizes and centres of topics. */
export function assembleMap(parts: MapParts): TopicMap {
  const { tree, names, colors, areas: _, missing, fields, ...rest } = parts;
  return {
    ...rest,
    ...(fields && fields.length > 0 ? { fields } : {}),
    topics: topicsOf(parts),
    topic: tree.topic,
    subtopic: tree.subtopic,
    ...(tree.leaf ? { leaf: tree.leaf } : {}),
    confidence: tree.confidence,
    runnerUp: tree.runnerUp,
    edges: parts.edges.filter((list) => list.source.length > 0),
    edits: [],
    tour: [],
    ...(missing && missing.length > 0 ? { missing } : {}),
  };
}

function topicsOf({ tree, names, colors, areas, x, y }: MapParts): Topic[] {
  const groups = new Set(tree.group);
  const members = membersOf(levelsOfTree(tree), names.length);
  return names.map((name, id) => {
    const own = members[id];
    const isTopic = id < tree.count;
    return {
      id,
      ...(isTopic ? {} : { parent: tree.parent[id - tree.count] }),
      ...(isTopic && groups.size < tree.count ? { group: tree.group[id] } : {}),
      ...(isTopic && areas ? { area: areas[id] } : {}),
      ...name,
      size: own.length,
      color: colors[id],
      // The median keeps a topic's centre among its papers where a few of them lie far off.
      x: median(own.map((p) => x[p])),
      y: median(own.map((p) => y[p])),
      ...(isTopic ? { stability: tree.stability[id] } : {}),
    };
  });
}
