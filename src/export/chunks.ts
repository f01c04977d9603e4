/** Enough text for one write. */
const CHUNK = 1 << 16;

/** Joins many small pieces into chunks of about 64 kB: few enough writes, far below what one string can hold. */
export function* inChunks(pieces: Iterable<string>): Generator<string, void, undefined> {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length >= CHUNK) {
      yield text;
      text = "";
    }
  }
  if (text !== "") yield text;
}
