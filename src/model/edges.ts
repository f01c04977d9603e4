/**
 * Why two papers can be linked, in the order of files and of shader bits (of which there are eight): whether such edges
 * have a direction, citing to cited, and what they count in topics and layout unless the user says otherwise.
 */
const KINDS = {
  keyword: { directed: false, weight: 1 },
  concept: { directed: false, weight: 0 },
  citation: { directed: true, weight: 0.5 },
  coupling: { directed: false, weight: 0.5 },
  cocitation: { directed: false, weight: 0 },
  mention: { directed: true, weight: 0 },
  semantic: { directed: false, weight: 1 },
} as const;
export type EdgeKind = keyof typeof KINDS;
export const EDGE_KINDS = Object.keys(KINDS) as readonly EdgeKind[];

/** Whether edges of this kind have a direction. */
export function isDirected(kind: EdgeKind): boolean {
  return KINDS[kind].directed;
}

/** What edges of each kind count by default; see `Parameters.weights`. */
export const DEFAULT_WEIGHTS = Object.fromEntries(
  EDGE_KINDS.map((kind) => [kind, KINDS[kind].weight]),
) as Readonly<Record<EdgeKind, number>>;

/** The edges of one kind, as columns. Undirected edges have source < target; sorted by (source, target); no loops, no repeats. */
export interface EdgeList {
  readonly kind: EdgeKind;
  readonly directed: boolean;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** Above 0. */
  readonly weight: Float32Array;
  /** Readout for other tools: up to 3 terms an edge; see `EdgeReadout`. */
  readonly readout?: EdgeReadout;
  /** Mention edges only: the name and the sentence it stands in, one an edge. */
  readonly mentions?: readonly { readonly name: string; readonly sentence: string }[];
}

/** Slots 3e … 3e+2 belong to edge e; `label` NO_LABEL means an empty slot. Shares are of the edge's weight, 0 to 1. */
export interface EdgeReadout {
  readonly labels: readonly string[];
  readonly label: Uint32Array;
  readonly share: Float32Array;
}

export const NO_LABEL = 0xffffffff;

/**
 * What weights of each list are multiplied by to count: each kind is brought to the total strength of the keyword edges
 * (to 1 where there are none), then multiplied by its weight. 0 for kinds that do not count.
 * @param written what a weight is read as
 */
export function kindFactors(
  lists: readonly EdgeList[],
  weights: Readonly<Record<EdgeKind, number>>,
  written: (weight: number) => number = (weight) => weight,
): number[] {
  const strengths = lists.map(({ weight }) => weight.reduce((sum, w) => sum + written(w), 0));
  const keyword = lists.findIndex(({ kind, source }) => kind === "keyword" && source.length > 0);
  const whole = keyword < 0 ? 1 : strengths[keyword];
  return lists.map(({ kind }, k) => (strengths[k] > 0 ? (weights[kind] * whole) / strengths[k] : 0));
}
