import { once } from "../../kernel/once.ts";
import { type Areas, areaColumn, areasOf } from "../../model/areas.ts";
import { levelsOf, wayTo } from "../../model/levels.ts";
import type { TopicMap } from "../../model/map.ts";
import type { Topic } from "../../model/topic.ts";
import { bySize } from "../by-size.ts";
import { frameOf } from "../camera.ts";
import { type PaperGrid, paperGrid } from "../paper-grid.ts";
import { shortTitle } from "../type.ts";
import { halvesOf, headline } from "./headline.ts";
import type { LabelCandidates } from "./types.ts";

/** What a paper is called on the map; "" where it has no name. */
export type PaperNames = (paper: number) => string;

/**
 * What can be named on a map. O(n)
 * @param grid of its papers, where it is known already
 * @param called what papers are called; their titles where absent
 */
export function labelCandidates(
  map: TopicMap,
  sizes: Float32Array,
  grid?: PaperGrid,
  called?: PaperNames,
): LabelCandidates {
  const areas = areasOf(map);
  const main = areas ? 1 : 0;
  const above = areas ? areaNames(map, areas) : [];
  const shown: string[] = [];
  const order = bySize(sizes);
  const topics = map.topics.map(({ id, name, mixed, terms, size }) => {
    const way = wayTo(map, id);
    const around = way.slice(0, -1).map((other) => shown[other]);
    const spoken = terms.map(({ term }) => term);
    const head = headline(name, spoken, mixed, around);
    shown[id] = head.name;
    const area = areas?.names[areas.ofTopic[id]];
    // Far away a topic stands beside its area, of which half a name may be shown; near, by itself.
    const { names } = area === undefined ? head : headline(name, spoken, mixed, [area, ...halvesOf(area)]);
    return { id, level: main + way.length - 1, within: way[0], size, ...head, names };
  });
  return {
    x: map.x,
    y: map.y,
    topic: map.topic,
    heads: areas ? [areaColumn(areas, map), map.topic] : [map.topic],
    levels: () => levelsOf(map),
    main,
    order,
    rank: once(() => {
      const rank = new Uint32Array(order.length);
      for (let k = 0; k < order.length; k++) rank[order[k]] = k;
      return rank;
    }),
    ...titles(map, called),
    topics: [...above, ...topics].sort((a, b) => b.size - a.size || a.level - b.level || a.id - b.id),
    grid: grid ?? paperGrid(map.x, map.y),
    frame: frameOf(map.x, map.y),
  };
}

/** Areas as what is named; they have no terms, but halves of their names go below each other, too. */
function areaNames({ topics }: TopicMap, { names, ofTopic }: Areas): LabelCandidates["topics"][number][] {
  const parts = names.map((): Topic[] => []);
  for (const topic of topics) parts[ofTopic[topic.id]]?.push(topic);
  return names.map((name, id) => {
    const [largest] = parts[id].sort((a, b) => b.size - a.size || a.id - b.id);
    return {
      id,
      level: 0,
      within: largest.id,
      size: parts[id].reduce((sum, { size }) => sum + size, 0),
      ...headline(name, name.split(" & ").slice(1)),
    };
  });
}

/** The same with other names of papers; their titles where absent. */
export function withTitles(
  candidates: LabelCandidates,
  map: TopicMap,
  called: PaperNames | undefined,
): LabelCandidates {
  return { ...candidates, ...titles(map, called) };
}

function titles(
  { papers }: TopicMap,
  called: PaperNames = (paper) => papers[paper].title,
): Pick<LabelCandidates, "title" | "longTitle"> {
  return {
    title: remembered((paper) => shortTitle(called(paper))),
    longTitle: remembered((paper) => shortTitle(called(paper), 84, false)),
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
