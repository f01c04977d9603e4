import { oncePer } from "../../kernel/once.ts";
import type { TopicMap } from "../../model/map.ts";
import { NO_TOPIC } from "../../model/topic.ts";
import { type Counted, topicYears } from "../../time/topic-years.ts";
import { isIncomplete, yearsOf } from "../../time/years.ts";
import type { TimeMeasure } from "../../view/time-look.ts";

/** A topic of the first level, or the papers without one (NO_TOPIC), year by year. */
export interface TimeRow {
  readonly topic: number;
  readonly papers: ArrayLike<number>;
  /** How often these papers are cited. */
  readonly citations: ArrayLike<number>;
  /** Papers of all years. */
  readonly total: number;
}

/** Topics × years of some papers, as they are drawn. */
export interface TimeRows {
  /** The first year; column k is the year from + k. */
  readonly from: number;
  /** Topics with papers, the largest first, then by number; papers without a topic last. */
  readonly rows: readonly TimeRow[];
  /** Papers of each year. */
  readonly papers: Uint32Array;
  /** 1 for years that are not complete. */
  readonly partial: Uint8Array;
  readonly dated: number;
  /** Papers without a year, or with one far from all others. */
  readonly undated: number;
  readonly counted: Counted;
}

/** The years of a map. */
export const mapYears = oncePer(({ papers }: TopicMap) => yearsOf(papers));

/** Counts the papers of a mask by topic and year. O(papers + topics · years). */
export function timeRows(map: TopicMap, mask: Uint8Array): TimeRows {
  const { years, papers, citations, all, counted } = topicYears(map, mask);
  const { first, count } = years;
  const rest = { papers: Uint32Array.from(all.papers), citations: Float64Array.from(all.citations) };
  const rows: TimeRow[] = [];
  for (const { id, parent } of map.topics) {
    if (parent !== undefined) continue;
    const own = {
      papers: papers.subarray(id * count, (id + 1) * count),
      citations: citations.subarray(id * count, (id + 1) * count),
    };
    for (let k = 0; k < count; k++) {
      rest.papers[k] -= own.papers[k];
      rest.citations[k] -= own.citations[k];
    }
    rows.push({ topic: id, ...own, total: sum(own.papers) });
  }
  rows.sort((a, b) => b.total - a.total || a.topic - b.topic);
  rows.push({ topic: NO_TOPIC, ...rest, total: sum(rest.papers) });
  const dated = sum(all.papers);
  return {
    from: first,
    rows: rows.filter(({ total }) => total > 0),
    papers: all.papers,
    partial: Uint8Array.from(all.papers, (_, k) => (isIncomplete(years, k) ? 1 : 0)),
    dated,
    undated: sum(mask) - dated,
    counted,
  };
}

function sum(values: ArrayLike<number>): number {
  let all = 0;
  for (let k = 0; k < values.length; k++) all += values[k];
  return all;
}

/** A measure of each row by year, in the order of the rows; `isMean` takes the mean of each year and its neighbours first. */
export function measured(data: TimeRows, measure: TimeMeasure, isMean: boolean): Float64Array[] {
  const smooth = (values: ArrayLike<number>) => (isMean ? meanOfThree(values) : Float64Array.from(values));
  const part = measure === "citations" ? "citations" : "papers";
  const rows = data.rows.map((row) => smooth(row[part]));
  if (measure !== "share") return rows;
  const all = smooth(data.papers);
  return rows.map((row) => row.map((value, k) => (all[k] > 0 ? value / all[k] : 0)));
}

/** The mean of each value and those beside it; at the ends, of two. */
function meanOfThree(values: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: values.length }, (_, k) => {
    const [low, high] = [Math.max(0, k - 1), Math.min(values.length - 1, k + 1)];
    let all = 0;
    for (let j = low; j <= high; j++) all += values[j];
    return all / (high - low + 1);
  });
}
