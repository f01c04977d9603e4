import type { Graph } from "../../src/kernel/graph.ts";
import { seededRandom } from "../../src/kernel/random.ts";
import type { SparseRows } from "../../src/kernel/rows.ts";

/** A graph from links [i, j, weight], each once. */
export function graphOf(n: number, links: readonly (readonly [number, number, number])[]): Graph {
  const rows = Array.from({ length: n }, (): [number, number][] => []);
  for (const [i, j, w] of links) {
    rows[i].push([j, w]);
    rows[j].push([i, w]);
  }
  const start = new Uint32Array(n + 1);
  const sorted = rows.map((row) => row.sort((a, b) => a[0] - b[0]));
  for (const [i, row] of sorted.entries()) start[i + 1] = start[i] + row.length;
  return {
    start,
    neighbour: Uint32Array.from(sorted.flat(), ([j]) => j),
    weight: Float32Array.from(sorted.flat(), ([, w]) => w),
  };
}

/** n nodes in `blocks` equal blocks (node i in block i mod blocks): 8 links a node, nine of ten inside the block. */
export function planted(n: number, blocks: number, seed: number): Graph {
  const random = seededRandom(seed, 1000);
  const links = new Map<number, readonly [number, number, number]>();
  for (let i = 0; i < n; i++)
    for (let k = 0; k < 8; k++) {
      const inside = random() < 0.9;
      const j = inside
        ? (Math.floor(random() * (n / blocks)) * blocks + (i % blocks)) % n
        : Math.floor(random() * n);
      if (i !== j)
        links.set(Math.min(i, j) * n + Math.max(i, j), [
          Math.min(i, j),
          Math.max(i, j),
          0.2 + 0.6 * random(),
        ]);
    }
  return graphOf(n, [...links.values()]);
}

/** Unit term rows for it: 6 of the block's own 12 terms and 2 of 24 common ones. */
export function plantedRows(n: number, blocks: number, seed: number): SparseRows {
  const random = seededRandom(seed, 1001);
  const start = new Uint32Array(n + 1);
  const column: number[] = [];
  for (let i = 0; i < n; i++) {
    const own = new Set<number>();
    while (own.size < 6) own.add(24 + (i % blocks) * 12 + Math.floor(random() * 12));
    while (own.size < 8) own.add(Math.floor(random() * 24));
    column.push(...[...own].sort((a, b) => a - b));
    start[i + 1] = column.length;
  }
  const value = new Float32Array(column.length).fill(1 / Math.sqrt(8));
  return { start, column: Uint32Array.from(column), value, width: 24 + 12 * blocks };
}
