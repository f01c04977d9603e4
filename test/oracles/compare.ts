import type { Collection } from "../../src/model/collection.ts";
import { namesOf } from "../../src/model/name.ts";
import type { Paper } from "../../src/model/paper.ts";
import { CONVENTIONS, type Verdict } from "./conventions.ts";
import type { Expected } from "./expected.ts";

export const FIELDS = ["title", "authors", "year", "doi", "venue", "abstract"] as const;
export type FieldName = (typeof FIELDS)[number];

/** One value that is not as the peer has it. */
export interface Difference {
  readonly where: string;
  readonly field: FieldName | "record";
  readonly expected: string;
  readonly found: string;
  readonly verdict: Verdict;
  /** The rule that calls it a convention or out of scope. */
  readonly rule?: string;
}

/**
 * Letters and digits alone: case, accents, mark-up, braces, punctuation and the ways to write a sign (as an entity, as
 * TeX's font has it) are no difference in what was read.
 */
export function bare(text: string): string {
  return text
    .replace(/&[a-z]{2,8};|&#\w+;/gi, " ")
    .replaceAll("¡", "<")
    .replaceAll("¿", ">")
    .replace(/<script>.*<\/script>|<\/?[a-z][^<>]{0,40}>/gi, "")
    .normalize("NFKD")
    .replace(/\\((?:La|Bib)?TeX)\b/g, "$1")
    .replace(/\\[a-zA-Z]+|\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ı", "i")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Words of a name in any order, so that "Family, Given" and "Given Family" are one, and so the order of Chinese names. */
const nameKey = (name: string) =>
  name
    .split(/[\s,.;~]+/)
    .map(bare)
    .filter((word) => word !== "")
    .sort()
    .join(" ");

/** Whether a name is the same as it is written, in its parts, or but for blanks. */
function sameNames(theirs: readonly string[], paper: Paper): boolean {
  const parts = namesOf(paper).map((name) =>
    "literal" in name ? name.literal : Object.values(name).join(" "),
  );
  const isOne = (name: string, i: number) =>
    nameKey(name) === nameKey(paper.authors[i]) ||
    nameKey(name) === nameKey(parts[i]) ||
    bare(name) === bare(paper.authors[i]);
  return theirs.length === parts.length && theirs.every(isOne);
}

/** Whether a value says the same. */
function isSame(field: FieldName, expected: Expected, paper: Paper): boolean {
  if (field === "authors") return sameNames(expected.authors ?? [], paper);
  const [theirs, ours] = [expected[field], paper[field]];
  return typeof theirs === "string" ? bare(theirs) === bare(String(ours ?? "")) : theirs === ours;
}

/** Ways in which a record is known to be a paper, the surest first: each is tried for all records before the next. */
const LIKE: readonly ((expected: Expected, paper: Paper) => boolean)[] = [
  (e, p) => sameTitle(e, p) && isSame("authors", e, p) && p.year === e.year && isSame("venue", e, p),
  (e, p) => sameTitle(e, p) && isSame("authors", e, p) && p.year === e.year && p.doi === e.doi,
  (e, p) => sameTitle(e, p) && isSame("authors", e, p) && (p.year === e.year || p.doi === e.doi),
  (e, p) => sameTitle(e, p) && isSame("authors", e, p),
  (e, p) => sameTitle(e, p) && p.year === e.year,
  (e, p) => sameTitle(e, p),
  (e, p) => e.doi !== undefined && p.doi === e.doi,
  (e, p) => begins(bare(e.title ?? ""), bare(p.title)) && isSame("authors", e, p),
  (e, p) => begins(bare(e.title ?? ""), bare(p.title)),
];

const sameTitle = ({ title }: Expected, paper: Paper) => bare(title ?? "\0") === bare(paper.title);
/** Whether one of two titles is the other one with a subtitle. */
const begins = (a: string, b: string) =>
  Math.min(a.length, b.length) >= 5 && (a.startsWith(b) || b.startsWith(a));

/** The papers that expected records became: by what they say, else by their place between two others that are known. */
function partners(
  expected: readonly Expected[],
  papers: readonly Paper[],
  isMerged: (record: Expected) => boolean,
): (Paper | undefined)[] {
  const free = new Set(papers);
  const found: (Paper | undefined)[] = expected.map(() => undefined);
  for (const isLike of LIKE)
    for (const [i, record] of expected.entries()) {
      found[i] ??= [...free].find((paper) => isLike(record, paper));
      if (found[i]) free.delete(found[i]);
    }
  const place = new Map(papers.map((paper, i) => [paper, i]));
  for (let i = 0; i < expected.length; i++) {
    if (found[i] || isMerged(expected[i])) continue;
    let end = i;
    while (end < expected.length && !found[end] && !isMerged(expected[end])) end++;
    const before = found[i - 1];
    const after = found[end];
    const from = before === undefined ? 0 : (place.get(before) ?? 0) + 1;
    const to = after === undefined ? papers.length : (place.get(after) ?? 0);
    const between = papers.slice(from, Math.max(from, to));
    if (between.length === end - i && between.every((paper) => free.has(paper)))
      for (const [k, paper] of between.entries()) {
        found[i + k] = paper;
        free.delete(paper);
      }
    i = end;
  }
  return found;
}

/** How many values a peer has, how many are the same here, and what the others are. */
export interface Comparison {
  readonly wanted: Map<FieldName | "record", number>;
  readonly same: Map<FieldName | "record", number>;
  readonly differences: Difference[];
}

/**
 * Holds what was read of a file against what a peer reads.
 * @param content the file, as text
 */
export function compare(
  where: string,
  content: string,
  expected: readonly Expected[],
  { papers, matches, merged }: Pick<Collection, "papers" | "matches" | "merged">,
): Comparison {
  const result: Comparison = { wanted: new Map(), same: new Map(), differences: [] };
  const count = (map: Map<FieldName | "record", number>, field: FieldName | "record", by = 1) =>
    map.set(field, (map.get(field) ?? 0) + by);
  const titled = expected.filter(({ title }) => title !== undefined && bare(title) !== "");
  // Records that were joined with another one of the same paper were read.
  const joined = new Set((matches ?? []).flatMap(({ merged, from }) => (merged ? [bare(from.title)] : [])));
  const pairs = partners(titled, papers, ({ title }) => joined.has(bare(title ?? "")));
  let left = merged;
  for (const [i, record] of titled.entries()) {
    const paper = pairs[i];
    count(result.wanted, "record");
    if (paper || left-- > 0) count(result.same, "record");
    else result.differences.push(difference({ where, content }, "record", record, undefined));
    if (!paper) continue;
    for (const field of FIELDS) {
      if (record[field] === undefined) continue;
      count(result.wanted, field);
      if (isSame(field, record, paper)) count(result.same, field);
      else result.differences.push(difference({ where, content }, field, record, paper));
    }
  }
  return result;
}

function difference(
  file: Readonly<Record<"where" | "content", string>>,
  field: FieldName | "record",
  expected: Expected,
  paper: Paper | undefined,
): Difference {
  const rule = CONVENTIONS.find((known) => known.field === field && known.holds(expected, paper, file));
  const show = (record: Partial<Record<FieldName, unknown>> | undefined) =>
    JSON.stringify(record?.[field === "record" ? "title" : field] ?? null).slice(0, 200);
  return {
    where: file.where,
    field,
    expected: show(expected),
    found: show(paper),
    verdict: rule?.verdict ?? "ours is wrong",
    ...(rule ? { rule: rule.name } : {}),
  };
}
