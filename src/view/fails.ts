import { levelsOf } from "../model/levels.ts";
import type { TopicMap } from "../model/map.ts";
import { NO_YEAR } from "../model/years.ts";

/** Sets a bit where a paper is in none of some topics. */
export function failTopics(
  failed: Uint32Array,
  bit: number,
  map: TopicMap,
  topics: ReadonlySet<number>,
): void {
  // By id + 1: papers without a topic on a level have −1.
  const isWanted = new Uint8Array(map.topics.length + 1);
  for (const id of topics) isWanted[id + 1] = 1;
  const passes = new Uint8Array(failed.length);
  for (const level of levelsOf(map))
    for (let i = 0; i < passes.length; i++) passes[i] |= isWanted[level[i] + 1];
  for (let i = 0; i < failed.length; i++) if (passes[i] === 0) failed[i] |= bit;
}

/** Sets a bit where a paper has no year between two, both included. */
export function failYears(
  failed: Uint32Array,
  bit: number,
  years: Int32Array,
  [from, to]: readonly [number, number],
): void {
  for (let i = 0; i < failed.length; i++) {
    const year = years[i];
    if (year === NO_YEAR || year < from || year > to) failed[i] |= bit;
  }
}
