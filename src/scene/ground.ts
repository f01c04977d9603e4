import type { TopicMap } from "../model/map.ts";
import { type Frame, frameOf, type View } from "./camera.ts";

/** Cells along each side of the frame. */
const CELLS = 128;
/** Most cells of a topic that are remembered as places for its name. */
const PLACES = 40;

/** Whose land the plane is: in each cell the topic whose papers stand nearest, −1 where nobody is near. */
export interface Ground {
  readonly frame: Frame;
  readonly owner: Int16Array;
  /** By first-level topic: x, y (map units) of up to 40 of its cells, evenly picked. */
  readonly places: readonly Float32Array[];
}

/** Gives every cell near papers to a topic: papers claim their own cells, then the land around grows from them. O(n + cells). */
export function groundOf(map: TopicMap): Ground {
  const frame = frameOf(map.x, map.y);
  const owner = claims(map, frame);
  const spacing = CELLS / Math.sqrt(Math.max(4, map.x.length));
  grow(owner, Math.max(1, Math.round(spacing * 0.8)));
  const topics = map.topics.filter((t) => t.parent === undefined).length;
  return { frame, owner, places: placesOf(owner, frame, topics) };
}

function claims(map: TopicMap, frame: Frame): Int16Array {
  const owner = new Int16Array(CELLS * CELLS).fill(-1);
  const votes = new Map<number, number>();
  const most = new Uint16Array(CELLS * CELLS);
  const cell = (v: number) => Math.max(0, Math.min(CELLS - 1, Math.floor(v * CELLS)));
  for (let i = 0; i < map.x.length; i++) {
    const topic = map.topic[i];
    if (topic < 0) continue;
    const at = cell((map.y[i] - frame.y) / frame.side) * CELLS + cell((map.x[i] - frame.x) / frame.side);
    const key = at * 4096 + (topic & 4095);
    const count = (votes.get(key) ?? 0) + 1;
    votes.set(key, count);
    if (count <= most[at]) continue;
    most[at] = count;
    owner[at] = topic;
  }
  return owner;
}

/** Lets land grow by `steps` cells into what is nobody's, all topics at once. */
function grow(owner: Int16Array, steps: number): void {
  let edge: number[] = [];
  for (let c = 0; c < owner.length; c++) if (owner[c] >= 0) edge.push(c);
  for (let s = 0; s < steps; s++) {
    const next: number[] = [];
    for (const c of edge) {
      const column = c % CELLS;
      if (column > 0) take(c - 1, owner[c], next);
      if (column < CELLS - 1) take(c + 1, owner[c], next);
      if (c >= CELLS) take(c - CELLS, owner[c], next);
      if (c < owner.length - CELLS) take(c + CELLS, owner[c], next);
    }
    edge = next;
  }
  function take(c: number, topic: number, next: number[]): void {
    if (owner[c] >= 0) return;
    owner[c] = topic;
    next.push(c);
  }
}

function placesOf(owner: Int16Array, frame: Frame, topics: number): Float32Array[] {
  const cells: number[][] = Array.from({ length: topics }, () => []);
  for (const [c, topic] of owner.entries()) if (topic >= 0 && topic < topics) cells[topic].push(c);
  const unit = frame.side / CELLS;
  return cells.map((own) => {
    const step = Math.max(1, own.length / PLACES);
    const picked: number[] = [];
    for (let k = step / 2; k < own.length; k += step) {
      const c = own[Math.floor(k)];
      picked.push(frame.x + ((c % CELLS) + 0.5) * unit, frame.y + (Math.floor(c / CELLS) + 0.5) * unit);
    }
    return Float32Array.from(picked);
  });
}

/** The topic whose land a point in pixels is, or −1. */
export function ownerAt({ frame, owner }: Ground, view: View, px: number, py: number): number {
  const column = Math.floor((((px - view.dx) / view.scale - frame.x) / frame.side) * CELLS);
  const row = Math.floor((((view.dy - py) / view.scale - frame.y) / frame.side) * CELLS);
  return column < 0 || row < 0 || column >= CELLS || row >= CELLS ? -1 : owner[row * CELLS + column];
}
