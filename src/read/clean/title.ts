const SMALL = new Set(
  "a an the and or nor but of in on at by for to from with without as is are via vs into over under between using their its".split(
    " ",
  ),
);

/** Whether nearly all letters of a longer title are capitals. */
export function isUpperCase(title: string): boolean {
  if (title.length < 12 || /[a-z]{4}/.test(title)) return false;
  const upper = title.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = title.match(/\p{Ll}/gu)?.length ?? 0;
  return upper >= 10 && lower <= upper * 0.05 && /\p{Lu}{4,}.*\P{L}.*\p{Lu}{2,}/u.test(title.slice(0, 500));
}

/**
 * An UPPER-CASE title in sentence case. Words that the abstract spells in another way are spelt as there
 * ("DNA", "ResNet"); Roman numerals and words with digits keep their capitals.
 */
export function recase(title: string, abstract: string): string {
  const spelling = new Map<string, string>();
  for (const match of abstract.slice(0, 20000).matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)) {
    const word = match[0];
    const start =
      match.index === 0 || /[.!?:]\s+$/.test(abstract.slice(Math.max(0, match.index - 3), match.index));
    // The first word of a sentence says nothing about its case, unless there is a capital inside.
    if (start && !/.\p{Lu}/u.test(word)) continue;
    const key = word.toUpperCase();
    if (!spelling.has(key)) spelling.set(key, word);
  }
  let first = true;
  return title.replace(/[\p{L}\p{N}][\p{L}\p{N}'’-]*|[.?!:]\s/gu, (word) => {
    if (/^[.?!:]/.test(word)) {
      first = word[0] !== ":" || first;
      return word;
    }
    const known = spelling.get(word.toUpperCase());
    const roman = /^(?=[IVX]{2,})(?:X{0,3})(?:IX|IV|V?I{0,3})$/.test(word);
    let out = known ?? (roman || (/\d/.test(word) && word.length <= 6) ? word : word.toLowerCase());
    if (SMALL.has(out.toLowerCase())) out = out.toLowerCase();
    if (first) out = out.charAt(0).toUpperCase() + out.slice(1);
    first = false;
    return out;
  });
}
