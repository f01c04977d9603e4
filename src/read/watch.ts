import { LONGEST_RECORD, MOST_ENDLESS } from "./limits.ts";
import type { Parser } from "./record.ts";

/** Notices where no record ends for longer than records are. */
export function progressWatch() {
  /** How many records there were, or were waiting for the end, and the characters since then. */
  let records = 0;
  let since = 0;
  let endless = 0;
  return {
    note(length: number, now: number): void {
      since = now === records ? since + length : 0;
      if (now !== records) endless = 0;
      records = now;
    },
    isOver: () => since > LONGEST_RECORD,
    isHopeless: () => endless >= MOST_ENDLESS,
    giveUp(): void {
      since = 0;
      endless++;
    },
  };
}

/** So often a reader is asked at once whether it is inside of something. */
const OFTEN = 64;

/**
 * Asks a reader whether it is inside of something, ever more rarely while no record ends: the answer may take a look
 * at all that is open.
 * @param emitted how many records there have been
 */
export function insideWatch(emitted: () => number): (parser: Parser | undefined) => boolean {
  let asked = 0;
  let ended = 0;
  return (parser) => {
    if (parser?.inside === undefined) return false;
    asked++;
    if (asked > OFTEN && asked % (1 << (31 - Math.clz32(asked / OFTEN))) !== 0) return true;
    const inside = parser.inside();
    if (!inside || emitted() !== ended) asked = 0;
    ended = emitted();
    return inside;
  };
}
