import type { Embedding } from "../../kernel/lsa.ts";
import { findDoi } from "../../model/doi.ts";
import { TopographError } from "../../model/errors.ts";
import type { Paper } from "../../model/paper.ts";
import type { Warn } from "../record.ts";
import type { VectorRows } from "./rows.ts";

const EXAMPLES = 3;

/**
 * The rows in the order of the papers: by their keys (a paper's key in the map, identity, id, DOI or other id), else in
 * order. What has no counterpart is told of, with examples.
 * @param merged records that became part of other papers, for the message
 * @throws TopographError (input) where rows in order are too many or too few, or no key is a paper's
 */
export function matchRows(rows: VectorRows, papers: readonly Paper[], merged: number, warn: Warn): Embedding {
  const { dims, count, keys, value } = rows;
  if (keys.every((own) => own.length === 0)) {
    if (count === papers.length) return { dims, value };
    const why = merged > 0 ? ` (${merged} records were merged into others)` : "";
    throw new TopographError(
      "input",
      `found ${count} rows, expected ${papers.length}, one a paper in the order of the collection${why}; give keys: a file of the same name that ends in .keys.txt, one key a line`,
    );
  }
  const find = paperFinder(papers);
  const sorted = new Float32Array(papers.length * dims);
  const taken = new Uint8Array(papers.length);
  const strangers: string[] = [];
  for (const [r, own] of keys.entries()) {
    const i = find(own);
    if (i === undefined) strangers.push(own[0] ?? `row ${r + 1}`);
    else if (taken[i] === 1)
      warn(`a second row for the paper ${quoted(papers[i].title)}; left out`, { record: own[0] });
    else {
      taken[i] = 1;
      sorted.set(value.subarray(r * dims, (r + 1) * dims), i * dims);
    }
  }
  if (strangers.length === count)
    throw new TopographError(
      "input",
      `none of the ${count} keys is a paper's: found ${examples(strangers)}, expected such as ${examples(papers.slice(0, EXAMPLES).flatMap(({ id, identity }) => [id, identity]))}`,
    );
  if (strangers.length > 0)
    warn(`${strangers.length} of ${count} rows are of no paper of the collection: ${examples(strangers)}`);
  const bare = papers.filter((_, i) => taken[i] === 0);
  if (bare.length > 0)
    warn(
      `${bare.length} of ${papers.length} papers have no row: ${examples(bare.map(({ title }) => title))}`,
    );
  return { dims, value: sorted };
}

/** Finds the paper that any of some keys names; the surest kind of key first. A key of several papers names none. */
function paperFinder(papers: readonly Paper[]): (keys: readonly string[]) => number | undefined {
  const kinds: readonly ((paper: Paper, i: number) => readonly (string | undefined)[])[] = [
    ({ identity }) => [identity],
    ({ id }) => [id],
    ({ doi }) => [doi],
    ({ aliases }) => aliases,
    (_, i) => [`p${i + 1}`],
  ];
  const tables = kinds.map((keysOf) => {
    const table = new Map<string, number | undefined>();
    for (const [i, paper] of papers.entries())
      for (const key of new Set(keysOf(paper, i)))
        if (key !== undefined) table.set(key, table.has(key) ? undefined : i);
    return table;
  });
  return (keys) => {
    for (const key of keys.flatMap((k) => [k, findDoi(k)]))
      for (const table of tables) {
        const found = key === undefined ? undefined : table.get(key);
        if (found !== undefined) return found;
      }
    return undefined;
  };
}

function examples(all: readonly string[]): string {
  return `${all.slice(0, EXAMPLES).map(quoted).join(", ")}${all.length > EXAMPLES ? " …" : ""}`;
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
