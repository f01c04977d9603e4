import { levelsOf } from "../model/levels.ts";
import type { TopicMap } from "../model/map.ts";

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
  // Without a branch, which a processor would guess wrong at every second paper. Without a year is before every other.
  for (let i = 0; i < failed.length; i++)
    failed[i] |= bit * (Number(years[i] < from) | Number(years[i] > to));
}
