/**
 * Guesses which East Asian encoding bytes are in that are not UTF-8. Judged by what text in each of them is mostly
 * made of (kana; the frequent characters of GB 2312, Big5 and KS X 1001, which stand in rows of their own), not by
 * what merely decodes: nearly every byte sequence is valid GBK.
 * @returns a label of the WHATWG Encoding Standard, or undefined where nothing is clear
 */
export function guessEastAsian(bytes: Uint8Array): string | undefined {
  return shiftJis(bytes) ?? eucFamily(bytes) ?? big5(bytes);
}

const isWithin = (byte: number, low: number, high: number) => byte >= low && byte <= high;

/** Kana (rows 0x82 and 0x83) make up a good part of any Japanese text. */
function shiftJis(bytes: Uint8Array): string | undefined {
  let pairs = 0;
  let kana = 0;
  let halfWidth = 0;
  let wrong = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i];
    if (lead < 0x80) continue;
    if (isWithin(lead, 0xa1, 0xdf)) {
      halfWidth++;
      continue;
    }
    if (i + 1 === bytes.length) break;
    const trail = bytes[i + 1];
    if (!(isWithin(lead, 0x81, 0x9f) || isWithin(lead, 0xe0, 0xfc)) || !isWithin(trail, 0x40, 0xfc)) {
      wrong++;
      continue;
    }
    pairs++;
    i++;
    if ((lead === 0x82 && isWithin(trail, 0x9f, 0xf1)) || (lead === 0x83 && isWithin(trail, 0x40, 0x96)))
      kana++;
  }
  const clear = kana >= 2 && kana >= pairs * 0.1 && halfWidth <= pairs * 0.1 && wrong <= pairs * 0.02;
  return clear ? "shift_jis" : undefined;
}

const FEWEST = 4;

/** GBK, EUC-KR and EUC-JP put both bytes above 0xa0; the rows in use tell them apart. */
function eucFamily(bytes: Uint8Array): string | undefined {
  let pairs = 0;
  let wrong = 0;
  let kana = 0;
  let signs = 0;
  let hangul = 0;
  let hanzi = 0;
  let lowTrails = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i];
    if (lead < 0x80) continue;
    if (i + 1 === bytes.length) break;
    const trail = bytes[i + 1];
    if (lead < 0xa1 || trail < 0xa1) {
      wrong++;
      continue;
    }
    pairs++;
    i++;
    if (trail < 0xc0) lowTrails++;
    if (lead === 0xa4 || lead === 0xa5) kana++;
    else if (lead <= 0xa3) signs++;
    else if (isWithin(lead, 0xb0, 0xc8)) hangul++;
    else if (isWithin(lead, 0xc9, 0xd7)) hanzi++;
  }
  // Cyrillic letters fill a narrow band of bytes and words of odd length; Chinese neither.
  if (pairs < FEWEST || wrong > pairs * 0.05 || lowTrails < pairs * 0.1) return undefined;
  if (kana >= 2 && kana >= pairs * 0.1) return "euc-jp";
  const letters = pairs - signs - kana;
  if (hanzi === 0 && hangul >= letters * 0.98) return letters >= 2 * FEWEST ? "euc-kr" : undefined;
  return hangul + hanzi + signs >= pairs * 0.85 ? "gbk" : undefined;
}

/** The frequent characters of Big5 stand in rows 0xa4 to 0xc6, a good part of them with an ASCII byte at the end. */
function big5(bytes: Uint8Array): string | undefined {
  let pairs = 0;
  let wrong = 0;
  let frequent = 0;
  let asciiTrails = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i];
    if (lead < 0x80) continue;
    if (i + 1 === bytes.length) break;
    const trail = bytes[i + 1];
    if (!isWithin(lead, 0xa1, 0xf9) || !(isWithin(trail, 0x40, 0x7e) || isWithin(trail, 0xa1, 0xfe))) {
      wrong++;
      continue;
    }
    pairs++;
    i++;
    if (isWithin(lead, 0xa1, 0xc6)) frequent++;
    if (trail < 0x80) asciiTrails++;
  }
  const clear =
    pairs >= 2 * FEWEST &&
    wrong <= pairs * 0.02 &&
    frequent >= pairs * 0.95 &&
    asciiTrails >= pairs * 0.15 &&
    asciiTrails <= pairs * 0.8;
  return clear ? "big5" : undefined;
}

/**
 * Guesses windows-1251 or KOI8-R: words of letters above 0xbf, where western text has one now and then. Small letters
 * are 0xe0 to 0xff in the one, 0xc0 to 0xdf in the other.
 */
export function guessCyrillic(bytes: Uint8Array): string | undefined {
  let runs = 0;
  let letters = 0;
  let upperHalf = 0;
  let other = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 0x80) continue;
    // Yo (in windows-1251 0xa8 and 0xb8) stands in words too.
    if (bytes[i] < 0xc0 && bytes[i] !== 0xa8 && bytes[i] !== 0xb8) {
      other++;
      continue;
    }
    if (i === 0 || bytes[i - 1] < 0x80) runs++;
    letters++;
    if (bytes[i] >= 0xe0) upperHalf++;
  }
  if (letters < 2 * FEWEST || letters < 2.5 * runs || other > letters * 0.1) return undefined;
  if (upperHalf >= letters * 0.7) return "windows-1251";
  return upperHalf <= letters * 0.3 ? "koi8-r" : undefined;
}

/**
 * "utf-16le" or "utf-16be" where NUL bytes stand at odd or even positions nearly only, often enough; else undefined.
 * In Chinese text only punctuation and line ends have a NUL half; text in one byte a character has pairs of letters.
 */
export function utf16WithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const nul = [0, 0];
  let narrow = 0;
  const pairs = bytes.length >> 1;
  for (let i = 0; i < 2 * pairs; i++) if (bytes[i] === 0) nul[i % 2]++;
  for (let i = 0; i < pairs; i++)
    if (isWithin(bytes[2 * i], 0x09, 0x7e) && isWithin(bytes[2 * i + 1], 0x09, 0x7e)) narrow++;
  if (narrow > pairs * 0.5) return undefined;
  const few = (other: number) => Math.max(pairs * 0.01, other * 0.1);
  if (nul[1] > pairs * 0.1 && nul[0] <= few(nul[1])) return "utf-16le";
  if (nul[0] > pairs * 0.1 && nul[1] <= few(nul[0])) return "utf-16be";
  return undefined;
}

/** The encoding that an XML declaration names, if it is one that is known. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{2,30})["']/.exec(start)?.[1];
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
