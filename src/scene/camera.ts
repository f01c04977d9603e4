import { clamp } from "../kernel/numeric.ts";

/** Where the map is looked at from: x, y in the frame (0 to 1, y up), ratio = share of the frame's side that the shorter side of the window shows. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** The square in map units that camera coordinates 0 to 1 stand for. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** Width and height in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels of a window that panels cover. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A box in any unit; low ≤ high. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Map units to pixels: px = x · scale + dx, py = dy − y · scale. */
export interface View extends Size {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
/** The farthest camera. */
export const MAX_RATIO = 3;
/** What the nearest camera sees along the shorter side of the window, in map units, of which neighbours are about one apart. */
const LEAST_SEEN = 3;
/** How far the middle of the window may leave the papers, as a share of the window: a strip of the map stays in it. */
const BESIDE = 0.35;

/**
 * The least side of a frame, in map units, of which neighbours are about one apart: one paper or two are shown as a few
 * among others would be, not blown up to fill the window.
 */
const LEAST_SIDE = 4;

/** The square frame around all positions; around (0, 0) where there are none. */
export function frameOf(x: Float32Array, y: Float32Array): Frame {
  const box = boundsOf(x, y);
  if (box === undefined) return { x: -LEAST_SIDE / 2, y: -LEAST_SIDE / 2, side: LEAST_SIDE };
  const side = Math.max(box.right - box.left, box.bottom - box.top, LEAST_SIDE);
  return { x: (box.left + box.right - side) / 2, y: (box.top + box.bottom - side) / 2, side };
}

/** Whether two frames are one. */
export function isSameFrame(a: Frame, b: Frame): boolean {
  return a.x === b.x && a.y === b.y && a.side === b.side;
}

/** Boxes around all papers, by their columns: asked for in every frame. */
const known = new WeakMap<Float32Array, { readonly y: Float32Array; readonly box: Box | undefined }>();

/** The smallest box around positions, or around those of `papers`; undefined where there are none. In map units, y up. Columns of maps do not change: the box around all is found once. */
export function boundsOf(x: Float32Array, y: Float32Array, papers?: ArrayLike<number>): Box | undefined {
  if (papers) return foundBounds(x, y, papers);
  const kept = known.get(x);
  if (kept?.y === y) return kept.box;
  const box = foundBounds(x, y);
  known.set(x, { y, box });
  return box;
}

function foundBounds(x: Float32Array, y: Float32Array, papers?: ArrayLike<number>): Box | undefined {
  const n = papers?.length ?? x.length;
  if (n === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < n; k++) {
    const i = papers === undefined ? k : papers[k];
    if (x[i] < left) left = x[i];
    if (x[i] > right) right = x[i];
    if (y[i] < top) top = y[i];
    if (y[i] > bottom) bottom = y[i];
  }
  return { left, top, right, bottom };
}

/** What a camera sees in a window of this size. */
export function viewOf(frame: Frame, camera: Camera, size: Size): View {
  const scale = Math.min(size.width, size.height) / (camera.ratio * frame.side);
  return {
    width: size.width,
    height: size.height,
    scale,
    dx: size.width / 2 - (frame.x + camera.x * frame.side) * scale,
    dy: size.height / 2 + (frame.y + camera.y * frame.side) * scale,
  };
}

/** The camera that shows a box of map units in the part of the window that no panel covers. */
export function cameraFor(frame: Frame, box: Box, size: Size, insets: Insets): Camera {
  const width = Math.max(40, size.width - insets.left - insets.right);
  const height = Math.max(40, size.height - insets.top - insets.bottom);
  const scale = Math.min(
    width / Math.max(box.right - box.left, 1e-9),
    height / Math.max(box.bottom - box.top, 1e-9),
  );
  const shorter = Math.min(size.width, size.height);
  const ratio = clamp(shorter / (scale * frame.side), nearestRatio(frame), MAX_RATIO);
  const pixel = (ratio * frame.side) / shorter;
  const middleX = (box.left + box.right) / 2 - ((insets.left - insets.right) / 2) * pixel;
  const middleY = (box.top + box.bottom) / 2 + ((insets.top - insets.bottom) / 2) * pixel;
  return { x: (middleX - frame.x) / frame.side, y: (middleY - frame.y) / frame.side, ratio };
}

/** Room around the whole map for the names at its border, in pixels; in small windows there is less. */
const ROOM = { wide: 64, narrow: 34, below: 500 } as const;
/** Of fewer papers the map takes less of the window: they would stand at its edges. */
const HANDFUL = { papers: 8, room: 0.26 } as const;

/** The camera that shows a whole map clear of panels, with room for the names at its border. */
export function homeCamera(
  { x, y }: { readonly x: Float32Array; readonly y: Float32Array },
  size: Size,
  insets: Insets,
): Camera {
  const shorter = Math.min(size.width, size.height);
  const room =
    x.length < HANDFUL.papers ? shorter * HANDFUL.room : shorter < ROOM.below ? ROOM.narrow : ROOM.wide;
  const frame = frameOf(x, y);
  const all = { left: frame.x, top: frame.y, right: frame.x + frame.side, bottom: frame.y + frame.side };
  const box = frame.side > LEAST_SIDE ? boundsOf(x, y) : all;
  return cameraFor(frame, box ?? all, size, widened(insets, room));
}

/** A box that hides more than this share of the papers is made way for. */
const HIDDEN = 1 / 50;

/**
 * The home camera with no more than a few papers under the boxes that lie on the map: where one hides more, the map goes
 * to that side of it where it can be largest.
 */
export function clearHome(
  map: { readonly x: Float32Array; readonly y: Float32Array },
  size: Size,
  insets: Insets,
  boxes: readonly Box[],
): Camera {
  let own = insets;
  for (const { left, right, top, bottom } of boxes) {
    const { scale, dx, dy } = viewOf(frameOf(map.x, map.y), homeCamera(map, size, own), size);
    let hidden = 0;
    for (let i = 0; i < map.x.length; i++) {
      const x = map.x[i] * scale + dx;
      const y = dy - map.y[i] * scale;
      if (x > left && x < right && y > top && y < bottom) hidden++;
    }
    if (hidden <= map.x.length * HIDDEN) continue;
    const sides: readonly Insets[] = [
      { ...own, left: Math.max(own.left, right) },
      { ...own, bottom: Math.max(own.bottom, size.height - top) },
      { ...own, right: Math.max(own.right, size.width - left) },
      { ...own, top: Math.max(own.top, bottom) },
    ];
    const ratio = (side: Insets) => homeCamera(map, size, side).ratio;
    own = sides.reduce((best, side) => (ratio(side) < ratio(best) ? side : best));
  }
  return homeCamera(map, size, own);
}

/** Insets with more room on all sides. */
export function widened({ top, right, bottom, left }: Insets, by: number): Insets {
  return { top: top + by, right: right + by, bottom: bottom + by, left: left + by };
}

/** The ratio of the nearest camera. */
export function nearestRatio(frame: Frame): number {
  return LEAST_SEEN / frame.side;
}

/** The camera held where the map cannot be lost: not too near, not too far, and a strip of the box of its papers in the window. */
export function heldCamera({ x, y, ratio }: Camera, frame: Frame, box: Box, size: Size): Camera {
  const held = clamp(ratio, nearestRatio(frame), MAX_RATIO);
  const room = (BESIDE * held) / Math.min(size.width, size.height);
  const [roomX, roomY] = [room * size.width, room * size.height];
  const inFrame = (from: number, at: number) => (at - from) / frame.side;
  return {
    x: clamp(x, inFrame(frame.x, box.left) - roomX, inFrame(frame.x, box.right) + roomX),
    y: clamp(y, inFrame(frame.y, box.top) - roomY, inFrame(frame.y, box.bottom) + roomY),
    ratio: held,
  };
}

/** Goes nearer by a factor, keeping what is under the point (pixels) in its place. */
export function zoomAt(
  camera: Camera,
  frame: Frame,
  size: Size,
  factor: number,
  px: number,
  py: number,
): Camera {
  const ratio = clamp(camera.ratio / factor, nearestRatio(frame), MAX_RATIO);
  const step = (camera.ratio - ratio) / Math.min(size.width, size.height);
  return {
    x: camera.x + (px - size.width / 2) * step,
    y: camera.y - (py - size.height / 2) * step,
    ratio,
  };
}

/** Moves the window over the map by pixels, to the right and down. */
export function panned(camera: Camera, size: Size, dx: number, dy: number): Camera {
  const step = camera.ratio / Math.min(size.width, size.height);
  return { x: camera.x + dx * step, y: camera.y - dy * step, ratio: camera.ratio };
}
