/** A line of a pasted page that is not blank. */
export interface Line {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  /** Whether a blank line stands before it. */
  readonly gap: boolean;
}

const ADDRESSES_READER =
  /\b(?:your?|yours|subscrib\w*|newsletter|inbox|e-?mails?|sign (?:in|up)|log ?in|cookies?|click|browse|download (?:the )?app|unlock|upgrade|join (?:us|now)|follow us|advert\w*|sponsored|all rights reserved|privacy|terms of (?:use|service)|load more|show more|page \d+ of \d+|\d+ results?)\b/i;
const LABEL =
  /^(?:home|menu|search|papers?|articles?|results?|filters?|sort(?: by)?.{0,20}|relevance|trending|latest|new|top|about|help|contact|login|log in|sign in|sign up|register|subscribe|follow|share|save|cite|export|download|print|pdf|html|abstract|view(?: pdf| all| abstract)?|read more|see more|more|less|next|previous|prev|back|close|cancel|accept|ok|advertisement|upvote|like|code|github|comments?|references?|related|©.*|[\d\s.,/|·•-]+)$/i;

/** Whether a short line is a page's furniture rather than a title: it speaks to the reader, or is a label. */
export function isFurniture(text: string): boolean {
  if (text.length > 160) return false;
  return LABEL.test(text) || /!$/.test(text) || (ADDRESSES_READER.test(text) && text.length < 120);
}

/** Whether two lines are the same but for an ending or a few words: banners come in several lengths. */
export function nearlySame(a: string, b: string): boolean {
  const n = Math.min(a.length, b.length);
  if (n < 12) return a.toLowerCase() === b.toLowerCase();
  let same = 0;
  while (same < n && a[same].toLowerCase() === b[same].toLowerCase()) same++;
  return same >= n * 0.8 && same >= 12;
}

const DATE =
  /^(?:published|submitted|posted|updated|revised|accepted|received)?\s*(?:on|:)?\s*(?:\d{1,2}[ ./-])?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter)[a-z]*\.?\s*)?(?:\d{1,2},?\s*)?[,./-]?\s*(?:1[5-9]|20)\d\d(?:[-/]\d\d(?:[-/]\d\d)?)?\.?$/i;
const COUNT =
  /^[·•|\s]*(?:by\s)?[\d,.]+\s*(?:k\s*)?(?:authors?|upvotes?|votes?|likes?|citations?|comments?|views?|downloads?|pages?|stars?)?[·•|\s]*$/i;
const NAME =
  /^(?:\p{Lu}[\p{L}'’-]*\.?|\p{Lu}\.(?:-?\p{Lu}\.)*|van|von|de|der|den|di|da|la|le|el|al|bin|dos|del)$/u;

/** What a short line between a title and its abstract says. */
export function lineRole(text: string): "authors" | "date" | "link" | "count" | "other" {
  if (/^(?:https?:\/\/|doi:|arxiv:|10\.\d{4,9}\/)\S+$/i.test(text)) return "link";
  if (DATE.test(text)) return "date";
  if (COUNT.test(text)) return "count";
  const people = text
    .replace(/^(?:by|authors?:)\s+/i, "")
    .split(/\s*(?:,|;|·|&|\band\b)\s*/)
    .filter((piece) => piece !== "");
  const named = people.filter((piece) => {
    const words = piece.replace(/[\d*†‡]+$/, "").split(/\s+/);
    return words.length >= 1 && words.length <= 5 && words.every((word) => NAME.test(word));
  });
  if (people.length >= 2 && named.length >= people.length * 0.8) return "authors";
  return /^by\s/i.test(text) && named.length === people.length ? "authors" : "other";
}
