/** Bytes that are turned into letters at once: a multiple of three, so that nothing has to be filled up in between. */
const PIECE = 3 * 4096;

/** Bytes as base64 (RFC 4648), by the platform: pieces of any length come in, pieces of text go out. */
export function* toBase64(bytes: Iterable<Uint8Array>): Generator<string, void, undefined> {
  const held = new Uint8Array(PIECE);
  let filled = 0;
  for (const part of bytes)
    for (let at = 0; at < part.length; ) {
      const taken = part.subarray(at, at + PIECE - filled);
      held.set(taken, filled);
      at += taken.length;
      filled += taken.length;
      if (filled === PIECE) {
        yield lettersOf(held);
        filled = 0;
      }
    }
  if (filled > 0) yield lettersOf(held.subarray(0, filled));
}

const lettersOf = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
