/**
 * Frames are slow when the last ones take longer than this on average, and more than one of them does: drawing in software
 * stalls every few frames, and one that takes long alone was something else. Links then wait for a while.
 */
const SLOW = { ms: 30, frames: 8, least: 3, for: 60_000 } as const;

/** Whether frames in which the camera moves are slow with links, from the times between them. */
export function createPace() {
  let before = 0;
  let gaps: number[] = [];
  let until = 0;
  return {
    /** @returns whether links are left out of the frame at this time, in ms */
    moves(at: number): boolean {
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
