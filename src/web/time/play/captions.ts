import { oncePer } from "../../../kernel/once.ts";
import { papersOf } from "../../../model/levels.ts";
import type { TopicMap } from "../../../model/map.ts";
import { isIncomplete, type Years } from "../../../time/years.ts";
import { plural } from "../../../view/numbers.ts";
import type { MapState } from "../../page/map-state.ts";
import { timeTexts } from "../../texts/time.ts";
import { known } from "../modes/answered.ts";
import { mapYears } from "../rows.ts";
import { playOf } from "./store.ts";

/** What happened in a year, with the papers that did it. */
export interface Happening {
  readonly kind: "begins" | "appears" | "burst";
  /** A topic, or a term. */
  readonly name: string;
  readonly papers: readonly number[];
}

/** Terms of fewer papers, in all years, are no news. */
const FEWEST = { papers: 4, share: 0.003 } as const;
/** Most happenings that are told of a year. */
const MOST = 3;

/** By column: topics and terms that are there for the first time, those of most papers first. Where the first years are not complete, nothing is new in them. O(papers · terms). */
export const firstSeen = oncePer((map: TopicMap): readonly (readonly Happening[])[] => {
  const years = mapYears(map);
  const found = Array.from({ length: years.count }, (): (Happening & { readonly all: number })[] => []);
  const least = Math.max(FEWEST.papers, Math.ceil(FEWEST.share * map.papers.length));
  for (const { id, name, parent } of map.topics) {
    if (parent !== undefined || name === "") continue;
    const papers = papersOf(map, id);
    const first = firstOf(papers, years);
    if (first)
      found[first.column].push({ kind: "begins", name, papers: first.papers, all: Number.POSITIVE_INFINITY });
  }
  for (const [name, papers] of termPapers(map)) {
    const first = papers.length >= least ? firstOf(papers, years) : undefined;
    if (first) found[first.column].push({ kind: "appears", name, papers: first.papers, all: papers.length });
  }
  return found.map((list) => list.sort((a, b) => b.all - a.all || (a.name < b.name ? -1 : 1)).slice(0, MOST));
});

/** Papers by each of their representative terms. */
function termPapers({ terms }: TopicMap): Map<string, number[]> {
  const papers = new Map<string, number[]>();
  for (const [i, own] of terms.entries())
    for (const term of own) {
      // One word says little: of many fields it is never new.
      if (!term.includes(" ")) continue;
      const list = papers.get(term);
      if (list) list.push(i);
      else papers.set(term, [i]);
    }
  return papers;
}

/** The first column of some papers, and which they are; undefined in the first complete column and before. */
function firstOf(papers: readonly number[], { of, complete }: Years) {
  let column = Number.POSITIVE_INFINITY;
  for (const i of papers) if (of[i] >= 0) column = Math.min(column, of[i]);
  if (column === Number.POSITIVE_INFINITY || column <= complete) return undefined;
  return { column, papers: papers.filter((i) => of[i] === column) };
}

/** What is said of a year: its number, how many papers, and what happened. */
export interface Caption {
  readonly year: string;
  readonly counts: string;
  readonly happenings: readonly Happening[];
}

/** The caption of a column. */
export function captionOf(now: MapState, column: number): Caption {
  const t = timeTexts.play;
  const { map } = now.atlas.value;
  const years = mapYears(map);
  const { times, span } = playOf(now);
  const { papers, sums } = times.value;
  const since = span.value > 0 ? column - span.value : -1;
  const there = sums[column] - (sums[since] ?? 0);
  return {
    year: String(years.first + column),
    counts: [
      t.fresh(papers[column]),
      span.value > 0 ? t.last(there, span.value) : t.soFar(there),
      ...(isIncomplete(years, column) ? [timeTexts.isPartial] : []),
    ].join(" · "),
    happenings: [...(firstSeen(map)[column] ?? []), ...burstsIn(now, column)].slice(0, MOST),
  };
}

/** Bursts of terms that begin in a column, where the panel has found them. */
function burstsIn(now: MapState, column: number): Happening[] {
  const terms = known(now, "bursts")?.terms ?? [];
  return terms
    .filter(({ from }) => from === column)
    .slice(0, 2)
    .map(({ name, papers }) => ({ kind: "burst", name, papers }));
}

/** What happened, in words. */
export function happened({ kind, name, papers }: Happening): string {
  return timeTexts.play.happened[kind](name, plural(papers.length, "paper"));
}

/** The caption as it is heard. */
export function said(now: MapState, column: number): string {
  const { year, counts, happenings } = captionOf(now, column);
  return [year, counts, ...happenings.map(happened)].join(". ");
}
