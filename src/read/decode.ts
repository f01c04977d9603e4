import { declaredEncoding, guessCyrillic, guessEastAsian, utf16WithoutMark } from "./encoding.ts";
import { narrowRuns } from "./narrow.ts";

/**
 * The characters of windows-1252 for bytes 0x80 to 0xff; its five unassigned bytes stay control characters. Not asked
 * of TextDecoder: Node 20 decodes this one label as ISO 8859-1, browsers as the standard says.
 */
const WINDOWS_1252 = [
  ..."€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ",
  ...Array.from({ length: 96 }, (_, i) => String.fromCharCode(160 + i)),
];

/** Turns bytes into text, piece by piece; `encoding` is settled once the first piece has come. */
export interface Decoder {
  readonly encoding: string;
  /** The text of the bytes, in one piece or several. */
  push(bytes: Uint8Array): readonly string[];
  end(): string;
}

export type WarnEncoding = (message: string, where?: { readonly line?: number }) => void;

const SNIFF = 4096;
const ASCII = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Finds the encoding from the first bytes: byte-order mark, then the NUL pattern of UTF-16, else UTF-8. Where most of
 * the bytes above ASCII are not UTF-8, an XML declaration is believed, and the East Asian and Cyrillic encodings are tried; any other
 * byte that is not UTF-8 is read as windows-1252. All of this is told of.
 * @param label an encoding label of the WHATWG Encoding Standard that overrides all this
 * @throws RangeError for an unknown label
 */
export function createDecoder(first: Uint8Array, warn: WarnEncoding, label?: string): Decoder {
  if (label !== undefined) return plainDecoder(new TextDecoder(label));
  const [a, b, c] = first;
  if (a === 0xff && b === 0xfe) return plainDecoder(new TextDecoder("utf-16le"));
  if (a === 0xfe && b === 0xff) return plainDecoder(new TextDecoder("utf-16be"));
  if (a === 0xef && b === 0xbb && c === 0xbf) return mixedDecoder(warn, "utf-8 with BOM", 3);
  const wide = utf16WithoutMark(first.subarray(0, SNIFF));
  if (wide !== undefined) {
    warn(
      `encoding: no byte-order mark, and every other byte is NUL as in UTF-16; read as ${wide}; --encoding overrides`,
    );
    return plainDecoder(new TextDecoder(wide));
  }
  const other = legacyEncoding(first, warn);
  return other === undefined ? mixedDecoder(warn, "utf-8", 0) : plainDecoder(new TextDecoder(other));
}

/** The encoding of bytes that are mostly not UTF-8, where it is clear; told of. */
function legacyEncoding(first: Uint8Array, warn: WarnEncoding): string | undefined {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < first.length; ) {
    if (first[i] < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(first, i);
    if (length > 1) good++;
    else if (i < first.length - 3) bad++;
    i += length || 1;
  }
  if (2 * bad <= good) return undefined;
  const declared = declaredEncoding(first);
  if (declared !== undefined && declared !== "utf-8") {
    warn(`encoding: the bytes are not UTF-8; read as ${declared}, which the XML declares`);
    return declared;
  }
  const guessed = guessEastAsian(first) ?? guessCyrillic(first);
  if (guessed !== undefined)
    warn(
      `encoding: the bytes are not UTF-8 and look like ${guessed}; read as ${guessed}; if names look wrong, say which it is with --encoding`,
    );
  return guessed;
}

function plainDecoder(decoder: TextDecoder): Decoder {
  if (decoder.encoding === "windows-1252") return westernDecoder();
  return {
    encoding: decoder.encoding,
    push: (bytes) => [decoder.decode(bytes, { stream: true })],
    end: () => decoder.decode(),
  };
}

