/** What is measured of each paper, in the order in which it is written; `src/graph/measure.ts` says over which links. */
export const MEASURES = [
  "degree",
  "weightedDegree",
  "pageRank",
  "betweenness",
  "clustering",
  "component",
] as const;
export type Measure = (typeof MEASURES)[number];

/** Measures that are counts or numbers of something. */
export const WHOLE_MEASURES: ReadonlySet<Measure> = new Set(["degree", "component"]);

/** Measures of a map's graph. They are of its links, so that they hold as long as these stay. */
export interface Measures {
  /** Of all the whole graph: share of the pairs of papers that are linked, 0 to 1; and how many components it has. */
  readonly density: number;
  readonly components: number;
  /** One number a paper, in six digits. */
  readonly columns: Readonly<Record<Measure, Float64Array>>;
}
