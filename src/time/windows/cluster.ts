import type { Executor } from "../../kernel/executor.ts";
import { type Graph, subgraph } from "../../kernel/graph.ts";
import { RowBuilder, type SparseRows } from "../../kernel/rows.ts";
import { divide } from "../../topics/divide.ts";
import type { Years } from "../years.ts";
import { type Period, timePeriods } from "./periods.ts";

/** One window of years, clustered by itself. */
export interface Window extends Period {
  /** Its papers, ascending. */
  readonly papers: Uint32Array;
  /** Topic of each of them, 0 … count−1, or negative; of this window alone. */
  readonly topic: Int32Array;
  readonly count: number;
}

/** What windows are clustered from: what `analyse` gives of a map. */
export interface WindowInput {
  readonly graph: Graph;
  /** Term rows of unit length. */
  readonly rows: SparseRows;
  readonly years: Years;
  readonly seed: number;
}

/** Clusters the graph of each window of years by the machinery of the map; seeded. */
export async function clusterWindows(
  { graph, rows, years, seed }: WindowInput,
  executor: Executor,
  onProgress?: (done: number) => void,
): Promise<Window[]> {
  const place = new Int32Array(years.of.length).fill(-1);
  const windows: Window[] = [];
  const periods = timePeriods(years);
  for (const period of periods) {
    const papers = Uint32Array.from(years.of.keys()).filter(
      (i) => years.of[i] >= period.from && years.of[i] <= period.to,
    );
    const { topic, count } = await divide(
      subgraph(graph, papers, place),
      rowsOf(rows, papers),
      { seed },
      executor,
    );
    windows.push({ ...period, papers, topic, count });
    onProgress?.(windows.length / periods.length);
  }
  return windows;
}

/** The rows of some papers. */
export function rowsOf(rows: SparseRows, papers: Uint32Array): SparseRows {
  const builder = new RowBuilder(papers.length, papers.length * 32, rows.width);
  for (const [k, i] of papers.entries()) {
    for (let e = rows.start[i]; e < rows.start[i + 1]; e++) builder.push(rows.column[e], rows.value[e]);
    builder.endRow(k);
  }
  return builder.rows();
}
