import { oncePer } from "../kernel/once.ts";
import type { Box, View } from "./camera.ts";
import type { LabelCandidates } from "./labels/types.ts";
import { countBox, largestIn } from "./paper-grid.ts";

/** The dots that a view is drawn with, small ones first, and for which views they are the same. */
export interface Drawn {
  readonly papers: Uint32Array;
  /** What they were chosen of; undefined where they are all papers, whatever is seen. */
  readonly of?: readonly unknown[];
  /** In map units: the part of the map in which they are whole. */
  readonly box?: Box;
}

/** What dots are chosen of. */
interface Choice {
  readonly drawOrder: Uint32Array;
  readonly candidates: Pick<LabelCandidates, "x" | "y" | "order" | "rank" | "grid">;
  readonly view: View;
  readonly visible: Uint8Array | null;
  /** Where years go by papers come and go: then none stands for others. */
  readonly passing?: unknown;
  readonly drawn: Drawn;
}

/** Maps of fewer papers are drawn whole, and of larger ones parts in which there are no more. */
const FEW = 60_000;
/** Pixels of the side of a cell in which one dot hides others, at least; so many times as many at most. */
const CELL = { least: 1.6, wider: Math.SQRT2 } as const;
/** How far beyond the window dots are chosen, as a share of it: it moves there without another choice. */
const BEYOND = 0.25;

/**
 * The dots of a view. A million of them stand closer than pixels: a dot that lies under others all over is left out, the
 * largest of each cell stays. Cells are fixed to the map, so that none flickers while it is moved. O(papers) where a large
 * map is seen from afar, else O(papers in view); the same object where nothing changes.
 */
export function drawnDots({ drawOrder, candidates, view, visible, passing, drawn }: Choice): Drawn {
  const n = drawOrder.length;
  if (n <= FEW) return drawn.papers === drawOrder ? drawn : { papers: drawOrder };
  const wide = windowBox(view, BEYOND);
  const isCrowded = passing === undefined && countBox(candidates.grid, wide) > FEW;
  const side = isCrowded ? cellSide(view.scale) : 0;
  const of = [candidates.order, candidates.grid, visible, side];
  const isKnown = drawn.of?.every((part, k) => part === of[k]) && drawn.box;
  if (isKnown && isWithin(windowBox(view, 0), isKnown)) return drawn;
  return { papers: chosen(candidates, wide, side, visible), of, box: wide };
}

/** Places of papers in the order of their sizes: to go through a million of them so takes a fifth of the time of looking each up. */
const ranked = oncePer(({ x, y, order }: Choice["candidates"]) => {
  const places = { x: new Float32Array(order.length), y: new Float32Array(order.length) };
  for (let k = 0; k < order.length; k++) {
    places.x[k] = x[order[k]];
    places.y[k] = y[order[k]];
  }
  return places;
});

function chosen(
  candidates: Choice["candidates"],
  box: Box,
  side: number,
  visible: Uint8Array | null,
): Uint32Array {
  const likely = largestIn(candidates, box, candidates.x.length / 8);
  const isAll = likely === candidates.order;
  const { x, y } = isAll ? ranked(candidates) : candidates;
  const left = side > 0 ? Math.floor(box.left / side) : 0;
  const low = side > 0 ? Math.floor(box.top / side) : 0;
  const columns = side > 0 ? Math.floor(box.right / side) - left + 1 : 0;
  const rows = side > 0 ? Math.floor(box.bottom / side) - low + 1 : 0;
  const isTaken = new Uint8Array(columns * rows);
  const found = new Uint32Array(likely.length);
  let first = found.length;
  for (let k = 0; k < likely.length; k++) {
    const i = likely[k];
    const at = isAll ? k : i;
    const px = x[at];
    const py = y[at];
    if (px < box.left || px > box.right || py < box.top || py > box.bottom) continue;
    if (visible !== null && visible[i] === 0) continue;
    if (side > 0) {
      const cell = (Math.floor(py / side) - low) * columns + Math.floor(px / side) - left;
      if (isTaken[cell] === 1) continue;
      isTaken[cell] = 1;
    }
    // From the back: the largest are drawn last.
    found[--first] = i;
  }
  return found.slice(first);
}

/** Sides in steps, so that all views of nearly one scale have the same cells. */
function cellSide(scale: number): number {
  let side = CELL.least;
  const wanted = CELL.least / scale;
  while (side < wanted) side *= CELL.wider;
  while (side >= wanted * CELL.wider) side /= CELL.wider;
  return side;
}

/** What a window shows, in map units (y up), and a share of it on each side. */
function windowBox({ width, height, scale, dx, dy }: View, beyond: number): Box {
  const [across, down] = [width * beyond, height * beyond];
  return {
    left: (-across - dx) / scale,
    right: (width + across - dx) / scale,
    top: (dy - height - down) / scale,
    bottom: (dy + down) / scale,
  };
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}
