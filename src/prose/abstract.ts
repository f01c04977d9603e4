/** Notices stand at the end: a longer rest is text that happens to speak of copyright. WoS prints up to 500 characters. */
const LONGEST_NOTICE = 600;
/** A text that is mostly notice is left as it is: something is better than nothing. */
const LEAST_LEFT = 1 / 3;

const OWNER =
  "(?:the )?(?:author(?:s|\\(s\\))?(?!\\w)|(?:[\\w&'-]+ ){0,4}(?:society|association|institute|university|academy|foundation|press|publishers)\\b)";
/** "published by Springer" may be said of a book: only where a sentence begins is it a notice. */
const NOTICE = new RegExp(
  `(?:^|[.!?)\\]"”]\\s*|\\s)(?:©|\\(c\\)\\s*(?:copyright\\s*)?(?:19|20)\\d\\d|copyright:?\\s*(?:©|\\(c\\)|(?:19|20)\\d\\d)|published by elsevier|crown copyright)` +
    `|(?:^|[.!?)\\]"”]\\s+)(?:\\(c\\)\\s*${OWNER}|authors?(?:\\(s\\))? retains? copyright|all rights reserved|this article is protected by copyright|this is an open[- ]access article)`,
  "i",
);
/** One of these stands in every notice: looked for first, because the pattern is slow and most texts have none. */
const HINTS = [
  "©",
  "(c)",
  "(C)",
  "opyright",
  "OPYRIGHT",
  "lsevier",
  "LSEVIER",
  "ights reserved",
  "pen access",
];
/** Their ends, from a rare letter on: engines search for the first letter, twice as fast where there are few. */
const RARE = ["©", "(c)", "(C)", "yright", "YRIGHT", "vier", "VIER", "ghts reserved", "pen access"];

/** Scopus puts "© 2020 IEEE." first in newer exports; "B.V." has a full stop that ends nothing. */
const IN_FRONT = /^©\s*(?:19|20)\d\d[^.]{0,120}?(?:\bB\.\s?V\.|\.)\s*(?:All rights reserved\.\s*)?(?=\S)/i;

/** An abstract without the label before it and the copyright notice before or after it. */
export function trimAbstract(abstract: string): string {
  const text = abstract
    .replace(/^(?:abstract|summary|résumé|zusammenfassung)\s*(?:[:.—–]|-\s)\s*/i, "")
    .replace(/^(?:Abstract|ABSTRACT)\s+(?=(?:We|This|The|In|A|An|Background|Objective|Purpose)\b)/, "")
    .replace(IN_FRONT, "");
  const from = Math.max(0, text.length - LONGEST_NOTICE);
  const tail = text.slice(from);
  const has = (hint: string) => tail.includes(hint);
  if (!RARE.some(has) || !HINTS.some(has)) return text;
  const found = NOTICE.exec(tail);
  if (found === null) return text;
  const keep = /^[.!?)\]"”]/.test(found[0]) ? found.index + 1 : found.index;
  const left = text.slice(0, from + keep).trimEnd();
  return left.length >= LEAST_LEFT * text.length ? left : text;
}
