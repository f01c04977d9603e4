/** Reads the numbers of a column; `unit` is what stands around each of them, "" where nothing does. */
export interface NumberNotation {
  readonly unit: string;
  read(text: string): number;
}

/** A sign or unit of currency, the digits with what groups them, and a unit. */
const PARTS =
  /^([€$£¥]?)[ \u00a0\u202f]?([+\-−]?\d(?:[\d.,'’ \u00a0\u202f]*\d)?(?:[eE][+-]?\d{1,3})?)[ \u00a0\u202f]?([%‰€$£¥°]?|[\p{L}µ°][\p{L}\p{N}°²³/]{0,11})$/u;

/** 1234, 12.5, 1e-5. Not 007, which names something. */
const PLAIN = /^[+\-−]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/;
/** 1,234.5 */
const ENGLISH = /^[+\-−]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
/** 1 234.5, 1'234.5 */
const SPACED = /^[+\-−]?[1-9]\d{0,2}(?:[ '’\u00a0\u202f]\d{3})+(?:\.\d+)?$/;
/** 12,5 and 1.234,5 and 1 234,5 */
const COMMA = /^[+\-−]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:[. '’\u00a0\u202f]\d{3})+)(?:,\d+)?$/;

const GROUPS = /[ '’\u00a0\u202f]/g;
/** More than a double holds. */
const MOST_DIGITS = 15;

const POINT = (text: string) => Number(text.replace("−", "-"));
const NOTATIONS: readonly (readonly [patterns: readonly RegExp[], read: (text: string) => number])[] = [
  [[PLAIN], POINT],
  [[PLAIN, ENGLISH], (text) => POINT(text.replaceAll(",", ""))],
  [[PLAIN, SPACED], (text) => POINT(text.replace(GROUPS, ""))],
  [[COMMA], (text) => POINT(text.replace(GROUPS, "").replaceAll(".", "").replace(",", "."))],
];

/**
 * How the texts of a column are numbers, all of them by one notation: points or commas before decimals, whichever reads
 * all ("1,234" alone is 1234, beside "12,5" it is 1.234), thousands in groups, one unit for all. undefined where a text
 * is no number, has zeros before it, or more digits than a number keeps.
 */
export function numberNotation(texts: readonly string[]): NumberNotation | undefined {
  let affixes: string | undefined;
  const bare: string[] = [];
  for (const text of texts) {
    if (text.length > 60) return undefined;
    const parts = PARTS.exec(text);
    if (parts === null) return undefined;
    const around = `${parts[1]}${parts[3]}`;
    affixes ??= around;
    if (around !== affixes || (parts[1] !== "" && parts[3] !== "")) return undefined;
    if (parts[2].replace(/[eE].*|\D/g, "").replace(/^0+/, "").length > MOST_DIGITS) return undefined;
    bare.push(parts[2]);
  }
  const found = NOTATIONS.find(([patterns]) =>
    bare.every((text) => patterns.some((pattern) => pattern.test(text))),
  );
  if (found === undefined || affixes === undefined) return undefined;
  const [, read] = found;
  return { unit: affixes, read: (text) => read(PARTS.exec(text)?.[2] ?? text) };
}
