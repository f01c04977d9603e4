/** A stretch of a text, in UTF-16 units: [start, end). */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Abbreviations that end in a full stop and rarely end a sentence. */
const SHORT =
  /(?:\b(?:e\.g|i\.e|et al|cf|vs|fig|figs|eq|eqs|sec|ref|refs|resp|approx|dr|prof|no|vol|st)|\b[A-Z])\.$/i;
/** A sentence's end: the mark with closing quotes or brackets, then space and what may open a sentence; or a CJK mark. */
const END = /[.!?]["'”’)\]]*(?=\s+["'“‘([]?[\p{Lu}\p{Lo}\d])|[。！？]/gu;
const LONGEST = 1000;

/** The sentences of a text, in order; together they cover it but for the space between them. Never cuts a sentence shorter than it is; very long ones (no marks) are cut at a space. */
export function sentences(text: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  const add = (end: number) => {
    let from = start;
    while (end - from > LONGEST) {
      const space = text.lastIndexOf(" ", from + LONGEST);
      const cut = space > from ? space : from + LONGEST;
      found.push({ start: from, end: cut });
      from = cut + (space > from ? 1 : 0);
    }
    if (end > from) found.push({ start: from, end });
    start = end;
    while (start < text.length && /\s/.test(text[start])) start++;
  };
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (SHORT.test(text.slice(Math.max(0, match.index - 10), match.index + 1))) continue;
    add(end);
  }
  add(text.trimEnd().length);
  return found;
}