function westernDecoder(): Decoder {
  return {
    encoding: "windows-1252",
    push: (bytes) => {
      const parts: string[] = [];
      let from = 0;
      for (let i = 0; i < bytes.length; i++) {
        if (bytes[i] < 0x80) continue;
        if (i > from) parts.push(ASCII.decode(bytes.subarray(from, i)));
        parts.push(WINDOWS_1252[bytes[i] - 128]);
        from = i + 1;
      }
      parts.push(ASCII.decode(bytes.subarray(from)));
      return [parts.join("")];
    },
    end: () => "",
  };
}

/** UTF-8 in which each byte that does not belong to it is read as windows-1252. */
function mixedDecoder(warn: WarnEncoding, name: string, skip: number): Decoder {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
  let carry = new Uint8Array(0);
  let offset = 0;
  let line = 1;
  let bad = 0;
  let good = 0;

  const decode = (bytes: Uint8Array): string[] => {
    let texts: string[];
    try {
      texts = narrowRuns(bytes).map((run) => strict.decode(run));
    } catch {
      texts = [decodeMixed(bytes)];
    }
    offset += bytes.length;
    if (bad === 0) line += countLineEnds(bytes, bytes.length);
    return texts;
  };

  const decodeMixed = (bytes: Uint8Array): string => {
    const parts: string[] = [];
    let from = 0;
    let i = 0;
    while (i < bytes.length) {
      const length = sequenceLength(bytes, i);
      if (length > 0) {
        if (length > 1) good++;
        i += length;
        continue;
      }
      if (i > from) parts.push(lenient.decode(bytes.subarray(from, i)));
      parts.push(WINDOWS_1252[bytes[i] - 128]);
      if (bad++ === 0)
        warn(
          `encoding: byte ${offset + i} (0x${bytes[i].toString(16)}) is not UTF-8; read as windows-1252; if names look wrong, say which it is with --encoding (gbk, shift_jis, big5, euc-kr, windows-1251 …)`,
          { line: line + countLineEnds(bytes, i) },
        );
      from = ++i;
    }
    if (i > from) parts.push(lenient.decode(bytes.subarray(from, i)));
    return parts.join("");
  };

  return {
    get encoding() {
      if (bad === 0) return name;
      return bad > good ? "windows-1252" : `${name} with windows-1252`;
    },
    push(bytes) {
      let all = bytes;
      if (carry.length > 0) {
        all = new Uint8Array(carry.length + bytes.length);
        all.set(carry);
        all.set(bytes, carry.length);
      }
      if (skip > 0) {
        all = all.subarray(skip);
        offset = skip;
        skip = 0;
      }
      const end = all.length - unfinished(all);
      carry = all.slice(end);
      return decode(all.subarray(0, end));
    },
    end() {
      const text = decode(carry).join("");
      if (bad > 1)
        warn(
          `encoding: ${bad} bytes in all are not UTF-8 and were read as windows-1252; --encoding overrides`,
        );
      return text;
    },
  };
}

/** Number of line feeds before `end`. */
function countLineEnds(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** Bytes of a sequence that has begun at the end and may go on in the next chunk, 0 to 3. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const b = bytes[bytes.length - back];
    if (b < 0x80) return 0;
    if (b >= 0xc0) return (b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** Length of the well-formed UTF-8 sequence at `i`, 0 where there is none (Unicode Standard, table 3-7). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const a = bytes[i];
  if (a < 0x80) return 1;
  const inRange = (j: number, low = 0x80, high = 0xbf) => bytes[j] >= low && bytes[j] <= high;
  if (a >= 0xc2 && a <= 0xdf) return inRange(i + 1) ? 2 : 0;
  if (a >= 0xe0 && a <= 0xef) {
    const low = a === 0xe0 ? 0xa0 : 0x80;
    const high = a === 0xed ? 0x9f : 0xbf;
    return inRange(i + 1, low, high) && inRange(i + 2) ? 3 : 0;
  }
  if (a >= 0xf0 && a <= 0xf4) {
    const low = a === 0xf0 ? 0x90 : 0x80;
    const high = a === 0xf4 ? 0x8f : 0xbf;
    return inRange(i + 1, low, high) && inRange(i + 2) && inRange(i + 3) ? 4 : 0;
  }
  return 0;
}
