import { clamp } from "../../kernel/numeric.ts";

/**
 * Frames are slow when the last ones take longer than this on average, and more than one of them does: drawing in software
 * stalls every few frames, and one that takes long alone was something else. Links then wait for a while.
 */
const SLOW = { ms: 30, frames: 8, least: 3, for: 60_000 } as const;

/**
 * The camera is at rest when nothing moved it for this long, or for `times` the longest of the last frames: else it would
 * be each time that drawing in software stalls, with names placed anew and all links drawn. What is longer than `pause` was
 * no frame.
 */
const REST = { least: 150, most: 450, times: 1.5, frames: 4, pause: 1000 } as const;

/** Whether frames in which the camera moves are slow with links, from the times between them. */
export function createPace() {
  let before = 0;
  let gaps: number[] = [];
  let until = 0;
  let last = 0;
  let recent: number[] = [];
  return {
    /** After how many milliseconds without a move the camera is at rest. */
    get restAfter(): number {
      return clamp(REST.times * Math.max(0, ...recent), REST.least, REST.most);
    },
    /** @returns whether links are left out of the frame at this time, in ms */
    moves(at: number): boolean {
      if (last > 0 && at - last < REST.pause) recent = [...recent, at - last].slice(-REST.frames);
      last = at;
      if (at < until) return true;
      if (before > 0) gaps = [...gaps, at - before].slice(-SLOW.frames);
      before = at;
      const isSlow = gaps.filter((gap) => gap > SLOW.ms).length > 1;
      const all = gaps.reduce((sum, gap) => sum + gap, 0);
      if (isSlow && gaps.length >= SLOW.least && all > SLOW.ms * gaps.length) until = at + SLOW.for;
      return at < until;
    },
    rests(): void {
      before = 0;
      gaps = [];
    },
  };
}
