/** The characters of windows-1252 for bytes 0x80 to 0xff; its five unassigned bytes stay control characters. */
const WINDOWS_1252 = Array.from(
  new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 128 }, (_, i) => i + 128)),
);

/** Turns bytes into text, piece by piece; `encoding` is settled once the first piece has come. */
export interface Decoder {
  readonly encoding: string;
  push(bytes: Uint8Array): string;
  end(): string;
}

export type WarnEncoding = (message: string, where?: { readonly line?: number }) => void;

const SNIFF = 4096;

/**
 * Finds the encoding from the first bytes: byte-order mark, then the NUL pattern of UTF-16, else UTF-8.
 * Bytes that are not UTF-8 are read as windows-1252, one by one, and told of.
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
  return mixedDecoder(warn, "utf-8", 0);
}

function plainDecoder(decoder: TextDecoder): Decoder {
  return {
    encoding: decoder.encoding,
    push: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

/** "utf-16le" or "utf-16be" when NUL bytes stand at odd or even positions only, often enough; else undefined. */
function utf16WithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const nul = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) nul[i % 2]++;
  const pairs = bytes.length / 2;
  // In CJK text only the punctuation and line ends of the format have a NUL half.
  if (nul[1] > pairs * 0.1 && nul[0] <= pairs * 0.01) return "utf-16le";
  if (nul[0] > pairs * 0.1 && nul[1] <= pairs * 0.01) return "utf-16be";
  return undefined;
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

  const decode = (bytes: Uint8Array): string => {
    let text: string;
    try {
      text = strict.decode(bytes);
    } catch {
      text = decodeMixed(bytes);
    }
    offset += bytes.length;
    if (bad === 0) line += countLineEnds(bytes, bytes.length);
    return text;
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
      const text = decode(carry);
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
