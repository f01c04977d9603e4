import { seededDraw } from "../kernel/random.ts";
import { STREAMS } from "../kernel/streams.ts";
import type { Epochs, Pushers, Step } from "./step.ts";

/** Keeps the push of papers on one spot finite; as in umap-learn. */
const EPSILON = 0.001;
/** Numbers drawn at a time. */
const DRAWS = 4000;

/**
 * Epochs in plain numbers, for pages that allow no WebAssembly: the same bits as `epoch.ts` gives, in half as much time
 * again.
 */
export function epochs(papers: number, links: number, pushers: Pushers, seed: number): Epochs {
  const columns = {
    places: new Float32Array(2 * papers),
    source: new Uint32Array(links),
    target: new Uint32Array(links),
    pull: new Float32Array(links),
    due: new Float32Array(links),
  };
  const pushOff = pusher(columns.places, pushers, seed);
  return { ...columns, run: (step) => pullOnce(columns, step, (i) => pushOff(i, step)) };
}

/** Pulls the links that come due together, one after the other, and pushes their ends off. */
function pullOnce(
  { places, source, target, pull, due }: Omit<Epochs, "run">,
  { step, longest }: Step,
  pushOff: (paper: number) => void,
): void {
  for (let e = 0; e < source.length; e++) {
    const ready = due[e] + pull[e];
    due[e] = ready < 1 ? ready : ready - 1;
    if (ready < 1) continue;
    const [i, j] = [2 * source[e], 2 * target[e]];
    const dx = places[i] - places[j];
    const dy = places[i + 1] - places[j + 1];
    const g = (-2 * step) / (1 + dx * dx + dy * dy);
    const moveX = clip(g * dx, longest);
    const moveY = clip(g * dy, longest);
    places[i] += moveX;
    places[i + 1] += moveY;
    places[j] -= moveX;
    places[j + 1] -= moveY;
    // Both ends are pushed, so that the two directions of a link count the same.
    pushOff(source[e]);
    pushOff(target[e]);
  }
}

/** Moves a paper off those that are drawn next: all from where it then is, so that none waits for the one before. */
function pusher(places: Float32Array, { far, near, reach }: Pushers, seed: number) {
  const papers = places.length / 2;
  const nearby = drawer(seed, STREAMS.pushNear, 2 * reach + 1);
  const anywhere = drawer(seed, STREAMS.pushFar, Math.max(1, papers));
  return (i: number, forces: Step): void => {
    const x = places[2 * i];
    const y = places[2 * i + 1];
    let [toX, toY] = [x, y];
    for (let k = 0; k < near + far; k++) {
      const drawn = k < near ? i + nearby() - reach : anywhere();
      const other = drawn < 0 ? drawn + papers : drawn >= papers ? drawn - papers : drawn;
      const dx = x - places[2 * other];
      const dy = y - places[2 * other + 1];
      const d2 = dx * dx + dy * dy;
      const strength = Math.abs(other - i) <= reach ? forces.near : forces.far;
      const force = strength / ((EPSILON + d2) * (1 + d2));
      toX += clip(force * dx, forces.longest);
      toY += clip(force * dy, forces.longest);
    }
    places[2 * i] = toX;
    places[2 * i + 1] = toY;
  };
}

/** Numbers below a bound, one at a time. */
function drawer(seed: number, stream: number, below: number): () => number {
  const draw = seededDraw(seed, stream);
  const drawn = new Int32Array(DRAWS);
  let at = DRAWS;
  return () => {
    if (at === DRAWS) {
      draw(drawn, below);
      at = 0;
    }
    return drawn[at++];
  };
}

function clip(move: number, longest: number): number {
  return move > longest ? longest : move < -longest ? -longest : move;
}
