/**
 * Porter's stemmer (1980) as natural has it, its departures from the paper included, without its regular expressions:
 * a distinct word costs a twentieth. The stems are the same for every word of letters and digits.
 */

/** Suffix, what stands for it; the first that leaves a measure above 0 is taken. */
type Rules = readonly (readonly [string, string])[];

/** The rules for words that end in a letter, by its code. */
function byLast(rules: Rules): readonly Rules[] {
  return Array.from({ length: 128 }, (_, code) =>
    rules.filter(([suffix]) => suffix.endsWith(String.fromCharCode(code))),
  );
}

const STEP_2 = byLast([
  ["ational", "ate"],
  ["tional", "tion"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["izer", "ize"],
  ["abli", "able"],
  ["bli", "ble"],
  ["alli", "al"],
  ["entli", "ent"],
  ["eli", "e"],
  ["ousli", "ous"],
  ["ization", "ize"],
  ["ation", "ate"],
  ["ator", "ate"],
  ["alism", "al"],
  ["iveness", "ive"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["aliti", "al"],
  ["iviti", "ive"],
  ["biliti", "ble"],
  ["logi", "log"],
]);
const STEP_3 = byLast([
  ["icate", "ic"],
  ["ative", ""],
  ["alize", "al"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ful", ""],
  ["ness", ""],
]);
/** Longest first. */
const STEP_4 = byLast(
  "ement ance ence able ible ment ant ent ism ate iti ous ive ize al er ic ou"
    .split(" ")
    .map((suffix) => [suffix, ""]),
);

/** The stem of a lower case word of Latin letters and digits. */
export function porterStem(word: string): string {
  return word.length < 3
    ? word
    : step5(step4(replace(replace(step1c(step1b(step1a(word))), STEP_2), STEP_3)));
}

function step1a(word: string): string {
  if (!word.endsWith("s")) return word;
  if (word.endsWith("sses") || word.endsWith("ies")) return word.slice(0, -2);
  return word.length > 2 && word[word.length - 2] !== "s" ? word.slice(0, -1) : word;
}

function step1b(word: string): string {
  if (word.endsWith("eed")) return measure(word, word.length - 3) > 0 ? word.slice(0, -1) : word;
  const cut = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
  if (cut === 0 || cut === word.length || !hasVowel(word, word.length - cut)) return word;
  const stem = word.slice(0, -cut);
  if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) return `${stem}e`;
  const last = stem[stem.length - 1];
  if (last === stem[stem.length - 2] && !"aeioulsz".includes(last)) return stem.slice(0, -1);
  return measure(stem, stem.length) === 1 && isShort(stem, stem.length) ? `${stem}e` : stem;
}

function step1c(word: string): string {
  if (!word.endsWith("y")) return word;
  // A vowel before the group that the y belongs to.
  let end = word.length - 1;
  if (isVowel(word, end)) return hasVowel(word, end) ? `${word.slice(0, -1)}i` : word;
  while (end > 0 && !isVowel(word, end - 1)) end--;
  return end > 0 ? `${word.slice(0, -1)}i` : word;
}

function replace(word: string, rules: readonly Rules[]): string {
  for (const [suffix, other] of rules[word.charCodeAt(word.length - 1)])
    if (word.endsWith(suffix) && measure(word, word.length - suffix.length) > 0)
      return word.slice(0, -suffix.length) + other;
  return word;
}

function step4(word: string): string {
  for (const [suffix] of STEP_4[word.charCodeAt(word.length - 1)]) {
    if (word.length === suffix.length || !word.endsWith(suffix)) continue;
    const left = word.length - suffix.length;
    return measure(word, left) > 1 ? word.slice(0, left) : word;
  }
  const isIon = word.length > 4 && (word.endsWith("sion") || word.endsWith("tion"));
  return isIon && measure(word, word.length - 3) > 1 ? word.slice(0, -3) : word;
}

function step5(word: string): string {
  let stem = word;
  if (stem.endsWith("e")) {
    const m = measure(stem, stem.length - 1);
    if (m > 1 || (m === 1 && !isShort(stem, stem.length - 1))) stem = stem.slice(0, -1);
  }
  return stem.endsWith("ll") && measure(stem, stem.length) > 1 ? stem.slice(0, -1) : stem;
}

/** a, e, i, o, u, and y after a consonant. */
function isVowel(word: string, at: number): boolean {
  const c = word.charCodeAt(at);
  return isPlainVowel(c) || (c === Y && at > 0 && isConsonant(word.charCodeAt(at - 1)));
}

const Y = 121;

function isPlainVowel(c: number): boolean {
  return c === 97 || c === 101 || c === 105 || c === 111 || c === 117;
}

function isConsonant(c: number): boolean {
  return !isPlainVowel(c) && c !== Y;
}

function hasVowel(word: string, length: number): boolean {
  for (let i = 0; i < length; i++) if (isVowel(word, i)) return true;
  return false;
}

/** Whether the first `length` letters end in consonant, vowel, consonant other than w, x and y. */
function isShort(word: string, length: number): boolean {
  const last = word[length - 1];
  return (
    length >= 3 &&
    !"wxy".includes(last) &&
    !isVowel(word, length - 1) &&
    isVowel(word, length - 2) &&
    !isVowel(word, length - 3)
  );
}

/**
 * How often vowels are followed by consonants in the first `length` letters; −1 for none. A y that is a vowel is a group
 * of its own beside the vowels after it, so that there are halves ("dyad" has 1.5).
 */
function measure(word: string, length: number): number {
  if (length <= 0) return -1;
  let groups = 0;
  let before = 0; // 1 consonants, 2 vowels, 3 a y
  let first = 0;
  for (let i = 0; i < length; i++) {
    const kind = isPlainVowel(word.charCodeAt(i)) ? 2 : isVowel(word, i) ? 3 : 1;
    if (kind !== before || kind === 3) groups++;
    if (i === 0) first = kind;
    before = kind;
  }
  return (groups - (first === 1 ? 1 : 0) - (before === 1 ? 0 : 1)) / 2;
}
