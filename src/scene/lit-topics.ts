import { columnOf } from "../model/levels.ts";
import type { TopicMap } from "../model/map.ts";
import type { LabelCandidates } from "./labels/types.ts";
import { type LinkFilter, type Links, passes } from "./links.ts";

/** A scene and the topics that are lit in it. */
interface LitScene {
  readonly map: TopicMap;
  readonly candidates: LabelCandidates;
  readonly links: Links;
  readonly filter: LinkFilter;
  readonly topics: readonly number[];
}

/** Most links that are lit with a topic. */
const MOST = 400;

/**
 * The papers of the topics that are lit, the largest first, and links, strongest first: of one topic those inside of it,
 * of several those that lead from one to another. O(n + links).
 */
export function litTopics({ map, candidates, links, filter, topics }: LitScene): {
  readonly papers: number[];
  readonly links: number[];
} {
  if (topics.length === 0) return { papers: [], links: [] };
  const columns = topics.map((topic) => columnOf(map, topic));
  const of = (i: number) => {
    for (let k = 0; k < topics.length; k++) if (columns[k][i] === topics[k]) return k;
    return -1;
  };
  const found: number[] = [];
  for (let e = 0; e < links.weight.length && found.length < MOST; e++) {
    const [a, b] = [of(links.source[e]), of(links.target[e])];
    if (a < 0 || b < 0 || (a === b) !== (topics.length === 1) || !passes(links, e, filter)) continue;
    found.push(e);
  }
  const papers: number[] = [];
  for (const i of candidates.order) if (of(i) >= 0) papers.push(i);
  return { papers, links: found };
}
