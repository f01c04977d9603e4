import type { TopicMap } from "../model/map.ts";
import { edgeRows } from "./edge-rows.ts";

/** All links between two papers as one, for formats that know one link a pair. */
export interface PairLink {
  readonly source: number;
  readonly target: number;
  /** Sum of the weights of all kinds, above 0. */
  readonly strength: number;
  /** "keyword: residual (40 %), block (12 %); citation". */
  readonly description: string;
}

/** The links of a map by pair, sorted by (source, target), source < target. */
export function pairLinks(map: TopicMap): PairLink[] {
  const n = map.papers.length;
  const byPair = new Map<number, { strength: number; parts: string[] }>();
  for (const { source, target, similarity, kind, evidence, name } of edgeRows(map)) {
    const pair = Math.min(source, target) * n + Math.max(source, target);
    const detail = evidence || name;
    const part = detail === "" ? kind : `${kind}: ${detail}`;
    const known = byPair.get(pair);
    if (known) {
      known.strength += similarity;
      known.parts.push(part);
    } else byPair.set(pair, { strength: similarity, parts: [part] });
  }
  return [...byPair]
    .sort(([a], [b]) => a - b)
    .map(([pair, { strength, parts }]) => ({
      source: Math.floor(pair / n),
      target: pair % n,
      strength,
      description: parts.join("; "),
    }));
}
