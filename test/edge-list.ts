import type { EdgeKind, EdgeList } from "../src/model/edges.ts";
import { isDirected } from "../src/model/edges.ts";

/** An edge list of one kind from pairs, in any order; weights 1 or the third numbers. */
export function listOf(kind: EdgeKind, pairs: readonly (readonly [number, number, number?])[]): EdgeList {
  const sorted = [...pairs].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  return {
    kind,
    directed: isDirected(kind),
    source: Uint32Array.from(sorted, (p) => p[0]),
    target: Uint32Array.from(sorted, (p) => p[1]),
    weight: Float32Array.from(sorted, (p) => p[2] ?? 1),
  };
}
