/** Frames are slow when so many in a row take longer than this: from then on, for a while, links wait until it rests. */
const SLOW = { ms: 30, frames: 3, for: 60_000 } as const;

/** Whether frames in which the camera moves are slow with links, from the times between them. */
export function createPace() {
  let before = 0;
  let slow = 0;
  let until = 0;
  return {
    /** @returns whether links are left out of the frame at this time, in ms */
    moves(at: number): boolean {
      if (at < until) return true;
      slow = before > 0 && at - before > SLOW.ms ? slow + 1 : 0;
      before = at;
      if (slow >= SLOW.frames) until = at + SLOW.for;
      return at < until;
    },
    rests(): void {
      before = 0;
      slow = 0;
    },
  };
}
