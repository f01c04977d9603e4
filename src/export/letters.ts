/**
 * Bytes as letters that a script element of a UTF-8 page holds as they are: seven bits a letter, most of them one byte
 * long, 15 % more than the bytes. Base64 takes 33 % more: 1,000 papers with abstracts would not fit into 900 kB.
 */

/** What HTML and transfer programs do not hand on as it is (NUL, line ends, the beginning of a tag): 128 more stands for it. */
const FORBIDDEN: ReadonlySet<number> = new Set([0, 10, 13, 60]);

const LETTERS = Array.from({ length: 128 }, (_, seven) =>
  String.fromCharCode(FORBIDDEN.has(seven) ? seven + 128 : seven),
);

/** Bytes as text that HTML does not change; no byte beyond them comes back. */
export function* toLetters(bytes: Iterable<Uint8Array>): Generator<string, void, undefined> {
  let [held, bits] = [0, 0];
  for (const part of bytes) {
    let text = "";
    for (const byte of part) {
      held = (held << 8) | byte;
      for (bits += 8; bits >= 7; ) {
        bits -= 7;
        text += LETTERS[held >> bits];
        held &= (1 << bits) - 1;
      }
    }
    yield text;
  }
  if (bits > 0) yield LETTERS[held << (7 - bits)];
}

/** The bytes again. */
export function fromLetters(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 7) / 8));
  let [held, bits, at] = [0, 0, 0];
  for (let k = 0; k < text.length; k++) {
    held = (held << 7) | (text.charCodeAt(k) & 127);
    bits += 7;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >> bits;
    held &= (1 << bits) - 1;
  }
  return bytes;
}
