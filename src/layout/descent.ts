import { groupBy } from "../kernel/columns.ts";
import { curveRank } from "../kernel/curve.ts";
import { type Draw, seededDraw } from "../kernel/random.ts";
import { STREAMS } from "../kernel/streams.ts";

/** Links as columns, each once, with what they count (0 to 1). */
export interface Springs {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly pull: Float32Array;
}

export interface Schedule {
  readonly epochs: number;
  /** Papers that push each end of a link off, each time that the link pulls: so many of all … */
  readonly far: number;
  /** … and so many of those at most `reach` places away along the curve. */
  readonly near: number;
  readonly reach: number;
  /** What all pushes of a paper at one time count together; 10 in umap-learn. */
  readonly push: number;
  /** No single step is longer than this at the first epoch. */
  readonly longest: number;
}

/** 1 / φ: multiples of it fill the unit interval evenly. */
const GOLDEN = 0.6180339887;
/** Epochs after which papers are put in the order of the curve anew: near is near for about so long (by eye). */
const ORDERED_EVERY = 10;
/** Papers drawn at a time: enough that drawing costs little, few enough to stay in the nearest cache. */
const DRAWS = 4000;
/** Keeps the push of papers on one spot finite; as in umap-learn. */
const EPSILON = 0.001;

/** The papers in the order of the curve, so that what is near in the plane is near in memory. */
interface Ordered {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly springs: Springs;
  /** How far each link is on the way to its next pull, 0 to 1. */
  readonly due: Float32Array;
}

/** Numbers drawn ahead; `at` is the next one. */
interface Drawn {
  readonly column: Int32Array;
  readonly below: number;
  readonly draw: Draw;
  /** How many each paper takes. */
  readonly each: number;
  at: number;
}

/**
 * UMAP's descent (McInnes, Healy & Melville 2018) with the kernel 1 / (1 + d²): links pull their ends together in as many
 * epochs as they count, and each time other papers push the ends off, with a falling step. Most pushes come from papers
 * nearby, weighted by how likely they were to be drawn (importance sampling): the sum is that of papers drawn evenly, but
 * steady where it matters; papers drawn evenly seldom are neighbours, and then push too hard (of 100,000 papers, .11 of
 * the 10 nearest were kept; with neighbours .17, at the same cost). Of + − × ÷ only, on one thread, so that a map is the
 * same everywhere. Changes x and y in place.
 */
export function descend(
  x: Float32Array,
  y: Float32Array,
  springs: Springs,
  schedule: Schedule,
  seed: number,
  onEpoch?: (done: number) => void,
): void {
  const { epochs, far, near, reach } = schedule;
  // Evenly spread beginnings, so that links of one strength do not all come due in the same epochs.
  const due = springs.pull.map((_, e) => (e * GOLDEN) % 1);
  const anywhere = drawnAhead(seededDraw(seed, STREAMS.pushFar), x.length, far);
  const nearby = drawnAhead(seededDraw(seed, STREAMS.pushNear), 2 * reach + 1, near);
  let now: Ordered = { x, y, springs, due };
  let rank = Uint32Array.from(x, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (epoch % ORDERED_EVERY === 0) {
      const order = curveRank(now.x, now.y);
      now = reorder(now, order);
      rank = rank.map((r) => order[r]);
    }
    descendOnce(now, schedule, 1 - epoch / epochs, anywhere, nearby);
    onEpoch?.((epoch + 1) / epochs);
  }
  for (const [from, to] of [
    [now.x.slice(), x],
    [now.y.slice(), y],
  ])
    for (let i = 0; i < to.length; i++) to[i] = from[rank[i]];
}

/** Room for the draws of both ends of a link at a time. */
function drawnAhead(draw: Draw, below: number, each: number): Drawn {
  const length = DRAWS - (DRAWS % Math.max(1, 2 * each));
  return { column: new Int32Array(length), below, draw, each, at: length };
}

