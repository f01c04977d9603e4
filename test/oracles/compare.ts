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

/** Letters and digits alone: case, accents, mark-up, braces and punctuation are no difference in what was read. */
export function bare(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/&(?:amp|lt|gt|quot|nbsp|#\w+);/g, " ")
    .replace(/<[^<>]{1,40}>|\\[a-zA-Z]+|\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Words of a name in any order, so that "Family, Given" and "Given Family" are one. */
const nameKey = (name: string) =>
  name
    .split(/[\s,.;~]+/)
    .map(bare)
    .filter((word) => word !== "")
    .sort()
    .join(" ");

/** Whether a value says the same. */
function isSame(field: FieldName, expected: Expected, paper: Paper): boolean {
  if (field === "authors") {
    const [theirs, ours] = [(expected.authors ?? []).map(nameKey), paper.authors.map(nameKey)];
    return theirs.length === ours.length && theirs.every((name, i) => name === ours[i]);
  }
  const [theirs, ours] = [expected[field], paper[field]];
  return typeof theirs === "string" ? bare(theirs) === bare(String(ours ?? "")) : theirs === ours;
}

/** The paper that an expected record became: by title, else by DOI, else the one at its place where as many were read. */
function partners(expected: readonly Expected[], papers: readonly Paper[]): (Paper | undefined)[] {
  const free = new Set(papers);
  const take = (paper: Paper | undefined) => {
    if (paper) free.delete(paper);
    return paper;
  };
  const found = expected.map(({ title, doi, year }) => {
    const named = [...free].filter((paper) => bare(paper.title) === bare(title ?? "\0"));
    const byDoi = doi === undefined ? [] : [...free].filter((paper) => paper.doi === doi);
    return take(
      named.find((paper) => paper.doi === doi && paper.year === year) ??
        named.find((paper) => paper.year === year) ??
        named[0] ??
        byDoi[0],
    );
  });
  const sameLength = expected.length === papers.length;
  return found.map((paper, i) => paper ?? (sameLength && free.has(papers[i]) ? take(papers[i]) : undefined));
}

/** How many values a peer has, how many are the same here, and what the others are. */
export interface Comparison {
  readonly wanted: Map<FieldName | "record", number>;
  readonly same: Map<FieldName | "record", number>;
  readonly differences: Difference[];
}

/**
 * Holds what was read against what a peer reads.
 * @param merged records that were joined with another one of the same paper: they were read
 */
export function compare(
  where: string,
  expected: readonly Expected[],
  papers: readonly Paper[],
  merged: number,
): Comparison {
  const result: Comparison = { wanted: new Map(), same: new Map(), differences: [] };
  const count = (map: Map<FieldName | "record", number>, field: FieldName | "record", by = 1) =>
    map.set(field, (map.get(field) ?? 0) + by);
  const titled = expected.filter(({ title }) => title !== undefined && bare(title) !== "");
  const pairs = partners(titled, papers);
  let left = merged;
  for (const [i, record] of titled.entries()) {
    const paper = pairs[i];
    count(result.wanted, "record");
    if (paper || left-- > 0) count(result.same, "record");
    else result.differences.push(difference(where, "record", record, undefined));
    if (!paper) continue;
    for (const field of FIELDS) {
      if (record[field] === undefined) continue;
      count(result.wanted, field);
      if (isSame(field, record, paper)) count(result.same, field);
      else result.differences.push(difference(where, field, record, paper));
    }
  }
  return result;
}

function difference(
  where: string,
  field: FieldName | "record",
  expected: Expected,
  paper: Paper | undefined,
): Difference {
  const rule = CONVENTIONS.find((known) => known.field === field && known.holds(expected, paper));
  const show = (record: Partial<Record<FieldName, unknown>> | undefined) =>
    JSON.stringify(record?.[field === "record" ? "title" : field] ?? null).slice(0, 200);
  return {
    where,
    field,
    expected: show(expected),
    found: show(paper),
    verdict: rule?.verdict ?? "ours is wrong",
    ...(rule ? { rule: rule.name } : {}),
  };
}
