import type { TopicMap } from "../../../model/map.ts";
import { bySize } from "../../../scene/by-size.ts";
import { NEVER, type Passing } from "../../../scene/passing.ts";
import { mapYears } from "../rows.ts";

/** More columns than fit into a byte: the earliest ones count as one. */
const MOST = 254;

/** A map made ready for the years to go by: what is there at any time. */
export interface Times {
  /** Papers that pass the filters, by column, and in all columns before it and in it. */
  readonly papers: Uint32Array;
  readonly sums: Uint32Array;
  /** Papers that pass of a column. */
  of(column: number): readonly number[];
  /** The moment at a time in columns, papers staying for so many (0: for good). The weights are the same array every time. */
  at(time: number, span: number): Passing;
}

/** Makes a map ready, for the papers of a mask. O(papers log papers). */
export function timesOf(map: TopicMap, mask: Uint8Array): Times {
  const years = mapYears(map);
  const { count } = years;
  const less = Math.max(0, count - MOST);
  const when = Uint8Array.from(years.of, (column) => (column < 0 ? NEVER : Math.max(0, column - less)));
  const topics = map.topics.filter(({ parent }) => parent === undefined).length;
  // Of topic t before column c: sums[t · (count + 1) + c].
  const stride = count + 1;
  const sums = new Uint32Array(topics * stride);
  const papers = new Uint32Array(count);
  const start = new Uint32Array(count + 1);
  for (const [i, column] of years.of.entries()) {
    if (column < 0) continue;
    start[column + 1]++;
    if (mask[i] === 0) continue;
    papers[column]++;
    if (map.topic[i] >= 0) sums[map.topic[i] * stride + column + 1]++;
  }
  for (let t = 0; t < topics; t++)
    for (let c = 1; c < stride; c++) sums[t * stride + c] += sums[t * stride + c - 1];
  for (let c = 0; c < count; c++) start[c + 1] += start[c];
  const order = new Uint32Array(start[count]);
  const next = start.slice();
  for (const i of bySize(map.size).slice().reverse()) if (years.of[i] >= 0) order[next[years.of[i]]++] = i;

  const whole = papers.slice();
  for (let c = 1; c < count; c++) whole[c] += whole[c - 1];
  const weights = new Float32Array(topics);
  const until = (t: number, time: number) => {
    const at = Math.max(0, Math.min(count, time + 1));
    const c = Math.floor(at);
    const [low, high] = [sums[t * stride + c], sums[t * stride + Math.min(count, c + 1)]];
    return low + (at - c) * (high - low);
  };
  const there = (t: number, time: number, span: number) =>
    until(t, time) - (span > 0 ? until(t, time - span) : 0);
  const mosts = new Map<number, Float64Array>();
  const mostOf = (span: number) => {
    const found =
      mosts.get(span) ??
      Float64Array.from({ length: topics }, (_, t) => {
        let most = 0;
        for (let c = 0; c < count; c++) most = Math.max(most, there(t, c, span));
        return most;
      });
    mosts.set(span, found);
    return found;
  };
  let fresh = { low: -1, high: -1, papers: new Uint32Array() };
  return {
    papers,
    sums: whole,
    of: (column) => Array.from(order.subarray(start[column], start[column + 1])).filter((i) => mask[i] === 1),
    at(time, span) {
      const most = mostOf(span);
      for (let t = 0; t < topics; t++)
        weights[t] = most[t] > 0 ? Math.sqrt(there(t, time, span) / most[t]) : 0;
      const hold = (column: number) => Math.max(0, Math.min(count - 1, column));
      const [low, high] = [hold(Math.floor(time)), hold(Math.ceil(time))];
      if (fresh.low !== low || fresh.high !== high)
        fresh = { low, high, papers: order.slice(start[low], start[high + 1]) };
      return {
        when,
        at: time - less,
        span: span > 0 ? span : Number.POSITIVE_INFINITY,
        weights,
        fresh: fresh.papers,
      };
    },
  };
}
