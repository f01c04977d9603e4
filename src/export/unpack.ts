/**
 * The coder of pages in one file: what `pack` packs and `unpack` unpacks. A text is turned by the Burrows-Wheeler
 * transform and its symbols are coded bit by bit by an adaptive model of the symbol and the two before it, whose guess is
 * refined by how well such guesses did (as in Muravyov's BCM). A tenth to a third smaller than gzip; both ways alike fast.
 * This file imports nothing: it is the part of a page that unpacks the rest.
 */

/** The guess that the next bit is 1, and what is learnt from it. 16 bits each. */
export interface Model {
  /** @returns the probability of a 1 in units of 2^-18 */
  guess(): number;
  learn(bit: number): void;
  /** After the 8 bits of a symbol. @returns it */
  symbol(): number;
}

/** A model that knows nothing yet. */
export function createModel(): Model {
  const plain = new Uint16Array(256).fill(32768);
  const after = new Uint16Array(65536).fill(32768);
  const refined = new Uint16Array(2 * 256 * 17);
  for (let k = 0; k < refined.length; k++) refined[k] = Math.min(65535, (k % 17) << 12);
  let [c1, c2, run, node, cell] = [0, 0, 0, 1, 0];
  return {
    guess() {
      const p = ((plain[node] + after[(c1 << 8) | node]) * 7 + after[(c2 << 8) | node] * 2) >> 4;
      cell = ((run > 2 ? 256 : 0) + node) * 17 + (p >> 12);
      const low = refined[cell];
      return (low + (((refined[cell + 1] - low) * (p & 4095)) >> 12)) * 3 + p;
    },
    learn(bit) {
      const at = (c1 << 8) | node;
      if (bit) {
        plain[node] += (65535 - plain[node]) >> 2;
        after[at] += (65535 - after[at]) >> 4;
        refined[cell] += (65535 - refined[cell]) >> 6;
        refined[cell + 1] += (65535 - refined[cell + 1]) >> 6;
      } else {
        plain[node] -= plain[node] >> 2;
        after[at] -= after[at] >> 4;
        refined[cell] -= refined[cell] >> 6;
        refined[cell + 1] -= refined[cell + 1] >> 6;
      }
      node = 2 * node + bit;
    },
    symbol() {
      const found = node & 255;
      run = found === c1 ? run + 1 : 0;
      c2 = c1;
      c1 = found;
      node = 1;
      return found;
    },
  };
}

/** Where a range of width `span` (32 bits) is cut by a guess. */
export function cutOf(span: number, guess: number): number {
  // Not 0 and not all, whatever is guessed.
  return Math.floor(span / 262144) * Math.max(32, Math.min(262112, guess));
}

/** Unpacks what `pack` packed. */
export function unpack(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const n = view.getUint32(0);
  const out = new Uint8Array(n);
  if (n === 0) return out;
  const end = view.getUint32(4);
  const model = createModel();
  let at = 8;
  const next = () => (at < packed.length ? packed[at++] : 0);
  let [low, high, code] = [0, 0xffffffff, 0];
  for (let k = 0; k < 4; k++) code = ((code << 8) | next()) >>> 0;
  const last = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < 8; k++) {
      const middle = low + cutOf(high - low, model.guess());
      const bit = code <= middle ? 1 : 0;
      if (bit) high = middle;
      else low = middle + 1;
      model.learn(bit);
      while (((low ^ high) & 0xff000000) === 0) {
        low = (low << 8) >>> 0;
        high = ((high << 8) | 255) >>> 0;
        code = ((code << 8) | next()) >>> 0;
      }
    }
    last[i] = model.symbol();
  }
  return unturned(last, end, out);
}

/** Undoes the Burrows-Wheeler transform. @param end the row of the whole text; row 0 is that of the empty suffix */
function unturned(last: Uint8Array, end: number, out: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const n = last.length;
  const start = new Int32Array(257);
  for (const c of last) start[c + 1]++;
  for (let c = 0; c < 256; c++) start[c + 1] += start[c];
  const from = new Int32Array(n);
  for (let i = 0; i < n; i++) from[start[last[i]]++] = i;
  for (let i = 0, row = end; i < n; i++) {
    const at = from[row - 1];
    out[i] = last[at];
    // The row of the whole text has nothing before it and so no place in `last`.
    row = at < end ? at : at + 1;
  }
  return out;
}

/** Reads bytes out of a text of `asText`: seven bits a letter; letters beyond ASCII stand for four that HTML cannot hold. */
export function fromText(text: string): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(Math.ceil((text.length * 9) / 8) + 2);
  const forbidden = [0, 10, 13, 60];
  let [at, bits, held] = [0, 0, 0];
  const put = (seven: number) => {
    held = (held << 7) | seven;
    bits += 7;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (held >> bits) & 255;
      held &= (1 << bits) - 1;
    }
  };
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    if (code < 128) put(code);
    else {
      put(forbidden[(code - 128) >> 7]);
      put((code - 128) & 127);
    }
  }
  return out.subarray(0, at);
}
