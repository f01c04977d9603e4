import { extent } from "../kernel/columns.ts";
import { type Graph, nodeCount } from "../kernel/graph.ts";

/** Pieces smaller than this share of the papers do not take part in the map proper (by eye). */
const SMALL_PIECE = 0.02;
/** Share of its square that a piece fills, and gaps between squares and below the map, in spacings of its papers (by eye). */
const FILLED = 0.7;
const GAP = 0.3;
const GAP_BELOW = 2;

/**
 * Puts papers without links, and small pieces that nothing ties to the rest, in lines below the map, largest first, each
 * piece in its own shape. Without this the descent drives them to the horizon. In place. O(papers + links).
 */
export function placeBeside(graph: Graph, x: Float32Array, y: Float32Array): void {
  const n = nodeCount(graph);
  const { piece, members } = piecesOf(graph);
  const order = members.map((_, p) => p).sort((a, b) => members[b].length - members[a].length || a - b);
  const largest = order[0];
  const aside = order.filter((p) => p !== largest && members[p].length < Math.max(3, n * SMALL_PIECE));
  if (aside.length === 0) return;
  const apart = new Set(aside);
  const main = Array.from({ length: n }, (_, i) => i).filter((i) => !apart.has(piece[i]));
  const [left, right] = extent(Float32Array.from(main, (i) => x[i]));
  const [, bottom] = extent(Float32Array.from(main, (i) => y[i]));
  const [top] = extent(Float32Array.from(main, (i) => y[i]));
  const width = Math.max(right - left, 1);
  const cell = Math.sqrt((width * Math.max(bottom - top, 1)) / Math.max(1, main.length));
  const longest = main.length > 2 ? width : Math.max(width, cell * Math.ceil(Math.sqrt(n)));
  let [penX, penY, line] = [left, bottom + GAP_BELOW * cell, 0];
  for (const p of aside) {
    const side = cell * Math.ceil(Math.sqrt(members[p].length));
    if (penX > left && penX + side > left + longest) [penX, penY, line] = [left, penY + line + cell * GAP, 0];
    fitInto(members[p], x, y, penX, penY, side);
    penX += side + cell * GAP;
    line = Math.max(line, side);
  }
}

/** Scales one piece into a square. */
function fitInto(
  papers: readonly number[],
  x: Float32Array,
  y: Float32Array,
  toX: number,
  toY: number,
  side: number,
): void {
  const [left, right] = extent(Float32Array.from(papers, (i) => x[i]));
  const [top, bottom] = extent(Float32Array.from(papers, (i) => y[i]));
  const scale = (side * FILLED) / Math.max(right - left, bottom - top, 1e-9);
  for (const i of papers) {
    x[i] = toX + (papers.length > 1 ? (x[i] - left) * scale : 0);
    y[i] = toY + (papers.length > 1 ? (y[i] - top) * scale : 0);
  }
}

/** Connected components, by depth-first search; pieces number by their lowest paper. */
export function piecesOf(graph: Graph): { readonly piece: Int32Array; readonly members: number[][] } {
  const n = nodeCount(graph);
  const piece = new Int32Array(n).fill(-1);
  const members: number[][] = [];
  for (let first = 0; first < n; first++) {
    if (piece[first] >= 0) continue;
    const found = [first];
    piece[first] = members.length;
    for (let k = 0; k < found.length; k++)
      for (let e = graph.start[found[k]]; e < graph.start[found[k] + 1]; e++) {
        const other = graph.neighbour[e];
        if (piece[other] >= 0) continue;
        piece[other] = members.length;
        found.push(other);
      }
    members.push(found);
  }
  return { piece, members };
}
