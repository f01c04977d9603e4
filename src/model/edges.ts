/** Why two papers can be linked. `citation` and `mention` are directed, citing to cited. */
export const EDGE_KINDS = ["keyword", "concept", "citation", "coupling", "cocitation", "mention"] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

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

/** Whether edges of this kind have a direction. */
export function isDirected(kind: EdgeKind): boolean {
  return kind === "citation" || kind === "mention";
}