/** Paper i becomes paper rank[i]; links follow each other by their lower ends. */
function reorder({ x, y, springs, due }: Ordered, rank: Uint32Array): Ordered {
  const n = x.length;
  const links = due.length;
  const sorted = {
    x: new Float32Array(n),
    y: new Float32Array(n),
    springs: {
      source: new Uint32Array(links),
      target: new Uint32Array(links),
      pull: new Float32Array(links),
    },
    due: new Float32Array(links),
  };
  for (let i = 0; i < n; i++) {
    sorted.x[rank[i]] = x[i];
    sorted.y[rank[i]] = y[i];
  }
  const { source, target, pull } = springs;
  const order = groupBy(
    source.map((s, e) => Math.min(rank[s], rank[target[e]])),
    n,
  ).item;
  for (let to = 0; to < links; to++) {
    const e = order[to];
    const a = rank[source[e]];
    const b = rank[target[e]];
    sorted.springs.source[to] = Math.min(a, b);
    sorted.springs.target[to] = Math.max(a, b);
    sorted.springs.pull[to] = pull[e];
    sorted.due[to] = due[e];
  }
  return sorted;
}

/** What papers of one epoch push with. */
interface Push {
  /** Papers at most so many places away along the curve are near. */
  readonly reach: number;
  /** Force of each near paper that is drawn, and of each other one. */
  readonly near: number;
  readonly far: number;
  /** Longest step. */
  readonly longest: number;
}

/** One epoch, with steps of 1 (the first) to 0. Changes x, y and due in place. */
function descendOnce(
  { x, y, springs, due }: Ordered,
  { far, near, reach, push: pushes, longest }: Schedule,
  step: number,
  anywhere: Drawn,
  nearby: Drawn,
): void {
  const n = x.length;
  const { source, target, pull } = springs;
  const most = longest * step;
  const each = (2 * pushes * step) / (far + near);
  // The odds of a paper to be drawn, in those of an even draw: within reach, and beyond.
  const beyond = far / (far + near);
  const within = beyond + (near / (far + near)) * (n / (2 * reach + 1));
  const push = { reach, near: each / within, far: beyond > 0 ? each / beyond : 0, longest: most };
  for (let e = 0; e < source.length; e++) {
    const ready = due[e] + pull[e];
    due[e] = ready < 1 ? ready : ready - 1;
    if (ready < 1) continue;
    refill(anywhere);
    refill(nearby);
    const i = source[e];
    const j = target[e];
    const dx = x[i] - x[j];
    const dy = y[i] - y[j];
    const g = (-2 * step) / (1 + dx * dx + dy * dy);
    x[i] += clip(g * dx, most);
    y[i] += clip(g * dy, most);
    x[j] -= clip(g * dx, most);
    y[j] -= clip(g * dy, most);
    // Both ends are pushed, so that the two directions of a link count the same.
    pushOff(x, y, i, anywhere, nearby, push);
    pushOff(x, y, j, anywhere, nearby, push);
  }
}

/** Draws anew when all are used up. */
function refill(drawn: Drawn): void {
  if (drawn.at < drawn.column.length) return;
  drawn.draw(drawn.column, drawn.below);
  drawn.at = 0;
}

/** Moves paper i off the next papers drawn: all from where it then is, so that none waits for the one before. In place. */
function pushOff(
  x: Float32Array,
  y: Float32Array,
  i: number,
  anywhere: Drawn,
  nearby: Drawn,
  { reach, near, far, longest }: Push,
): void {
  const n = x.length;
  const fromX = x[i];
  const fromY = y[i];
  let toX = fromX;
  let toY = fromY;
  const [{ column: close, each: nearEach, at: nearAt }, { column: any, at }] = [nearby, anywhere];
  const count = nearEach + anywhere.each;
  for (let k = 0; k < count; k++) {
    let other = k < nearEach ? i + close[nearAt + k] - reach : any[at + k - nearEach];
    if (other < 0) other += n;
    else if (other >= n) other -= n;
    const apart = other - i;
    const strength = apart <= reach && apart >= -reach ? near : far;
    const dx = fromX - x[other];
    const dy = fromY - y[other];
    const d2 = dx * dx + dy * dy;
    const force = strength / ((EPSILON + d2) * (1 + d2));
    toX += clip(force * dx, longest);
    toY += clip(force * dy, longest);
  }
  x[i] = toX;
  y[i] = toY;
  nearby.at += nearEach;
  anywhere.at += anywhere.each;
}

function clip(move: number, most: number): number {
  return move > most ? most : move < -most ? -most : move;
}
