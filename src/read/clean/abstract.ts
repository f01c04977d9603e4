const NEAR_END = 400;
const NOTICE =
  /(?:^|[.!?)\]"”]\s*|\s)(?:©|\(c\)\s*(?:copyright\s*)?(?:19|20)\d\d|copyright\s*(?:©|\(c\)|(?:19|20)\d\d)|published by elsevier|crown copyright)/i;

/** One of these stands in every notice: looked for first, because the pattern is slow and most texts have none. */
const HINTS = ["©", "(c)", "(C)", "opyright", "OPYRIGHT", "lsevier", "LSEVIER"];

/** An abstract without the label before it and the copyright notice before or after it. */
export function trimAbstract(abstract: string): string {
  let text = abstract.replace(/^(?:abstract|summary|résumé|zusammenfassung)\s*(?:[:.—–]|-\s)\s*/i, "");
  text = text.replace(
    /^(?:Abstract|ABSTRACT)\s+(?=(?:We|This|The|In|A|An|Background|Objective|Purpose)\b)/,
    "",
  );
  // Scopus puts "© 2020 IEEE." first in newer exports.
  text = text.replace(/^©\s*(?:19|20)\d\d[^.]{0,120}\.\s*(?:All rights reserved\.\s*)?(?=\S)/i, "");
  const from = Math.max(0, text.length - NEAR_END);
  const tail = text.slice(from);
  if (!HINTS.some((hint) => tail.includes(hint))) return text;
  const found = NOTICE.exec(tail);
  if (found === null) return text;
  const keep = /^[.!?)\]"”]/.test(found[0]) ? found.index + 1 : found.index;
  const left = text.slice(0, from + keep).trimEnd();
  // A short text that is mostly notice is left as it is: something is better than nothing.
  return left.length >= 80 ? left : text;
}
