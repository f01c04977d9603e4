import { sortedSuffixes } from "./suffixes.ts";
import { createModel, cutOf } from "./unpack.ts";

/** Packs bytes for a page in one file; see unpack.ts. About 2 s for 4 MB. @returns 8 bytes (length, row of the text), then the code */
export function pack(bytes: Uint8Array): Uint8Array {
  const n = bytes.length;
  const { last, end } = turned(bytes);
  const out: number[] = [];
  const model = createModel();
  let [low, high] = [0, 0xffffffff];
  for (const symbol of last) {
    for (let k = 7; k >= 0; k--) {
      const bit = (symbol >> k) & 1;
      const middle = low + cutOf(high - low, model.guess());
      if (bit) high = middle;
      else low = middle + 1;
      model.learn(bit);
      while (((low ^ high) & 0xff000000) === 0) {
        out.push(high >>> 24);
        low = (low << 8) >>> 0;
        high = ((high << 8) | 255) >>> 0;
      }
    }
    model.symbol();
  }
  for (let k = 0; k < 4; k++) {
    out.push(low >>> 24);
    low = (low << 8) >>> 0;
  }
  const packed = new Uint8Array(8 + out.length);
  const view = new DataView(packed.buffer);
  view.setUint32(0, n);
  view.setUint32(4, end);
  packed.set(out, 8);
  return packed;
}

/** The Burrows-Wheeler transform: what stands before each suffix, suffixes in order; `end` is the row of the whole text. */
function turned(bytes: Uint8Array): { readonly last: Uint8Array; readonly end: number } {
  const n = bytes.length;
  const order = sortedSuffixes(bytes, 255);
  const last = new Uint8Array(n);
  // The empty suffix comes first; before it stands the last byte.
  let end = 0;
  let at = 0;
  if (n > 0) last[at++] = bytes[n - 1];
  for (let k = 0; k < n; k++)
    if (order[k] === 0) end = at;
    else last[at++] = bytes[order[k] - 1];
  return { last, end };
}

/** What HTML does not hand on as it is: NUL, line ends, and the beginning of a tag. */
const FORBIDDEN = [0, 10, 13, 60];

/**
 * Bytes as letters that a script element of a UTF-8 page holds as they are: seven bits a letter; a letter that HTML
 * cannot hold goes into one of two bytes together with the next. 8/7 of the size, where base64 takes 4/3.
 */
export function* asText(bytes: Uint8Array): Generator<string> {
  const sevens = Math.ceil((bytes.length * 8) / 7);
  const seven = (k: number) => {
    const bit = k * 7;
    const at = bit >> 3;
    return ((((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) >> (9 - (bit & 7))) & 127;
  };
  let part = "";
  for (let k = 0; k < sevens; k++) {
    const value = seven(k);
    const forbidden = FORBIDDEN.indexOf(value);
    part += String.fromCharCode(
      forbidden < 0 ? value : 128 + (forbidden << 7) + (k + 1 < sevens ? seven(++k) : 0),
    );
    if (part.length > 65_000) {
      yield part;
      part = "";
    }
  }
  yield part;
}
