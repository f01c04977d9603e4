/** Members under which services put their list of records. */
const LISTS = new Set(
  "results data items papers works records entries documents docs hits hits.hits network.items network.links response.docs message.items nodes edges references publications articles result bibliography search_results recommendedPapers".split(
    " ",
  ),
);

/** What lines of JSON begin with: { } [ ] " , */
export const JSON_SIGNS: ReadonlySet<number> = new Set([123, 125, 91, 93, 34, 44]);

/** The position of the first character that is neither blank nor line end. */
export function afterBlanks(text: string, from: number): number {
  let i = from;
  while (i < text.length && text.charCodeAt(i) <= 32) i++;
  return i;
}

/** The position of the next quote, backslash or line end. */
export function nextInString(text: string, from: number, end: number): number {
  let i = from;
  for (; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 34 || c === 92 || c === 10) break;
  }
  return i;
}

export function isList(depth: number, keys: readonly string[]): boolean {
  return depth === 0 || LISTS.has(keys.slice(1, depth + 1).join("."));
}
