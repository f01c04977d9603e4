/** The characters of windows-1252 for bytes 0x80 to 0x9f, without its five unassigned ones. */
const SPECIALS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
const SPECIAL_BYTES = [
  ...[0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94],
  ...[0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f],
];
const BYTES = new Map([...SPECIALS].map((c, i) => [c, SPECIAL_BYTES[i]]));
const NEXT = `[\\u0080-\\u00bf${SPECIALS}]`;
/** Letters whose bytes begin a sequence of UTF-8, with as many as it needs behind them. */
const TWICE = new RegExp(
  `[\\u00c2-\\u00df]${NEXT}|[\\u00e0-\\u00ef]${NEXT}{2}|[\\u00f0-\\u00f4]${NEXT}{3}`,
  "g",
);
const MOST_PLAIN = 0.1;
const FEWEST = 2;
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Whether text was UTF-8, taken for windows-1252 and written as UTF-8 once more ("Ã©" for "é"): nearly everything
 * beyond ASCII in it comes in such sequences.
 */
export function isTwiceEncoded(text: string): boolean {
  let sequences = 0;
  let length = 0;
  for (const [sequence] of text.matchAll(TWICE)) {
    if (onceDecoded(sequence) === sequence) continue;
    sequences++;
    length += sequence.length;
  }
  if (sequences < FEWEST) return false;
  return (text.match(/[^\x00-\x7f]/g)?.length ?? 0) - length <= length * MOST_PLAIN;
}

/** Takes back one round of it, sequence by sequence; what is none stays. */
export function onceDecoded(text: string): string {
  return text.replace(TWICE, (sequence) => {
    const bytes = Array.from(sequence, (c) => BYTES.get(c) ?? c.charCodeAt(0));
    try {
      return UTF8.decode(Uint8Array.from(bytes));
    } catch {
      return sequence;
    }
  });
}
