const LINE_FEED = 10;
/** From this byte on, UTF-8 means characters beyond U+00FF. */
const WIDE = 0xc4;
/** The highest bit of each of four bytes. */
const HIGHEST = 0x80808080;
/** Narrow lines that are worth a string of their own, in bytes. */
const LEAST = 4096;

/**
 * Cuts UTF-8 at line ends so that lines with characters beyond U+00FF are apart from runs without. One such character
 * makes an engine keep all of its string in two bytes a character, and what is sliced from it too: cut so, a
 * collection in English with some dashes and quotes takes half of the memory, and is faster to look through.
 * @returns views of the bytes, which join to the whole; at least one
 */
export function narrowRuns(bytes: Uint8Array): Uint8Array[] {
  const runs: Uint8Array[] = [];
  let begin = 0;
  let at = nextWide(bytes, 0);
  while (at < bytes.length) {
    const line = bytes.lastIndexOf(LINE_FEED, at) + 1;
    if (line - begin >= LEAST) {
      runs.push(bytes.subarray(begin, line));
      begin = line;
    }
    let end: number;
    // Wide lines that lie close together stay together.
    do {
      end = bytes.indexOf(LINE_FEED, at) + 1 || bytes.length;
      at = nextWide(bytes, end);
    } while (at < bytes.length && at - end < LEAST);
    runs.push(bytes.subarray(begin, end));
    begin = end;
  }
  if (begin < bytes.length || runs.length === 0) runs.push(bytes.subarray(begin));
  return runs;
}

/** Where the next byte of a wide character stands; the length where there is none. */
function nextWide(bytes: Uint8Array, from: number): number {
  let at = from;
  // Four bytes at a time where they lie on the grid.
  while (at < bytes.length && (bytes.byteOffset + at) % 4 !== 0) {
    if (bytes[at] >= WIDE) return at;
    at++;
  }
  if (at === bytes.length) return at;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (bytes.length - at) >> 2);
  for (let w = 0; w < words.length; w++) {
    // None of the four has both of its highest bits set: no wide character begins here.
    if ((words[w] & (words[w] << 1) & HIGHEST) === 0) continue;
    for (let i = at + 4 * w; i < at + 4 * w + 4; i++) if (bytes[i] >= WIDE) return i;
  }
  for (at += 4 * words.length; at < bytes.length; at++) if (bytes[at] >= WIDE) return at;
  return bytes.length;
}
