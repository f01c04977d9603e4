import { writeSync } from "node:fs";

/** The reader of standard output or error has gone: nothing more can be said, and nothing need be. */
export class ClosedPipe extends Error {}

/** Where text becomes bytes: one place for all chunks spares the memory of a buffer for each. */
const ROOM = Buffer.allocUnsafeSlow(1 << 19);
/** Bytes that one UTF-16 unit becomes at most. */
const MOST_BYTES = 3;

/**
 * Writes everything to a file descriptor, now: nothing waits in a buffer when the process ends, and it works from any
 * thread. A full non-blocking pipe is waited for.
 * @throws ClosedPipe when nobody reads standard output any more
 */
export function writeAll(descriptor: number, text: string | Uint8Array): void {
  const bytes = typeof text === "string" ? bytesOf(text) : text;
  for (let at = 0; at < bytes.length; )
    try {
      at += writeSync(descriptor, bytes, at, bytes.length - at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EAGAIN") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      // What cannot be said is no reason to fail: the work goes on.
      else if (descriptor === 2) return;
      else if (code === "EPIPE" || code === "EOF") throw new ClosedPipe();
      else throw error;
    }
}

/** UTF-8; good until the next call. */
function bytesOf(text: string): Uint8Array {
  if (text.length * MOST_BYTES > ROOM.length) return Buffer.from(text);
  return ROOM.subarray(0, ROOM.write(text));
}
